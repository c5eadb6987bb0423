using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>One amount by attainment.</summary>
internal sealed class BonusRate : CommissionRate
{
    private readonly StepSchedule<Percentage, Money> _amounts;

    internal BonusRate(StepSchedule<Percentage, Money> amounts)
    {
        _amounts = amounts;
        foreach (var amount in amounts.Values)
        {
            if (amount.Currency != amounts.Values[0].Currency)
                throw new CurrencyMismatchException(amounts.Values[0].Currency, amount.Currency, nameof(amounts));
        }
    }

    public override bool NeedsQuota => true;

    internal override bool NeedsAttainment => true;

    internal override Currency? Currency => _amounts.Values[0].Currency;

    internal override bool IsOnAnything => true;

    internal override bool IsOnLevel => true;

    public override bool Equals(CommissionRate? other) => other is BonusRate rate && rate._amounts == _amounts;

    public override string ToString() => "bonus: " + _amounts;

    internal override string Describe(ComponentTerms terms) => "It pays one amount by attainment of quota: " + _amounts + ".";

    internal override IEnumerable<decimal> Bounds(decimal? quota) =>
        quota is not { } whole ? [] : _amounts.Bounds.Select(bound => bound.Fraction * whole);

    internal override RateSteps Pay(in RateInput input) =>
        _amounts.TryAt(input.Attainment!.Value, out var amount) ? new RateSteps(amount.Amount)
            : new RateSteps(
                0m,
                without: input.Attainment > _amounts.Bounds[_amounts.Bounds.Count - 1] ? RateSteps.AboveSteps : RateSteps.BelowSteps);

    internal override Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts)
    {
        var attained = facts.Attainment(input.Attainment!.Value);
        return steps.Without is null ? Node(name, input.Money(steps.Amount), Operation.LookUp(_amounts), attained)
            : Conditions.Fix(
                name, input.Money(0m), Conditions.IsMissing(Node("bonus", Figure.Absent, Operation.LookUp(_amounts), attained)));
    }
}
