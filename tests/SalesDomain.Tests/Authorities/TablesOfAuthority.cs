using System;
using System.Linq;
using NodaTime;
using Xunit;
using static SalesDomain.Tests.Authorities.AuthoritySample;

namespace SalesDomain.Tests.Authorities;

public sealed class TablesOfAuthority
{
    private static readonly AuthorityLimit s_five = AuthorityLimit.AtMost(Percent(5m));
    private static readonly AuthorityLimit s_ten = AuthorityLimit.AtMost(Percent(10m));
    private static readonly Authority s_discount = Authority.Over("discount").With(Salesperson, ("discount", s_five));

    [Fact]
    public void A_table_prints_its_rows_in_every_culture() =>
        Cultures.Each(() =>
        {
            Assert.Equal(
                "over discount, margin; salesperson: discount at most 5.5%, margin at least 20%; "
                + "sales director: discount unlimited, margin at least 0%",
                Authority.Over("discount", "margin")
                    .With(Salesperson, ("margin", AuthorityLimit.AtLeast(Percent(20m))), ("discount", AuthorityLimit.AtMost(Percent(5.5m))))
                    .With(Director, ("discount", AuthorityLimit.Unlimited), ("margin", AuthorityLimit.AtLeast(Percent(0m)))).ToString());
            Assert.Equal("over discount", Authority.Over("discount").ToString());
            Assert.Equal("at most CNY 20000.00", AuthorityLimit.AtMost(Cny(20_000m)).ToString());
        });

    [Fact]
    public void Names_roles_and_limits_are_there_to_be_read()
    {
        Assert.Equal(["discount", "payment days", "margin", "overrun"], Sales.Names);
        Assert.Equal([Salesperson, AreaManager, Director], Sales.Roles);
        Assert.Equal(AuthorityLimit.AtLeast(Percent(15m)), Sales.LimitOf(AreaManager, "margin"));
        Assert.True(Sales.LimitOf(AreaManager, "margin")!.IsFloor);
        Assert.False(Sales.LimitOf(AreaManager, "discount")!.IsFloor);
        Assert.False(AuthorityLimit.Unlimited.IsFloor);
        Assert.True(AuthorityLimit.Unlimited.IsUnlimited);
        Assert.Equal(Figure.Absent, AuthorityLimit.Unlimited.Bound);
        Assert.Equal((Figure)Percent(5m), s_five.Bound);

        var decision = Sales.Decide(Case(Percent(1m), 2m, Percent(30m), Cny(4m)));
        Assert.Equal(
            ["discount 1%", "payment days 2", "margin 30%", "overrun CNY 4.00"], decision.Figures.Select(figure => figure.ToString()));
        Assert.Same(Sales, decision.Authority);
    }

    [Fact]
    public void A_limit_is_within_itself()
    {
        Assert.True(s_five.Allows(Percent(5m)));
        Assert.True(s_five.Allows(Percent(-1m)));
        Assert.False(s_five.Allows(Percent(5.0001m)));
        Assert.True(AuthorityLimit.AtLeast(3m).Allows(3.0m));
        Assert.False(AuthorityLimit.AtLeast(3m).Allows(2.99m));
        Assert.True(AuthorityLimit.AtMost(Quantity.Pieces(500m)).Allows(Quantity.Pieces(500m)));
        Assert.False(s_five.Allows(Figure.Absent));
        Assert.True(AuthorityLimit.Unlimited.Allows(Figure.Absent));
        Assert.True(AuthorityLimit.Unlimited.Allows(decimal.MaxValue));
    }

    [Fact]
    public void Tables_and_limits_are_equal_by_value()
    {
        TestHelper.TestEqualsClass(
            s_discount, Authority.Over("discount").With(new RoleId("salesperson"), ("discount", AuthorityLimit.AtMost(Percent(5.0m)))),
            Authority.Over("Discount").With(Salesperson, ("Discount", s_five)),
            Authority.Over("discount").With(AreaManager, ("discount", s_five)),
            Authority.Over("discount"), Authority.Over("discount").With(Salesperson, ("discount", s_ten)),
            Authority.Over("discount").With(Salesperson, ("discount", AuthorityLimit.AtLeast(Percent(5m)))),
            s_discount.With(AreaManager, ("discount", s_ten)),
            Authority.Over("discount", "margin").With(Salesperson, ("discount", s_five), ("margin", s_five)));
        TestHelper.TestEqualsClass(
            s_five, AuthorityLimit.AtMost(Percent(5.00m)),
            s_ten, AuthorityLimit.AtLeast(Percent(5m)), AuthorityLimit.Unlimited, AuthorityLimit.AtMost(0.05m));
    }

    [Fact]
    public void The_arrays_given_can_change_without_changing_the_table()
    {
        string[] names = ["discount"];
        (string, AuthorityLimit)[] limits = [("discount", s_five)];
        var authority = Authority.Over(names).With(Salesperson, limits);
        (names[0], limits[0]) = ("margin", ("margin", s_ten));
        Assert.Equal(s_discount, authority);

        (string, Figure)[] figures = [("discount", Percent(6m))];
        var decision = authority.Decide(figures);
        figures[0] = ("discount", Percent(1m));
        Assert.Equal((Figure)Percent(6m), decision.Figures[0].Value);
    }

    [Fact]
    public void A_higher_role_has_no_narrower_limit()
    {
        Refused<ArgumentException>("limits", () => s_discount.With(AreaManager, ("discount", AuthorityLimit.AtMost(Percent(4.99m)))));
        Assert.NotNull(s_discount.With(AreaManager, ("discount", s_five)));
        var open = Authority.Over("days").With(Salesperson, ("days", AuthorityLimit.Unlimited));
        Refused<ArgumentException>("limits", () => open.With(AreaManager, ("days", AuthorityLimit.AtMost(90m))));

        var floor = Authority.Over("margin").With(Salesperson, ("margin", AuthorityLimit.AtLeast(Percent(20m))));
        Refused<ArgumentException>("limits", () => floor.With(AreaManager, ("margin", AuthorityLimit.AtLeast(Percent(20.01m)))));
        Assert.NotNull(floor
            .With(AreaManager, ("margin", AuthorityLimit.AtLeast(Percent(20m)))).With(Director, ("margin", AuthorityLimit.Unlimited)));
    }

    [Fact]
    public void Limits_of_another_side_kind_currency_or_unit_than_their_column_are_refused()
    {
        Refused<ArgumentException>("limits", () => s_discount.With(AreaManager, ("discount", AuthorityLimit.AtLeast(Percent(1m)))));
        Refused<ArgumentException>("limits", () => s_discount.With(AreaManager, ("discount", AuthorityLimit.AtMost(10m))));
        var amounts = Authority.Over("overrun").With(Salesperson, ("overrun", AuthorityLimit.AtMost(Cny(1m))));
        var dollars = AuthorityLimit.AtMost(new Money(2m, Currency.USD));
        Refused<CurrencyMismatchException>("limits", () => amounts.With(AreaManager, ("overrun", dollars)));
        var quantities = Authority.Over("free").With(Salesperson, ("free", AuthorityLimit.AtMost(Quantity.Pieces(1m))));
        var cases = AuthorityLimit.AtMost(new Quantity(2m, UnitOfMeasure.Case));
        Refused<UnitMismatchException>("limits", () => quantities.With(AreaManager, ("free", cases)));
    }

    [Fact]
    public void Words_truths_and_absent_bounds_are_no_limits()
    {
        foreach (var bound in new Figure[] { "much", true, Figure.Absent })
        {
            Refused<ArgumentException>("most", () => AuthorityLimit.AtMost(bound));
            Refused<ArgumentException>("least", () => AuthorityLimit.AtLeast(bound));
        }

        Assert.Equal((Figure)new LocalDate(2026, 1, 1), AuthorityLimit.AtMost(new LocalDate(2026, 1, 1)).Bound);
    }

    [Fact]
    public void Limits_go_by_name_in_any_order()
    {
        var table = Authority.Over("discount", "rebate");
        var expected = table.With(Salesperson, ("discount", s_five), ("rebate", s_ten));

        Assert.Equal(expected, table.With(Salesperson, ("rebate", s_ten), ("discount", s_five)));
        Assert.NotEqual(expected, table.With(Salesperson, ("rebate", s_five), ("discount", s_ten)));
        Assert.Equal(s_ten, expected.LimitOf(Salesperson, "rebate"));
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused()
    {
        Refused<ArgumentException>("names", () => Authority.Over());
        Refused<ArgumentException>("names", () => Authority.Over("discount", "discount"));
        Refused<ArgumentException>("names", () => Authority.Over("discount", " "));
        Refused<ArgumentNullException>("names", () => Authority.Over("discount", null!));
        Refused<ArgumentException>("role", () => s_discount.With(default, ("discount", s_five)));
        Refused<ArgumentException>("role", () => s_discount.With(Salesperson, ("discount", s_five)));
        Refused<ArgumentException>("limits", () => s_discount.With(AreaManager));
        Refused<ArgumentException>("limits", () => s_discount.With(AreaManager, ("discount", s_five), ("discount", s_five)));
        Refused<ArgumentException>("limits", () => s_discount.With(AreaManager, ("discount", s_five), ("margin", s_five)));
        Refused<ArgumentException>("limits", () => s_discount.With(AreaManager, ("Discount", s_five)));
        Refused<ArgumentNullException>("limits", () => s_discount.With(AreaManager, ("discount", null!)));
        Refused<ArgumentNullException>("limits", () => s_discount.With(AreaManager, (null!, s_five)));
        Refused<ArgumentNullException>("limits", () => s_discount.With(AreaManager, null!));
        var two = Authority.Over("discount", "margin");
        Refused<ArgumentException>("limits", () => two.With(AreaManager, ("margin", s_five)));
        Refused<ArgumentException>("limits", () => two.With(AreaManager, ("margin", s_five), ("margin", s_five)));
        Refused<ArgumentException>("name", () => s_discount.LimitOf(Salesperson, "margin"));
    }

    [Fact]
    public void A_case_states_every_figure_once_in_its_kind_and_unit()
    {
        Func<(string, Figure)[], object>[] questions = [s_discount.Decide, figures => s_discount.MayDecide(Salesperson, figures)];
        foreach (var ask in questions)
        {
            Refused<ArgumentException>("figures", () => ask([]));
            Refused<ArgumentException>("figures", () => ask([("margin", Percent(1m))]));
            Refused<ArgumentException>("figures", () => ask([("Discount", Percent(1m))]));
            Refused<ArgumentException>("figures", () => ask([("discount", Percent(1m)), ("discount", Percent(1m))]));
            Refused<ArgumentException>("figures", () => ask([("discount", Percent(1m)), ("margin", Percent(1m))]));
            Refused<ArgumentException>("figures", () => ask([("discount", 1m)]));
            Refused<ArgumentNullException>("figures", () => ask([(null!, 1m)]));
            Refused<ArgumentNullException>("figures", () => ask(null!));
        }

        Refused<CurrencyMismatchException>("figures", () => Sales.Decide(Case(Percent(1m), 1m, Percent(1m), new Money(1m, Currency.USD))));
        Refused<CurrencyMismatchException>("value", () => AuthorityLimit.AtMost(Cny(1m)).Allows(new Money(1m, Currency.USD)));
        var unlimited = Authority.Over("days").With(Director, ("days", AuthorityLimit.Unlimited));
        Refused<ArgumentException>("figures", () => unlimited.Decide(("days", "many")));
        Refused<ArgumentException>("value", () => AuthorityLimit.Unlimited.Allows(true));
    }

    private static void Refused<TException>(string parameter, Func<object?> action)
        where TException : ArgumentException =>
        Assert.Throws<TException>(parameter, action);
}
