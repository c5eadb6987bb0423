using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>amount × rates ÷ rates: multiplied exactly, divided once and last.</summary>
internal static class Exchange
{
    /// <summary>By one rate: multiplied when it is quoted from the amount's currency, divided when it is quoted the other way.</summary>
    internal static decimal By(ExchangeRate rate, Money amount)
    {
        if (rate.From != amount.Currency)
            return Quotient(amount.Amount, rate.Units, rate.Rate);

        return Quotient(amount.Amount, rate.Rate, rate.Units);
    }

    /// <summary>By one rate into a base currency and another out of it.</summary>
    internal static decimal Through(Currency @base, ExchangeRate first, ExchangeRate second, Money amount)
    {
        var (times, per) = first.To == @base ? (first.Rate, (decimal)first.Units) : (first.Units, first.Rate);
        var (thenTimes, thenPer) = second.From == @base ? (second.Rate, (decimal)second.Units) : (second.Units, second.Rate);
        return HasExactProduct(times, thenTimes, out var allTimes) && HasExactProduct(per, thenPer, out var allPer)
            ? Quotient(amount.Amount, allTimes, allPer)
            : DecimalMath.Quotient(
                Whole(amount.Amount) * Whole(times) * Whole(thenTimes), Whole(1m) * Whole(per) * Whole(thenPer));
    }

    private static decimal Quotient(decimal amount, decimal times, decimal per)
    {
        if (!HasExactProduct(amount, times, out var product))
            return DecimalMath.Quotient(Whole(amount) * Whole(times), Whole(1m) * Whole(per));

        return per == 1m ? product : product / per;
    }

    /// <summary>
    /// A decimal product that needs more digits than there are is stored with fewer decimals than its factors have together; that of zero
    /// may be too.
    /// </summary>
    private static bool HasExactProduct(decimal left, decimal right, out decimal product)
    {
        product = left * right;
        return DecimalMath.Scale(product) == DecimalMath.Scale(left) + DecimalMath.Scale(right) || left == 0m;
    }

    private static BigInteger Whole(decimal value) => DecimalMath.ToInteger(value, DecimalMath.MostDigits);
}
