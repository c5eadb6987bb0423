using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Sums credits of many payees for a plan, one credit after the other, without keeping them.</summary>
/// <typeparam name="TPayee">The type of those who are paid.</typeparam>
/// <remarks>
/// Made by <see cref="CommissionPlan.Figures{TPayee}(DateSpan)"/>. What it holds grows with the payees and, where a component is paid deal
/// by deal, with their deals; not with the credits. A fact counts by the day of what it takes back, where that is named, and by its own
/// otherwise; outside the measurement period it does not count. Whether a credit comes twice is not looked for. Not for use by several
/// threads at once: give each its own and <see cref="Add(CommissionFiguresBuilder{TPayee})"/> them.
/// </remarks>
public sealed class CommissionFiguresBuilder<TPayee>
    where TPayee : notnull
{
    private readonly CompiledPlan _plan;
    private readonly Dictionary<TPayee, PayeeTallies> _payees = [];

    internal CommissionFiguresBuilder(CompiledPlan plan) => _plan = plan;

    /// <summary>The plan.</summary>
    public CommissionPlan Plan => _plan.Plan;

    /// <summary>The measurement period.</summary>
    public DateSpan Period => _plan.Period;

    /// <summary>Everybody with a credit, in the order of their first.</summary>
    public IReadOnlyList<TPayee> Payees => [.. _payees.Keys];

    /// <summary>Adds a credit.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="credit">What is credited.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    public void Add(TPayee payee, SalesCredit credit)
    {
        Guard.Against.Null(payee);
        Guard.Against.Null(credit);
        if (credit.Sale is { } sale)
            TalliesOf(payee).Add(sale, credit.Original, credit.Share, credit.Kind);
        else
            TalliesOf(payee).Add(credit.Receipt!, credit.OriginalReceipt, credit.ReceiptPart, credit.Share, credit.Kind);
    }

    /// <summary>Adds a share of a sale without making a credit of it.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="sale">The sale, or what takes one back.</param>
    /// <param name="original">The sale that is taken back, or null.</param>
    /// <param name="share">The share.</param>
    /// <param name="kind">In which capacity.</param>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> or <paramref name="sale"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not defined.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    public void Add(TPayee payee, SalesLine sale, SalesLine? original, Percentage share, CreditKind kind)
    {
        Guard.Against.Null(payee);
        Guard.Against.Null(sale);
        TalliesOf(payee).Add(sale, original, share, Checked(kind));
    }

    /// <summary>
    /// Adds a share of money that came in, of which it is not known for what it is, without making a credit of it.
    /// </summary>
    /// <param name="payee">The payee.</param>
    /// <param name="receipt">The receipt, or what came back of one.</param>
    /// <param name="original">The receipt that came back, or null.</param>
    /// <param name="share">The share.</param>
    /// <param name="kind">In which capacity.</param>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> or <paramref name="receipt"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not defined.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    public void Add(TPayee payee, CollectionLine receipt, CollectionLine? original, Percentage share, CreditKind kind)
    {
        Guard.Against.Null(payee);
        Guard.Against.Null(receipt);
        TalliesOf(payee).Add(receipt, original, part: null, share, Checked(kind));
    }

    /// <summary>Adds what another has summed, of other credits by the same plan.</summary>
    /// <param name="other">The other, which stays as it is.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">It is this one, or of another plan or measurement period.</exception>
    public void Add(CommissionFiguresBuilder<TPayee> other)
    {
        Guard.Against.Null(other);
        if (ReferenceEquals(other, this) || other.Plan != Plan || other.Period != Period)
            throw Guards.Invalid(
                nameof(other), other.Plan.NameAndVersion + " over " + other.Period, "must be another of the same plan and period");

        foreach (var payee in other._payees)
            TalliesOf(payee.Key).Add(payee.Value);
    }

    /// <summary>What a payee's commission is computed from, as far as credits go.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The sums so far; of nothing sold for one without credits. Figures that are given elsewhere are added to it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    public CommissionFigures Of(TPayee payee) =>
        (_payees.TryGetValue(Guard.Against.Null(payee), out var tallies) ? tallies : new PayeeTallies(_plan)).ToFigures(credits: null);

    // Enum.IsDefined would take as long as the rest.
    private static CreditKind Checked(CreditKind kind) =>
        kind is >= CreditKind.Direct and <= CreditKind.RollUp ? kind : Guard.Against.Undefined(kind);

    private PayeeTallies TalliesOf(TPayee payee)
    {
        if (!_payees.TryGetValue(payee, out var tallies))
            _payees[payee] = tallies = new PayeeTallies(_plan);
        return tallies;
    }
}
