using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>One run of the rules: whom each fact is credited to, worked out once for all that are credited in the same way.</summary>
internal sealed class CreditRun<TPayee>
    where TPayee : notnull
{
    /// <summary>The name of the rule in a credit to whoever holds what the fact names.</summary>
    internal const string Assigned = "assignment";

    private readonly CreditKnowledge _known;
    private readonly Crediting<TPayee>? _crediting;
    private readonly CreditRollUp<TPayee>? _rollUp;
    private readonly Dictionary<DocumentId, CreditSplit<TPayee>> _deals;
    private readonly Dictionary<DocumentId, CreditHolders<TPayee>> _ofDeals = [];
    private readonly CreditRuleTable<TPayee>? _table;
    private readonly CreditSource<TPayee>[] _ofRules;
    private readonly CreditRule<TPayee>[] _overlays;
    private readonly CreditSource<TPayee>[] _ofOverlays;
    private readonly CreditSource<TPayee>? _assignments;
    private readonly CreditHolders<TPayee> _nobody = new("nobody", [], open: 1m, isOverAssigned: false);
    private readonly bool _asksSubject;
    private readonly List<int> _places = [];
    private bool _isStatusMissing;
    private bool _isDiscountMissing;

    internal CreditRun(CreditRules<TPayee> rules, CreditKnowledge known)
    {
        _known = known;
        _crediting = rules.Crediting;
        _rollUp = rules.RollUp;
        _deals = rules.Deals;
        _table = rules.Table;
        _ofRules = Array.ConvertAll(_table?.Rules ?? [], CreditSource<TPayee>.Of);
        _overlays = [.. rules.Overlays];
        _ofOverlays = Array.ConvertAll(_overlays, CreditSource<TPayee>.Of);
        _assignments = _crediting is { } crediting ? new CreditSource<TPayee>(Assigned, crediting, 1m) : null;
        _asksSubject = _table is not null || Array.Exists(_overlays, overlay => overlay.Scope != Scope.Everything);
    }

    /// <summary>How many facts were asked for the status of their customer in vain.</summary>
    internal int StatusMissing { get; private set; }

    /// <summary>How many facts were asked for their discount in vain.</summary>
    internal int DiscountMissing { get; private set; }

    internal bool ReadsReceipts =>
        _assignments?.ReadsReceipts != false && Array.TrueForAll(_ofRules, source => source.ReadsReceipts)
        && Array.TrueForAll(_ofOverlays, source => source.ReadsReceipts);

    internal CreditSet<TPayee> Of(in CreditedFact fact)
    {
        _isStatusMissing = _isDiscountMissing = false;
        var subject = _asksSubject ? fact.Subject(_known.Subject) : default;
        var direct = DirectOf(fact, subject);
        var set = direct.Alone ??= new CreditSet<TPayee>(_rollUp, direct);
        for (var i = 0; i < _overlays.Length; i++)
        {
            if (Holds(_overlays[i], fact, subject))
                set = set.With(_ofOverlays[i].Of(fact));
        }

        StatusMissing += _isStatusMissing ? 1 : 0;
        DiscountMissing += _isDiscountMissing ? 1 : 0;
        return set;
    }

    /// <summary>Every direct rule that has a say on a fact, strongest first: the first that holds wins.</summary>
    internal List<CreditCandidate<TPayee>> Candidates(in CreditedFact fact)
    {
        var candidates = new List<CreditCandidate<TPayee>>();
        foreach (var document in new[] { fact.Document, fact.Earlier ?? fact.Document }.Distinct())
        {
            if (OfDeal(document) is { } team)
                candidates.Add(new CreditCandidate<TPayee>(NameOf(document), true, team));
        }

        if (_table is not null)
        {
            _table.FindAll(fact.Subject(_known.Subject), fact.Date, _places);
            foreach (var place in _places)
            {
                var rule = _table.Rules[place];
                candidates.Add(new CreditCandidate<TPayee>(rule.ToString(), IsWithinLimits(rule, fact), _ofRules[place].Of(fact)));
            }
        }

        if (_assignments is not null)
            candidates.Add(new CreditCandidate<TPayee>(Assigned + " " + _crediting, true, _assignments.Of(fact)));

        return candidates;
    }

    internal static string NameOf(DocumentId deal) => "deal " + deal;

    private CreditHolders<TPayee> DirectOf(in CreditedFact fact, in ScopeSubject subject)
    {
        if (_deals.Count > 0 && (OfDeal(fact.Document) ?? (fact.Earlier is { } earlier ? OfDeal(earlier) : null)) is { } team)
            return team;

        if (_table is not null)
        {
            _table.FindAll(subject, fact.Date, _places);
            foreach (var place in _places)
            {
                if (IsWithinLimits(_table.Rules[place], fact))
                    return _ofRules[place].Of(fact);
            }
        }

        return _assignments?.Of(fact) ?? _nobody;
    }

    private CreditHolders<TPayee>? OfDeal(DocumentId document)
    {
        if (_ofDeals.TryGetValue(document, out var team))
            return team;
        if (!_deals.TryGetValue(document, out var split))
            return null;

        team = new CreditSource<TPayee>(NameOf(document), split, 1m).Of(default);
        _ofDeals.Add(document, team);
        return team;
    }

    private bool Holds(CreditRule<TPayee> rule, in CreditedFact fact, in ScopeSubject subject) =>
        rule.Span.Contains(fact.Date) && rule.Scope.Matches(subject) && IsWithinLimits(rule, fact);

    private bool IsWithinLimits(CreditRule<TPayee> rule, in CreditedFact fact)
    {
        if (rule.OfNewCustomers is { } wanted)
        {
            var isNew = _known.IsNew!(fact.Customer, fact.Date);
            _isStatusMissing |= isNew is null;
            if (isNew != wanted)
                return false;
        }

        if (!rule.IsLimitedByDiscount)
            return true;

        var isWithin = fact.IsDiscountFrom(rule.DiscountFrom, rule.DiscountBelow);
        _isDiscountMissing |= isWithin is null;
        return isWithin == true;
    }
}
