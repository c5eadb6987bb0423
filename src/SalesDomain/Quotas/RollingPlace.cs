using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Quotas;

/// <summary>Places a shortfall or a surplus in the periods to come.</summary>
internal sealed class RollingPlace
{
    private readonly Phasing _phasing;
    private readonly int _first;
    private readonly Rounding _rounding;

    // What the periods to come ask before this, with what came of earlier shortfalls.
    private readonly Measured[] _toCome;

    internal RollingPlace(Phasing phasing, IEnumerable<Measured> parts, int first, Rounding rounding)
    {
        _phasing = phasing;
        _toCome = [.. parts.Skip(first)];
        _first = first;
        _rounding = rounding;
    }

    /// <summary>The shortfall in the periods to come; null where none can take it.</summary>
    internal PhasedQuota? Add(Measured shortfall, ShortfallRule rule)
    {
        var weights = _phasing.Weights.Skip(_first);
        return Placed(
            shortfall,
            rule switch
            {
                ShortfallRule.Spread => weights,
                ShortfallRule.SpreadEvenly => weights.Select(_ => 1m),
                _ => weights.Select((_, i) => i == 0 ? 1m : 0m),
            });
    }

    /// <summary>The surplus, at most all of the rest, taken off the periods to come; null where none has a part.</summary>
    internal PhasedQuota? TakeOff(Measured surplus)
    {
        // A part below zero has nothing that could be taken off.
        decimal[] parts = [.. _toCome.Select(part => Math.Max(0m, part.Amount))];
        return Placed(surplus.With(-Math.Min(surplus.Amount, parts.Sum())), parts);
    }

    /// <summary>Whether what is taken off in this unit leaves no part below zero: whether all parts are multiples of it.</summary>
    internal bool CanTakeOffIn(decimal unit) => Array.TrueForAll(_toCome, part => part.Amount % unit == 0m);

    private PhasedQuota? Placed(Measured amount, IEnumerable<decimal> weights)
    {
        decimal[] copy = [.. weights];
        return copy.All(weight => weight == 0m) ? null
            : Phasing.ByWeights(PlanPeriods.Of(_phasing.Periods.Spans.Skip(_first)), copy).Split(amount, _rounding);
    }
}
