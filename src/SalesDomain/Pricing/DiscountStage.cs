namespace SalesDomain.Pricing;

/// <summary>Discounts that have their turn together: those of one number, or those of one exclusion.</summary>
internal sealed class DiscountStage
{
    internal DiscountStage(int index, StagedDiscount[][] alternatives, ExclusionGroup? group)
    {
        Index = index;
        Alternatives = alternatives;
        Group = group;
        IsOfOrder = alternatives[0][0].Discount.IsOfOrder;
    }

    internal int Index { get; }

    /// <summary>By their lowest numbers; those of an alternative by their numbers.</summary>
    internal StagedDiscount[][] Alternatives { get; }

    /// <summary>The exclusion; null where all have their turn.</summary>
    internal ExclusionGroup? Group { get; }

    internal bool IsOfOrder { get; }
}
