namespace SalesDomain.Commissions;

/// <summary>What a portion of the money counts for by its days.</summary>
internal readonly struct LatePortion(CollectedPortion portion, decimal amount, Percentage factor)
{
    internal CollectedPortion Portion { get; } = portion;

    /// <summary>What of it is for the deal.</summary>
    internal decimal Amount { get; } = amount;

    internal Percentage Factor { get; } = factor;

    internal decimal Counted { get; } = amount * factor.Fraction;
}
