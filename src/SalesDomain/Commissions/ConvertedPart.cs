namespace SalesDomain.Commissions;

/// <summary>One step by which an earning in another currency changes: an entry.</summary>
internal sealed class ConvertedPart(Conversion conversion, decimal @base, Conversion[] toDate)
{
    /// <summary>Of what this part adds or takes away.</summary>
    internal Conversion Conversion { get; } = conversion;

    /// <summary>What it adds to the base.</summary>
    internal decimal Base { get; } = @base;

    /// <summary>All that is entered with it.</summary>
    internal Conversion[] ToDate { get; } = toDate;
}
