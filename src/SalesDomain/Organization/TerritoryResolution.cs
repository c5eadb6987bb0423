using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Organization;

/// <summary>The answer of a <see cref="TerritoryMap"/>: which territory, by which rule, over which others, or that a sale is
/// open.</summary>
public sealed class TerritoryResolution
{
    private readonly TerritoryBasis[] _order;

    // In the order in which they were asked; null where a basis has no rule.
    private readonly TerritoryRule?[] _found;

    internal TerritoryResolution(in ScopeSubject subject, AreaId? area, LocalDate on, TerritoryBasis[] order, TerritoryRule?[] found)
    {
        Subject = subject;
        Area = area;
        On = on;
        _order = order;
        _found = found;
        Rule = Array.Find(found, rule => rule is not null);
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
    /// taken out of.</summary>
    public IReadOnlyList<TerritoryRule> Overridden => Array.AsReadOnly(_found.OfType<TerritoryRule>().Skip(1).ToArray());

    /// <summary>
    /// Why the bases asked before the one that decided did not decide, and of an open sale why none did: <c>territory.not-stated</c> or
    /// <c>territory.no-rule</c>, with the basis and, where there is one, the code.
    /// </summary>
    /// <returns>A reason for each of these bases, in the order in which they were asked.</returns>
    public IReadOnlyList<Reason> Undecided()
    {
        var asked = Rule is null ? _order.Length : Array.IndexOf(_found, Rule);
        return Array.AsReadOnly(_order.Take(asked).Select(Miss).ToArray());
    }

    /// <summary>The rule, or <c>open</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Rule?.ToString() ?? "open";

    private Reason Miss(TerritoryBasis basis)
    {
        var code = basis == TerritoryBasis.Area ? Area?.Code : TerritoryBases.CodeOf(basis, Subject);
        return code is null ? new Reason("territory.not-stated", ("basis", TerritoryBases.Word(basis)))
            : new Reason("territory.no-rule", ("basis", TerritoryBases.Word(basis)), ("code", code));
    }
}
