using System;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>A million credits, most of them of the whole sale and every fourth of a share, through a measure of revenue.</summary>
public class CommissionBaseOfAMillionLines
{
    private const int CreditCount = 1_000_000;

    private readonly SalesCredit[] _credits = CommissionBaseFacts.Credits(CreditCount);
    private readonly CommissionMeasure _measure = CommissionMeasure.Of(
        ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced));

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library().Value!.Value.Money.Amount);

    [Benchmark(Baseline = true, Description = "base of 1,000,000 credits, hand-written sum")]
    public decimal HandWritten()
    {
        var sum = 0m;
        foreach (var credit in _credits)
        {
            if (credit.Kind == CreditKind.Direct && credit.Sale is { } sale && sale.Stage == Stage.Invoiced)
                sum += sale.NetAmount.Amount * credit.Share.Fraction;
        }

        return sum;
    }

    [Benchmark(Description = "base of 1,000,000 credits, CommissionMeasure.Sum"), Bound(3)]
    public CreditSum Library() => _measure.Sum(_credits);
}

/// <summary>The same credits at their price coefficient: one quotient a line, rounded to the cent.</summary>
public class PriceCoefficientOfAMillionLines
{
    private const int CreditCount = 1_000_000;

    private readonly SalesCredit[] _credits = CommissionBaseFacts.Credits(CreditCount);
    private readonly CommissionMeasure _measure = CommissionMeasure
        .Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)).WithPriceCoefficient(Rounding.Commercial);

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library().Value!.Value.Money.Amount);

    [Benchmark(Baseline = true, Description = "price coefficient of 1,000,000 credits, hand-written")]
    public decimal HandWritten()
    {
        var sum = 0m;
        foreach (var credit in _credits)
        {
            if (credit.Kind != CreditKind.Direct || credit.Sale is not { } sale || sale.Stage != Stage.Invoiced)
                continue;

            var (net, list) = (sale.NetAmount.Amount, sale.ListAmount!.Value.Amount);
            var counted = net < list ? net * net / list : net;
            sum += decimal.Round(counted, 2, MidpointRounding.AwayFromZero) * credit.Share.Fraction;
        }

        return sum;
    }

    [Benchmark(Description = "price coefficient of 1,000,000 credits, CommissionMeasure.Sum"), Bound(3)]
    public CreditSum Library() => _measure.Sum(_credits);
}

internal static class CommissionBaseFacts
{
    internal static SalesCredit[] Credits(int count)
    {
        var amounts = Facts.Amounts(100_000m);
        var share = Percentage.FromPercent(33.33m);
        return
        [
            .. Enumerable.Range(0, count).Select(number => SalesCredit.Of(
                Line(number, amounts[number % Facts.Count]), number % 4 == 0 ? share : Percentage.OneHundred,
                number % 10 == 0 ? CreditKind.RollUp : CreditKind.Direct, "own")),
        ];
    }

    private static SalesLine Line(int number, decimal amount) => new SalesLineBuilder
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = number,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(1m),
        ListAmount = new Money(decimal.Round(amount * (number % 2 == 0 ? 1.0625m : 0.98m), 2, MidpointRounding.AwayFromZero), Currency.CNY),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
    }.Build();
}
