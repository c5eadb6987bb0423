using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Scopes;

/// <summary>Records with many versions, and a second series above them, against every entry tried one by one.</summary>
public sealed class ManyVersions
{
    private static readonly LocalDate s_start = new(2023, 12, 20);
    private static readonly CustomerId s_a = new("A");
    private static readonly CustomerGroupId s_chain = new("CHAIN");

    private static readonly Scope[] s_scopes =
    [
        Scope.Everything, Scope.Everything.Only(s_a), Scope.Everything.Only(new CustomerId("B")).Except(new ProductId("P")),
        Scope.Everything.Only(s_chain),
        Scope.Everything.Only(new CustomerId("C")).Except(s_chain),
    ];

    private static readonly AccessSequence s_sequence = AccessSequence.Of(
        ScopeDimensions.Customer, ScopeDimensions.CustomerGroup, ScopeDimensions.None);

    private static readonly ScopeSubject[] s_subjects =
    [
        default, Of("A"), Of("A").InGroups(new CustomerGroupId("OTHER"), s_chain), Of("B").With(new ProductId("P")),
        Of("B").With(new ProductId("Q")),
        Of("C").InGroups(s_chain), Of("C").InGroups(),
    ];

    private static readonly Gen<(int Gap, int Length)[]> s_series =
        from count in Gen.Choose(0, 25)
        from lengths in (from gap in Gen.Elements(0, 0, 0, 1, 2) from length in Gen.Choose(1, 4) select (gap, length)).ArrayOf(count)
        select lengths;

    private static readonly Arbitrary<ScopeEntry<int>[]> s_records =
        (from series in s_series.ArrayOf(2 * s_scopes.Length)
         from isOpen in Gen.Elements(true, false).ArrayOf(4 * s_scopes.Length)
         select series.SelectMany((lengths, i) => Versions(i, lengths, isOpen[2 * i], isOpen[(2 * i) + 1])).ToArray()).ToArbitrary();

    [Property]
    public Property Are_found_by_the_day_as_if_each_were_tried() =>
        Prop.ForAll(
            s_records, Gen.Elements(ScopeChoice.MostSpecific, ScopeChoice.Highest, ScopeChoice.Lowest).ToArbitrary(), (records, choice) =>
        {
            var table = Build(choice, records);
            var lastDay = records.Select(record => record.Span.End).Append(s_start).Max()!.Value.PlusDays(2);
            for (var day = s_start.PlusDays(-2); day <= lastDay; day = day.PlusDays(1))
            {
                foreach (var subject in s_subjects)
                {
                    var holding = Strongest(
                        choice, records.Where(record => record.Span.Contains(day) && record.Scope.Matches(subject))).ToArray();
                    if (!table.Applicable(subject, day).SequenceEqual(holding)
                        || table.Resolve(subject, day).Winner != holding.FirstOrDefault())
                        return false;
                }
            }

            return true;
        });

    [Fact]
    public void Of_one_record_with_gaps_hold_on_their_days_alone()
    {
        var versions = Enumerable.Range(0, 501)
            .Select(i => ScopeEntry.Of("version " + i, Scope.Everything, i).During(DateSpan.On(s_start.PlusDays(2 * i))));
        var table = ScopeTable.Lowest(Comparer<int>.Default, [.. versions, ScopeEntry.Of("floor", Scope.Everything, 1_000)]);
        for (var i = 0; i <= 1_000; i++)
        {
            Assert.Equal(i % 2 == 0 ? i / 2 : 1_000, table.At(default, s_start.PlusDays(i)));
            Assert.Equal(i % 2 == 0 ? 2 : 1, table.Applicable(default, s_start.PlusDays(i)).Count);
        }

        Assert.Equal(1_000, table.At(default, s_start.PlusDays(-1)));
        Assert.False(table.Without("floor").TryAt(default, s_start.PlusDays(-1), out _));
        Assert.False(table.Without("floor").TryAt(default, s_start.PlusDays(1_001), out _));
    }

    private static ScopeSubject Of(string customer) => default(ScopeSubject).With(new CustomerId(customer));

    private static ScopeTable<int> Build(ScopeChoice choice, ScopeEntry<int>[] records) =>
        choice switch
        {
            ScopeChoice.MostSpecific => ScopeTable.MostSpecific(s_sequence, records),
            ScopeChoice.Highest => ScopeTable.Highest(Comparer<int>.Default, records),
            _ => ScopeTable.Lowest(Comparer<int>.Default, records),
        };

    private static IEnumerable<ScopeEntry<int>> Strongest(ScopeChoice choice, IEnumerable<ScopeEntry<int>> entries) =>
        choice switch
        {
            ScopeChoice.MostSpecific =>
                entries.OrderBy(entry => s_sequence.Levels.ToList().IndexOf(entry.Scope.Dimensions))
                    .ThenByDescending(entry => entry.Precedence),
            ScopeChoice.Highest => entries.OrderByDescending(entry => entry.Value),
            _ => entries.OrderBy(entry => entry.Value),
        };

    /// <summary>
    /// Two series for each scope, the second above the first; no two values are equal, and their order is not that of the days.
    /// </summary>
    private static IEnumerable<ScopeEntry<int>> Versions(int series, (int Gap, int Length)[] lengths, bool isOpenAtStart, bool isOpenAtEnd)
    {
        var next = s_start;
        for (var i = 0; i < lengths.Length; i++)
        {
            var start = next.PlusDays(lengths[i].Gap);
            next = start.PlusDays(lengths[i].Length);
            var span = new DateSpan(
                isOpenAtStart && i == 0 ? null : start, isOpenAtEnd && i == lengths.Length - 1 ? null : next.PlusDays(-1));
            yield return ScopeEntry.Of(
                series + "/" + i, s_scopes[series / 2], (((i * 37) + (series * 11)) % 101 * 100) + (series * 3) + (i / 101))
                .During(span).WithPrecedence(series % 2);
        }
    }
}
