using System;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace SalesDomain.Benchmarks;

[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class MoneyText
{
    private const NumberStyles PlainNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private readonly decimal[] _numbers = Facts.Amounts(100_000m);
    private readonly Money[] _amounts = Facts.InDollars(Facts.Amounts(100_000m));
    private readonly string[] _texts = Array.ConvertAll(Facts.InDollars(Facts.Amounts(100_000m)), amount => amount.ToString());

    [GlobalSetup]
    public void Compare()
    {
        Same.Results(i => FormattedByHand(_numbers[i]), i => _amounts[i].ToString());
        Same.Results(i => ParsedByHand(_texts[i]), i => Money.Parse(_texts[i]).Amount);
    }

    [Benchmark(Baseline = true, Description = "code and decimal.ToString", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("format")]
    public string FormatByHand()
    {
        var last = "";
        foreach (var number in _numbers)
            last = FormattedByHand(number);

        return last;
    }

    [Benchmark(Description = "Money.ToString", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("format")]
    public string Format()
    {
        var last = "";
        foreach (var amount in _amounts)
            last = amount.ToString();

        return last;
    }

    [Benchmark(Baseline = true, Description = "code and decimal.Parse", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("parse")]
    public decimal ParseByHand()
    {
        var last = 0m;
        foreach (var text in _texts)
            last = ParsedByHand(text);

        return last;
    }

    [Benchmark(Description = "Money.Parse", OperationsPerInvoke = Facts.Count)]
    [BenchmarkCategory("parse")]
    public Money Parse()
    {
        var last = default(Money);
        foreach (var text in _texts)
            last = Money.Parse(text);

        return last;
    }

    private static string FormattedByHand(decimal number) => "USD " + number.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal ParsedByHand(string text)
    {
        if (text.Split(' ') is not [("USD"), var number])
            throw new FormatException("'" + text + "' is no amount in USD.");

        return decimal.Parse(number, PlainNumber, CultureInfo.InvariantCulture);
    }
}
