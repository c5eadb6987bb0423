using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>What is charged for each day that money comes late (滞纳金, 违约金): amount × days × rate, 0.05 % a day as 万分之五.</summary>
/// <remarks>
/// <para>
/// Days are counted from the due date to the day of payment, that day included and the due date not. In time nothing is charged, and
/// nothing is given for money that comes early. A rate by the year is amount × days × rate ÷ days of the year, divided once: base rate and
/// 8 points by the year, as the European Union has it, is no rate by the day with few decimals.
/// </para>
/// <para>
/// There are no days of grace, no least charge and no cap unless stated. A charge is rounded, then brought up to the least charge, then
/// down to the cap: the cap has the last word, and is rounded down, so that no charge is above it. A negative amount is charged like its
/// opposite, with the other sign.
/// </para>
/// <para>Immutable. Equality is by all settings.</para>
/// </remarks>
public sealed class LatePaymentRule : IEquatable<LatePaymentRule>
{
    private LatePaymentRule(Percentage rate, DayCountBasis? basis, Rounding rounding)
    {
        Rate = rate;
        Basis = basis;
        Rounding = rounding;
    }

    private LatePaymentRule(LatePaymentRule from, int graceDays, GraceCharging charging, Money? minimum, Percentage? cap)
        : this(from.Rate, from.Basis, from.Rounding)
    {
        GraceDays = graceDays;
        GraceCharging = charging;
        Minimum = minimum;
        Cap = cap;
    }

    /// <summary>The rate: by the year where there is a <see cref="Basis"/>, and otherwise by the day.</summary>
    public Percentage Rate { get; }

    /// <summary>How many days the year has; null for a rate by the day.</summary>
    public DayCountBasis? Basis { get; }

    /// <summary>How each charge is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>For how many days after the due date nothing is charged; 0 unless stated.</summary>
    public int GraceDays { get; }

    /// <summary>What is charged once the grace is over; from the due date unless stated.</summary>
    public GraceCharging GraceCharging { get; }

    /// <summary>The least that is charged where anything is; null for none.</summary>
    public Money? Minimum { get; }

    /// <summary>The most that is charged, of the amount; null for none.</summary>
    public Percentage? Cap { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(LatePaymentRule? left, LatePaymentRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(LatePaymentRule? left, LatePaymentRule? right) => !(left == right);

    /// <summary>A rate for each day.</summary>
    /// <param name="rate">The rate by the day, zero or more: 0.05 %.</param>
    /// <param name="rounding">How each charge is rounded.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    public static LatePaymentRule PerDay(Percentage rate, Rounding rounding) =>
        new(Checked(rate, nameof(rate)), null, Guard.Against.Null(rounding));

    /// <summary>A rate by the year, for the days of it.</summary>
    /// <param name="rate">The rate by the year, zero or more: 10.15 %.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <param name="rounding">How each charge is rounded.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is negative, or <paramref name="basis"/> is of no one year.
    /// </exception>
    public static LatePaymentRule PerYear(Percentage rate, DayCountBasis basis, Rounding rounding) =>
        new(Checked(rate, nameof(rate)), YearOfDays.Checked(basis), Guard.Against.Null(rounding));

    /// <summary>The rule with days of grace, and once they are over a charge from the due date.</summary>
    /// <param name="days">Calendar days after the due date, 0 to 3,650; the last of them is in grace.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public LatePaymentRule WithGrace(int days) => WithGrace(days, GraceCharging.FromDueDate);

    /// <summary>The rule with days of grace.</summary>
    /// <param name="days">Calendar days after the due date, 0 to 3,650; the last of them is in grace.</param>
    /// <param name="charging">What is charged once they are over.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public LatePaymentRule WithGrace(int days, GraceCharging charging) =>
        new(this, Guard.Against.OutsideRange(0, DueStep.MostDays, days), Guard.Against.Undefined(charging), Minimum, Cap);

    /// <summary>The rule with a least charge: where anything is charged it is not less, but for the cap.</summary>
    /// <param name="minimum">The least charge, above zero; amounts are then of its currency.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    public LatePaymentRule WithMinimum(Money minimum) =>
        new(this, GraceDays, GraceCharging, Guard.Against.NotPositive(minimum), Cap);

    /// <summary>The rule with a cap: however late, not more than a part of the amount.</summary>
    /// <param name="cap">The part of the amount, zero or more: 20 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is negative.</exception>
    public LatePaymentRule WithCap(Percentage cap) => new(this, GraceDays, GraceCharging, Minimum, Checked(cap, nameof(cap)));

    /// <summary>The charge for an amount.</summary>
    /// <param name="amount">What was paid late, or is late still.</param>
    /// <param name="due">When it was due.</param>
    /// <param name="paidOn">When it was paid, or the day on which it is asked.</param>
    /// <returns>The charge, with how it came about.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="CurrencyMismatchException">The least charge is in another currency.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public LatePaymentCharge Charge(Money amount, LocalDate due, LocalDate paidOn)
    {
        Guard.Against.OtherCalendar(due);
        Guard.Against.OtherCalendar(paidOn);
        if (Minimum is { } minimum && minimum.Currency != amount.Currency)
            throw new CurrencyMismatchException(minimum.Currency, amount.Currency, nameof(amount));

        return new LatePaymentCharge(this, amount, due, paidOn);
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(LatePaymentRule? other) =>
        other is not null && Rate == other.Rate && Basis == other.Basis && Rounding == other.Rounding && GraceDays == other.GraceDays
        && GraceCharging == other.GraceCharging && Minimum == other.Minimum && Cap == other.Cap;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LatePaymentRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            Hash.Combine(Rate.GetHashCode(), Basis.GetHashCode(), Rounding.GetHashCode()), Hash.Combine(GraceDays, (int)GraceCharging),
            Minimum.GetHashCode(), Cap.GetHashCode());

    /// <summary>
    /// Rate, grace, least charge, cap and rounding: <c>0.05% a day, 5 days of grace, at most 20% of the amount, rounded minor-unit
    /// half-away</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            Rate + (Basis is null ? " a day" : " a year"), Basis?.ToString() ?? "", GraceText(),
            Minimum is { } minimum ? "at least " + minimum : "", Cap is { } cap ? "at most " + cap + " of the amount" : "",
            "rounded " + Rounding);

    private static Percentage Checked(Percentage value, string parameterName) =>
        value >= Percentage.Zero ? value : throw Guards.OutOfRange(parameterName, value.ToString(), "must not be negative");

    private string GraceText() =>
        GraceDays == 0 ? ""
            : (GraceCharging == GraceCharging.AfterGrace ? "charged after " : "") + InvariantText.Number(GraceDays)
                + (GraceDays == 1 ? " day" : " days") + " of grace";
}
