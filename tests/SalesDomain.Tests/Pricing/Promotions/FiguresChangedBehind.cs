using System.Collections;
using System.Linq;
using System.Reflection;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>A figure of a deal that is changed behind the explanation is told by it, also where a percentage is given.</summary>
public sealed class FiguresChangedBehind
{
    [Theory]
    [InlineData(null, "Times")]
    [InlineData(null, "GivenPieces")]
    [InlineData("Groups", "Available")]
    [InlineData("Groups", "Portions")]
    [InlineData("Groups", "Whole")]
    public void Deals_and_pieces(string? group, string figure)
    {
        // 8 pieces by threes are two deals, and two are free.
        foreach (var deal in new[] { Deal.CheapestFree(3, 1), Deal.PercentOff(3, Percent(20)), Deal.ForPrice(3, Cny(20m)) })
        {
            var total = Given(deal);
            Assert.True(total.Explain().IsVerified, total.Explain().ToString());
            var steps = Hidden(Hidden(total, "_order"), "Deal");
            Change(group is null ? steps : ((IList)Hidden(steps, group))[0]!, figure);
            Assert.Equal(group is null && figure == "GivenPieces" && deal.Benefit == DealBenefit.Price, total.Explain().IsVerified);
        }
    }

    [Theory]
    [InlineData(null, "OpenPieces")]
    [InlineData(null, "Taken")]
    [InlineData("Groups", "Available")]
    public void Pieces_of_cases(string? group, string figure)
    {
        // Of 24 pieces 12 are left: four deals by threes, and of 36 of a second line another twelve.
        foreach (var deal in new[] { Deal.CheapestFree(3, 1), Deal.PercentOff(3, Percent(20)), Deal.ForPrice(3, Cny(20m)) })
        {
            var total = Schedule(
                    Discount.OfDeal("case", Deal.PercentOff(1, Percent(50)).In(UnitOfMeasure.Case).AtMost(1)).At(1),
                    Discount.OfDeal("deal", deal).At(2))
                .Apply(Order(AnySplit.InCases(1, "P", 2m, 10m, 12), AnySplit.InCases(2, "Q", 3m, 9m, 12))).Deductions[1];
            Assert.Equal(16m, total.Times);
            Assert.True(total.Explain().IsVerified, total.Explain().ToString());
            var steps = Hidden(Hidden(total, "_order"), "Deal");
            Change(group is null ? steps : ((IList)Hidden(steps, group))[0]!, figure);
            Assert.False(total.Explain().IsVerified, total.Explain().ToString());
        }
    }

    [Fact]
    public void What_is_refused()
    {
        var total = Schedule(Discount.OfDeal("deal", Deal.CheapestFree(3, 1)).WithBudget(PromotionBudget.OfTotal(Cny(15m))))
            .Apply(Order(Line(1, 10m, 8m))).Deductions[0];
        Assert.Equal((Cny(5m), true), (total.Refused, total.ExplainRefused().IsVerified));

        Change(Hidden(total, "_order"), "Asked");
        Assert.False(total.ExplainRefused().IsVerified);
    }

    // M-TASTE: what counts of a proposal was silent in 16 of 16, since the explanation had a copy of it.
    [Theory]
    [InlineData("Counted")]
    [InlineData("CountedAmount")]
    [InlineData("Free")]
    [InlineData("Present")]
    [InlineData("Missing")]
    public void What_counts_for_free_goods(string figure)
    {
        FreeGoods[] ofQuantities =
        [
            FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)), FreeGoods.Inclusive(Quantity.Pieces(10), Quantity.Pieces(1)),
            FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)).WholeUnits(),
            FreeGoods.Exclusive(Quantity.Pieces(10), new Quantity(1m, UnitOfMeasure.Case))
                .Prorated(Rounding.ToDigits(0, RoundingMode.Down)),
            FreeGoods.Tiered(FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1))),
        ];
        FreeGoods[] ofAmounts =
        [
            FreeGoods.ForEvery(Cny(30m), Quantity.Pieces(1)), FreeGoods.BySteps(StepSchedule.From((Cny(30m), Quantity.Pieces(1)))),
        ];
        foreach (var goods in figure == "Counted" ? ofQuantities : figure == "CountedAmount" ? ofAmounts : [.. ofQuantities, .. ofAmounts])
        {
            var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(2));
            var offer = Assert.Single(FreeGoodsPromotion.Of("gift", goods).Offer(Order(
                Line(1, 10m, 15m, "P").WithUnits(units), Line(2, 5m, 5m, "P").WithUnits(units), Free(3, 5m, 2m, "P").WithUnits(units))));
            Assert.True(offer.Explain().IsVerified, offer.Explain().ToString());

            var field = typeof(FreeGoodsProposal).GetField(
                "<" + figure + ">k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!;
            field.SetValue(offer, field.GetValue(offer) is Money amount ? amount + Cny(1m) : Plus((Quantity)field.GetValue(offer)!));
            Assert.False(offer.Explain().IsVerified, goods + "\n" + offer.Explain());
        }

        static Quantity Plus(Quantity quantity) => quantity + new Quantity(1m, quantity.Unit);
    }

    private static DiscountTotal Given(Deal deal)
    {
        var total = Schedule(Discount.OfDeal("deal", deal)).Apply(Order(Line(1, 10m, 5m), Line(2, 11m, 3m))).Deductions[0];
        Assert.Equal(2m, total.Times);
        return total;
    }

    private static object Hidden(object owner, string name)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        return owner.GetType().GetField(name, Any)?.GetValue(owner) ?? owner.GetType().GetProperty(name, Any)!.GetValue(owner)!;
    }

    private static void Change(object owner, string name)
    {
        if (Hidden(owner, name) is decimal[] many)
        {
            many[0]++;
            return;
        }

        var property = owner.GetType().GetProperties(BindingFlags.Instance | BindingFlags.NonPublic).Single(each => each.Name == name);
        property.SetValue(owner, (decimal)property.GetValue(owner)! + 1m);
    }
}
