using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>The waterfall of a quotation, and who may approve its pocket margin.</summary>
public sealed class PocketMarginsOfQuotations
{
    private static readonly RoleId s_rep = new("rep");
    private static readonly RoleId s_director = new("director");
    private static readonly DocumentId s_id = new("Q-1");

    private static readonly DiscountSchedule s_dealer = DiscountSchedule.Of(
        Rounding.Commercial, Discount.Percent("dealer", Percent(8m)));

    private static readonly WaterfallSchedule s_rebate = WaterfallSchedule.Of(
        Rounding.Commercial, WaterfallRule.PerUnit("expected rebate", Cny(5m), UnitOfMeasure.Piece));

    private static readonly PriceAuthority s_pocket = PriceAuthority.Of(
        Authority.Over(PriceAuthority.PocketMargin)
            .With(s_rep, (PriceAuthority.PocketMargin, AuthorityLimit.AtLeast(Percent(20m))))
            .With(s_director, (PriceAuthority.PocketMargin, AuthorityLimit.AtLeast(Percent(10m)))));

    // 10 at 100 less 8 % are 920, less 50 of rebate 870: (870 − 690) ÷ 870 is 20.69 %, (870 − 700) ÷ 870 is 19.54 %.
    [Theory]
    [InlineData(TaxBasis.WithoutTax, 69, "rep", "20.69%")]
    [InlineData(TaxBasis.WithoutTax, 70, "director", "19.54%")]
    [InlineData(TaxBasis.WithTax, 69, "rep", "20.69%")]
    [InlineData(TaxBasis.WithTax, 70, "director", "19.54%")]
    public void The_waterfall_is_drawn_after_the_discounts_and_judged(TaxBasis basis, int cost, string role, string margin)
    {
        var quotation = Rules(cost, basis).Quote(AskWidgets(10).WithDocument(s_id));

        Assert.Equal(new RoleId(role), quotation.Approval!.Role);
        Assert.Equal(
            "list CNY 1000.00, less dealer CNY 80.00, invoice net CNY 920.00, less expected rebate CNY 50.00, pocket CNY 870.00, "
            + "cost CNY " + cost + "0.00, margin CNY " + (87 - cost) + "0.00 (" + margin + ")",
            quotation.Waterfall!.Total.ToString());
        Assert.Equal(quotation.Waterfall.Lines.Single(), quotation.Lines[0].Waterfall);
        Assert.EndsWith(", pocket of what is sold CNY 870.00, pocket margin " + margin, quotation.ToString(), StringComparison.Ordinal);
        Assert.Empty(quotation.Approval.Explain().Verify());
    }

    [Fact]
    public void A_deduction_of_a_piece_comes_off_a_case_too()
    {
        var quotation = Rules(60m, TaxBasis.WithoutTax).Quote(Ask(InCase(1, 1)).WithDocument(s_id));

        Assert.Equal(Cny(60m), quotation.Waterfall!.Total.DeductedUnder("expected rebate"));
        Assert.Equal(s_rep, quotation.Approval!.Role);
    }

    [Fact]
    public void What_is_missing_is_told_and_nobody_may_approve_what_is_not_known()
    {
        var rules = QuotationRules.Of(BookOf(Practice), s_dealer, Vat, TaxBasis.WithoutTax).WithWaterfall(s_rebate).WithAuthority(s_pocket);
        var noCost = rules.Quote(AskWidgets(10).WithDocument(s_id));

        Assert.Equal(["pricing.no-cost"], noCost.CodesOf());
        Assert.Null(noCost.Approval!.Role);

        // A freight by the kilogram that cannot be taken off would leave the margin too high.
        var freight = WaterfallSchedule.Of(Rounding.Commercial, WaterfallRule.PerUnit("freight", Cny(1m), UnitOfMeasure.Kilogram));
        var inKilograms = Rules(60m, TaxBasis.WithoutTax).WithWaterfall(freight).Quote(AskWidgets(10).WithDocument(s_id));
        Assert.Equal(["pricing.other-unit"], inKilograms.CodesOf());
        Assert.Null(inKilograms.Approval!.Role);
    }

    [Fact]
    public void What_comes_back_has_no_waterfall_and_rules_without_have_none()
    {
        var rules = Rules(60m, TaxBasis.WithoutTax);
        var returned = QuoteLine.Returned(2, Widget, Quantity.Pieces(1m), Cny(1m), TaxBasis.WithoutTax);

        Assert.Null(rules.Quote(Ask(Widgets(1, 1), returned).WithDocument(s_id)).Lines[1].Waterfall);
        Assert.Null(rules.Quote(Ask(returned).WithDocument(s_id)).Waterfall);
        Assert.Null(QuotationSample.Rules(Practice).Quote(AskWidgets(1)).Waterfall);
    }

    [Fact]
    public void An_authority_that_nobody_could_ever_keep_is_refused()
    {
        var rules = QuotationSample.Rules(Practice);
        var byScope = PriceAuthority.Of(
                Authority.Over(PriceAuthority.Discount).With(s_rep, (PriceAuthority.Discount, AuthorityLimit.AtMost(Percent(1m)))))
            .WithScopes(
                ScopeTable.MostSpecific(
                    AccessSequence.Of(ScopeDimensions.Product),
                    ScopeEntry.Of(
                        "widgets", Scope.Everything.Only(Widget),
                        Authority.Over(PriceAuthority.PocketMargin)
                            .With(s_rep, (PriceAuthority.PocketMargin, AuthorityLimit.AtLeast(Percent(1m)))))));

        Assert.Throws<ArgumentException>("authority", () => rules.WithAuthority(s_pocket));
        Assert.Throws<ArgumentException>("authority", () => rules.WithAuthority(byScope));
        Assert.Equal(byScope, rules.WithWaterfall(s_rebate).WithAuthority(byScope).Authority);
    }

    private static QuotationRules Rules(decimal cost, TaxBasis basis) =>
        QuotationRules.Of(InCases(cost, Practice), s_dealer, Vat, basis).WithWaterfall(s_rebate).WithAuthority(s_pocket);
}
