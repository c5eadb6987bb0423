using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace SalesDomain.Tests.Dates;

/// <summary>A history made by random entries, the entries, and what a dictionary of days says after those recorded by a day.</summary>
internal sealed class RevisionSample
{
    private static readonly Reason s_typo = new("typing-error");

    internal static Arbitrary<RevisionSample> Any { get; } =
        (from count in Gen.Choose(0, 10)
         from rows in (
             from wait in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 3)))
             from span in TimelineSample.Span
             from value in Gen.Choose(0, 3)
             from withReason in Gen.Elements(true, false)
             select new Row(wait, span, value, withReason ? s_typo : null)).ArrayOf(count)
         select new RevisionSample(rows)).ToArbitrary();

    private RevisionSample(Row[] rows)
    {
        var day = TimelineSample.DayZero;
        foreach (var row in rows)
        {
            day = day.PlusDays(row.Wait);
            Rows.Add((day, row.Span, row.Value));
            States.Add(row.Value == 0
                ? Revisions.Withdraw(day, row.Span, row.Because)
                : Revisions.Record(day, row.Span, row.Value, row.Because));
        }
    }

    /// <summary>What was recorded, in order; a value of zero is a withdrawal.</summary>
    internal List<(LocalDate Recorded, DateSpan Effective, int Value)> Rows { get; } = [];

    /// <summary>The history after each entry, the empty one first.</summary>
    internal List<Revisions<int>> States { get; } = [SalesDomain.Revisions.Empty<int>()];

    internal Revisions<int> Revisions => States[States.Count - 1];

    /// <summary>Days of record and days beyond them on both sides.</summary>
    internal static LocalDate[] KnownOn { get; } = [.. Enumerable.Range(-2, 36).Select(TimelineSample.DayZero.PlusDays)];

    /// <summary>So many days after the first day sampled, all that is ever recorded has been.</summary>
    internal static int Reach { get; } = 10 + 30 + 1;

    /// <summary>The value that the last entry with the day in its span gives, among those recorded by <paramref name="knownOn"/>.</summary>
    internal int? Expected(LocalDate day, LocalDate knownOn)
    {
        var last = Rows.LastOrDefault(row => row.Recorded <= knownOn && row.Effective.Contains(day));
        return last.Value == 0 ? null : last.Value;
    }

    public override string ToString() => Revisions.ToString();

    private sealed record Row(int Wait, DateSpan Span, int Value, Reason? Because);
}
