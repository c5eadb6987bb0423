using System.Numerics;

namespace SalesDomain.Internal;

/// <summary>amount × rates ÷ rates: multiplied exactly, divided once and last.</summary>
internal static class Exchange
{
    /// <summary>By one rate: multiplied when it is quoted from the amount's currency, divided when it is quoted the other way.</summary>
    internal static decimal By(ExchangeRate rate, Money amount)
    {
        if (rate.From == amount.Currency)
            return rate.Units == 1 ? amount.Amount * rate.Rate : Quotient(amount.Amount, rate.Rate, rate.Units);

        return rate.Units == 1 ? amount.Amount / rate.Rate : Quotient(amount.Amount, rate.Units, rate.Rate);
    }

    /// <summary>By one rate into a base currency and another out of it.</summary>
    internal static decimal Through(Currency @base, ExchangeRate first, ExchangeRate second, Money amount)
    {
        var isFirstDirect = first.To == @base;
        var isSecondDirect = second.From == @base;

        // As most tables are: quoted all to the base currency or all from it, for as many units, which cancel.
        if (isFirstDirect != isSecondDirect && first.Units == second.Units)
            return isFirstDirect ? Quotient(amount.Amount, first.Rate, second.Rate) : Quotient(amount.Amount, second.Rate, first.Rate);

        var (times, per) = isFirstDirect ? (first.Rate, (decimal)first.Units) : (first.Units, first.Rate);
        var (thenTimes, thenPer) = isSecondDirect ? (second.Rate, (decimal)second.Units) : (second.Units, second.Rate);
        return HasExactProduct(times, thenTimes, out var allTimes) && HasExactProduct(per, thenPer, out var allPer)
            ? Quotient(amount.Amount, allTimes, allPer)
            : DecimalMath.Quotient(
                Whole(amount.Amount) * Whole(times) * Whole(thenTimes), Whole(1m) * Whole(per) * Whole(thenPer));
    }

    private static decimal Quotient(decimal amount, decimal times, decimal per) =>
        HasExactProduct(amount, times, out var product) ? product / per
            : DecimalMath.Quotient(Whole(amount) * Whole(times), Whole(1m) * Whole(per));

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
