using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

[Properties(Arbitrary = [typeof(AnyDiscounts)])]
public sealed class LawsOfDiscounts
{
    [Property(MaxTest = 300)]
    public void The_order_of_discounts_and_lines_changes_no_figure(AnyDiscounts any)
    {
        var (given, shuffled) = (any.Given, any.Shuffled.Apply(any.ShuffledDocument, ["A"]));

        Assert.Equal(any.Schedule, any.Shuffled);
        Assert.Equal(any.Document, any.ShuffledDocument);
        Assert.Equal(given.Explain().ToString(), shuffled.Explain().ToString());
        Assert.Equal(given.Reasons, shuffled.Reasons);
        Assert.Equal(given.ToString(), shuffled.ToString());
    }

    [Property(MaxTest = 300)]
    public void List_less_deductions_is_net_by_line_and_document(AnyDiscounts any)
    {
        var given = any.Given;

        Assert.Equal(given.Net, Money.Sum(Currency.CNY, given.Lines.Select(line => line.Net)));
        foreach (var line in given.Lines)
        {
            Assert.Equal(line.Net, line.ListAmount - line.FreeGoods - Money.Sum(Currency.CNY, line.Deductions.Select(each => each.Amount)));
            Assert.True(line.Net.IsInMinorUnits);
            Assert.All(line.Deductions, each => Assert.Equal(each.Asked, each.Amount + each.Refused));
        }

        Assert.All(given.Deductions, total => Assert.Equal(total.Asked, total.Amount + total.Refused));
        Assert.Equal(
            given.Discounted,
            Money.Sum(
                Currency.CNY, given.Deductions.Select(total => total.Amount).Concat(given.Lines.Select(line => line.FreeGoods))));
    }

    [Property(MaxTest = 300)]
    public void No_line_goes_below_its_floor_or_below_nothing(AnyDiscounts any)
    {
        foreach (var line in any.Given.Lines.Where(line => !line.Line.IsFree))
        {
            var (net, list) = (line.Net.Abs(), line.ListAmount.Abs());
            var floor = (line.Line.Floor ?? Cny(0m)) * line.Line.Quantity.Abs().Amount;
            Assert.True(net >= Money.Min(floor, list), line + " of " + line.Line);
            Assert.True(net <= list, line + " is above its list price");
            Assert.True(!line.Line.IsReturn || (line.Net == line.ListAmount && line.Deductions.Count == 0), line.ToString());
        }
    }

    [Property(MaxTest = 200)]
    public void Every_figure_explains_itself(AnyDiscounts any, NonNegativeInt choice)
    {
        var given = any.Given;

        Assert.Equal((Figure)given.Net, given.Explain().Value);
        Tampering.IsNamed(given.Explain(), choice.Get);
        Assert.Equal(Figure.OrAbsent(given.EffectiveDiscount), given.ExplainEffectiveDiscount().Value);
        Assert.True(given.ExplainEffectiveDiscount().IsVerified);
        Assert.All(given.Deductions, total => Assert.Equal((Figure)total.Amount, total.Explain().Value));
        Assert.All(given.Deductions, total => Assert.True(total.Explain().IsVerified));
    }

    [Property(MaxTest = 300)]
    public void More_discount_never_raises_the_net(PositiveInt first, PositiveInt more, PositiveInt price, NonNegativeInt quantity)
    {
        Money Net(decimal percent) =>
            Schedule(
                    Discount.Percent("first", Percent(percent)).At(10), Discount.Percent("second", Percent(7)).At(20),
                    Discount.OfOrder("order", Percent(3)).At(30))
                .Apply(Order(Line(1, price.Get / 100m, 1m + quantity.Get).WithFloor(Cny(price.Get / 300m)))).Net;

        var less = first.Get % 101;
        Assert.True(Net(Math.Min(100, less + (more.Get % 50))) <= Net(less));
    }
}
