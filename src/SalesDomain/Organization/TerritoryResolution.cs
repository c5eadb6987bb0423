using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The answer of a <see cref="TerritoryMap"/>: which territory, by which rule, over which others, or that a sale is
/// open.</summary>
public sealed class TerritoryResolution
{
    private readonly TerritoryBasis[] _order;

    // By basis in the order in which they are asked: the rules on the code of the sale and on those above it.
    private readonly TerritoryRule[][] _asked;
    private readonly TerritoryRule[] _found;

    internal TerritoryResolution(in ScopeSubject subject, AreaId? area, LocalDate on, TerritoryBasis[] order, TerritoryRule[][] asked)
    {
        Subject = subject;
        Area = area;
        On = on;
        _order = order;
        _asked = asked;
        _found = [.. asked.SelectMany(rules => rules).Where(Holds)];
        Rule = _found.Length > 0 ? _found[0] : null;
    }

    /// <summary>What is known of the sale.</summary>
    public ScopeSubject Subject { get; }

    /// <summary>Where it is, or null when that is not known.</summary>
    public AreaId? Area { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>The rule that decides, or null when none does.</summary>
    public TerritoryRule? Rule { get; }

    /// <summary>The territory, or null when the sale is open.</summary>
    public TerritoryId? Territory => Rule?.Territory;

    /// <summary>Whether no rule decides: nobody has it.</summary>
    public bool IsOpen => Rule is null;

    /// <summary>The rules that would decide if those before them did not, in the order in which they are asked: the region a key account is
    /// taken out of, the province of a city, the rule on all categories.</summary>
    public IReadOnlyList<TerritoryRule> Overridden => Array.AsReadOnly(_found.Skip(1).ToArray());

    /// <summary>Why what was asked before the rule that decided did not decide, and of an open sale why nothing did.</summary>
    /// <remarks>
    /// In the order in which they were asked, for a basis <c>territory.not-stated</c> when the sale states no code, or
    /// <c>territory.no-rule</c> with the code; and for each rule on the code, or on one above it, <c>territory.outside-scope</c> with the
    /// code of the rule, its territory, its scope, and what the scope speaks of and the sale does not state.
    /// </remarks>
    public IReadOnlyList<Reason> Undecided
    {
        get
        {
            var reasons = new List<Reason>();
            for (var i = 0; i < _order.Length; i++)
            {
                reasons.AddRange(_asked[i].TakeWhile(rule => !Holds(rule)).Select(OutsideScope));
                if (Array.Exists(_asked[i], Holds))
                    break;
                if (_asked[i].Length == 0)
                    reasons.Add(WithoutRule(_order[i]));
            }

            return reasons.AsReadOnly();
        }
    }

    /// <summary>The rule, or <c>open</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Rule?.ToString() ?? "open";

    private bool Holds(TerritoryRule rule) => rule.Scope.Matches(Subject);

    private Reason OutsideScope(TerritoryRule rule)
    {
        var unstated = rule.Scope.Unstated(Subject);
        return new(
            "territory.outside-scope", ("basis", TerritoryBases.Word(rule.Basis)),
            ("code", rule.Code.Length > 0 ? rule.Code : Figure.Absent), ("territory", rule.Territory.ToString()),
            ("scope", rule.Scope.ToString()), ("not stated", unstated == ScopeDimensions.None ? Figure.Absent : Dimension.Text(unstated)));
    }

    private Reason WithoutRule(TerritoryBasis basis) =>
        TerritoryBases.CodeOf(basis, Subject, Area) is not { } code
            ? new Reason("territory.not-stated", ("basis", TerritoryBases.Word(basis)))
            : new Reason(
                "territory.no-rule", ("basis", TerritoryBases.Word(basis)), ("code", code.Length > 0 ? code : Figure.Absent));
}
