using System;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>Graduated steps on weight or value of what is priced by the piece, in the words in which they have parts.</summary>
public sealed class GraduatedByWeightOrValue
{
    // A piece of half a kilogram at 10.00 is 20.00 a kilogram; from 100 kg, which are 200 pieces, 18.00.
    [Theory]
    [InlineData(199, 1_990)]
    [InlineData(200, 2_000)]
    [InlineData(201, 2_009)]
    [InlineData(300, 2_900)]
    public void By_weight_the_price_is_of_a_kilogram(int pieces, int amount)
    {
        var byWeight = TieredPrice.From(Currency.CNY, UnitOfMeasure.Kilogram, (0m, 20m), (100m, 18m));
        var book = BookOf(ListOf("list", ItemPrice.Of(byWeight).Graduated())).With(
            PricedProduct.Of(
                Widget, UnitConversions.Of(UnitOfMeasure.Piece)
                    .With(new Quantity(0.5m, UnitOfMeasure.Kilogram), Quantity.Pieces(1m))));

        var price = book.Ask(Quantity.Pieces(pieces));

        Assert.Equal(Cny(amount), price.Amount);
        Assert.True(price.Explain().IsVerified);
    }

    // 10.00 a piece, and 9.00 for what is above a value of 1,000.00: 10 % off that part.
    [Theory]
    [InlineData(99, 990)]
    [InlineData(100, 1_000)]
    [InlineData(101, 1_009)]
    [InlineData(150, 1_450)]
    public void By_value_it_is_a_graduated_discount(int pieces, int amount)
    {
        var above = Discount.Percent("value", StepSchedule.From((Cny(1_000m), Percent(10m)))).Graduated();

        var document = DiscountSample.Schedule(above).Apply(DiscountSample.Order(DiscountSample.Line(1, 10m, pieces)));

        Assert.Equal(Cny(amount), document.Net);
        Assert.True(document.Explain().IsVerified);
    }

    [Fact]
    public void Of_a_piece_they_are_refused_and_told_how_to_be_said()
    {
        var byWeight = TieredPrice.From(Currency.CNY, UnitOfMeasure.Kilogram, (0m, 10m), (100m, 9m));
        var byValue = StepSchedule.From((Cny(0m), Cny(10m)), (Cny(1_000m), Cny(9m)));

        foreach (var price in new[] { ItemPrice.Of(byWeight, Quantity.Pieces(1m)), ItemPrice.ByValue(byValue, Quantity.Pieces(1m)) })
        {
            var message = Assert.Throws<InvalidOperationException>(price.Graduated).Message;

            Assert.Contains(price.ToString(), message, StringComparison.Ordinal);
            Assert.Contains("for one kilogram", message, StringComparison.Ordinal);
            Assert.Contains("a graduated discount", message, StringComparison.Ordinal);
        }
    }
}
