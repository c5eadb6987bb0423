using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>One amount where there is anything to pay on.</summary>
internal sealed class FixedRate(Money amount) : CommissionRate
{
    internal override Currency? Currency => amount.Currency;

    internal override bool IsOnAnything => true;

    public override bool Equals(CommissionRate? other) => other is FixedRate one && one.Amount == amount;

    public override string ToString() => amount + " fixed";

    internal override RateSteps Pay(in RateInput input) => new(input.Base > 0m ? amount.Amount : 0m);

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts) =>
        Node(
            name, input.Money(steps.Amount), Operation.Select,
            Node(
                "there is a base", input.Base > 0m, Operation.Compare(ComparisonKind.Greater), facts.Base,
                Constant("nothing", facts.Base.Value.With(0m))),
            Constant("fixed amount", amount), Constant("else", input.Money(0m)));

    internal override string Describe(ComponentTerms terms) => "It pays " + amount + " where there is anything to pay on.";

    private Money Amount => amount;
}
