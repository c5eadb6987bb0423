using System.Numerics;

namespace SalesDomain.Tests.Curves;

/// <summary>
/// A fraction of whole numbers of any length, the denominator above zero: what the documentation says, without any rounding.
/// </summary>
internal readonly struct Ratio
{
    private static readonly BigInteger s_largest = new(decimal.MaxValue);

    private readonly BigInteger _over;
    private readonly BigInteger _under;

    private Ratio(BigInteger over, BigInteger under)
    {
        _over = under.Sign < 0 ? -over : over;
        _under = BigInteger.Abs(under);
    }

    public static implicit operator Ratio(decimal value)
    {
        var bits = decimal.GetBits(value);
        return new Ratio(new BigInteger(new decimal(bits[0], bits[1], bits[2], bits[3] < 0, 0)),
            BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Ratio operator +(Ratio left, Ratio right) =>
        new((left._over * right._under) + (right._over * left._under), left._under * right._under);

    public static Ratio operator -(Ratio left, Ratio right) => left + new Ratio(-right._over, right._under);

    public static Ratio operator *(Ratio left, Ratio right) => new(left._over * right._over, left._under * right._under);

    public static Ratio operator /(Ratio left, Ratio right) => new(left._over * right._under, left._under * right._over);

    public static bool operator <(Ratio left, Ratio right) => left._over * right._under < right._over * left._under;

    public static bool operator >(Ratio left, Ratio right) => right < left;

    public static bool operator <=(Ratio left, Ratio right) => !(right < left);

    public static bool operator >=(Ratio left, Ratio right) => !(left < right);

    internal static Ratio Abs(Ratio value) => new(BigInteger.Abs(value._over), value._under);

    internal bool Is(Ratio other) => _over * other._under == other._over * _under;

    /// <summary>The nearest decimal, a tie to the even one; null when none is near.</summary>
    internal decimal? Nearest()
    {
        for (var digits = 28; digits >= 0; digits--)
        {
            var scaled = BigInteger.Abs(_over) * BigInteger.Pow(10, digits);
            var whole = (((scaled * 2) + _under) / (_under * 2)) is var up && (up * 2 * _under) - (scaled * 2) == _under && !up.IsEven
                ? up - 1 : up;
            if (whole > s_largest)
                continue;

            var number = (decimal)whole;
            for (var i = 0; i < digits; i++)
                number *= 0.1m;

            return _over.Sign < 0 ? -number : number;
        }

        return null;
    }
}
