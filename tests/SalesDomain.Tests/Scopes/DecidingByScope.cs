using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Scopes;

public sealed class DecidingByScope
{
    private static readonly AccessSequence s_sequence = AccessSequence.Of(
        ScopeDimensions.Customer | ScopeDimensions.Product, ScopeDimensions.CustomerGroup | ScopeDimensions.Product,
        ScopeDimensions.Product, ScopeDimensions.None);

    private static readonly CustomerId s_customer = new("C-1");
    private static readonly CustomerGroupId s_chain = new("CHAIN");
    private static readonly ProductId s_tea = new("TEA");
    private static readonly LocalDate s_lastDay = new(2026, 3, 31);

    private static readonly ScopeEntry<Percentage> s_all = ScopeEntry.Of("all", Scope.Everything, Percent(1));
    private static readonly ScopeEntry<Percentage> s_product = ScopeEntry.Of("product", Scope.Everything.Only(s_tea), Percent(12));
    private static readonly ScopeEntry<Percentage> s_group = ScopeEntry.Of("group", Scope.Everything.Only(s_tea).Only(s_chain), Percent(5));
    private static readonly ScopeEntry<Percentage> s_agreed =
        ScopeEntry.Of("agreed", Scope.Everything.Only(s_tea).Only(s_customer), Percent(3)).During(DateSpan.OfQuarter(2026, 1));

    private static readonly ScopeSubject s_subject = default(ScopeSubject).With(s_customer).InGroups(s_chain).With(s_tea);

    private static readonly ScopeTable<Percentage> s_table = ScopeTable.MostSpecific(s_sequence, s_all, s_product, s_group, s_agreed);

    [Fact]
    public void Takes_the_first_level_of_the_sequence_that_has_an_entry()
    {
        Assert.Equal("agreed", NameOf(s_table.Resolve(s_subject, s_lastDay)));
        Assert.Equal("group", NameOf(s_table.Resolve(s_subject, s_lastDay.PlusDays(1))));
        Assert.Equal("product", NameOf(s_table.Resolve(default(ScopeSubject).With(s_customer).With(s_tea), s_lastDay.PlusDays(1))));
        Assert.Equal("all", NameOf(s_table.Resolve(default, s_lastDay)));
    }

    [Fact]
    public void Says_what_the_losers_lost_by_and_why_the_others_do_not_apply()
    {
        Assert.Equal(
            [
                "group: scope.less-specific (level customer group + product, winner's level customer + product)",
                "product: scope.less-specific (level product, winner's level customer + product)",
                "all: scope.less-specific (level everything, winner's level customer + product)",
            ],
            s_table.Resolve(s_subject, s_lastDay).Losers().Select(loser => loser.ToString()));
        Assert.Equal(
            [
                "agreed: scope.not-effective (on 2026-04-01, effective 2026-01-01/2026-03-31), "
                    + "scope.not-in-customers (customer C-2, allowed C-1)",
                "group: scope.not-in-customer-groups (customer group none, allowed CHAIN)",
            ],
            s_table.Resolve(default(ScopeSubject).With(new CustomerId("C-2")).With(s_tea), s_lastDay.PlusDays(1)).NotApplicable()
                .Select(other => other.ToString()));
    }

    [Fact]
    public void Can_take_the_highest_or_the_lowest_value_instead()
    {
        var highest = ScopeTable.Highest(Comparer<Percentage>.Default, [.. s_table.Entries]);
        Assert.Equal("product", NameOf(highest.Resolve(s_subject, s_lastDay)));
        Assert.Equal(
            "group: scope.not-highest (value 5%, winner's value 12%)", highest.Resolve(s_subject, s_lastDay).Losers()[0].ToString());

        var lowest = ScopeTable.Lowest(Comparer<Percentage>.Default, [.. s_table.Entries]);
        Assert.Equal("all", NameOf(lowest.Resolve(s_subject, s_lastDay)));
        Assert.Equal("agreed: scope.not-lowest (value 3%, winner's value 1%)", lowest.Resolve(s_subject, s_lastDay).Losers()[0].ToString());
        Assert.Null(lowest.Sequence);
        Assert.Equal((ScopeChoice.MostSpecific, ScopeChoice.Highest, ScopeChoice.Lowest), (s_table.Choice, highest.Choice, lowest.Choice));
        Assert.Equal(ScopeChoice.Highest, highest.Without("all").Choice);
    }

    [Fact]
    public void Can_take_the_more_specific_of_two_that_are_equally_high()
    {
        var channel = ScopeEntry.Of("spring of the channel", Scope.Everything.Only(new ChannelId("WEB")), Percent(10));
        var dealer = ScopeEntry.Of("spring of the dealer", Scope.Everything.Only(s_customer), Percent(10));
        var sequence = AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.Channel, ScopeDimensions.None);
        var subject = default(ScopeSubject).With(s_customer).With(new ChannelId("WEB"));
        Assert.Throws<ArgumentException>("entries", () => ScopeTable.Highest(Comparer<Percentage>.Default, channel, dealer));

        var highest = ScopeTable.Highest(Comparer<Percentage>.Default, sequence, channel, dealer, s_all);
        var resolution = highest.Resolve(subject, s_lastDay);
        Assert.Equal("spring of the dealer", NameOf(resolution));
        Assert.Equal(
            [
                "spring of the channel: scope.less-specific (level channel, winner's level customer)",
                "all: scope.not-highest (value 1%, winner's value 10%)",
            ],
            resolution.Losers().Select(loser => loser.ToString()));
        Assert.Equal(sequence, highest.Sequence);
        Assert.Equal("highest, then most specific by customer, then channel, then everything", highest.ToString().Split('\n')[0]);
        Assert.StartsWith(
            "discount: 10%  [resolve highest, then most specific by customer,", resolution.Explain("discount").ToString(),
            StringComparison.Ordinal);

        var lowest = ScopeTable.Lowest(Comparer<Percentage>.Default, sequence, channel, dealer);
        Assert.Equal("spring of the dealer", NameOf(lowest.Resolve(subject, s_lastDay)));
        Assert.Throws<ArgumentException>("entries", () => lowest.With(ScopeEntry.Of("again", dealer.Scope, Percent(10))));
        Assert.Equal(
            "again", NameOf(lowest.With(ScopeEntry.Of("again", dealer.Scope, Percent(10)).WithPrecedence(1)).Resolve(subject, s_lastDay)));
        Assert.Throws<ArgumentException>("entries", () => lowest.With(s_product));
        Assert.NotEqual(
            lowest, ScopeTable.Lowest(Comparer<Percentage>.Default, AccessSequence.Of([.. sequence.Levels.Reverse()]), channel, dealer));
    }

    [Theory]
    [InlineData(2025, 12, 31, "group")]
    [InlineData(2026, 1, 1, "agreed")]
    [InlineData(2026, 3, 31, "agreed")]
    [InlineData(2026, 4, 1, "group")]
    public void Looks_at_the_day_both_end_days_included(int year, int month, int day, string winner) =>
        Assert.Equal(winner, NameOf(s_table.Resolve(s_subject, new LocalDate(year, month, day))));

    [Fact]
    public void Refuses_two_entries_that_could_both_hold_and_takes_the_higher_precedence_of_two()
    {
        var other = ScopeEntry.Of("other", Scope.Everything.Only(s_tea, new ProductId("COFFEE")), Percent(9));
        var refusal = Assert.Throws<ArgumentException>(() => s_table.With(other));
        Assert.Equal("entries", refusal.ParamName);
        Assert.Contains("'other: 9%, only products COFFEE, TEA'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'product: 12%, only products TEA'", refusal.Message, StringComparison.Ordinal);

        Assert.Equal("other", NameOf(s_table.With(other.WithPrecedence(1)).Resolve(s_subject.InGroups(), s_lastDay.PlusDays(1))));
        var behind = s_table.With(other.WithPrecedence(-1)).Resolve(s_subject, s_lastDay.PlusDays(1));
        Assert.Equal("group", NameOf(behind));
        Assert.Equal(
            "other: scope.lower-precedence (precedence -1, winner's precedence 0)",
            Assert.Single(
                s_table.Without("group").With(other.WithPrecedence(-1)).Resolve(s_subject, s_lastDay.PlusDays(1)).Losers(),
                loser => loser.Entry.Name == "other").ToString());
    }

    [Fact]
    public void Takes_entries_that_only_meet_day_upon_day_or_not_at_all()
    {
        var next = ScopeEntry.Of("next", s_agreed.Scope, Percent(4)).During(DateSpan.From(s_lastDay.PlusDays(1)));
        Assert.Equal("next", NameOf(s_table.With(next).Resolve(s_subject, s_lastDay.PlusDays(1))));
        Assert.Equal("agreed", NameOf(s_table.With(next).Resolve(s_subject, s_lastDay)));
        Assert.Throws<ArgumentException>("entries", () => s_table.With(next.During(DateSpan.From(s_lastDay))));

        var rest = ScopeEntry.Of("rest", Scope.Everything.Only(new ProductId("COFFEE")), Percent(9));
        Assert.Equal(5, s_table.With(rest).Entries.Count);
    }

    [Fact]
    public void Holds_two_groups_for_one_customer_possible_unless_one_leaves_the_other_out()
    {
        var invited = new CustomerGroupId("INVITED");
        var ofInvited = Scope.Everything.Only(s_tea).Only(invited);
        Assert.Throws<ArgumentException>("entries", () => s_table.With(ScopeEntry.Of("invited", ofInvited, Percent(6))));
        Assert.Equal(
            "group",
            NameOf(
                s_table.With(ScopeEntry.Of("invited", ofInvited.Except(s_chain), Percent(6)))
                    .Resolve(s_subject.InGroups(s_chain, invited), s_lastDay.PlusDays(1))));
        Assert.Equal(
            "invited",
            NameOf(
                s_table.With(ScopeEntry.Of("invited", ofInvited, Percent(6)).WithPrecedence(1))
                    .Resolve(s_subject.InGroups(s_chain, invited), s_lastDay.PlusDays(1))));
    }

    [Fact]
    public void Has_an_answer_where_nothing_holds()
    {
        var nothing = s_table.Without("all").Resolve(s_subject.With(new ProductId("COFFEE")), s_lastDay);
        Assert.False(nothing.HasValue);
        Assert.Null(nothing.Winner);
        Assert.Throws<InvalidOperationException>(() => nothing.Value);
        var refusal = Assert.Throws<InvalidOperationException>(
            () => s_table.Without("all").At(s_subject.With(new ProductId("COFFEE")), s_lastDay));
        Assert.Equal("No entry holds on 2026-03-31 for (customer C-1, customer group CHAIN, product COFFEE).", refusal.Message);
        Assert.Empty(nothing.Losers());
        Assert.Equal(3, nothing.NotApplicable().Count);
        Assert.Equal("none", nothing.ToString());
        Assert.Equal(Figure.Absent, nothing.Explain("discount").Value);
        Assert.True(nothing.Explain("discount").IsVerified);
        Assert.False(s_table.Without("all").TryAt(s_subject.With(new ProductId("COFFEE")), s_lastDay, out _));

        Assert.False(ScopeTable.MostSpecific<string>(s_sequence).Resolve(s_subject, s_lastDay).HasValue);
        Assert.False(default(ScopeResolution<string>).HasValue);
        Assert.Empty(default(ScopeResolution<string>).NotApplicable());
    }

    [Fact]
    public void Explains_itself()
    {
        var explanation = s_table.Resolve(s_subject, s_lastDay).Explain("discount");
        Assert.Equal(
            """
            discount: 3%  [resolve most specific by customer + product, then customer group + product, then product, then everything]
              subject: customer C-1, customer group CHAIN, product TEA  [fact]
              on: 2026-03-31  [fact]
              holds: only customers C-1; only products TEA, 2026-01-01/2026-03-31, level: customer + product  [fact]
              agreed: 3%  [by the rule]
              holds: only customer groups CHAIN; only products TEA, level: customer group + product  [fact]
              group: 5%  [by the rule]
              holds: only products TEA, level: product  [fact]
              product: 12%  [by the rule]
              holds: everything, level: everything  [fact]
              all: 1%  [by the rule]
              no entry: none  [by the rule]

            """.Replace("\r\n", "\n"),
            explanation.ToString());
        Assert.Equal(
            "discount",
            Assert.Single(Explanation.Node("discount", Percent(5), explanation.Operation!, [.. explanation.Children]).Verify()).Path);
    }

    [Fact]
    public void Is_chosen_again_from_the_levels_or_values_that_an_explanation_states()
    {
        var specific = s_table.Resolve(s_subject, s_lastDay).Explain("discount");
        Assert.True(Restated(specific, specific.Value, Swapped(specific)).IsVerified);
        Assert.False(Restated(specific, Percent(5), Swapped(specific)).IsVerified);
        Assert.False(
            Restated(
                specific, specific.Value,
                [.. specific.Children.Take(2), Explanation.Fact("holds", "region"), .. specific.Children.Skip(3)]).IsVerified);

        var highest = ScopeTable.Highest(Comparer<Percentage>.Default, [.. s_table.Entries]).Resolve(s_subject, s_lastDay)
            .Explain("discount");
        Assert.True(Restated(highest, Percent(12), Swapped(highest)).IsVerified);
        Assert.False(Restated(highest, Percent(5), Swapped(highest)).IsVerified);
        var lowest = ScopeTable.Lowest(Comparer<Percentage>.Default, [.. s_table.Entries]).Resolve(s_subject, s_lastDay)
            .Explain("discount");
        Assert.True(Restated(lowest, Percent(1), Swapped(lowest)).IsVerified);
        Assert.False(Restated(lowest, Percent(3), Swapped(lowest)).IsVerified);
    }

    [Fact]
    public void Is_the_one_stated_first_where_a_comparison_cannot_be_repeated()
    {
        var reversed = Comparer<Percentage>.Create((left, right) => right.CompareTo(left));
        var lowest = ScopeTable.Highest(reversed, [.. s_table.Entries]).Resolve(s_subject, s_lastDay).Explain("discount");
        Assert.Equal(Percent(1), lowest.Value);
        Assert.True(lowest.IsVerified);

        var words = ScopeTable.Highest(
            Comparer<string>.Default, ScopeEntry.Of("a", Scope.Everything, "a"), ScopeEntry.Of("b", Scope.Everything.Only(s_tea), "b"));
        Assert.Equal("b", words.Resolve(s_subject, s_lastDay).Explain("word").Value);
        Assert.True(words.Resolve(s_subject, s_lastDay).Explain("word").IsVerified);
    }

    [Fact]
    public void Says_what_entries_speak_of_and_the_subject_does_not_state()
    {
        Assert.Equal(ScopeDimensions.Customer | ScopeDimensions.CustomerGroup | ScopeDimensions.Product, s_table.Unstated(default));
        Assert.Equal(ScopeDimensions.CustomerGroup, s_table.Unstated(default(ScopeSubject).With(s_customer).With(s_tea)));
        Assert.Equal(ScopeDimensions.None, s_table.Unstated(s_subject.InGroups()));
        Assert.Equal(
            ScopeDimensions.Channel,
            s_table.With(
                ScopeEntry.Of("x", Scope.Everything.Except(new ChannelId("X")), Percent(2)).WithPrecedence(1)).Unstated(s_subject));
        Assert.Equal(ScopeDimensions.None, ScopeTable.MostSpecific<string>(s_sequence).Unstated(default));
    }

    [Fact]
    public void Refuses_a_level_that_is_not_in_the_sequence_a_name_twice_and_values_that_do_not_compare()
    {
        var ofCustomer = Assert.Throws<ArgumentException>(
            () => s_table.With(ScopeEntry.Of("customer", Scope.Everything.Only(s_customer), Percent(2))));
        Assert.Equal("entries", ofCustomer.ParamName);
        Assert.Contains("'customer' is about customer", ofCustomer.Message, StringComparison.Ordinal);
        Assert.Equal(
            "entries",
            Assert.Throws<ArgumentException>(
                () => s_table.With(ScopeEntry.Of("all", Scope.Everything.Only(new ProductId("X")), Percent(2)))).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => s_table.Without("All")).ParamName);

        var inYuan = ScopeEntry.Of("yuan", Scope.Everything, new Money(1m, Currency.CNY));
        var inDollars = ScopeEntry.Of("dollars", Scope.Everything.Only(s_tea), new Money(1m, Currency.USD));
        Assert.Equal(
            "entries",
            Assert.Throws<CurrencyMismatchException>(() => ScopeTable.Lowest(Comparer<Money>.Default, inYuan, inDollars)).ParamName);
        Assert.Equal(2, ScopeTable.MostSpecific(s_sequence, inYuan, inDollars).Entries.Count);
        Assert.Equal("entries", Assert.Throws<UnitMismatchException>(() => ScopeTable.Highest(
            Comparer<Quantity>.Default, ScopeEntry.Of("a", Scope.Everything, Quantity.Pieces(1)),
            ScopeEntry.Of("b", Scope.Everything.Only(s_tea), new Quantity(1, UnitOfMeasure.Case)))).ParamName);
        Assert.Equal(
            "on",
            Assert.Throws<ArgumentException>(() => s_table.Applicable(s_subject, s_lastDay.WithCalendar(CalendarSystem.Julian))).ParamName);
        Assert.Equal(
            "on", Assert.Throws<ArgumentException>(() => s_table.At(s_subject, s_lastDay.WithCalendar(CalendarSystem.Julian))).ParamName);
        Assert.Equal(
            "on",
            Assert.Throws<ArgumentException>(() => s_table.TryAt(s_subject, s_lastDay.WithCalendar(CalendarSystem.Julian), out _))
                .ParamName);
        Assert.Equal(
            "on",
            Assert.Throws<ArgumentException>(() => s_table.Resolve(s_subject, s_lastDay.WithCalendar(CalendarSystem.Julian))).ParamName);
    }

    [Fact]
    public void Is_equal_by_the_way_of_deciding_and_by_the_entries()
    {
        TestHelper.TestEqualsClass(
            s_table, ScopeTable.MostSpecific(s_sequence, s_agreed, s_group, s_product, s_all), s_table.Without("all"),
            ScopeTable.MostSpecific(AccessSequence.Of([.. s_sequence.Levels.Reverse()]), s_agreed, s_group, s_product, s_all),
            ScopeTable.Highest(Comparer<Percentage>.Default, s_agreed, s_group, s_product, s_all),
            s_table.Without("all").With(s_all.WithPrecedence(1)));
        TestHelper.TestEqualsClass(
            s_agreed,
            ScopeEntry.Of("agreed", Scope.Everything.Only(s_customer).Only(s_tea), Percent(3m)).During(DateSpan.OfQuarter(2026, 1)),
            s_agreed.During(DateSpan.Always), s_agreed.WithPrecedence(1),
            ScopeEntry.Of("agreed", s_agreed.Scope, Percent(4)).During(s_agreed.Span),
            ScopeEntry.Of("Agreed", s_agreed.Scope, Percent(3)).During(s_agreed.Span),
            ScopeEntry.Of("agreed", Scope.Everything, Percent(3)).During(s_agreed.Span));
        TestHelper.TestEqualsStruct(
            s_table.Resolve(s_subject, s_lastDay), s_table.Without("all").With(s_all).Resolve(s_subject, s_lastDay),
            s_table.Resolve(s_subject, s_lastDay.PlusDays(1)),
            s_table.Resolve(default, s_lastDay), s_table.Without("all").Resolve(s_subject, s_lastDay), default);
        var (loser, same) = (s_table.Resolve(s_subject, s_lastDay).Losers()[0], s_table.Resolve(s_subject, s_lastDay).Losers()[0]);
        TestHelper.TestEqualsClass(
            loser, same, s_table.Resolve(s_subject, s_lastDay).Losers()[1],
            s_table.Resolve(default, s_lastDay.PlusDays(1)).NotApplicable()[1]);
    }

    [Fact]
    public void Declares_its_sequence_with_each_level_once()
    {
        Assert.Equal("customer + product, then customer group + product, then product, then everything", s_sequence.ToString());
        TestHelper.TestEqualsClass(
            s_sequence, AccessSequence.Of([.. s_sequence.Levels]), AccessSequence.Of([.. s_sequence.Levels.Reverse()]),
            AccessSequence.Of(ScopeDimensions.None));
        Assert.Equal("levels", Assert.Throws<ArgumentException>(() => AccessSequence.Of()).ParamName);
        Assert.Equal(
            "levels",
            Assert.Throws<ArgumentException>(
                () => AccessSequence.Of(ScopeDimensions.Product, ScopeDimensions.None, ScopeDimensions.Product)).ParamName);
        Assert.Equal("levels", Assert.Throws<ArgumentOutOfRangeException>(() => AccessSequence.Of((ScopeDimensions)256)).ParamName);
        Assert.Equal("levels", Assert.Throws<ArgumentOutOfRangeException>(() => AccessSequence.Of((ScopeDimensions)(-1))).ParamName);
    }

    private static Explanation Restated(Explanation explanation, Figure value, Explanation[] children) =>
        Explanation.Node(explanation.Name, value, explanation.Operation!, children);

    /// <summary>The second entry before the first.</summary>
    private static Explanation[] Swapped(Explanation explanation) =>
        [
            .. explanation.Children.Take(2), .. explanation.Children.Skip(4).Take(2), .. explanation.Children.Skip(2).Take(2),
            .. explanation.Children.Skip(6),
        ];

    private static string? NameOf(ScopeResolution<Percentage> resolution) => resolution.Winner?.Name;

    private static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);
}
