using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>How credits count to the managers above those who are credited: the base of an override.</summary>
/// <typeparam name="TPayee">The type of those who are credited.</typeparam>
/// <remarks>
/// <para>
/// A manager has one credit of a line, however many of the team share it: the sum of the team's shares, each times the share of the level,
/// and never more than the line. What a manager sells is a direct credit of their own and no roll-up to themselves.
/// </para>
/// <para>Immutable; equality is by hierarchy, shares, levels and whether overlays roll up.</para>
/// </remarks>
public sealed class CreditRollUp<TPayee> : IEquatable<CreditRollUp<TPayee>>
    where TPayee : notnull
{
    /// <summary>The name of the rule in a credit that was rolled up.</summary>
    internal const string Name = "roll-up";

    private readonly Percentage[] _shares;

    private CreditRollUp(Hierarchy<TPayee> hierarchy, Percentage[] shares, int? levels, bool includesOverlays)
    {
        Hierarchy = hierarchy;
        _shares = shares;
        Levels = levels;
        IncludesOverlays = includesOverlays;
    }

    /// <summary>Who is above whom, and when.</summary>
    public Hierarchy<TPayee> Hierarchy { get; }

    /// <summary>The share of each level, the manager right above first; none where every level has 100 %.</summary>
    public IReadOnlyList<Percentage> Shares => Array.AsReadOnly(_shares);

    /// <summary>How many levels up credits count; null for all.</summary>
    public int? Levels { get; }

    /// <summary>Whether overlays roll up as well; direct credits alone unless stated.</summary>
    public bool IncludesOverlays { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A roll-up.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CreditRollUp<TPayee>? left, CreditRollUp<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A roll-up.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CreditRollUp<TPayee>? left, CreditRollUp<TPayee>? right) => !(left == right);

    /// <summary>The roll-up to so many levels, each with 100 %.</summary>
    /// <param name="levels">How many, at least 1; 1 is the direct manager alone.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="levels"/> is less than 1.</exception>
    public CreditRollUp<TPayee> UpTo(int levels) =>
        new(Hierarchy, [], Guard.Against.OutsideRange(1, int.MaxValue, levels), IncludesOverlays);

    /// <summary>The roll-up with a share for each level, and to no level beyond.</summary>
    /// <param name="shares">The share of the manager right above, of the one above that, and so on; each from 0 % to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="shares"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is not from 0 % to 100 %.</exception>
    public CreditRollUp<TPayee> WithShares(params Percentage[] shares)
    {
        var copy = Guard.Against.Nothing(shares, "a roll-up reaches at least one level");
        Array.ForEach(copy, share => Guard.Against.NoPart(share, nameof(shares)));
        return new CreditRollUp<TPayee>(Hierarchy, copy, copy.Length, IncludesOverlays);
    }

    /// <summary>The roll-up of overlays too: a manager then has, of each line, what the team is credited with in either way.</summary>
    /// <returns>The changed copy.</returns>
    public CreditRollUp<TPayee> IncludingOverlays() => new(Hierarchy, _shares, Levels, includesOverlays: true);

    /// <summary>Whether the other rolls up in the same way.</summary>
    /// <param name="other">The roll-up to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CreditRollUp<TPayee>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Levels == other.Levels && IncludesOverlays == other.IncludesOverlays
            && _shares.SequenceEqual(other._shares) && Hierarchy == other.Hierarchy);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditRollUp<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _shares.Aggregate(
            Hash.Combine(Levels ?? 0, IncludesOverlays ? 1 : 0, Hierarchy.Nodes.Count),
            (hash, share) => Hash.Combine(hash, share.GetHashCode()));

    /// <summary>The levels, their shares and what rolls up: <c>roll-up of direct credits, by level 100%, 50%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + (IncludesOverlays ? " of direct credits and overlays" : " of direct credits")
        + (_shares.Length > 0 ? ", by level " + string.Join(", ", _shares.Select(share => share.ToString()))
            : Levels is { } levels ? ", up to level " + InvariantText.Number(levels) : "");

    internal static CreditRollUp<TPayee> Create(Hierarchy<TPayee> hierarchy) => new(hierarchy, [], levels: null, includesOverlays: false);

    /// <summary>Whether credits reach a level, counted from 0, and with which share.</summary>
    internal bool TryShareAt(int level, out decimal share)
    {
        share = _shares.Length > level ? _shares[level].Fraction : 1m;
        return !(level >= Levels) && share > 0m;
    }
}
