using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>A guaranteed minimum of a rebate, whatever is earned by its steps and its conditions.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record RebateGuarantee
{
    private RebateGuarantee(RebateGuaranteeKind kind, Money amount, FiscalPeriodKind? within)
    {
        Kind = kind;
        Amount = amount;
        Within = within;
    }

    /// <summary>Over what it runs, and when it is given.</summary>
    public RebateGuaranteeKind Kind { get; }

    /// <summary>The minimum.</summary>
    public Money Amount { get; }

    /// <summary>After which periods a cumulative minimum begins anew; null for the whole agreement, or per period.</summary>
    public FiscalPeriodKind? Within { get; }

    /// <summary>At least so much in every period.</summary>
    /// <param name="amount">The minimum, positive.</param>
    /// <returns>The guarantee.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static RebateGuarantee PerPeriod(Money amount) =>
        new(RebateGuaranteeKind.PerPeriod, Guard.Against.NotPositive(amount), within: null);

    /// <summary>At least so much over all periods of the agreement together, given with the first of them.</summary>
    /// <param name="amount">The minimum, positive.</param>
    /// <returns>The guarantee.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static RebateGuarantee First(Money amount) =>
        new(RebateGuaranteeKind.CumulativeFirst, Guard.Against.NotPositive(amount), within: null);

    /// <summary>At least so much over all periods of the agreement together, what is missing being given with the last.</summary>
    /// <param name="amount">The minimum, positive.</param>
    /// <returns>The guarantee, for an agreement that has an end.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static RebateGuarantee Last(Money amount) =>
        new(RebateGuaranteeKind.CumulativeLast, Guard.Against.NotPositive(amount), within: null);

    /// <summary>The cumulative guarantee, anew in each longer period: 10,000 in every year.</summary>
    /// <param name="within">The kind of the longer period.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="within"/> is undefined.</exception>
    /// <exception cref="System.InvalidOperationException">The guarantee is per period.</exception>
    public RebateGuarantee Each(FiscalPeriodKind within)
    {
        Guard.Against.Undefined(within);
        return Kind != RebateGuaranteeKind.PerPeriod ? new RebateGuarantee(Kind, Amount, within)
            : throw new System.InvalidOperationException("A guarantee per period begins anew with each period already.");
    }

    /// <summary>Kind and amount.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Kind + " " + Amount + (Within is { } within ? " each " + within : "");
}
