using System.Collections.Generic;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>Rates by level, whatever the levels are of.</summary>
internal abstract class LevelTable
{
    protected const string BelowName = "below the threshold";

    internal virtual bool NeedsQuota => false;

    /// <summary>The currency of the levels; null where they are shares.</summary>
    internal virtual Currency? Currency => null;

    internal virtual bool IsMarginal => false;

    /// <summary>What the rates give on a level.</summary>
    internal abstract decimal On(in RateInput input);

    /// <summary>What of it lies below the threshold: each part at its own rate, or all at the rate reached.</summary>
    internal virtual decimal Below(in RateInput input) =>
        RateAt(input) is { } rate ? rate.Fraction * input.Threshold!.Value : 0m;

    /// <summary>The one rate that is reached; null where there is none.</summary>
    internal abstract Percentage? RateAt(in RateInput input);

    internal abstract Explanation ExplainOn(string name, in RateInput input, in RateSteps steps, RateFacts facts);

    internal virtual Explanation ExplainBelow(in RateInput input, in RateSteps steps, RateFacts facts)
    {
        var (amount, rate) = (facts.OnLevel(steps.Below), ExplainRate(input, steps, facts));
        return steps.Reached is null ? Conditions.Fix(BelowName, amount, Conditions.IsMissing(rate))
            : Node(BelowName, amount, Operation.Product, facts.Threshold, rate);
    }

    internal abstract Explanation ExplainRate(in RateInput input, in RateSteps steps, RateFacts facts);

    internal virtual IReadOnlyList<RatePortion> Portions(in RateInput input) => [];

    internal abstract string Describe(ComponentTerms terms);

    internal virtual IEnumerable<decimal> Bounds(decimal? quota) => [];

    internal abstract bool IsSameAs(LevelTable other);
}
