using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>The price of one level of a ladder, with the figures it follows from.</summary>
/// <remarks>Equality is by reference. Made by <see cref="PriceLadder.From"/>.</remarks>
public sealed class LadderPrice
{
    private readonly LadderPrice? _neighbour;
    private readonly PriceLevel? _step;

    private LadderPrice(
        PriceLevel level, LadderPrice? neighbour, PriceLevel? step, Money netBefore, Money paid, Money exactNet, Money exact,
        Money price)
    {
        Level = level;
        _neighbour = neighbour;
        _step = step;
        NetBefore = netBefore;
        Paid = paid;
        ExactNet = exactNet;
        Exact = exact;
        Price = price;
        Net = price / level.TaxFactor;
    }

    /// <summary>The level.</summary>
    public PriceLevel Level { get; }

    /// <summary>Whether it is the price that was given, and all others follow from it.</summary>
    public bool IsGiven => _neighbour is null;

    /// <summary>The price before it was rounded, with tax where the level's price is said with it.</summary>
    public Money Exact { get; }

    /// <summary>The price, rounded by the level, with tax where the level's price is said with it.</summary>
    public Money Price { get; }

    /// <summary>The rounded price without tax: a quotient where there is tax in it, to 28 digits.</summary>
    public Money Net { get; }

    // Of the neighbour that it follows from, without tax; what the later of the two pays, with the tax it cannot deduct; and its own
    // without tax, before it was rounded.
    private Money NetBefore { get; }

    private Money Paid { get; }

    private Money ExactNet { get; }

    /// <summary>How the price follows from the one that was given, level by level.</summary>
    /// <returns>The explanation, whose figure is <see cref="Price"/>.</returns>
    public Explanation Explain() =>
        _neighbour is null ? Fact(Level.Name, Price) : Node(Level.Name, Price, Operation.Round(Level.Rounding), ExplainExact());

    /// <summary>Level and price: <c>shelf: CNY 9.99</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Level.Name + ": " + Price;

    internal static LadderPrice Given(PriceLevel level, Money price)
    {
        var net = price / level.TaxFactor;
        return new LadderPrice(level, null, null, net, net, net, price, price);
    }

    /// <summary>The price of the next level: what it adds is its own.</summary>
    internal LadderPrice Up(PriceLevel level)
    {
        var (taxBefore, tax, cost, step) = (Level.TaxFactor, level.TaxFactor, level.CostFactor, level.StepFactor);
        var paid = Price * cost / taxBefore;
        return level.Kind switch
        {
            PriceStepKind.Margin => Made(
                level, level, paid, Price * cost / (taxBefore * step), Price * (cost * tax) / (taxBefore * step)),
            PriceStepKind.Markup => Made(
                level, level, paid, Price * (cost * step) / taxBefore, Price * (cost * step * tax) / taxBefore),
            _ => Made(
                level, level, paid, ((Price * cost) + (level.Amount!.Value * taxBefore)) / taxBefore,
                ((Price * cost) + (level.Amount!.Value * taxBefore)) * tax / taxBefore),
        };
    }

    /// <summary>The price of the level before: what is taken off is what this one adds.</summary>
    internal LadderPrice Down(PriceLevel level)
    {
        var (taxBefore, tax, cost, step) = (Level.TaxFactor, level.TaxFactor, Level.CostFactor, Level.StepFactor);
        return Level.Kind switch
        {
            PriceStepKind.Margin => Made(
                level, Level, Price * step / taxBefore, Price * step / (taxBefore * cost), Price * (step * tax) / (taxBefore * cost)),
            PriceStepKind.Markup => Made(
                level, Level, Price / (taxBefore * step), Price / (taxBefore * step * cost), Price * tax / (taxBefore * step * cost)),
            _ => Made(
                level, Level, (Price - (Level.Amount!.Value * taxBefore)) / taxBefore,
                (Price - (Level.Amount!.Value * taxBefore)) / (taxBefore * cost),
                (Price - (Level.Amount!.Value * taxBefore)) * tax / (taxBefore * cost)),
        };
    }

    /// <summary>A price without tax with the tax that who pays it cannot deduct.</summary>
    internal static Explanation WithUndeducted(PriceLevel level, Money cost, Explanation net) =>
        level.UndeductedTaxRate is not { } rate ? net
            : Node("cost of " + level.Name, cost, Operation.Product, net, TaxFactor(level.CostFactor, rate));

    /// <summary>A price without the tax that is in it.</summary>
    internal static Explanation WithoutTax(PriceLevel level, Money net, Explanation price) =>
        level.TaxRate is not { } rate ? price
            : Node(level.Name + " without tax", net, Operation.Ratio, price, TaxFactor(level.TaxFactor, rate));

    private static Explanation TaxFactor(Percentage factor, Percentage rate) =>
        Node("1 + tax", factor, Operation.Sum, Constant("whole", Percentage.OneHundred), Constant("tax", rate));

    // Each is one quotient of products, so that no tie is lost between two of them.
    private LadderPrice Made(PriceLevel level, PriceLevel step, Money paid, Money net, Money exact) =>
        new(level, this, step, Net, paid, net, exact, exact.Round(level.Rounding));

    private Explanation ExplainExact() =>
        Level.TaxRate is not { } rate ? ExplainNet(Level.Name + " not rounded")
            : Node(
                Level.Name + " not rounded", Exact, Operation.Product, ExplainNet(Level.Name + " without tax"),
                TaxFactor(Level.TaxFactor, rate));

    private Explanation ExplainNet(string name)
    {
        var before = WithoutTax(_neighbour!.Level, NetBefore, _neighbour.Explain());
        var isUp = ReferenceEquals(_step, Level);
        return isUp ? ExplainStep(name, ExactNet, WithUndeducted(_step!, Paid, before), isUp)
            : _step!.UndeductedTaxRate is not { } rate ? ExplainStep(name, ExactNet, before, isUp)
            : Node(
                name, ExactNet, Operation.Ratio, ExplainStep("cost of " + _step.Name, Paid, before, isUp),
                TaxFactor(_step.CostFactor, rate));
    }

    private Explanation ExplainStep(string name, Money value, Explanation before, bool isUp) =>
        _step!.Kind switch
        {
            PriceStepKind.Margin => Node(
                name, value, isUp ? Operation.Ratio : Operation.Product, before,
                Node(
                    "1 - margin", _step.StepFactor, Operation.Difference, Constant("whole", Percentage.OneHundred),
                    Constant("margin of " + _step.Name, _step.Rate!.Value))),
            PriceStepKind.Markup => Node(
                name, value, isUp ? Operation.Product : Operation.Ratio, before,
                Node(
                    "1 + mark-up", _step.StepFactor, Operation.Sum, Constant("whole", Percentage.OneHundred),
                    Constant("mark-up of " + _step.Name, _step.Rate!.Value))),
            _ => Node(
                name, value, isUp ? Operation.Sum : Operation.Difference, before,
                Constant("amount of " + _step.Name, _step.Amount!.Value)),
        };
}
