using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What is discount where a line is sold at a price that no list has.</summary>
public sealed class DiscountsBesideAgreedPrices
{
    // 10 of a list price of 100.00 agreed at 60.00 are 40 %, however much is made to order beside them.
    [Theory]
    [InlineData(60, 0, 40, "director")]
    [InlineData(60, 12_000, 40, "director")]
    [InlineData(95, 12_000, 5, "rep")]
    [InlineData(94.99, 12_000, 5.01, "director")]
    [InlineData(55, 12_000, 45, "director")]
    [InlineData(54.99, 12_000, 45.01, null)]
    public void It_makes_no_discount_of_another_line_look_smaller(double price, int madeToOrder, double effective, string? role)
    {
        QuoteLine[] listed = [Widgets(1, 10).Priced((decimal)price)];
        QuoteLine[] lines = madeToOrder == 0 ? listed : [.. listed, Screws(2, 1).Priced(madeToOrder)];
        var byAmount = ByDiscount(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(50m)), AuthorityLimit.AtMost(Cny(450m)));

        var quotation = Rules(Practice).WithAuthority(ByDiscount(PriceAuthority.Discount, Most(5m), Most(45m)))
            .Quote(Ask(lines).WithDocument(new DocumentId("Q-1")));

        Assert.Equal(role, quotation.Approval!.Role?.Code);
        Assert.Equal(Percent((decimal)effective), quotation.Approval.Parts[0].EffectiveDiscount);
        Assert.Equal(Percent((decimal)effective), quotation.Discounted!.EffectiveDiscount);
        Assert.Equal(Cny(1_000m + madeToOrder), quotation.Approval.Parts[0].ListAmount);
        Assert.Equal(
            role, Rules(Practice).WithAuthority(byAmount).Quote(Ask(lines).WithDocument(new DocumentId("Q-1"))).Approval!.Role?.Code);
        Assert.Empty(quotation.Approval.Explain().Verify());
        Assert.Empty(quotation.Discounted.ExplainEffectiveDiscount().Verify());
    }

    // 10 % off all, at special prices too: 100 of 1,000 are 10 %, and what is off the agreed 12,000.00 is off no list price.
    [Fact]
    public void What_is_taken_off_it_with_the_order_is_no_discount_of_a_list_price()
    {
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.OfOrder("order", Percent(10m)).Including(PriceKind.Special));
        QuotationRules With(decimal limit) => Rules(discounts, Practice).WithAuthority(
            ByDiscount(PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(limit)), AuthorityLimit.AtMost(Cny(10_000m))));
        var request = Ask(Widgets(1, 10), Screws(2, 1).Priced(12_000m)).WithDocument(new DocumentId("Q-1"));

        var quotation = With(100m).Quote(request);

        Assert.Equal((Cny(11_700m), Percent(10m)), (quotation.Net, quotation.Discounted!.EffectiveDiscount!.Value));
        Assert.Equal((Cny(100m), "rep"), (quotation.Approval!.Parts[0].Discounted, quotation.Approval.Role?.Code));
        Assert.Equal("director", With(99.99m).Quote(request).Approval!.Role?.Code);
        Assert.Null(quotation.Lines[1].Discounted!.EffectiveDiscount);
        Assert.Empty(quotation.Approval.Explain().Verify());
        Assert.Empty(quotation.Discounted.ExplainEffectiveDiscount().Verify());
    }

    [Fact]
    public void Alone_it_has_no_discount_that_anybody_could_judge()
    {
        var quotation = Rules(Practice).WithAuthority(ByDiscount(PriceAuthority.Discount, Most(0m), Most(45m)))
            .Quote(Ask(Screws(1, 1).Priced(12_000m)).WithDocument(new DocumentId("Q-1")));

        Assert.Equal(("rep", Percentage.Zero), (quotation.Approval!.Role?.Code, quotation.Approval.Parts[0].EffectiveDiscount));
        Assert.Null(quotation.Discounted!.EffectiveDiscount);
        Assert.Empty(quotation.Approval.Explain().Verify());
        Assert.Equal(Figure.Absent, quotation.Discounted.ExplainEffectiveDiscount().Value);
    }

    private static AuthorityLimit Most(decimal percent) => AuthorityLimit.AtMost(Percent(percent));

    private static PriceAuthority ByDiscount(string figure, AuthorityLimit rep, AuthorityLimit director) =>
        PriceAuthority.Of(
            TaxBasis.WithoutTax,
            Authority.Over(figure).With(new RoleId("rep"), (figure, rep)).With(new RoleId("director"), (figure, director)));
}
