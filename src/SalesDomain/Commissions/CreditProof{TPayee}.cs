using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>How one payee came to a credit.</summary>
internal sealed class CreditProof<TPayee>
    where TPayee : notnull
{
    private readonly CreditRules<TPayee> _rules;
    private readonly CreditRun<TPayee> _run;
    private readonly TPayee _payee;

    internal CreditProof(CreditRules<TPayee> rules, CreditKnowledge known, TPayee payee)
    {
        _rules = rules;
        _run = new CreditRun<TPayee>(rules, known);
        _payee = payee;
    }

    internal Explanation Explain(CreditEntry<TPayee> entry, SalesCredit credit)
    {
        var name = InvariantText.Any(_payee) + ", " + credit.Kind.ToString() + " by " + credit.Rule + ", of " + credit.Name
            + (credit.Original is { } sale ? " as " + sale.Id : "");
        return OfFact(
            name, entry.Fact.Part is { } part ? new CreditedFact(part.Line) : entry.Reference, credit.Kind, credit.Rule, credit.Share);
    }

    private static decimal ShareIn(CreditHolders<TPayee> holders, TPayee payee) =>
        Array.Find(holders.Shares, each => EqualityComparer<TPayee>.Default.Equals(each.Payee, payee)).Share;

    private Explanation OfFact(string name, CreditedFact fact, CreditKind kind, string rule, Percentage share) =>
        kind switch
        {
            CreditKind.Direct => Direct(name, fact, _payee, share),
            CreditKind.Overlay => Overlay(name, fact, _payee, rule, share),
            _ => RolledUp(name, fact, share),
        };

    /// <summary>Every rule that has a say, the strongest first; the first that holds gives the share.</summary>
    private Explanation Direct(string name, CreditedFact fact, TPayee payee, Percentage share)
    {
        var children = new List<Explanation>();
        foreach (var candidate in _run.Candidates(fact))
        {
            children.Add(Fact((candidate.Holds ? "holds: " : "limits not met: ") + candidate.Rule, candidate.Holds));
            children.Add(Constant("share by it", Percentage.FromFraction(ShareIn(candidate.Holders, payee))));
        }

        children.Add(Constant("nobody", Figure.Absent));
        return Node(name, share, Operation.Select, [.. children]);
    }

    private Explanation Overlay(string name, CreditedFact fact, TPayee payee, string rule, Percentage share)
    {
        var overlay = _rules.Overlays.First(each => string.Equals(each.Name, rule, StringComparison.Ordinal));
        var whole = CreditSource<TPayee>.Of(overlay.WithShare(Percentage.OneHundred)).Of(fact);
        return Node(
            name, share, Operation.Product, Constant("overlay " + overlay, overlay.Share),
            Constant("share of " + InvariantText.Any(payee) + " in it", Percentage.FromFraction(ShareIn(whole, payee))));
    }

    private Explanation RolledUp(string name, CreditedFact fact, Percentage share)
    {
        var set = _run.Of(fact);
        var team = set.TeamOf(_payee, fact.Date);
        var direct = set.Direct.Rule;
        var members = team.Members.Select(each => Node(
            InvariantText.Any(each.Member) + ", level " + InvariantText.Number(each.Level), Percentage.FromFraction(each.Counted),
            Operation.Product,
            ReferenceEquals(each.Holders, set.Direct)
                ? Direct("direct by " + direct, fact, each.Member, Percentage.FromFraction(each.Share))
                : Overlay("overlay", fact, each.Member, each.Holders.Rule, Percentage.FromFraction(each.Share)),
            Constant("share of the level", Percentage.FromFraction(each.LevelShare))));
        return Node(
            name, share, Operation.Min, Constant("the whole", Percentage.OneHundred),
            Node("of the team", Percentage.FromFraction(team.Share), Operation.Sum, [.. members]));
    }
}
