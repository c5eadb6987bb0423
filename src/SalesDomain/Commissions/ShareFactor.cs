namespace SalesDomain.Commissions;

/// <summary>A share of a credit, looked at once for all sums it counts to.</summary>
internal readonly struct ShareFactor
{
    internal ShareFactor(Percentage share)
    {
        Fraction = share.Fraction;
        IsPlain = CountedTally.IsPlain(Fraction);
        IsWhole = Fraction.Scale == 0 && Fraction == 1m;
    }

    internal decimal Fraction { get; }

    internal bool IsWhole { get; }

    /// <summary>Whether it has so few decimals that its product with an amount is exact.</summary>
    internal bool IsPlain { get; }
}
