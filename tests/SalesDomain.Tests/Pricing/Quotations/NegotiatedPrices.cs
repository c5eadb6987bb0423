using System;
using System.Globalization;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>A price that a salesman agreed for one line.</summary>
public sealed class NegotiatedPrices
{
    private static readonly DiscountSchedule s_dealer = DiscountSchedule.Of(
        Rounding.Commercial, Discount.Percent("dealer", Percent(8m)));

    [Fact]
    public void The_list_price_stays_and_the_difference_is_a_deduction_of_its_own()
    {
        var quotation = Rules(s_dealer, Practice).Quote(Ask(Widgets(1, 10).Priced(88m)));

        var line = quotation.Lines.Single();
        Assert.Equal(Cny(100m), line.Price.UnitPrice);
        Assert.Equal(
            (Cny(1_000m), Cny(120m), Cny(880m)), (line.Discounted!.ListAmount, line.Discounted.Negotiated, line.Discounted.Net));
        Assert.Equal(Percent(12m), quotation.Discounted!.EffectiveDiscount);
        Assert.Empty(quotation.Discounted.Deductions);
        Assert.Equal("pricing.discount-other-kind", quotation.Discounted.Reasons.Single().Code);
        Assert.Empty(quotation.Warnings);
        Assert.Empty(quotation.Explain().Verify());
        Assert.Empty(quotation.Discounted.ExplainEffectiveDiscount().Verify());
    }

    [Theory]
    [InlineData(88, 4, 352)]
    [InlineData(88, 10, 880)]
    [InlineData(110, 4, 440)]
    public void What_comes_back_of_it_is_credited_at_it(int price, int pieces, int credit)
    {
        var quotation = Rules(s_dealer, Practice).Quote(Ask(Widgets(1, 10).Priced(price)));
        var given = ReturnedDocument.Of(quotation.Discounted!).Credit(1, Quantity.Pieces(pieces));

        Assert.Equal(Cny(credit), given.Amount);
        Assert.Equal(pieces == 10 ? null : Cny(price), given.After.Rest?.Lines.Single().Line.NegotiatedPrice);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Theory]
    [InlineData("17.991", true)]
    [InlineData("17.99", false)]
    public void At_the_limit_it_is_within_it_though_the_line_was_rounded(string price, bool isWithin)
    {
        // 17.991 is exactly 10 % off 19.99; the line comes to 17.99, which is 10.005 %.
        var seller = new RoleId("sales");
        var authority = PriceAuthority.Of(Authority.Over(PriceAuthority.Discount)
            .With(seller, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(10m)))));
        var rules = Rules(ListOf("P", ItemPrice.Of(Breaks((0m, 19.99m))))).WithAuthority(authority);
        var ask = Ask(Widgets(1, 1).Priced(decimal.Parse(price, CultureInfo.InvariantCulture))).WithDocument(new DocumentId("Q-1"));
        var approval = rules.Quote(ask).Approval!;

        Assert.Equal(isWithin ? seller : default(RoleId?), approval.Role);
        Assert.True(approval.Explain().IsVerified);
    }

    [Fact]
    public void Two_lines_of_one_product_may_differ()
    {
        var quotation = Rules(s_dealer, Practice).Quote(Ask(Widgets(1, 10).Priced(88m), Widgets(2, 10).Priced(90m), Widgets(3, 10)));

        Assert.Equal([Cny(880m), Cny(900m), Cny(920m)], quotation.Lines.Select(line => line.Net));
    }

    [Fact]
    public void A_discount_that_includes_special_prices_comes_upon_it_too()
    {
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("cash", Percent(10m)).Including(PriceKind.Special).At(1),
            Discount.Percent("of list", Percent(1m)).On(DiscountBase.List).Including(PriceKind.Special).At(2));

        var quotation = Rules(discounts, Practice).Quote(Ask(Widgets(1, 10).Priced(88m)));

        Assert.Equal(Cny(880m - 88m - 8.80m), quotation.Net);
        Assert.Empty(quotation.Explain().Verify());
    }

    [Theory]
    [InlineData(90, 900, false)]
    [InlineData(89.99, 900, true)]
    [InlineData(90.01, 900.10, false)]
    public void It_stops_at_a_floor(double price, double net, bool isTold)
    {
        var quotation = Rules(Practice).Quote(Ask(Widgets(1, 10).Priced((decimal)price).NotBelow(90m)));

        Assert.Equal(Cny((decimal)net), quotation.Net);
        Assert.Equal(isTold ? ["pricing.quote-held-at-floor"] : [], quotation.CodesOf());
        Assert.Empty(quotation.Explain().Verify());
    }

    [Theory]
    [InlineData(100, 1_000, false)]
    [InlineData(100.01, 1_000.10, true)]
    [InlineData(110, 1_100, true)]
    public void Above_list_it_is_charged_and_hides_no_discount(double price, double net, bool isTold)
    {
        var quotation = Rules(s_dealer, Practice).Quote(Ask(Widgets(1, 10).Priced((decimal)price), Widgets(2, 10).Priced(80m)));

        Assert.Equal(Cny((decimal)net), quotation.Lines[0].Net);
        Assert.Equal(Cny((decimal)net), quotation.Lines[0].Discounted!.ListAmount);
        Assert.Equal(Cny(200m), quotation.Discounted!.Discounted);
        Assert.Equal(isTold ? ["pricing.quote-above-list"] : [], quotation.CodesOf());
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void It_is_of_the_unit_that_it_names()
    {
        var rules = QuotationRules.Of(
            InCases(70m, Practice), DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax);

        var quotation = rules.Quote(
            Ask(InCase(1, 2).Priced(88m), Widgets(2, 12).AtPrice(Cny(1_080m), UnitOfMeasure.Case), Widgets(3, 1)
                .AtPrice(Cny(1m), UnitOfMeasure.Kilogram)));

        Assert.Equal([Cny(2_112m), Cny(1_080m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal(
            "line 3: pricing.quote-unknown-unit (line 3, product WIDGET, ordered PCE, unit KGM)", quotation.Unpriced.Single().ToString());
        Assert.Empty(quotation.Explain().Verify());
    }

    [Fact]
    public void An_authority_judges_it_and_an_approval_lets_it_below_its_floor()
    {
        var (salesperson, manager, id) = (new RoleId("salesperson"), new RoleId("area manager"), new DocumentId("Q-1"));
        var table = Authority.Over(PriceAuthority.Discount, PriceAuthority.BelowFloor)
            .With(
                salesperson, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(10m))),
                (PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percent(0m))))
            .With(
                manager, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(20m))),
                (PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percent(5m))));
        var rules = Rules(s_dealer, Practice).WithAuthority(PriceAuthority.Of(table));
        QuoteRequest Asked(decimal price) => Ask(Widgets(1, 10).Priced(price).NotBelow(90m)).WithDocument(id);

        Assert.Equal(salesperson, rules.Quote(Asked(90m)).Approval!.Role);
        Assert.Equal(manager, rules.Quote(Ask(Widgets(1, 10).Priced(89.99m)).WithDocument(id)).Approval!.Role);

        var approval = Approval.ForDocument(new DocumentId("A-1"), manager, Day, DateSpan.On(Day), id)
            .With(PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(15m)))
            .With(PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percent(5m)));
        var approved = rules.Quote(Asked(88m).WithApprovals(approval));
        Assert.Equal((Cny(880m), salesperson), (approved.Net, approved.Approval!.Role!.Value));
        Assert.Equal(Cny(855m), rules.Quote(Asked(80m).WithApprovals(approval)).Net);
        Assert.Empty(approved.Approval.Explain().Verify());
        Assert.Empty(approved.Explain().Verify());
    }

    [Fact]
    public void What_no_list_has_a_price_for_is_sold_at_what_was_agreed()
    {
        var quotation = Rules(s_dealer, Practice).Quote(Ask(Widgets(1, 10).Priced(100m), Screws(2, 1).Priced(12_000m)));

        Assert.True(quotation.IsComplete);
        Assert.Equal((Cny(13_000m), Cny(1_690m), Cny(14_690m)), (quotation.Net, quotation.Tax, quotation.Gross));
        var line = quotation.Lines[1].Discounted!;
        Assert.Equal((Cny(12_000m), Cny(0m), Cny(12_000m)), (line.ListAmount, line.Negotiated, line.Net));
        Assert.Equal(Cny(12_000m), line.Line.NegotiatedPrice);
        Assert.False(quotation.Lines[1].Price.HasPrice);
        Assert.Equal(Percent(0m), quotation.Discounted!.EffectiveDiscount);
        Assert.Equal(
            "pricing.quote-agreed-without-list (line 2, product SCREW, price CNY 12000.00, unit PCE, amount CNY 12000.00, "
            + "why pricing.no-item)",
            quotation.Warnings.Single().ToString());
        Assert.Empty(quotation.Explain().Verify());
        Assert.Empty(quotation.Discounted.ExplainEffectiveDiscount().Verify());

        // Nothing agreed and nothing listed stays unpriced, and what was agreed must still be of a unit that converts.
        Assert.Equal(
            ["pricing.no-item", "pricing.quote-unknown-unit"],
            Rules(Practice).Quote(Ask(Screws(1, 1), Screws(2, 1).AtPrice(Cny(1m), UnitOfMeasure.Kilogram))).Unpriced
                .Select(unpriced => unpriced.Reasons.Single().Code));
    }

    [Theory]
    [InlineData(9_600, true)]
    [InlineData(9_601, false)]
    public void An_authority_judges_it_by_its_margin(int cost, bool isHis)
    {
        var (salesperson, manager) = (new RoleId("salesperson"), new RoleId("area manager"));
        var authority = PriceAuthority.Of(
            Authority.Over(PriceAuthority.Discount, PriceAuthority.Margin)
                .With(
                    salesperson, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(0m))),
                    (PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(20m))))
                .With(
                    manager, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(0m))),
                    (PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(10m)))));
        var book = BookOf(Practice).With(
            PricedProduct.Of(Screw, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(Timeline.Always(Cny(cost))));
        var rules = QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax)
            .WithAuthority(authority);

        var quotation = rules.Quote(Ask(Screws(1, 1).Priced(12_000m)).WithDocument(new DocumentId("Q-1")));

        Assert.Equal(isHis ? salesperson : manager, quotation.Approval!.Role);
        Assert.Empty(quotation.Approval.Explain().Verify());
    }

    [Theory]
    [InlineData(12_000, false)]
    [InlineData(12_001, true)]
    public void Without_a_list_price_a_floor_above_it_is_told(int floor, bool isTold)
    {
        var quotation = Rules(Practice).Quote(Ask(Screws(1, 1).Priced(12_000m).NotBelow(floor)));

        Assert.Equal(Cny(12_000m), quotation.Net);
        Assert.Equal(
            isTold ? ["pricing.quote-agreed-without-list", "pricing.quote-below-floor"] : ["pricing.quote-agreed-without-list"],
            quotation.CodesOf());
    }

    [Fact]
    public void What_comes_back_of_what_no_list_has_is_credited_at_what_was_agreed()
    {
        var quotation = Rules(s_dealer, Practice).Quote(Ask(Screws(1, 10).Priced(88m)));
        var given = ReturnedDocument.Of(quotation.Discounted!).Credit(1, Quantity.Pieces(4));

        Assert.Equal(Cny(352m), given.Amount);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Fact]
    public void It_does_not_count_for_the_break_of_other_lines()
    {
        var list = ListOf("list", ItemPrice.Of(Breaks((0m, 100m), (100m, 96m))));

        var quotation = Rules(list).Quote(Ask(Widgets(1, 60), Widgets(2, 60).Priced(90m)));

        Assert.Equal([Cny(6_000m), Cny(5_400m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal(
            Cny(5_760m), Rules(list).CountingAlso(PriceKind.Special).Quote(Ask(Widgets(1, 60), Widgets(2, 60).Priced(90m))).Lines[0].Net);
    }

    [Fact]
    public void What_comes_back_or_is_free_has_none()
    {
        var returned = QuoteLine.Returned(1, Widget, Quantity.Pieces(1m), Cny(1m), TaxBasis.WithTax);

        Assert.Throws<InvalidOperationException>(() => returned.Priced(1m));
        Assert.Throws<InvalidOperationException>(() => Widgets(1, 1).With(PriceKind.Free).Priced(1m));
        Assert.Throws<InvalidOperationException>(() => Widgets(1, 1).Priced(1m).With(PriceKind.Free));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => Widgets(1, 1).Priced(-0.01m));
        Assert.Equal(
            "1: 1 PCE WIDGET, at CNY 1.00 per PCE, not below CNY 0.50 per PCE", Widgets(1, 1).Priced(1m).NotBelow(0.5m).ToString());
    }
}
