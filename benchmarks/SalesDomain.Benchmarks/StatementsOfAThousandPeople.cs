using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Commissions;

namespace SalesDomain.Benchmarks;

/// <summary>
/// From a million credits to a thousand statements: streamed into the figures of five components a person, evaluated, settled together with
/// holdback and draw, and told to each, without explanations. The hand-written code computes the same plan and account with entries and
/// lines as simple records, and trusts its input.
/// </summary>
public class StatementsOfAThousandPeople
{
    private const int Million = 1_000_000;

    private static readonly DateSpan s_payout = DateSpan.OfMonth(2026, 3);
    private static readonly PayoutRun s_run = PayoutRun.Of(s_payout, s_payout.End!.Value);

    private static readonly PayoutRules s_rules = PayoutRules.Of(Rounding.Commercial)
        .WithHoldback(HoldbackRule.Of(Percentage.FromFraction(HandWrittenAccount.Share)))
        .WithDraw(DrawRule.Recoverable(new Money(HandWrittenAccount.DrawOfAMonth, Currency.CNY)));

    private readonly CommissionFacts _facts = new();

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Result(byHand.Length, library.Length);
        Same.Results(
            person => (
                byHand[person].Lines.Length, byHand[person].Earned, byHand[person].Paid, byHand[person].Held, byHand[person].Owed,
                byHand[person].Debit),
            person => (
                library[person].Entries.Count, library[person].Earned.Amount, library[person].Paid.Amount,
                library[person].Closing.HeldBack.Amount, library[person].Closing.DrawOwed.Amount, library[person].Closing.Debit.Amount),
            byHand.Length);
        Same.Results(
            person => byHand[person].Lines.Sum(line => (line.Base ?? 0m) + (line.Rate ?? 0m)),
            person => library[person].Entries.Sum(entry => BaseOf(entry) + (entry.Rate?.Fraction ?? 0m)), byHand.Length);
    }

    [Benchmark(
        Baseline = true, Description = "a credit, from sale to statement of 1,000 people, hand-written", OperationsPerInvoke = Million)]
    public HandWrittenStatement[] HandWritten()
    {
        var statements = new List<HandWrittenStatement>();
        foreach (var (_, earned) in _facts.EarningsByHand())
        {
            var account = new HandWrittenAccount();
            account.Settle(earned, s_payout, s_run.Recorded);
            statements.Add(HandWrittenStatement.Of(account, s_payout, entriesBefore: 0, heldBefore: 0m, owedBefore: 0m, debitBefore: 0m));
        }

        return [.. statements];
    }

    [Benchmark(Description = "a credit, from sale to statement of 1,000 people, CommissionLedger", OperationsPerInvoke = Million)]
    [Bound(2)]
    public CommissionStatement[] Library()
    {
        var figures = CommissionFacts.Plan.Figures<SalespersonId>(CommissionFacts.Quarter);
        foreach (var (payee, line, share, kind) in _facts.Credits)
            figures.Add(payee, line, original: null, share, kind);

        var earned =
            from each in _facts.Terms
            let known = figures.Of(each.Person).WithFigure("margin", Percentage.FromPercent(22))
            let result = CommissionFacts.Plan.Evaluate(CommissionFacts.Quarter, each.Terms, known)
            from earning in result.ToEarnings(byCredit: false)
            select (each.Person, earning);
        var settled = CommissionLedger.In<SalespersonId>(Currency.CNY).Settle(PayoutBatch.Of(s_run, s_rules, earned));
        return [.. settled.Payees.Select(payee => settled.Of(payee).Statement())];
    }

    private static decimal BaseOf(CommissionEntry entry) =>
        entry.Base is not { } paidOn ? 0m : paidOn.Measure.Kind == FigureKind.Money ? paidOn.Money.Amount : paidOn.Quantity.Amount;
}
