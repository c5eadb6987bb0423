using System;
using System.Linq;
using NodaTime;
using Xunit;
using static SalesDomain.Tests.Authorities.AuthoritySample;

namespace SalesDomain.Tests.Authorities;

public sealed class WhoMayDecide
{
    [Fact]
    public void The_lowest_role_that_keeps_every_limit_decides()
    {
        foreach (var figures in EveryCase())
        {
            var broken = Broken(figures).ToLookup(limit => limit.Role);
            var expected = Sales.Roles.Where(role => !broken.Contains(role)).Cast<RoleId?>().FirstOrDefault();
            Assert.Equal(expected, Sales.Decide(figures).Role);
        }
    }

    [Fact]
    public void A_role_may_decide_exactly_when_it_keeps_every_limit_and_then_all_above_it_may()
    {
        foreach (var figures in EveryCase())
        {
            var broken = Broken(figures).Select(limit => limit.Role).Distinct().ToArray();
            var may = Sales.Roles.Select(role => Sales.MayDecide(role, figures)).ToArray();
            Assert.Equal(Sales.Roles.Select(role => !broken.Contains(role)), may);
            Assert.Equal(may.OrderBy(each => each), may);
        }
    }

    [Fact]
    public void The_reasons_are_every_limit_broken_below_the_deciding_role()
    {
        foreach (var figures in EveryCase())
        {
            var decision = Sales.Decide(figures);
            var below = Sales.Roles.TakeWhile(role => role != decision.Role).ToArray();
            var expected = Broken(figures).Where(limit => below.Contains(limit.Role)).Select(limit => (limit.Role.Code, limit.Figure));
            Assert.Equal(expected, decision.Reasons.Where(reason => reason.Code != "authority.nobody").Select(Place));
            Assert.Equal(decision.Role is null, decision.Reasons.Any(reason => reason.Code == "authority.nobody"));
            Assert.All(Sales.Roles, role => Assert.Equal(
                Broken(figures).Where(limit => limit.Role == role).Select(limit => (role.Code, limit.Figure)),
                decision.ReasonsAgainst(role).Select(Place)));
        }
    }

    [Fact]
    public void Every_decision_explains_itself()
    {
        foreach (var figures in EveryCase())
        {
            var decision = Sales.Decide(figures);
            var explanation = decision.Explain();
            Assert.Empty(explanation.Verify());
            Assert.Equal(decision.Role is { } role ? role.Code : Figure.Absent, explanation.Value);
        }
    }

    [Fact]
    public void Figures_may_come_in_any_order()
    {
        foreach (var figures in EveryCase())
            Assert.Equal(Sales.Decide(figures).ToString(), Sales.Decide([figures[2], figures[0], figures[3], figures[1]]).ToString());
    }

    [Fact]
    public void Reasons_state_role_figure_value_limit_and_by_how_much()
    {
        var decision = Sales.Decide(Case(Percent(12.6m), 60m, Percent(14m), Cny(12_500m)));

        Assert.Equal(Director, decision.Role);
        Assert.Equal(
            [
                "authority.over-limit (role salesperson, figure discount, value 12.6%, limit 5%, excess points 7.6)",
                "authority.over-limit (role salesperson, figure payment days, value 60, limit 30, excess 30)",
                "authority.below-limit (role salesperson, figure margin, value 14%, limit 20%, shortfall points 6)",
                "authority.over-limit (role salesperson, figure overrun, value CNY 12500.00, limit CNY 0.00, excess CNY 12500.00)",
                "authority.over-limit (role area manager, figure discount, value 12.6%, limit 10%, excess points 2.6)",
                "authority.over-limit (role area manager, figure payment days, value 60, limit 45, excess 15)",
                "authority.below-limit (role area manager, figure margin, value 14%, limit 15%, shortfall points 1)",
            ],
            decision.Reasons.Select(reason => reason.ToString()));
        Assert.Empty(decision.ReasonsAgainst(Director));
        Assert.StartsWith("sales director; authority.over-limit (role salesperson", decision.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_nobody_knows_needs_a_role_without_limit()
    {
        var decision = Sales.Decide(Case(Percent(0m), Figure.Absent, Percent(20m), Cny(0m)));

        Assert.Equal(Director, decision.Role);
        Assert.Equal("authority.unknown-figure (role salesperson, figure payment days, limit 30)", decision.Reasons[0].ToString());
        Assert.Null(Sales.Decide(Case(Figure.Absent, 30m, Percent(20m), Cny(0m))).Role);
    }

    [Fact]
    public void Nobody_is_an_answer_with_a_reason()
    {
        var beyond = Sales.Decide(Case(Percent(20.01m), 30m, Percent(20m), Cny(0m)));
        Assert.Null(beyond.Role);
        Assert.Equal(
            "authority.over-limit (role sales director, figure discount, value 20.01%, limit 20%, excess points 0.01)",
            beyond.Reasons[2].ToString());
        Assert.Equal("authority.nobody", beyond.Reasons[3].ToString());
        Assert.StartsWith("nobody; ", beyond.ToString(), StringComparison.Ordinal);

        var empty = Authority.Over("discount").Decide(("discount", Percent(0m)));
        Assert.Equal("authority.nobody", Assert.Single(empty.Reasons).Code);
        Assert.True(empty.Explain().IsVerified);
    }

    [Fact]
    public void A_role_that_is_not_in_the_table_has_no_authority_which_is_not_a_limit_of_zero()
    {
        var figures = Case(Percent(0m), 0m, Percent(100m), Cny(0m));
        var clerk = new RoleId("clerk");

        Assert.False(Sales.MayDecide(clerk, figures));
        Assert.Null(Sales.LimitOf(clerk, "discount"));
        Assert.Equal("authority.no-role (role clerk)", Assert.Single(Sales.Decide(figures).ReasonsAgainst(clerk)).ToString());
        Assert.Equal(AuthorityLimit.AtMost(Cny(0m)), Sales.LimitOf(Salesperson, "overrun"));
        Assert.True(Sales.MayDecide(Salesperson, figures));
    }

    [Fact]
    public void No_limit_is_not_a_limit_of_zero()
    {
        Assert.Equal(AuthorityLimit.Unlimited, Sales.LimitOf(Director, "payment days"));
        Assert.True(Sales.MayDecide(Director, Case(Percent(0m), 100_000m, Percent(100m), Cny(0m))));
        Assert.False(Authority.Over("days").With(Director, ("days", AuthorityLimit.AtMost(0m))).MayDecide(Director, ("days", 1m)));
    }

    // 8 % and then 5 % are each within a limit of 10 %, and 12.6 % together are not.
    [Fact]
    public void Two_discounts_in_succession_are_judged_together()
    {
        var authority = Authority.Over("discount").With(AreaManager, ("discount", AuthorityLimit.AtMost(Percent(10m))));
        var (list, net) = (Cny(1000m), Cny(1000m * 0.92m * 0.95m));
        var effective = (Percentage.OneHundred - Percentage.Ratio(net, list))!.Value;

        Assert.Equal(Percent(12.6m), effective);
        Assert.True(authority.MayDecide(AreaManager, ("discount", Percent(8m))));
        Assert.True(authority.MayDecide(AreaManager, ("discount", Percent(5m))));
        Assert.False(authority.MayDecide(AreaManager, ("discount", effective)));
    }

    // One free for ten bought: 11 pieces at list against 10 paid, 8 % and 5 % off these.
    [Fact]
    public void Free_goods_count_at_list()
    {
        var effective = (Percentage.OneHundred - Percentage.Ratio(Cny(10m * 100m * 0.92m * 0.95m), Cny(11m * 100m)))!.Value;

        Assert.Equal("20.55%", effective.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)).ToString());
        Assert.Null(Sales.Decide(Case(effective, 30m, Percent(20m), Cny(0m))).Role);
    }

    [Fact]
    public void Days_of_the_calendar_are_limits_too()
    {
        var held = Authority.Over("price held until")
            .With(Salesperson, ("price held until", AuthorityLimit.AtMost(new LocalDate(2026, 6, 30))));

        Assert.True(held.MayDecide(Salesperson, ("price held until", new LocalDate(2026, 6, 30))));
        Assert.Equal(
            "authority.over-limit (role salesperson, figure price held until, value 2026-07-02, limit 2026-06-30, excess 2)",
            held.Decide(("price held until", new LocalDate(2026, 7, 2))).Reasons[0].ToString());
        Assert.True(held.Decide(("price held until", new LocalDate(2026, 7, 2))).Explain().IsVerified);
    }

    private static (string Role, string Figure) Place(Reason reason) =>
        (reason.Find("role").ToString()!, reason.Find("figure").ToString()!);
}
