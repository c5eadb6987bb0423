using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Which sales a rule is about: only these customers, only these categories, all but these products.</summary>
/// <remarks>
/// <para>
/// A scope is built from <see cref="Everything"/>, and each <c>Only</c> and <c>Except</c> narrows it: all conditions have to be met, in
/// whatever order they were stated. Twice <c>Only</c> on groups means customers that are in one of the first and in one of the second.
/// What no subject could match any more is refused.
/// </para>
/// <para>
/// What a <see cref="ScopeSubject"/> does not state is not in a set: <c>Only</c> these customers does not match a subject without a
/// customer, <c>Except</c> these customers does. Where a fact may have been forgotten, ask <see cref="Unstated"/> first.
/// </para>
/// <para>
/// Immutable. Two scopes are equal exactly when they match the same subjects: conditions are kept in their shortest form, so that all
/// of A, B and C except C is A and B.
/// </para>
/// </remarks>
public sealed partial class Scope : IEquatable<Scope>
{
    private const ScopeDimensions NotOnALine =
        ScopeDimensions.CustomerGroup | ScopeDimensions.CustomerClass | ScopeDimensions.ProductCategory;

    private readonly ScopeCondition[] _conditions;

    // Most scopes have one condition.
    private readonly ScopeCondition? _only;

    private Scope(ScopeCondition[] conditions)
    {
        _conditions = conditions;
        _only = conditions.Length == 1 ? conditions[0] : null;
        foreach (var condition in conditions)
        {
            Mentioned |= condition.Dimension;
            Dimensions |= condition.IsExclusion ? ScopeDimensions.None : condition.Dimension;
        }
    }

    /// <summary>The scope that every subject matches.</summary>
    public static Scope Everything { get; } = new([]);

    /// <summary>The conditions, by dimension, in their shortest form; none for everything.</summary>
    public IReadOnlyList<ScopeCondition> Conditions => Array.AsReadOnly(_conditions);

    /// <summary>
    /// The dimensions in which only some are in the scope: how specific it is. What is left out makes no scope more specific.
    /// </summary>
    public ScopeDimensions Dimensions { get; }

    internal ScopeDimensions Mentioned { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A scope.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Scope? left, Scope? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A scope.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Scope? left, Scope? right) => !(left == right);

    /// <summary>Whether the subject is in the scope.</summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <returns>Whether it meets every condition.</returns>
    public bool Matches(ScopeSubject subject)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.IsMetBy(subject))
                return false;
        }

        return true;
    }

    /// <summary>Whether a line is in the scope, by what it states.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Whether it meets every condition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The scope speaks of groups, classes or categories, which no line states: ask with <see cref="ScopeSubject.FromLine"/> and what
    /// the caller knows of them.
    /// </exception>
    public bool Matches(SalesLine line)
    {
        Guard.Against.Null(line);
        return (Mentioned & NotOnALine) == ScopeDimensions.None ? MatchesStated(line)
            : throw Guards.Invalid(
                nameof(line), line.Id.ToString(),
                "does not state the " + Dimension.Text(Mentioned & NotOnALine) + " that the scope speaks of; ask with a ScopeSubject");
    }

    /// <summary>The same by what a line states itself, without a subject made of it and without a look at what it cannot state.</summary>
    internal bool MatchesStated(SalesLine line)
    {
        if (_only is not null)
            return _only.IsMetBy(line);

        foreach (var condition in _conditions)
        {
            if (!condition.IsMetBy(line))
                return false;
        }

        return true;
    }

    /// <summary>Why the subject is not in the scope: a reason for each condition it does not meet.</summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <returns>
    /// <c>scope.not-in-customers</c> with the customer, or absent, and those allowed; <c>scope.excluded-product</c> with the product; and
    /// so for each dimension. None when the subject matches. Of more than five codes the first five are named.
    /// </returns>
    public IReadOnlyList<Reason> Mismatches(ScopeSubject subject) =>
        Array.ConvertAll(Array.FindAll(_conditions, condition => !condition.IsMetBy(subject)), condition => condition.Refusal(subject));

    /// <summary>
    /// What the scope speaks of and the subject does not state: where an answer rests on what nobody looked up, a forgotten group among
    /// those left out before all.
    /// </summary>
    /// <param name="subject">What is known of the sale.</param>
    /// <returns>The dimensions, or none. A customer that is said to be in no group states its groups.</returns>
    public ScopeDimensions Unstated(ScopeSubject subject) => subject.Unstated(Mentioned);

    /// <summary>Whether some subject could match both.</summary>
    /// <param name="other">The other scope.</param>
    /// <returns>Whether they overlap; exact, whatever customers and products there are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool Overlaps(Scope other)
    {
        Guard.Against.Null(other);
        return AreMet(_conditions, other) && AreMet(other._conditions, this);
    }

    /// <summary>Whether every subject of the other scope is in this one.</summary>
    /// <param name="other">The other scope.</param>
    /// <returns>Whether it is contained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool Contains(Scope other)
    {
        Guard.Against.Null(other);
        return Intersection(other) == other;
    }

    /// <summary>The subjects of both: a campaign within its agreement.</summary>
    /// <param name="other">The other scope.</param>
    /// <returns>The scope of what both match, or null when no subject could match both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public Scope? Intersection(Scope other)
    {
        Guard.Against.Null(other);
        return ScopeForm.Shortest([.. _conditions, .. other._conditions]) is { } conditions ? new Scope(conditions) : null;
    }

    /// <summary>Whether the other matches the same subjects.</summary>
    /// <param name="other">The scope to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Scope? other) => other is not null && _conditions.SequenceEqual(other._conditions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Scope);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _conditions.Aggregate(_conditions.Length, (hash, condition) => Hash.Combine(hash, condition.GetHashCode()));

    /// <summary>The conditions in words: <c>only customers C-1, C-2; except products P-9</c>, or <c>everything</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        _conditions.Length == 0 ? "everything" : string.Join("; ", _conditions.Select(condition => condition.ToString()));

    /// <summary>Who is in, of a dimension of which a subject has one value; null where the scope does not say.</summary>
    internal ScopeCondition? SetOf(int dimension) =>
        Array.Find(_conditions, condition => condition.Index == dimension && !condition.IsExclusion);

    /// <summary>
    /// Whether each set of those that are in holds one that the other scope admits as well; each is short of what its own scope leaves
    /// out.
    /// </summary>
    private static bool AreMet(ScopeCondition[] conditions, Scope other)
    {
        foreach (var condition in conditions)
        {
            if (!condition.IsExclusion && !HasAdmitted(condition, other._conditions))
                return false;
        }

        return true;
    }

    /// <summary>
    /// A subject with several groups needs one group for each of its sets, and none that is left out; of all else one value must be in
    /// every set.
    /// </summary>
    private static bool HasAdmitted(ScopeCondition set, ScopeCondition[] others)
    {
        others = Array.FindAll(others, other => other.Index == set.Index && (other.IsExclusion || !set.About.HasSeveral));
        return others.Length == 0 || set.Codes.Any(code => Array.TrueForAll(others, other => other.Admits(code)));
    }

    private Scope Narrowed<TId>(ScopeDimensions dimension, bool isExclusion, TId[] ids, Converter<TId, string> code, string parameterName)
        where TId : struct, IEquatable<TId> =>
        Narrowed(
            dimension, isExclusion,
            Array.ConvertAll(Guard.Against.Null(ids, parameterName), id => code(Identifier.Given(id, parameterName))), parameterName);

    private Scope Narrowed(ScopeDimensions dimension, bool isExclusion, string[] codes, string parameterName)
    {
        if (codes.Length == 0)
        {
            return isExclusion ? this
                : throw new ArgumentException(
                    parameterName + " must not be empty: only those that are named are in the scope.", parameterName);
        }

        var condition = new ScopeCondition(Dimension.IndexOf(dimension), isExclusion, ScopeCondition.Sorted(codes));
        return ScopeForm.Shortest([.. _conditions, condition]) is { } conditions ? new Scope(conditions)
            : throw Guards.Invalid(parameterName, condition.ToString(), "must leave something of the scope (" + this + ")");
    }
}
