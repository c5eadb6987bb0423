using System;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

public sealed class CapacityForCalls
{
    // March 2026 has 22 days from Monday to Friday: 8 calls a day are 176 for one, 528 for three.
    private static readonly CallCapacity s_three = CallCapacity.Of(8m, WorkCalendar.MondayToFriday, DateSpan.OfMonth(2026, 3), 3m);

    [Fact]
    public void What_is_spare_or_short_is_said_in_calls_and_in_days_of_one_person()
    {
        Assert.Equal((22m, 528m), (s_three.SellingDays, s_three.Calls));
        Assert.Equal("8 calls a day × 22 days × 3 people", s_three.ToString());

        var spare = s_three.Load(500m);
        Assert.Equal((true, 28m, 0m, 28m, 3.5m), (spare.IsEnough, spare.Spare, spare.Shortfall, spare.Balance, spare.BalanceDays));
        Assert.Equal("spare 28 calls, 3.5 days", spare.ToString());

        var shortOf = s_three.Load(564m);
        Assert.Equal((false, 0m, 36m, -36m, -4.5m), (shortOf.IsEnough, shortOf.Spare, shortOf.Shortfall, shortOf.Balance,
            shortOf.BalanceDays));
        Assert.Equal("short by 36 calls, 4.5 days", shortOf.ToString());
        Assert.Equal(Percent(106.82m), shortOf.Utilization.To(2));
    }

    [Fact]
    public void Just_enough_is_enough()
    {
        Assert.True(s_three.Load(528m).IsEnough);
        Assert.False(s_three.Load(528.01m).IsEnough);
        Assert.Equal("spare 0 calls, 0 days", s_three.Load(528m).ToString());
        Assert.Equal(Percent(100m), s_three.Load(528m).Utilization);
    }

    [Fact]
    public void Without_people_there_is_no_utilization()
    {
        var none = CallCapacity.Of(8m, 22m, 0m).Load(10m);

        Assert.Null(none.Utilization);
        Assert.Equal(Figure.Absent, none.ExplainUtilization().Value);
        Assert.Equal(10m, none.Shortfall);
    }

    [Fact]
    public void Numbers_below_their_least_are_refused()
    {
        Assert.Equal("callsPerDay", Assert.Throws<ArgumentOutOfRangeException>(() => CallCapacity.Of(0m, 1m, 1m)).ParamName);
        Assert.Equal("sellingDays", Assert.Throws<ArgumentOutOfRangeException>(() => CallCapacity.Of(1m, -1m, 1m)).ParamName);
        Assert.Equal("people", Assert.Throws<ArgumentOutOfRangeException>(() => CallCapacity.Of(1m, 1m, -0.5m)).ParamName);
        Assert.Equal("span", Assert.Throws<ArgumentException>(
            () => CallCapacity.Of(1m, WorkCalendar.MondayToFriday, default, 1m)).ParamName);
        Assert.Equal("calls", Assert.Throws<ArgumentOutOfRangeException>(() => s_three.Load(-1m)).ParamName);
    }

    [Fact]
    public void A_changed_figure_is_named()
    {
        Tampering.EveryChangeIsNamed(s_three.Load(564m).Explain());
        Tampering.EveryChangeIsNamed(s_three.Load(564m).ExplainUtilization());
    }

    [Property]
    public Property Either_the_spare_or_the_shortfall_is_zero_and_all_is_explained() =>
        Prop.ForAll(Gen.Choose(1, 90).ToArbitrary(), Gen.Choose(0, 250).ToArbitrary(), Gen.Choose(0, 9_000).ToArbitrary(),
            (perDay, days, calls) =>
        {
            var load = CallCapacity.Of(perDay / 7m, days / 10m, 2.5m).Load(calls / 3m);

            Assert.Equal(load.Balance, load.Spare - load.Shortfall);
            Assert.Equal(0m, Math.Min(load.Spare, load.Shortfall));
            Assert.Empty(load.Explain().Verify());
            Assert.Empty(load.ExplainUtilization().Verify());
        });
}
