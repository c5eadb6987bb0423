using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>A bound of the margin is a price that the formula can come to, and on the side on which the margin holds.</summary>
public sealed class MarginsOnTheGrid
{
    private static readonly PriceFormula s_marked = PriceFormula.OfCost().MarkedUp(Percent(10));

    [Theory]
    [InlineData("step:0.1 half-away", "6.10", "18.30")]
    [InlineData("minor-unit half-away", "6.08", "18.24")]
    [InlineData("ending:0.99/1 half-away", "6.99", "20.97")]
    public void The_least_margin_is_rounded_up_so_that_the_line_keeps_it(string rounding, string unitPrice, string line)
    {
        // 4.68 ÷ 0.77 = 6.0779…; three at 18.23 would leave 22.984 %, three at 18.24 leave 23.03 %.
        var price = Book(s_marked.Rounded(Rounding.Parse(rounding)).WithMargin(Percent(23)), 4.68m).Ask(3m);

        Assert.Equal(("CNY " + unitPrice, "CNY " + line), (price.UnitPrice.ToString(), price.Amount.ToString()));
        Assert.True(price.Amount - Cny(3 * 4.68m) >= price.Amount * Percent(23));
        Assert.True(price.Explain().IsVerified);
    }

    [Fact]
    public void The_most_margin_is_rounded_down()
    {
        // 4.68 ÷ 0.77 again, from above.
        var formula = PriceFormula.OfCost().MarkedUp(Percent(100)).Rounded(Rounding.ToStep(0.10m, RoundingMode.Up))
            .WithMargin(null, Percent(23));

        Assert.Equal(Cny(6m), Book(formula, 4.68m).Ask(1m).UnitPrice);
        Assert.True(Book(formula, 4.68m).Ask(1m).Explain().IsVerified);
    }

    [Fact]
    public void The_surcharge_belongs_to_the_grid()
    {
        var formula = s_marked.Rounded(Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero)).Plus(Cny(-0.01m)).WithMargin(Percent(23));

        Assert.Equal(Cny(6.99m), Book(formula, 4.68m).Ask(1m).UnitPrice);
        Assert.True(Book(formula, 4.68m).Ask(1m).Explain().IsVerified);

        // 7.69 ÷ 0.77 = 9.987…: 9.99 is enough.
        Assert.Equal(Cny(9.99m), Book(formula, 7.69m).Ask(1m).UnitPrice);
    }

    [Fact]
    public void Where_no_price_keeps_both_margins_the_least_is_kept()
    {
        var formula = s_marked.Rounded(Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero)).WithMargin(Percent(23), Percent(24));

        // Between 6.07… and 6.15… there is no whole yuan.
        Assert.Equal(Cny(7m), Book(formula, 4.68m).Ask(1m).UnitPrice);
        Assert.True(Book(formula, 4.68m).Ask(1m).Explain().IsVerified);
    }

    [Fact]
    public void Below_the_first_price_ending_the_most_margin_stays_exact()
    {
        var formula = PriceFormula.OfCost().MarkedUp(Percent(100)).Rounded(Rounding.ToEnding(0.99m, 1m, RoundingMode.Up))
            .WithMargin(null, Percent(20));

        Assert.Equal(Cny(0.50m), Book(formula, 0.40m).Ask(1m).UnitPrice);
        Assert.True(Book(formula, 0.40m).Ask(1m).Explain().IsVerified);
    }

    [Fact]
    public void Without_a_rounding_the_bound_is_exact()
    {
        var price = Book(s_marked.WithMargin(Percent(23)), 4.68m).Ask(3m);

        Assert.Equal(Cny(4.68m / 0.77m), price.UnitPrice);
        Assert.True(price.Explain().IsVerified);
    }

    [Fact]
    public void The_cost_of_another_unit_is_divided_once()
    {
        // 7 kg are 20 pieces: a kilogram of pieces at 7.00 costs 20.00, and not 19.999….
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(0.35m, UnitOfMeasure.Kilogram), Quantity.Pieces(1m));
        var formula = PriceFormula.Of("base").Rounded(Rounding.ToStep(10m, RoundingMode.Up)).WithMargin(Percent(20));
        var book = BookOf(
                ListOf("base", ItemPrice.Of(Cny(1m), new Quantity(1m, UnitOfMeasure.Kilogram))),
                Always("held", PriceListVersion.Empty.WithFormula(formula)).For(Scope.Everything.Only(Dealer)))
            .With(PricedProduct.Of(Widget, units).WithCost(Timeline.Always(Cny(5.60m))));

        // 5.60 × 20 ÷ 7 ÷ 0.8 is 20.00 sharp: one step up would be 30.00.
        Assert.Equal(Cny(20m), book.Ask(new Quantity(1m, UnitOfMeasure.Kilogram)).UnitPrice);
        Assert.True(book.Ask(new Quantity(1m, UnitOfMeasure.Kilogram)).Explain().IsVerified);
    }

    [Property]
    public void A_price_held_by_the_least_margin_keeps_it_and_is_of_the_grid(
        PositiveInt cents, byte margin, PositiveInt step, short surcharge, bool isGross)
    {
        var (cost, least, grid) = (cents.Get / 100m, margin % 99, (1 + (step.Get % 500)) / 100m);
        var extra = surcharge % 100 / 100m;
        var formula = PriceFormula.OfCost().Rounded(Rounding.ToStep(grid, RoundingMode.Down)).Plus(Cny(extra)).WithMargin(Percent(least));
        var list = PriceList.Of("held", Currency.CNY, isGross ? TaxBasis.WithTax : TaxBasis.WithoutTax)
            .During(DateSpan.Always, PriceListVersion.Empty.WithFormula(isGross ? formula.WithTaxRate(Percent(13)) : formula));

        var price = BookOf(list).With(Costing(cost)).Ask(1m);

        // Price × (1 − margin) ≥ cost, without a division; and where it was held, one step less would be too little.
        var (factor, kept) = (isGross ? 1.13m : 1m, 1m - (least / 100m));
        var free = (cost * factor) - (cost * factor % grid) + extra;
        Assert.True(price.UnitPrice.Amount * kept >= cost * factor);
        Assert.Equal(0m, (price.UnitPrice.Amount - extra) % grid);
        Assert.True(price.UnitPrice.Amount == free || (price.UnitPrice.Amount - grid) * kept < cost * factor);
        Assert.Empty(price.Explain().Verify());
    }

    private static PriceBook Book(PriceFormula formula, decimal cost) =>
        BookOf(Always("held", PriceListVersion.Empty.WithFormula(formula))).With(Costing(cost));

    private static PricedProduct Costing(decimal cost) =>
        PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(Timeline.Always(Cny(cost)));
}
