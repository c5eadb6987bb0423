using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What holds on the day and not as long as the quotation is told with the day it ends.</summary>
public sealed class WhatEndsBeforeAQuotation
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(30, true)]
    public void A_discount_of_the_quarter(int days, bool isTold)
    {
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("Q1", Percent(8m)).During(DateSpan.Until(Day)).At(1),
            Discount.Percent("other", Percent(8m)).During(DateSpan.Until(Day)).For(Scope.Everything.Only(Screw)).At(2));

        var quotation = Rules(discounts, Practice).ValidFor(days).Quote(AskWidgets(10));

        Assert.Equal(isTold ? ["pricing.quote-discount-ends"] : [], quotation.CodesOf());
        Assert.Equal(
            days == 30
                ? "pricing.quote-discount-ends (discount Q1, until 2026-03-31, valid until 2026-04-30, amount CNY 80.00)" : null,
            days == 30 ? quotation.Warnings.Single().ToString() : null);
    }

    [Fact]
    public void A_rate_of_a_table_of_discounts()
    {
        var table = ScopeTable.MostSpecific(
            Sequence, ScopeEntry.Of("all", Scope.Everything, Percent(5m)),
            ScopeEntry.Of("dealer", Scope.Everything.Only(Dealer), Percent(8m)).During(DateSpan.Until(Day.PlusDays(10))));

        var quotation = Rules(DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", table)), Practice).ValidFor(30)
            .Quote(AskWidgets(10));

        Assert.Equal(
            "pricing.quote-discount-ends (discount dealer, until 2026-04-10, valid until 2026-04-30, amount CNY 80.00, line 1, rate 8%, "
            + "rate then 5%)",
            quotation.Warnings.Single().ToString());
        Assert.Equal(quotation.Warnings, quotation.Lines[0].Warnings);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "12%")]
    [InlineData(30, "12%")]
    public void A_tax_rate(int days, string? then)
    {
        var rates = ScopeTable.MostSpecific(
            Sequence, ScopeEntry.Of("old", Scope.Everything, Percent(13m)).During(DateSpan.Until(Day)),
            ScopeEntry.Of("new", Scope.Everything, Percent(12m)).During(DateSpan.From(Day.PlusDays(1))));
        var rules = QuotationRules.Of(BookOf(Practice), DiscountSchedule.Of(Rounding.Commercial), rates, TaxBasis.WithoutTax);

        var quotation = rules.ValidFor(days).Quote(AskWidgets(10));

        Assert.Equal(then is null ? [] : ["pricing.quote-tax-rate-ends"], quotation.CodesOf());
        var told = quotation.Find("pricing.quote-tax-rate-ends");
        Assert.Equal(then, told?.Find("rate then")?.ToString());
        Assert.Equal(then is null ? null : (Figure?)Day, told?.Find("until"));
    }

    [Fact]
    public void A_tax_rate_that_goes_on_under_another_entry_is_no_change_and_one_that_ends_is()
    {
        var same = ScopeTable.MostSpecific(
            Sequence, ScopeEntry.Of("old", Scope.Everything, Percent(13m)).During(DateSpan.Until(Day)),
            ScopeEntry.Of("new", Scope.Everything, Percent(13m)).During(DateSpan.From(Day.PlusDays(1))));
        var ending = ScopeTable.MostSpecific(
            Sequence, ScopeEntry.Of("old", Scope.Everything, Percent(13m)).During(DateSpan.Until(Day.PlusDays(3))));
        Quotation Quoted(ScopeTable<Percentage> rates) =>
            QuotationRules.Of(BookOf(Practice), DiscountSchedule.Of(Rounding.Commercial), rates, TaxBasis.WithoutTax).ValidFor(30)
                .Quote(AskWidgets(10));

        Assert.Empty(Quoted(same).Warnings);
        Assert.Equal(
            "pricing.quote-tax-rate-ends (line 1, until 2026-04-03, valid until 2026-04-30, rate 13%, rate then none)",
            Quoted(ending).Warnings.Single().ToString());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(30, true)]
    public void An_approval_on_file(int days, bool isTold)
    {
        var (rep, manager, id) = (new RoleId("rep"), new RoleId("manager"), new DocumentId("Q-1"));
        var authority = PriceAuthority.Of(
            Authority.Over(PriceAuthority.Discount)
                .With(rep, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(5m))))
                .With(manager, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(10m)))));
        var rules = Rules(DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", Percent(8m))), Practice)
            .WithAuthority(authority).ValidFor(days);
        var march = Approval.ForDocument(new DocumentId("A-1"), manager, Day, DateSpan.Until(Day), id)
            .With(PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(8m)));
        var other = Approval.ForDocument(new DocumentId("A-2"), manager, Day, DateSpan.Until(Day), new DocumentId("Q-2"))
            .With(PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(8m)));

        var quotation = rules.Quote(AskWidgets(10).WithDocument(id).WithApprovals(march, other));

        Assert.Equal(rep, quotation.Approval!.Role);
        Assert.Equal(
            isTold ? ["pricing.quote-approval-ends (approval A-1, until 2026-03-31, valid until 2026-04-30, role manager)"] : [],
            quotation.Warnings.Select(reason => reason.ToString()));
    }

    [Fact]
    public void A_quotation_ends_with_the_calendar_at_the_latest()
    {
        var quotation = Rules(Practice).ValidFor(3_650).Quote(AskWidgets(1, new LocalDate(9999, 12, 1)));

        Assert.Equal(new LocalDate(9999, 12, 31), quotation.ValidUntil);
        Assert.Equal(
            new LocalDate(9999, 12, 31), Rules(Practice).ValidFor(30).Quote(AskWidgets(1, new LocalDate(9999, 12, 1))).ValidUntil);
        Assert.Equal(
            new LocalDate(9999, 12, 30), Rules(Practice).ValidFor(29).Quote(AskWidgets(1, new LocalDate(9999, 12, 1))).ValidUntil);
    }
}
