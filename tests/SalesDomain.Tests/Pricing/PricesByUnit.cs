using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

public sealed class PricesByUnit
{
    private static readonly UnitConversions s_units = UnitConversions.Of(UnitOfMeasure.Piece)
        .With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m))
        .With(new Quantity(1m, UnitOfMeasure.Pallet), new Quantity(40m, UnitOfMeasure.Case))
        .With(new Quantity(0.35m, UnitOfMeasure.Kilogram), Quantity.Pieces(1m));

    private static readonly PricedProduct s_widget = PricedProduct.Of(Widget, s_units);

    [Fact]
    public void A_price_for_100_pieces_is_divided_once_and_last()
    {
        var price = BookOf(ListOf("screws", ItemPrice.Of(Cny(3.20m), Quantity.Pieces(100m)))).Ask(250m);

        Assert.Equal((Cny(3.20m), Quantity.Pieces(100m)), (price.Price, price.Per));
        Assert.Equal((Cny(0.032m), Cny(8m)), (price.UnitPrice, price.Amount));
        Assert.True(price.Explain().IsVerified);

        // A third is no decimal: the amount is still exact.
        Assert.Equal(Cny(1m), BookOf(ListOf("thirds", ItemPrice.Of(Cny(1m), Quantity.Pieces(3m)))).Ask(3m).Amount);
    }

    [Theory]
    [InlineData(4, 960)]
    [InlineData(5, 1104)]
    public void A_break_is_tested_in_its_own_unit_and_the_price_is_of_the_ordered_unit(int cases, int amount)
    {
        var book = BookOf(ListOf("pieces", ItemPrice.Of(Breaks((1m, 10m), (100m, 9.20m))))).With(s_widget);

        // 4 cases are 96 pieces, 5 are 120.
        var price = book.Ask(new Quantity(cases, UnitOfMeasure.Case));

        Assert.Equal(Cny(amount), price.Amount);
        Assert.Equal(Cny(amount) / cases, price.UnitPrice);
        Assert.True(price.Explain().IsVerified);
    }

    [Fact]
    public void A_price_of_the_pack_comes_before_the_converted_price_of_the_piece()
    {
        var version = PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(10m)))
            .With(Widget, ItemPrice.Of(Cny(230m), new Quantity(1m, UnitOfMeasure.Case)));
        var book = BookOf(Always("packs", version)).With(s_widget);

        Assert.Equal(Cny(230m), book.Ask(new Quantity(1m, UnitOfMeasure.Case)).UnitPrice);
        Assert.Equal(Cny(10m), book.Ask(1m).UnitPrice);

        // Of a pallet, 40 cases, the case is the nearest pack, and of a kilogram the piece.
        Assert.Equal(Cny(9_200m), book.Ask(new Quantity(1m, UnitOfMeasure.Pallet)).UnitPrice);
        Assert.True(book.Ask(new Quantity(2m, UnitOfMeasure.Pallet)).Explain().IsVerified);
    }

    [Fact]
    public void A_unit_that_is_not_known_has_no_price_and_the_reason_names_it()
    {
        var book = BookOf(ListOf("pieces", ItemPrice.Of(Cny(10m))));

        var price = book.Ask(new Quantity(1m, UnitOfMeasure.Case));

        Assert.False(price.HasPrice);
        Assert.Equal("pricing.unknown-unit (list pieces, product WIDGET, unit CS)", price.Reasons()[0].ToString());
        Assert.False(book.With(s_widget).Ask(new Quantity(1m, UnitOfMeasure.Hour)).HasPrice);

        // Neither of two packs converts: the product is there all the same.
        var packs = PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(1m), new Quantity(1m, UnitOfMeasure.FromCode("BX"))))
            .With(Widget, ItemPrice.Of(Cny(1m), new Quantity(1m, UnitOfMeasure.FromCode("PF"))));
        Assert.Equal("pricing.unknown-unit", BookOf(Always("packs", packs)).With(s_widget).Ask(1m).Reasons()[0].Code);
        Assert.Equal("pricing.unknown-unit", BookOf(Always("packs", packs)).Ask(1m).Reasons()[0].Code);
    }

    [Theory]
    [InlineData(285, 10)]
    [InlineData(286, 9)]
    public void A_scale_by_weight_counts_what_the_pieces_weigh(int pieces, int unitPrice)
    {
        // 286 pieces of 0.35 kg are 100.1 kg.
        var byWeight = TieredPrice.From(Currency.CNY, UnitOfMeasure.Kilogram, (0m, 10m), (100m, 9m));
        var price = BookOf(ListOf("freight", ItemPrice.Of(byWeight, Quantity.Pieces(1m)))).With(s_widget).Ask(pieces);

        Assert.Equal(Cny(unitPrice), price.UnitPrice);
        Assert.True(price.Explain().IsVerified);
    }

    [Theory]
    [InlineData(499, 10)]
    [InlineData(500, 9)]
    [InlineData(-500, 9)]
    public void A_scale_by_value_counts_the_value_at_the_first_price(int pieces, int unitPrice)
    {
        var byValue = StepSchedule.From((Cny(0m), Cny(10m)), (Cny(5_000m), Cny(9m)));
        var price = BookOf(ListOf("value", ItemPrice.ByValue(byValue, Quantity.Pieces(1m)))).Ask(pieces);

        Assert.Equal((Cny(unitPrice), Cny(unitPrice * pieces)), (price.UnitPrice, price.Amount));
        Assert.True(price.Explain().IsVerified);
        Assert.Equal(pieces == 499 ? Quantity.Pieces(1m) : (Quantity?)null, price.NextBreak(Quantity.Pieces(1m))?.Missing);
    }

    [Theory]
    [InlineData(150, 1_460)]
    [InlineData(-150, -1_460)]
    public void Graduated_each_part_is_at_its_own_price(int pieces, int amount)
    {
        var price = BookOf(ListOf("retail", ItemPrice.Of(Breaks((0m, 10m), (100m, 9.20m))).Graduated())).Ask(pieces);

        Assert.Equal(Cny(amount), price.Amount);
        Assert.Equal(Cny(9.20m), price.Price);
        Assert.True(price.Explain().IsVerified);
        Assert.Null(price.Inversion(Quantity.Pieces(1m)));
    }

    [Fact]
    public void Next_to_a_break_the_price_says_how_much_is_missing()
    {
        var book = BookOf(ListOf("retail", ItemPrice.Of(Breaks((1m, 10m), (100m, 9.20m), (1_000m, 9m))))).With(s_widget);

        var next = book.Ask(97m).NextBreak(Quantity.Pieces(1m))!.Value;

        Assert.Equal((Quantity.Pieces(3m), Cny(9.20m), Cny(920m)), (next.Missing, next.UnitPrice, next.Amount));
        Assert.Equal("3 PCE more: CNY 9.20, CNY 920.00 for 100 PCE", next.ToString());
        Assert.Equal(next, book.Ask(97m).Inversion(Quantity.Pieces(1m)));
        Assert.Null(book.Ask(92m).Inversion(Quantity.Pieces(1m)));
        Assert.Equal(Quantity.Pieces(900m), book.Ask(100m).NextBreak(Quantity.Pieces(1m))!.Value.Missing);
        Assert.Null(book.Ask(1_000m).NextBreak(Quantity.Pieces(1m)));

        // Only whole tens and whole cases are sold: the next multiple at the break or above.
        Assert.Equal(Quantity.Pieces(10m), book.Ask(90m).NextBreak(Quantity.Pieces(10m))!.Value.Missing);
        var cases = book.Ask(new Quantity(2m, UnitOfMeasure.Case)).NextBreak(new Quantity(1m, UnitOfMeasure.Case))!.Value;
        Assert.Equal((new Quantity(3m, UnitOfMeasure.Case), Cny(220.80m)), (cases.Missing, cases.UnitPrice));
    }

    [Fact]
    public void The_bound_of_a_to_scale_is_still_in_the_step_before()
    {
        var upTo = TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (99m, 10m)).ThenAbove(9.20m);

        Assert.Equal(Quantity.Pieces(1m), BookOf(ListOf("to", ItemPrice.Of(upTo))).Ask(99m).NextBreak(Quantity.Pieces(1m))!.Value.Missing);
        Assert.Equal(
            Quantity.Pieces(0.5m), BookOf(ListOf("to", ItemPrice.Of(upTo))).Ask(99m).NextBreak(Quantity.Pieces(0.5m))!.Value.Missing);
    }
}
