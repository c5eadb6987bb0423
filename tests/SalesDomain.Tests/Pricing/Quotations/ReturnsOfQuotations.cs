using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What is kept of a quotation is quoted anew, list breaks and discounts together.</summary>
public sealed class ReturnsOfQuotations
{
    private static readonly PriceList s_list = ListOf("list", ItemPrice.Of(Breaks((0m, 10m), (100m, 9.20m))));
    private static readonly Discount s_dealer = Discount.Percent("dealer", Percent(5m)).At(1);
    private static readonly Discount s_coupon = Discount.OfOrder("spring", Cny(100m)).FromAmount(Cny(1_000m)).At(2);

    // 120 × 9.20 less 5 % less 100.00 are 948.80; 100 are at 9.20 and 99 at 10.00, without the 100.00. The 90 that are kept cost 900.00
    // less 5 %. The 115 keep the 100.00, and 5 bring what was paid for them.
    [Theory]
    [InlineData(5, "39.53")]
    [InlineData(12, "4.88")]
    [InlineData(20, "74.80")]
    [InlineData(21, "8.30")]
    [InlineData(30, "93.80")]
    [InlineData(120, "948.80")]
    public void The_break_of_the_list_the_percentage_and_the_coupon_are_those_of_what_is_kept(int back, string credit)
    {
        var sale = ReturnedDocument.Of(Rules(Schedule(s_dealer, s_coupon), s_list).Quote(AskWidgets(120)));
        var given = sale.Credit(1, Quantity.Pieces(back));

        Assert.Equal("CNY 948.80", sale.Sold.Net.ToString());
        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        Assert.All(given.Lines, line => Assert.True(line.Explain().IsVerified, line.Explain().ToString()));
    }

    [Fact]
    public void The_reasons_say_which_price_and_which_discount_are_lost()
    {
        var credit = ReturnedDocument.Of(Rules(Schedule(s_dealer, s_coupon), s_list).Quote(AskWidgets(120)))
            .Credit(1, Quantity.Pieces(30));

        Assert.Equal(
            ["pricing.return-list-price-lost (line 1, kept 90 PCE, granted CNY 828.00, costs CNY 900.00, lost CNY 72.00)",
                "pricing.return-discount-lost (discount spring, granted CNY 75.00, kept CNY 0.00, lost CNY 75.00)"],
            credit.Reasons.Take(2).Select(reason => reason.ToString()));
        Assert.Equal("pricing.discount-below-minimum-amount", credit.Reasons[2].Code);
        Assert.Equal(Cny(855m), credit.After.RestQuotation!.Net);
    }

    [Fact]
    public void A_percentage_alone_is_of_the_list_price_of_what_is_kept()
    {
        var credit = ReturnedDocument.Of(Rules(Schedule(s_dealer), s_list).Quote(AskWidgets(120))).Credit(1, Quantity.Pieces(30));

        Assert.Equal(Cny(193.80m), credit.Amount);
        Assert.Equal(["pricing.return-list-price-lost"], credit.Reasons.Select(reason => reason.Code));
        Assert.Equal(Cny(855m), credit.After.Credit(1, Quantity.Pieces(90)).Amount);
    }

    [Fact]
    public void Graduated_prices_lose_their_lowest_part()
    {
        var graduated = ListOf("list", ItemPrice.Of(Breaks((0m, 10m), (100m, 9.20m))).Graduated());
        var credit = ReturnedDocument.Of(Rules(Schedule(s_dealer), graduated).Quote(AskWidgets(150))).Credit(1, Quantity.Pieces(50));

        Assert.Equal(Cny(437m), credit.Amount);
        Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
    }

    [Fact]
    public void A_list_by_formula_is_asked_again_too()
    {
        var dealer = Always("dealer", PriceListVersion.Empty.WithFormula(PriceFormula.Of("list").Less(Percent(5m))))
            .For(Scope.Everything.Only(Dealer));
        var credit = ReturnedDocument.Of(Rules(Schedule(s_coupon), s_list, dealer).Quote(AskWidgets(120))).Credit(1, Quantity.Pieces(30));

        Assert.Equal(Cny(93.80m), credit.Amount);
        Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
    }

    // 50 × 9.00 + 25 × 18.00 at 1,000.00 by first prices; 30 and 25 cost 300.00 + 500.00.
    [Fact]
    public void A_mix_group_by_value_is_that_of_what_is_kept()
    {
        var list = Always(
            "both",
            PriceListVersion.Empty.With(Widget, Stepped(10m, 9m)).With(Screw, Stepped(20m, 18m)));
        var rules = Rules(list).CountingTogether(Scope.Everything.Only(Widget, Screw));
        var sale = ReturnedDocument.Of(rules.Quote(Ask(Widgets(1, 50), Screws(2, 25))));
        var credit = sale.Credit(1, Quantity.Pieces(20));

        Assert.Equal(Cny(900m), sale.Sold.Net);
        Assert.Equal(["line 1: 20 PCE, CNY 150.00", "line 2: CNY -50.00"], credit.Lines.Select(line => line.ToString()));
        Assert.Equal(Cny(100m), credit.Amount);
        Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
        Assert.Equal("CNY 150.00 + 13% CNY 19.50 = CNY 169.50", credit.Lines[0].Split(Vat, Rounding.Commercial).ToString());
    }

    // 120 at the 9.20 of the year before, when 90 cost 10.00 each; now it is 20.00.
    [Fact]
    public void The_day_of_the_prices_is_that_of_the_sale()
    {
        var last = new LocalDate(2025, 12, 31);
        var list = PriceList.Of("list", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Until(last), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Breaks((0m, 10m), (100m, 9.20m)))))
            .During(DateSpan.From(last.PlusDays(1)), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(20m))));
        var sale = ReturnedDocument.Of(Rules(list).Quote(AskWidgets(120).WithPriceDate(last)));

        Assert.Equal(Cny(204m), sale.Credit(1, Quantity.Pieces(30)).Amount);
    }

    // 80 after 60 are at 9.20; 30 after 60 are 90, at 10.00.
    [Fact]
    public void What_was_bought_before_counts_as_at_the_sale()
    {
        var list = Always(
            "list",
            PriceListVersion.Empty.With(Widget, ItemPrice.Of(Breaks((0m, 10m), (100m, 9.20m)))).Cumulative(DateSpan.OfYear(2026)));
        var request = AskWidgets(80).After(EarlierPurchase.Of(Widget, Quantity.Pieces(60), new LocalDate(2026, 3, 1)));
        var sale = ReturnedDocument.Of(Rules(list).Quote(request));

        Assert.Equal(Cny(736m), sale.Sold.Net);
        Assert.Equal(Cny(436m), sale.Credit(1, Quantity.Pieces(50)).Amount);
    }

    // Sold from 100 pieces on alone: what is kept has no price, and keeps that of the sale.
    [Fact]
    public void What_has_no_price_any_more_keeps_that_of_the_sale()
    {
        var list = Always(
            "list",
            PriceListVersion.Empty.With(Widget, ItemPrice.Of(Breaks((100m, 9m)))).With(Screw, ItemPrice.Of(Breaks((0m, 2m), (10m, 1m)))));
        var sale = ReturnedDocument.Of(Rules(list).Quote(Ask(Widgets(1, 120), Screws(2, 10))));
        var credit = sale.Credit((1, Quantity.Pieces(30)), (2, Quantity.Pieces(1)));

        Assert.Equal(["line 1: 30 PCE, CNY 270.00", "line 2: 1 PCE, CNY -8.00"], credit.Lines.Select(line => line.ToString()));
        Assert.Equal(
            ["pricing.return-no-price", "pricing.return-list-price-lost"], credit.Reasons.Select(reason => reason.Code));
        Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
    }

    [Fact]
    public void What_is_no_whole_sale_is_refused()
    {
        var rules = Rules(s_list);
        var sold = rules.Quote(AskWidgets(120));

        Assert.Throws<ArgumentException>("quotation", () => ReturnedDocument.Of(rules.Quote(Ask(Widgets(1, 1), Screws(2, 1)))));
        Assert.Throws<ArgumentOutOfRangeException>("recorded", () => ReturnedDocument.Of(sold, (1, Quantity.Pieces(121), Cny(0m))));
        Assert.Same(sold, ReturnedDocument.Of(sold).RestQuotation);
        Assert.Null(ReturnedDocument.Of(sold.Discounted!).Quotation);
        Assert.Null(ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(120)).After.RestQuotation);
    }

    [Property(MaxTest = 100)]
    public void A_credit_is_the_net_less_a_plain_quotation_of_the_rest_and_at_most_what_was_paid(
        PositiveInt widgets, PositiveInt screws, PositiveInt first, PositiveInt second, bool isGraduated)
    {
        var price = ItemPrice.Of(Breaks((0m, 10m), (5m, 9.20m), (9m, 8.15m)));
        var rules = Rules(
            Schedule(s_dealer, Discount.OfOrder("spring", Cny(7m)).FromAmount(Cny(60m)).At(2)),
            Always(
                "both",
                PriceListVersion.Empty.With(Widget, isGraduated ? price.Graduated() : price).With(Screw, ItemPrice.Of(Cny(3.33m)))));
        var (w, s) = ((widgets.Get % 14) + 1, (screws.Get % 9) + 1);
        var quotation = rules.Quote(Ask(Widgets(1, w), Screws(2, s)));
        var sale = ReturnedDocument.Of(quotation);
        var most = Cny(0m);
        var recorded = Array.Empty<(int Line, Quantity Returned, Money Credited)>();
        foreach (var (line, back) in new[] { (1, first.Get % w), (2, second.Get % s) }.Where(each => each.Item2 > 0))
        {
            var credit = sale.Credit(line, Quantity.Pieces(back));
            sale = credit.After;
            var plain = rules.Quote(Ask(Widgets(1, w - sale.ReturnedOf(1).Amount), Screws(2, s - sale.ReturnedOf(2).Amount)));
            most = Money.Max(most, Money.Min(quotation.Net - plain.Net, Discounts.ReturnsUpToWhatWasPaid.PaidFor(sale)));

            Assert.Equal(most, sale.Credited);
            Assert.Equal(plain.Net, sale.Rest!.Net);
            Assert.Equal(credit.Amount, Money.Sum(Currency.CNY, credit.Lines.Select(each => each.Amount)));
            Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
            recorded = [.. recorded, .. credit.Lines.Select(each => (each.Number, each.Returned, each.Amount))];
            Assert.Equal(sale.ToString(), ReturnedDocument.Of(quotation, recorded).ToString());
        }

        Assert.Equal(
            quotation.Net,
            sale.Credit((1, Quantity.Pieces(w) - sale.ReturnedOf(1)), (2, Quantity.Pieces(s) - sale.ReturnedOf(2)))
                .After.Credited);
    }

    private static ItemPrice Stepped(decimal first, decimal then) =>
        ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(first)), (Cny(1_000m), Cny(then))), Quantity.Pieces(1m));

    private static DiscountSchedule Schedule(params Discount[] discounts) => DiscountSchedule.Of(Rounding.Commercial, discounts);
}
