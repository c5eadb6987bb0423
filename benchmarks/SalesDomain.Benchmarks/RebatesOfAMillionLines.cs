using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Rebates;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A million lines of a year over 10,000 agreements of one customer each, with a graduated rebate of the year: summed in one pass, or in
/// eight parts that are merged, and then rated. A tenth of the lines shows what does not grow with them.
/// </summary>
public class RebatesOfAMillionLines
{
    private const int LineCount = 1_000_000;
    private const int AgreementCount = 10_000;
    private const int Stride = 7_919;
    private const int Parts = 8;

    private static readonly decimal[] s_bounds = [0m, 100_000m, 500_000m, 2_000_000m];
    private static readonly decimal[] s_rates = [0.01m, 0.02m, 0.03m, 0.05m];
    private static readonly decimal[] s_sums = [0m, 1_000m, 9_000m, 54_000m];
    private static readonly LocalDate s_yearEnd = new(2026, 12, 31);

    private readonly SalesLine[] _lines;
    private readonly SalesLine[] _tenth;
    private readonly SalesLine[][] _parts;
    private readonly Dictionary<CustomerId, int> _customers;
    private readonly RebateBook _book;

    public RebatesOfAMillionLines()
    {
        var ids = Enumerable.Range(0, AgreementCount).Select(i => "C-" + i).ToArray();
        var amounts = Facts.Amounts(100_000m);
        _customers = ids.Select((id, i) => (Id: new CustomerId(id), Place: i)).ToDictionary(each => each.Id, each => each.Place);
        _lines =
        [
            .. Enumerable.Range(0, LineCount).Select(i => new SalesLineBuilder
            {
                Stage = i % 10 == 9 ? Stage.Ordered : Stage.Invoiced,
                Document = new DocumentId("D-" + i),
                Line = 1,
                Date = new LocalDate(2026, 1, 1).PlusDays(i % 365),
                Customer = new CustomerId(ids[(long)i * Stride % AgreementCount]),
                Product = new ProductId("P-1"),
                Quantity = Quantity.Pieces(1m),
                NetAmount = new Money(amounts[i % Facts.Count], Currency.CNY),
                Tax = Money.Zero(Currency.CNY),
                PriceKind = i % 20 == 3 ? PriceKind.Special : PriceKind.Standard,
            }.Build()),
        ];
        _tenth = [.. _lines.Take(LineCount / 10)];
        _parts = [.. Enumerable.Range(0, Parts).Select(part => _lines.Skip(LineCount / Parts * part).Take(LineCount / Parts).ToArray())];
        var scale = RebateScale.Of(
            RebateMode.Graduated,
            StepSchedule.From([.. s_bounds.Select((bound, i) => (bound, RebateBenefit.Percent(Percentage.FromFraction(s_rates[i]))))]));
        var rebate = Rebate.Of(
            "year", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue), scale, RebateBasis.Of(Measure.Revenue));
        _book = RebateBook.Of(
        [
            .. ids.Select(id => RebateAgreement.Of(
                new RebateAgreementId(id), RebateParties.Of(new CustomerId(id)), DateSpan.OfYear(2026), Currency.CNY,
                FiscalCalendar.CalendarYear).WithRebates(rebate)),
        ]);
    }

    [GlobalSetup]
    public void Compare()
    {
        Same.Result(HandWritten(), Library());
        Same.Result(HandWritten(), Merged());
        Same.Result(_book.Turnovers(_lines), Whole());
    }

    [Benchmark(Baseline = true, Description = "1,000,000 lines over 10,000 agreements, hand-written")]
    public decimal HandWritten()
    {
        var turnovers = new decimal[AgreementCount];
        foreach (var line in _lines)
        {
            if (line.Stage != Stage.Invoiced || line.PriceKind is PriceKind.Special or PriceKind.Free or PriceKind.RebateFunded)
                continue;
            if (line.Date.Year == 2026 && _customers.TryGetValue(line.Customer, out var place))
                turnovers[place] += line.NetAmount.Amount;
        }

        var total = 0m;
        foreach (var turnover in turnovers)
        {
            var step = s_bounds.Length - 1;
            while (step > 0 && turnover < s_bounds[step])
                step--;
            total += decimal.Round(s_sums[step] + ((turnover - s_bounds[step]) * s_rates[step]), 2, MidpointRounding.AwayFromZero);
        }

        return total;
    }

    [Bound(2)]
    [Benchmark(Description = "1,000,000 lines over 10,000 agreements, RebateBook")]
    public decimal Library() => Earned(_book.Turnovers(_lines));

    [Benchmark(Description = "1,000,000 lines over 10,000 agreements, RebateBook, in 8 parts merged")]
    public decimal Merged() => Earned(Whole());

    [Benchmark(Description = "100,000 lines over 10,000 agreements, RebateBook")]
    public decimal Tenth() => Earned(_book.Turnovers(_tenth));

    private RebateTurnovers Whole() => _parts.Select(part => _book.Turnovers(part)).Aggregate((left, right) => left.Merge(right));

    private static decimal Earned(RebateTurnovers turnovers) =>
        turnovers.All.Sum(turnover => RebateStatement.Of(turnover, RebateFigures.None, s_yearEnd).Earned.Amount);
}
