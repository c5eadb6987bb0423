using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>The next price of a sale may be in another list than its price.</summary>
public sealed class NextBreaksOfAllLists
{
    private static readonly Quantity s_one = Quantity.Pieces(1m);
    private static readonly Scope s_dealer = Scope.Everything.Only(Dealer);
    private static readonly PriceList s_general = ListOf("general", ItemPrice.Of(Cny(10m)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_agreement_that_begins_at_a_quantity_is_told_below_it(bool isLowest)
    {
        var agreed = ListOf("agreed", ItemPrice.Of(Breaks((100m, 8.50m)))).For(s_dealer);
        var book = isLowest ? BookOf(s_general, agreed).TakingLowest() : BookOf(s_general, agreed);

        Assert.Equal("3 PCE more: CNY 8.50, CNY 850.00 for 100 PCE", book.Ask(97m).NextBreak(s_one)!.Value.ToString());
        Assert.Equal(Cny(850m), book.Ask(97m).Inversion(s_one)!.Value.Amount);

        // 85 cost 850.00 too, and 84 less; at 100 there is nothing more to tell.
        Assert.Null(book.Ask(85m).Inversion(s_one));
        Assert.NotNull(book.Ask(86m).Inversion(s_one));
        Assert.Null(book.Ask(100m).NextBreak(s_one));
    }

    [Fact]
    public void A_price_with_tax_and_one_without_are_not_compared()
    {
        // 101 at 10.00 are 1,010.00 without tax and 1,141.30 with it: 41.30 more than 100 at 11.00 with tax.
        var upTo = TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (100m, 11m));
        var gross = PriceList.Of("gross", Currency.CNY, TaxBasis.WithTax).For(s_dealer)
            .During(DateSpan.Always, PriceListVersion.Empty.With(Widget, ItemPrice.Of(upTo)));
        var price = BookOf(s_general, gross).Ask(100m);

        Assert.Equal(Cny(1_100m), price.Amount);
        Assert.Null(price.NextBreak(s_one));
        Assert.Null(price.Inversion(s_one));

        // On one basis the end of a scale is told.
        var net = ListOf("net", ItemPrice.Of(upTo)).For(s_dealer);
        Assert.Equal("1 PCE more: CNY 10.00, CNY 1010.00 for 101 PCE", BookOf(s_general, net).Ask(100m).NextBreak(s_one)!.Value.ToString());
    }

    [Fact]
    public void Under_the_lowest_price_a_scale_that_is_dearer_now_is_told_where_it_is_cheaper()
    {
        var scale = ListOf("scale", ItemPrice.Of(Breaks((1m, 20m), (100m, 5m)))).For(s_dealer);

        var price = BookOf(s_general, scale).TakingLowest().Ask(99m);

        Assert.Equal(Cny(990m), price.Amount);
        Assert.Equal("1 PCE more: CNY 5.00, CNY 500.00 for 100 PCE", price.NextBreak(s_one)!.Value.ToString());
        Assert.Equal(price.NextBreak(s_one), price.Inversion(s_one));
    }

    [Fact]
    public void Above_a_ceiling_the_next_list_is_told()
    {
        var capped = ListOf("capped", ItemPrice.Of(Breaks((0m, 12m)).WithCeiling(Quantity.Pieces(50m)))).For(s_dealer);

        var next = BookOf(s_general, capped).Ask(40m).NextBreak(s_one)!.Value;

        Assert.Equal((Quantity.Pieces(51m), Cny(10m)), (next.Quantity, next.UnitPrice));
    }

    [Fact]
    public void A_step_that_another_list_hides_is_told_where_that_list_ends()
    {
        // The general price falls at 100, where the dealer has the old one of his own up to 110.
        var general = ListOf("general", ItemPrice.Of(Breaks((0m, 10m), (100m, 5m))));
        var own = ListOf("own", ItemPrice.Of(Breaks((90m, 10m)).WithCeiling(Quantity.Pieces(110m)))).For(s_dealer);

        Assert.Equal("31 PCE more: CNY 5.00, CNY 555.00 for 111 PCE", BookOf(general, own).Ask(80m).NextBreak(s_one)!.Value.ToString());
    }

    [Fact]
    public void A_step_of_a_list_that_does_not_give_the_price_is_no_break_of_a_graduated_one()
    {
        var graduated = ListOf("graduated", ItemPrice.Of(Breaks((0m, 10m), (100m, 9m))).Graduated()).For(s_dealer);
        var general = ListOf("general", ItemPrice.Of(Breaks((0m, 10m), (150m, 9m), (200m, 8m))));

        Assert.Null(BookOf(general, graduated).Ask(120m).NextBreak(s_one));
    }

    [Fact]
    public void A_list_of_the_generic_currency_is_told_where_those_of_the_document_end()
    {
        var capped = ListOf("capped", ItemPrice.Of(Breaks((0m, 12m)).WithCeiling(Quantity.Pieces(50m))));
        var dollars = ListOf("dollars", ItemPrice.Of(new Money(1m, Currency.USD)), Currency.USD);
        var book = BookOf(capped, dollars).WithGenericCurrency(Currency.USD)
            .WithRates(ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.10m, Day)));

        Assert.Equal("1 PCE more: CNY 7.10, CNY 362.10 for 51 PCE", book.Ask(50m).NextBreak(s_one)!.Value.ToString());
        Assert.Equal(Cny(362.10m), book.Ask(50m).Inversion(s_one)!.Value.Amount);
    }

    [Property]
    public void By_several_lists_a_larger_quantity_that_costs_less_is_told(int[] seeds, bool isLowest)
    {
        var lists = seeds.Take(5).Select((seed, i) => ListOf("L" + i, Record(seed)).WithPrecedence(i)).ToArray();
        var book = isLowest ? BookOf(lists).TakingLowest() : BookOf(lists);
        var amounts = Enumerable.Range(0, 41).Select(pieces => book.Ask(pieces)).ToArray();

        for (var pieces = 0; pieces < 40; pieces++)
        {
            if (!amounts[pieces].HasPrice)
                continue;

            var least = amounts.Skip(pieces).Where(price => price.HasPrice).Min(price => price.Amount.Amount);

            var told = amounts[pieces].Inversion(s_one);

            Assert.Equal(least < amounts[pieces].Amount.Amount ? Cny(least) : (Money?)null, told?.Amount);
            Assert.True(told is null || book.Ask(told.Value.Quantity).Amount == told.Value.Amount);
        }
    }

    /// <summary>Breaks below 40 pieces, from and to, with an end or without.</summary>
    private static ItemPrice Record(int seed)
    {
        var random = Math.Abs((long)seed);
        var (first, second) = (1 + (random / 7 % 20), 1 + (random / 7 % 20) + 1 + (random / 131 % 19));
        var (high, low) = ((1 + (random % 1_000)) / 100m, random / 3 % 700 / 100m);
        var from = Breaks((random % 3 == 0 ? 0m : first, high), (second, low));
        return (random % 5) switch
        {
            0 => ItemPrice.Of(TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (first, high), (second, low))),
            1 => ItemPrice.Of(from.WithCeiling(Quantity.Pieces(second))),
            2 => ItemPrice.Of(TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (first, high), (second, low))).Graduated(),
            3 => ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(high)), (Cny(first * high), Cny(low))), s_one),
            _ => ItemPrice.Of(from),
        };
    }
}
