using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// What counts with a quantity, bought before or on other lines, in one unit and not divided yet: 5 pieces are 5 ÷ 24 of a case, which is
/// no decimal.
/// </summary>
internal sealed class CountedSum
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private CountedSum(BigInteger numerator, BigInteger denominator, int count)
    {
        _numerator = numerator;
        _denominator = denominator;
        Count = count;
    }

    internal static CountedSum Nothing { get; } = new(BigInteger.Zero, BigInteger.One, 0);

    internal bool IsPositive => _numerator.Sign > 0;

    internal bool IsZero => _numerator.IsZero;

    /// <summary>Of how many purchases or lines it is the sum.</summary>
    internal int Count { get; }

    /// <summary>Whether another sum is as much.</summary>
    internal bool IsAsMuchAs(CountedSum other) => _numerator * other._denominator == other._numerator * _denominator;

    /// <summary>The sum as a decimal.</summary>
    internal decimal Amount => DecimalMath.Quotient(_numerator, _denominator);

    /// <summary>The sum with a purchase in another unit more.</summary>
    internal CountedSum With(decimal amount, UnitRatio ratio)
    {
        var (numerator, denominator) = ratio.Exactly(amount);
        return Of((_numerator * denominator) + (numerator * _denominator), _denominator * denominator, Count + 1);
    }

    /// <summary>The sum of values with first × second converted ÷ divisor, which is above zero, more: not divided.</summary>
    internal CountedSum With(decimal first, decimal second, UnitRatio ratio, decimal divisor, int count)
    {
        var (one, two, below) = (ratio.Exactly(first), Plain(second), Plain(divisor));
        var (numerator, denominator) = (
            one.Numerator * two.Numerator * below.Denominator, one.Denominator * two.Denominator * below.Numerator);
        return Of((_numerator * denominator) + (numerator * _denominator), _denominator * denominator, Count + count);
    }

    /// <summary>What is missing from the sum to a level; below zero where it is beyond that.</summary>
    internal CountedSum LeftTo(decimal level)
    {
        var (numerator, denominator) = Plain(level);
        return Of((numerator * _denominator) - (_numerator * denominator), _denominator * denominator, Count);
    }

    /// <summary>The sum without some of what is in it.</summary>
    internal CountedSum Less(decimal amount, UnitRatio ratio, int count)
    {
        var (numerator, denominator) = ratio.Exactly(amount);
        return Of((_numerator * denominator) - (numerator * _denominator), _denominator * denominator, Count - count);
    }

    /// <summary>Both sums; null where neither is known.</summary>
    internal static CountedSum? Of(CountedSum? one, CountedSum? other) =>
        one is null ? other
            : other is null ? one
            : Of(
                (one._numerator * other._denominator) + (other._numerator * one._denominator), one._denominator * other._denominator,
                one.Count + other.Count);

    /// <summary>The sum, or where it is below zero nothing.</summary>
    internal CountedSum NotBelowZero() => _numerator.Sign < 0 ? Nothing : this;

    /// <summary>The sum in another unit.</summary>
    internal CountedSum In(UnitRatio ratio)
    {
        var (numerator, denominator) = ratio.Exactly(1m);
        return Of(_numerator * numerator, _denominator * denominator, Count);
    }

    /// <summary>The sum × by ÷ divisor, which is above zero.</summary>
    internal CountedSum Scaled(decimal by, decimal divisor)
    {
        var (times, below) = (Plain(by), Plain(divisor));
        return Of(_numerator * times.Numerator * below.Denominator, _denominator * times.Denominator * below.Numerator, Count);
    }

    /// <summary>The sum and what is ordered now, in another unit: divided once.</summary>
    internal decimal And(decimal ordered, UnitRatio ratio) => Priced(1m, 1m, ordered, ratio, 0m, 1m);

    /// <summary>
    /// ((before × the sum + now × what is ordered now) converted + plus) ÷ divisor, which is above zero, divided once.
    /// </summary>
    internal decimal Priced(decimal before, decimal now, decimal ordered, UnitRatio ratio, decimal plus, decimal divisor)
    {
        var (one, two, three) = (ratio.Exactly(before), ratio.Exactly(now), Plain(ordered));
        var (more, below) = (Plain(plus), Plain(divisor));
        var sum = Of(_numerator * one.Numerator, _denominator * one.Denominator, Count)
            .Plus(two.Numerator * three.Numerator, two.Denominator * three.Denominator)
            .Plus(more.Numerator, more.Denominator);
        return DecimalMath.Quotient(sum._numerator * below.Denominator, sum._denominator * below.Numerator);
    }

    /// <summary>What is still missing, in the ordered unit, from so much of another one; divided once.</summary>
    internal decimal MissingFrom(decimal level, UnitRatio ratio)
    {
        var (numerator, denominator) = ratio.Exactly(level);
        return Of(-_numerator, _denominator, Count).Plus(numerator, denominator).Amount;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Plain(decimal amount) => default(UnitRatio).Exactly(amount);

    private CountedSum Plus(BigInteger numerator, BigInteger denominator) =>
        Of((_numerator * denominator) + (numerator * _denominator), _denominator * denominator, Count);

    private static CountedSum Of(BigInteger numerator, BigInteger denominator, int count)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return common <= BigInteger.One ? new CountedSum(numerator, denominator, count)
            : new CountedSum(numerator / common, denominator / common, count);
    }
}
