using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Benchmarks;

/// <summary>
/// Discount, rebate, freight and cost of credit of a thousand lines, each rounded to the cent, down to the margin: line by line, and summed
/// by name.
/// </summary>
public class WaterfallOfAThousandLines
{
    private readonly SalesLine[] _lines = [.. Facts.Amounts(100_000m).Select(Line)];
    private readonly WaterfallSchedule _schedule = WaterfallSchedule.Of(
        Rounding.Commercial, WaterfallRule.Percent("rebate", WaterfallBase.InvoiceNet, Percentage.FromPercent(3m)),
        WaterfallRule.PerUnit("freight", new Money(0.5m, Currency.CNY), UnitOfMeasure.Piece),
        WaterfallRule.CostOfCredit("credit", Percentage.FromPercent(4.8m), 45, DayCountBasis.Actual360));

    [GlobalSetup]
    public void Compare()
    {
        var (written, evaluated) = (HandWritten(), Library());
        Same.Results(i => written.Lines[i], i => Drawn.Of(evaluated.Lines[i].Waterfall!), Facts.Count);
        Same.Results(_ => written.Total, _ => Drawn.Of(evaluated.Total), 1);
    }

    [Benchmark(Baseline = true, Description = "waterfall of 1,000 lines, hand-written", OperationsPerInvoke = Facts.Count)]
    public (Drawn[] Lines, Drawn Total) HandWritten()
    {
        var (lines, total) = (new Drawn[_lines.Length], new Drawn());
        for (var i = 0; i < lines.Length; i++)
        {
            var line = _lines[i];
            var (list, net) = (line.ListAmount!.Value.Amount, line.NetAmount.Amount);
            var drawn = new Drawn(
                list, list - net, net, Rounded(net * 0.03m), Rounded(0.5m * line.Quantity.Amount),
                Rounded((net + line.Tax.Amount) * 0.048m * 45m / 360m), line.Cost!.Value.Amount);
            lines[i] = drawn;
            total.Add(drawn);
        }

        return (lines, total);
    }

    [Benchmark(Description = "waterfall of 1,000 lines, WaterfallSchedule.Evaluate", OperationsPerInvoke = Facts.Count)]
    public SalesWaterfall Library() => _schedule.Evaluate(Currency.CNY, _lines);

    private static decimal Rounded(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static SalesLine Line(decimal amount, int index) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = index,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(10m),
        ListAmount = new Money(decimal.Round(amount * 1.2m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = new Money(decimal.Round(amount * 0.13m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
        Cost = new Money(decimal.Round(amount * 0.72m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
    }.Build();

    /// <summary>The figures of a line, or of all, as an engineer keeps them who knows which deductions there are.</summary>
    public sealed record Drawn
    {
        internal Drawn()
        {
        }

        internal Drawn(decimal list, decimal discount, decimal net, decimal rebate, decimal freight, decimal credit, decimal cost)
        {
            (List, Discount, Net, Rebate, Freight, Credit, Cost) = (list, discount, net, rebate, freight, credit, cost);
            Pocket = net - rebate - freight - credit;
            Margin = Pocket - cost;
        }

        private decimal List { get; set; }

        private decimal Discount { get; set; }

        private decimal Net { get; set; }

        private decimal Rebate { get; set; }

        private decimal Freight { get; set; }

        private decimal Credit { get; set; }

        private decimal Cost { get; set; }

        private decimal Pocket { get; set; }

        private decimal Margin { get; set; }

        internal static Drawn Of(PriceWaterfall waterfall) =>
            new()
            {
                List = waterfall.List.Amount,
                Discount = waterfall.DeductedUnder("discount").Amount,
                Net = waterfall.InvoiceNet.Amount,
                Rebate = waterfall.DeductedUnder("rebate").Amount,
                Freight = waterfall.DeductedUnder("freight").Amount,
                Credit = waterfall.DeductedUnder("credit").Amount,
                Cost = waterfall.Cost!.Value.Amount,
                Pocket = waterfall.Pocket.Amount,
                Margin = waterfall.PocketMargin!.Value.Amount,
            };

        internal void Add(Drawn line)
        {
            List += line.List;
            Discount += line.Discount;
            Net += line.Net;
            Rebate += line.Rebate;
            Freight += line.Freight;
            Credit += line.Credit;
            Cost += line.Cost;
            Pocket += line.Pocket;
            Margin += line.Margin;
        }
    }
}
