using System;
using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>All facts, where one may take back another that comes in another part.</summary>
internal sealed class KeptFacts<TFact, TOwner> : FactLog<TOwner>
    where TOwner : notnull
{
    private readonly TFact[] _facts;
    private readonly Func<IEnumerable<TFact>, Actuals<TOwner>> _evaluate;

    internal KeptFacts(TFact[] facts, Func<IEnumerable<TFact>, Actuals<TOwner>> evaluate)
        : base(ids: null)
    {
        _facts = facts;
        _evaluate = evaluate;
    }

    internal override Actuals<TOwner>? Again(FactLog<TOwner> other) =>
        other is KeptFacts<TFact, TOwner> more ? _evaluate([.. _facts, .. more._facts]) : null;
}
