using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Reasons;

public sealed class CodesAndFigures
{
    private static readonly Money s_excess = new(157_850m, Currency.CNY);
    private static readonly Money s_limit = new(384_000m, Currency.CNY);

    [Fact]
    public void A_reason_prints_its_code_and_its_figures_in_every_culture() =>
        Cultures.Each(() =>
        {
            Assert.Equal("credit.over-limit (excess CNY 157850.00, limit CNY 384000.00)", OverLimit().ToString());
            Assert.Equal("no-limit", new Reason("no-limit").ToString());
        });

    [Fact]
    public void Its_figures_keep_their_order_and_are_found_by_name()
    {
        Assert.Equal(["excess", "limit"], OverLimit().Figures.Select(figure => figure.Name));
        Assert.Equal((Figure)s_limit, OverLimit().Find("limit"));
        Assert.Null(OverLimit().Find("Limit"));
        Assert.Null(default(Reason).Find("limit"));
    }

    [Fact]
    public void Reasons_are_compared_by_value()
    {
        TestHelper.TestEqualsStruct(
            OverLimit(), OverLimit(), new Reason("credit.over-limit"),
            new Reason("credit.over-limit", ("limit", s_limit), ("excess", s_excess)),
            new Reason("over-limit", ("excess", s_excess), ("limit", s_limit)), default);
        TestHelper.TestEqualsStruct(
            new NamedFigure("limit", s_limit), new NamedFigure("limit", s_limit), new NamedFigure("limit", s_excess), default);
    }

    [Fact]
    public void The_array_given_can_change_without_changing_the_reason()
    {
        (string, Figure)[] figures = [("excess", s_excess)];
        var reason = new Reason("over-limit", figures);
        figures[0] = ("excess", s_limit);
        Assert.Equal((Figure)s_excess, reason.Find("excess"));
    }

    [Theory]
    [InlineData("over-limit")]
    [InlineData("credit.over-limit")]
    [InlineData("x")]
    [InlineData("60-days-late")]
    [InlineData("a.b.c")]
    public void A_code_is_lower_case_words_with_hyphens_and_points(string code) => Assert.Equal(code, new Reason(code).Code);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Over-limit")]
    [InlineData("over limit")]
    [InlineData("over_limit")]
    [InlineData("-limit")]
    [InlineData("limit-")]
    [InlineData("over--limit")]
    [InlineData("credit.")]
    [InlineData(".limit")]
    [InlineData("credit.-limit")]
    [InlineData("über-limit")]
    public void Any_other_code_is_refused(string code) => Assert.Throws<ArgumentException>(nameof(code), () => new Reason(code));

    [Theory]
    [InlineData("")]
    [InlineData(" limit")]
    [InlineData("excess")]
    public void A_name_that_is_empty_padded_or_given_twice_is_refused(string name) =>
        Assert.Throws<ArgumentException>("figures", () => new Reason("over-limit", ("excess", s_excess), (name, s_limit)));

    [Fact]
    public void The_default_reason_says_that_it_has_no_code()
    {
        Assert.Contains("Reason", Assert.Throws<InvalidOperationException>(() => default(Reason).Code).Message, StringComparison.Ordinal);
        Assert.Equal("", default(Reason).ToString());
        Assert.Empty(default(Reason).Figures);
    }

    private static Reason OverLimit() => new("credit.over-limit", ("excess", s_excess), ("limit", s_limit));
}
