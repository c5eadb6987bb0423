using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// Which facts sums were made from, as far as it must be known when they are merged: their ids, where these are looked at.
/// </summary>
internal class FactLog<TOwner>
    where TOwner : notnull
{
    private readonly HashSet<LineId>? _ids;

    internal FactLog(HashSet<LineId>? ids) => _ids = ids;

    /// <summary>The sums over the facts of both, where those of the parts cannot be added.</summary>
    internal virtual Actuals<TOwner>? Again(FactLog<TOwner> other) => null;

    internal FactLog<TOwner> With(FactLog<TOwner> other, string parameterName)
    {
        if (_ids is null || other._ids is null)
            return this;

        var ids = new HashSet<LineId>(_ids);
        foreach (var id in other._ids.Where(id => !ids.Add(id)))
            throw Guards.Invalid(parameterName, id.ToString(), "must be of other facts; this document and line is in both");

        return new FactLog<TOwner>(ids);
    }
}
