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
        TestHelper.TestRoundTrip(PaymentTerms.Of(DueRule.Days(30).Then(DueRule.EndOfMonth)), "n/30+EOM");
        TestHelper.TestRoundTrip(
            PaymentTerms.Net(30).WithDiscount(Percent(2.5m), DueRule.DayOfMonth(10, 1)).WithBaseline(TermsBaseline.InvoiceReceipt),
            "2.5/10 prox n/30 from invoice-receipt");
        TestHelper.TestRoundTrip(
            PaymentTerms.InInstalments((Percent(30), DueRule.Days(0)), (Percent(70), DueRule.EndOfMonth.Then(DueRule.OnDays(10, 20))))
                .WithConvention(BusinessDayConvention.ModifiedFollowing).WithBaseline(TermsBaseline.Delivery),
            "30%/0 70%/EOM+day 10,20 modified-following from delivery");
        TestHelper.TestRoundTrip(DueRule.Parse("2M+EOM+10 prox3 cut-off:25"), "2M+EOM+10 prox3 cut-off:25");
        TestHelper.TestRoundTrip(
            PaymentTerms.InInstalments(
                (Percent(30), PaymentTerms.Net(0).WithBaseline(TermsBaseline.Order)),
                (Percent(60), PaymentTerms.Net(30).WithDiscount(Percent(2), 10).WithDiscount(Percent(1), DueRule.Parse("1M+EOM"))
                    .WithBaseline(TermsBaseline.Delivery)),
                (Percent(10), PaymentTerms.Of(DueRule.EndOfMonth))).WithConvention(BusinessDayConvention.Following),
            "30%/0 from order 60%/30 2/10 1/1M+EOM from delivery 10%/EOM from invoice following");
        TestHelper.TestRoundTrip(
            PaymentTerms.Parse("30%/0 70%/60 2/10 preceding from receipt"), "30%/0 70%/60 2/10 preceding from receipt");
    }

    [Theory]
    [InlineData("30+EOM", "n/30+EOM")]
    [InlineData("EOM+30", "n/EOM+30")]
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
            "n/30  EOM", "n/EOM M", "n/30 EOM", "2/10 EOM n/30", "30%/0 70%/EOM 30", "n/30+", "n/+30",
            "n/30 from", "n/30 from invoice", "n/30 from mars", "n/30 unadjusted", "n/30 later",
            "30%/0 from order 70%/30", "30%/0 70%/30 from order from delivery", "30%/0 from order 70%/30 from order",
            "30%/0 from order 70%/30 from delivery 2/10", "30%/0 from order 70%/30 from mars", "n/30 from order from order",
            "2/10 from order n/30 from delivery", "30%/0 2/5 70%/30 following from invoice", "30%/0 from 70%/30 from order",
            "30%/0 from order following 70%/30 from delivery", "30%/0 from order 20%/1 50%/30 from delivery", "30%/0 n/30",
            "02/10 n/30", "2.0/10 n/30", "30.0%/0 70%/30", "following", "x/30", "/30", "-2/10 n/30", "n/30 following following");
        TestHelper.TestBadTexts(
            DueRule.Parse, "", "EOM ", "eom", "day", "day 0", "day 32", "day 20,10", "day 10,10", "0M", "121M", "M",
            "30 EOM", "EOM 30", "30 + EOM", "30+", "+30", "10 prox EOM",
            "10 prox1", "10 prox25", "32 prox", "prox", "10 prox cut-off:31", "10 prox cut-off:0", "030", "1.5", "-1", "1+2+3+4+5+6+7+8+9");
    }

    [Fact]
    public void Terms_are_told_in_words()
    {
        Assert.Equal(
            "2% off if paid within 10 days; 1% off if paid within 20 days; due within 60 days; counted from the invoice",
            s_ladder.Describe());
        Assert.Equal(
            "30% due at once; 70% due within 1 month, then by the end of that month; moved to a working day (following);"
            + " counted from the invoice receipt",
            PaymentTerms.Parse("30%/0 70%/1M+EOM following from invoice-receipt").Describe());
        Assert.Equal(
            "2% off if paid by the end of the month, plus 10 days; due by the end of the month, plus 30 days; counted from the invoice",
            PaymentTerms.Parse("2/EOM+10 n/EOM+30").Describe());
        Assert.Equal(
            "30% due at once, counted from the order; 70% due by the 10th of the month after, 2% off if paid within 5 days,"
            + " counted from the delivery",
            PaymentTerms.Parse("30%/0 from order 70%/10 prox 2/5 from delivery").Describe());
        Assert.Equal(
            "by the next 10th or 22nd, then by the 3rd of the month after, then by the 1st of the month 2 months after"
            + " (a month later after the 25th), plus 1 day, then by the end of that month, plus 2 months",
            DueRule.Parse("day 10,22+3 prox+1 prox2 cut-off:25+1+EOM+2M").Describe());
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

    // American terms write 30 EOM for the end of the month and thirty days; read as thirty days and the end of that month it would be
    // another day, and nobody would see it.
    [Theory]
    [InlineData("30 EOM", "'30+EOM' (within 30 days, then by the end of that month)", "'EOM+30' (by the end of the month, plus 30 days)")]
    [InlineData("EOM 30", "'30+EOM' (within 30 days, then by the end of that month)", "'EOM+30' (by the end of the month, plus 30 days)")]
    [InlineData("2/10 EOM n/30", "'10+EOM' (within", "'EOM+10' (by the")]
    [InlineData("2/10 1/20 n/30 EOM following", "'30+EOM' (within", "'EOM+30' (by the")]
    [InlineData("net 30 EOM", "'30+EOM' (within", "'EOM+30' (by the")]
    [InlineData("2M EOM", "'2M+EOM' (within 2 months, ", "'EOM+2M' (by the end of the month, plus 2 months)")]
    [InlineData("EOM+30 10 prox", "'30+10 prox' (within", "'10 prox+30' (by the 10th")]
    public void Steps_without_a_joint_are_refused_and_both_spellings_named(string text, string one, string other)
    {
        var message = Assert.Throws<FormatException>(() => PaymentTerms.Parse(text)).Message;

        Assert.Contains(one, message, StringComparison.Ordinal);
        Assert.Contains(other, message, StringComparison.Ordinal);
        Assert.False(DueRule.TryParse(text, out _));
    }

    [Theory]
    [InlineData("2/10 1/5 n/30")]
    [InlineData("30%/0 60%/30")]
    [InlineData("n/EOM+x")]
    [InlineData("10 then 5")]
    public void A_text_that_is_wrong_for_another_reason_gets_no_such_advice(string text) =>
        Assert.DoesNotContain("joined", Assert.Throws<FormatException>(() => PaymentTerms.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_message_names_both_spellings_of_a_rule() =>
        Assert.Equal(
            "'30 EOM' is not a due rule such as 'EOM+30': steps are joined in the order in which they are taken, '30+EOM' (within 30 days,"
            + " then by the end of that month) or 'EOM+30' (by the end of the month, plus 30 days).",
            Assert.Throws<FormatException>(() => DueRule.Parse("30 EOM")).Message);

    [Theory]
    [InlineData("30%/0 60%/30", "its instalments total 90%, not 100%")]
    [InlineData("30%/0 60%/30 20%/60", "its instalments total 110%, not 100%")]
    [InlineData("30%/0 from order 60%/30 from delivery", "its instalments total 90%, not 100%")]
    [InlineData("1/10 2/20 n/30", "the discount of '2/20' is not lower than that of '1/10' before it")]
    [InlineData("2/10 2/20 n/30", "the discount of '2/20' is not lower than that of '2/10' before it")]
    [InlineData("2/10 1/10 n/30", "the discount of '1/10' does not run longer than that of '2/10' before it")]
    [InlineData("2/40 n/30", "the discount of '2/40' runs after 'n/30', when all is due")]
    [InlineData("2/31 n/30 from delivery", "the discount of '2/31' runs after 'n/30', when all is due")]
    [InlineData("30%/0 70%/30 2/40", "the discount of '2/40' runs after '70%/30', when all is due")]
    [InlineData("100/10 n/30", "the discount of '100/10' is not between 0% and 100%")]
    [InlineData("2/10, n/30", "',' is not expected after '2/10'")]
    [InlineData("2/10; n/30", "';' is not expected after '2/10'")]
    [InlineData("2,5/10 n/30", "',' is not expected after '2'")]
    [InlineData("n/day 10,", "',' is not expected after 'n/day 10'")]
    [InlineData(",n/30", "',' is not expected")]
    public void A_message_says_what_is_wrong_with_the_figures_or_with_a_character(string text, string cause) =>
        Assert.Equal(
            "'" + text + "' is not payment terms such as '2/10 n/30': " + cause + ".",
            Assert.Throws<FormatException>(() => PaymentTerms.Parse(text)).Message);

    // The last texts that are terms: one more, and the message above says so.
    [Theory]
    [InlineData("30%/0 70%/30")]
    [InlineData("2/10 1/20 n/30")]
    [InlineData("2/10 1.99/11 n/30")]
    [InlineData("2/30 n/30")]
    [InlineData("n/day 10,20")]
    [InlineData("2/day 5,10,20 n/30+day 10,20")]
    public void What_is_just_right_is_read(string text) => Assert.Equal(text, PaymentTerms.Parse(text).ToString());

    [Theory]
    [InlineData("x/30")]
    [InlineData("2/10")]
    [InlineData("n/30 later")]
    [InlineData("2/day 20,10 n/30")]
    public void Another_cause_is_not_guessed(string text) =>
        Assert.Equal(
            "'" + text + "' is not payment terms such as '2/10 n/30'.",
            Assert.Throws<FormatException>(() => PaymentTerms.Parse(text)).Message);

    [Fact]
    public void Equality_is_by_all_that_terms_say()
    {
        TestHelper.TestEqualsClass(
            s_ladder, PaymentTerms.Parse("2/10 1/20 n/60"), PaymentTerms.Net(60), PaymentTerms.Parse("2/10 1/21 n/60"),
            s_ladder.WithConvention(BusinessDayConvention.Following), s_ladder.WithBaseline(TermsBaseline.Order),
            PaymentTerms.Parse("30%/0 70%/60"),
            PaymentTerms.Parse("30%/0 70%/60 2/10"), PaymentTerms.Parse("30%/0 from order 70%/60 from invoice"),
            PaymentTerms.Parse("30%/0 70%/60 from order"), PaymentTerms.Parse("30%/0 70%/60 following"));
        TestHelper.TestEqualsClass(
            DueRule.Parse("30+EOM"), DueRule.Parse("30+EOM"), DueRule.Parse("EOM+30"), DueRule.Days(30), DueRule.Parse("day 10"));
    }

    [Property]
    public Property Any_rule_and_any_terms_round_trip() =>
        Prop.ForAll(TermsSample.Rules, TermsSample.Instalments, TermsSample.Ladders, (rule, instalments, ladder) =>
            DueRule.Parse(rule.ToString()) == rule && PaymentTerms.Parse(instalments.ToString()) == instalments
            && PaymentTerms.Parse(ladder.ToString()) == ladder);

    [Property]
    public Property Instalments_from_any_days_round_trip() =>
        Prop.ForAll(TermsSample.MixedInstalments, terms => PaymentTerms.Parse(terms.ToString()) == terms);
}
