using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

public sealed class SizeByMargin
{
    // At 40 % margin and 40 a person, the next one must add more than 100 to sales.
    private static readonly IncrementalMethod s_concave = IncrementalMethod.Of(
        Percent(40), Usd(40m), (10, Usd(2_000m)), (11, Usd(2_150m)), (12, Usd(2_260m)), (13, Usd(2_340m)), (14, Usd(2_400m)));

    [Fact]
    public void People_are_added_while_the_next_one_pays()
    {
        var size = s_concave.Size();

        Assert.Equal(12, size.People);
        Assert.Equal((Usd(4m), Usd(424m)), (size.FirstStop.MarginalProfit!.Value, size.FirstStop.Profit));
        Assert.Equal((13, Usd(-8m)), (size.Beyond!.People, size.Beyond.MarginalProfit!.Value));
        Assert.Same(size.FirstStop, size.Best);
        Assert.Empty(size.Reasons);
        Assert.Equal([null, true, true, false, false], size.Sizes.Select(step => step.Pays));
        Assert.Equal([null, Usd(150m), Usd(110m), Usd(80m), Usd(60m)], size.Sizes.Select(step => step.AddedSales));
        Tampering.EveryChangeIsNamed(size.Explain());
        Assert.All(size.Sizes, step => Tampering.EveryChangeIsNamed(step.Explain()));
        Assert.Equal("12: USD 424.00, last one USD 4.00", size.FirstStop.ToString());
    }

    [Fact]
    public void One_who_brings_exactly_what_he_costs_is_added_only_when_that_is_declared()
    {
        var even = IncrementalMethod.Of(Percent(40), Usd(40m), (10, Usd(2_000m)), (11, Usd(2_100m)), (12, Usd(2_199.99m)));

        Assert.Equal((10, 10), (even.Size().People, even.Size().Best.People));
        Assert.Equal((11, 11), (even.AddingAtBreakEven().Size().People, even.AddingAtBreakEven().Size().Best.People));
        Tampering.EveryChangeIsNamed(even.Size().Explain());
        Tampering.EveryChangeIsNamed(even.AddingAtBreakEven().Size().Explain());
    }

    [Fact]
    public void A_later_gain_after_a_loss_is_seen()
    {
        // The twelfth loses, but three together open a region.
        var size = IncrementalMethod.Of(
            Percent(40), Usd(40m), (10, Usd(2_000m)), (11, Usd(2_150m)), (12, Usd(2_200m)), (13, Usd(2_250m)), (14, Usd(2_800m))).Size();

        Assert.Equal((11, 14), (size.People, size.Best.People));
        var reason = Assert.Single(size.Reasons, each => each.Code == "sizing.later-gain");
        Assert.Equal("sizing.later-gain (people 11, profit USD 420.00, best people 14, best profit USD 560.00)", reason.ToString());
    }

    [Fact]
    public void The_end_of_the_table_is_no_stop()
    {
        var size = IncrementalMethod.Of(Percent(40), Usd(40m), (10, Usd(2_000m)), (11, Usd(2_150m))).Size();
        Assert.Equal(11, size.People);
        Assert.Null(size.Beyond);
        Assert.Equal(["sizing.end-of-table"], size.Reasons.Select(reason => reason.Code));
        Tampering.EveryChangeIsNamed(size.Explain());

        var alone = IncrementalMethod.Of(Percent(40), Usd(40m), (10, Usd(2_000m))).Size();
        Assert.Equal(10, alone.People);
        Assert.Empty(alone.Reasons);
        Tampering.EveryChangeIsNamed(alone.Explain());
        Assert.Null(alone.FirstStop.ExplainMarginalProfit());
    }

    [Fact]
    public void Between_two_sizes_of_the_table_sales_are_on_the_straight_line()
    {
        var size = IncrementalMethod.Of(Percent(50), Usd(40m), (10, Usd(1_000m)), (13, Usd(1_400m)), (15, Usd(1_500m))).Size();

        Assert.Equal([10, 11, 12, 13, 14, 15], size.Sizes.Select(step => step.People));
        Assert.Equal(Usd(1_000m) + (Usd(400m) / 3m), size.Sizes[1].Sales);
        Assert.Equal(Usd(1_450m), size.Sizes[4].Sales);
        Assert.Equal(13, size.People);
        Tampering.EveryChangeIsNamed(size.Explain());
        Assert.All(size.Sizes, step => Tampering.EveryChangeIsNamed(step.Explain()));
    }

    [Fact]
    public void Break_even_between_two_sizes_is_not_decided_on_a_third_of_an_amount()
    {
        // Three people bring 100 at 30 %, and cost 30: exactly what they bring, though no third of 100 says so.
        var method = IncrementalMethod.Of(Percent(30), Usd(10m), (10, Usd(100m)), (13, Usd(200m)));
        var size = method.AddingAtBreakEven().Size();
        Assert.Equal((13, 13), (size.People, size.Best.People));
        Assert.All(size.Sizes.Skip(1), step => Assert.Equal((Usd(0m), true), (step.MarginalProfit!.Value, step.Pays!.Value)));
        Tampering.EveryChangeIsNamed(size.Explain());
        Assert.All(size.Sizes.Skip(1), step => Tampering.EveryChangeIsNamed(step.ExplainMarginalProfit()!));

        Assert.Equal((10, 10), (method.Size().People, method.Size().Best.People));
        Assert.Equal(11, method.Size().Beyond!.People);
        Assert.Empty(method.Size().Reasons);
        Tampering.EveryChangeIsNamed(method.Size().Explain());

        // A cent on either side decides.
        Assert.Equal(13, IncrementalMethod.Of(Percent(30), Usd(10m), (10, Usd(100m)), (13, Usd(200.01m))).Size().People);
        Assert.Equal(
            10, IncrementalMethod.Of(Percent(30), Usd(10m), (10, Usd(100m)), (13, Usd(199.99m))).AddingAtBreakEven().Size().People);
    }

    [Property]
    public Property Between_two_sizes_all_pay_or_none_as_whole_numbers_say() =>
        Prop.ForAll(
            Segments().ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (segments, cost, isEven) =>
        {
            // At 30 %, sales × 3 against cost × 10, in whole numbers.
            var (people, sales) = (2, 100);
            (int, Money)[] table = [(people, Usd(sales)), .. segments.Select(each => (people += each.Added, Usd(sales += each.Gain)))];
            var method = IncrementalMethod.Of(Percent(30), Usd(cost), table);
            var size = (isEven ? method.AddingAtBreakEven() : method).Size();
            var paying = segments.TakeWhile(
                each => isEven ? each.Gain * 3 >= cost * each.Added * 10 : each.Gain * 3 > cost * each.Added * 10);
            Assert.Equal(2 + paying.Sum(each => each.Added), size.People);

            var profits = table.Select(point => (point.Item1, Profit: ((int)point.Item2.Amount * 3) - (cost * point.Item1 * 10))).ToArray();
            var most = profits.Max(each => each.Profit);
            var best = profits.Where(each => each.Profit == most).ToArray();
            Assert.Equal((isEven ? best[best.Length - 1] : best[0]).Item1, size.Best.People);
            Assert.True(size.Explain().IsVerified && size.Explain().Value == (Figure)(decimal)size.People);
            Assert.All(size.Sizes.Skip(1), step =>
                Assert.True(step.ExplainMarginalProfit() is { IsVerified: true } why && why.Value == (Figure)step.MarginalProfit!.Value));
        });

    [Property]
    public Property Every_added_person_pays_the_next_does_not_and_no_size_beats_the_best() =>
        Prop.ForAll(
            Gen.Choose(-50, 300).ListOf(8).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(),
            (gains, cost, isEven) =>
        {
            var sales = 1_000m;
            (int, Money)[] table = [(3, Cny(sales)), .. gains.Select((gain, i) => (i + 4, Cny(sales += gain)))];
            var method = IncrementalMethod.Of(Percent(50), Cny(cost), table);
            var size = (isEven ? method.AddingAtBreakEven() : method).Size();
            var pays = gains.Select(gain => isEven ? gain * 0.5m >= cost : gain * 0.5m > cost).ToArray();

            Assert.Equal(3 + pays.TakeWhile(each => each).Count(), size.People);
            Assert.Equal(size.Sizes.Max(step => step.Profit), size.Best.Profit);
            Assert.All(size.Sizes, step => Assert.True(step.Explain().IsVerified && step.Explain().Value == (Figure)step.Profit));
            Assert.Equal(size.Best.Profit > size.FirstStop.Profit, size.Reasons.Any(reason => reason.Code == "sizing.later-gain"));
            Assert.True(size.Explain().IsVerified && size.Explain().Value == (Figure)(decimal)size.People);

            // Falling gains have one stop, and it is the best.
            var falling = gains.OrderByDescending(gain => gain).ToArray();
            sales = 1_000m;
            var concave = IncrementalMethod.Of(
                Percent(50), Cny(cost), [(3, Cny(sales)), .. falling.Select((gain, i) => (i + 4, Cny(sales += gain)))]).Size();
            Assert.Equal(concave.Best.People, concave.People);
        });

    [Fact]
    public void Tables_are_equal_by_value_and_what_makes_no_sense_is_refused()
    {
        var method = IncrementalMethod.Of(Percent(40), Usd(40m), (10, Usd(1m)), (12, Usd(2m)));
        TestHelper.TestEqualsClass(
            method, IncrementalMethod.Of(Percent(40), Usd(40m), (10, Usd(1m)), (12, Usd(2m))), method.AddingAtBreakEven(),
            IncrementalMethod.Of(Percent(41), Usd(40m), (10, Usd(1m)), (12, Usd(2m))),
            IncrementalMethod.Of(Percent(40), Usd(40m), (10, Usd(1m))));
        Assert.Equal("10: USD 1.00, 12: USD 2.00; margin 40%; USD 40.00 a person", method.ToString());

        Assert.Equal("response", Assert.Throws<ArgumentException>(() => IncrementalMethod.Of(Percent(40), Usd(40m))).ParamName);
        Assert.Equal(
            "response",
            Assert.Throws<ArgumentException>(() => IncrementalMethod.Of(Percent(40), Usd(40m), (2, Usd(1m)), (2, Usd(1m)))).ParamName);
        Assert.Equal(
            "response", Assert.Throws<ArgumentException>(() => IncrementalMethod.Of(Percent(40), Usd(40m), (-1, Usd(1m)))).ParamName);
        Assert.Equal(
            "response",
            Assert.Throws<ArgumentException>(() => IncrementalMethod.Of(Percent(40), Usd(40m), (0, Usd(1m)), (100_000, Usd(1m))))
                .ParamName);
        Assert.Equal(
            "response",
            Assert.Throws<CurrencyMismatchException>(() => IncrementalMethod.Of(Percent(40), Usd(40m), (1, Cny(1m)))).ParamName);
        Assert.Equal(
            "margin", Assert.Throws<ArgumentOutOfRangeException>(() => IncrementalMethod.Of(Percent(0), Usd(40m), (1, Usd(1m)))).ParamName);
        Assert.Equal(
            "margin",
            Assert.Throws<ArgumentOutOfRangeException>(() => IncrementalMethod.Of(Percent(100.01m), Usd(40m), (1, Usd(1m)))).ParamName);
        Assert.Equal(
            "costPerPerson",
            Assert.Throws<ArgumentOutOfRangeException>(() => IncrementalMethod.Of(Percent(40), Usd(0m), (1, Usd(1m)))).ParamName);
    }

    // Gains of ten thirds a person among them, so that ties are common.
    private static Gen<(int Added, int Gain)[]> Segments() =>
        (from added in Gen.Choose(1, 7)
         from price in Gen.Choose(-3, 14)
         from off in Gen.Elements(0, 0, 1, -1)
         select (added, (added * price * 10 / 3) + off)).ListOf(5).Select(rows => rows.ToArray());
}
