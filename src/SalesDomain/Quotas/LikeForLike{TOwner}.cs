using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>This period against the same period of the year before, both as assigned on one day: like for like (同口径同比).</summary>
/// <typeparam name="TOwner">The type of those who are credited.</typeparam>
/// <remarks>
/// As sold, whoever was given customers has grown and whoever gave them has shrunk, though nobody bought more. Equality is by reference.
/// Made by <see cref="ActualRule"/>.
/// </remarks>
public sealed class LikeForLike<TOwner>
    where TOwner : notnull
{
    private readonly TOwner[] _owners;

    internal LikeForLike(Actuals<TOwner> current, Actuals<TOwner> prior)
    {
        Current = current;
        Prior = prior;
        _owners = Sorted.Owners(current.Owners.Concat(prior.Owners));
    }

    /// <summary>The sums of this period.</summary>
    public Actuals<TOwner> Current { get; }

    /// <summary>The sums of the same period of the year before.</summary>
    public Actuals<TOwner> Prior { get; }

    /// <summary>Everybody with a fact in one of the periods.</summary>
    public IReadOnlyList<TOwner> Owners => Array.AsReadOnly(_owners);

    /// <summary>The growth of everything, what is credited to nobody included.</summary>
    public ActualGrowth Total => new(Current.Total, Prior.Total);

    /// <summary>The growth of what is an owner's own.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>Both sums and the growth.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public ActualGrowth Of(TOwner owner) => new(Current.Of(Guard.Against.Null(owner)), Prior.Of(owner));

    /// <summary>The growth of what an owner has with everybody below.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>Both sums and the growth.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public ActualGrowth OfTeam(TOwner owner) => new(Current.OfTeam(Guard.Against.Null(owner)), Prior.OfTeam(owner));

    /// <summary>Both sums and the growth, a line an owner.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(_owners.Select(owner => InvariantText.Any(owner) + ": " + Of(owner) + "\n")) + "total: " + Total + "\n";
}
