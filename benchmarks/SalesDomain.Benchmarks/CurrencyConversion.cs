using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

public class CurrencyConversion
{
    private const int Days = 250;

    private static readonly LocalDate s_firstDay = new(2025, 1, 1);

    private static readonly Currency[] s_currencies = [.. Currency.Iso.Where(currency => currency != Currency.CNY).Take(24)];

    // The baseline: each currency's rates in yuan, which is less than the library knows; multiplied to yuan, divided from it, both between
    // two others.
    private readonly Dictionary<Currency, (LocalDate[] Days, decimal[] Rates)> _inYuan = [];
    private readonly ExchangeRates _rates;

    private readonly Money[] _amounts = Facts.InDollars(Facts.Amounts(100_000m));
    private readonly Currency[] _to = new Currency[Facts.Count];
    private readonly LocalDate[] _on = new LocalDate[Facts.Count];

    public CurrencyConversion()
    {
        var rates = new List<ExchangeRate>();
        foreach (var (currency, i) in s_currencies.Select((currency, i) => (currency, i)))
        {
            // A rate a day, none at the weekend.
            var days = Enumerable.Range(0, Days).Select(day => s_firstDay.PlusDays(day)).Where(day => day.DayOfWeek < IsoDayOfWeek.Saturday)
                .ToArray();
            var values = days.Select((_, day) => 0.5m + (i * 0.3125m) + (day * 0.0011m)).ToArray();
            _inYuan[currency] = (days, values);
            rates.AddRange(days.Select((day, at) => new ExchangeRate(currency, Currency.CNY, values[at], day)));
        }

        _rates = ExchangeRates.Of([.. rates]).WithBase(Currency.CNY);
        for (var i = 0; i < Facts.Count; i++)
        {
            // In turn to yuan, from yuan, and between two others.
            var other = s_currencies[i * 7 % s_currencies.Length];
            var from = i % 3 == 1 ? Currency.CNY : s_currencies[((i * 5) + 1) % s_currencies.Length];
            _amounts[i] = new Money(_amounts[i].Amount, from);
            _to[i] = i % 3 == 0 ? Currency.CNY : other;
            _on[i] = s_firstDay.PlusDays(i * 11 % Days);
        }
    }

    [GlobalSetup]
    public void Compare() =>
        Same.Results(i => ByHand(_amounts[i], _to[i], _on[i]), i => _rates.Convert(_amounts[i], _to[i], _on[i]).Result);

    [Benchmark(Baseline = true, Description = "24 currencies, 178 days, hand-written", OperationsPerInvoke = Facts.Count)]
    public Money HandWritten()
    {
        var last = default(Money);
        for (var i = 0; i < _amounts.Length; i++)
            last = ByHand(_amounts[i], _to[i], _on[i]) ?? last;

        return last;
    }

    [Benchmark(Description = "24 currencies, 178 days, ExchangeRates.TryConvert", OperationsPerInvoke = Facts.Count), Bound(1.5), Scalar]
    public Money Library()
    {
        var last = default(Money);
        for (var i = 0; i < _amounts.Length; i++)
        {
            if (_rates.TryConvert(_amounts[i], _to[i], _on[i], out var conversion))
                last = conversion.Result;
        }

        return last;
    }

    private Money? ByHand(Money amount, Currency to, LocalDate on)
    {
        if (amount.Currency == to)
            return amount;
        if (InYuan(to, on) is not { } price)
            return InYuan(amount.Currency, on) is { } rate && to == Currency.CNY ? new Money(amount.Amount * rate, to) : null;
        if (amount.Currency == Currency.CNY)
            return new Money(amount.Amount / price, to);

        return InYuan(amount.Currency, on) is { } value ? new Money(amount.Amount * value / price, to) : null;
    }

    private decimal? InYuan(Currency currency, LocalDate on)
    {
        if (!_inYuan.TryGetValue(currency, out var known))
            return null;

        var low = 0;
        var high = known.Days.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (known.Days[middle] > on)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return high < 0 ? null : known.Rates[high];
    }
}
