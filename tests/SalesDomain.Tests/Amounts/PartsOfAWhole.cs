using System;
using System.Collections.Generic;
using SalesDomain.Commissions;
using SalesDomain.Pricing;
using SalesDomain.Quotas;
using SalesDomain.Rebates;
using Xunit;

namespace SalesDomain.Tests.Amounts;

/// <summary>A part of a whole is from nothing to all of it, wherever one is asked for.</summary>
public sealed class PartsOfAWhole
{
    private static readonly Dictionary<string, (string Parameter, Func<Percentage, object> Make)> s_parts = new(StringComparer.Ordinal)
    {
        ["discount"] = ("rate", part => Discount.Percent("any", part)),
        ["diversion"] = ("share", part => DiversionSanction.Warning.WithDepositShare(part)),
        ["forecast"] = ("probability", part => new PipelineStage("any", part, ForecastCategory.BestCase)),
        ["range"] = ("share", part => RangeTarget.AtMost("any", part)),
        ["commission"] = ("share", part => DebitRecoveryRule.Of(part)),
        ["rebate"] = ("rate", part => RebateSequenceDeal.OnRest("any", part)),
        ["waterfall"] = ("rate", part => WaterfallRule.Percent("any", WaterfallBase.List, part)),
    };

    [Theory]
    [InlineData("discount")]
    [InlineData("diversion")]
    [InlineData("forecast")]
    [InlineData("range")]
    [InlineData("commission")]
    [InlineData("rebate")]
    [InlineData("waterfall")]
    public void It_is_from_nothing_to_all(string asked)
    {
        var (parameter, make) = s_parts[asked];
        Assert.NotNull(make(Percentage.Zero));
        Assert.NotNull(make(Percentage.OneHundred));

        foreach (var beyond in new[] { Percentage.FromPercent(-0.0001m), Percentage.FromPercent(100.0001m) })
        {
            var refused = Assert.Throws<ArgumentOutOfRangeException>(() => make(beyond));

            Assert.Equal(parameter, refused.ParamName);
            Assert.Equal(beyond.ToString(), refused.ActualValue);
            Assert.StartsWith(parameter + " must be from 0% to 100%", refused.Message, StringComparison.Ordinal);
        }
    }
}
