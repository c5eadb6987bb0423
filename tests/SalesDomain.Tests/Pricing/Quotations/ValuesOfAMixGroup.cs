using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>For breaks by value each line of a mix group counts at the first price of its own product.</summary>
public sealed class ValuesOfAMixGroup
{
    private static readonly ProductId s_bolt = new("BOLT");
    private static readonly ItemPrice s_widget = ByValue(Quantity.Pieces(1m), (0m, 10m), (1_000m, 9m));
    private static readonly ItemPrice s_screw = ByValue(Quantity.Pieces(1m), (0m, 20m), (1_000m, 18m));

    // 50 × 10.00 + 25 × 20.00 = 1,000.00.
    [Theory]
    [InlineData(50, 25, 450, 450)]
    [InlineData(49, 25, 490, 500)]
    [InlineData(50, 24, 500, 480)]
    [InlineData(100, 1, 900, 18)]
    [InlineData(1, 50, 9, 900)]
    public void Each_line_counts_at_its_own_first_price(int widgets, int screws, int ofWidgets, int ofScrews)
    {
        var quotation = Rules(s_widget, s_screw).Quote(Ask(Widgets(1, widgets), Screws(2, screws)));

        Assert.Equal([Cny(ofWidgets), Cny(ofScrews)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
        Assert.All(quotation.Lines, line => Assert.Empty(line.Explain().Verify()));
    }

    [Fact]
    public void Lines_of_one_product_and_gifts_are_at_the_step_of_all()
    {
        var gift = Screws(4, 1).With(PriceKind.Free);
        var quotation = Rules(s_widget, s_screw).Quote(Ask(Widgets(1, 30), Widgets(2, 20), Screws(3, 25), gift));

        Assert.Equal([Cny(270m), Cny(180m), Cny(450m), Cny(0m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal(Cny(18m), quotation.Lines[3].Discounted!.ListAmount);
        Assert.Empty(quotation.Explain().Verify());

        // A gift does not count: 20.00 more would reach the step.
        var without = Rules(s_widget, s_screw).Quote(Ask(Widgets(1, 50), Screws(2, 24), Screws(3, 1).With(PriceKind.Free)));
        Assert.Equal([Cny(500m), Cny(480m), Cny(0m)], without.Lines.Select(line => line.Net));
        Assert.Equal(Cny(20m), without.Lines[2].Discounted!.ListAmount);
    }

    // 24 × 10.00 + 38 × 20.00 = 1,000.00.
    [Theory]
    [InlineData(37, 240, 740)]
    [InlineData(38, 216, 684)]
    public void Cases_count_by_their_pieces(int screws, int ofCase, int ofScrews)
    {
        var quotation = InCases(s_widget).Quote(Ask(Case(1, 1m), Screws(2, screws)));

        Assert.Equal([Cny(ofCase), Cny(ofScrews)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
    }

    // A case has a price of its own, 230.00: 38 screws leave 990.00, and 39 come to 1,010.00.
    [Theory]
    [InlineData(38, 230, 760)]
    [InlineData(39, 200, 702)]
    public void Cases_with_a_record_count_by_that(int screws, int ofCase, int ofScrews)
    {
        var ofCases = ByValue(new Quantity(1m, UnitOfMeasure.Case), (0m, 230m), (1_000m, 200m));
        var quotation = InCases(s_widget, ofCases).Quote(Ask(Case(1, 1m), Screws(2, screws)));

        Assert.Equal([Cny(ofCase), Cny(ofScrews)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
    }

    // 64 × 7.77 = 497.28, and 15,710 × 3.20 ÷ 100 = 502.72.
    [Theory]
    [InlineData(15_709, "497.28", "502.69")]
    [InlineData(15_710, "448.00", "471.30")]
    public void A_price_for_a_hundred_counts_divided(int screws, string ofWidgets, string ofScrews)
    {
        var quotation = Rules(
                ByValue(Quantity.Pieces(1m), (0m, 7.77m), (1_000m, 7m)), ByValue(Quantity.Pieces(100m), (0m, 3.20m), (1_000m, 3m)))
            .Quote(Ask(Widgets(1, 64), Screws(2, screws)));

        Assert.Equal(["CNY " + ofWidgets, "CNY " + ofScrews], quotation.Lines.Select(line => line.Net.ToString()));
        Assert.Empty(quotation.Explain().Verify());
    }

    // 5 and 7 of 24 at 100.00 are 20.83… and 29.16…, and 50.00 together, although neither is a decimal.
    [Theory]
    [InlineData(6, "25.00", "20.83")]
    [InlineData(7, "23.33", "16.67")]
    public void A_bound_is_reached_sharp_by_what_is_no_decimal(int widgets, string ofWidgets, string ofScrews)
    {
        var item = ByValue(new Quantity(1m, UnitOfMeasure.Case), (0m, 100m), (50m, 80m));
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));
        var quotation = Mixed(
                BookOf(Both(item, item)).With(PricedProduct.Of(Widget, units)).With(PricedProduct.Of(Screw, units)))
            .Quote(Ask(Widgets(1, widgets), Screws(2, 5)));

        Assert.Equal(["CNY " + ofWidgets, "CNY " + ofScrews], quotation.Lines.Select(line => line.Net.ToString()));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Theory]
    [InlineData(24, 500)]
    [InlineData(25, 450)]
    public void What_was_bought_before_counts_at_the_first_price_of_its_product(int screws, int net)
    {
        var rules = Mixed(BookOf(Both(s_widget, s_screw, isCumulative: true)));
        var quotation = rules.Quote(Ask(Widgets(1, 50)).After(Bought(Screw, screws)));

        Assert.Equal(Cny(net), quotation.Net);
        var price = quotation.Lines[0].Price;
        Assert.Equal((Quantity.Pieces(0m), Cny(20m * screws)), (price.BoughtBefore, price.ValueBoughtBefore!.Value));
        Assert.Empty(quotation.Explain().Verify());

        // (30 + 30 − 10) × 10.00 and (10 + 15) × 20.00 are 1,000.00.
        var mixed = Ask(Widgets(1, 30), Screws(2, 10));
        var all = rules.Quote(mixed.After(Bought(Widget, 30m), Bought(Screw, 15m), Bought(Widget, -10m)));
        Assert.Equal([Cny(270m), Cny(180m)], all.Lines.Select(line => line.Net));
        Assert.Empty(all.Explain().Verify());
        Assert.Equal(
            [Cny(300m), Cny(200m)],
            rules.Quote(mixed.After(Bought(Widget, 30m), Bought(Screw, 15m), Bought(Widget, -11m))).Lines.Select(line => line.Net));
    }

    // A first price of zero comes to no value: what was bought before is a value all the same, and its end is told.
    [Theory]
    [InlineData(49, "0.00")]
    [InlineData(50, "40.00")]
    public void What_is_free_below_its_first_break_goes_by_the_value_before(int screws, string net)
    {
        var free = ByValue(Quantity.Pieces(1m), (0m, 0m), (1_000m, 8m));
        var rules = Mixed(BookOf(Both(free, s_screw, isCumulative: true)));
        var quotation = rules.Quote(Ask(Widgets(1, 5)).After(Bought(Screw, screws)).WithValidity(new LocalDate(2027, 1, 31)));
        var price = quotation.Lines[0].Price;

        Assert.Equal("CNY " + net, quotation.Net.ToString());
        Assert.Equal((Quantity.Pieces(0m), Cny(20m * screws)), (price.BoughtBefore, price.ValueBoughtBefore!.Value));
        Assert.Equal(
            screws == 50 ? "CNY 1000.00" : null,
            quotation.Find("pricing.quote-cumulative-ends")?.ToString().Split(new[] { "bought before " }, default)[1].Split(',')[0]);
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void What_came_back_of_an_earlier_period_is_owed_by_no_value()
    {
        var rules = Mixed(BookOf(Both(s_widget, s_screw, isCumulative: true)));
        var request = Ask(Widgets(1, 50)).After(
            EarlierPurchase.Of(Widget, Quantity.Pieces(-40m), new LocalDate(2026, 1, 5)), Bought(Screw, 25m));
        var quotation = rules.Quote(request);

        Assert.Equal(Cny(450m), quotation.Net);
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void A_product_at_one_price_counts_and_stays_at_it()
    {
        var quotation = Rules(s_widget, ItemPrice.Of(Cny(20m))).Quote(Ask(Widgets(1, 50), Screws(2, 25)));

        Assert.Equal([Cny(450m), Cny(500m)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void A_formula_takes_the_breaks_of_its_base_and_what_counts_for_them()
    {
        var dealer = Always("dealer", PriceListVersion.Empty.WithFormula(PriceFormula.Of("both").Less(Percent(10m))))
            .For(Scope.Everything.Only(Dealer));
        var rules = Mixed(BookOf(Both(s_widget, s_screw), dealer));
        var quotation = rules.Quote(Ask(Widgets(1, 50), Screws(2, 25)));

        Assert.Equal([Cny(405m), Cny(405m)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
        Assert.Equal([Cny(441m), Cny(450m)], rules.Quote(Ask(Widgets(1, 49), Screws(2, 25))).Lines.Select(line => line.Net));
    }

    [Fact]
    public void What_is_priced_by_a_formula_beside_a_record_counts_at_its_price()
    {
        // Screws have no record here: 25.00 less 20 % are 20.00.
        var basis = Always("basis", PriceListVersion.Empty.With(Screw, ItemPrice.Of(Cny(25m))))
            .For(Scope.Everything.Only(new CustomerId("D-2")));
        var list = Always(
            "list", PriceListVersion.Empty.With(Widget, s_widget).WithFormula(PriceFormula.Of("basis").Less(Percent(20m))));
        var quotation = Mixed(BookOf(basis, list)).Quote(Ask(Widgets(1, 50), Screws(2, 25)));

        Assert.Equal([Cny(450m), Cny(500m)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
        Assert.Equal(Cny(490m), Mixed(BookOf(basis, list)).Quote(Ask(Widgets(1, 49), Screws(2, 25))).Lines[0].Net);
    }

    [Fact]
    public void What_has_no_price_in_the_list_does_not_count_and_is_told()
    {
        var other = Always("bolts", PriceListVersion.Empty.With(s_bolt, ItemPrice.Of(Cny(100m)))).WithPrecedence(1);
        var rules = Mixed(BookOf(Both(s_widget, s_screw), other));
        var quotation = rules.Quote(Ask(Widgets(1, 50), Screws(2, 24), QuoteLine.Of(3, s_bolt, Quantity.Pieces(1m))));

        Assert.Equal([Cny(500m), Cny(480m), Cny(100m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal(
            [
                "pricing.quote-no-value (line 1, list both, prices of both, lines not counted 1, first of them 3, its product BOLT, "
                    + "its quantity 1 PCE)",
                "pricing.quote-no-value (line 2, list both, prices of both, lines not counted 1, first of them 3, its product BOLT, "
                    + "its quantity 1 PCE)",
            ],
            quotation.Warnings.Where(warning => warning.Code == "pricing.quote-no-value").Select(warning => warning.ToString()));
        Assert.Contains("value of BOLT counted beside, which has no first price in the list", quotation.Explain().ToString());
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void What_was_bought_before_without_a_price_in_the_list_is_told()
    {
        var rules = Mixed(BookOf(Both(s_widget, s_screw, isCumulative: true)));
        var quotation = rules.Quote(Ask(Widgets(1, 50)).After(Bought(s_bolt, 100m), Bought(Screw, 24m)));

        Assert.Equal(Cny(500m), quotation.Net);
        Assert.Equal(
            [
                "pricing.earlier-no-value (list both, product WIDGET, prices of both, purchases not counted 1, first of them 2026-03-01, "
                    + "its product BOLT, its quantity 100 PCE)",
            ],
            quotation.Warnings.Where(warning => warning.Code == "pricing.earlier-no-value").Select(warning => warning.ToString()));
        Assert.Contains("value of BOLT bought before, which has no first price in the list", quotation.Explain().ToString());
    }

    [Fact]
    public void What_is_missing_to_the_next_step_is_worth_what_is_missing()
    {
        var quotation = Rules(s_widget, s_screw).Quote(Ask(Widgets(1, 49), Screws(2, 24)));
        var (one, two) = (quotation.Lines[0].Price, quotation.Lines[1].Price);

        // 970.00: 3 widgets or 2 screws more, the second of which is 10.00 beyond.
        Assert.Equal("3 PCE more: CNY 9.00, CNY 468.00 for 52 PCE", one.NextBreak(Quantity.Pieces(1m))!.Value.ToString());
        Assert.Equal("2 PCE more: CNY 18.00, CNY 468.00 for 26 PCE", two.NextBreak(Quantity.Pieces(1m))!.Value.ToString());
        Assert.Null(Rules(s_widget, s_screw).Quote(Ask(Widgets(1, 50), Screws(2, 25))).Lines[0].Price.NextBreak(Quantity.Pieces(1m)));
    }

    [Fact]
    public void A_larger_quantity_that_makes_the_group_cheaper_is_told()
    {
        var rules = Rules(s_widget, s_screw).WithNearBreak(Percent(10m));
        var quotation = rules.Quote(Ask(Widgets(1, 49), Screws(2, 25)));

        Assert.Equal(
            "pricing.quote-near-break (line 1, list both, more 1 PCE, price CNY 10.00, price then CNY 9.00, amount CNY 490.00, "
            + "amount then CNY 450.00, total is lower yes, document CNY 990.00, document then CNY 900.00)",
            quotation.Find("pricing.quote-near-break")!.Value.ToString());
    }

    [Fact]
    public void A_long_group_is_explained_by_its_lines_and_not_by_their_square()
    {
        Assert.True(Nodes(40) < 2.2 * Nodes(20));

        static int Nodes(int count)
        {
            ProductId[] products = [.. Enumerable.Range(0, count).Select(i => new ProductId("P" + i))];
            var version = products.Aggregate(PriceListVersion.Empty, (all, product) => all.With(product, s_widget));
            var rules = QuotationSample.Rules(Always("all", version)).CountingTogether(Scope.Everything);
            var explanation = rules.Quote(
                Ask([.. products.Select((product, i) => QuoteLine.Of(i + 1, product, Quantity.Pieces(i + 1m)))])).Explain();
            Assert.Empty(explanation.Verify());
            return CountOf(explanation);
        }

        static int CountOf(Explanation explanation) => 1 + explanation.Children.Sum(CountOf);
    }

    private static ItemPrice ByValue(Quantity per, params (decimal From, decimal Price)[] steps) =>
        ItemPrice.ByValue(StepSchedule.From([.. steps.Select(step => (Cny(step.From), Cny(step.Price)))]), per);

    private static EarlierPurchase Bought(ProductId product, decimal pieces) =>
        EarlierPurchase.Of(product, Quantity.Pieces(pieces), new LocalDate(2026, 3, 1));

    private static QuoteLine Case(int number, decimal cases) => QuoteLine.Of(number, Widget, new Quantity(cases, UnitOfMeasure.Case));

    private static PriceList Both(ItemPrice widget, ItemPrice screw, bool isCumulative = false)
    {
        var version = PriceListVersion.Empty.With(Widget, widget).With(Screw, screw);
        return Always("both", isCumulative ? version.Cumulative(DateSpan.OfYear(2026)) : version);
    }

    private static QuotationRules Rules(ItemPrice widget, ItemPrice screw) => Mixed(BookOf(Both(widget, screw)));

    private static QuotationRules InCases(params ItemPrice[] widget)
    {
        var version = widget.Aggregate(PriceListVersion.Empty.With(Screw, s_screw), (all, item) => all.With(Widget, item));
        return Mixed(
            BookOf(Always("both", version)).With(
                PricedProduct.Of(
                    Widget, UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m)))));
    }

    private static QuotationRules Mixed(PriceBook book) =>
        QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax)
            .CountingTogether(Scope.Everything.Only(Widget, Screw, s_bolt));
}
