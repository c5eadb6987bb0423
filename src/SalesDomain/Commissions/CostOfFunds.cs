using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>
/// The cost of money that comes in late (资金占用费): amount with tax × days late × rate ÷ days of the year. It is taken from the
/// commission, not from what the commission is paid on.
/// </summary>
/// <remarks>
/// Days are counted from the due date to the day the money came in, that day not included. In time nothing is charged, and nothing is
/// given for money that comes in early. Each charge is rounded, so that charges sum in any order. Immutable. Equality is by all settings.
/// </remarks>
public sealed class CostOfFunds : IEquatable<CostOfFunds>
{
    private CostOfFunds(Percentage rate, DayCountBasis basis, Rounding rounding, BillDay bills)
    {
        Rate = rate;
        Basis = basis;
        Rounding = rounding;
        Bills = bills;
    }

    /// <summary>The rate by the year.</summary>
    public Percentage Rate { get; }

    /// <summary>How many days the year has.</summary>
    public DayCountBasis Basis { get; }

    /// <summary>How each charge is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>
    /// On which day a bill is money: when it is received, unless stated. Until that day it is late, and it is charged in the measurement
    /// period of that day.
    /// </summary>
    public BillDay Bills { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CostOfFunds? left, CostOfFunds? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CostOfFunds? left, CostOfFunds? right) => !(left == right);

    /// <summary>Money that comes in late costs a rate by the year.</summary>
    /// <param name="rate">The rate, zero or more: 6 %.</param>
    /// <param name="basis">How many days the year has.</param>
    /// <param name="rounding">How each charge is rounded.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is negative, or <paramref name="basis"/> is not defined.
    /// </exception>
    public static CostOfFunds Of(Percentage rate, DayCountBasis basis, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        Guard.Against.Undefined(basis);
        return rate >= Percentage.Zero ? new CostOfFunds(rate, basis, rounding, BillDay.OfReceipt)
            : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");
    }

    /// <summary>The rule with another day for bills.</summary>
    /// <param name="day">
    /// The day on which a bill is money: that of the measures of the plan (<see cref="ActualRule.WithBills"/>), for a charge in the
    /// measurement period of its commission.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not defined.</exception>
    public CostOfFunds WithBills(BillDay day) => new(Rate, Basis, Rounding, Guard.Against.Undefined(day));

    /// <summary>The charge for an amount.</summary>
    /// <param name="amount">The amount with tax.</param>
    /// <param name="due">When it was due.</param>
    /// <param name="paidOn">When it came in.</param>
    /// <returns>The charge, with how it came about.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    public FundsCharge Charge(Money amount, LocalDate due, LocalDate paidOn)
    {
        Guard.Against.OtherCalendar(due);
        Guard.Against.OtherCalendar(paidOn);
        return new FundsCharge(this, amount, Percentage.OneHundred, due, paidOn);
    }

    /// <summary>The charge for a receipt, as far as somebody is credited with it.</summary>
    /// <param name="credit">The credit of a receipt; what takes a receipt back has to follow it, and gives its charge back.</param>
    /// <returns>The charge; without a value where there is no due date, or no receipt that is taken back.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="credit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="credit"/> is of a sale.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency has none.
    /// </exception>
    public FundsCharge Charge(SalesCredit credit)
    {
        Guard.Against.Null(credit);
        if (credit.Receipt is not { } receipt)
            throw Guards.Invalid(nameof(credit), "'" + credit + "'", "must be of money that came in");

        var (amount, reference) = (credit.PartAmount ?? receipt.Amount, credit.OriginalReceipt ?? receipt);
        return ReferenceEquals(reference, receipt) && receipt.Amount.IsNegative
            ? new FundsCharge(this, credit, amount, DayOf(reference), CreditStatus.NoOriginal.Reason(receipt.Id))
            : reference.DueDate is not { } due
                ? new FundsCharge(this, credit, amount, DayOf(reference), CreditStatus.NoDueDate.Reason(receipt.Id))
            : new FundsCharge(this, amount, credit.Share, due, DayOf(reference), credit);
    }

    /// <summary>The charges for all receipts that somebody is credited with in his own name, or in other capacities.</summary>
    /// <param name="credits">The credits of one payee; those of sales are passed over.</param>
    /// <param name="kinds">The capacities that are charged; none named: direct credits.</param>
    /// <returns>The charges, in the order of the credits, as <see cref="CommissionFigures.WithCharges"/> takes them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/>, <paramref name="credits"/> or a credit is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined.</exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency of a receipt has none.
    /// </exception>
    public IReadOnlyList<FundsCharge> Charges(IEnumerable<SalesCredit> credits, params CreditKind[] kinds)
    {
        SalesCredit[] copy = [.. Guard.Against.Null(credits)];
        CreditKind[] charged = Guard.Against.Null(kinds).Length == 0 ? [CreditKind.Direct] : [.. kinds];
        Array.ForEach(copy, credit => Guard.Against.Null(credit, nameof(credits)));
        Array.ForEach(charged, kind => Guard.Against.Undefined(kind, nameof(kinds)));
        return Array.AsReadOnly(
        [
            .. copy.Where(credit => credit.Receipt is not null && Array.IndexOf(charged, credit.Kind) >= 0).Select(Charge),
        ]);
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CostOfFunds? other) =>
        other is not null && Rate == other.Rate && Basis == other.Basis && Rounding == other.Rounding && Bills == other.Bills;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CostOfFunds);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rate.GetHashCode(), (int)Basis, Rounding.GetHashCode(), (int)Bills);

    /// <summary>Rate, days of the year and rounding: <c>6% a year, Actual360, rounded minor-unit half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Rate + " a year, " + Basis.ToString() + ", rounded " + Rounding
        + (Bills == BillDay.OfReceipt ? "" : ", bills " + Bills.ToString());

    private LocalDate DayOf(CollectionLine receipt) =>
        Bills == BillDay.OfMaturity && !receipt.Amount.IsNegative && receipt.Maturity is { } maturity ? maturity : receipt.Date;
}
