using System;
using System.Collections.Generic;
using SalesDomain.Commissions;
using SalesDomain.Pricing;
using SalesDomain.Quotas;
using Xunit;

namespace SalesDomain.Tests.Identifiers;

/// <summary>What is known by its name is there once, and a name that comes twice is said in the message.</summary>
public sealed class NamesComeOnce
{
    // Three names each, by the parameter that takes them.
    private static readonly Dictionary<string, Action<string>> s_named = new(StringComparer.Ordinal)
    {
        ["names"] = third => Authority.Over("first", "second", third),
        ["classes"] = third => ParetoClasses.Of(("first", Percent(50m)), ("second", Percent(80m)), (third, Percent(100m))),
        ["figures"] = third => _ = new Reason("any.code", ("first", 1m), ("second", 2m), (third, 3m)),
        ["stages"] = third => PipelineStages.Of(Open("first"), Open("second"), Open(third)),
        ["discounts"] = third => DiscountSchedule.Of(Rounding.Commercial, Off("first", 1), Off("second", 2), Off(third, 3)),
        ["codes"] = third => Coupon.OfSingleUse("first", "second", third),
        ["components"] = third => HoldbackRule.Of(Percent(10m)).For("first", "second", third),
    };

    [Theory]
    [InlineData("names", "name")]
    [InlineData("classes", "name")]
    [InlineData("figures", "name")]
    [InlineData("stages", "name")]
    [InlineData("discounts", "name")]
    [InlineData("codes", "code")]
    [InlineData("components", "component")]
    public void One_that_comes_twice_is_named(string parameter, string each)
    {
        s_named[parameter]("third");
        s_named[parameter]("Second");

        var refused = Assert.Throws<ArgumentException>(() => s_named[parameter]("second"));

        Assert.Equal(parameter, refused.ParamName);
        Assert.StartsWith(parameter + " must have each " + each + " once: 'second'.", refused.Message, StringComparison.Ordinal);
    }

    private static PipelineStage Open(string name) => new(name, Percent(10m), ForecastCategory.BestCase);

    private static Discount Off(string name, int place) => Discount.Percent(name, Percent(1m)).At(place);

    private static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);
}
