using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Amounts;

public sealed class DiscountsInSuccession
{
    [Fact]
    public void Each_take_off_the_price_that_the_one_before_left()
    {
        Assert.Equal(Percentage.FromPercent(12.6m), Percentage.Successive(Percentage.FromPercent(8), Percentage.FromPercent(5)));
        Assert.Equal(Percentage.FromPercent(28), Percentage.Successive(Percentage.FromPercent(20), Percentage.FromPercent(10)));
    }

    [Fact]
    public void Of_which_there_are_none_take_nothing()
    {
        Assert.Equal(Percentage.Zero, Percentage.Successive());
        Assert.Equal(Percentage.Zero, Percentage.Successive(new List<Percentage>()));
    }

    [Property]
    public void Give_the_price_that_applying_them_one_by_one_gives(Money list, Percentage first, Percentage second)
    {
        var net = first.Complement().Of(list) * second.Complement();

        Assert.Equal(net, Percentage.Successive(first, second).Complement().Of(list));
    }

    [Property]
    public void Commute(Percentage first, Percentage second, Percentage third) =>
        Assert.Equal(Percentage.Successive(first, second, third), Percentage.Successive(third, first, second));

    [Property]
    public void One_alone_is_itself_and_with_zero_or_the_whole_nothing_changes(Percentage discount)
    {
        Assert.Equal(discount, Percentage.Successive(discount));
        Assert.Equal(discount, Percentage.Successive(discount, Percentage.Zero));
        Assert.Equal(Percentage.OneHundred, Percentage.Successive(discount, Percentage.OneHundred));
    }

    [Property]
    public void Are_the_same_from_an_array_and_from_a_sequence(Percentage[] discounts)
    {
        var few = discounts.Take(3).ToArray();

        Assert.Equal(Percentage.Successive(few), Percentage.Successive(few.Select(discount => discount)));
    }

    [Property]
    public void Take_less_together_than_their_sum(byte first, byte second)
    {
        var (one, other) = (Percentage.FromPercent(first % 101), Percentage.FromPercent(second % 101));

        Assert.True(Percentage.Successive(one, other) <= one + other);
        Assert.True(Percentage.Successive(one, other) >= one);
        Assert.Equal(one + other - (one * other), Percentage.Successive(one, other));
    }

    [Fact]
    public void Null_is_refused_by_its_name()
    {
        Assert.Equal(
            "discounts", Assert.Throws<ArgumentNullException>(() => Percentage.Successive((IEnumerable<Percentage>)null!)).ParamName);
        Assert.Equal("discounts", Assert.Throws<ArgumentNullException>(() => Percentage.Successive((Percentage[])null!)).ParamName);
    }
}
