using System;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>The value of a mix group is the sum of the values of its lines, whoever is asked and in whatever order.</summary>
public sealed class LawsOfValuesInAMixGroup
{
    private static readonly Quantity s_piece = Quantity.Pieces(1m);

    // A whole number of lines reaches the bound exactly now and then: prices are of halves, and the bound is a multiple of them.
    [Property]
    public void The_value_is_the_sum_of_the_values_of_the_lines(byte[] lines, byte bound, byte before)
    {
        QuoteLine[] asked = LinesOf(lines);
        if (asked.Length == 0)
            return;

        var level = 1m + (bound / 2m);
        var rules = Mixed(ByValue(level, 2.5m, 2m), ByValue(level, 4m, 3m));
        var value = asked.Sum(line => line.Quantity.Amount * FirstOf(line.Product)) + (before * 4m);
        var quotation = rules.Quote(Ask(asked).After(Bought(Screw, before)));

        Assert.All(
            quotation.Lines,
            line => Assert.Equal(
                line.Line.Product == Widget ? value >= level ? 2m : 2.5m : value >= level ? 3m : 4m, line.Price.UnitPrice.Amount));
        Assert.Empty(quotation.Explain().Verify());
    }

    [Property]
    public void The_order_of_lines_and_purchases_decides_nothing(byte[] lines, byte bound, byte[] before, int seed)
    {
        QuoteLine[] asked = LinesOf(lines);
        if (asked.Length == 0)
            return;

        var rules = Mixed(ByValue(1m + bound, 2.5m, 2m), ByValue(1m + bound, 4m, 3m));
        EarlierPurchase[] bought = [.. before.Select(each => Bought(each % 2 == 0 ? Widget : Screw, each / 4m))];
        var random = new Random(seed);
        var quotation = rules.Quote(Ask(asked).After(bought));
        var mixed = rules.Quote(
            Ask([.. asked.OrderBy(_ => random.Next())]).After([.. bought.OrderBy(_ => random.Next())]));

        Assert.Equal(quotation.Lines.Select(line => (line.Line, line.Net)), mixed.Lines.Select(line => (line.Line, line.Net)));
    }

    // With a discount of the order what is told is tried on all lines, and is what a quotation of them from the start comes to.
    [Property(MaxTest = 200)]
    public void What_is_told_of_a_larger_quantity_is_what_that_comes_to(byte[] lines, byte bound, byte before)
    {
        QuoteLine[] asked = LinesOf(lines);
        if (asked.Length == 0)
            return;

        var order = DiscountSchedule.Of(
            Rounding.Commercial, Discount.OfOrder("order", Percent(5m)).At(10),
            Discount.OfOrder("of widgets", Cny(3m)).For(Scope.Everything.Only(Widget)).At(20));
        var version = PriceListVersion.Empty.With(Widget, ByValue(1m + bound, 2.5m, 2m)).With(Screw, ByValue(1m + bound, 4m, 3m));
        var mixed = Rules(order, Always("both", version.Cumulative(DateSpan.OfYear(2026))))
            .CountingTogether(Scope.Everything.Only(Widget, Screw)).WithNearBreak(Percent(40m));
        var purchases = Bought(Screw, before);
        foreach (var line in mixed.Quote(Ask(asked).After(purchases)).Lines)
        {
            foreach (var told in line.Warnings.Where(told => told.Code is "pricing.quote-near-break" or "pricing.quote-inverted-scale"))
            {
                var more = told.Find("more") is { } missing ? Number(missing)
                    : Number(told.Find("quantity then")!.Value) - Number(told.Find("quantity")!.Value);
                var then = mixed.Quote(
                    Ask([.. asked.Select(each => each == line.Line ? QuoteLine.Of(each.Number, each.Product, Pieces(each, more)) : each)])
                        .After(purchases));

                // Of all lines of the product, which are priced together.
                var together = then.Lines.Where(each => each.Line.Product == line.Line.Product).Select(each => each.Net);
                Assert.Equal((Figure)Money.Sum(Currency.CNY, together), told.Find("amount then"));
                Assert.Equal((Figure)then.Net, told.Find("document then") ?? (Figure)then.Net);
            }
        }

        static decimal Number(Figure quantity) => decimal.Parse(quantity.ToString().Split(' ')[0], CultureInfo.InvariantCulture);

        static Quantity Pieces(QuoteLine line, decimal more) => Quantity.Pieces(line.Quantity.Amount + more);
    }

    // At one price for all, a value is a quantity: breaks at 40 pieces are breaks at 100.00 of 2.50.
    [Property]
    public void Products_of_one_price_are_counted_as_quantities_are(byte[] lines, byte pieces, byte before)
    {
        QuoteLine[] asked = LinesOf(lines);
        if (asked.Length == 0)
            return;

        var level = 1m + pieces;
        var (byValue, byQuantity) = (ByValue(2.5m * level, 2.5m, 2m), ItemPrice.Of(Breaks((0m, 2.5m), (level, 2m))));
        var request = Ask(asked).After(Bought(Screw, before));
        var (one, other) = (Mixed(byValue, byValue).Quote(request), Mixed(byQuantity, byQuantity).Quote(request));

        Assert.Equal(other.Lines.Select(line => line.Net), one.Lines.Select(line => line.Net));
        Assert.Equal(
            other.Lines.Select(line => Cny(2.5m * line.Price.BoughtBefore.Amount)),
            one.Lines.Select(line => line.Price.ValueBoughtBefore!.Value));
        Assert.Equal(
            other.Warnings.Select(reason => reason.ToString()), one.Warnings.Select(reason => reason.ToString()));
    }

    [Property]
    public void The_next_step_is_reached_by_what_is_said_to_be_missing_and_by_no_less(byte[] lines, byte bound)
    {
        QuoteLine[] asked = LinesOf(lines);
        if (asked.Length == 0)
            return;

        var rules = Mixed(ByValue(1m + bound, 2.5m, 2m), ByValue(1m + bound, 4m, 3m));
        var value = asked.Sum(line => line.Quantity.Amount * FirstOf(line.Product));
        foreach (var line in rules.Quote(Ask(asked)).Lines)
        {
            var missing = line.Price.NextBreak(s_piece)?.Missing.Amount;
            Assert.Equal(value >= 1m + bound ? (decimal?)null : Math.Ceiling((1m + bound - value) / FirstOf(line.Line.Product)), missing);
        }
    }

    [Property(MaxTest = 100)]
    public void A_changed_figure_of_a_group_is_named(
        PositiveInt widgets, PositiveInt screws, byte before, bool isInCases, NonNegativeInt choice)
    {
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));
        var line = isInCases ? QuoteLine.Of(2, Screw, new Quantity(screws.Get, UnitOfMeasure.Case)) : Screws(2, screws.Get);
        var rules = Mixed(ByValue(50m, 2.5m, 2m), ByValue(50m, 4m, 3m), PricedProduct.Of(Screw, units));
        var quotation = rules.Quote(Ask(Widgets(1, widgets.Get), line).After(Bought(Screw, before)));

        Tampering.IsNamed(quotation.Lines[0].Price.Explain(), choice.Get);
        Tampering.IsNamed(quotation.Lines[1].Price.Explain(), choice.Get);
    }

    private static decimal FirstOf(ProductId product) => product == Widget ? 2.5m : 4m;

    private static QuoteLine[] LinesOf(byte[] lines) =>
        [
            .. lines.Where(each => each > 1).Take(6).Select((each, i) =>
                QuoteLine.Of(i + 1, each % 2 == 0 ? Widget : Screw, Quantity.Pieces(each / 2))),
        ];

    private static EarlierPurchase Bought(ProductId product, decimal pieces) =>
        EarlierPurchase.Of(product, Quantity.Pieces(pieces), new LocalDate(2026, 3, 1));

    private static ItemPrice ByValue(decimal bound, decimal first, decimal second) =>
        ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(first)), (Cny(bound), Cny(second))), s_piece);

    private static QuotationRules Mixed(ItemPrice widget, ItemPrice screw, params PricedProduct[] products)
    {
        var version = PriceListVersion.Empty.With(Widget, widget).With(Screw, screw).Cumulative(DateSpan.OfYear(2026));
        var book = products.Aggregate(BookOf(Always("both", version)), (all, product) => all.With(product));
        return QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax)
            .CountingTogether(Scope.Everything.Only(Widget, Screw));
    }
}
