using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What one of several deals gives on a sale.</summary>
/// <remarks>Equality is by reference. Made by <see cref="RebateSequence.Evaluate"/>.</remarks>
public sealed class RebateSequenceLine
{
    private readonly Rounding _rounding;
    private readonly Money _amount;
    private readonly Money _takenBefore;
    private readonly Money _exact;

    internal RebateSequenceLine(RebateSequenceDeal deal, Money amount, Money takenBefore, Rounding rounding)
    {
        Deal = deal;
        _rounding = rounding;
        _amount = amount;
        _takenBefore = takenBefore;
        Base = deal.IsOnRest ? amount - takenBefore : amount;
        _exact = Base * deal.Rate;
        Rebate = _exact.Round(rounding);
        TakenAfter = deal.ReducesLater ? takenBefore + Rebate : takenBefore;
    }

    /// <summary>The deal.</summary>
    public RebateSequenceDeal Deal { get; }

    /// <summary>What it is of.</summary>
    public Money Base { get; }

    /// <summary>What it gives.</summary>
    public Money Rebate { get; }

    /// <summary>What deals to here take from what later ones are of.</summary>
    internal Money TakenAfter { get; }

    /// <summary>How it follows from the amount and the deals before.</summary>
    /// <returns>The explanation, whose figure is <see cref="Rebate"/>.</returns>
    public Explanation Explain()
    {
        var amount = Fact("amount", _amount);
        var @base = !Deal.IsOnRest ? amount
            : Node("rest", Base, Operation.Difference, amount, Fact("taken by deals before", _takenBefore));
        return Node(
            Deal.Name, Rebate, Operation.Round(_rounding),
            Node("rate of the base", _exact, Operation.Product, @base, Constant("rate", Deal.Rate)));
    }

    /// <summary>Name, rate, base and rebate: <c>3: 20% of CNY 900.00 = CNY 180.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Deal.Name + ": " + Deal.Rate + " of " + Base + " = " + Rebate;
}
