using System;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// What of one period's quota falls to a part of the period: quota × what counts in it ÷ what counts in the period, by running totals.
/// </summary>
/// <remarks>
/// The amount is quota × (what counts before the days held + what counts in them) ÷ what counts in all, less quota × what counts before ÷
/// what counts in all, each rounded once. Where several hold the days together, each has his share of what counts in them, above the shares
/// of those before him. Made by <see cref="Proration"/>. Equality is by rule, quota, period, days held, shares and rounding.
/// </remarks>
public sealed class ProratedPart : IEquatable<ProratedPart>
{
    private readonly int _countedThrough;

    // Null where the days are held alone, as nearly all are.
    private readonly SharesOfDays? _shares;

    internal ProratedPart(
        Proration proration, Measured quota, DateSpan period, DateSpan held, int before, int counted, int all, Rounding rounding,
        SharesOfDays? shares = null)
    {
        Proration = proration;
        Quota = quota;
        Period = period;
        Held = held;
        CountedBefore = before;
        Counted = counted;
        All = all;
        Rounding = rounding;
        _countedThrough = before + counted;
        _shares = shares;
        Amount = IsFirst ? Through.Amount : Through.Amount - Before.Amount;
    }

    /// <summary>The rule.</summary>
    public Proration Proration { get; }

    /// <summary>The quota of the whole period.</summary>
    public Measured Quota { get; }

    /// <summary>The period.</summary>
    public DateSpan Period { get; }

    /// <summary>The days held, as they were given; they may go beyond the period.</summary>
    public DateSpan Held { get; }

    /// <summary>How much counts in the period before the days held; 0 where nothing counts in them.</summary>
    public int CountedBefore { get; }

    /// <summary>How much counts in the days held within the period: the numerator.</summary>
    public int Counted { get; }

    /// <summary>How much counts in the period: the denominator.</summary>
    public int All { get; }

    /// <summary>The share that was held on those days: 100 % for who held them alone.</summary>
    public Percentage HeldShare => _shares?.Held ?? Percentage.OneHundred;

    /// <summary>The shares of those named before, on the same days; 0 % for who held them alone.</summary>
    public Percentage ShareBefore => _shares?.Before ?? Percentage.Zero;

    /// <summary>The numerator × the share held ÷ the denominator, to 28 digits.</summary>
    public Percentage Share => Percentage.Ratio(HeldShare == Percentage.OneHundred ? Counted : Counted * HeldShare.Fraction, All)!.Value;

    /// <summary>How the amount is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The part of the quota.</summary>
    public Measured Amount { get; }

    // Not kept: of a thousand parts a few are explained.
    private ProratedTotal Through =>
        _shares is null ? new(Quota, _countedThrough, All, Rounding)
            : new(Quota, CountedBefore, Counted, _shares.Through, All, Rounding);

    private ProratedTotal Before =>
        _shares is null ? new(Quota, CountedBefore, All, Rounding)
            : new(Quota, CountedBefore, Counted, _shares.Before, All, Rounding);

    private bool IsFirst => CountedBefore == 0 && (_shares is null || _shares.Before == Percentage.Zero);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ProratedPart? left, ProratedPart? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ProratedPart? left, ProratedPart? right) => !(left == right);

    /// <summary>How the amount came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain()
    {
        var name = "prorated " + Period;
        return IsFirst ? Explain(name, Through)
            : Node(
                name, Amount.Value, Operation.Difference,
                Explain("through " + Held, Through), Explain("before " + Held, Before));
    }

    /// <summary>Whether the other is of the same rule, quota, period, days held, shares and rounding.</summary>
    /// <param name="other">The part to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ProratedPart? other) =>
        other is not null && Proration == other.Proration && Quota == other.Quota && Period == other.Period && Held == other.Held
        && Rounding == other.Rounding && HeldShare == other.HeldShare && ShareBefore == other.ShareBefore;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProratedPart);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Quota.GetHashCode(), Period.GetHashCode(), Held.GetHashCode(), Proration.GetHashCode());

    /// <summary>Period, share and amount: <c>2026-01-01/2026-03-31: 1 of 3 CNY 6666.67</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Period + ": " + InvariantText.Number(Counted) + " of " + InvariantText.Number(All)
        + (HeldShare == Percentage.OneHundred ? " " : " at " + HeldShare + " ") + Amount.Value;

    private Explanation Explain(string name, ProratedTotal total) =>
        Node(
            name, total.Amount.Value, Operation.Round(Rounding),
            Node(
                "exact", total.Exact.Value, Operation.Ratio,
                Node("quota × counted", total.Times.Value, Operation.Product, Fact("quota", Quota.Value), CountedIn(total)),
                Fact("counted " + Proration + " in all", All)));

    private Explanation CountedIn(ProratedTotal total) =>
        total.Share is not { } share ? Fact("counted", total.Counted)
            : Node(
                "counted", total.Counted, Operation.Sum, Fact("counted before", CountedBefore),
                Node(
                    "days × shares", total.OfDays, Operation.Product,
                    Fact("counted in them", Counted), Fact("shares through it, of 1", share.Fraction)));
}
