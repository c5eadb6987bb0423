using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>A cost, a floor, terms or a list that changes before the quotation ends is told with both figures.</summary>
public sealed class WhatChangesBeforeAQuotationEnds
{
    private static readonly LocalDate s_april = new(2026, 4, 1);
    private static readonly RoleId s_rep = new("rep");
    private static readonly RoleId s_director = new("director");

    // Quoted on 31 March: cost 70 → 95 on 1 April at a price of 90, 22.22 % → −5.56 %.
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(30, true)]
    public void A_cost_with_the_margin_that_it_leaves(int days, bool isTold)
    {
        var quotation = Costing(70m, 95m).ValidFor(days).Quote(Ask(Widgets(1, 10).Priced(90m)));

        Assert.Equal(isTold ? ["pricing.quote-cost-ends"] : [], quotation.CodesOf());
        if (days != 30)
            return;

        Assert.Equal(
            "pricing.quote-cost-ends (line 1, until 2026-03-31, valid until 2026-04-30, cost CNY 700.00, cost then CNY 950.00, "
            + "net CNY 900.00, margin 22.22%, margin then -5.56%)",
            quotation.Warnings.Single().ToString());
        Assert.Equal(quotation.Warnings, quotation.Lines[0].Warnings);
    }

    [Fact]
    public void The_same_cost_in_another_slice_is_no_change_and_one_that_is_not_known_is()
    {
        Assert.Empty(Costing(70m, 70m).ValidFor(30).Quote(AskWidgets(10)).Warnings);
        var quotation = Costing(70m, null).ValidFor(30).Quote(AskWidgets(10));

        Assert.Equal(
            "pricing.quote-cost-ends (line 1, until 2026-03-31, valid until 2026-04-30, cost CNY 700.00, cost then none, "
            + "net CNY 1000.00, margin 30%, margin then none)",
            quotation.Warnings.Single().ToString());
    }

    // The salesman may go to a margin of 20 %, the director below: at the cost of April 5 % are left of 100.00.
    [Theory]
    [InlineData(80, null)]
    [InlineData(80.01, "director")]
    [InlineData(95, "director")]
    public void A_cost_that_leaves_less_than_the_limit_of_who_may_approve(double cost, string? role)
    {
        var quotation = Costing(70m, (decimal)cost).WithAuthority(Margins(20m)).ValidFor(30)
            .Quote(AskWidgets(10).WithDocument(new DocumentId("Q-1")));

        Assert.Equal(s_rep, quotation.Approval!.Role);
        Assert.Equal(role, quotation.Find("pricing.quote-role-rises")?.Find("role then")?.ToString());
        if (cost == 95)
        {
            Assert.Equal(
                "pricing.quote-role-rises (until 2026-03-31, valid until 2026-04-30, role rep, role then director, figure margin, "
                + "value then 5%, limit 20%)",
                quotation.Find("pricing.quote-role-rises")!.Value.ToString());
        }
    }

    [Fact]
    public void A_cost_that_is_worst_between_and_an_approval_that_holds_at_it()
    {
        var id = new DocumentId("Q-1");
        var cost = Timeline.Of(
            (DateSpan.Until(Day), Cny(70m)), (new DateSpan(s_april, s_april.PlusDays(4)), Cny(75m)),
            (new DateSpan(s_april.PlusDays(5), s_april.PlusDays(9)), Cny(90m)), (DateSpan.From(s_april.PlusDays(10)), Cny(70m)));
        var rules = Costing(cost).WithAuthority(Margins(20m)).ValidFor(30);
        var approval = Approval.ForDocument(new DocumentId("A-1"), s_director, Day, DateSpan.Always, id)
            .With(PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(10m)));

        Assert.Equal(
            (Figure)s_april.PlusDays(4),
            rules.Quote(AskWidgets(10).WithDocument(id)).Find("pricing.quote-role-rises")!.Value.Find("until"));
        Assert.Null(rules.Quote(AskWidgets(10).WithDocument(id).WithApprovals(approval)).Find("pricing.quote-role-rises"));
    }

    // 80.00 → 96.00 at a price of 90.00, which would be held then; at 97.00 it is no matter.
    [Theory]
    [InlineData(90, 30, true)]
    [InlineData(96, 30, false)]
    [InlineData(95.99, 30, true)]
    [InlineData(90, 0, false)]
    public void A_floor_of_the_house_that_would_hold_the_line(double price, int days, bool isTold)
    {
        var quotation = Floors(80m, 96m).ValidFor(days).Quote(Ask(Widgets(1, 10).Priced((decimal)price)));

        Assert.Equal(isTold ? ["pricing.quote-floor-ends"] : [], quotation.CodesOf());
        if (isTold && price == 90)
        {
            Assert.Equal(
                "pricing.quote-floor-ends (line 1, until 2026-03-31, valid until 2026-04-30, floor CNY 80.00, floor then CNY 96.00, "
                + "unit PCE, net CNY 900.00, quantity 10 PCE)",
                quotation.Warnings.Single().ToString());
        }
    }

    [Fact]
    public void A_floor_that_holds_the_line_and_falls_and_one_that_the_line_states()
    {
        var held = Floors(80m, 60m).ValidFor(30).Quote(Ask(Widgets(1, 10).Priced(70m)));
        Assert.Equal(["pricing.quote-held-at-floor", "pricing.quote-floor-ends"], held.CodesOf());
        Assert.Equal((Figure)Cny(60m), held.Warnings[1].Find("floor then"));

        Assert.Empty(Floors(80m, 96m).ValidFor(30).Quote(Ask(Widgets(1, 10).Priced(90m).NotBelow(80m))).Warnings);
        Assert.Empty(Floors(80m, 60m).ValidFor(30).Quote(Ask(Widgets(1, 10).Priced(90m))).Warnings);
    }

    [Theory]
    [InlineData("n/0", 30, true)]
    [InlineData("n/0", 0, false)]
    [InlineData("n/60", 30, false)]
    public void Terms_of_payment(string then, int days, bool isTold)
    {
        var terms = ScopeTable.MostSpecific(
            Sequence, ScopeEntry.Of("old", Scope.Everything, PaymentTerms.Parse("n/60")).During(DateSpan.Until(Day)),
            ScopeEntry.Of("new", Scope.Everything, PaymentTerms.Parse(then)).During(DateSpan.From(s_april)));

        var quotation = Rules(Practice).WithTerms(terms).ValidFor(days).Quote(AskWidgets(10));

        Assert.Equal(
            isTold ? ["pricing.quote-terms-end (until 2026-03-31, valid until 2026-04-30, terms n/60, terms then n/0)"] : [],
            quotation.Warnings.Select(reason => reason.ToString()));
    }

    // The general list has 100.00 without end, that of the customer 110.00 from 1 April on.
    [Theory]
    [InlineData(110, 30, true)]
    [InlineData(90, 30, true)]
    [InlineData(100, 30, false)]
    [InlineData(110, 0, false)]
    public void A_stronger_list_that_begins(double price, int days, bool isTold)
    {
        var quotation = Rules(s_general, OfDealer((decimal)price)).ValidFor(days).Quote(AskWidgets(10));

        Assert.Equal(Cny(1_000m), quotation.Net);
        Assert.Equal(isTold ? ["pricing.quote-price-changes"] : [], quotation.CodesOf());
        if (price == 110 && isTold)
        {
            Assert.Equal(
                "pricing.quote-price-changes (line 1, list general, until 2026-03-31, valid until 2026-04-30, price CNY 100.00, "
                + "list then dealer, price then CNY 110.00)",
                quotation.Warnings.Single().ToString());
        }
    }

    [Fact]
    public void What_was_agreed_and_prices_of_a_declared_day_do_not_change_with_a_list()
    {
        var rules = Rules(s_general, OfDealer(110m)).ValidFor(30);

        Assert.Empty(rules.Quote(Ask(Widgets(1, 10).Priced(90m))).Warnings);
        Assert.Empty(rules.Quote(AskWidgets(10).WithPriceDate(Day)).Warnings);
    }

    // What ends is told by the end of the list, also where a stronger one begins behind it.
    [Fact]
    public void A_list_that_ends_is_told_once()
    {
        var general = PriceList.Of("general", Currency.CNY, TaxBasis.WithoutTax)
            .During(DateSpan.Until(Day), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(100m))));

        var quotation = Rules(general, OfDealer(110m)).ValidFor(30).Quote(AskWidgets(10));

        Assert.Equal(["pricing.quote-list-ends"], quotation.CodesOf());
        Assert.Equal((Figure)Cny(110m), quotation.Warnings[0].Find("price then"));
    }

    // 113.00 with tax is 100.00 without it: in the tax basis of the rules nothing changes.
    [Theory]
    [InlineData(113, false)]
    [InlineData(124.30, true)]
    public void Prices_are_compared_in_the_tax_basis_of_the_rules(double price, bool isTold)
    {
        var dealer = PriceList.Of("dealer", Currency.CNY, TaxBasis.WithTax).For(Scope.Everything.Only(Dealer))
            .During(DateSpan.From(s_april), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny((decimal)price))));

        var quotation = Rules(s_general, dealer).ValidFor(30).Quote(AskWidgets(10));

        Assert.Equal(isTold ? (Figure?)Cny(110m) : null, quotation.Find("pricing.quote-price-changes")?.Find("price then"));
    }

    // Cost plus 50 %: the price of the formula moves with the cost.
    [Fact]
    public void A_price_that_is_computed_from_a_cost_changes_with_it()
    {
        var formula = Always("formula", PriceListVersion.Empty.WithFormula(PriceFormula.OfCost().MarkedUp(Percent(50m))));
        var rules = Costing(Timeline.Of((DateSpan.Until(Day), Cny(70m)), (DateSpan.From(s_april), Cny(80m))), formula);

        var quotation = rules.ValidFor(30).Quote(AskWidgets(10));

        Assert.Equal(["pricing.quote-price-changes", "pricing.quote-cost-ends"], quotation.CodesOf());
        Assert.Equal((Figure)Cny(120m), quotation.Warnings[0].Find("price then"));
    }

    private static readonly PriceList s_general = ListOf("general", ItemPrice.Of(Cny(100m)));

    private static PriceList OfDealer(decimal price) =>
        PriceList.Of("dealer", Currency.CNY, TaxBasis.WithoutTax).For(Scope.Everything.Only(Dealer))
            .During(DateSpan.From(s_april), PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(price))));

    private static QuotationRules Costing(decimal cost, decimal? then) =>
        Costing(
            then is { } known ? Timeline.Of((DateSpan.Until(Day), Cny(cost)), (DateSpan.From(s_april), Cny(known)))
                : Timeline.Of((DateSpan.Until(Day), Cny(cost))));

    private static QuotationRules Costing(Timeline<Money> cost, PriceList? list = null) =>
        QuotationRules.Of(
            BookOf(list ?? s_general).With(PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(cost)),
            DiscountSchedule.Of(Rounding.Commercial), Vat, TaxBasis.WithoutTax);

    private static QuotationRules Floors(decimal floor, decimal then) =>
        Rules(s_general).WithFloors(
            ScopeTable.MostSpecific(
                Sequence, ScopeEntry.Of("old", Scope.Everything, ItemPrice.Of(Cny(floor))).During(DateSpan.Until(Day)),
                ScopeEntry.Of("new", Scope.Everything, ItemPrice.Of(Cny(then))).During(DateSpan.From(s_april))));

    private static PriceAuthority Margins(decimal rep) =>
        PriceAuthority.Of(
            Authority.Over(PriceAuthority.Margin)
                .With(s_rep, (PriceAuthority.Margin, AuthorityLimit.AtLeast(Percent(rep))))
                .With(s_director, (PriceAuthority.Margin, AuthorityLimit.Unlimited)));
}
