using System;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What a maker earns on what it sells a dealer, and the least it keeps of that.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record MakerEconomics
{
    private MakerEconomics(Money margin, Percentage floor, bool isFloorOfNetRevenue)
    {
        Margin = margin;
        Floor = floor;
        IsFloorOfNetRevenue = isFloorOfNetRevenue;
    }

    /// <summary>Revenue less cost and freight, before any rebate, without tax.</summary>
    public Money Margin { get; }

    /// <summary>The least margin, as a share of the revenue.</summary>
    public Percentage Floor { get; }

    /// <summary>True where the floor is a share of the revenue after the rebate, false where of the revenue before it.</summary>
    public bool IsFloorOfNetRevenue { get; }

    /// <summary>The side of a maker whose floor is a share of the revenue after the rebate.</summary>
    /// <param name="margin">Revenue less cost and freight, before any rebate, without tax; negative for a loss.</param>
    /// <param name="floor">The least margin ÷ revenue after the rebate, below 100 %.</param>
    /// <returns>The side.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is 100 % or more.</exception>
    public static MakerEconomics Of(Money margin, Percentage floor) =>
        floor < Percentage.OneHundred ? new MakerEconomics(margin, floor, true)
            : throw Guards.OutOfRange(nameof(floor), floor.ToString(), "must be below 100%");

    /// <summary>The side with a floor that is a share of the revenue before the rebate.</summary>
    /// <returns>The changed copy.</returns>
    public MakerEconomics OnRevenueBeforeRebate() => new(Margin, Floor, false);

    /// <summary>Margin and floor.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "margin " + Margin + ", at least " + Floor + " of revenue " + (IsFloorOfNetRevenue ? "after" : "before") + " the rebate";
}
