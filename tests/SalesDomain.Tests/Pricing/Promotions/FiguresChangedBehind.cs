using System.Collections;
using System.Linq;
using System.Reflection;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

/// <summary>A figure of a deal that is changed behind the explanation is told by it, also where a percentage is given.</summary>
public sealed class FiguresChangedBehind
{
    [Theory]
    [InlineData(null, "Times")]
    [InlineData(null, "GivenPieces")]
    [InlineData("Groups", "Available")]
    [InlineData("Groups", "Portions")]
    [InlineData("Groups", "Whole")]
    public void Deals_and_pieces(string? group, string figure)
    {
        // 8 pieces by threes are two deals, and two are free.
        foreach (var deal in new[] { Deal.CheapestFree(3, 1), Deal.PercentOff(3, Percent(20)), Deal.ForPrice(3, Cny(20m)) })
        {
            var total = Given(deal);
            Assert.True(total.Explain().IsVerified, total.Explain().ToString());
            var steps = Hidden(Hidden(total, "_order"), "Deal");
            Change(group is null ? steps : ((IList)Hidden(steps, group))[0]!, figure);
            Assert.Equal(group is null && figure == "GivenPieces" && deal.Benefit == DealBenefit.Price, total.Explain().IsVerified);
        }
    }

    [Fact]
    public void What_is_refused()
    {
        var total = Schedule(Discount.OfDeal("deal", Deal.CheapestFree(3, 1)).WithBudget(PromotionBudget.OfTotal(Cny(15m))))
            .Apply(Order(Line(1, 10m, 8m))).Deductions[0];
        Assert.Equal((Cny(5m), true), (total.Refused, total.ExplainRefused().IsVerified));

        Change(Hidden(total, "_order"), "Asked");
        Assert.False(total.ExplainRefused().IsVerified);
    }

    private static DiscountTotal Given(Deal deal)
    {
        var total = Schedule(Discount.OfDeal("deal", deal)).Apply(Order(Line(1, 10m, 5m), Line(2, 11m, 3m))).Deductions[0];
        Assert.Equal(2m, total.Times);
        return total;
    }

    private static object Hidden(object owner, string name)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        return owner.GetType().GetField(name, Any)?.GetValue(owner) ?? owner.GetType().GetProperty(name, Any)!.GetValue(owner)!;
    }

    private static void Change(object owner, string name)
    {
        if (Hidden(owner, name) is decimal[] many)
        {
            many[0]++;
            return;
        }

        var property = owner.GetType().GetProperties(BindingFlags.Instance | BindingFlags.NonPublic).Single(each => each.Name == name);
        property.SetValue(owner, (decimal)property.GetValue(owner)! + 1m);
    }
}
