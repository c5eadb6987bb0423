using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>A sales force of one size: its sales and profit, and what the last person added. Part of an
/// <see cref="IncrementalSize"/>.</summary>
/// <remarks>
/// Immutable. Sales between two sizes of the table are on the straight line, to 28 digits. Whether a person pays is not decided on them:
/// every person between two sizes of the table adds the same, so the margin on what all of them add is compared with what all of them
/// cost, and nothing is divided.
/// </remarks>
public sealed class IncrementalStep
{
    private readonly IncrementalMethod _method;
    private readonly IncrementalStep? _before;
    private readonly (int People, Money Sales) _from;
    private readonly (int People, Money Sales) _to;
    private readonly Money _marginOnSales;
    private readonly Money _cost;
    private readonly (int People, Money Sales) _segmentFrom;
    private readonly (int People, Money Sales) _segmentTo;
    private readonly int _added;
    private readonly Money _gain;
    private readonly Money _gainMargin;
    private readonly Money _gainCost;
    private readonly Money _gainProfit;

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

        // The one before is at or after the first size of the segment and below its last.
        (_segmentFrom, _segmentTo) = (before._from, before._to);
        _added = _segmentTo.People - _segmentFrom.People;
        _gain = _segmentTo.Sales - _segmentFrom.Sales;
        _gainMargin = _gain * method.Margin;
        _gainCost = method.CostPerPerson * _added;
        _gainProfit = _gainMargin - _gainCost;
        AddedSales = _gain / _added;
        MarginalProfit = _gainProfit / _added;
        Pays = method.AddsAtBreakEven ? _gainMargin >= _gainCost : _gainMargin > _gainCost;
    }

    /// <summary>How many people.</summary>
    public int People { get; }

    /// <summary>What they sell.</summary>
    public Money Sales { get; }

    /// <summary>Margin on the sales less the cost of the people.</summary>
    public Money Profit { get; }

    /// <summary>
    /// What the last of them adds to sales: an equal part of what is added between two sizes of the table; null for the first size of the
    /// table, before which nothing is known.
    /// </summary>
    public Money? AddedSales { get; }

    /// <summary>The margin on what the last of them adds, less what that one costs; exactly zero at break-even; null for the first
    /// size.</summary>
    public Money? MarginalProfit { get; }

    /// <summary>Whether the last of them is worth adding, by the break-even rule of the method; null for the first size.</summary>
    public bool? Pays { get; }

    /// <summary>The profit as margin on sales less cost.</summary>
    /// <returns>The tree; its root is <see cref="Profit"/>.</returns>
    public Explanation Explain() =>
        Node("profit with " + InvariantText.Number(People), Profit, Operation.Difference,
            Node("margin on sales", _marginOnSales, Operation.Product, SalesLeaf(), Constant("margin", _method.Margin)),
            Node("cost", _cost, Operation.Product, Constant("cost a person", _method.CostPerPerson), Fact("people", (decimal)People)));

    /// <summary>
    /// The marginal profit as margin on the added sales less the cost of one person; between two sizes of the table, that of all people
    /// between them, divided by their number.
    /// </summary>
    /// <returns>The tree; its root is <see cref="MarginalProfit"/>, or null for the first size.</returns>
    public Explanation? ExplainMarginalProfit()
    {
        if (_before is null)
            return null;

        var name = "marginal profit of number " + InvariantText.Number(People);
        return _added == 1 ? Node(name, _gainProfit, Operation.Difference, GainMargin(), GainCost())
            : Node(name, MarginalProfit!.Value, Operation.Ratio,
                Node("profit of all added", _gainProfit, Operation.Difference, GainMargin(), GainCost()), AddedPeople());
    }

    /// <summary>Profit and marginal profit: <c>11: USD 55.00, last one USD 5.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(People) + ": " + Profit + (MarginalProfit is { } marginal ? ", last one " + marginal : "");

    /// <summary>Whether the last of them does not pay, from margin and cost of all people between two sizes of the table.</summary>
    internal Explanation ExplainLoss() =>
        Node("number " + InvariantText.Number(People) + " does not pay", Pays == false,
            Operation.Compare(_method.AddsAtBreakEven ? ComparisonKind.Less : ComparisonKind.LessOrEqual), GainMargin(), GainCost());

    private Explanation GainMargin() =>
        Node("margin on added sales", _gainMargin, Operation.Product,
            Node("added sales", _gain, Operation.Difference, TableSales(_segmentTo), TableSales(_segmentFrom)),
            Constant("margin", _method.Margin));

    private Explanation GainCost() =>
        _added == 1 ? Constant("cost a person", _gainCost)
            : Node("cost of all added", _gainCost, Operation.Product, Constant("cost a person", _method.CostPerPerson), AddedPeople());

    private Explanation AddedPeople() => Fact("people added", (decimal)_added);

    private static Explanation TableSales((int People, Money Sales) point) =>
        Fact("sales with " + InvariantText.Number(point.People), point.Sales);

    private Explanation SalesLeaf()
    {
        var name = "sales with " + InvariantText.Number(People);
        return People == _from.People || People == _to.People ? Fact(name, Sales)
            : Node(name, Sales, Operation.Interpolate,
                Fact("people", (decimal)People),
                Fact("size", (decimal)_from.People), Fact("sales", _from.Sales), Fact("size", (decimal)_to.People),
                Fact("sales", _to.Sales));
    }
}
