namespace SalesDomain.Quotas;

/// <summary>A running sum of facts of which one and the same share counts, exact because the share is multiplied last.</summary>
internal sealed class FactSum
{
    internal FactSum(decimal share) => Share = share;

    internal decimal Share { get; }

    internal decimal Known { get; private set; }

    internal int Facts { get; private set; }

    internal int Unknown { get; private set; }

    internal void Add(decimal amount, bool isKnown)
    {
        Facts++;
        if (isKnown)
            Known += amount;
        else
            Unknown++;
    }

    internal void Add(FactSum other)
    {
        Known += other.Known;
        Facts += other.Facts;
        Unknown += other.Unknown;
    }
}
