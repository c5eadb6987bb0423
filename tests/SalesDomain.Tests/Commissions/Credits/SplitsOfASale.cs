using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using Xunit;

namespace SalesDomain.Tests.Commissions.Credits;

public sealed class SplitsOfASale
{
    private static readonly Apportionment s_hundredths = Apportionment.InUnitsOf(0.01m);

    [Fact]
    public void A_total_of_less_or_more_than_the_whole_is_refused_and_named()
    {
        var short_ = Assert.Throws<ArgumentException>("parts", () => Of(("Lin", 60m), ("Wu", 39.99m)));
        Assert.Contains("99.99% in 'Lin 60%, Wu 39.99%'", short_.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("parts", () => Of(("Lin", 60m), ("Wu", 40.01m)));
        Assert.Equal("Lin 60%, Wu 40%", Of(("Lin", 60m), ("Wu", 40m)).ToString());
        Assert.Throws<ArgumentException>("parts", () => CreditSplit.Of(Array.Empty<(string, Percentage)>()));
    }

    [Fact]
    public void Nobody_is_in_it_twice_or_for_nothing()
    {
        var twice = Assert.Throws<ArgumentException>("parts", () => Of(("Lin", 60m), ("Lin", 40m)));
        Assert.Contains("Lin", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("parts", () => Of(("Lin", 100m), ("Wu", 0m)));
        Assert.Throws<ArgumentOutOfRangeException>("parts", () => Of(("Lin", 110m), ("Wu", -10m)));
        Assert.Throws<ArgumentException>("parts", () => CreditSplit.Of(("Lin", Percentage.OneHundred, " closer")));
    }

    [Fact]
    public void Equal_parts_leave_nothing_over()
    {
        Assert.Equal("a 33.34%, b 33.33%, c 33.33%", CreditSplit.Evenly(s_hundredths, "a", "b", "c").ToString());
        Assert.Equal(
            "a 33.33%, b 33.33%, c 33.34%", CreditSplit.Evenly(s_hundredths.WithTies(TieBreak.Last), "a", "b", "c").ToString());
        Assert.Equal("a 100%", CreditSplit.Evenly(s_hundredths, "a").ToString());
        Assert.Throws<ArgumentException>("payees", () => CreditSplit.Evenly(s_hundredths, "a", "a"));
        Assert.Throws<ArgumentOutOfRangeException>("payees", () => CreditSplit.Evenly(Apportionment.InUnitsOf(50m), "a", "b", "c"));
        Assert.Throws<InvalidOperationException>(() => CreditSplit.Evenly(Apportionment.ToMinorUnit, "a", "b"));
    }

    [Property]
    public Property Equal_parts_total_the_whole_and_differ_by_one_unit_at_most() =>
        Prop.ForAll(Gen.Choose(1, 300).ToArbitrary(), count =>
        {
            var split = CreditSplit.Evenly(s_hundredths, [.. Enumerable.Range(0, count)]);
            Assert.Equal(1m, split.Parts.Sum(part => part.Share.Fraction));
            Assert.True(split.Parts.Max(part => part.Share.Fraction) - split.Parts.Min(part => part.Share.Fraction) <= 0.0001m);
        });

    [Fact]
    public void Roles_are_for_people_to_read()
    {
        var split = CreditSplit.Of(
            ("Lin", Percentage.FromPercent(70), "closer"), ("Wu", Percentage.FromPercent(30), "account manager"));

        Assert.Equal("Lin 70% (closer), Wu 30% (account manager)", split.ToString());
        Assert.Equal("closer", split.Parts[0].Role);
        Assert.Null(Of(("Lin", 100m)).Parts[0].Role);
        TestHelper.TestEqualsClass(Of(("a", 60m), ("b", 40m)), Of(("a", 60.0m), ("b", 40m)), Of(("a", 40m), ("b", 60m)), Of(("a", 100m)));
    }

    private static CreditSplit<string> Of(params (string, decimal)[] parts) =>
        CreditSplit.Of([.. parts.Select(part => (part.Item1, Percentage.FromPercent(part.Item2)))]);
}
