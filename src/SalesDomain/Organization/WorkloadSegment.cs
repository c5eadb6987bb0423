using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>A class of accounts that are called on alike: 200 A accounts, 36 calls a year each.</summary>
/// <remarks>Immutable. Equality is by name, number and workload.</remarks>
public sealed class WorkloadSegment : IEquatable<WorkloadSegment>
{
    /// <summary>Creates a segment.</summary>
    /// <param name="name">What the accounts are: not empty, no white space at either end.</param>
    /// <param name="accounts">How many there are, zero or more.</param>
    /// <param name="each">The work one of them asks for in the period.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="accounts"/> is negative.</exception>
    public WorkloadSegment(string name, int accounts, AccountWorkload each)
    {
        Name = Identifier.Checked(name);
        Accounts = Guard.Against.OutsideRange(0, int.MaxValue, accounts);
        Each = each;
    }

    /// <summary>What the accounts are.</summary>
    public string Name { get; }

    /// <summary>How many there are.</summary>
    public int Accounts { get; }

    /// <summary>The work one of them asks for.</summary>
    public AccountWorkload Each { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A segment.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WorkloadSegment? left, WorkloadSegment? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A segment.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WorkloadSegment? left, WorkloadSegment? right) => !(left == right);

    /// <summary>Whether the other has the same name, number and workload.</summary>
    /// <param name="other">The segment to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WorkloadSegment? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Accounts == other.Accounts && Each == other.Each;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as WorkloadSegment);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Accounts, Each.GetHashCode());

    /// <summary>The segment in words: <c>A: 200 accounts, 36 calls of 60 + 20 min</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + ": " + InvariantText.Number(Accounts) + " accounts, " + Each;
}
