using System.Collections.Generic;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Cases;

/// <summary>
/// Case ST-18: four deals of 10, 15, 20 and 25 % on 1,000 in four orders. Deals 1 and 2 are of the list price, 3 and 4 of what is left.
/// </summary>
/// <remarks>
/// MicrosoftDocs, rebate-reduction-principle.md. The page can be read in two ways, by whether deal 2 lowers what later deals are of.
/// </remarks>
public sealed class DealsThatReduceOthers
{
    // As the page has it, deal 2 never reduces others. What reduces nobody may as well be worked last: it is of the list price.
    [Theory]
    [InlineData("1342", 610)]
    [InlineData("4312", 650)]
    [InlineData("3142", 625)]
    [InlineData("4132", 630)]
    public void ST_18_a_deal_that_reduces_no_other_is_worked_last_on_the_list_price(string order, int total)
    {
        var given = Given(order);

        Assert.Equal(Cny(total), given.Discounted);
        Assert.Equal(Cny(150m), OfDeal(given, '2'));
        Assert.True(given.Explain().IsVerified);
    }

    // The other reading: each deal stands where it is agreed, and whatever it takes off is gone for those after it.
    [Theory]
    [InlineData("1234", 550)]
    [InlineData("4321", 650)]
    [InlineData("3214", 587.50)]
    [InlineData("2413", 570)]
    public void ST_18_a_deal_in_its_place_reduces_those_after_it(string order, double total) =>
        Assert.Equal(Cny((decimal)total), Given(order).Discounted);

    // The line of the page for the first order names deal 2 for deal 3; the amount of 180 is right.
    [Fact]
    public void ST_18_and_P_29_the_180_of_the_first_order_are_deal_3_s()
    {
        var given = Given("1342");

        Assert.Equal([100m, 180m, 180m, 150m], given.Deductions.Select(deduction => deduction.Amount.Amount));
        Assert.Equal(Cny(180m), OfDeal(given, '3'));
        Assert.NotEqual(Cny(180m), OfDeal(given, '2'));
    }

    private static DiscountedDocument Given(string order)
    {
        var deals = new Dictionary<char, Discount>
        {
            ['1'] = Discount.Percent("1", Percent(10)).On(DiscountBase.List),
            ['2'] = Discount.Percent("2", Percent(15)).On(DiscountBase.List),
            ['3'] = Discount.Percent("3", Percent(20)),
            ['4'] = Discount.Percent("4", Percent(25)),
        };
        return Schedule([.. order.Select((deal, place) => deals[deal].At(place))]).Apply(Order(Line(1, 1000m)));
    }

    private static Money OfDeal(DiscountedDocument given, char deal) =>
        given.Deductions.Single(deduction => deduction.Discount.Name[0] == deal).Amount;
}
