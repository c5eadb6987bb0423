using System;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class TextOfTerms
{
    private static readonly PaymentTerms s_ladder = PaymentTerms.Net(60).WithDiscount(Percent(2), 10).WithDiscount(Percent(1), 20);

    [Fact]
    public void Terms_round_trip()
    {
        TestHelper.TestRoundTrip(s_ladder, "2/10 1/20 n/60");
        TestHelper.TestRoundTrip(PaymentTerms.Of(DueRule.Days(30).Then(DueRule.EndOfMonth)), "n/30 EOM");
        TestHelper.TestRoundTrip(
            PaymentTerms.Net(30).WithDiscount(Percent(2.5m), DueRule.DayOfMonth(10, 1)).WithBaseline(TermsBaseline.InvoiceReceipt),
            "2.5/10 prox n/30 from invoice-receipt");
        TestHelper.TestRoundTrip(
            PaymentTerms.InInstalments((Percent(30), DueRule.Days(0)), (Percent(70), DueRule.EndOfMonth.Then(DueRule.OnDays(10, 20))))
                .WithConvention(BusinessDayConvention.ModifiedFollowing).WithBaseline(TermsBaseline.Delivery),
            "30%/0 70%/EOM day 10,20 modified-following from delivery");
        TestHelper.TestRoundTrip(DueRule.Parse("2M EOM 10 prox3 cut-off:25"), "2M EOM 10 prox3 cut-off:25");
    }

    [Theory]
    [InlineData("30 EOM", "n/30 EOM")]
    [InlineData("EOM 30", "n/EOM 30")]
    [InlineData("day 15", "n/day 15")]
    [InlineData("60 following", "n/60 following")]
    public void A_rule_alone_is_read_as_the_day_of_the_whole(string text, string canonical) =>
        Assert.Equal(canonical, PaymentTerms.Parse(text).ToString());

    [Fact]
    public void What_terms_cannot_say_is_refused()
    {
        TestHelper.TestBadTexts(
            PaymentTerms.Parse, "", " ", "n/", "n/-1", "n/3651", "2/10", "2/10 1/5 n/30", "1/5 2/10 n/30", "2/10 n/5", "100/10 n/30",
            "0/10 n/30", "n/30 2/10", "n/30 n/60", "30%/0 60%/30", "100%/30", "30%/0 70%/30 n/60", "2/5 30%/0 70%/30",
            "n/30  EOM", "n/EOM M", "n/30 from", "n/30 from invoice", "n/30 from mars", "n/30 unadjusted", "n/30 later",
            "following", "x/30", "/30", "-2/10 n/30", "n/30 following following");
        TestHelper.TestBadTexts(
            DueRule.Parse, "", "EOM ", "eom", "day", "day 0", "day 32", "day 20,10", "day 10,10", "0M", "121M", "M",
            "10 prox1", "10 prox25", "32 prox", "prox", "10 prox cut-off:31", "10 prox cut-off:0", "030", "1.5", "-1", "1 2 3 4 5 6 7 8 9");
    }

    [Fact]
    public void Terms_are_told_in_words()
    {
        Assert.Equal(
            "2% off if paid within 10 days; 1% off if paid within 20 days; due within 60 days; counted from the invoice",
            s_ladder.Describe());
        Assert.Equal(
            "30% due within 0 days; 70% due within 1 month, then to the end of the month; moved to a working day (following);"
            + " counted from the invoice receipt",
            PaymentTerms.Parse("30%/0 70%/1M EOM following from invoice-receipt").Describe());
        Assert.Equal(
            "to the next day 10 or 20 of a month, then to day 5 of the month after, then to day 6 of the month 2 months after"
            + " (one later after day 25), then 1 day",
            DueRule.Parse("day 10,20 5 prox 6 prox2 cut-off:25 1").Describe());
    }

    [Fact]
    public void A_ladder_falls_as_the_days_go_by()
    {
        var ladder = PaymentTerms.Net(30).WithDiscount(Percent(2), 10);

        Assert.Throws<ArgumentOutOfRangeException>("discount", () => ladder.WithDiscount(Percent(2), 20));
        Assert.Throws<ArgumentOutOfRangeException>("discount", () => ladder.WithDiscount(Percent(0), 20));
        Assert.Throws<ArgumentOutOfRangeException>("discount", () => PaymentTerms.Net(30).WithDiscount(Percent(100), 20));
        Assert.Throws<ArgumentException>("days", () => ladder.WithDiscount(Percent(1), 10));
        Assert.Throws<ArgumentException>("until", () => ladder.WithDiscount(Percent(1), DueRule.Days(31)));
        Assert.Equal("2/10 1.99/11 n/30", ladder.WithDiscount(Percent(1.99m), 11).ToString());
        Assert.Equal("2/10 1/30 n/30", ladder.WithDiscount(Percent(1), 30).ToString());
        Assert.Throws<InvalidOperationException>(() => PaymentTerms.Parse("30%/0 70%/30").WithDiscount(Percent(1), 10));
    }

    [Fact]
    public void Equality_is_by_all_that_terms_say()
    {
        TestHelper.TestEqualsClass(
            s_ladder, PaymentTerms.Parse("2/10 1/20 n/60"), PaymentTerms.Net(60), PaymentTerms.Parse("2/10 1/21 n/60"),
            s_ladder.WithConvention(BusinessDayConvention.Following), s_ladder.WithBaseline(TermsBaseline.Order),
            PaymentTerms.Parse("30%/0 70%/60"));
        TestHelper.TestEqualsClass(
            DueRule.Parse("30 EOM"), DueRule.Parse("30 EOM"), DueRule.Parse("EOM 30"), DueRule.Days(30), DueRule.Parse("day 10"));
    }

    [Property]
    public Property Any_rule_and_any_terms_round_trip() =>
        Prop.ForAll(TermsSample.Rules, TermsSample.Instalments, TermsSample.Ladders, (rule, instalments, ladder) =>
            DueRule.Parse(rule.ToString()) == rule && PaymentTerms.Parse(instalments.ToString()) == instalments
            && PaymentTerms.Parse(ladder.ToString()) == ladder);
}
