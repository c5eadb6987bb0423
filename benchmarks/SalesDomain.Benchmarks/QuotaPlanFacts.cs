using System.Globalization;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>A tree of equal width, a history of its leaves, and sales lines spread over them in no order.</summary>
internal sealed class QuotaPlanFacts
{
    internal QuotaPlanFacts(int width, int levels, int lines)
    {
        var count = 1;
        var first = 0;
        for (var level = 1; level < levels; level++)
        {
            first = (first * width) + 1;
            count = (count * width) + 1;
        }

        Width = width;
        FirstLeaf = first;
        Nodes = [.. Enumerable.Range(0, count).Select(node => new SalespersonId("S-" + node.ToString(CultureInfo.InvariantCulture)))];
        Tree = PlanTree.Of(Nodes[0], Enumerable.Range(1, count - 1).Select(node => (Nodes[node], Nodes[(node - 1) / width])));

        // 7,919 is prime: histories of up to a million, in no order.
        History = [.. Enumerable.Range(first, count - first).Select(leaf => (leaf * 7_919L % 99_999_989L / 100m) + 0.01m)];
        var lastYear = History.Select((amount, i) => (Nodes[first + i], Revenue(amount)));
        Rule = AllocationRule.By(AllocationDriver.Of("last year", lastYear)).InUnitsOf(1_000m).WithHedge(Percentage.FromPercent(2));
        var sold = Enumerable.Range(0, 100_000)
            .Select(i => Line(Nodes[first + (int)(i * 7_919L % (count - first))], ((i * 104_729L % 1_000_003L) + 1L) / 100m)).ToArray();
        Lines = [.. Enumerable.Range(0, lines).Select(i => sold[i % sold.Length])];
    }

    internal int Width { get; }

    internal int FirstLeaf { get; }

    internal SalespersonId[] Nodes { get; }

    internal PlanTree<SalespersonId> Tree { get; }

    internal decimal[] History { get; }

    internal SalesLine[] Lines { get; }

    internal AllocationRule<SalespersonId> Rule { get; }

    internal Measured Target { get; } = Revenue(60_000_000_000m);

    internal decimal[] Weights { get; } = [5m, 6m, 8m, 9m, 9m, 10m, 7m, 7m, 9m, 10m, 10m, 10m];

    internal Phasing Phasing => Phasing.ByWeights(PlanPeriods.Of(FiscalCalendar.CalendarYear.Year(2026), FiscalPeriodKind.Month), Weights);

    internal Rounding Rounding { get; } = Rounding.ToStep(1_000m, RoundingMode.HalfAwayFromZero);

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));

    private static SalesLine Line(SalespersonId seller, decimal amount) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = 1,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1m),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = new Money(0m, Currency.CNY),
        Salesperson = seller,
    }.Build();
}
