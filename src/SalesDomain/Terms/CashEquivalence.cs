using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>What money that comes later is worth at once, and what has to come later to be worth it: cash, bill and credit price.</summary>
/// <remarks>
/// <para>
/// cash = amount × (1 − rate × days ÷ days of the year), as a bank discounts, and amount = cash ÷ (1 − rate × days ÷ days of the year):
/// 1,000 in 30 days at 4.8 % are 996.00 at once (现款价), and a bill of 180 days has to read 1,024.59 to be worth 1,000 (承兑价). There is
/// one reference, cash.
/// </para>
/// <para>
/// Bills may have a rate of their own. Cash is worth its amount. Each amount is rounded, so that they sum in any order. Immutable. Equality
/// is by all settings.
/// </para>
/// </remarks>
public sealed class CashEquivalence : IEquatable<CashEquivalence>
{
    private readonly Percentage? _bankBills;
    private readonly Percentage? _commercialBills;

    private CashEquivalence(Percentage rate, DayCountBasis basis, Rounding rounding, Percentage? bankBills, Percentage? commercialBills)
    {
        Rate = rate;
        Basis = basis;
        Rounding = rounding;
        _bankBills = bankBills;
        _commercialBills = commercialBills;
    }

    /// <summary>The rate by the year of money on credit.</summary>
    public Percentage Rate { get; }

    /// <summary>How many days the year has: 360 or 365.</summary>
    public DayCountBasis Basis { get; }

    /// <summary>How each amount is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CashEquivalence? left, CashEquivalence? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CashEquivalence? left, CashEquivalence? right) => !(left == right);

    /// <summary>A rule with one rate.</summary>
    /// <param name="rate">The rate by the year, zero or more.</param>
    /// <param name="basis">How many days the year has: 360 or 365.</param>
    /// <param name="rounding">How each amount is rounded.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is negative, or <paramref name="basis"/> is not defined or of no one year.
    /// </exception>
    public static CashEquivalence Of(Percentage rate, DayCountBasis basis, Rounding rounding) =>
        new(Checked(rate), YearOfDays.Checked(basis), Guard.Against.Null(rounding), null, null);

    /// <summary>The rule with a rate of its own for a kind of bill.</summary>
    /// <param name="instrument">The kind of bill; cash costs nothing and has no rate.</param>
    /// <param name="rate">The rate by the year, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="instrument"/> is cash or not defined, or <paramref name="rate"/> is negative.
    /// </exception>
    public CashEquivalence WithRate(Instrument instrument, Percentage rate)
    {
        Checked(rate);
        return Guard.Against.Undefined(instrument) switch
        {
            Instrument.BankBill => new CashEquivalence(Rate, Basis, Rounding, rate, _commercialBills),
            Instrument.CommercialBill => new CashEquivalence(Rate, Basis, Rounding, _bankBills, rate),
            _ => throw Guards.OutOfRange(nameof(instrument), instrument.ToString(), "must be a bill"),
        };
    }

    /// <summary>The rate of an instrument: 0 % for cash, for a bill its own or <see cref="Rate"/>.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <returns>The rate by the year.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="instrument"/> is not defined.</exception>
    public Percentage RateOf(Instrument instrument) =>
        Guard.Against.Undefined(instrument) switch
        {
            Instrument.BankBill => _bankBills ?? Rate,
            Instrument.CommercialBill => _commercialBills ?? Rate,
            _ => Percentage.Zero,
        };

    /// <summary>What an amount on credit is worth at once.</summary>
    /// <param name="amount">The amount, of any sign.</param>
    /// <param name="days">In how many days it comes, zero or more, and so few that something is left.</param>
    /// <returns>Both, with how they belong together.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative, or costs all or more.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public EquivalentAmount CashFor(Money amount, int days) => CashAt(amount, Rate, days);

    /// <summary>What a bill is worth at once.</summary>
    /// <param name="amount">The amount, of any sign.</param>
    /// <param name="instrument">What it is paid with.</param>
    /// <param name="days">In how many days it comes, zero or more, and so few that something is left.</param>
    /// <returns>Both, with how they belong together.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="days"/> is negative, or costs all or more; <paramref name="instrument"/> is not defined.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public EquivalentAmount CashFor(Money amount, Instrument instrument, int days) => CashAt(amount, RateOf(instrument), days);

    /// <summary>What has to come on credit to be worth an amount at once.</summary>
    /// <param name="cash">The amount at once, of any sign.</param>
    /// <param name="days">In how many days it comes, zero or more, and so few that something is left.</param>
    /// <returns>Both, with how they belong together.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative, or costs all or more.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public EquivalentAmount AmountFor(Money cash, int days) => AmountAt(cash, Rate, days);

    /// <summary>What a bill has to read to be worth an amount at once.</summary>
    /// <param name="cash">The amount at once, of any sign.</param>
    /// <param name="instrument">What it is paid with.</param>
    /// <param name="days">In how many days it comes, zero or more, and so few that something is left.</param>
    /// <returns>Both, with how they belong together.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="days"/> is negative, or costs all or more; <paramref name="instrument"/> is not defined.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public EquivalentAmount AmountFor(Money cash, Instrument instrument, int days) => AmountAt(cash, RateOf(instrument), days);

    /// <summary>What receipts are worth in cash, each by its instrument and the days from its date to its maturity.</summary>
    /// <param name="currency">The currency of all receipts.</param>
    /// <param name="receipts">The receipts; order does not matter.</param>
    /// <returns>The sum, with a line for each receipt.</returns>
    /// <exception cref="ArgumentNullException">An argument or a receipt is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bill matures so late that nothing would be left.</exception>
    /// <exception cref="CurrencyMismatchException">A receipt is in another currency.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public ConvertedReceipts Convert(Currency currency, IEnumerable<CollectionLine> receipts)
    {
        Guard.Against.Null(currency);
        CollectionLine[] copy = [.. Guard.Against.Null(receipts)];
        foreach (var receipt in copy)
        {
            if (Guard.Against.Null(receipt, nameof(receipts)).Amount.Currency != currency)
                throw new CurrencyMismatchException(currency, receipt.Amount.Currency, nameof(receipts));
        }

        return new ConvertedReceipts(currency, Array.ConvertAll(copy, Converted));
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CashEquivalence? other) =>
        other is not null && Rate == other.Rate && Basis == other.Basis && Rounding == other.Rounding && _bankBills == other._bankBills
        && _commercialBills == other._commercialBills;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CashEquivalence);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            Hash.Combine(Rate.GetHashCode(), (int)Basis, Rounding.GetHashCode()), _bankBills?.GetHashCode() ?? 0,
            _commercialBills?.GetHashCode() ?? 0);

    /// <summary>Rates, year and rounding: <c>4.8% a year, bank bills 2.4%, Actual360, rounded minor-unit half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Rate + " a year" + (_bankBills is { } bank ? ", bank bills " + bank : "")
        + (_commercialBills is { } commercial ? ", commercial bills " + commercial : "") + ", " + Basis.ToString()
        + ", rounded " + Rounding;

    private static Percentage Checked(Percentage rate) =>
        rate >= Percentage.Zero ? rate : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

    private EquivalentAmount CashAt(Money amount, Percentage rate, int days) =>
        EquivalentAmount.CashFor(this, amount, rate, CheckedDays(rate, days, nameof(days)));

    private EquivalentAmount AmountAt(Money cash, Percentage rate, int days) =>
        EquivalentAmount.AmountFor(this, cash, rate, CheckedDays(rate, days, nameof(days)));

    private int CheckedDays(Percentage rate, int days, string parameterName)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, days, parameterName);
        return rate.Fraction * days < YearOfDays.Of(Basis) ? days
            : throw Guards.OutOfRange(parameterName, InvariantText.Number(days), "must cost less than the whole at " + rate);
    }

    private ConvertedReceipt Converted(CollectionLine receipt)
    {
        // Cash has no maturity, and every bill has one; a bill that comes back after it is worth its face.
        var days = receipt.Maturity is { } maturity ? Math.Max(0, DayNumber.Of(maturity) - DayNumber.Of(receipt.Date)) : 0;
        var rate = RateOf(receipt.Instrument);
        return new ConvertedReceipt(
            receipt, EquivalentAmount.CashFor(this, receipt.Amount, rate, CheckedDays(rate, days, "receipts")));
    }
}
