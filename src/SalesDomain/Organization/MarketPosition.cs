using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How a firm stands in a territory or a market: its share of what all sell, and how much of the potential is reached.</summary>
/// <remarks>
/// <para>
/// Three ratios with one product: market share = own sales ÷ sales of all; development = sales of all ÷ potential; penetration = own
/// sales ÷ potential = share × development. Sales of all and the potential are data from outside and may be unknown; a ratio without
/// its data is null, as is one over zero.
/// </para>
/// <para>Immutable. Equality is by the three amounts.</para>
/// </remarks>
public sealed class MarketPosition : IEquatable<MarketPosition>
{
    private MarketPosition(Measured sales, Measured? market, Measured? potential)
    {
        (Sales, Market, Potential) = (sales, market, potential);
        Share = Ratio(sales, market, nameof(market));
        Penetration = Ratio(sales, potential, nameof(potential));
        Development = market is { } all ? Ratio(all, potential, nameof(potential)) : null;
    }

    /// <summary>Own sales.</summary>
    public Measured Sales { get; }

    /// <summary>What all sellers sell together, own sales included; null where it is not known.</summary>
    public Measured? Market { get; }

    /// <summary>What could be sold by all together; null where it is not known.</summary>
    public Measured? Potential { get; }

    /// <summary>Market share (市场占有率): own sales ÷ sales of all.</summary>
    public Percentage? Share { get; }

    /// <summary>Market development: sales of all ÷ potential.</summary>
    public Percentage? Development { get; }

    /// <summary>Penetration (渗透率): own sales ÷ potential.</summary>
    public Percentage? Penetration { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A position.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(MarketPosition? left, MarketPosition? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A position.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(MarketPosition? left, MarketPosition? right) => !(left == right);

    /// <summary>The position by its amounts.</summary>
    /// <param name="sales">Own sales.</param>
    /// <param name="market">What all sell together, on the same basis; null where it is not known.</param>
    /// <param name="potential">What could be sold by all, on the same basis; null where it is not known.</param>
    /// <returns>The position.</returns>
    /// <exception cref="ArgumentException">
    /// An amount is the default value, which measures nothing, or they differ in kind, tax basis, unit or currency.
    /// </exception>
    public static MarketPosition Of(Measured sales, Measured? market, Measured? potential) =>
        new(MeasuredArgument.Given(sales), MeasuredArgument.Given(market), MeasuredArgument.Given(potential));

    /// <summary>The penetration as own sales ÷ potential.</summary>
    /// <returns>The tree; its root is <see cref="Penetration"/>, absent where it is null.</returns>
    public Explanation Explain() => Explain("penetration", Penetration, ("sales", Sales), ("potential", Potential));

    /// <summary>The market share as own sales ÷ sales of all.</summary>
    /// <returns>The tree; its root is <see cref="Share"/>, absent where it is null.</returns>
    public Explanation ExplainShare() => Explain("market share", Share, ("sales", Sales), ("sales of all", Market));

    /// <summary>The development as sales of all ÷ potential.</summary>
    /// <returns>The tree; its root is <see cref="Development"/>, absent where it is null.</returns>
    public Explanation ExplainDevelopment() =>
        Explain("market development", Development, ("sales of all", Market), ("potential", Potential));

    /// <summary>Whether the other has the same amounts.</summary>
    /// <param name="other">The position to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(MarketPosition? other) =>
        other is not null && Sales == other.Sales && Market.Equals(other.Market) && Potential.Equals(other.Potential);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as MarketPosition);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Sales.GetHashCode(), Market.GetHashCode(), Potential.GetHashCode());

    private static Percentage? Ratio(Measured part, Measured? whole, string parameterName)
    {
        if (whole is not { } given)
            return null;

        // Names may differ, as those of sales and potential do; what has to be one is basis, unit and currency.
        Measure.RequireSameBasis(part.Measure, given.Measure, parameterName);
        Measured.RequireSame(part, given.As(part.Measure), parameterName);
        return Measured.Ratio(part, given);
    }

    // What is unknown stands as a fact that is absent: there is no operation to check.
    private static Explanation Explain(
        string name, Percentage? ratio, (string Name, Measured? Value) part, (string Name, Measured? Value) whole) =>
        part.Value is { } dividend && whole.Value is { } divisor
            ? Node(name, Figure.OrAbsent(ratio), Operation.Ratio, Fact(part.Name, dividend.Value), Fact(whole.Name, divisor.Value))
            : Fact(name, Figure.Absent);
}
