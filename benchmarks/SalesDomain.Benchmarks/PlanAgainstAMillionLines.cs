using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// 53,000 cells of 1,000 people, who have a target for the year, for each month, and for each of ten products in each quarter: a line is in
/// three of them.
/// </summary>
public class PlanAgainstAMillionLines
{
    private const int Products = 10;

    private static readonly ProductId[] s_products = [.. Enumerable.Range(0, Products).Select(number => new ProductId("P-" + number))];

    private readonly SalesLine[] _lines;
    private readonly SalesPlan<SalespersonId> _plan;

    public PlanAgainstAMillionLines()
    {
        _lines = [.. new AttainmentData().Lines.Select((line, number) =>
        {
            var builder = line.ToBuilder();
            builder.Product = s_products[number / 7 % Products];
            return builder.Build();
        })];
        var people = _lines.Select(AttainmentData.Seller).Distinct();
        _plan = SalesPlan.Of(AttainmentData.Year, [.. people.SelectMany(Cells).Select((cell, i) => SalesTarget.Of(cell, Target(i)))]);
    }

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "53,000 cells from 1,000,000 lines, hand-written")]
    public decimal HandWritten()
    {
        var years = new Dictionary<SalespersonId, decimal>();
        var months = new Dictionary<(SalespersonId, int), decimal>();
        var products = new Dictionary<(SalespersonId, ProductId, int), decimal>();
        var (first, last) = (AttainmentData.Year.Start!.Value, AttainmentData.Year.End!.Value);
        foreach (var line in _lines)
        {
            if (line.Stage != Stage.Invoiced || line.Date < first || line.Date > last || line.PriceKind == PriceKind.Free)
                continue;

            var (seller, month, amount) = (AttainmentData.Seller(line), line.Date.Month, line.NetAmount.Amount);
            Add(years, seller, amount);
            Add(months, (seller, month), amount);
            Add(products, (seller, line.Product, (month + 2) / 3), amount);
        }

        var total = 0m;
        foreach (var target in _plan.Targets)
        {
            var start = target.Span.Start!.Value;
            var sum = 0m;
            if (target.Span == AttainmentData.Year)
                years.TryGetValue(target.Owner, out sum);
            else if (target.Scope == Scope.Everything)
                months.TryGetValue((target.Owner, start.Month), out sum);
            else
                products.TryGetValue((target.Owner, new ProductId(target.Scope.Conditions[0].Codes[0]), (start.Month + 2) / 3), out sum);

            total += Rounded(sum / target.Amount.Money.Amount);
        }

        return total;
    }

    [Benchmark(Description = "53,000 cells from 1,000,000 lines, SalesPlan.Against")]
    public decimal Library()
    {
        var against = _plan.Against(AttainmentData.Rule.TrustingIds(), Crediting.BySalesperson, _lines);
        var total = 0m;
        foreach (var target in _plan.Targets)
            total += Rounded(against.Attainments.Of(target.Cell).Rate!.Value.Fraction);

        return total;
    }

    private static decimal Rounded(decimal rate) => decimal.Round(rate, 10, MidpointRounding.ToEven);

    private static void Add<TKey>(Dictionary<TKey, decimal> sums, TKey key, decimal amount)
        where TKey : notnull
    {
        sums.TryGetValue(key, out var sum);
        sums[key] = sum + amount;
    }

    private static IEnumerable<PlanCell<SalespersonId>> Cells(SalespersonId person)
    {
        var year = PlanCell.Of(person, Measure.Revenue, AttainmentData.Year);
        yield return year;
        for (var month = 1; month <= 12; month++)
            yield return year.WithSpan(DateSpan.OfMonth(2026, month));
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            foreach (var product in s_products)
                yield return year.WithSpan(DateSpan.OfQuarter(2026, quarter)).WithScope(Scope.Everything.Only(product));
        }
    }

    private static Measured Target(int number) => Measure.Revenue.Of(new Money(100_000m + number, Currency.CNY));
}
