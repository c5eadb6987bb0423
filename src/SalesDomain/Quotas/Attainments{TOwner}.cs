using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The attainments of owners: of people, of territories, of teams.</summary>
/// <typeparam name="TOwner">The type of the owners.</typeparam>
/// <remarks>
/// Owners stand in their own order where their type has one, text by its characters' codes, and otherwise in that of first mention.
/// Equality is by reference. Made by <see cref="Attainments"/> and <see cref="Actuals{TOwner}"/>.
/// </remarks>
public sealed class Attainments<TOwner>
    where TOwner : notnull
{
    private readonly Dictionary<TOwner, Attainment> _table;
    private readonly TOwner[] _owners;

    internal Attainments(Dictionary<TOwner, Attainment> table)
    {
        _table = table;
        _owners = Sorted.Owners(table.Keys);
    }

    /// <summary>Everybody in the table.</summary>
    public IReadOnlyList<TOwner> Owners => Array.AsReadOnly(_owners);

    /// <summary>Those without a quota, which is not a quota of zero: their sales are in no attainment.</summary>
    public IReadOnlyList<TOwner> WithoutQuota => Array.AsReadOnly(Array.FindAll(_owners, owner => _table[owner].Quota is null));

    /// <summary>The attainment of an owner.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>The attainment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is not in the table.</exception>
    public Attainment Of(TOwner owner) =>
        TryOf(owner, out var attainment) ? attainment
            : throw Guards.Invalid(nameof(owner), InvariantText.Any(owner), "must be in the table");

    /// <summary>The attainment of an owner who may not be in the table.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="attainment">The attainment, or null.</param>
    /// <returns>Whether the owner is in the table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public bool TryOf(TOwner owner, [NotNullWhen(true)] out Attainment? attainment) =>
        _table.TryGetValue(Guard.Against.Null(owner), out attainment);

    /// <summary>
    /// The attainment of everybody with a quota together, of zero too, whose sales are the team's: Σ actual ÷ Σ quota. The same as
    /// <see cref="AttainmentDistribution.Pooled"/>. Not for teams that contain one another, whose sales would
    /// count at each: pool those side by side.
    /// </summary>
    /// <returns>The pooled attainment, or null when nobody has a quota. Its actual is null when that of one of them is not known.</returns>
    /// <exception cref="ArgumentException">The attainments are of several measures, tax bases, units or currencies.</exception>
    public Attainment? Pooled() => Attainment.PooledOfQuotas(_owners.Select(owner => _table[owner]));

    /// <summary>The attainment of some owners together: Σ actual ÷ Σ quota.</summary>
    /// <param name="owners">At least one owner, each once, all in the table.</param>
    /// <returns>The pooled attainment; its quota is null when one of them has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owners"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are none, one comes twice or is not in the table, or the attainments are of several measures.
    /// </exception>
    public Attainment PooledOf(IEnumerable<TOwner> owners)
    {
        var copy = Guard.Against.Nothing(owners, "there is nothing to pool");
        var seen = new HashSet<TOwner>();
        foreach (var owner in copy)
        {
            if (!seen.Add(Guard.Against.Null(owner, nameof(owners))) || !_table.ContainsKey(owner))
                throw Guards.Invalid(nameof(owners), InvariantText.Any(owner), "must be in the table and come once");
        }

        return Attainment.Pooled(copy.Select(owner => _table[owner]));
    }

    /// <summary>How the attainments are spread over bands.</summary>
    /// <param name="bands">A name for each band of attainment.</param>
    /// <returns>The distribution; who has no attainment is counted apart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> is null.</exception>
    public AttainmentDistribution Distribution(StepSchedule<Percentage, string> bands) =>
        AttainmentDistribution.Of(Guard.Against.Null(bands), _owners.Select(owner => _table[owner]));

    /// <summary>The attainments, a line an owner.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_owners.Select(owner => InvariantText.Any(owner) + ": " + _table[owner] + "\n"));
}
