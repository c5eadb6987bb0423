namespace SalesDomain.Pricing;

/// <summary>What counts by value beside what is priced: the lines of its group.</summary>
internal sealed class ValuesBeside(CountedBeside beside, ValueScale scale)
{
    /// <summary>All of the group, by which it is known what was explained already.</summary>
    internal ValuesCounted All { get; } = beside.All(scale);

    /// <summary>What it comes to, not divided.</summary>
    internal CountedSum Sum { get; } = beside.In(scale);

    /// <summary>Of what it is made up.</summary>
    internal ValuesCounted Counted() => beside.Values(scale);
}
