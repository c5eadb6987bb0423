using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>How a price for one unit is shown to be one of another: × so many of the one, ÷ as many of the other as those are.</summary>
internal readonly struct UnitFigures
{
    internal UnitFigures(UnitRatio ratio, UnitOfMeasure ordered, Quantity per)
    {
        IsConverted = !ratio.IsOfOneUnit;
        if (!IsConverted)
            return;

        Ordered = new Quantity(ratio.Ordered, ordered);
        Units = new Quantity(ratio.Converted, per.Unit);
        Divisor = per * Ordered.Amount;
    }

    /// <summary>Whether the price is for another unit than that ordered.</summary>
    internal bool IsConverted { get; }

    /// <summary>So many of the ordered unit are…</summary>
    internal Quantity Ordered { get; }

    /// <summary>…so many of the unit the price is for.</summary>
    internal Quantity Units { get; }

    /// <summary>For how many units the price is × <see cref="Ordered"/>.</summary>
    internal Quantity Divisor { get; }

    /// <summary>An amount × <see cref="Units"/>, where units are converted.</summary>
    internal Money Times(Money amount) => IsConverted ? amount * Units.Amount : amount;
}
