using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>"3 more and the price is 9.00" is said of the steps of discounts too, and only where it is given.</summary>
public sealed class StepsOfDiscountsInAQuotation
{
    private static readonly PriceList s_both =
        Always("both", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m))).With(Screw, ItemPrice.Of(Cny(10m))));

    private static readonly Discount s_volume = Discount.Percent("volume", Steps((100m, 10m))).At(10);

    [Fact]
    public void Three_more_and_the_price_is_9_00()
    {
        var quotation = Near(s_volume).Quote(AskWidgets(97));

        Assert.Equal(
            [
                "pricing.quote-inverted-scale (line 1, list both, quantity 97 PCE, amount CNY 970.00, quantity then 100 PCE, "
                + "amount then CNY 900.00, discount volume)",
                "pricing.quote-near-break (line 1, list both, more 3 PCE, price CNY 10.00, price then CNY 9.00, amount CNY 970.00, "
                + "amount then CNY 900.00, total is lower yes, discount volume)",
            ],
            quotation.Warnings.Select(reason => reason.ToString()));
        Assert.Equal(quotation.Warnings, quotation.Lines[0].Warnings);
    }

    // 90 cost 900.00 as 100 do. Ten more are a tenth of 100, and 10 % of 90 are 9.
    [Theory]
    [InlineData(90, false, false)]
    [InlineData(91, true, true)]
    [InlineData(99, true, true)]
    [InlineData(100, false, false)]
    public void Both_sides_of_the_bounds(int pieces, bool isInverted, bool isNear)
    {
        var codes = Near(s_volume).Quote(AskWidgets(pieces)).CodesOf();

        Assert.Equal(isInverted, codes.Contains("pricing.quote-inverted-scale"));
        Assert.Equal(isNear, codes.Contains("pricing.quote-near-break"));
    }

    [Fact]
    public void From_a_quantity_on_is_a_step_as_well()
    {
        var from = Discount.PerUnit("off", Cny(1m), UnitOfMeasure.Piece).FromQuantity(Quantity.Pieces(100m));

        Assert.Equal(
            (Figure)Cny(900m), Near(from).Quote(AskWidgets(97)).Find("pricing.quote-inverted-scale")!.Value.Find("amount then"));
    }

    [Fact]
    public void What_is_graduated_has_no_jump() => Assert.Empty(Near(s_volume.Graduated()).Quote(AskWidgets(99)).Warnings);

    [Fact]
    public void The_steps_of_lists_and_of_discounts_are_one_ladder()
    {
        // 9.20 from 100, 10 % from 98: 98 cost 882.00, 100 cost 828.00.
        var list = ListOf("list", ItemPrice.Of(Breaks((1m, 10m), (100m, 9.20m))));
        var rules = Rules(Schedule(Discount.Percent("volume", Steps((98m, 10m)))), list).WithNearBreak(Percent(10m));

        var quotation = rules.Quote(AskWidgets(97));

        Assert.Equal("CNY 828.00", quotation.Find("pricing.quote-inverted-scale")!.Value.Find("amount then").ToString());
        Assert.Equal((Figure)Quantity.Pieces(1m), quotation.Find("pricing.quote-near-break")!.Value.Find("more"));
        Assert.Equal("CNY 9.00", quotation.Find("pricing.quote-near-break")!.Value.Find("price then").ToString());
        Assert.Equal("CNY 8.28", rules.Quote(AskWidgets(99)).Find("pricing.quote-near-break")!.Value.Find("price then").ToString());
    }

    [Fact]
    public void A_list_step_that_a_fixed_price_hides_is_not_told()
    {
        var list = ListOf("list", ItemPrice.Of(Breaks((1m, 10m), (100m, 9.20m))));
        var rules = Rules(Schedule(Discount.FixedPrice("fixed", Cny(8m), UnitOfMeasure.Piece)), list).WithNearBreak(Percent(10m));

        Assert.Empty(rules.Quote(AskWidgets(97)).Warnings);
    }

    [Theory]
    [InlineData(9.00, "CNY 9.00")]
    [InlineData(9.60, "CNY 9.60")]
    [InlineData(10.00, null)]
    public void A_floor_is_kept_in_what_is_promised(double floor, string? then) =>
        Assert.Equal(
            then,
            Near(s_volume).Quote(Ask(Widgets(1, 97).NotBelow((decimal)floor))).Find("pricing.quote-near-break")?.Find("price then")
                .ToString());

    [Fact]
    public void A_cap_of_the_unit_is_kept_in_what_is_promised()
    {
        var capped = s_volume.WithBudget(PromotionBudget.OfUnit(Cny(0.25m)));

        Assert.Equal("CNY 9.75", Near(capped).Quote(AskWidgets(97)).Find("pricing.quote-near-break")!.Value.Find("price then").ToString());
    }

    [Fact]
    public void Of_an_exclusion_that_gives_another_nothing_is_promised()
    {
        var schedule = Schedule(s_volume, Discount.Percent("spring", Percent(12m)).At(20))
            .WithExclusion("one", ExclusionRule.Best, "volume", "spring");

        Assert.Empty(Rules(schedule, s_both).WithNearBreak(Percent(10m)).Quote(AskWidgets(97)).Warnings);
    }

    [Fact]
    public void Only_what_counts_is_counted()
    {
        // By the line 50 and 47 are two; by the product they are 97.
        var request = Ask(Widgets(1, 50), Widgets(2, 47));

        Assert.Empty(Near(s_volume.Counting(BreakBasis.Line)).Quote(request).Warnings);
        var told = Near(s_volume).Quote(request).Find("pricing.quote-inverted-scale")!.Value;
        Assert.Equal("CNY 970.00", told.Find("amount").ToString());
        Assert.Equal("CNY 900.00", told.Find("amount then").ToString());
    }

    [Fact]
    public void What_makes_other_lines_cheaper_is_told_with_the_document()
    {
        // 10 and 47 of any kind: 13 and 47 are 60, 117.00 + 423.00 in place of 100.00 + 470.00.
        var mixed = Discount.Percent("any 60", Steps((60m, 10m))).Counting(BreakBasis.MixGroup);

        var told = Near(mixed).Quote(Ask(Screws(1, 10), Widgets(2, 47))).Find("pricing.quote-inverted-scale")!.Value;

        Assert.Equal(
            "pricing.quote-inverted-scale (line 1, list both, quantity 10 PCE, amount CNY 100.00, quantity then 13 PCE, "
            + "amount then CNY 117.00, discount any 60, document CNY 570.00, document then CNY 540.00)",
            told.ToString());
    }

    [Fact]
    public void A_discount_of_the_order_that_would_be_lost_makes_it_no_bargain()
    {
        // 970.00 less 100.00 are 870.00; 900.00 have no 100.00 off, where 950.00 are asked for.
        var order = Discount.OfOrder("bonus", Cny(100m)).FromAmount(Cny(950m)).At(90);

        Assert.DoesNotContain("pricing.quote-inverted-scale", Near(s_volume, order).Quote(AskWidgets(97)).CodesOf());
        Assert.Contains(
            "pricing.quote-inverted-scale",
            Near(s_volume, Discount.OfOrder("bonus", Cny(100m)).FromAmount(Cny(900m)).At(90)).Quote(AskWidgets(97)).CodesOf());
    }

    [Theory]
    [InlineData(97, true)]
    [InlineData(89, false)]
    public void A_step_by_amount_is_reached_by_more_pieces(int pieces, bool isInverted)
    {
        var byAmount = Discount.Percent("amount", StepSchedule.From((Cny(1_000m), Percent(10m))));

        var told = Near(byAmount).Quote(AskWidgets(pieces)).Find("pricing.quote-inverted-scale");

        Assert.Equal(isInverted ? Quantity.Pieces(100m) : (Figure?)null, told?.Find("quantity then"));
    }

    [Fact]
    public void What_is_sold_by_the_dozen_reaches_the_step_by_dozens() =>
        Assert.Equal(
            (Figure)Quantity.Pieces(12m),
            Rules(Schedule(s_volume), s_both).WithNearBreak(Percent(20m)).Quote(Ask(Widgets(1, 96).InMultiplesOf(Quantity.Pieces(12m))))
                .Find("pricing.quote-near-break")!.Value.Find("more"));

    [Fact]
    public void Cases_reach_a_step_of_pieces()
    {
        // 8 cases are 96 pieces, a ninth reaches 100.
        var book = InCases(5m, s_both);
        var rules = QuotationRules.Of(book, Schedule(s_volume), Vat, TaxBasis.WithoutTax).WithNearBreak(Percent(20m));

        var told = rules.Quote(Ask(InCase(1, 8))).Find("pricing.quote-near-break")!.Value;

        Assert.Equal((Figure)new Quantity(1m, UnitOfMeasure.Case), told.Find("more"));
        Assert.Equal("CNY 108.00", told.Find("price then").ToString());
    }

    private static QuotationRules Near(params Discount[] discounts) => Rules(Schedule(discounts), s_both).WithNearBreak(Percent(10m));

    private static DiscountSchedule Schedule(params Discount[] discounts) => DiscountSchedule.Of(Rounding.Commercial, discounts);

    private static StepSchedule<Quantity, Percentage> Steps(params (decimal From, decimal Percent)[] steps) =>
        StepSchedule.From(steps.Select(step => (Quantity.Pieces(step.From), Percent(step.Percent))).ToArray());
}
