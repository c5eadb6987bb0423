using System;
using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What an order's discount is shared into is what the apportionment of the library makes of it, floors included.</summary>
public sealed class SharesInWords
{
    private static readonly Apportionment s_cents = Apportionment.InUnitsOf(0.01m);

    [Property(MaxTest = 500)]
    public void Shares_are_those_of_the_apportionment(ushort[] prices, byte[] floors, uint off) =>
        Check(prices.Select(price => price / 100m).ToArray(), floors, off % 100_000u / 100m);

    // Beyond what fits a machine word the same rule is worked in long numbers.
    [Property(MaxTest = 200)]
    public void Shares_of_amounts_of_any_size_are_too(uint[] prices, byte[] floors, uint off) =>
        Check(prices.Select(price => price * 98_765.43m).ToArray(), floors, off * 12_345.67m);

    private static void Check(decimal[] prices, byte[] floors, decimal off)
    {
        if (prices.Length == 0 || off == 0m)
            return;

        PricedLine[] lines =
        [
            .. prices.Select((price, i) =>
            {
                var line = PricedLine.Of(i + 1, default, Quantity.Pieces(1m), Cny(price));
                var floor = i < floors.Length && floors[i] % 3 == 0 ? Math.Round(price * floors[i] / 255m, 2) : 0m;
                return floor == 0m ? line : line.WithFloor(Cny(floor), UnitOfMeasure.Piece);
            }),
        ];
        decimal[] rooms = [.. lines.Select((line, i) => prices[i] - (line.Floor?.Amount ?? 0m))];
        var taken = Math.Min(Math.Min(off, prices.Sum()), rooms.Sum());
        var document = DiscountSchedule.Of(Rounding.Commercial, Discount.OfOrder("off", Cny(off)))
            .Apply(PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, lines));
        if (taken == 0m)
        {
            Assert.Equal(prices, document.Lines.Select(line => line.Net.Amount));
            return;
        }

        var free = s_cents.Split(Cny(taken), prices);
        var isHeld = free.Zip(rooms, (share, room) => share.Amount > room).Any(isOver => isOver);
        var expected = !isHeld ? free
            : s_cents.Split(Cny(taken), prices.Zip(rooms, (price, room) => new ApportionmentPart(price, null, room)));

        Assert.Equal(expected, document.Lines.Select((line, i) => Cny(prices[i]) - line.Net));
        Assert.Empty(document.Explain().Verify());
    }
}
