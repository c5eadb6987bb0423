using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>Percentages of a base by a level.</summary>
internal sealed class LevelRate(LevelTable table) : CommissionRate
{
    public override bool NeedsQuota => table.NeedsQuota;

    internal override bool CanPayAbove => true;

    internal override bool IsProportional => table is FlatTable or IndividualTable;

    internal override bool IsMarginal => table.IsMarginal;

    internal override Currency? Currency => table.Currency;

    public override bool Equals(CommissionRate? other) => other is LevelRate rate && table.IsSameAs(rate.Table);

    public override string ToString() => table.ToString()!;

    internal override RateSteps Pay(in RateInput input)
    {
        var rate = table.RateAt(input);
        if (table is IndividualTable && rate is null)
            return new RateSteps(0m, without: "commission.no-individual-rate");

        var isFlat = table is FlatTable or IndividualTable;
        if (input.Threshold is null)
        {
            if (input.IsOneMeasure)
            {
                var on = table.On(input);
                return new RateSteps(
                    on, IsOneRate(rate, on, input) ? rate : null, on, reached: rate, outside: Outside(rate, on, input));
            }

            if (isFlat)
                return new RateSteps(rate!.Value.Fraction * input.Base, rate, reached: rate);
        }

        // Hardly anything achieved is paid at the lowest rate, and nothing achieved as well.
        if (!input.IsOneMeasure && input.Level <= 0m)
        {
            var lowest = table.RateAt(input.AtNothing());
            return new RateSteps((lowest ?? Percentage.Zero).Fraction * input.Base, lowest, isAtNothing: true, reached: lowest);
        }

        var onLevel = table.On(input);
        var below = input.Threshold is null ? 0m : table.Below(input);
        var above = onLevel - below;
        return input.IsOneMeasure
            ? new RateSteps(above, rate: null, onLevel, below, above, reached: rate, outside: Outside(rate, onLevel, input))
            : input.Threshold is null && IsOneRate(rate, onLevel, input)
                ? new RateSteps(rate!.Value.Fraction * input.Base, rate, onLevel, below, above, reached: rate)
            : new RateSteps(
                above * input.Base / input.Level, rate: null, onLevel, below, above, blended: above / input.Level, reached: rate,
                outside: Outside(rate, onLevel, input));
    }

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts)
    {
        var amount = input.Money(steps.Amount);
        if (steps.Without is not null)
            return Conditions.Fix(name, amount, Conditions.IsMissing(table.ExplainRate(input, steps, facts)));
        if (steps.IsAtNothing)
        {
            return steps.Rate is null
                ? Conditions.Fix(name, amount, Conditions.IsMissing(table.ExplainRate(input.AtNothing(), steps, facts.AtNothing())))
                : Node(name, amount, Operation.Product, facts.Base, table.ExplainRate(input.AtNothing(), steps, facts.AtNothing()));
        }

        if (input.IsOneMeasure && input.Threshold is null)
            return table.ExplainOn(name, input, steps, facts);
        if (steps.Rate is not null)
            return Node(name, amount, Operation.Product, facts.Base, table.ExplainRate(input, steps, facts));

        var aboveName = input.IsOneMeasure ? name : "above the threshold";
        var above = input.Threshold is null ? table.ExplainOn("on the level", input, steps, facts)
            : Node(
                aboveName, facts.OnLevel(steps.Above), Operation.Difference, table.ExplainOn("on the level", input, steps, facts),
                table.ExplainBelow(input, steps, facts));
        return input.IsOneMeasure ? above
            : Node(
                name, amount, Operation.Product, facts.Base,
                Node("blended rate", steps.Blended, Operation.Ratio, above, facts.Level));
    }

    internal override string Describe(ComponentTerms terms) => table.Describe(terms);

    internal override IEnumerable<decimal> Bounds(decimal? quota) => table.Bounds(quota);

    internal override IReadOnlyList<RatePortion> Portions(in RateInput input) => table.Portions(input);

    private LevelTable Table => table;

    // Less than nothing was sold, or too little for the first tier; or more than a closed scale has.
    private string? Outside(Percentage? rate, decimal on, in RateInput input) =>
        rate is not null || on != 0m ? null
        : input.Level < 0m || input.Level < table.Bounds(input.Quota).First() ? RateSteps.BelowSteps
        : RateSteps.AboveSteps;

    private static bool IsOneRate(Percentage? rate, decimal on, in RateInput input) =>
        rate is { } one && one.Fraction * input.Level == on;
}
