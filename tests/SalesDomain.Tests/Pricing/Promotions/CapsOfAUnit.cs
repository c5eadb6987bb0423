using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>The cap of a unit is of its own unit, whatever unit a line is in.</summary>
public sealed class CapsOfAUnit
{
    private static readonly PromotionBudget s_ofPiece = PromotionBudget.OfUnit(Cny(1.50m));
    private static readonly PromotionBudget s_ofCase = PromotionBudget.OfUnit(Cny(24m), UnitOfMeasure.Case);

    // 10.00 a bottle, 24 to a case: 20 % is 2.00 a bottle.
    [Theory]
    [InlineData(2.00, 192)]
    [InlineData(1.50, 204)]
    [InlineData(2.01, 192)]
    public void A_case_is_capped_as_its_pieces(decimal cap, decimal net)
    {
        foreach (var discount in new[] { Discount.Percent("spring", Percent(20)), Discount.OfOrder("spring", Percent(20)) })
        {
            foreach (var line in new[] { AnySplit.InCases(1, "W", 1m, 10m, 24), AnySplit.InPieces(1, "W", 24m, 10m, 24) })
            {
                var given = Given(discount.WithBudget(PromotionBudget.OfUnit(Cny(cap))), line);
                Assert.Equal(net, given.Net.Amount);
                for (var choice = 0; choice < 8; choice++)
                    Tampering.IsNamed(given.Explain(), choice);
            }
        }
    }

    [Theory]
    [InlineData(1, 0, 24)]
    [InlineData(0, 12, 12)]
    [InlineData(0.5, 12, 24)]
    public void A_cap_may_be_of_a_case(decimal cases, decimal pieces, decimal off)
    {
        var lines = new[] { AnySplit.InCases(1, "W", cases == 0m ? 1m : cases, 10m, 24), AnySplit.InPieces(2, "W", 12m, 10m, 24) }
            .Where((_, i) => (i == 0 ? cases : pieces) > 0m).ToArray();

        Assert.Equal(off, Given(Discount.Percent("half", Percent(50)).WithBudget(s_ofCase), lines).Discounted.Amount);
        Assert.Equal(off, Given(Discount.OfOrder("half", Percent(50)).WithBudget(s_ofCase), lines).Discounted.Amount);
    }

    [Fact]
    public void The_pieces_that_a_deal_gives_are_capped()
    {
        // Eight bottles of a case are free: at 1.50 a bottle 12.00, at 24.00 a case a third of that.
        var deal = Discount.OfDeal("deal", Deal.CheapestFree(3, 1));
        foreach (var line in new[] { AnySplit.InCases(1, "W", 1m, 10m, 24), AnySplit.InPieces(1, "W", 24m, 10m, 24) })
        {
            Assert.Equal((12m, 8m), (Off(s_ofPiece), Off(s_ofCase)));

            decimal Off(PromotionBudget budget)
            {
                var given = Given(deal.WithBudget(budget), line);
                for (var choice = 0; choice < 12; choice++)
                    Tampering.IsNamed(given.Explain(), choice);
                return given.Discounted.Amount;
            }
        }
    }

    [Fact]
    public void What_the_cap_cannot_measure_takes_nothing_off()
    {
        var apples = PricedLine.Of(1, Subject("apples"), new Quantity(5m, UnitOfMeasure.Kilogram), Cny(10m));
        var tea = Line(2, 10m, 5m);
        Discount[] discounts =
        [
            Discount.Percent("spring", Percent(10)), Discount.OfOrder("spring", Percent(10)), Discount.OfOrder("spring", Cny(5m)),
            Discount.OfDeal("spring", Deal.PercentOff(1, Percent(10)).In(UnitOfMeasure.Kilogram)),
        ];
        foreach (var discount in discounts)
        {
            var given = Given(discount.WithBudget(s_ofPiece), apples, tea);
            Assert.Equal(discount.Deal is not null ? [0m, 0m] : [0m, 5m], given.Taken());
            Assert.Contains(
                "pricing.discount-other-unit (discount spring, line 1, unit KGM, counted PCE)",
                given.Reasons.Select(each => each.ToString()));
        }

        var byWeight = PromotionBudget.OfUnit(Cny(0.40m), UnitOfMeasure.Kilogram);
        Assert.Equal([2m, 0m], Given(discounts[0].WithBudget(byWeight), apples, tea).Taken());
    }

    [Fact]
    public void What_is_only_bought_for_a_deal_need_not_convert_to_the_unit_of_the_cap()
    {
        // Two of A bring a bottle, of which 24.00 a case of 12 is 2.00.
        var deal = Deal.BuyGet(DealPart.Of(2, Only("A")), DealPart.Of(1, Only("W")), Percent(100));
        DiscountedDocument Of(Deal deal) => Given(
            Discount.OfDeal("gift", deal).WithBudget(s_ofCase), Line(1, 10m, 2m, "A"), AnySplit.InCases(2, "W", 1m, 10m, 12));

        Assert.Equal([0m, 2m], Of(deal).Taken());
        for (var choice = 0; choice < 12; choice++)
            Tampering.IsNamed(Of(deal).Explain(), choice);
        Assert.Equal([0m, 0m], Of(deal.Spreading()).Taken());
        Assert.Contains("pricing.discount-other-unit", Of(deal.Spreading()).Codes());
    }

    [Fact]
    public void A_minimum_that_would_bring_nothing_is_no_near_miss()
    {
        var discount = Discount.OfOrder("spring", Percent(10)).FromAmount(Cny(300m));
        var apples = PricedLine.Of(1, Subject("apples"), new Quantity(5m, UnitOfMeasure.Kilogram), Cny(10m));

        Assert.Single(Given(discount.WithBudget(s_ofPiece), Line(1, 10m, 5m)).NearMisses);
        Assert.Empty(Given(discount.WithBudget(s_ofPiece), apples).NearMisses);
    }

    [Fact]
    public void The_unit_is_part_of_the_budget()
    {
        Assert.Equal((UnitOfMeasure.Piece, UnitOfMeasure.Case), (s_ofPiece.Unit, s_ofCase.Unit));
        Assert.Null(PromotionBudget.OfTotal(Cny(1m)).Unit);
        Assert.Equal("at most CNY 24.00 per CS", s_ofCase.ToString());
        Assert.Equal(s_ofPiece, PromotionBudget.OfUnit(Cny(1.50m), UnitOfMeasure.Piece));
        Assert.NotEqual(PromotionBudget.OfUnit(Cny(24m)), s_ofCase);
        Assert.Equal(s_ofCase, s_ofPiece.And(s_ofCase));
        Assert.Equal(
            (Cny(1.50m), UnitOfMeasure.Piece),
            (s_ofPiece.And(PromotionBudget.OfTotal(Cny(1m))).PerUnit!.Value, s_ofPiece.And(PromotionBudget.OfTotal(Cny(1m))).Unit));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(AnySplit)])]
    public void Cases_and_pieces_are_capped_alike(AnySplit any, PositiveInt cap, bool isOfOrder)
    {
        var discount = isOfOrder ? Discount.OfOrder("all", Percent(100)) : Discount.Percent("all", Percent(100));
        var capped = discount.WithBudget(PromotionBudget.OfUnit(Cny(cap.Get % 3000 / 100m + 0.01m)));
        var (pieces, split) = (Given(capped, any.Pieces), Given(capped, any.Lines));

        Assert.Equal(pieces.Net, split.Net);
        Tampering.IsNamed(split.Explain(), cap.Get);
    }

    private static DiscountedDocument Given(Discount discount, params PricedLine[] lines) => Schedule(discount).Apply(Order(lines));
}
