using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The same facts in two views, as sold and as assigned on a day (同口径), with the difference by owner.</summary>
/// <typeparam name="TOwner">The type of those who are credited.</typeparam>
/// <remarks>
/// The differences of all owners, of what is unassigned and of what is over-assigned sum to zero: a restatement moves sales and makes none.
/// Equality is by reference. Made by <see cref="Actuals{TOwner}.RestatedAs"/>.
/// </remarks>
public sealed class Restatement<TOwner>
    where TOwner : notnull
{
    private readonly TOwner[] _owners;

    internal Restatement(Actuals<TOwner> asSold, Actuals<TOwner> restated)
    {
        AsSold = asSold;
        Restated = restated;
        _owners = Sorted.Owners(asSold.Owners.Concat(restated.Owners));
    }

    /// <summary>The sums as sold.</summary>
    public Actuals<TOwner> AsSold { get; }

    /// <summary>The sums in the other view.</summary>
    public Actuals<TOwner> Restated { get; }

    /// <summary>Everybody with a fact in one of the views.</summary>
    public IReadOnlyList<TOwner> Owners => Array.AsReadOnly(_owners);

    /// <summary>What is credited to nobody, in both views.</summary>
    public RestatedSum Unassigned => new(AsSold.Unassigned, Restated.Unassigned);

    /// <summary>What is held to more than 100 %, in both views.</summary>
    public RestatedSum OverAssigned => new(AsSold.OverAssigned, Restated.OverAssigned);

    /// <summary>What is an owner's own, in both views.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>Both sums and their difference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public RestatedSum Of(TOwner owner) => new(AsSold.Of(Guard.Against.Null(owner)), Restated.Of(owner));

    /// <summary>Both sums and their difference, a line an owner.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(_owners.Select(owner => InvariantText.Any(owner) + ": " + Of(owner) + "\n")) + "unassigned: " + Unassigned + "\n";
}
