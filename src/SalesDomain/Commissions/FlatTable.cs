using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>One rate at every level.</summary>
internal sealed class FlatTable(Percentage rate) : LevelTable
{
    internal override decimal On(in RateInput input) => rate.Fraction * input.Level;

    internal override Percentage? RateAt(in RateInput input) => rate;

    internal override Explanation ExplainOn(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node(name, facts.OnLevel(steps.OnLevel), Operation.Product, facts.Level, Constant("rate", rate));

    internal override Explanation ExplainRate(in RateInput input, in RateSteps steps, RateFacts facts) => Constant("rate", rate);

    internal override string Describe(ComponentTerms terms) => "The rate is " + rate + ".";

    internal override bool IsSameAs(LevelTable other) => other is FlatTable flat && flat.RateIs(rate);

    public override string ToString() => rate.ToString();

    private bool RateIs(Percentage other) => rate == other;
}
