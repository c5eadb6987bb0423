using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What entries come to: earned, accrued, settled and written off.</summary>
/// <remarks>Immutable. Equality is by all amounts.</remarks>
public sealed record RebateBalances
{
    internal RebateBalances(Money earned, Money accrued, Money settled, Money writtenOff)
    {
        Earned = earned;
        Accrued = accrued;
        Settled = settled;
        WrittenOff = writtenOff;
        Open = earned - settled - writtenOff;
        Liability = accrued - settled - writtenOff;
    }

    /// <summary>What is earned to date.</summary>
    public Money Earned { get; }

    /// <summary>What is accrued to date.</summary>
    public Money Accrued { get; }

    /// <summary>What was settled, less what was taken back.</summary>
    public Money Settled { get; }

    /// <summary>What was earned and is not paid any more.</summary>
    public Money WrittenOff { get; }

    /// <summary>Earned − settled − written off: what is still to be paid, or, below zero, to be taken back.</summary>
    public Money Open { get; }

    /// <summary>Accrued − settled − written off: what stands in the books; zero when a period is closed.</summary>
    public Money Liability { get; }

    /// <summary>Whether nothing is open and nothing stands in the books.</summary>
    public bool IsClosed => Open.IsZero && Liability.IsZero;

    /// <summary>The sum of balances of one currency; none give zero.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="balances">The balances, of accounts of that currency.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentNullException">An argument or one of the balances is null.</exception>
    /// <exception cref="CurrencyMismatchException">Balances are in another currency.</exception>
    public static RebateBalances Sum(Currency currency, IEnumerable<RebateBalances> balances)
    {
        Guard.Against.Null(balances);
        var zero = Money.Zero(currency);
        var sum = new RebateBalances(zero, zero, zero, zero);
        foreach (var each in balances)
        {
            Guard.Against.Null(each, nameof(balances));
            if (each.Earned.Currency != currency)
                throw new CurrencyMismatchException(currency, each.Earned.Currency, nameof(balances));
            sum = new RebateBalances(
                sum.Earned + each.Earned, sum.Accrued + each.Accrued, sum.Settled + each.Settled, sum.WrittenOff + each.WrittenOff);
        }

        return sum;
    }

    /// <summary>How what stands in the books follows from the totals.</summary>
    /// <returns>The explanation, whose figure is <see cref="Liability"/>.</returns>
    public Explanation Explain() =>
        Node(
            "liability", Liability, Operation.Difference, Fact("accrued", Accrued), Fact("settled", Settled),
            Fact("written off", WrittenOff));

    /// <summary>
    /// The totals: <c>earned CNY 20000.00, accrued CNY 20000.00, settled CNY 9600.00, written off CNY 0.00, open CNY 10400.00</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "earned " + Earned + ", accrued " + Accrued + ", settled " + Settled + ", written off " + WrittenOff + ", open " + Open;

    /// <summary>With one entry more.</summary>
    internal RebateBalances With(RebateEntryKind kind, Money amount) =>
        kind switch
        {
            RebateEntryKind.Earned => new RebateBalances(Earned + amount, Accrued, Settled, WrittenOff),
            RebateEntryKind.Accrued => new RebateBalances(Earned, Accrued + amount, Settled, WrittenOff),
            RebateEntryKind.Settled => new RebateBalances(Earned, Accrued, Settled + amount, WrittenOff),
            RebateEntryKind.WrittenOff => new RebateBalances(Earned, Accrued, Settled, WrittenOff + amount),
            _ => this,
        };
}
