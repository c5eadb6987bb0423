using System;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

public sealed class TaxOfALine
{
    [Fact]
    public void Tax_is_split_on_the_line_and_not_on_the_unit()
    {
        var line = LineTax.InGross(Cny(9.99m) * 1_000m, Percent(13), Rounding.Commercial);

        Assert.Equal((Cny(8_840.71m), Cny(1_149.29m), Cny(9_990m)), (line.Net, line.Tax, line.Gross));
        Assert.Equal("CNY 8840.71 + 13% CNY 1149.29 = CNY 9990.00", line.ToString());
        Assert.True(line.Explain().IsVerified);

        var unit = LineTax.InGross(Cny(9.99m), Percent(13), Rounding.Commercial);
        Assert.Equal(Cny(8_840m), unit.Net * 1_000m);
    }

    [Fact]
    public void The_basis_is_that_of_the_price()
    {
        var list = PriceList.Of("shop", Currency.CNY, TaxBasis.WithTax)
            .During(DateSpan.Always, PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(9.99m))));
        var price = BookOf(list).Ask(1_000m);

        Assert.Equal(Cny(8_840.71m), LineTax.Of(price.TaxBasis!.Value, price.Amount, Percent(13), Rounding.Commercial).Net);
        Assert.Equal(Cny(11_288.70m), LineTax.Of(TaxBasis.WithoutTax, price.Amount, Percent(13), Rounding.Commercial).Gross);
    }

    [Fact]
    public void A_negative_rate_is_refused() =>
        Assert.Equal(
            "rate", Assert.Throws<ArgumentOutOfRangeException>(() => LineTax.OnNet(Cny(1m), Percent(-1), Rounding.Commercial)).ParamName);

    [Property]
    public void Net_and_tax_are_the_gross_and_a_return_is_the_mirror_image(decimal amount, bool isGross, byte rate, RoundingMode mode)
    {
        var (basis, rounding) = (isGross ? TaxBasis.WithTax : TaxBasis.WithoutTax, Rounding.ToMinorUnit(mode));

        var line = LineTax.Of(basis, Cny(amount), Percent(rate), rounding);
        var returned = LineTax.Of(basis, Cny(-amount), Percent(rate), rounding);

        Assert.Equal(line.Gross, line.Net + line.Tax);
        Assert.True(line.Net.IsInMinorUnits && line.Tax.IsInMinorUnits);
        Assert.Equal(isGross ? line.Gross : line.Net, Cny(amount).Round(amount < 0m ? Mirror(mode) : rounding));
        Assert.Equal((-line.Net, -line.Tax, -line.Gross), (returned.Net, returned.Tax, returned.Gross));
        Assert.Empty(line.Explain().Verify());
        Assert.Equal(isGross ? line.Tax : line.Gross, line.Explain().Value);
    }

    private static Rounding Mirror(RoundingMode mode) =>
        Rounding.ToMinorUnit(mode switch
        {
            RoundingMode.Ceiling => RoundingMode.Floor,
            RoundingMode.Floor => RoundingMode.Ceiling,
            _ => mode,
        });
}
