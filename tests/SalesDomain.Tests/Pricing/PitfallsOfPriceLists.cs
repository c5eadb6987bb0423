using System;
using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>What peers got wrong in price lists, by the numbers of the domain notes.</summary>
public sealed class PitfallsOfPriceLists
{
    private static readonly DateSpan[] s_quarters = [.. Enumerable.Range(1, 4).Select(quarter => DateSpan.OfQuarter(2026, quarter))];

    [Theory]
    [InlineData("99", "990", "990")]
    [InlineData("99.5", "995", "915.4")]
    [InlineData("100", "920", "920")]
    [InlineData("999", "9190.8", "9190.8")]
    [InlineData("999.5", "9195.4", null)]
    public void P_10_a_from_scale_takes_the_bound_into_the_new_step_and_a_to_scale_leaves_it_in_the_old(
        string pieces, string from, string? upTo)
    {
        // The same steps, once from 100 and once up to 99: between them they differ, and above the last there is no price, not zero.
        var quantity = Quantity.Pieces(Number(pieces));
        var fromScale = BookOf(ListOf("from", ItemPrice.Of(Breaks((0m, 10m), (100m, 9.2m))))).Ask(quantity);
        var toScale = BookOf(ListOf(
            "to", ItemPrice.Of(TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (99m, 10m), (999m, 9.2m))))).Ask(quantity);

        Assert.Equal(Cny(Number(from)), fromScale.Amount);
        Assert.Equal(upTo is null ? null : Cny(Number(upTo)), toScale.HasPrice ? toScale.Amount : (Money?)null);
        Assert.Equal(upTo is null, toScale.Reasons().Any(reason => reason.Code == "pricing.no-break"));
        if (upTo is null)
            Assert.Throws<InvalidOperationException>(() => toScale.Amount);
    }

    // Several records of one product, with days (ERPNext #29806, #42935, #50556, #54674): today's is taken, whatever else there is.
    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", "9")]
    [InlineData("2026-03-30", "9")]
    [InlineData("2026-03-31", "8")]
    [InlineData("2026-04-01", "10")]
    [InlineData("2026-06-30", "10")]
    [InlineData("2026-07-01", null)]
    [InlineData("2026-10-01", "12")]
    public void P_12_of_several_dated_records_the_one_of_the_price_date_holds(string day, string? price)
    {
        var retail = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
            .During(s_quarters[3], Version(12m)).During(s_quarters[0], Version(9m)).During(s_quarters[1], Version(10m));
        var action = PriceList.Of("action", Currency.CNY, TaxBasis.WithoutTax).WithPrecedence(1).During(DateSpan.On(Day), Version(8m));
        var on = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

        foreach (var book in new[] { BookOf(retail, action), BookOf(action, retail) })
        {
            var resolved = book.Ask(Quantity.Pieces(1m), on: on);

            Assert.Equal(price is null ? null : Cny(Number(price)), resolved.HasPrice ? resolved.UnitPrice : (Money?)null);
        }
    }

    // Odoo #1863: each move by itself meets the neighbour that has not moved yet.
    [Fact]
    public void P_13_a_bound_between_two_versions_is_moved_in_both_directions_at_once()
    {
        var list = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax)
            .During(s_quarters[0], Version(9m)).During(s_quarters[1], Version(10m));
        foreach (var last in new LocalDate[] { new(2026, 3, 15), new(2026, 4, 15) })
        {
            var moved = list.WithVersions(Timeline.Of(
                (new DateSpan(last.PlusDays(1), new(2026, 6, 30)), Version(10m)), (new DateSpan(new(2026, 1, 1), last), Version(9m))));

            Assert.Equal(Cny(9m), BookOf(moved).Ask(Quantity.Pieces(1m), on: last).UnitPrice);
            Assert.Equal(Cny(10m), BookOf(moved).Ask(Quantity.Pieces(1m), on: last.PlusDays(1)).UnitPrice);
        }

        Assert.Throws<ArgumentException>(() => list.During(DateSpan.On(new(2026, 4, 15)), Version(9m)));
    }

    // metasfresh #20991: what is newer was taken, though it was what the house pays.
    [Fact]
    public void P_14_a_cost_that_is_newer_than_the_price_does_not_become_the_price()
    {
        var retail = PriceList.Of("retail", Currency.CNY, TaxBasis.WithoutTax).During(DateSpan.OfYear(2026), Version(10m));
        var bought = PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece))
            .WithCost(Timeline.Of((DateSpan.OfYear(2025), Cny(6m)), (DateSpan.From(Day), Cny(7m))));
        var margin = Always("margin", PriceListVersion.Empty.WithFormula(PriceFormula.OfCost().AtMargin(Percent(30))))
            .For(Scope.Everything.Only(new CustomerId("other")));
        var book = BookOf(retail, margin).With(bought);

        Assert.Equal((Cny(10m), "retail"), (book.Ask(1m).UnitPrice, book.Ask(1m).Winner!.Name));
        Assert.False(book.Ask(Quantity.Pieces(1m), on: new(2027, 1, 1)).HasPrice);
    }

    // Spree #14432, ERPNext #19843: zero fell back to the base price.
    [Fact]
    public void P_15_zero_is_a_price_as_a_break_by_a_formula_converted_and_as_the_lowest()
    {
        var sample = ListOf("sample", ItemPrice.Of(Breaks((0m, 0m), (6m, 10m)))).For(Scope.Everything.Only(Dealer));
        var retail = ListOf("retail", ItemPrice.Of(Cny(50m)));

        Assert.Equal((Cny(0m), "sample"), (BookOf(retail, sample).Ask(5m).Amount, BookOf(retail, sample).Ask(5m).Winner!.Name));
        Assert.Equal(Cny(60m), BookOf(retail, sample).Ask(6m).Amount);
        Assert.Equal("sample", BookOf(retail, sample).TakingLowest().Ask(5m).Winner!.Name);

        var halved = Always("halved", PriceListVersion.Empty.WithFormula(PriceFormula.Of("sample").Less(Percent(50)))).WithPrecedence(1);
        var computed = BookOf(retail, sample.For(Scope.Everything.Only(new CustomerId("other"))), halved).Ask(5m);
        Assert.Equal((Cny(0m), "halved"), (computed.Amount, computed.Winner!.Name));

        var gift = ListOf("gift", ItemPrice.Of(new Money(0m, Currency.USD)), Currency.USD);
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7m, Day));
        var converted = BookOf(gift).WithRates(rates).WithGenericCurrency(Currency.USD).Ask(3m);
        Assert.Equal((true, Cny(0m)), (converted.HasPrice, converted.Amount));

        // A cost of zero is known, too, and no cost at all is not zero.
        Assert.Equal(Cny(50m), PriceWaterfall.Of(Cny(50m)).WithCost(Cny(0m)).PocketMargin);
        Assert.Null(PriceWaterfall.Of(Cny(50m)).PocketMargin);
    }

    // ERPNext #31747: what was granted at 100 stayed on the line at 99.
    [Fact]
    public void P_17_a_break_is_left_when_the_quantity_drops()
    {
        var book = BookOf(ListOf("retail", ItemPrice.Of(Breaks((0m, 10m), (100m, 9.2m)))));

        Assert.Equal([Cny(9.2m), Cny(10m), Cny(9.2m)], new[] { 100m, 99m, 100m }.Select(pieces => book.Ask(pieces).UnitPrice));
    }

    // POS-Awesome #2728: 10 became 5,310 though it was in the currency of the document.
    [Fact]
    public void P_18_what_is_in_the_currency_of_the_document_is_not_converted_and_anything_else_once()
    {
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 531m, Day));
        var dollars = ListOf("dollars", ItemPrice.Of(new Money(10m, Currency.USD)), Currency.USD);
        var own = ListOf("own", ItemPrice.Of(Cny(10m)));
        PriceBook Converting(params PriceList[] lists) => BookOf(lists).WithRates(rates).WithGenericCurrency(Currency.USD);

        Assert.Equal((Cny(10m), false), (Converting(dollars, own).Ask(1m).Amount, Converting(dollars, own).Ask(1m).IsConverted));
        Assert.Equal((Cny(5_310m), true), (Converting(dollars).Ask(1m).Amount, Converting(dollars).Ask(1m).IsConverted));
    }

    [Theory]
    [InlineData("1.7335", 20, "34.67", "34.60")]
    [InlineData("0.1683", 3, "0.50", "0.51")]
    public void P_21_by_the_line_or_by_the_unit_is_declared(string price, int pieces, string byLine, string byUnit)
    {
        var listed = ListOf("listed", ItemPrice.Of(Cny(Number(price))));
        var rounded = Always("rounded", PriceListVersion.Empty.WithFormula(PriceFormula.Of("listed").Rounded(Rounding.Commercial)))
            .WithPrecedence(1);

        Assert.Equal(Cny(Number(byLine)), BookOf(listed).Ask(pieces).Amount.Round(Rounding.Commercial));
        Assert.Equal(Cny(Number(byUnit)), BookOf(listed, rounded).Ask(pieces).Amount);
    }

    // Nobody's printed figure is believed: each is worked out here in two ways, and what was printed is neither.
    [Fact]
    public void P_29_a_percentage_printed_as_127_850_96_is_148_008_80()
    {
        var turnover = Cny(740_044m);
        var expected = turnover - (turnover * 0.8m);

        var rebate = WaterfallRule.Percent("rebate", WaterfallBase.InvoiceNet, Percent(20));
        var line = new SalesLineBuilder
        {
            Stage = Stage.Invoiced, Document = new DocumentId("INV-1"), Line = 1, Date = Day, Customer = Dealer, Product = Widget,
            Quantity = Quantity.Pieces(1m), ListAmount = turnover, NetAmount = turnover, Tax = Cny(0m),
        }.Build();
        var given = WaterfallSchedule.Of(Rounding.Commercial, rebate).Evaluate(line).Waterfall!;

        Assert.Equal(expected, given.OffInvoice);
        Assert.Equal(Cny(148_008.80m), expected);
        Assert.True(given.Explain().IsVerified);
    }

    [Fact]
    public void P_29_a_line_printed_as_34_76_is_34_67()
    {
        var added = Money.Sum(Currency.CNY, Enumerable.Repeat(Cny(1.7335m), 20));

        Assert.Equal(added, BookOf(ListOf("listed", ItemPrice.Of(Cny(1.7335m)))).Ask(20m).Amount);
        Assert.Equal(Cny(34.67m), added);
    }

    // annualreporting.info/ifrs-15-volume-discounts-and-margin-guarantees: the second tranche is printed as 500,000 boxes, for 450,000.
    [Fact]
    public void P_29_a_tranche_printed_as_500_000_boxes_is_50_000()
    {
        var steps = Breaks((0m, 10m), (100_000m, 9m), (200_000m, 8m));
        var tranches = steps.Portions(Quantity.Pieces(150_000));

        Assert.Equal([100_000m, 50_000m], tranches.Select(tranche => tranche.Base.Amount));
        Assert.Equal([Cny(1_000_000m), Cny(450_000m)], tranches.Select(tranche => tranche.Result));
        Assert.Equal(Cny(1_450_000m), BookOf(ListOf("boxes", ItemPrice.Of(steps).Graduated())).Ask(150_000).Amount);
    }

    // To the dime 10.445 was printed as 10.50: rounded to 10.45 first, and then again.
    [Fact]
    public void P_29_a_price_is_rounded_once()
    {
        var formula = PriceFormula.Of("listed").Rounded(Rounding.ToStep(0.10m, RoundingMode.HalfAwayFromZero));
        var book = BookOf(
            ListOf("listed", ItemPrice.Of(Cny(10.445m))), Always("dime", PriceListVersion.Empty.WithFormula(formula)).WithPrecedence(1));
        var dimes = Math.Floor((10.445m / 0.10m) + 0.5m);

        Assert.Equal(Cny(dimes * 0.10m), book.Ask(1m).UnitPrice);
        Assert.Equal(Cny(10.40m), book.Ask(1m).UnitPrice);
        Assert.Equal(10.50m, formula.Rounding!.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero).Round(10.445m)));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(150)]
    [InlineData(600)]
    public void P_29_a_graduated_amount_is_the_sum_of_its_pieces(int pieces)
    {
        var steps = Breaks((0m, 10m), (100m, 9.2m), (500m, 8.5m));
        var book = BookOf(ListOf("graduated", ItemPrice.Of(steps).Graduated()));

        // Each piece costs what the step says that the one before it has not filled.
        var oneByOne = Money.Sum(Currency.CNY, Enumerable.Range(0, pieces).Select(before => steps.PriceAt(Quantity.Pieces(before))));

        Assert.Equal(oneByOne, book.Ask(pieces).Amount);
    }

    private static PriceListVersion Version(decimal price) => PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(price)));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
