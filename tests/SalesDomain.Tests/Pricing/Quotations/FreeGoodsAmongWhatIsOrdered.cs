using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What is free among what is ordered, taken out of it: nothing becomes dearer by a gift, and others count what is left.</summary>
public sealed class FreeGoodsAmongWhatIsOrdered
{
    private static readonly FreeGoodsPromotion s_oneInTen =
        FreeGoodsPromotion.Of("1 in 10", FreeGoods.Inclusive(Quantity.Pieces(10m), Quantity.Pieces(1m)));

    private static readonly FreeGoodsPromotion s_oneInTwentyFour =
        FreeGoodsPromotion.Of("1 in 24", FreeGoods.Inclusive(Quantity.Pieces(24m), Quantity.Pieces(1m)));

    private static readonly PriceListVersion s_packs = PriceListVersion.Empty
        .With(Widget, ItemPrice.Of(Cny(10m))).With(Widget, ItemPrice.Of(Cny(200m), new Quantity(1m, UnitOfMeasure.Case)));

    // 10 pieces of 240 are free: 9 cases at 200.00 and 14 pieces at 10.00; not 230 pieces for 2,300.00.
    [Fact]
    public void N2_Whole_cases_stay_cases()
    {
        var rules = InCasesOf(24m, s_packs, s_oneInTwentyFour);
        var quotation = rules.Quote(Ask(InCase(1, 10m)));
        var request = quotation.ToRequestWithProposedGoods();
        var again = rules.Quote(request);

        Assert.Equal(Cny(2_000m), quotation.Net);
        Assert.Equal(
            [(1, new Quantity(9m, UnitOfMeasure.Case)), (2, Quantity.Pieces(14m)), (3, Quantity.Pieces(10m))],
            request.Lines.Select(line => (line.Number, line.Quantity)));
        Assert.Equal([null, null, "1 in 24"], request.Lines.Select(line => line.Promotion));
        Assert.Equal(Cny(1_940m), again.Net);
        Assert.Empty(again.Warnings);
        Assert.Same(request, again.ToRequestWithProposedGoods());
    }

    // A piece of a case of 12 is free: the 11 that are left cost 110.00, as much as the case or more than it.
    [Theory]
    [InlineData(110, true)]
    [InlineData(109, false)]
    public void N2_A_case_is_not_opened_where_its_pieces_cost_more(int priceOfCase, bool isTaken)
    {
        var version = PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m)))
            .With(Widget, ItemPrice.Of(Cny(priceOfCase), new Quantity(1m, UnitOfMeasure.Case)));
        var goods = FreeGoods.Inclusive(Quantity.Pieces(12m), Quantity.Pieces(1m));
        var quotation = InCasesOf(12m, version, FreeGoodsPromotion.Of("1 in 12", goods)).Quote(Ask(InCase(1, 1m)));

        Assert.Equal(isTaken, quotation.ToRequestWithProposedGoods() != quotation.Request);
        Assert.Equal(!isTaken, quotation.Find("pricing.quote-free-goods-dearer") is not null);
    }

    // From 100 at 8.50: what is free among 100 was ordered, and 90 are paid at 8.50.
    [Theory]
    [InlineData(99, 990.00, 900.00)]
    [InlineData(100, 850.00, 765.00)]
    [InlineData(110, 935.00, 841.50)]
    public void N2_What_is_free_among_what_is_ordered_counts_for_the_break(int pieces, decimal net, decimal then)
    {
        var rules = Rules(ListOf("L", ItemPrice.Of(Breaks((0m, 10m), (100m, 8.5m))))).WithFreeGoods(s_oneInTen).WithNearBreak(Percent(5m));
        var quotation = rules.Quote(AskWidgets(pieces));
        var again = rules.Quote(quotation.ToRequestWithProposedGoods());

        Assert.Equal(Cny(net), quotation.Net);
        Assert.Equal(Cny(then), again.Net);
        Assert.Equal(pieces, again.Request.Lines.Sum(line => line.Quantity.Amount));
        Assert.True(again.Explain().IsVerified);
        if (pieces >= 100)
            Assert.Empty(again.Warnings);
    }

    [Fact]
    public void N2_Free_goods_on_top_and_those_that_name_no_promotion_count_for_no_break()
    {
        var list = ListOf("L", ItemPrice.Of(Breaks((0m, 10m), (100m, 8.5m))));
        var rules = Rules(list).WithFreeGoods(
            s_oneInTen, FreeGoodsPromotion.Of("9 + 1", FreeGoods.Exclusive(Quantity.Pieces(9m), Quantity.Pieces(1m))));
        var free = Widgets(2, 10m).With(PriceKind.Free);

        Assert.Equal(Cny(900m), rules.Quote(Ask(Widgets(1, 90m), free.OfPromotion("9 + 1"))).Net);
        Assert.Equal(Cny(900m), rules.Quote(Ask(Widgets(1, 90m), free)).Net);
        Assert.Equal(Cny(765m), rules.Quote(Ask(Widgets(1, 90m), free.OfPromotion("1 in 10"))).Net);
        Assert.Equal(
            Cny(900m), Rules(list).WithFreeGoods(s_oneInTen.Including(PriceKind.Special))
                .Quote(Ask(Widgets(1, 90m), free.OfPromotion("1 in 10"))).Net);
    }

    // In cases of 12: 125 pieces are 10 cases and a bit, of which one is free; 113 pieces are paid, and no 9.41666… cases.
    [Fact]
    public void N2_A_free_case_is_taken_out_of_pieces_as_pieces()
    {
        var goods = FreeGoods.Inclusive(new Quantity(10m, UnitOfMeasure.Case), new Quantity(1m, UnitOfMeasure.Case));
        var rules = InCasesOf(12m, s_packs, FreeGoodsPromotion.Of("1 CS in 10 CS", goods));
        var request = rules.Quote(AskWidgets(125m)).ToRequestWithProposedGoods();

        Assert.Equal(
            [Quantity.Pieces(113m), new Quantity(1m, UnitOfMeasure.Case)], request.Lines.Select(line => line.Quantity));
        Assert.Equal(request, rules.Quote(request).ToRequestWithProposedGoods());
    }

    // A discount counts what is sold: below 100 nothing is off, and 90 cost more than 100.
    [Theory]
    [InlineData(11, "pricing.quote-free-goods-dearer", 890.00)]
    [InlineData(10, "pricing.quote-free-goods-missing", 900.00)]
    public void N2_A_gift_by_which_the_document_would_be_dearer_stays_proposed_and_says_why(int percent, string code, decimal net)
    {
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("steps", StepSchedule.From((Quantity.Pieces(100m), Percent(percent)))).At(10));
        var rules = Rules(discounts, ListOf("L", ItemPrice.Of(Cny(10m)))).WithFreeGoods(s_oneInTen);
        var quotation = rules.Quote(AskWidgets(100m));

        Assert.Equal(Cny(net), quotation.Net);
        Assert.NotNull(quotation.Find(code));
        if (percent == 10)
        {
            Assert.Equal(Cny(900m), rules.Quote(quotation.ToRequestWithProposedGoods()).Net);
            return;
        }

        Assert.Same(quotation.Request, quotation.ToRequestWithProposedGoods());
        Assert.Equal(
            "pricing.quote-free-goods-dearer (promotion 1 in 10, product WIDGET, free 10 PCE, present 0 PCE, missing 10 PCE, "
                + "amount CNY 890.00, amount then CNY 900.00)",
            quotation.Find(code).ToString());
    }

    // 90 are left of 100, for 9,000.00, which earn 9 and not 10.
    [Fact]
    public void P2_What_is_taken_out_does_not_earn_by_amount()
    {
        var list = Always("L", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(100m))).With(Screw, ItemPrice.Of(Cny(1m))));
        var rules = Rules(list).WithFreeGoods(
            s_oneInTen.For(Scope.Everything.Only(Widget)),
            FreeGoodsPromotion.Of("1 for 1,000", FreeGoods.ForEvery(Cny(1_000m), Quantity.Pieces(1m))).Giving(Screw));
        var request = rules.Quote(AskWidgets(100m)).ToRequestWithProposedGoods();
        var again = rules.Quote(request);

        Assert.Equal(
            [(Widget, 90m), (Widget, 10m), (Screw, 9m)], request.Lines.Select(line => (line.Product, line.Quantity.Amount)));
        Assert.All(again.ProposedGoods, each => Assert.True(each.Missing.IsZero));
        Assert.Empty(again.Warnings);
        Assert.Same(request, again.ToRequestWithProposedGoods());
    }

    // What another gives among 100 was ordered too: each gives 10, and 80 are paid.
    [Fact]
    public void P2_Two_that_give_among_what_is_ordered_both_count_all_of_it()
    {
        var rules = Rules(ListOf("L", ItemPrice.Of(Cny(10m))))
            .WithFreeGoods(s_oneInTen, FreeGoodsPromotion.Of("season", s_oneInTen.Goods));
        var request = rules.Quote(AskWidgets(100m)).ToRequestWithProposedGoods();
        var again = rules.Quote(request);

        Assert.Equal([80m, 10m, 10m], request.Lines.Select(line => line.Quantity.Amount));
        Assert.All(again.ProposedGoods, each => Assert.Equal(Quantity.Pieces(100m), each.Counted));
        Assert.All(again.ProposedGoods, each => Assert.True(each.Explain().IsVerified));
        Assert.Empty(again.Warnings);
    }

    // 48 of 74 pieces are free by the first. Of the 26 that are left the second gives two of the three cases, and opens none.
    [Fact]
    public void P2_Of_what_another_leaves_whole_cases_are_given()
    {
        var ofPieces = FreeGoodsPromotion.Of("pieces", FreeGoods.Inclusive(Quantity.Pieces(3m), Quantity.Pieces(2m)));
        var ofCases = FreeGoodsPromotion.Of("then cases", FreeGoods.Inclusive(Cases(2m), Cases(1m)));
        var rules = InCasesOf(12m, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))), ofPieces).WithFreeGoods(ofPieces, ofCases);
        var request = rules.Quote(AskWidgets(74m)).ToRequestWithProposedGoods();
        var again = rules.Quote(request);

        Assert.Equal(
            [Quantity.Pieces(2m), Quantity.Pieces(48m), Cases(2m)], request.Lines.Select(line => line.Quantity));
        Assert.Equal([Quantity.Pieces(48m), Cases(2m)], again.ProposedGoods.Select(each => each.Free));
        Assert.All(again.ProposedGoods, each => Assert.True(each.Explain().IsVerified));
        Assert.Contains("paid, in whole units", again.ProposedGoods[1].Explain().ToString(), System.StringComparison.Ordinal);
        Assert.Empty(again.Warnings);
        Assert.Same(request, again.ToRequestWithProposedGoods());

        static Quantity Cases(decimal amount) => new(amount, UnitOfMeasure.Case);
    }

    [Property(Arbitrary = [typeof(AnyFreeGoods)], MaxTest = 300)]
    public void Who_takes_what_is_proposed_pays_no_more_and_is_proposed_nothing_more(AnyFreeGoods any)
    {
        var quotation = any.Rules.Quote(any.Request);
        var request = quotation.ToRequestWithProposedGoods();
        var again = any.Rules.Quote(request);

        Assert.True(again.IsComplete);
        Assert.True(again.Net <= quotation.Net);
        Assert.True(again.Gross <= quotation.Gross);
        Assert.Same(request, again.ToRequestWithProposedGoods());
        Assert.All(again.ProposedGoods, each => Assert.False(each.Missing.IsNegative));
        Assert.Equal(
            again.ProposedGoods.Count(each => each.Missing.IsPositive),
            again.Warnings.Count(reason => reason.Code == "pricing.quote-free-goods-dearer"));
        Assert.DoesNotContain(again.Warnings, reason => reason.Code == "pricing.quote-free-goods-missing");
        Assert.True(again.Explain().IsVerified);
        Assert.All(again.ProposedGoods, each => Assert.True(each.Explain().IsVerified));
    }

    [Property(Arbitrary = [typeof(AnyFreeGoods)], MaxTest = 200)]
    public void What_is_free_among_what_is_ordered_changes_nothing_of_what_is_delivered(AnyFreeGoods any)
    {
        var rules = any.Rules.WithFreeGoods([.. any.Promotions.Where(each => each.Goods.IsInclusive)]);
        var request = rules.Quote(any.Request).ToRequestWithProposedGoods();

        Assert.Equal(AnyFreeGoods.PiecesOf(any.Request, Widget), AnyFreeGoods.PiecesOf(request, Widget));
        Assert.Equal(AnyFreeGoods.PiecesOf(any.Request, Screw), AnyFreeGoods.PiecesOf(request, Screw));
        Assert.All(request.Lines, line => Assert.Equal(0m, line.Quantity.Amount % 1m));
    }

    private static QuotationRules InCasesOf(decimal pieces, PriceListVersion version, FreeGoodsPromotion promotion)
    {
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(pieces));
        return QuotationRules
            .Of(
                BookOf(Always("L", version)).With(PricedProduct.Of(Widget, units)), DiscountSchedule.Of(Rounding.Commercial), Vat,
                TaxBasis.WithoutTax)
            .WithFreeGoods(promotion);
    }
}
