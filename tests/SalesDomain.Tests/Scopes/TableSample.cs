using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SalesDomain.Tests.Scopes;

/// <summary>An entry in plain terms: the steps of its scope, its first and last day as numbers, its value and its precedence.</summary>
internal sealed record PlainEntry(string Name, ScopeSample Sample, int? First, int? Last, int Value, int Precedence)
{
    internal ScopeEntry<int> Entry =>
        ScopeEntry.Of(Name, Sample.Scope!, Value)
            .During(
                new DateSpan(
                    First is { } first ? TableSample.Day(first) : null,
                    Last is { } last ? TableSample.Day(last) : null)).WithPrecedence(Precedence);

    internal ScopeDimensions Level { get; } = Sample.Steps.Where(step => !step.IsExclusion)
        .Aggregate(ScopeDimensions.None, (all, step) => all | step.Dimension);

    internal bool Holds(PlainSubject subject, int day) =>
        !(day < First) && !(day > Last) && Array.TrueForAll(Sample.Steps, step => step.Admits(subject));
}

/// <summary>A table over a small world, and what it should answer, found by trying everything.</summary>
internal sealed class TableSample
{
    private const int LastDay = 3;

    private static readonly ScopeDimensions[] s_dimensions =
        [ScopeDimensions.Customer, ScopeDimensions.CustomerGroup, ScopeDimensions.Product, ScopeDimensions.PriceKind];

    private static readonly ScopeDimensions[] s_levels =
        [
            .. Enumerable.Range(0, 16).Select(
                bits => s_dimensions.Where((_, i) => (bits >> i & 1) == 1).Aggregate(ScopeDimensions.None, (all, one) => all | one)),
        ];

    // A sixth of the world, of every kind.
    private static readonly PlainSubject[] s_asked = [.. PlainSubject.World.Where((_, i) => i % 7 == 0)];

    internal TableSample(Kind kind, int seed, PlainEntry[] entries)
    {
        Way = kind;
        var random = new Random(seed);
        Levels = [.. s_levels.OrderBy(_ => random.Next())];
        Entries = entries;
        Strongest = [.. Entries.OrderBy(Rank).ThenBy(entry => -entry.Precedence)];
        try
        {
            Table = Build(entries);
        }
        catch (ArgumentException e)
        {
            Refusal = e;
        }
    }

    internal enum Kind
    {
        MostSpecific,
        Highest,
        Lowest,
        HighestThenSpecific,
        LowestThenSpecific,
    }

    internal static Arbitrary<TableSample> Any { get; } =
        (from kind in Gen.Elements(Kind.MostSpecific, Kind.Highest, Kind.Lowest, Kind.HighestThenSpecific, Kind.LowestThenSpecific)
         from seed in Gen.Choose(0, int.MaxValue)
         from count in Gen.Choose(0, 6)
         from entries in (from sample in ScopeSample.Samples.Where(sample => sample.Scope is not null)
                          from first in Gen.Elements(null, 0, 1, 2, (int?)3)
                          from length in Gen.Elements(null, 0, 1, (int?)2)
                          from value in Gen.Choose(1, 4)
                          from precedence in Gen.Choose(-1, 2)
                          select (sample, first, length, value, precedence)).ArrayOf(count)
         select new TableSample(
             kind, seed,
             [
                 .. entries.Select(
                     (entry, i) => new PlainEntry(
                         "entry " + i, entry.sample, entry.first, (entry.first ?? 0) + entry.length, entry.value, entry.precedence)),
             ]))
        .ToArbitrary();

    internal static Arbitrary<TableSample> Clear { get; } = Any.Generator.Where(sample => sample.Table is not null).ToArbitrary();

    internal Kind Way { get; }

    internal ScopeDimensions[] Levels { get; }

    internal PlainEntry[] Entries { get; }

    internal PlainEntry[] Strongest { get; }

    internal ScopeTable<int>? Table { get; }

    internal ArgumentException? Refusal { get; }

    internal IEnumerable<(PlainSubject Subject, int Day)> Questions =>
        from subject in s_asked from day in Enumerable.Range(-1, LastDay + 5) select (subject, day);

    internal IEnumerable<(PlainEntry One, PlainEntry Other)> AmbiguousPairs =>
        from i in Enumerable.Range(0, Entries.Length)
        from j in Enumerable.Range(0, i)
        let one = Entries[i]
        let other = Entries[j]
        where Rank(one) == Rank(other) && one.Precedence == other.Precedence
            && Enumerable.Range(-1, LastDay + 5)
            .Any(day => !(day < one.First) && !(day > one.Last) && !(day < other.First) && !(day > other.Last))
            && one.Sample.Members.Intersect(other.Sample.Members).Any()
        select (one, other);

    public override string ToString() => Way + " " + string.Join(" | ", Entries.Select(entry => entry.Entry.ToString()));

    internal static LocalDate Day(int number) => new LocalDate(2024, 2, 27).PlusDays(number);

    internal ScopeTable<int> Build(IEnumerable<PlainEntry> plain)
    {
        ScopeEntry<int>[] entries = [.. plain.Select(entry => entry.Entry)];
        return Way switch
        {
            Kind.MostSpecific => ScopeTable.MostSpecific(AccessSequence.Of(Levels), entries),
            Kind.Highest => ScopeTable.Highest(Comparer<int>.Default, entries),
            Kind.Lowest => ScopeTable.Lowest(Comparer<int>.Default, entries),
            Kind.HighestThenSpecific => ScopeTable.Highest(Comparer<int>.Default, AccessSequence.Of(Levels), entries),
            _ => ScopeTable.Lowest(Comparer<int>.Default, AccessSequence.Of(Levels), entries),
        };
    }

    private int Rank(PlainEntry entry) =>
        Way switch
        {
            Kind.MostSpecific => LevelOf(entry),
            Kind.Highest => -entry.Value,
            Kind.Lowest => entry.Value,
            Kind.HighestThenSpecific => (-entry.Value * Levels.Length) + LevelOf(entry),
            _ => (entry.Value * Levels.Length) + LevelOf(entry),
        };

    private int LevelOf(PlainEntry entry) => Array.IndexOf(Levels, entry.Level);
}
