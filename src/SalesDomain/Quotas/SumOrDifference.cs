namespace SalesDomain.Quotas;

/// <summary>The sum of two amounts, or what one is more than the other.</summary>
internal readonly struct SumOrDifference
{
    internal SumOrDifference(Measured left, Measured right, bool isDifference) => Value = isDifference ? left - right : left + right;

    internal Measured Value { get; }
}
