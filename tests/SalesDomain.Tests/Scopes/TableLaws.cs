using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Scopes;

/// <summary>Tables against every entry tried one by one, for many subjects and days of a small world.</summary>
public sealed class TableLaws
{
    [Property]
    public Property The_strongest_entry_that_holds_is_the_winner() =>
        Prop.ForAll(TableSample.Clear, sample => sample.Questions.All(question =>
        {
            var expected = sample.Strongest.FirstOrDefault(entry => entry.Holds(question.Subject, question.Day));
            var day = TableSample.Day(question.Day);
            var resolution = sample.Table!.Resolve(question.Subject.Subject, day);
            var found = sample.Table.TryAt(question.Subject.Subject, day, out var value);
            return resolution.Winner == expected?.Entry && resolution.HasValue == expected is not null
                && found == resolution.HasValue && value == (expected?.Value ?? 0)
                && (!found || (resolution.Value == value && sample.Table.At(question.Subject.Subject, day) == value));
        }));

    [Property]
    public Property All_that_hold_are_found_strongest_first() =>
        Prop.ForAll(TableSample.Clear, sample => sample.Questions.All(question =>
            sample.Table!.Applicable(question.Subject.Subject, TableSample.Day(question.Day))
                .SequenceEqual(sample.Strongest.Where(entry => entry.Holds(question.Subject, question.Day)).Select(entry => entry.Entry))));

    [Property(MaxTest = 200)]
    public Property What_leaves_open_which_of_two_holds_is_refused_by_their_names_and_nothing_else() =>
        Prop.ForAll(TableSample.Any, sample =>
        {
            var pairs = sample.AmbiguousPairs.ToArray();
            return sample.Refusal is null
                ? pairs.Length == 0
                : sample.Refusal.ParamName == "entries" && pairs.Any(pair => Names(pair.One) && Names(pair.Other));

            bool Names(PlainEntry entry) => sample.Refusal!.Message.Contains("'" + entry.Name + ":");
        });

    [Property]
    public Property The_order_in_which_entries_come_does_not_matter() =>
        Prop.ForAll(TableSample.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (sample, seed) =>
        {
            var random = new Random(seed);
            var shuffled = new Func<ScopeTable<int>>(() => sample.Build(sample.Entries.OrderBy(_ => random.Next()).ToArray()));
            if (sample.Table is null)
                return IsRefused(shuffled);

            var other = shuffled();
            return other == sample.Table && other.GetHashCode() == sample.Table.GetHashCode() && other.ToString() == sample.Table.ToString()
                && sample.Questions.All(question => other.Resolve(question.Subject.Subject, TableSample.Day(question.Day))
                    == sample.Table.Resolve(question.Subject.Subject, TableSample.Day(question.Day)));
        });

    [Property]
    public Property One_by_one_or_all_at_once_is_the_same_table() =>
        Prop.ForAll(TableSample.Clear, sample =>
            sample.Entries.Aggregate(sample.Build([]), (table, entry) => table.With(entry.Entry)) == sample.Table
            && sample.Entries.All(entry => sample.Table!.Without(entry.Name).With(entry.Entry) == sample.Table));

    [Property]
    public Property Every_entry_is_the_winner_or_a_loser_or_does_not_apply_and_all_but_the_winner_say_why() =>
        Prop.ForAll(TableSample.Clear, sample => sample.Questions.Where((_, i) => i % 11 == 0).All(question =>
        {
            var resolution = sample.Table!.Resolve(question.Subject.Subject, TableSample.Day(question.Day));
            var holding = sample.Strongest.Where(entry => entry.Holds(question.Subject, question.Day)).Select(entry => entry.Entry)
                .ToArray();
            var (losers, others) = (resolution.Losers(), resolution.NotApplicable());
            return losers.Select(loser => loser.Entry).SequenceEqual(holding.Skip(1))
                && losers.All(loser => loser.Reasons.Count == 1)
                && others.Select(other => other.Entry).Concat(holding).OrderBy(entry => entry.Name)
                .SequenceEqual(sample.Table.Entries.OrderBy(entry => entry.Name))
                && others.All(
                    other => other.Reasons.Any(reason => reason.Code == "scope.not-effective") == !other.Entry.Span.Contains(resolution.On)
                    && other.Reasons.Count(reason => reason.Code != "scope.not-effective")
                    == other.Entry.Scope.Mismatches(resolution.Subject).Count
                    && other.Reasons.Count > 0);
        }));

    [Property]
    public Property The_explanation_states_all_that_hold_and_the_value_follows_from_their_levels_or_values() =>
        Prop.ForAll(TableSample.Clear, sample => sample.Questions.Where((_, i) => i % 11 == 0).All(question =>
        {
            var resolution = sample.Table!.Resolve(question.Subject.Subject, TableSample.Day(question.Day));
            var explanation = resolution.Explain("discount");
            var reordered = Reordered(explanation);
            var isDecidedByPrecedence = resolution.Losers()
                .Any(loser => loser.Reasons[0].Code == "scope.lower-precedence" && loser.Entry.Value != resolution.Value);
            return explanation.IsVerified && explanation.Value == (resolution.HasValue ? (Figure)resolution.Value : Figure.Absent)
                && explanation.Children.Count == 3 + (2 * (resolution.Losers().Count + (resolution.HasValue ? 1 : 0)))
                && (isDecidedByPrecedence || reordered.IsVerified);
        }));

    [Property]
    public Property What_entries_speak_of_and_the_subject_does_not_state_is_that_of_their_scopes_together() =>
        Prop.ForAll(TableSample.Clear, sample => sample.Questions.All(question =>
            sample.Table!.Unstated(question.Subject.Subject) == sample.Entries.Aggregate(
                ScopeDimensions.None, (all, entry) => all | entry.Entry.Scope.Unstated(question.Subject.Subject))));

    [Fact]
    public void The_samples_hold_tables_and_refusals_of_several_entries()
    {
        var samples = TableSample.Any.Generator.Sample(500).Where(sample => sample.Entries.Length > 2).ToArray();
        Assert.InRange(samples.Count(sample => sample.Table is not null), 20, samples.Length);
        Assert.InRange(samples.Count(sample => sample.Table is null), 20, samples.Length);
        Assert.Contains(
            samples,
            sample =>
                sample.Table is not null
                && sample.Questions.Any(question => sample.Entries.Count(entry => entry.Holds(question.Subject, question.Day)) > 2));
    }

    /// <summary>The same statement with the entries in the opposite order.</summary>
    private static Explanation Reordered(Explanation explanation)
    {
        var pairs = Enumerable.Range(0, (explanation.Children.Count - 3) / 2).Reverse()
            .SelectMany(i => explanation.Children.Skip(2 + (2 * i)).Take(2));
        return Explanation.Node(
            explanation.Name, explanation.Value, explanation.Operation!,
            [.. explanation.Children.Take(2), .. pairs, explanation.Children[explanation.Children.Count - 1]]);
    }

    private static bool IsRefused(Func<object> build)
    {
        try
        {
            build();
            return false;
        }
        catch (ArgumentException e) when (e.ParamName == "entries")
        {
            return true;
        }
    }
}
