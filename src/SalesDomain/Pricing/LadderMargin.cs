using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a level of the channel earns a unit: its price without tax, less what it pays the level before it.</summary>
/// <remarks>Equality is by reference. Made by <see cref="PriceLadder.Margins"/> and <see cref="LadderPrices.Margins"/>.</remarks>
public sealed class LadderMargin
{
    private readonly PriceLevel _before;

    internal LadderMargin(PriceLevel before, Money priceBefore, PriceLevel level, Money price)
    {
        _before = before;
        PriceBefore = priceBefore;
        Level = level;
        Price = price;
        CostNet = priceBefore / before.TaxFactor;
        Cost = priceBefore * level.CostFactor / before.TaxFactor;
        Net = price / level.TaxFactor;
        Profit = Net - Cost;
        Margin = Net.IsPositive ? Percentage.Ratio(Profit, Net) : null;
        Markup = Cost.IsPositive ? Percentage.Ratio(Profit, Cost) : null;
    }

    /// <summary>The level.</summary>
    public PriceLevel Level { get; }

    /// <summary>The price it pays, as the level before says it.</summary>
    public Money PriceBefore { get; }

    /// <summary>The price it charges, as it says it.</summary>
    public Money Price { get; }

    /// <summary>What it pays, without tax, or with it where the level cannot deduct it.</summary>
    public Money Cost { get; }

    /// <summary>What it charges, without tax.</summary>
    public Money Net { get; }

    /// <summary>What it earns a unit: <see cref="Net"/> − <see cref="Cost"/>, negative for a loss.</summary>
    public Money Profit { get; }

    private Money CostNet { get; }

    /// <summary>Profit ÷ price without tax (毛利率); null for a price of zero or less, of which a loss would be a gain.</summary>
    public Percentage? Margin { get; }

    /// <summary>Profit ÷ cost (加价率); null for a cost of zero or less.</summary>
    public Percentage? Markup { get; }

    /// <summary>How the margin follows from the two prices.</summary>
    /// <returns>The explanation, whose figure is <see cref="Margin"/>.</returns>
    public Explanation Explain() => ExplainRate("margin of " + Level.Name, Margin, ExplainNet());

    /// <summary>How the mark-up follows from the two prices.</summary>
    /// <returns>The explanation, whose figure is <see cref="Markup"/>.</returns>
    public Explanation ExplainMarkup() => ExplainRate("mark-up of " + Level.Name, Markup, ExplainCost());

    /// <summary>Level, profit and both rates: <c>dealer: CNY 1.17, margin 20%, mark-up 25%</c>, to hundredths of a percent.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Level.Name + ": " + Profit + ", margin " + ShownRate.Of(Margin) + ", mark-up " + ShownRate.Of(Markup);

    private Explanation ExplainRate(string name, Percentage? rate, Explanation whole) =>
        rate is { } known ? Node(name, known, Operation.Ratio, ExplainProfit(), whole)
            : Conditions.LeaveOut(
                name,
                Node(
                    whole.Name + " is zero or less", true, Operation.Compare(ComparisonKind.LessOrEqual), whole,
                    Constant("zero", Money.Zero(Price.Currency))));

    private Explanation ExplainProfit() => Node("profit of " + Level.Name, Profit, Operation.Difference, ExplainNet(), ExplainCost());

    private Explanation ExplainNet() => LadderPrice.WithoutTax(Level, Net, Fact(Level.Name, Price));

    private Explanation ExplainCost() =>
        LadderPrice.WithUndeducted(Level, Cost, LadderPrice.WithoutTax(_before, CostNet, Fact(_before.Name, PriceBefore)));
}
