using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Rebates;

/// <summary>Several rebates on one sale, in a declared order.</summary>
public sealed class SequencesOfDeals
{
    /// <summary>ST-18: MicrosoftDocs, rebate-reduction-principle.md.</summary>
    [Theory]
    [InlineData("1234", 610)]
    [InlineData("4321", 650)]
    [InlineData("3214", 625)]
    [InlineData("2413", 630)]
    public void ST_18_Four_deals_in_four_orders(string order, int total)
    {
        var result = Declared(order).Evaluate(Cny(1_000m));

        Assert.Equal(Cny(total), result.Total);
        Assert.True(result.Explain().IsVerified);
        Assert.Equal(Cny(-total), Declared(order).Evaluate(Cny(-1_000m)).Total);
    }

    [Fact]
    public void Other_orders_are_shown_once_a_total_and_never_the_total_that_is_declared()
    {
        var others = Declared("1234").OtherOrders(Cny(1_000m));

        Assert.Equal(others.Select(other => other.Total).Distinct().OrderBy(total => total), others.Select(other => other.Total));
        Assert.All(others, other => Assert.Equal(4, other.Lines.Count));
        Assert.Empty(
            RebateSequence.Of(Rounding.Commercial, RebateSequenceDeal.OnGross("a", Percent(5)), RebateSequenceDeal.OnGross("b", Percent(7)))
                .OtherOrders(Cny(1_000m)));
    }

    [Fact]
    public void More_than_seven_deals_have_too_many_orders_to_show()
    {
        RebateSequence Of(int count) =>
            RebateSequence.Of(
                Rounding.Commercial,
                [.. Enumerable.Range(1, count).Select(i => RebateSequenceDeal.OnGross(new string('d', i), Percent(1)))]);

        Assert.Empty(Of(7).OtherOrders(Cny(100m)));
        Assert.Throws<InvalidOperationException>(() => Of(8).OtherOrders(Cny(100m)));
    }

    [Property]
    public void All_of_the_whole_give_the_same_in_every_order_and_of_the_rest_never_more(int cents, byte first, byte second)
    {
        var (a, b) = (Percent(first % 101), Percent(second % 101));
        var amount = Cny(Math.Abs((decimal)cents) / 100m);
        Money Total(params RebateSequenceDeal[] deals) => RebateSequence.Of(Rounding.Commercial, deals).Evaluate(amount).Total;
        var whole = Total(RebateSequenceDeal.OnGross("a", a), RebateSequenceDeal.OnGross("b", b));
        var rest = Total(RebateSequenceDeal.OnGross("a", a), RebateSequenceDeal.OnRest("b", b));

        Assert.Equal(whole, Total(RebateSequenceDeal.OnGross("b", b), RebateSequenceDeal.OnGross("a", a)));
        Assert.True(rest <= whole);
        Assert.Equal(whole, Total(RebateSequenceDeal.OnGross("a", a).NotReducing(), RebateSequenceDeal.OnRest("b", b)));
    }

    /// <summary>The deals of ST-18: 1 and 2 of the whole, 3 and 4 of the rest; the second reduces no other.</summary>
    internal static RebateSequence Declared(string order)
    {
        var deals = new Dictionary<char, RebateSequenceDeal>
        {
            ['1'] = RebateSequenceDeal.OnGross("1", Percent(10)),
            ['2'] = RebateSequenceDeal.OnGross("2", Percent(15)).NotReducing(),
            ['3'] = RebateSequenceDeal.OnRest("3", Percent(20)),
            ['4'] = RebateSequenceDeal.OnRest("4", Percent(25)),
        };
        return RebateSequence.Of(Rounding.Commercial, [.. order.Select(deal => deals[deal])]);
    }
}
