using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What a settlement pays out, in which form, and the account with it.</summary>
/// <remarks>
/// Payable = settled − what overdue debt takes. It is money of the agreement and no sale: neither a credit note nor goods that are paid
/// with it are ever part of the turnover. Equality is by reference. Made by <see cref="RebateAccount"/>.
/// </remarks>
public sealed class RebateSettlement
{
    private static readonly Rounding s_wholeUnits = Rounding.ToDigits(0, RoundingMode.Down);

    private readonly RebateAccountLine[] _lines;
    private readonly RebateEntry[] _entries;
    private readonly PayoutSteps _steps;

    internal RebateSettlement(
        RebateAccount before, RebateAccount account, RebatePayoutTerms terms, SettlementRun run, List<RebateAccountLine> lines,
        List<RebateEntry> entries, List<Reason> reasons)
    {
        Before = before;
        Account = account;
        Terms = terms;
        Run = run;
        _lines = [.. lines];
        _entries = [.. entries];
        _steps = Rule(Money.Sum(account.Currency, lines.Select(line => line.Settled)), terms, run);
        WrittenOff = Money.Sum(account.Currency, lines.Select(line => line.WrittenOff));
        if (Offset.IsPositive)
            reasons.Add(new Reason("settlement.offset", ("debt", run.OverdueDebt!.Value), ("offset", Offset)));
        if (Settled.IsNegative)
            reasons.Add(new Reason("settlement.taken-back", ("amount", Settled)));
        Reasons = reasons.AsReadOnly();
    }

    /// <summary>The account as it was.</summary>
    public RebateAccount Before { get; }

    /// <summary>The account with what is entered.</summary>
    public RebateAccount Account { get; }

    /// <summary>The terms.</summary>
    public RebatePayoutTerms Terms { get; }

    /// <summary>The run.</summary>
    public SettlementRun Run { get; }

    /// <summary>The lines, by period and rebate: the oldest first.</summary>
    public IReadOnlyList<RebateAccountLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>What is entered; nothing where nothing has changed.</summary>
    public IReadOnlyList<RebateEntry> Entries => Array.AsReadOnly(_entries);

    /// <summary>What is settled; below zero where more was settled before than is earned now.</summary>
    public Money Settled => _steps.Settled;

    /// <summary>What overdue debt takes of it.</summary>
    public Money Offset => _steps.Offset;

    /// <summary>Settled − offset: what the customer gets, or, below zero, gives back.</summary>
    public Money Payable => _steps.Payable;

    /// <summary>The whole units of goods that it gets; null where it is not paid in goods, or there is nothing to pay.</summary>
    public Quantity? Units => _steps.InGoods is { } goods ? new Quantity(goods.Units, Terms.Per!) : null;

    /// <summary>What of it is paid in money: all, or what is less than one unit of the goods.</summary>
    public Money InMoney => _steps.InGoods?.Rest ?? Payable;

    /// <summary>What is written off, being below the least that is paid.</summary>
    public Money WrittenOff { get; }

    /// <summary>
    /// What held it down or took of it: <c>settlement.claimed-too-late</c> (rebate, period, until), <c>settlement.over-due</c> (asked,
    /// due), <c>settlement.below-minimum</c>, <c>settlement.carried</c> and <c>settlement.lost</c> (due, minimum),
    /// <c>settlement.offset</c> (debt, offset), <c>settlement.taken-back</c> (amount).
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How what is payable follows from what is settled.</summary>
    /// <returns>The explanation, whose figure is <see cref="Payable"/>.</returns>
    public Explanation Explain()
    {
        var settled = _lines.Length == 0 ? FactSum("settled", Settled, 0)
            : Node("settled", Settled, Operation.Sum, Array.ConvertAll(_lines, line => line.Explain()));
        return _steps.Debt is not { } debt ? settled
            : Node(
                "payable", Payable, Operation.Difference, settled,
                Node("offset", Offset, Operation.Min, Fact("overdue debt", debt), ExplainPositive(settled)));
    }

    /// <summary>How the goods follow from what is payable.</summary>
    /// <returns>The explanation, whose figure is the number of <see cref="Units"/>, absent where there are none.</returns>
    public Explanation ExplainUnits() =>
        _steps.InGoods is not { } goods ? Conditions.Fix("units", Figure.Absent, Fact("paid in money, or nothing to pay", true))
            : Node(
                "units", goods.Units, Operation.Round(s_wholeUnits),
                Node("payable ÷ price", goods.Exact, Operation.Ratio, Explain(), Constant("price", goods.Price)));

    /// <summary>The credit that the customer may deduct from what it pays.</summary>
    /// <returns>The credit, by the number of the run's document; null where nothing is paid in money.</returns>
    public DeductibleCredit? ToCredit() =>
        InMoney.IsPositive ? DeductibleCredit.Of(Run.Document, Account.Customer, InMoney) : null;

    /// <summary>Document and amounts: <c>CN-1: settled CNY 10400.00, payable CNY 10400.00 as CreditNote</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Run.Document + ": settled " + Settled + ", payable " + Payable + " as " + Terms.Form.ToString()
        + (Units is { } units ? ", " + units + " and " + InMoney : "");

    private static PayoutSteps Rule(Money settled, RebatePayoutTerms terms, SettlementRun run)
    {
        var zero = Money.Zero(settled.Currency);
        var debt = terms.OffsetsOverdueDebt ? run.OverdueDebt : null;
        var positive = Money.Max(zero, settled);
        var offset = debt is { } owed ? Money.Min(owed, positive) : zero;
        var payable = settled - offset;
        if (terms.Price is not { } price || !payable.IsPositive)
            return new PayoutSteps(settled, debt, positive, offset, payable, null);

        var exact = payable / price;
        var units = s_wholeUnits.Round(exact);
        var value = price * units;
        return new PayoutSteps(
            settled, debt, positive, offset, payable, new PayoutSteps.Goods(price, exact, units, value, payable - value));
    }

    private Explanation ExplainPositive(Explanation settled) =>
        Node("not below zero", _steps.Positive, Operation.Max, Constant("none", Money.Zero(Settled.Currency)), settled);
}
