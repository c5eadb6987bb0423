using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>One amount of a mix: given by the caller, or the sum of facts of which some may be of unknown value.</summary>
internal readonly struct MixPart
{
    private readonly ActualSum? _facts;

    private MixPart(Measured known, ActualSum? facts)
    {
        Known = known;
        _facts = facts;
    }

    internal Measured Known { get; }

    internal int UnknownCount => _facts?.UnknownCount ?? 0;

    /// <summary>True where nothing was sold, or all of it came back.</summary>
    internal bool IsNothing => Known.IsZero && UnknownCount == 0;

    internal static MixPart Of(Measured amount) => new(amount, facts: null);

    internal static MixPart Of(ActualSum facts) => new(facts.Known, facts);

    /// <summary>
    /// The share of a total; null where a part of it is not known, or where it is not positive: of more returns than sales nothing is a
    /// share.
    /// </summary>
    internal static Percentage? Share(Measured part, Measured total, int unknownCount) =>
        unknownCount == 0 && total.Amount > 0m ? Percentage.Ratio(part.Amount, total.Amount) : null;

    internal MixPart Plus(MixPart other) =>
        _facts is { } facts && other._facts is { } more ? Of(facts.Plus(more)) : Of(Known + other.Known);

    internal Explanation Explain(string name) => _facts?.ExplainKnown(name) ?? Fact(name, Known.Value);

    internal bool IsSameAs(MixPart other) => Known == other.Known && UnknownCount == other.UnknownCount;
}
