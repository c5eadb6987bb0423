namespace SalesDomain.Quotas;

/// <summary>What one share of some facts comes to: share × their exact sum.</summary>
internal sealed class SharedSum
{
    internal SharedSum(Percentage share, Measured sum, int factCount, int unknownCount)
    {
        Share = share;
        Sum = sum;
        Part = share == Percentage.OneHundred ? sum : sum * share;
        FactCount = factCount;
        UnknownCount = unknownCount;
    }

    internal Percentage Share { get; }

    internal Measured Sum { get; }

    internal Measured Part { get; }

    internal int FactCount { get; }

    internal int UnknownCount { get; }

    internal SharedSum Plus(SharedSum other) => new(Share, Sum + other.Sum, FactCount + other.FactCount, UnknownCount + other.UnknownCount);
}
