using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>Orders and what becomes of them, commissions that are locked, and runs.</summary>
internal static class ScheduledDeals
{
    internal static readonly EarningSchedule Halves =
        EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(50)), (Stage.Collected, Percent(50)));

    internal static readonly CommissionPlan Orders = At(3m);

    internal static CommissionPlan At(decimal percent) => CommissionPlan.Of(
        "Orders 2026", Currency.CNY, Rounding.Commercial,
        CommissionComponent.Cumulative(
            "orders", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)),
            CommissionRate.Flat(Percent(percent))));

    internal static CommissionResult Evaluate(this CommissionPlan plan, params SalesLine[] orders)
    {
        var quarter = DateSpan.OfQuarter(2026, 1);
        return plan.Evaluate(quarter, CommissionTerms.None, plan.Sum(quarter, orders.Select(Own)));
    }

    internal static CommissionResult Evaluate(params SalesLine[] orders)
    {
        var period = DateSpan.OfYear(2026);
        period = orders.All(order => order.Date <= On(3, 31)) ? DateSpan.OfQuarter(2026, 1) : period;
        return Orders.Evaluate(period, CommissionTerms.None, Orders.Sum(period, orders.Select(Own)));
    }

    /// <summary>
    /// What an event took of a line of 10,000 with a commission of 1,000 and the facts do not give back: as much as is done, of the line
    /// and of its deal, above what stands of the order after the cancellation. By halves, so half of that.
    /// </summary>
    internal static decimal KeptFromFacts(
        CommissionAccount account, EarningSchedule schedule, DealBook deals, SalesLine cancelled, int lines,
        IEnumerable<CommissionEarning> ofLine)
    {
        var (line, part) = (cancelled.Original!.Value, cancelled.NetAmount.Amount / 10_000m);
        var ofDeal = schedule.Earned(Cny(1_000_000m), deals.ProgressOf(line.Document)!).ToDate.Amount / 1_000_000m;
        var above = Math.Min(
            (ofLine.Sum(each => each.Amount.Amount) / 1_000m) - (1m + part), ofDeal - (1m + (part / lines)));
        var taken = account.Entries.Where(each => each.Kind == CommissionEntryKind.ClawedBack)
            .Where(each => (each.Event?.Undone ?? each.Event?.Id) == cancelled.Id)
            .Sum(each => -each.Amount.Amount);
        return Math.Max(0m, Math.Min(taken, 1_000m * above));
    }

    internal static SalesCredit Own(SalesLine line) => SalesCredit.Of(line, Percent(100), CreditKind.Direct, "own");

    internal static LocalDate On(int month, int day) => new(2026, month, day);

    internal static PayoutRun Run(int month) => Run(month, On(month + 1, 10));

    internal static PayoutRun Run(int month, LocalDate recorded) => PayoutRun.Of(DateSpan.OfMonth(2026, month), recorded);

    internal static SalesLine Line(
        Stage stage, string document, LocalDate on, decimal net, string? order = null, string? original = null, LineId? originalLine = null,
        int number = 1) =>
        Sale(net, pieces: 1m, change: sale =>
        {
            sale.Stage = stage;
            sale.Document = new DocumentId(document);
            sale.Line = number;
            sale.Date = on;
            sale.Tax = new Money(net * 0.13m, Currency.CNY).Round(Rounding.Commercial);
            sale.OrderLine = order is null ? null : new LineId(new DocumentId(order), 1);
            sale.Original = originalLine ?? (original is null ? null : new LineId(new DocumentId(original), 1));
        });

    internal static CollectionLine Paid(string receipt, string invoice, LocalDate on, decimal amount) => Receipt(amount, null, line =>
    {
        line.Document = new DocumentId(receipt);
        line.Date = on;
        line.Invoice = new DocumentId(invoice);
    });

    /// <summary>The receipt, due so many days before it came.</summary>
    internal static CollectionLine Due(CollectionLine receipt, int daysLate)
    {
        var due = receipt.ToBuilder();
        due.DueDate = receipt.Date.PlusDays(-daysLate);
        return due.Build();
    }

    /// <summary>What takes a receipt back, or a part of it.</summary>
    internal static CollectionLine Back(CollectionLine receipt, string document, LocalDate on, decimal amount)
    {
        var back = receipt.ToBuilder();
        (back.Document, back.Date, back.Amount, back.Original) = (new DocumentId(document), on, Cny(-amount), receipt.Id);
        return back.Build();
    }
}
