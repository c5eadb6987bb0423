namespace SalesDomain.Rebates;

/// <summary>A running sum: the amount, of how many lines, and how many of them did not state it.</summary>
internal struct SlotSum
{
    internal decimal Amount;
    internal int Count;
    internal int Unknown;

    internal void Add(in SlotSum other)
    {
        Amount += other.Amount;
        Count += other.Count;
        Unknown += other.Unknown;
    }

    internal readonly bool IsSameAs(in SlotSum other) => Amount == other.Amount && Count == other.Count && Unknown == other.Unknown;
}
