using System;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>One period of a <see cref="RampedQuota"/>: the full quota, the share asked, and the amount.</summary>
/// <remarks>Equality is by period, full quota, share, days and amount.</remarks>
public sealed class RampedPart : IEquatable<RampedPart>
{
    private readonly (Percentage Share, int Days)[] _shares;
    private readonly RampSteps _steps;
    private readonly Rounding _rounding;

    internal RampedPart(DateSpan period, Measured full, (Percentage Share, int Days)[] shares, int days, Rounding rounding)
    {
        Period = period;
        Full = full;
        _shares = shares;
        Days = days;
        _rounding = rounding;
        _steps = new RampSteps(full.Amount, shares, days);
        Amount = full.With(rounding.RoundAmount(_steps.Exact, full.Currency));
        Relief = full - Amount;
    }

    /// <summary>The period.</summary>
    public DateSpan Period { get; }

    /// <summary>The full quota of the period.</summary>
    public Measured Full { get; }

    /// <summary>Its days, or working days where the phasing counts them.</summary>
    public int Days { get; }

    /// <summary>Σ share × days: the days at which a full quota would be asked.</summary>
    public decimal FullDays => _steps.FullDays;

    /// <summary>
    /// The share asked of the period, <see cref="FullDays"/> ÷ <see cref="Days"/>, to 28 digits; null where it has no days.
    /// </summary>
    public Percentage? Share => Percentage.Ratio(FullDays, Days);

    /// <summary>The ramped quota of the period.</summary>
    public Measured Amount { get; }

    /// <summary>What the ramp takes off in the period.</summary>
    public Measured Relief { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RampedPart? left, RampedPart? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RampedPart? left, RampedPart? right) => !(left == right);

    /// <summary>How the amount came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain()
    {
        // A period without days has no part.
        if (Days == 0)
            return Fact("ramped " + Period, Amount.Value);

        Explanation[] shares =
        [
            .. _shares.Select((each, i) => Node(
                "share × days", _steps.Of(i), Operation.Product,
                Constant("share of the ramp", each.Share.Fraction), Fact("days", each.Days))),
        ];
        return Node(
            "ramped " + Period, Amount.Value, Operation.Round(_rounding),
            Node(
                "exact", Full.With(_steps.Exact).Value, Operation.Ratio,
                Node(
                    "full × days", Full.With(_steps.Times).Value, Operation.Product, Fact("full quota", Full.Value),
                    Node("full days", FullDays, Operation.Sum, shares)),
                Fact("days of the period", Days)));
    }

    /// <summary>Whether the other has the same period, full quota, days and amount.</summary>
    /// <param name="other">The part to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RampedPart? other) =>
        other is not null && Period == other.Period && Full == other.Full && Days == other.Days && FullDays == other.FullDays
        && Amount == other.Amount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RampedPart);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Period.GetHashCode(), Full.GetHashCode(), Hash.Of(FullDays));

    /// <summary>Period, share of the days and amount: <c>2026-03-01/2026-03-31: 15.5 of 31 CNY 50000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Period + ": " + InvariantText.Number(FullDays) + " of " + InvariantText.Number(Days) + " " + Amount.Value;
}
