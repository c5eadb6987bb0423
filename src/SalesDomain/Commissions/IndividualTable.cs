using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>The one rate of a payee, whatever the level.</summary>
internal sealed class IndividualTable : LevelTable
{
    internal override decimal On(in RateInput input) => (input.Individual ?? Percentage.Zero).Fraction * input.Level;

    internal override Percentage? RateAt(in RateInput input) => input.Individual;

    internal override Explanation ExplainOn(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node(name, facts.OnLevel(steps.OnLevel), Operation.Product, facts.Level, ExplainRate(input, steps, facts));

    internal override Explanation ExplainRate(in RateInput input, in RateSteps steps, RateFacts facts) =>
        Fact("individual rate", Figure.OrAbsent(input.Individual));

    internal override string Describe(ComponentTerms terms) =>
        terms.Rate is { } rate ? "Your own rate is " + rate + "." : "The rate is your own; none is stated, so it pays nothing.";

    internal override bool IsSameAs(LevelTable other) => other is IndividualTable;

    public override string ToString() => "individual rate";
}
