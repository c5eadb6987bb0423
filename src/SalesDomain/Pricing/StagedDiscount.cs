using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A discount in its place: its stage, and the stages that its bases are taken after.</summary>
internal sealed class StagedDiscount
{
    /// <summary>What a base is taken after, where that is no stage.</summary>
    internal const int List = -1;

    internal const int Running = -2;

    internal StagedDiscount(Discount discount, int index, int stage, int @base, int amountBase)
    {
        Discount = discount;
        Index = index;
        Stage = stage;
        Base = @base;
        AmountBase = amountBase;
        Unit = discount.StepUnit ?? discount.MinimumQuantity?.Unit;
        Graduated = discount.GraduatedTable();
    }

    internal Discount Discount { get; }

    internal int Index { get; }

    internal int Stage { get; }

    internal int Base { get; }

    internal int AmountBase { get; }

    /// <summary>The steps of a graduated discount; null of any other.</summary>
    internal TierTable? Graduated { get; }

    /// <summary>The unit that counts, or null where no quantity does.</summary>
    internal UnitOfMeasure? Unit { get; }

    /// <summary>Whether a share of it, or its own step, is taken of amounts.</summary>
    internal bool HasRate => Discount.Kind is DiscountKind.Percent or DiscountKind.PercentOfOrder;

    /// <summary>The currencies of its amounts.</summary>
    internal IEnumerable<Currency> Currencies()
    {
        if (Discount.Amount is { } amount)
            yield return amount.Currency;
        if (Discount.AmountSteps is { } steps)
            yield return steps.Bounds[0].Currency;
        if (Discount.MinimumAmount is { } minimum)
            yield return minimum.Currency;
        if (Discount.OffByAmount is { } byAmount)
            yield return byAmount.Bounds[0].Currency;
        if (Discount.OffByQuantity is { } byQuantity)
            yield return byQuantity.Values[0].Currency;
        if (Discount.Deal?.Amount is { } ofDeal)
            yield return ofDeal.Currency;
        if (Discount.Budget is { } budget)
            yield return budget.Currency;
    }
}
