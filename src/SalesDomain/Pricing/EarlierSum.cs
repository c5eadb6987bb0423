using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// What was bought before, in the unit that is ordered and not divided yet: 5 pieces are 5 ÷ 24 of a case, which is no decimal.
/// </summary>
internal sealed class EarlierSum
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private EarlierSum(BigInteger numerator, BigInteger denominator, int count)
    {
        _numerator = numerator;
        _denominator = denominator;
        Count = count;
    }

    internal static EarlierSum Nothing { get; } = new(BigInteger.Zero, BigInteger.One, 0);

    internal bool IsPositive => _numerator.Sign > 0;

    /// <summary>Of how many purchases it is the sum.</summary>
    internal int Count { get; }

    /// <summary>The sum as a decimal.</summary>
    internal decimal Amount => DecimalMath.Quotient(_numerator, _denominator);

    /// <summary>The sum with a purchase in another unit more.</summary>
    internal EarlierSum With(decimal amount, UnitRatio ratio)
    {
        var (numerator, denominator) = ratio.Exactly(amount);
        return Of((_numerator * denominator) + (numerator * _denominator), _denominator * denominator, Count + 1);
    }

    /// <summary>The sum without the purchases of a smaller one.</summary>
    internal EarlierSum Less(EarlierSum other) =>
        Of(
            (_numerator * other._denominator) - (other._numerator * _denominator), _denominator * other._denominator,
            Count - other.Count);

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

    /// <summary>
    /// What is still missing, in the ordered unit, from first × second ÷ divisor of another one; divided once.
    /// </summary>
    internal decimal MissingFrom(decimal first, UnitRatio ratio, decimal second, decimal divisor)
    {
        var (one, two, below) = (ratio.Exactly(first), Plain(second), Plain(divisor));
        return Of(-_numerator, _denominator, Count)
            .Plus(one.Numerator * two.Numerator * below.Denominator, one.Denominator * two.Denominator * below.Numerator).Amount;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Plain(decimal amount) => default(UnitRatio).Exactly(amount);

    private EarlierSum Plus(BigInteger numerator, BigInteger denominator) =>
        Of((_numerator * denominator) + (numerator * _denominator), _denominator * denominator, Count);

    private static EarlierSum Of(BigInteger numerator, BigInteger denominator, int count)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return common <= BigInteger.One ? new EarlierSum(numerator, denominator, count)
            : new EarlierSum(numerator / common, denominator / common, count);
    }
}
