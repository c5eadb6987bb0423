using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>How a bank discounts acceptance bills (贴现): face × (1 − rate × days ÷ days of the year).</summary>
/// <remarks>
/// Days count the day of discounting and not that of maturity; of a remote acceptor some more are counted, three unless stated (支付结算办法).
/// The interest is rounded, and the proceeds are what is left, so that both are together the face. Immutable. Equality is by all settings.
/// </remarks>
public sealed class BillDiscounting : IEquatable<BillDiscounting>
{
    private const int UsualRemoteDays = 3;
    private const int MostRemoteDays = 31;

    private BillDiscounting(
        Percentage rate, DayCountBasis basis, Rounding rounding, int remoteDays, int? maximumTenor, BusinessDayConvention convention,
        WorkCalendar? calendar)
    {
        Rate = rate;
        Basis = basis;
        Rounding = rounding;
        RemoteDays = remoteDays;
        MaximumTenor = maximumTenor;
        Convention = convention;
        Calendar = calendar;
    }

    /// <summary>The bank's rate by the year (贴现率).</summary>
    public Percentage Rate { get; }

    /// <summary>How many days the year has: 360 or 365.</summary>
    public DayCountBasis Basis { get; }

    /// <summary>How the interest is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>How many days more are counted where the acceptor is remote; 3 unless stated.</summary>
    public int RemoteDays { get; }

    /// <summary>The longest tenor from issue to maturity that is taken, in months; null where any is.</summary>
    public int? MaximumTenor { get; }

    /// <summary>Where a maturity goes that is no working day; it stays unless stated.</summary>
    public BusinessDayConvention Convention { get; }

    /// <summary>The working days by which maturities are moved; null where they stay.</summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(BillDiscounting? left, BillDiscounting? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(BillDiscounting? left, BillDiscounting? right) => !(left == right);

    /// <summary>A rule.</summary>
    /// <param name="rate">The rate by the year, zero or more.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <param name="rounding">How the interest is rounded.</param>
    /// <returns>The rule; maturities stay, and any tenor is taken.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is negative, or <paramref name="basis"/> is not defined or of no one year.
    /// </exception>
    public static BillDiscounting Of(Percentage rate, DayCountBasis basis, Rounding rounding) =>
        rate >= Percentage.Zero
            ? new BillDiscounting(
                rate, YearOfDays.Checked(basis), Guard.Against.Null(rounding), UsualRemoteDays, null, BusinessDayConvention.Unadjusted,
                null)
            : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

    /// <summary>The rule with another number of days for a remote acceptor.</summary>
    /// <param name="days">The days, 0 to 31.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public BillDiscounting WithRemoteDays(int days) =>
        new(Rate, Basis, Rounding, Guard.Against.OutsideRange(0, MostRemoteDays, days), MaximumTenor, Convention, Calendar);

    /// <summary>The rule that refuses bills of a longer tenor: six months for bills in China from 2023.</summary>
    /// <param name="months">The months from issue to maturity, 1 to 120; a bill whose day of issue is not stated is counted from the day of
    /// discounting.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is out of its range.</exception>
    public BillDiscounting WithMaximumTenor(int months) =>
        new(Rate, Basis, Rounding, RemoteDays, Guard.Against.OutsideRange(1, DueStep.MostMonths, months), Convention, Calendar);

    /// <summary>The rule that moves maturities to working days, and counts to there.</summary>
    /// <param name="convention">Where a maturity goes that is no working day.</param>
    /// <param name="calendar">The working days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="convention"/> is not defined.</exception>
    public BillDiscounting WithConvention(BusinessDayConvention convention, WorkCalendar calendar) =>
        new(Rate, Basis, Rounding, RemoteDays, MaximumTenor, Guard.Against.Undefined(convention), Guard.Against.Null(calendar));

    /// <summary>What a bill brings on a day.</summary>
    /// <param name="bill">The bill.</param>
    /// <param name="on">The day of discounting.</param>
    /// <returns>Interest and proceeds, or why the bill is not discounted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bill"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The calendar does not know to which day the maturity of <paramref name="bill"/> goes.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public DiscountedBill Discount(AcceptanceBill bill, LocalDate on)
    {
        Guard.Against.Null(bill);
        Guard.Against.OtherCalendar(on);
        if (Calendar is null)
            return new DiscountedBill(this, bill, on, bill.Maturity);

        return Calendar.TryRoll(bill.Maturity, Convention, out var paid) ? new DiscountedBill(this, bill, on, paid)
            : throw Guards.OutOfRange(nameof(bill), bill.ToString(), "must mature on a day that the calendar knows");
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(BillDiscounting? other) =>
        other is not null && Rate == other.Rate && Basis == other.Basis && Rounding == other.Rounding && RemoteDays == other.RemoteDays
        && MaximumTenor == other.MaximumTenor && Convention == other.Convention && Calendar == other.Calendar;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BillDiscounting);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            Hash.Combine(Rate.GetHashCode(), (int)Basis, Rounding.GetHashCode(), RemoteDays),
            MaximumTenor ?? 0, (int)Convention, Calendar?.GetHashCode() ?? 0);

    /// <summary>Rate, year and rounding: <c>2.4% a year, Actual360, rounded minor-unit half-away, remote +3</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Rate + " a year, " + Basis.ToString() + ", rounded " + Rounding + ", remote +" + InvariantText.Number(RemoteDays)
        + (MaximumTenor is { } months ? ", at most " + InvariantText.Number(months) + " months" : "")
        + (Calendar is null ? "" : ", " + Convention.ToString());
}
