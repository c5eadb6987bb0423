using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>Who has to approve a quotation.</summary>
public sealed class ApprovedQuotations
{
    private static readonly RoleId s_salesperson = new("salesperson");
    private static readonly RoleId s_manager = new("area manager");
    private static readonly DocumentId s_id = new("Q-1");

    private static readonly DiscountSchedule s_discounts = DiscountSchedule.Of(
        Rounding.Commercial, Discount.Percent("dealer", Percent(8m)).At(10), Discount.Percent("campaign", Percent(5m)).At(20));

    [Theory]
    [InlineData(12.6, "salesperson")]
    [InlineData(12.59, "area manager")]
    public void The_effective_discount_is_judged_and_the_limit_itself_is_within(double limit, string role)
    {
        var quotation = With(PriceAuthority.Discount, AtMost((decimal)limit), AtMost(20m)).Quote(AskWidgets(10).WithDocument(s_id));

        Assert.Equal(new RoleId(role), quotation.Approval!.Role);
        Assert.Empty(quotation.Approval.Explain().Verify());
    }

    // 10 + 1: 20.545454… % with free goods at list.
    [Fact]
    public void R_14_free_goods_are_judged_at_list()
    {
        var rules = With(PriceAuthority.Discount, AtMost(12.6m), AtMost(20.55m));
        var request = Ask(Widgets(1, 10), Widgets(2, 1).With(PriceKind.Free)).WithDocument(s_id);

        Assert.Equal(s_manager, rules.Quote(request).Approval!.Role);
        Assert.Null(With(PriceAuthority.Discount, AtMost(12.6m), AtMost(20.54m)).Quote(request).Approval!.Role);
    }

    [Theory]
    [InlineData(TaxBasis.WithoutTax)]
    [InlineData(TaxBasis.WithTax)]
    public void The_margin_is_on_the_cost_of_the_price_book_in_either_basis(TaxBasis basis)
    {
        var book = BookOf(Practice).With(
            PricedProduct.Of(Widget, UnitConversions.Of(UnitOfMeasure.Piece)).WithCost(Timeline.Always(Cny(69.92m))));
        var rules = QuotationRules.Of(book, s_discounts, Vat, basis)
            .WithAuthority(Over(PriceAuthority.Margin, AtLeast(20m), AtLeast(10m), basis));

        // 10 × 87.40 are 874.00, at a cost of 699.20: 20 %.
        Assert.Equal(s_salesperson, rules.Quote(AskWidgets(10).WithDocument(s_id)).Approval!.Role);
        Assert.Equal(Percent(20m), rules.Quote(AskWidgets(10).WithDocument(s_id)).Approval!.Parts[0].MarginRate);
    }

    [Fact]
    public void An_unknown_cost_is_no_cost_of_zero() =>
        Assert.Null(With(PriceAuthority.Margin, AtLeast(20m), AtLeast(0m)).Quote(AskWidgets(10).WithDocument(s_id)).Approval!.Role);

    [Fact]
    public void Quotations_of_a_day_are_judged_together()
    {
        var rules = With(
            PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(200m)), AuthorityLimit.AtMost(Cny(1_000m)));
        var first = rules.Quote(AskWidgets(10).WithDocument(new DocumentId("Q-0")));

        var second = rules.Quote(AskWidgets(10).WithDocument(s_id), [first.Case!]);

        Assert.Equal(s_salesperson, first.Approval!.Role);
        Assert.Equal((s_salesperson, s_manager), (second.Approval!.RoleAlone, second.Approval.Role));
        Assert.True(second.Approval.OfTheDay!.IsSplit);
    }

    [Fact]
    public void P_27_an_approval_on_file_lets_the_price_go_below_its_floor()
    {
        var rules = With(PriceAuthority.BelowFloor, AtMost(0m), AtMost(10m));
        var request = Ask(Widgets(1, 10).WithFloor(Cny(90m), UnitOfMeasure.Piece)).WithDocument(s_id);
        var approval = Approval.ForDocument(new DocumentId("A-1"), s_manager, Day, DateSpan.On(Day), s_id)
            .With(PriceAuthority.BelowFloor, AtMost(2m));

        Assert.Equal(Cny(900m), rules.Quote(request).Net);
        Assert.Empty(rules.Quote(request).Warnings);

        var approved = rules.Quote(request.WithApprovals(approval));
        Assert.Equal(Cny(882m), approved.Net);
        Assert.Equal("pricing.quote-below-floor", approved.Warnings.Single().Code);
        Assert.Equal(s_salesperson, approved.Approval!.Role);
        Assert.Empty(approved.Explain().Verify());
    }

    [Fact]
    public void A_check_that_cannot_be_made_is_refused()
    {
        var rules = With(PriceAuthority.Discount, AtMost(10m), AtMost(20m));

        Assert.Equal("request", Assert.Throws<ArgumentException>(() => rules.Quote(AskWidgets(1))).ParamName);
        Assert.Equal(
            "request", Assert.Throws<ArgumentException>(
                () => rules.Quote(QuoteRequest.Of(Day, Currency.CNY, default, Widgets(1, 1)).WithDocument(s_id))).ParamName);
        Assert.Null(rules.Quote(Ask(Screws(1, 1)).WithDocument(s_id)).Approval);
        Assert.Null(Rules(Practice).Quote(AskWidgets(1)).Approval);
    }

    private static QuotationRules With(string figure, AuthorityLimit salesperson, AuthorityLimit manager) =>
        Rules(s_discounts, Practice).WithAuthority(Over(figure, salesperson, manager));

    [Fact]
    public void Amounts_in_the_tax_basis_of_the_rules_alone_can_be_judged()
    {
        var rules = QuotationRules.Of(BookOf(Practice), s_discounts, Vat, TaxBasis.WithTax);
        var limit = AuthorityLimit.AtMost(Cny(5_000m));

        Assert.Throws<TaxBasisMismatchException>(() => rules.WithAuthority(Over(PriceAuthority.DiscountAmount, limit, limit)));
        var judged = rules.WithAuthority(Over(PriceAuthority.DiscountAmount, limit, limit, TaxBasis.WithTax));
        Assert.Equal(s_salesperson, judged.Quote(AskWidgets(10).WithDocument(s_id)).Approval!.Role);
    }

    private static PriceAuthority Over(
        string figure, AuthorityLimit salesperson, AuthorityLimit manager, TaxBasis basis = TaxBasis.WithoutTax) =>
        PriceAuthority.Of(
            basis, Authority.Over(figure).With(s_salesperson, (figure, salesperson)).With(s_manager, (figure, manager)));

    private static AuthorityLimit AtMost(decimal percent) => AuthorityLimit.AtMost(Percent(percent));

    private static AuthorityLimit AtLeast(decimal percent) => AuthorityLimit.AtLeast(Percent(percent));
}
