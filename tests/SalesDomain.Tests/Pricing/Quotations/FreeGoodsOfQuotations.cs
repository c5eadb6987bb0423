using System;
using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What promotions give on a quotation, and the request that has it.</summary>
public sealed class FreeGoodsOfQuotations
{
    private static readonly FreeGoodsPromotion s_tenGetOne =
        FreeGoodsPromotion.Of("10+1", FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)));

    private static readonly DiscountSchedule s_discounts = DiscountSchedule.Of(
        Rounding.Commercial, Discount.Percent("dealer", Percent(8m)).At(10), Discount.Percent("campaign", Percent(5m)).At(20));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    public void What_is_missing_is_proposed_and_told_and_added(int pieces, int free)
    {
        var rules = Rules(Practice).WithFreeGoods(s_tenGetOne);
        var quotation = rules.Quote(AskWidgets(pieces));

        Assert.Equal(Quantity.Pieces(free), quotation.ProposedGoods.Single().Missing);
        Assert.Equal(free > 0, quotation.Find("pricing.quote-free-goods-missing") is not null);
        Assert.Equal(free == 0, quotation.ToRequestWithProposedGoods() == quotation.Request);
        Assert.Equal(pieces + free, quotation.ToRequestWithProposedGoods().Lines.Sum(line => line.Quantity.Amount));
    }

    [Fact]
    public void R_14_Ten_and_one_with_8_and_5_percent_are_20_55_percent()
    {
        var rules = Rules(s_discounts, Practice).WithFreeGoods(s_tenGetOne);
        var request = rules.Quote(AskWidgets(10)).ToRequestWithProposedGoods();
        var quotation = rules.Quote(request);

        Assert.Equal(QuoteLine.Of(2, Widget, Quantity.Pieces(1)).With(PriceKind.Free).OfPromotion("10+1"), request.Lines[1]);
        Assert.Equal(
            Percent(20.55m), quotation.Discounted!.EffectiveDiscount!.Value.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));
        Assert.Empty(quotation.Warnings);
        Assert.True(quotation.ProposedGoods.Single().Missing.IsZero);
        Assert.Equal(request, quotation.ToRequestWithProposedGoods());
    }

    [Fact]
    public void Two_promotions_with_one_gift_do_not_take_each_others()
    {
        var list = Always(
            "L", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))).With(Screw, ItemPrice.Of(Cny(1m))));
        var other = FreeGoodsPromotion.Of("other", FreeGoods.Exclusive(Quantity.Pieces(10), Quantity.Pieces(1)))
            .For(Scope.Everything.Only(Screw)).Giving(Widget);
        var rules = Rules(list).WithFreeGoods(other, s_tenGetOne.For(Scope.Everything.Only(Widget)));
        var request = rules.Quote(Ask(Widgets(1, 10), Screws(7, 10))).ToRequestWithProposedGoods();

        Assert.Equal([(8, "10+1"), (9, "other")], request.Lines.Skip(2).Select(line => (line.Number, line.Promotion!)));
        Assert.All(rules.Quote(request).ProposedGoods, each => Assert.True(each.Missing.IsZero));
        Assert.Equal(rules, Rules(list).WithFreeGoods([.. rules.FreeGoods.Reverse()]));
    }

    [Fact]
    public void Goods_among_what_is_ordered_are_taken_out_of_it()
    {
        var rules = Rules(Practice).WithFreeGoods(
            FreeGoodsPromotion.Of("among", FreeGoods.Inclusive(Quantity.Pieces(10), Quantity.Pieces(1))));
        var request = rules.Quote(Ask(Widgets(1, 1), Widgets(2, 19))).ToRequestWithProposedGoods();

        Assert.Equal([(2, 18m), (3, 2m)], request.Lines.Select(line => (line.Number, line.Quantity.Amount)));
        Assert.Equal(request, rules.Quote(request).ToRequestWithProposedGoods());
        Assert.Equal(Cny(1_800m), rules.Quote(request).Net);
    }

    [Fact]
    public void What_is_too_much_is_told_and_left()
    {
        var quotation = Rules(Practice).WithFreeGoods(s_tenGetOne)
            .Quote(Ask(Widgets(1, 9), Widgets(2, 1).With(PriceKind.Free).OfPromotion("10+1")));

        Assert.Equal(Quantity.Pieces(1), quotation.Find("pricing.quote-free-goods-too-many")!.Value.Figures[4].Value);
        Assert.Equal(quotation.Request, quotation.ToRequestWithProposedGoods());
    }

    [Fact]
    public void A_gift_without_a_price_is_not_added_and_its_warning_stays_until_its_value_is_stated()
    {
        var rules = Rules(Practice).WithFreeGoods(s_tenGetOne.Giving(Screw));
        var quotation = rules.Quote(AskWidgets(10));
        Assert.Equal(quotation.Request, quotation.ToRequestWithProposedGoods());
        Assert.NotNull(quotation.Find("pricing.quote-free-goods-missing"));

        var gift = QuoteLine.Free(2, Screw, Quantity.Pieces(1), Cny(20m), UnitOfMeasure.Piece).OfPromotion("10+1");
        Assert.Empty(rules.Quote(Ask(Widgets(1, 10), gift)).Warnings);
    }

    // A quotation cannot choose for the customer: it proposes and warns, until the request has lines of what was chosen.
    [Fact]
    public void Should_8_What_is_to_be_chosen_stays_proposed_until_the_customer_chose()
    {
        var list = Always(
            "L", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))).With(Screw, ItemPrice.Of(Cny(1m))));
        var rules = Rules(list).WithFreeGoods(s_tenGetOne.Giving(Scope.Everything.Only(Widget, Screw)));
        var quotation = rules.Quote(Ask(Widgets(1, 12), Screws(2, 8)));

        Assert.Null(quotation.ProposedGoods.Single().Product);
        Assert.Equal(
            "pricing.quote-free-goods-choice (promotion 10+1, choice only products SCREW, WIDGET, "
                + "free 2 PCE, present 0 PCE, missing 2 PCE)",
            quotation.Find("pricing.quote-free-goods-choice").ToString());
        Assert.Same(quotation.Request, quotation.ToRequestWithProposedGoods());

        var chosen = Ask(
            Widgets(1, 12), Screws(2, 8), Widgets(3, 1).With(PriceKind.Free).OfPromotion("10+1"), Screws(4, 1).With(PriceKind.Free));
        Assert.Empty(rules.Quote(chosen).Warnings);
        Assert.Equal(chosen, rules.Quote(chosen).ToRequestWithProposedGoods());
        Assert.Equal(
            "choice", rules.Quote(Ask(Widgets(1, 1), Widgets(3, 1).With(PriceKind.Free).OfPromotion("10+1")))
                .Find("pricing.quote-free-goods-too-many")!.Value.Figures[1].Name);
    }

    [Fact]
    public void Should_1_A_gift_in_another_unit_than_what_earns_it()
    {
        var goods = FreeGoods.Exclusive(new Quantity(10m, UnitOfMeasure.Case), Quantity.Pieces(1));
        var rules = QuotationRules
            .Of(InCases(1m, ListOf("L", ItemPrice.Of(Cny(1m)))), DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax)
            .WithFreeGoods(FreeGoodsPromotion.Of("one more", goods));
        var request = rules.Quote(Ask(InCase(1, 10m))).ToRequestWithProposedGoods();

        Assert.Equal(Quantity.Pieces(1), request.Lines[1].Quantity);
        Assert.Empty(rules.Quote(request).Warnings);
    }

    [Fact]
    public void Only_what_is_free_is_of_a_promotion()
    {
        var free = Widgets(1, 1).With(PriceKind.Free).OfPromotion("10+1");

        Assert.Equal("1: 1 PCE WIDGET, price kind free, of 10+1", free.ToString(), ignoreCase: true);
        Assert.NotEqual(Widgets(1, 1).With(PriceKind.Free), free);
        Assert.Throws<InvalidOperationException>(() => Widgets(1, 1).OfPromotion("10+1"));
        Assert.Throws<InvalidOperationException>(() => free.With(PriceKind.Standard));
        Assert.Throws<ArgumentException>(() => Rules(Practice).WithFreeGoods(s_tenGetOne, s_tenGetOne.Giving(Screw)));
    }

    // What is still missing has no price in so small a quantity.
    [Property(Arbitrary = [typeof(AnyQuotation)], MaxTest = 300)]
    public void Who_takes_what_is_proposed_is_proposed_nothing_more(AnyQuotation any)
    {
        var rules = any.Rules.WithFreeGoods(
            s_tenGetOne,
            FreeGoodsPromotion.Of("amount", FreeGoods.ForEvery(Cny(50m), Quantity.Pieces(2))).Giving(Widget),
            FreeGoodsPromotion.Of("screws", FreeGoods.Exclusive(Quantity.Pieces(7), Quantity.Pieces(3))).Giving(Screw));
        var quotation = rules.Quote(any.Request);
        var again = rules.Quote(quotation.ToRequestWithProposedGoods());

        Assert.Equal(again.Request, again.ToRequestWithProposedGoods());
        Assert.Equal(quotation.Net, again.Net);
        Assert.All(
            again.ProposedGoods.Where(each => each.Missing.IsPositive),
            each => Assert.Empty(rules.Quote(Ask(QuoteLine.Of(1, each.Product!.Value, each.Missing).With(PriceKind.Free))).Lines));
    }

    // M-6: 3 at 0.335 are 1.005, rounded to 1.01.
    [Theory]
    [InlineData(TaxBasis.WithoutTax)]
    [InlineData(TaxBasis.WithTax)]
    public void The_margin_and_the_pocket_margin_rest_on_one_rounded_cost(TaxBasis basis)
    {
        var waterfall = WaterfallSchedule.Of(Rounding.Commercial);
        var authority = PriceAuthority.Of(Authority.Over(PriceAuthority.Margin)
            .With(new RoleId("sales"), (PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(10m)))));
        var book = InCases(0.335m, ListOf("L", ItemPrice.Of(Cny(1m))));
        var rules = QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, basis)
            .WithWaterfall(waterfall).WithAuthority(authority);
        var quotation = rules.Quote(AskWidgets(3).WithDocument(new DocumentId("Q-1")));

        Assert.Equal(Cny(1.01m), quotation.Waterfall!.Total.Cost);
        Assert.Equal(
            waterfall.Evaluate(quotation.Discounted!, rules.TaxRates, book).Total.ToString(), quotation.Waterfall.Total.ToString());
        Assert.Equal(
            quotation.Waterfall.Total.PocketMarginRate!.Value.Round(Rounding.ToDigits(6, RoundingMode.HalfAwayFromZero)),
            quotation.Approval!.Parts[0].MarginRate!.Value.Round(Rounding.ToDigits(6, RoundingMode.HalfAwayFromZero)));
    }
}
