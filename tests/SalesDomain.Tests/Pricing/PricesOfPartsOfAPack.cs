using System;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>A price is for the case, and pieces are ordered: the quantity is not divided before it is multiplied.</summary>
public sealed class PricesOfPartsOfAPack
{
    private static readonly Quantity s_case = new(1m, UnitOfMeasure.Case);
    private static readonly Quantity s_one = Quantity.Pieces(1m);

    [Theory]
    [InlineData(5, "CNY 45.025", "45.03")]
    [InlineData(11, "CNY 99.055", "99.06")]
    [InlineData(17, "CNY 153.085", "153.09")]
    public void Pieces_at_the_price_of_a_case_are_exact_and_round_as_the_fraction_does(int pieces, string amount, string rounded)
    {
        var price = BookOf(ListOf("cases", ItemPrice.Of(Cny(216.12m), s_case))).With(InCasesOf(24)).Ask(pieces);

        Assert.Equal(amount, price.Amount.ToString());
        Assert.Equal("CNY " + rounded, price.Amount.Round(Rounding.Commercial).ToString());
        Assert.Equal("CNY 9.005", price.UnitPrice.ToString());
        Assert.True(price.Explain().IsVerified);
    }

    [Theory]
    [InlineData(4, "CNY 36.00")]
    [InlineData(5, "CNY 40.00")]
    public void A_break_by_value_is_reached_at_the_very_amount(int pieces, string amount)
    {
        var byValue = StepSchedule.From((Cny(0m), Cny(216m)), (Cny(45m), Cny(192m)));
        var price = BookOf(ListOf("cases", ItemPrice.ByValue(byValue, s_case))).With(InCasesOf(24)).Ask(pieces);

        // 5 × 216.00 ÷ 24 is 45.00.
        Assert.Equal(amount, price.Amount.ToString());
        Assert.Equal(pieces == 4 ? "1 PCE more: CNY 8.00, CNY 40.00 for 5 PCE" : null, price.NextBreak(s_one)?.ToString());
        Assert.True(price.Explain().IsVerified);
    }

    [Fact]
    public void A_price_that_is_a_decimal_is_printed_as_one()
    {
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Case, (0m, 30m), (10m, 27m));
        var price = BookOf(ListOf("threes", ItemPrice.Of(breaks))).With(InCasesOf(3)).Ask(29m);

        Assert.Equal("1 PCE more: CNY 9.00, CNY 270.00 for 30 PCE", price.NextBreak(s_one)!.Value.ToString());
        Assert.Equal("CNY 290.00", price.Amount.ToString());
        Assert.True(price.Explain().IsVerified);
    }

    [Fact]
    public void The_explanation_shows_the_two_numbers_of_the_conversion_and_no_quotient_of_them()
    {
        var text = BookOf(ListOf("cases", ItemPrice.Of(Cny(216.12m), s_case))).With(InCasesOf(24)).Ask(5m).Explain().ToString();

        Assert.Contains("units in 24 PCE: 1 CS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("≈", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_whose_ratio_has_many_digits_are_divided_once_too()
    {
        // A pound is 1 ÷ 2.20462262185 kg, a drum 453.59237 kg; a drum at as many yuan as it has pounds.
        var (pound, drum) = (UnitOfMeasure.FromCode("LBR"), UnitOfMeasure.FromCode("DR"));
        var units = UnitConversions.Of(UnitOfMeasure.Kilogram)
            .With(new Quantity(2.20462262185m, pound), new Quantity(1m, UnitOfMeasure.Kilogram))
            .With(new Quantity(1m, drum), new Quantity(453.59237m, UnitOfMeasure.Kilogram));
        var listed = Cny(2.20462262185m * 453.59237m);
        var price = BookOf(ListOf("drums", ItemPrice.Of(listed, new Quantity(1m, drum)))).With(PricedProduct.Of(Widget, units))
            .Ask(new Quantity(7m, pound));

        Assert.Equal((Cny(1m), Cny(7m)), (price.UnitPrice, price.Amount));
        Assert.True(price.Explain().IsVerified);
    }

    [Property]
    public void So_many_pieces_by_the_price_of_a_case_cost_the_fraction(
        PositiveInt pieces, PositiveInt inCase, PositiveInt cents, bool isBack)
    {
        var (size, listed) = (1 + (inCase.Get % 60), cents.Get / 100m);
        var ordered = isBack ? -pieces.Get : pieces.Get;
        var book = BookOf(ListOf("cases", ItemPrice.Of(Cny(listed), s_case))).With(InCasesOf(size));

        var price = book.Ask(ordered);

        Assert.Equal(Near((decimal)cents.Get * ordered / (100 * size)), Near(price.Amount.Amount));
        Assert.Equal(Near(cents.Get / (100m * size)), Near(price.UnitPrice.Amount));
        Assert.Equal(Cents(cents.Get, ordered, 100 * size), price.Amount.Round(Rounding.Commercial));

        // However many: whole cases cost a multiple of the price.
        Assert.Equal(Cny(listed * pieces.Get), book.Ask((decimal)pieces.Get * size).Amount);
        Assert.Empty(price.Explain().Verify());
    }

    [Property]
    public void Graduated_by_the_case_pieces_cost_the_fraction(PositiveInt pieces, PositiveInt inCase, PositiveInt cents, PositiveInt then)
    {
        var (size, bound) = (1 + (inCase.Get % 60), 1 + (then.Get % 5));
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Case, (0m, cents.Get / 100m), (bound, then.Get / 100m));
        var price = BookOf(ListOf("cases", ItemPrice.Of(breaks).Graduated())).With(InCasesOf(size)).Ask(pieces.Get);

        var first = Math.Min(pieces.Get, bound * size);
        var numerator = ((decimal)cents.Get * first) + ((decimal)then.Get * (pieces.Get - first));
        Assert.Equal(Near(numerator / (100 * size)), Near(price.Amount.Amount));
        Assert.Empty(price.Explain().Verify());
    }

    [Property]
    public void A_value_break_by_the_case_is_where_the_fraction_reaches_it(
        PositiveInt pieces, PositiveInt inCase, PositiveInt cents, PositiveInt at)
    {
        var (size, bound) = (1 + (inCase.Get % 60), at.Get % 10_000);
        var byValue = StepSchedule.From((Cny(0m), Cny(cents.Get / 100m)), (Cny((bound + 1) / 100m), Cny(0m)));
        var price = BookOf(ListOf("cases", ItemPrice.ByValue(byValue, s_case))).With(InCasesOf(size)).Ask(pieces.Get);

        Assert.Equal((long)cents.Get * pieces.Get >= (long)(bound + 1) * size, price.UnitPrice.IsZero);
        Assert.Empty(price.Explain().Verify());
    }

    [Property]
    public void A_changed_figure_of_a_price_is_named(PositiveInt pieces, PositiveInt choice, bool isByValue)
    {
        var byValue = StepSchedule.From((Cny(0m), Cny(216m)), (Cny(45m), Cny(192m)));
        var item = isByValue ? ItemPrice.ByValue(byValue, s_case) : ItemPrice.Of(Cny(216.12m), s_case);
        var formula = PriceFormula.Of("cases").Less(Percent(5)).Rounded(Rounding.ToStep(0.05m, RoundingMode.Up)).Plus(Cny(-0.01m))
            .WithTaxRate(Percent(13)).WithMargin(Percent(23), Percent(60));
        var gross = PriceList.Of("gross", Currency.CNY, TaxBasis.WithTax).For(Scope.Everything.Only(Dealer))
            .During(DateSpan.Always, PriceListVersion.Empty.WithFormula(formula));
        var book = BookOf(ListOf("cases", item), gross).With(InCasesOf(24).WithCost(Timeline.Always(Cny(pieces.Get % 12))));

        Tampering.IsNamed(book.Ask(pieces.Get).Explain(), choice.Get);
    }

    private static PricedProduct InCasesOf(int pieces) =>
        PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece).With(s_case, Quantity.Pieces(pieces)));

    /// <summary>The figure without the last of its digits, in which two correct divisions can differ.</summary>
    private static decimal Near(decimal value) => Rounding.ToDigits(18, RoundingMode.HalfEven).Round(value);

    /// <summary>The fraction rounded half away from zero, in whole numbers only.</summary>
    private static Money Cents(long cents, long quantity, long hundredths)
    {
        var (numerator, half) = (Math.Abs(cents * quantity) * 100 * 2, hundredths);
        return Cny(Math.Sign(quantity) * ((numerator + half) / (2 * hundredths)) / 100m);
    }
}
