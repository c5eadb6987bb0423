using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Facts;

public sealed class SignsOfALine
{
    private static readonly LineId s_original = new(new DocumentId("10248"), 7);

    [Property(MaxTest = 200)]
    public Property A_line_is_refused_when_two_of_its_figures_have_opposite_signs() =>
        Prop.ForAll(Gen.Choose(-1, 1).ArrayOf(5).ToArbitrary(), signs =>
        {
            var builder = Of(signs, s_original);
            if (!signs.Contains(1) || !signs.Contains(-1))
                return builder.Build().IsReturn == (signs[0] == -1);

            // The quantity is read first; what disagrees with the figures before it is named.
            string[] properties =
                [nameof(SalesLine.NetAmount), nameof(SalesLine.ListAmount), nameof(SalesLine.Tax), nameof(SalesLine.Cost)];
            var first = signs.First(sign => sign != 0);
            var wrong = Array.FindIndex(signs, sign => sign == -first);
            return Assert.Throws<ArgumentOutOfRangeException>(builder.Build).ParamName == properties[wrong - 1];
        });

    [Fact]
    public void A_return_names_the_line_it_takes_back_where_that_is_known()
    {
        var named = Of([-1, -1, -1, -1, -1], s_original).Build();
        var nameless = Of([-1, -1, -1, -1, -1], null).Build();

        Assert.True(named.IsReturn);
        Assert.Equal(s_original, named.Original);
        Assert.Equal(Lines.Cny(-2m), named.GrossAmount);
        Assert.True(nameless.IsReturn);
        Assert.Null(nameless.Original);
    }

    [Fact]
    public void A_line_does_not_take_itself_back()
    {
        var line = Of([-1, -1, -1, -1, -1], null);
        line.Original = new LineId(line.Document, line.Line!.Value);

        Assert.Equal("Original", Assert.Throws<ArgumentException>(line.Build).ParamName);
    }

    [Fact]
    public void A_product_without_list_price_has_no_list_amount_and_a_cost_may_be_in_its_own_currency()
    {
        var line = Of([1, 1, 1, 1, 1], null);
        line.ListAmount = null;
        line.Cost = new Money(0.5m, Currency.USD);
        var built = line.Build();

        Assert.Null(built.ListAmount);
        Assert.Equal(new Money(0.5m, Currency.USD), built.Cost);
        line.Cost = new Money(-0.5m, Currency.USD);
        Assert.Equal("Cost", Assert.Throws<ArgumentOutOfRangeException>(line.Build).ParamName);
    }

    [Fact]
    public void A_credit_for_money_alone_has_no_quantity_and_is_no_return()
    {
        var credit = Of([0, -1, 0, -1, 0], null).Build();

        Assert.False(credit.IsReturn);
        Assert.Equal(Lines.Cny(-2m), credit.GrossAmount);
    }

    [Fact]
    public void Free_goods_have_a_list_amount_and_nothing_to_pay()
    {
        var free = Of([1, 0, 1, 0, 1], null);
        free.PriceKind = PriceKind.Free;

        Assert.True(free.Build().GrossAmount.IsZero);
    }

    [Fact]
    public void A_cost_that_is_not_known_takes_no_side()
    {
        var builder = Of([1, 1, 1, 1, 0], null);
        builder.Cost = null;

        Assert.Null(builder.Build().Cost);
    }

    /// <summary>Signs of quantity, net amount, list amount, tax and cost.</summary>
    private static SalesLineBuilder Of(int[] signs, LineId? original)
    {
        var line = Lines.Sale();
        line.Quantity = Quantity.Pieces(signs[0]);
        line.NetAmount = Lines.Cny(signs[1]);
        line.ListAmount = Lines.Cny(signs[2]);
        line.Tax = Lines.Cny(signs[3]);
        line.Cost = Lines.Cny(signs[4]);
        line.Original = original;
        return line;
    }
}
