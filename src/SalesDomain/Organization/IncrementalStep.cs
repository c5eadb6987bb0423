using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>A sales force of one size: its sales and profit, and what the last person added. Part of an <see cref="IncrementalSize"/>.</summary>
/// <remarks>Immutable. Sales between two sizes of the table are on the straight line, to 28 digits.</remarks>
public sealed class IncrementalStep
{
    private readonly IncrementalMethod _method;
    private readonly IncrementalStep? _before;
    private readonly (int People, Money Sales) _from;
    private readonly (int People, Money Sales) _to;
    private readonly Money _marginOnSales;
    private readonly Money _cost;
    private readonly Money? _addedMargin;

    internal IncrementalStep(
        IncrementalMethod method, IncrementalStep? before, int people, (int People, Money Sales) from, (int People, Money Sales) to)
    {
        (_method, _before, _from, _to) = (method, before, from, to);
        People = people;
        Sales = people == from.People ? from.Sales
            : people == to.People ? to.Sales
            : from.Sales + ((to.Sales - from.Sales) * (people - from.People) / (to.People - from.People));
        _marginOnSales = Sales * method.Margin;
        _cost = method.CostPerPerson * people;
        Profit = _marginOnSales - _cost;
        if (before is null)
            return;

        AddedSales = Sales - before.Sales;
        _addedMargin = AddedSales.Value * method.Margin;
        MarginalProfit = _addedMargin.Value - method.CostPerPerson;
        Pays = MarginalProfit.Value.Amount > 0m || (method.AddsAtBreakEven && MarginalProfit.Value.IsZero);
    }

    /// <summary>How many people.</summary>
    public int People { get; }

    /// <summary>What they sell.</summary>
    public Money Sales { get; }

    /// <summary>Margin on the sales less the cost of the people.</summary>
    public Money Profit { get; }

    /// <summary>What the last of them adds to sales; null for the first size of the table, before which nothing is known.</summary>
    public Money? AddedSales { get; }

    /// <summary>The margin on what the last of them adds, less what that one costs; null for the first size.</summary>
    public Money? MarginalProfit { get; }

    /// <summary>Whether the last of them is worth adding, by the break-even rule of the method; null for the first size.</summary>
    public bool? Pays { get; }

    /// <summary>The profit as margin on sales less cost.</summary>
    /// <returns>The tree; its root is <see cref="Profit"/>.</returns>
    public Explanation Explain() =>
        Node("profit with " + InvariantText.Number(People), Profit, Operation.Difference,
            Node("margin on sales", _marginOnSales, Operation.Product, SalesLeaf(), Constant("margin", _method.Margin)),
            Node("cost", _cost, Operation.Product, Constant("cost a person", _method.CostPerPerson), Fact("people", (decimal)People)));

    /// <summary>The marginal profit as margin on the added sales less the cost of one person.</summary>
    /// <returns>The tree; its root is <see cref="MarginalProfit"/>, or null for the first size.</returns>
    public Explanation? ExplainMarginalProfit() =>
        _before is null ? null
            : Node("marginal profit of number " + InvariantText.Number(People), MarginalProfit!.Value, Operation.Difference,
                Node("margin on added sales", _addedMargin!.Value, Operation.Product,
                    Node("added sales", AddedSales!.Value, Operation.Difference, SalesLeaf(), _before.SalesLeaf()),
                    Constant("margin", _method.Margin)),
                Constant("cost a person", _method.CostPerPerson));

    /// <summary>Profit and marginal profit: <c>11: USD 55.00, last one USD 5.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(People) + ": " + Profit + (MarginalProfit is { } marginal ? ", last one " + marginal : "");

    private Explanation SalesLeaf()
    {
        var name = "sales with " + InvariantText.Number(People);
        return People == _from.People || People == _to.People ? Fact(name, Sales)
            : Node(name, Sales, Operation.Interpolate,
                Fact("people", (decimal)People),
                Fact("size", (decimal)_from.People), Fact("sales", _from.Sales), Fact("size", (decimal)_to.People), Fact("sales", _to.Sales));
    }
}
