using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// Who holds what, and from when to when: customers of salespeople, territories of positions, positions of people. Gaps and overlaps are
/// allowed, as real data have them, and are visible.
/// </summary>
/// <typeparam name="TSubject">The type of what is held.</typeparam>
/// <typeparam name="THolder">The type of who holds it.</typeparam>
/// <remarks>
/// <para>
/// A subject may have nobody, one holder, or several with a share each; that the shares of a day come to another sum than 100 % is not
/// refused but
/// shown by <see cref="Coverage"/>, <see cref="Gaps"/> and <see cref="Overlaps"/>. Refused is only one holder twice with one subject on one
/// day, which is a row that came double.
/// Holders who are meant to stand beside the others, such as product specialists with an overlay of their own, are a second set of
/// assignments.
/// </para>
/// <para>
/// Who held a subject on a day is found in one look-up and by halving, without allocating. Subjects and holders are listed in the order of
/// first mention.
/// </para>
/// <para>
/// Immutable. A change cuts the days of the subjects anew that it touches and takes the others as they are; the list of all is copied, so
/// that many changes are better given at once. Equality is by the assignments, in whatever order they were given.
/// </para>
/// </remarks>
public sealed partial class Assignments<TSubject, THolder> : IEquatable<Assignments<TSubject, THolder>>
    where TSubject : notnull
    where THolder : notnull
{
    private readonly Assignment<TSubject, THolder>[] _all;
    private readonly Dictionary<TSubject, CoverageTable<TSubject, THolder>> _bySubject;

    // Made when first asked for: a change would make them anew each time, and the next change would not have asked.
    private readonly Lazy<TSubject[]> _subjects;
    private readonly Lazy<THolder[]> _holders;
    private readonly Lazy<Dictionary<THolder, Assignment<TSubject, THolder>[]>> _byHolder;

    private Assignments(Assignment<TSubject, THolder>[] all, Dictionary<TSubject, CoverageTable<TSubject, THolder>> bySubject)
    {
        _all = all;
        _bySubject = bySubject;
        _subjects = new(() => [.. all.Select(each => each.Subject).Distinct()]);
        _holders = new(() => [.. all.Select(each => each.Holder).Distinct()]);
        _byHolder = new(() => all.GroupBy(each => each.Holder).ToDictionary(each => each.Key, each => each.ToArray()));
    }

    /// <summary>All assignments, in the order in which they were given.</summary>
    public IReadOnlyList<Assignment<TSubject, THolder>> All => Array.AsReadOnly(_all);

    /// <summary>What is held on any day, in the order of first mention.</summary>
    public IReadOnlyList<TSubject> Subjects => Array.AsReadOnly(_subjects.Value);

    /// <summary>Who holds anything on any day, in the order of first mention.</summary>
    public IReadOnlyList<THolder> Holders => Array.AsReadOnly(_holders.Value);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Assignments.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Assignments<TSubject, THolder>? left, Assignments<TSubject, THolder>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Assignments.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Assignments<TSubject, THolder>? left, Assignments<TSubject, THolder>? right) => !(left == right);

    /// <summary>Who holds a subject on a day, with the shares.</summary>
    /// <param name="subject">What is held.</param>
    /// <param name="on">The day.</param>
    /// <returns>The assignments in force, those that began first at the head; none when nobody holds it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<Assignment<TSubject, THolder>> HoldersOf(TSubject subject, LocalDate on)
    {
        Guard.Against.Null(subject);
        Guard.Against.OtherCalendar(on);
        return _bySubject.TryGetValue(subject, out var table) ? table.At(on).Assignments : [];
    }

    /// <summary>The one who alone holds a subject on a day, at whatever share.</summary>
    /// <param name="subject">What is held.</param>
    /// <param name="on">The day.</param>
    /// <param name="holder">The holder, or the default of the type.</param>
    /// <returns>False when nobody holds it, and when several do: which of them is for <see cref="HoldersOf"/> and its reader to
    /// say.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public bool TryHolderOf(TSubject subject, LocalDate on, [MaybeNullWhen(false)] out THolder holder)
    {
        Guard.Against.Null(subject);
        Guard.Against.OtherCalendar(on);
        var alone = _bySubject.TryGetValue(subject, out var table) ? table.At(on).Alone : null;
        holder = alone is null ? default : alone.Holder;
        return alone is not null;
    }

    /// <summary>What a holder holds on a day, with the shares.</summary>
    /// <param name="holder">Who holds it.</param>
    /// <param name="on">The day.</param>
    /// <returns>The assignments in force, in the order in which they were given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public IReadOnlyList<Assignment<TSubject, THolder>> HeldBy(THolder holder, LocalDate on)
    {
        Guard.Against.Null(holder);
        Guard.Against.OtherCalendar(on);
        return _byHolder.Value.TryGetValue(holder, out var held)
            ? Array.AsReadOnly(Array.FindAll(held, each => each.Span.Contains(on))) : [];
    }

    /// <summary>All assignments of a subject in the course of time.</summary>
    /// <param name="subject">What is held.</param>
    /// <returns>The assignments, those that began first at the head.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    public IReadOnlyList<Assignment<TSubject, THolder>> HistoryOf(TSubject subject) =>
        _bySubject.TryGetValue(Guard.Against.Null(subject), out var table) ? table.History : [];

    /// <summary>Whether the other has the same assignments.</summary>
    /// <param name="other">The assignments to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Assignments<TSubject, THolder>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _all.Length == other._all.Length
            && new HashSet<Assignment<TSubject, THolder>>(_all).SetEquals(other._all));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Assignments<TSubject, THolder>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order is no part of it.
        var hash = _all.Length;
        foreach (var each in _all)
            hash = unchecked(hash + each.GetHashCode());

        return hash;
    }

    /// <summary>The assignments, a line each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_all.Select(each => each + "\n"));

    internal static Assignments<TSubject, THolder> Create(IEnumerable<Assignment<TSubject, THolder>> assignments, string parameterName)
    {
        Assignment<TSubject, THolder>[] all = [.. assignments.Select(each => Guard.Against.Null(each, parameterName))];
        return new(all, Tables(all, parameterName));
    }

    private static Dictionary<TSubject, CoverageTable<TSubject, THolder>> Tables(
        IEnumerable<Assignment<TSubject, THolder>> assignments, string parameterName) =>
        assignments.GroupBy(each => each.Subject)
            .ToDictionary(each => each.Key, each => new CoverageTable<TSubject, THolder>(each.Key, [.. each], parameterName));

    /// <summary>A copy in which some subjects have other assignments; those of all other subjects are the same.</summary>
    private Assignments<TSubject, THolder> Changed(
        Assignment<TSubject, THolder>[] all, HashSet<TSubject> touched, string parameterName)
    {
        var bySubject = new Dictionary<TSubject, CoverageTable<TSubject, THolder>>(_bySubject);
        foreach (var subject in touched)
            bySubject.Remove(subject);
        foreach (var made in Tables(all.Where(each => touched.Contains(each.Subject)), parameterName))
            bySubject.Add(made.Key, made.Value);

        return new(all, bySubject);
    }
}
