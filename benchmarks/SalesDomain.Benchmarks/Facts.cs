using System;

namespace SalesDomain.Benchmarks;

/// <summary>The figures that every benchmark works on: spread over the range, the same in every run, cents in every amount.</summary>
internal static class Facts
{
    internal const int Count = 1_000;

    private const int Stride = 7_919;

    /// <summary>
    /// Amounts above zero and below the limit, with two decimals as they come from a database, in no order: 7,919 is prime, so that
    /// neighbours fall into different tiers.
    /// </summary>
    internal static decimal[] Amounts(decimal limit)
    {
        var amounts = new decimal[Count];
        for (var i = 0; i < Count; i++)
            amounts[i] = (decimal.Floor(limit * 100m * (i * Stride % Count) / Count) + (i % 100) + 1m) * 0.01m;

        return amounts;
    }

    /// <summary>Whole pieces from one to the limit, in no order.</summary>
    internal static decimal[] Pieces(decimal limit) => Array.ConvertAll(Amounts(limit - 1m), amount => decimal.Floor(amount) + 1m);

    internal static Money[] InDollars(decimal[] amounts) => Array.ConvertAll(amounts, amount => new Money(amount, Currency.USD));
}
