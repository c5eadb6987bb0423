using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>One condition of a <see cref="Scope"/>: only these customers, or all products except these.</summary>
/// <remarks>Equality is by dimension, side and codes.</remarks>
public sealed class ScopeCondition : IEquatable<ScopeCondition>
{
    // Up to so many codes are compared one by one, which is faster than hashing.
    private const int FewCodes = 4;
    private const int MostCodesNamed = 5;

    private readonly string[] _codes;
    private readonly HashSet<string>? _many;

    // Most scopes name one code.
    private readonly string? _one;

    internal ScopeCondition(int index, bool isExclusion, string[] sorted)
    {
        Index = index;
        IsExclusion = isExclusion;
        _codes = sorted;
        _one = sorted.Length == 1 ? sorted[0] : null;
        _many = sorted.Length > FewCodes ? new HashSet<string>(sorted, StringComparer.Ordinal) : null;
    }

    /// <summary>What the condition is about: one dimension.</summary>
    public ScopeDimensions Dimension => About.Flag;

    /// <summary>False when only the codes are in the scope, true when all but them are.</summary>
    public bool IsExclusion { get; }

    /// <summary>The codes of customers, groups, products …, in ordinal order; of price kinds the names.</summary>
    public IReadOnlyList<string> Codes => Array.AsReadOnly(_codes);

    internal int Index { get; }

    internal Dimension About => Internal.Dimension.All[Index];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A condition.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ScopeCondition? left, ScopeCondition? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A condition.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ScopeCondition? left, ScopeCondition? right) => !(left == right);

    /// <summary>Whether the other is about the same dimension, on the same side, with the same codes.</summary>
    /// <param name="other">The condition to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ScopeCondition? other) =>
        other is not null && Index == other.Index && IsExclusion == other.IsExclusion
        && _codes.SequenceEqual(other._codes, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScopeCondition);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _codes.Aggregate(
            Hash.Combine(Index, IsExclusion ? 1 : 0), (hash, code) => Hash.Combine(hash, StringComparer.Ordinal.GetHashCode(code)));

    /// <summary>The condition in words: <c>only customers C-1, C-2</c>, <c>except products P-9</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => (IsExclusion ? "except " : "only ") + About.Plural + " " + string.Join(", ", _codes);

    internal static string[] Sorted(IEnumerable<string> codes)
    {
        var sorted = codes.Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    /// <summary>What is not stated is in no set: outside of those that are in, and not among those left out.</summary>
    internal bool IsMetBy(in ScopeSubject subject) => Names(subject.Given(Index)) != IsExclusion;

    /// <summary>The same for what a line states itself, without a subject made of it.</summary>
    internal bool IsMetBy(SalesLine line)
    {
        var code = ScopeSubject.Given(line, Index);
        return _one is not null ? (code == _one) != IsExclusion : code is not null ? Names(code) != IsExclusion : IsExclusion;
    }

    /// <summary>Whether a code, alone, is in the scope as far as this condition says.</summary>
    internal bool Admits(string code) => Names(code) != IsExclusion;

    /// <summary>
    /// Why the subject does not meet it, named after the plain fact: not among those that are in, or among those left out.
    /// </summary>
    internal Reason Refusal(ScopeSubject subject)
    {
        var given = ScopeSubject.Codes(subject.Given(Index));
        return IsExclusion
            ? new Reason("scope.excluded-" + Word(About.Singular), (About.Singular, Named(Array.FindAll(given, code => Names(code)))))
            : new Reason("scope.not-in-" + Word(About.Plural), (About.Singular, Named(given)), ("allowed", Named(_codes)));
    }

    private bool Names(object? given)
    {
        if (given is string code)
            return Names(code);

        foreach (var one in (string[]?)given ?? [])
        {
            if (Names(one))
                return true;
        }

        return false;
    }

    private bool Names(string code)
    {
        if (_many is not null)
            return _many.Contains(code);

        foreach (var one in _codes)
        {
            if (one == code)
                return true;
        }

        return false;
    }

    /// <summary>The first few codes, since a reason is read by people and a scope may hold thousands.</summary>
    private static Figure Named(string[] codes) =>
        codes.Length == 0 ? Figure.Absent
            : string.Join(", ", codes.Take(MostCodesNamed))
                + (codes.Length > MostCodesNamed ? " and " + InvariantText.Number(codes.Length - MostCodesNamed) + " more" : "");

    private static string Word(string words) => words.Replace(' ', '-');
}
