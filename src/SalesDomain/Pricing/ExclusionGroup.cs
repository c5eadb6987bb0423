using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Discounts of which only one is given, or groups of discounts of which only one group is given.</summary>
/// <remarks>
/// The choice is made line by line, and for deals and discounts of the order once for the document, by what each would take off at that
/// place. Among equals the one with the lower number is given. The order in which members were named does not matter. Immutable; equality
/// is by value.
/// </remarks>
public sealed class ExclusionGroup : IEquatable<ExclusionGroup>
{
    private readonly string[][] _alternatives;

    private ExclusionGroup(string name, ExclusionRule rule, string[][] alternatives)
    {
        Name = name;
        Rule = rule;
        _alternatives = alternatives;
    }

    /// <summary>The name, by which reasons speak of it.</summary>
    public string Name { get; }

    /// <summary>Which alternative is given.</summary>
    public ExclusionRule Rule { get; }

    /// <summary>The alternatives, each with the names of its discounts, in ordinal order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Alternatives =>
        Array.AsReadOnly(Array.ConvertAll(_alternatives, names => (IReadOnlyList<string>)Array.AsReadOnly(names)));

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A group.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ExclusionGroup? left, ExclusionGroup? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A group.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ExclusionGroup? left, ExclusionGroup? right) => !(left == right);

    /// <summary>One of several discounts.</summary>
    /// <param name="name">The name of the group; not empty, no white space at either end.</param>
    /// <param name="rule">Which one is given.</param>
    /// <param name="discounts">The names of at least two discounts, each once.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="discounts"/> or a name in it is null.</exception>
    /// <exception cref="ArgumentException">A name is empty, padded or there twice, or there are fewer than two discounts.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not defined.</exception>
    public static ExclusionGroup Of(string name, ExclusionRule rule, params string[] discounts) =>
        Create(name, rule, Array.ConvertAll(Guard.Against.Null(discounts), discount => new[] { discount }), nameof(discounts));

    /// <summary>One of several groups: the dealer's terms together, or the campaign together.</summary>
    /// <param name="name">The name of the group; not empty, no white space at either end.</param>
    /// <param name="rule">Which alternative is given.</param>
    /// <param name="alternatives">At least two, each with the names of the discounts given together; each name once.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="name"/>, <paramref name="alternatives"/> or anything in it is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A name is empty, padded or there twice, an alternative is empty, or there are fewer than two.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rule"/> is not defined.</exception>
    public static ExclusionGroup Between(string name, ExclusionRule rule, params IEnumerable<string>[] alternatives)
    {
        Guard.Against.Null(alternatives);
        return Create(
            name, rule,
            Array.ConvertAll(
                alternatives,
                each => Guard.Against.Nothing(each, "an alternative has at least one discount", nameof(alternatives))),
            nameof(alternatives));
    }

    /// <summary>Whether the other is the same choice between the same discounts.</summary>
    /// <param name="other">The group to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ExclusionGroup? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Rule == other.Rule
        && _alternatives.Length == other._alternatives.Length
        && _alternatives.Zip(other._alternatives, (own, others) => own.SequenceEqual(others)).All(same => same);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ExclusionGroup);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), (int)Rule, _alternatives.Length);

    /// <summary>Name, rule and alternatives: <c>season: best of clearance, spring</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + (Rule == ExclusionRule.Best ? "best" : Rule == ExclusionRule.Least ? "least" : "first") + " of "
        + string.Join(", ", _alternatives.Select(names => string.Join(" + ", names)));

    internal bool Holds(string discount) => Array.Exists(_alternatives, names => Array.IndexOf(names, discount) >= 0);

    private static ExclusionGroup Create(string name, ExclusionRule rule, string[][] alternatives, string parameterName)
    {
        Identifier.Checked(name);
        Guard.Against.Undefined(rule);
        string[] all = [.. alternatives.SelectMany(names => names)];
        Array.ForEach(all, discount => Identifier.Checked(discount, parameterName));
        Guard.Against.NameTwice(all, parameterName, "discount");
        if (alternatives.Length < 2)
            throw Guards.Invalid(parameterName, InvariantText.Number(alternatives.Length), "must have at least two to choose from");

        var sorted = Array.ConvertAll(alternatives, names => (string[])[.. names.OrderBy(each => each, StringComparer.Ordinal)]);
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left[0], right[0]));
        return new ExclusionGroup(name, rule, sorted);
    }
}
