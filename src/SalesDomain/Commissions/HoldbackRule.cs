using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A share of what is earned is kept until a condition is met (风险金), and released by rule.</summary>
/// <remarks>
/// <para>
/// Held to date of a measurement period = share × earned to date in it, rounded, and never below zero, of all components together or of
/// each that the rule is for; what a run holds is the difference to what was held before. Released to date = the part that the schedule
/// gives for the named figure × held to date, likewise: after a return what was held of it goes back from where it is.
/// </para>
/// <para>
/// A closed measurement period keeps the share it was held with, and a released one the part that was released; a later figure that is
/// better releases the difference, a worse one takes nothing back. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed class HoldbackRule : IEquatable<HoldbackRule>
{
    private readonly string[] _components;

    private HoldbackRule(
        Percentage share, string[] components, StepSchedule<Percentage, Percentage>? release, bool forfeitsRest, HoldbackOnLeaving leaving)
    {
        _components = components;
        Share = share;
        Release = release;
        ForfeitsRest = forfeitsRest;
        Leaving = leaving;
    }

    /// <summary>The share that is held back.</summary>
    public Percentage Share { get; }

    /// <summary>The components of which it is held back, in the order of their names; empty for all together.</summary>
    public IReadOnlyList<string> Components => Array.AsReadOnly(_components);

    /// <summary>Which part of what is held is released at which figure; null where no figure releases anything.</summary>
    public StepSchedule<Percentage, Percentage>? Release { get; }

    /// <summary>Whether what a figure does not release is forfeited; otherwise it is kept until a better figure.</summary>
    public bool ForfeitsRest { get; }

    /// <summary>What becomes of what is held of a leaver.</summary>
    public HoldbackOnLeaving Leaving { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(HoldbackRule? left, HoldbackRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(HoldbackRule? left, HoldbackRule? right) => !(left == right);

    /// <summary>A share that is held back, and kept until a schedule or the payee's leaving releases it.</summary>
    /// <param name="share">The share, from 0 % to 100 %.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    public static HoldbackRule Of(Percentage share) =>
        new(Guard.Against.NoPart(share), [], null, forfeitsRest: false, HoldbackOnLeaving.Kept);

    /// <summary>The rule for some components only, each held back by itself: share × what it has earned to date, rounded.</summary>
    /// <param name="components">
    /// The components, each once; at least one. Those of one name are one, of whatever plan, as in what is held and released.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="components"/> or a component is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="components"/> is empty, or a component is blank, has outer white space or comes twice.
    /// </exception>
    public HoldbackRule For(params string[] components)
    {
        string[] sorted = [.. Guard.Against.Nothing(components, "a rule for some components names at least one")];
        Array.ForEach(sorted, component => Identifier.Checked(component, nameof(components)));
        Guard.Against.NameTwice(sorted, nameof(components), "component");
        Array.Sort(sorted, StringComparer.Ordinal);
        return new HoldbackRule(Share, sorted, Release, ForfeitsRest, Leaving);
    }

    /// <summary>The rule with a schedule by which a figure, say the collection rate of the year, releases what was held.</summary>
    /// <param name="release">
    /// The part that is released, from 0 % to 100 %, by the figure: say nothing below 95 %, 80 % from there and all from 98 %.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="release"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside its range.</exception>
    public HoldbackRule WithRelease(StepSchedule<Percentage, Percentage> release)
    {
        foreach (var part in Guard.Against.Null(release).Values)
            Guard.Against.NoPart(part, nameof(release));

        return new HoldbackRule(Share, _components, release, ForfeitsRest, Leaving);
    }

    /// <summary>The rule by which what a figure does not release is forfeited.</summary>
    /// <returns>The changed copy.</returns>
    public HoldbackRule ForfeitingRest() => new(Share, _components, Release, forfeitsRest: true, Leaving);

    /// <summary>The rule with what becomes of what is held of a leaver.</summary>
    /// <param name="leaving">What becomes of it; kept where nothing is said.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leaving"/> is not a value of its type.</exception>
    public HoldbackRule WithLeaving(HoldbackOnLeaving leaving) =>
        new(Share, _components, Release, ForfeitsRest, Guard.Against.Undefined(leaving));

    internal bool Names(string component) => Array.BinarySearch(_components, component, StringComparer.Ordinal) >= 0;

    /// <summary>Whether a component is under both.</summary>
    internal bool Meets(HoldbackRule other) =>
        _components.Length == 0 || other._components.Length == 0 || Array.Exists(_components, other.Names);

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(HoldbackRule? other) =>
        other is not null && Share == other.Share && Release == other.Release && ForfeitsRest == other.ForfeitsRest
        && Leaving == other.Leaving && _components.SequenceEqual(other._components);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HoldbackRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Share.GetHashCode(), Release?.GetHashCode() ?? 0, ForfeitsRest ? 1 : 0, (int)Leaving);

    /// <summary>The share, the schedule and what becomes of the rest.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            Share + " held back" + (_components.Length == 0 ? "" : " of " + string.Join(" and ", _components)),
            Release is null ? "" : "released " + Release, ForfeitsRest ? "the rest forfeited" : "",
            Leaving == HoldbackOnLeaving.Kept ? "" : "on leaving " + Leaving);
}
