using Ardalis.GuardClauses;

namespace SalesDomain.Rebates;

/// <summary>What a rebate is paid on: money or a quantity, of all sales that count or of some, in all or on the increase.</summary>
/// <remarks>
/// Money is net of discounts or gross (<see cref="SalesDomain.Measure.ListValue"/>), without tax or with it
/// (<see cref="SalesDomain.Measure.GrossRevenue"/>), as the measure says. Immutable; equality is by all values.
/// </remarks>
public sealed record RebateBasis
{
    private RebateBasis(Measure measure) => Measure = measure;

    /// <summary>What of a line counts.</summary>
    public Measure Measure { get; }

    /// <summary>Which sales are paid on, within those of the agreement and the rebate; everything unless set.</summary>
    public Scope Scope { get; private init; } = Scope.Everything;

    /// <summary>
    /// Whether only what is sold beyond the base period is paid on; the base period is that of <see cref="RebateLevelKind.Growth"/>.
    /// </summary>
    public bool IsIncrease { get; private init; }

    /// <summary>Paid on all that counts of a measure.</summary>
    /// <param name="measure">Revenue, gross revenue, list value or units.</param>
    /// <returns>The basis.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="measure"/> is null.</exception>
    /// <exception cref="System.ArgumentException">No sales line states it, or it is the margin.</exception>
    public static RebateBasis Of(Measure measure) => new(RebateText.OfSales(measure, nameof(measure)));

    /// <summary>Paid on what is sold beyond the base period.</summary>
    /// <param name="measure">Revenue, gross revenue, list value or units.</param>
    /// <returns>The basis.</returns>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static RebateBasis IncreaseOf(Measure measure) => new(RebateText.OfSales(measure, nameof(measure))) { IsIncrease = true };

    /// <summary>The basis of some sales only.</summary>
    /// <param name="scope">Which sales are paid on.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public RebateBasis WithScope(Scope scope) => this with { Scope = Guard.Against.Null(scope) };

    /// <summary>Measure and scope: <c>increase of revenue, without tax</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (IsIncrease ? "increase of " : "") + Measure + (Scope == Scope.Everything ? "" : " (" + Scope + ")");
}
