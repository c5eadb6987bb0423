using System.Globalization;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources on price lists, by their ids. The rule of each alone is tested with the ground.</summary>
public sealed class PriceListCases
{
    private static readonly LocalDate s_on = new(2026, 3, 31);
    private static readonly ProductId s_item = new("Item");
    private static readonly AccessSequence s_sequence = AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.None);

    // https://learn.liferay.com/w/dxp/commerce/pricing/using-price-tiers
    [Theory]
    [InlineData(4, 200, null)]
    [InlineData(5, 225, null)]
    [InlineData(9, 405, 400)]
    [InlineData(10, 400, null)]
    [InlineData(11, 440, null)]
    public void BR_01_Nine_pieces_cost_more_than_ten_and_the_price_says_so(int pieces, int total, int? less)
    {
        var price = Ask(ItemPrice.Of(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 50m), (5m, 45m), (10m, 40m))), pieces);

        Assert.Equal(Usd(total), price.Amount);
        Assert.Equal(less, (int?)price.Inversion(Quantity.Pieces(1m))?.Amount.Amount);
    }

    // AdventureWorks, Sales.SpecialOffer: both sides of every band, as prices of 100.00 less the discount.
    [Theory]
    [InlineData(10, 100)]
    [InlineData(11, 98)]
    [InlineData(14, 98)]
    [InlineData(15, 95)]
    [InlineData(24, 95)]
    [InlineData(25, 90)]
    [InlineData(40, 90)]
    [InlineData(41, 85)]
    [InlineData(60, 85)]
    [InlineData(61, 80)]
    public void BR_04_Both_sides_of_every_band(int pieces, int unitPrice)
    {
        var bands = TieredPrice.From(
            Currency.USD, UnitOfMeasure.Piece, (0m, 100m), (11m, 98m), (15m, 95m), (25m, 90m), (41m, 85m), (61m, 80m));

        Assert.Equal(Usd(unitPrice), Ask(ItemPrice.Of(bands), pieces).UnitPrice);
    }

    // https://www.slideshare.net/slideshow/quantity-discount-finalpdf/256149131
    [Theory]
    [InlineData(999, "5.00", "4995.00")]
    [InlineData(1000, "4.80", "4800.00")]
    [InlineData(1999, "4.80", "9595.20")]
    [InlineData(2000, "4.75", "9500.00")]
    public void BR_08_The_total_falls_at_each_break(int pieces, string unitPrice, string total)
    {
        var item = ItemPrice.Of(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 5m), (1_000m, 4.80m), (2_000m, 4.75m)));
        var price = Ask(item, pieces);

        Assert.Equal((Number(unitPrice), Number(total)), (price.UnitPrice.Amount, price.Amount.Amount));
        Assert.Equal(pieces is 999 or 1999, price.Inversion(Quantity.Pieces(1m)) is not null);
    }

    // https://git.criptomart.net/CriptoMart/addons-cm, product_pricelist_total_margin
    [Fact]
    public void FP_04_A_mark_up_multiplies_the_cost_and_a_margin_divides_it()
    {
        var cost = PricedProduct.Of(s_item, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(Timeline.Always(Usd(4.68m)));

        Assert.Equal(Usd(5.616m), Of(PriceFormula.OfCost().MarkedUp(Percent(20))).UnitPrice);
        Assert.Equal(Usd(5.85m), Of(PriceFormula.OfCost().AtMargin(Percent(20))).UnitPrice);
        Assert.True(Of(PriceFormula.OfCost().AtMargin(Percent(20))).Explain().IsVerified);

        ResolvedPrice Of(PriceFormula formula) =>
            Book(Currency.USD, PriceListVersion.Empty.WithFormula(formula)).With(cost)
                .Price(s_item, Quantity.Pieces(1m), default, s_on, Currency.USD);
    }

    // erpnext, test_pricing_rule.py#test_pricing_rule_for_discount
    [Theory]
    [InlineData("Customer", 80)]
    [InlineData("Customer 1", 90)]
    public void PL_01_Customer_and_item_comes_before_item(string customer, int unitPrice)
    {
        var everybody = List("item", Currency.USD, PriceListVersion.Empty.With(s_item, ItemPrice.Of(Usd(100m))));
        var book = PriceBook.Of(
            s_sequence, everybody,
            List("10 %", Currency.USD, PriceListVersion.Empty.WithFormula(PriceFormula.Of("item").Less(Percent(10)))).WithPrecedence(1),
            List("20 %", Currency.USD, PriceListVersion.Empty.WithFormula(PriceFormula.Of("item").Less(Percent(20))))
                .For(Scope.Everything.Only(new CustomerId("Customer"))));

        var subject = default(ScopeSubject).With(new CustomerId(customer));

        Assert.Equal(Usd(unitPrice), book.Price(s_item, Quantity.Pieces(1m), subject, s_on, Currency.USD).UnitPrice);
    }

    // https://github.com/spree/spree/pull/14432
    [Theory]
    [InlineData("0.00", "0.00")]
    [InlineData(null, "50.00")]
    public void PL_10_Zero_is_a_price_and_an_absent_one_falls_back(string? listed, string price)
    {
        var own = listed is null ? PriceListVersion.Empty : PriceListVersion.Empty.With(s_item, ItemPrice.Of(Usd(Number(listed))));
        var book = PriceBook.Of(
            s_sequence, List("base", Currency.USD, PriceListVersion.Empty.With(s_item, ItemPrice.Of(Usd(50m)))),
            List("own", Currency.USD, own).WithPrecedence(1));

        Assert.Equal(Usd(Number(price)), book.Price(s_item, Quantity.Pieces(1m), default, s_on, Currency.USD).UnitPrice);
    }

    // https://github.com/VirtoCommerce/vc-platform/issues/956
    [Theory]
    [InlineData(2017, 6, 19, 12, 0, 0, true)]
    [InlineData(2017, 6, 19, 23, 59, 59, true)]
    [InlineData(2017, 6, 20, 0, 0, 0, false)]
    public void PL_12_The_end_day_is_included(int year, int month, int day, int hour, int minute, int second, bool isActive)
    {
        var list = PriceList.Of("promotion", Currency.USD, TaxBasis.WithoutTax)
            .During(DateSpan.Until(new LocalDate(2017, 6, 19)), PriceListVersion.Empty.With(s_item, ItemPrice.Of(Usd(9m))));
        var at = new LocalDateTime(year, month, day, hour, minute, second);

        var price = PriceBook.Of(s_sequence, list).Price(s_item, Quantity.Pieces(1m), default, at.Date, Currency.USD);

        Assert.Equal(isActive, price.HasPrice);
    }

    // https://github.com/odoo/odoo/issues/56770
    [Fact]
    public void PL_13_The_base_is_converted_first_and_then_discounted_rounded_and_surcharged()
    {
        var formula = PriceFormula.Of("yen").Less(Percent(0)).Rounded(Rounding.ToStep(10m, RoundingMode.HalfAwayFromZero))
            .Plus(Usd(-0.01m));
        var book = PriceBook.Of(
                s_sequence,
                List("yen", Currency.JPY, PriceListVersion.Empty.With(s_item, ItemPrice.Of(new Money(1_000m, Currency.JPY)))),
                List("dollars", Currency.USD, PriceListVersion.Empty.WithFormula(formula)))
            .WithRates(ExchangeRates.Of(new ExchangeRate(Currency.JPY, Currency.USD, 0.009502m, s_on)));

        var price = book.Price(s_item, Quantity.Pieces(1m), default, s_on, Currency.USD);

        Assert.Equal(Usd(9.99m), price.UnitPrice);
        Assert.True(price.Explain().IsVerified);
    }

    // https://github.com/woocommerce/woocommerce/issues/16305
    [Fact]
    public void RO_03_Discount_then_tax()
    {
        var net = Usd(51.86m) - (Usd(51.86m) * Percent(40)).ToCents();

        var line = LineTax.OnNet(net, Percent(8.25m), Rounding.Commercial);

        Assert.Equal((Usd(31.12m), Usd(2.57m), Usd(33.69m)), (line.Net, line.Tax, line.Gross));
    }

    // https://necs.com/knowledgebase/sysprefs_prc_mod_roundmeth.htm: the rounding of a formula.
    [Theory]
    [InlineData("10.154", "0.01", "10.15")]
    [InlineData("10.155", "0.01", "10.16")]
    [InlineData("10.124", "0.05", "10.10")]
    [InlineData("10.125", "0.05", "10.15")]
    [InlineData("10.124", "0.25", "10.00")]
    [InlineData("10.125", "0.25", "10.25")]
    public void RO_10_A_formula_rounds_to_the_nearest_step(string price, string step, string rounded)
    {
        var book = PriceBook.Of(
            s_sequence, List("base", Currency.USD, PriceListVersion.Empty.With(s_item, ItemPrice.Of(Usd(Number(price))))),
            List(
                "rounded", Currency.USD,
                PriceListVersion.Empty.WithFormula(
                    PriceFormula.Of("base").Rounded(Rounding.ToStep(Number(step), RoundingMode.HalfAwayFromZero)))).WithPrecedence(1));

        Assert.Equal(Usd(Number(rounded)), book.Price(s_item, Quantity.Pieces(1m), default, s_on, Currency.USD).UnitPrice);
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static PriceList List(string name, Currency currency, PriceListVersion version) =>
        PriceList.Of(name, currency, TaxBasis.WithoutTax).During(DateSpan.Always, version);

    private static PriceBook Book(Currency currency, PriceListVersion version) =>
        PriceBook.Of(s_sequence, List("list", currency, version));

    private static ResolvedPrice Ask(ItemPrice item, int pieces) =>
        Book(Currency.USD, PriceListVersion.Empty.With(s_item, item)).Price(s_item, Quantity.Pieces(pieces), default, s_on, Currency.USD);
}
