using System;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

public sealed class PriceAuthoritiesThatMakeNoSense
{
    [Fact]
    public void A_table_over_other_figures_is_refused() =>
        Names("table", "payment days", () => PriceAuthority.Of(Authority.Over(PriceAuthority.Discount, "payment days")));

    [Fact]
    public void A_limit_of_another_side_or_kind_is_refused()
    {
        Names("table", "margin at most 20%", () => PriceAuthority.Of(One(PriceAuthority.Margin, AtMost(20))));
        Names("table", "discount at least 20%", () => PriceAuthority.Of(One(PriceAuthority.Discount, AuthorityLimit.AtLeast(Percent(20)))));
        Names("table", "discount at most 0.2", () => PriceAuthority.Of(One(PriceAuthority.Discount, AuthorityLimit.AtMost(0.2m))));
        Names("table", "discount amount at most 20%", () => PriceAuthority.Of(One(PriceAuthority.DiscountAmount, AtMost(20))));
        Names("tables", "below floor at least", () => PriceAuthority.Of(ByDiscount).WithScopes(Own(
            One(PriceAuthority.BelowFloor, AuthorityLimit.AtLeast(Percent(20))))));
        Assert.NotNull(PriceAuthority.Of(One(PriceAuthority.Margin, AuthorityLimit.Unlimited)));
    }

    [Fact]
    public void Tables_of_other_roles_are_refused()
    {
        Names("tables", "salesperson", () => PriceAuthority.Of(ByDiscount).WithScopesApart(Own(One(PriceAuthority.Discount, AtMost(20)))));
        Names("tables", "salesperson", () => PriceAuthority.ByListAmount(
            TaxBasis.WithoutTax, StepSchedule.From((Cny(0), ByDiscount), (Cny(100), One(PriceAuthority.Discount, AtMost(20))))));
    }

    [Fact]
    public void Amounts_without_a_table_are_refused()
    {
        Names("tables", "from zero up", () => PriceAuthority.ByListAmount(
            TaxBasis.WithoutTax, StepSchedule.From((Cny(0.01m), ByDiscount))));
        Names("tables", "from zero up", () => PriceAuthority.ByListAmount(
            TaxBasis.WithoutTax, StepSchedule.UpTo((Cny(1_000), ByDiscount))));
        Assert.NotNull(PriceAuthority.ByListAmount(TaxBasis.WithoutTax, StepSchedule.UpTo((Cny(1_000), ByDiscount)).ThenAbove(ByAmount)));
    }

    [Fact]
    public void Another_currency_is_refused()
    {
        var order = Of(
            "SO-1", Off(5).Apply(PricedDocument.Of(
                Currency.USD, TaxBasis.WithoutTax, DiscountSample.Day, PricedLine.Of(1, default, Quantity.Pieces(1), Usd(100)))));
        var own = Own(ByAmount);
        var approval = Granted("A-1", Manager, "SO-1").With(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(1)));

        Mismatch("document", () => PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount).Decide(order));
        Mismatch("document", () => PriceAuthority.Of(TaxBasis.WithoutTax, ByDiscount).WithScopes(own).Decide(order));
        Mismatch("document", () => PriceAuthority.ByListAmount(TaxBasis.WithoutTax, StepSchedule.From((Cny(0), ByDiscount))).Decide(order));
        Mismatch("document", () => PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount).LiftFloors(order.Id, Dawei, order.Document.Document));
        Mismatch("approvals", () => PriceAuthority.Of(ByDiscount).Decide(order).With(approval));
        Mismatch("approvals", () => PriceAuthority.Of(ByDiscount).LiftFloors(order.Id, Dawei, order.Document.Document, approval));
        Mismatch("costs", () => order.WithCosts((1, Cny(1))));
        Mismatch("waterfalls", () => order.WithWaterfalls((1, PriceWaterfall.Of(Cny(1)))));
    }

    [Fact]
    public void Amounts_on_no_tax_basis_are_refused_and_documents_on_another()
    {
        var withTax = Of("SO-1", Off(5).Apply(PricedDocument.Of(
            Currency.CNY, TaxBasis.WithTax, DiscountSample.Day, DiscountSample.Line(1, 113m, 480m))));
        void Other(string parameter, Func<object> call) =>
            Assert.Equal(parameter, Assert.Throws<TaxBasisMismatchException>(call).ParamName);

        Names("table", "tax", () => PriceAuthority.Of(ByAmount));
        Names("tables", "tax", () => PriceAuthority.Of(ByDiscount).WithScopes(Own(ByAmount)));
        Assert.Equal("taxBasis", Assert.Throws<ArgumentOutOfRangeException>(() => PriceAuthority.Of((TaxBasis)9, ByAmount)).ParamName);
        Other("document", () => PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount).Decide(withTax));
        Other("document", () => PriceAuthority.Of(TaxBasis.WithoutTax, ByAmount).LiftFloors(withTax.Id, Dawei, withTax.Document.Document));
        Other("taxBasis", () => withTax.WithCosts(TaxBasis.WithoutTax, (1, Cny(900))));
        Other("waterfalls", () => withTax.WithWaterfalls((1, PriceWaterfall.Of(Cny(51_528)))));
        Assert.Equal(Salesperson, PriceAuthority.Of(ByDiscount).Decide(withTax).Role);
        Assert.Equal(Salesperson, PriceAuthority.Of(TaxBasis.WithTax, ByAmount).Decide(withTax).Role);
        Assert.Null(PriceAuthority.Of(ByDiscount).TaxBasis);
    }

    [Fact]
    public void A_waterfall_that_invoices_something_else_is_refused()
    {
        // 8 % off 1,000 are 920; a waterfall made before the discount invoices 1,000.
        var order = Case("SO-1", 10m, 8m);

        Names("waterfalls", "line 1: invoice net CNY 1000.00", () => order.WithWaterfalls((1, PriceWaterfall.Of(Cny(1_000)))));
        Names("waterfalls", "CNY 919.99", () => order.WithWaterfalls((1, PriceWaterfall.Of(Cny(919.99m)))));
        Assert.NotNull(order.WithWaterfalls((1, PriceWaterfall.Of(Cny(920)))));
    }

    [Fact]
    public void Costs_are_of_lines_once_each()
    {
        var order = Of("SO-1", Priced(Off(0), DiscountSample.Line(1, 100m), DiscountSample.Line(2, 100m, -1m)));

        Names("costs", "line 3", () => order.WithCosts((3, Cny(1))));
        Names("costs", "line 1", () => order.WithCosts((1, Cny(1)), (1, Cny(1))));
        Names("costs", "line 1: CNY -0.01", () => order.WithCosts((1, Cny(-0.01m))));
        Names("costs", "line 2: CNY 0.01", () => order.WithCosts((2, Cny(0.01m))));
        Names("waterfalls", "line 3", () => order.WithWaterfalls((3, PriceWaterfall.Of(Cny(1)))));
        Assert.NotNull(order.WithCosts((1, Cny(1)), (2, Cny(-1))));
    }

    [Fact]
    public void A_document_comes_once_in_a_day() =>
        Names("others", "SO-2", () => PriceAuthority.Of(ByDiscount).Decide(Case("SO-1", 1, 0), [Case("SO-2", 1, 0), Case("SO-2", 2, 0)]));

    [Fact]
    public void An_approval_of_another_side_is_refused()
    {
        var approval = Granted("A-1", Manager, "SO-1").With(PriceAuthority.Margin, AtMost(5));

        Names("approvals", "margin at most 5%", () => PriceAuthority.Of(ByDiscount).Decide(Case("SO-1", 1, 0)).With(approval));
        Names("approvals", "margin at most 5%", () => PriceAuthority.Of(ByDiscount).LiftFloors(
            new DocumentId("SO-1"), Dawei, DiscountSample.Order(DiscountSample.Line(1, 1m)), approval));
    }

    [Fact]
    public void What_stands_by_no_number_is_refused()
    {
        var document = Priced(Off(0), DiscountSample.Line(1, 1m));

        Names("id", "", () => PriceCase.Of(default, Dawei, document));
        Names("customer", "", () => PriceCase.Of(new DocumentId("SO-1"), default, document));
    }

    [Fact]
    public void A_table_without_roles_lets_nobody_approve()
    {
        var approval = PriceAuthority.Of(Authority.Over(PriceAuthority.Discount)).Decide(Case("SO-1", 1, 0));

        Assert.Null(approval.Role);
        Assert.True(approval.Explain().IsVerified);
    }

    private static Authority One(string name, AuthorityLimit limit) => Authority.Over(name).With(Director, (name, limit));

    private static ScopeTable<Authority> Own(Authority table) => ScopeTable.MostSpecific(
        AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("own", DiscountSample.Only("A"), table));

    private static void Names(string parameter, string value, Func<object> call)
    {
        var refused = Assert.ThrowsAny<ArgumentException>(call);
        Assert.Equal(parameter, refused.ParamName);
        Assert.Contains(value, refused.Message, StringComparison.Ordinal);
    }

    private static void Mismatch(string parameter, Func<object> call) =>
        Assert.Equal(parameter, Assert.ThrowsAny<CurrencyMismatchException>(call).ParamName);
}
