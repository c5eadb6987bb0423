using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>Each line and each purchase of a mix group counts by how its own product converts: 24 widgets a case, 12 screws.</summary>
public sealed class CasesOfAMixGroup
{
    private static readonly ItemPrice s_price = ItemPrice.Of(Breaks((0m, 10m), (120m, 9m)));

    // 48 and 71 pieces are 119.
    [Theory]
    [InlineData(60, 480, 600)]
    [InlineData(71, 480, 710)]
    [InlineData(72, 432, 648)]
    public void Pieces_of_one_and_cases_of_another_are_counted_in_pieces(int screws, int ofCases, int ofPieces)
    {
        var inCases = Quote(s_price, 12m, WidgetCases(1, 2m), Screws(2, screws));

        Assert.Equal([Cny(ofCases), Cny(ofPieces)], inCases.Lines.Select(line => line.Net));
        Assert.Empty(inCases.Explain().Verify());
        Assert.Equal(inCases.Net, Quote(s_price, 12m, Widgets(1, 48m), Screws(2, screws)).Net);
    }

    // A larger case of the other product loses nothing either: 48 and 52 pieces are 100.
    [Theory]
    [InlineData(51, 480, 510)]
    [InlineData(52, 432, 468)]
    public void A_larger_case_of_the_other_product_loses_no_break(int screws, int ofCases, int ofPieces) =>
        Assert.Equal(
            [Cny(ofCases), Cny(ofPieces)],
            Quote(ItemPrice.Of(Breaks((0m, 10m), (100m, 9m))), 48m, WidgetCases(1, 2m), Screws(2, screws)).Lines.Select(line => line.Net));

    [Theory]
    [InlineData(71, 480)]
    [InlineData(72, 432)]
    public void What_was_bought_before_of_another_product_counts_by_its_own_cases(int screws, int net)
    {
        var rules = Mixed(Cumulative(s_price), 12m);
        var bought = EarlierPurchase.Of(Screw, Quantity.Pieces(screws), new LocalDate(2026, 3, 1));
        var quotation = rules.Quote(Ask(WidgetCases(1, 2m)).After(bought));

        Assert.Equal(Cny(net), quotation.Net);
        Assert.Empty(quotation.Explain().Verify());
        Assert.Equal(Cny(net), rules.Quote(Ask(Widgets(1, 48m)).After(bought)).Net);
        Assert.Equal(
            Cny(432m), rules.Quote(Ask(WidgetCases(1, 2m)).After(EarlierPurchase.Of(Screw, Cases(6m), new LocalDate(2026, 3, 1)))).Net);
    }

    // 120 pieces cost 1,180.00, of which 48 are 472.00.
    [Fact]
    public void A_graduated_amount_is_of_all_and_each_line_takes_its_part()
    {
        var graduated = ItemPrice.Of(Breaks((0m, 10m), (100m, 9m))).Graduated();
        var quotation = Quote(graduated, 12m, WidgetCases(1, 2m), Screws(2, 72m));

        Assert.Equal([Cny(472m), Cny(708m)], quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());

        // 60 before have used up the first of it: 40 at 10.00 and 80 at 9.00.
        var after = Mixed(Cumulative(graduated), 12m).Quote(
            Ask(WidgetCases(1, 2m), Screws(2, 72m)).After(EarlierPurchase.Of(Screw, Cases(5m), new LocalDate(2026, 3, 1))));
        Assert.Equal([Cny(448m), Cny(672m)], after.Lines.Select(line => line.Net));
        Assert.Empty(after.Explain().Verify());
    }

    [Fact]
    public void A_gift_in_cases_is_at_the_step_that_is_bought()
    {
        var gift = WidgetCases(3, 1m).With(PriceKind.Free);

        Assert.Equal(Cny(240m), ListOf(Quote(s_price, 12m, Screws(1, 119m), gift)));
        Assert.Equal(Cny(216m), ListOf(Quote(s_price, 12m, Screws(1, 120m), gift)));

        static Money ListOf(Quotation quotation) => quotation.Lines[1].Discounted!.ListAmount;
    }

    // Screws in kilograms are no pieces: nothing is bought that counts, so that the gift is at the step of its own quantity.
    [Theory]
    [InlineData(4, 960)]
    [InlineData(5, 1_080)]
    public void A_gift_beside_what_does_not_convert_is_at_its_own_step(int cases, int amount)
    {
        var other = PriceListVersion.Empty.With(Screw, ItemPrice.Of(Cny(30m), new Quantity(1m, UnitOfMeasure.Kilogram)));
        var rules = Mixed(Always("both", other.With(Widget, s_price)), 12m);
        var gift = WidgetCases(2, cases).With(PriceKind.Free);
        var kilograms = QuoteLine.Of(1, Screw, new Quantity(5m, UnitOfMeasure.Kilogram));

        Assert.Equal(Cny(amount), rules.Quote(Ask(kilograms, gift)).Lines[1].Discounted!.ListAmount);
        var graduated = Mixed(Always("both", other.With(Widget, s_price.Graduated())), 12m).Quote(Ask(kilograms, gift));
        Assert.Equal(Cny(960m), graduated.Lines[1].Discounted!.ListAmount - (cases == 4 ? Cny(0m) : Cny(240m)));
        Assert.Empty(graduated.Explain().Verify());
    }

    [Property]
    public void Cases_cost_what_their_pieces_do(byte[] amounts, byte before)
    {
        var rules = Mixed(Cumulative(ItemPrice.Of(Breaks((0m, 10m), (100m, 9m), (500m, 8m)))), 12m);
        var bought = EarlierPurchase.Of(Screw, before % 2 == 0 ? Cases(before) : Quantity.Pieces(before), new LocalDate(2026, 3, 1));
        QuoteLine[] lines =
        [
            .. amounts.Where(amount => amount > 3).Take(6).Select((amount, i) =>
                QuoteLine.Of(
                    i + 1, amount % 2 == 0 ? Widget : Screw,
                    amount % 4 < 2 ? Cases(amount / 4) : Quantity.Pieces(amount / 4))),
        ];
        if (lines.Length == 0)
            return;

        QuoteLine[] inPieces = [.. lines.Select(line => QuoteLine.Of(line.Number, line.Product, Pieces(line)))];
        var quotation = rules.Quote(Ask(lines).After(bought));

        Assert.Equal(
            rules.Quote(Ask(inPieces).After(bought)).Lines.Select(line => line.Net), quotation.Lines.Select(line => line.Net));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void A_purchase_of_the_product_of_a_line_has_its_category()
    {
        var tools = new ProductCategoryId("TOOLS");
        var rules = Rules(Cumulative(s_price)).CountingTogether(Scope.Everything.Only(tools));
        var request = Ask(Widgets(1, 40m).With(tools));

        Assert.Equal(Cny(360m), rules.Quote(request.After(Bought(Widget, 80m))).Net);
        Assert.Equal(Cny(400m), rules.Quote(request.After(Bought(Widget, 79m))).Net);
        Assert.Equal(Cny(400m), rules.Quote(request.After(Bought(Screw, 80m))).Net);
        Assert.Equal(Cny(400m), rules.Quote(request.After(Bought(Widget, 80m).With(new ProductCategoryId("OTHER")))).Net);

        static EarlierPurchase Bought(ProductId product, decimal pieces) =>
            EarlierPurchase.Of(product, Quantity.Pieces(pieces), new LocalDate(2026, 3, 1));
    }

    private static Quantity Pieces(QuoteLine line) =>
        Quantity.Pieces(
            line.Quantity.Amount * (line.Quantity.Unit == UnitOfMeasure.Piece ? 1m : line.Product == Widget ? 24m : 12m));

    private static Quantity Cases(decimal cases) => new(cases, UnitOfMeasure.Case);

    private static QuoteLine WidgetCases(int number, decimal cases) => QuoteLine.Of(number, Widget, Cases(cases));

    private static PriceList Cumulative(ItemPrice price) =>
        Always("both", PriceListVersion.Empty.With(Widget, price).With(Screw, price).Cumulative(DateSpan.OfYear(2026)));

    private static Quotation Quote(ItemPrice price, decimal screwsInACase, params QuoteLine[] lines) =>
        Mixed(Always("both", PriceListVersion.Empty.With(Widget, price).With(Screw, price)), screwsInACase).Quote(Ask(lines));

    private static QuotationRules Mixed(PriceList list, decimal screwsInACase) =>
        QuotationRules.Of(
            BookOf(list).With(InCasesOf(Widget, 24m)).With(InCasesOf(Screw, screwsInACase)),
            DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax).CountingTogether(Scope.Everything.Only(Widget, Screw));

    private static PricedProduct InCasesOf(ProductId product, decimal pieces) =>
        PricedProduct.Of(product, UnitConversions.Of(UnitOfMeasure.Piece).With(Cases(1m), Quantity.Pieces(pieces)));
}
