using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Tests.Quotas;
using Xunit;

namespace SalesDomain.Tests.Commissions;

[Properties(Arbitrary = [typeof(AnyPlan)], MaxTest = 400)]
public sealed class PlansExplainThemselves
{
    [Property]
    public void Every_figure_follows_from_the_ones_below(AnyPlan any)
    {
        var result = any.Result;

        Assert.Empty(result.Explain().Verify());
        Assert.Equal(Figure.OrAbsent(result.Earned), result.Explain().Value);
        foreach (var component in result.Components)
        {
            Assert.Empty(component.Explain().Verify());
            foreach (var deal in component.Deals)
            {
                Assert.Empty(deal.Explain().Verify());
                Assert.Equal(Figure.OrAbsent(deal.Rated), deal.Explain().Value);
            }
        }
    }

    [Property]
    public void A_figure_that_was_changed_is_named(AnyPlan any, FsCheck.NonNegativeInt choice) =>
        Tampering.IsNamed(any.Result.Explain(), choice.Get);

    [Property]
    public void Components_sum_to_what_is_earned_and_the_cap_holds(AnyPlan any)
    {
        var result = any.Result;

        Assert.Equal(
            result.Earned,
            Money.Sum(Currency.CNY, result.Components.Where(component => component.Earned is not null).Select(each => each.Earned!.Value)));
        if (any.Plan.Cap is { } cap)
            Assert.True(result.Earned <= cap);
    }

    [Property]
    public void Portions_sum_to_the_level_and_deals_to_what_is_rated(AnyPlan any)
    {
        foreach (var component in any.Result.Components.Where(component => component.Deals.Count > 0 && component.Rated is not null))
            Assert.Equal(component.Rated, Money.Sum(Currency.CNY, component.Deals.Select(deal => deal.Rated)));
    }

    [Property]
    public void The_same_again_is_equal(AnyPlan any)
    {
        Assert.Equal(any.Result, any.Result);
        Assert.Equal(any.Result.GetHashCode(), any.Result.GetHashCode());
    }
}
