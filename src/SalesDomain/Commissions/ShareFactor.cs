using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A share of a credit, looked at once for all sums it counts to.</summary>
internal readonly struct ShareFactor
{
    internal ShareFactor(Percentage share)
    {
        Fraction = share.Fraction;
        IsPlain = CountedTally.IsPlain(Fraction);
        IsWhole = DecimalMath.IsPlainOne(Fraction);
    }

    internal decimal Fraction { get; }

    /// <summary>Whether an amount can be counted as it is; where it cannot, the product may still be the amount.</summary>
    internal bool IsWhole { get; }

    /// <summary>Whether it has so few decimals that its product with an amount is exact.</summary>
    internal bool IsPlain { get; }
}
