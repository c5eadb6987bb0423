using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;

namespace SalesDomain.Organization;

public sealed partial class Assignments<TSubject, THolder>
{
    /// <summary>
    /// Who holds a subject in the course of time: the days of a span, cut wherever its holders change; together they are exactly the span.
    /// </summary>
    /// <param name="subject">What is held.</param>
    /// <param name="over">The span to cut.</param>
    /// <returns>Slices in order of time, without overlap and without a missing day; one with nobody for a subject never heard of.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public IReadOnlyList<CoverageSlice<TSubject, THolder>> Coverage(TSubject subject, DateSpan over) =>
        Array.AsReadOnly(SlicesOf(Guard.Against.Null(subject), over).ToArray());

    /// <summary>Where subjects are held by nobody, or not wholly.</summary>
    /// <param name="subjects">Which: those that ought to be held, of which some may have no assignment at all. <see cref="Subjects"/> for
    /// those that have.</param>
    /// <param name="over">The days to look at.</param>
    /// <returns>Every slice with an <see cref="CoverageSlice{TSubject, THolder}.OpenShare"/>, subject by subject.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subjects"/> or one of them is null.</exception>
    public IReadOnlyList<CoverageSlice<TSubject, THolder>> Gaps(IEnumerable<TSubject> subjects, DateSpan over) =>
        Where(Given(subjects), over, slice => slice.TotalShare < Percentage.OneHundred);

    /// <summary>Where subjects are held more than once: shares of more than 100 %.</summary>
    /// <param name="over">The days to look at.</param>
    /// <returns>Every slice with an <see cref="CoverageSlice{TSubject, THolder}.ExcessShare"/>, subject by subject.</returns>
    public IReadOnlyList<CoverageSlice<TSubject, THolder>> Overlaps(DateSpan over) =>
        Where(_subjects.Value, over, slice => slice.TotalShare > Percentage.OneHundred);

    private static TSubject[] Given(IEnumerable<TSubject> subjects)
    {
        Guard.Against.Null(subjects);
        return [.. subjects.Select(each => Guard.Against.Null(each, nameof(subjects)))];
    }

    private ReadOnlyCollection<CoverageSlice<TSubject, THolder>> Where(
        TSubject[] subjects, DateSpan over, Func<CoverageSlice<TSubject, THolder>, bool> condition) =>
        Array.AsReadOnly(subjects.SelectMany(each => SlicesOf(each, over)).Where(condition).ToArray());

    private IEnumerable<CoverageSlice<TSubject, THolder>> SlicesOf(TSubject subject, DateSpan over) =>
        _bySubject.TryGetValue(subject, out var table) ? table.Over(over)
            : [new CoverageSlice<TSubject, THolder>(subject, over, [], Percentage.Zero)];
}
