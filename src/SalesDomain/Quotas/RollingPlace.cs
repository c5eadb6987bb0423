using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Quotas;

/// <summary>Places a shortfall or a surplus in the periods to come.</summary>
internal sealed class RollingPlace
{
    private readonly PhasedQuota _original;
    private readonly int _first;
    private readonly Rounding _rounding;

    internal RollingPlace(PhasedQuota original, int first, Rounding rounding)
    {
        _original = original;
        _first = first;
        _rounding = rounding;
    }

    /// <summary>The shortfall in the periods to come; null where none can take it.</summary>
    internal PhasedQuota? Add(Measured shortfall, ShortfallRule rule)
    {
        var weights = _original.Phasing.Weights.Skip(_first);
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
        var rest = _original.Total - _original.Cumulative[_first - 1];
        return rest.Amount <= 0m ? null
            : Placed(-(surplus < rest ? surplus : rest), _original.Parts.Skip(_first).Select(part => part.Amount));
    }

    private PhasedQuota? Placed(Measured amount, IEnumerable<decimal> weights)
    {
        decimal[] copy = [.. weights];
        return copy.All(weight => weight == 0m) ? null
            : Phasing.ByWeights(PlanPeriods.Of(_original.Phasing.Periods.Spans.Skip(_first)), copy).Split(amount, _rounding);
    }
}
