using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The most that may be kept of a month's wage: a share of it, and never so much that less than a minimum wage is left.</summary>
/// <remarks>
/// Limit = max(0, min(due, share × wage, wage − minimum wage)). Both are parameters: article 16 of the Chinese provisional rules on the
/// payment of wages (工资支付暂行规定) has 20 % and the local minimum wage, for damages. Immutable; equality is by all values.
/// </remarks>
public sealed class DeductionCap : IEquatable<DeductionCap>
{
    private DeductionCap(Percentage share, Money? minimumWage, bool coversCommissions)
    {
        Share = share;
        MinimumWage = minimumWage;
        CoversCommissions = coversCommissions;
    }

    /// <summary>The share of the wage that may be kept.</summary>
    public Percentage Share { get; }

    /// <summary>What must be left of the wage; null where nothing must.</summary>
    public Money? MinimumWage { get; }

    /// <summary>
    /// Whether it bounds all that is recovered in a payout period, from commissions and fixed pay together; otherwise fixed pay only.
    /// </summary>
    public bool CoversCommissions { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A cap.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DeductionCap? left, DeductionCap? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A cap.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DeductionCap? left, DeductionCap? right) => !(left == right);

    /// <summary>A cap at a share of the wage.</summary>
    /// <param name="share">The share, from 0 % to 100 %.</param>
    /// <returns>The cap.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    public static DeductionCap Of(Percentage share) => new(Guard.Against.NoPart(share), null, coversCommissions: false);

    /// <summary>The cap with what must be left of the wage.</summary>
    /// <param name="minimumWage">The minimum wage, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumWage"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="minimumWage"/> is finer than its currency pays.</exception>
    public DeductionCap WithMinimumWage(Money minimumWage) => new(Share, Payable.NotNegative(minimumWage), CoversCommissions);

    /// <summary>
    /// The cap for all that is recovered in a payout period: commissions are wage too, and what they recover counts against it. The wage is
    /// then fixed pay + commissions before recovery.
    /// </summary>
    /// <returns>The changed copy.</returns>
    public DeductionCap CoveringCommissions() => new(Share, MinimumWage, coversCommissions: true);

    /// <summary>The most that may be kept of a wage for what is due, not rounded.</summary>
    /// <param name="due">What is due.</param>
    /// <param name="wage">The wage of the month.</param>
    /// <returns>min(due, share × wage, wage − minimum wage), not below zero.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public Money Limit(Money due, Money wage)
    {
        if (due.Currency != wage.Currency)
            throw new CurrencyMismatchException(due.Currency, wage.Currency, nameof(wage));

        var limit = Money.Min(due, wage * Share);
        if (MinimumWage is { } minimum)
        {
            if (minimum.Currency != wage.Currency)
                throw new CurrencyMismatchException(minimum.Currency, wage.Currency, nameof(wage));

            limit = Money.Min(limit, wage - minimum);
        }

        return Money.Max(limit, Money.Zero(wage.Currency));
    }

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The cap to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DeductionCap? other) =>
        other is not null && Share == other.Share && MinimumWage == other.MinimumWage && CoversCommissions == other.CoversCommissions;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeductionCap);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Share.GetHashCode(), MinimumWage.GetHashCode(), CoversCommissions ? 1 : 0);

    /// <summary>The share and the minimum wage: <c>20% of the wage, CNY 2490.00 left</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(Share + " of the wage", MinimumWage is { } minimum ? minimum + " left" : "",
            CoversCommissions ? "commissions included" : "");
}
