using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Makes tables of attainments without naming the type of the owners.</summary>
public static class Attainments
{
    /// <summary>Attainments by owner.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="attainments">An attainment an owner, in any order.</param>
    /// <returns>The table.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="attainments"/>, an owner or an attainment is null.</exception>
    /// <exception cref="System.ArgumentException">An owner comes twice.</exception>
    public static Attainments<TOwner> Of<TOwner>(params (TOwner Owner, Attainment Attainment)[] attainments)
        where TOwner : notnull
    {
        Guard.Against.Null(attainments);
        var table = new Dictionary<TOwner, Attainment>();
        foreach (var (owner, attainment) in attainments)
        {
            Guard.Against.Null(owner, nameof(attainments));
            Guard.Against.Null(attainment, nameof(attainments));
            if (table.ContainsKey(owner))
                throw Guards.Invalid(nameof(attainments), InvariantText.Any(owner), "must have each owner once");

            table[owner] = attainment;
        }

        return new Attainments<TOwner>(table);
    }
}
