namespace SalesDomain.Pricing;

/// <summary>Discounts that have their turn together: those of one number, or those of one exclusion.</summary>
internal sealed class DiscountStage
{
    internal DiscountStage(int index, StagedDiscount[][] alternatives, ExclusionGroup? group)
    {
        Index = index;
        Alternatives = alternatives;
        Group = group;
        IsOverLines = alternatives[0][0].Discount.IsOverLines;
    }

    internal int Index { get; }

    /// <summary>By their lowest numbers; those of an alternative by their numbers.</summary>
    internal StagedDiscount[][] Alternatives { get; }

    /// <summary>The exclusion; null where all have their turn.</summary>
    internal ExclusionGroup? Group { get; }

    /// <summary>True for what is worked over several lines at once: deals, and discounts of the order.</summary>
    internal bool IsOverLines { get; }
}
