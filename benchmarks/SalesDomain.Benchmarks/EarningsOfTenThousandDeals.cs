using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// Ten thousand orders with two invoices each and a receipt for each of these: the book of all facts, and what is earned in a month, half
/// with the order and half with the money.
/// </summary>
public class EarningsOfTenThousandDeals
{
    private const int DealCount = 10_000;

    private readonly SalesLine[] _lines;
    private readonly CollectionLine[] _receipts;
    private readonly DealBook _book;
    private readonly CommissionResult _locked;
    private readonly EarningSchedule _schedule = EarningSchedule.Of(
        Rounding.Commercial, (Stage.Ordered, Percentage.FromPercent(50)), (Stage.Collected, Percentage.FromPercent(50)));

    private readonly DateSpan _month = DateSpan.OfMonth(2026, 5);

    /// <summary>Makes the facts once.</summary>
    public EarningsOfTenThousandDeals()
    {
        var amounts = Facts.Amounts(100_000m);
        var numbers = Enumerable.Range(0, DealCount).ToArray();
        _lines =
        [
            .. numbers.SelectMany(number => Deal(number, decimal.Round(amounts[number % Facts.Count], 2) + 1m)),
        ];
        _receipts =
        [
            .. _lines.Where(line => line.Stage == Stage.Invoiced).Select((line, place) => new CollectionLineBuilder
            {
                Document = new DocumentId("R-" + line.Id.Document),
                Line = 1,
                Date = new LocalDate(2026, 4, 15).PlusDays(place % 60),
                Customer = line.Customer,
                Amount = line.GrossAmount,
                Invoice = line.Id.Document,
            }.Build()),
        ];
        _book = DealBook.Of(_lines, _receipts);
        var plan = CommissionPlan.Of(
            "Orders 2026", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative(
                "orders", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)),
                CommissionRate.Flat(Percentage.FromPercent(3))));
        var quarter = DateSpan.OfQuarter(2026, 1);
        _locked = plan.Evaluate(
            quarter, CommissionTerms.None,
            plan.Sum(
                quarter,
                _lines.Where(line => line.Stage == Stage.Ordered)
                    .Select(line => SalesCredit.Of(line, Percentage.OneHundred, CreditKind.Direct, "own"))));
        foreach (var credit in _locked.Of("orders").Credits)
            _commissions.Add(credit.Credit.Line, credit.Earned.Amount);
    }

    private readonly Dictionary<LineId, decimal> _commissions = [];

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten().Sum(), Library().Sum(each => each.Amount.Amount));

    [Benchmark(Baseline = true, Description = "10,000 deals in a month, hand-written")]
    public List<decimal> HandWritten()
    {
        var paidOfInvoice = new Dictionary<DocumentId, List<CollectionLine>>();
        foreach (var receipt in _receipts)
        {
            if (receipt.Invoice is not { } invoice)
                continue;
            if (!paidOfInvoice.TryGetValue(invoice, out var receipts))
                paidOfInvoice.Add(invoice, receipts = []);
            receipts.Add(receipt);
        }

        var invoicesOfOrder = new Dictionary<DocumentId, List<SalesLine>>();
        foreach (var line in _lines)
        {
            if (line.Stage != Stage.Invoiced || line.OrderLine is not { } order)
                continue;
            if (!invoicesOfOrder.TryGetValue(order.Document, out var invoices))
                invoicesOfOrder.Add(order.Document, invoices = []);
            invoices.Add(line);
        }

        var earned = new List<decimal>();
        foreach (var line in _lines)
        {
            if (line.Stage != Stage.Ordered)
                continue;

            var (commission, before) = (_commissions[line.Id], _month.Start!.Value.PlusDays(-1));
            var part = ToDate(line, commission, _month.End!.Value) - (line.Date <= before ? ToDate(line, commission, before) : 0m);
            if (part != 0m)
                earned.Add(part);
        }

        return earned;

        decimal ToDate(SalesLine order, decimal commission, LocalDate on)
        {
            var collected = 0m;
            foreach (var invoice in invoicesOfOrder[order.Id.Document])
            {
                if (invoice.Date > on || !paidOfInvoice.TryGetValue(invoice.Id.Document, out var receipts))
                    continue;

                var paid = 0m;
                foreach (var receipt in receipts)
                {
                    if (receipt.Date <= on)
                        paid += receipt.Amount.Amount;
                }

                collected += Math.Max(0m, Math.Min(paid, invoice.GrossAmount.Amount));
            }

            var whole = order.GrossAmount.Amount;
            return decimal.Round(
                commission * (whole + Math.Min(collected, whole)) / (2m * whole), 2, MidpointRounding.AwayFromZero);
        }
    }

    [Benchmark(Description = "10,000 deals in a month, DealBook.Of and EarningSchedule.ToEarnings")]
    public IReadOnlyList<CommissionEarning> Library() =>
        _schedule.ToEarnings(_locked, DealBook.Of(_lines, _receipts), _month);

    [Benchmark(Description = "10,000 deals, DealBook.Of alone")]
    public DealBook Book() => DealBook.Of(_lines, _receipts);

    [Benchmark(Description = "10,000 deals, ProgressOf each on a day")]
    public int Progress()
    {
        var known = 0;
        foreach (var deal in _book.Deals)
            known += _book.ProgressOf(deal, _month.End!.Value) is null ? 0 : 1;
        return known;
    }

    private static IEnumerable<SalesLine> Deal(int number, decimal net)
    {
        var order = Line(Stage.Ordered, "SO-" + Digits(number), new LocalDate(2026, 1, 2).PlusDays(number % 80), net);
        yield return order;
        yield return Line(Stage.Invoiced, "IA-" + Digits(number), new LocalDate(2026, 4, 1), decimal.Truncate(net / 2m), order.Id);
        yield return Line(Stage.Invoiced, "IB-" + Digits(number), new LocalDate(2026, 4, 9), net - decimal.Truncate(net / 2m), order.Id);
    }

    private static string Digits(int number) => number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    private static SalesLine Line(Stage stage, string document, LocalDate date, decimal net, LineId? order = null) => new SalesLineBuilder
    {
        Stage = stage,
        Document = new DocumentId(document),
        Line = 1,
        Date = date,
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1m),
        NetAmount = new Money(net, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
        OrderLine = order,
    }.Build();
}
