using System;
using System.Collections.Generic;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What one discount takes off one line: asked for, given, and refused by the floor.</summary>
/// <remarks>
/// Nothing is taken off free goods and returns. Part of a <see cref="DiscountedLine"/>; equality is by reference.
/// </remarks>
public sealed class DiscountDeduction
{
    private readonly DiscountedLine _line;
    private readonly int _place;
    private readonly LineSteps _steps;
    private readonly Money _aboveFloor;
    private readonly Money _room;

    internal DiscountDeduction(DiscountedLine line, int place)
    {
        _line = line;
        _place = place;
        _steps = line.Steps[place];
        var aboveFloor = _steps.Before - line.LeastAmount;
        _aboveFloor = line.Owner.In(aboveFloor);
        _room = line.Owner.In(Math.Max(0m, aboveFloor));
        Before = line.Owner.In(_steps.Before);
        Asked = line.Owner.In(_steps.Asked);
        Amount = line.Owner.In(_steps.Granted);
        Refused = Asked - Amount;
        if (_steps.Order is null && _steps.Turn.Staged.HasRate)
            (Base, Rate) = (line.Owner.In(_steps.Base), Percentage.FromFraction(_steps.Rate));
    }

    /// <summary>The discount.</summary>
    public Discount Discount => _steps.Turn.Discount;

    /// <summary>What was left of the line before.</summary>
    public Money Before { get; }

    /// <summary>What the percentage is taken of; null for an amount, a fixed price and a share of the order.</summary>
    public Money? Base { get; }

    /// <summary>
    /// The percentage, of the step reached, or by the average of graduated steps; null for an amount, a fixed price and a share of the
    /// order.
    /// </summary>
    public Percentage? Rate { get; }

    /// <summary>What the discount would take, rounded; negative where a fixed price is above what was left.</summary>
    public Money Asked { get; }

    /// <summary>What is taken off.</summary>
    public Money Amount { get; }

    /// <summary>What floor and cap refuse of a discount of the line; of a discount of the order see <see cref="DiscountTotal"/>.</summary>
    public Money Refused { get; }

    /// <summary>Whether it is the part of a discount over several lines.</summary>
    internal bool IsShare => _steps.Order is not null;

    /// <summary>How the amount follows from its base.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>.</returns>
    public Explanation Explain() => Explain(new CountedOnce());

    internal Explanation Explain(CountedOnce counted) =>
        _steps.Order is { } order ? OrderExplanation.Share(_line.Owner, order, _steps.Part, Amount)
            : _line.LeastAmount == 0m && Discount.Budget is null && _steps.Granted == _steps.Asked ? ExplainAsked(Discount.Name, counted)
            : Node(
                Discount.Name, Amount, Operation.Min,
                [ExplainAsked("discount before the floor", counted), .. ExplainUnitCap(), ExplainRoom()]);

    /// <summary>Discount, base and amount: <c>dealer: 8% of CNY 4000.00 is CNY 320.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Discount.Name + ": "
        + (Rate is { } rate && Base is { } @base
            ? (_steps.Graduated is null ? rate.ToString() : "graduated") + " of " + @base + " is " : "")
        + Amount + (Refused.IsZero ? "" : ", refused " + Refused);

    /// <summary>What it asks for, before floors and caps.</summary>
    internal Explanation ExplainAsked(CountedOnce counted) => ExplainAsked("asked for", counted);

    private IEnumerable<Explanation> ExplainUnitCap()
    {
        if (Discount.Budget is not null)
        {
            yield return OrderExplanation.UnitCap(
                _line.Owner, Discount, _line.Owner.In(_steps.UnitRoom), _line.Owner.In(_steps.UnitCap),
                _line.Line.Quantity.Unit == Discount.Budget.Unit ? Fact("units", _line.Line.Quantity)
                    : _line.Line.ExplainQuantityIn(Discount.Budget.Unit!));
        }
    }

    private Explanation ExplainRoom()
    {
        if (_line.LeastAmount == 0m)
            return ExplainBefore();

        var above = Node("left above the floor", _aboveFloor, Operation.Difference, ExplainBefore(), _line.ExplainFloor());
        return _room == _aboveFloor ? above
            : Node("room above the floor", _room, Operation.Max, above, Constant("nothing", _line.Owner.In(0m)));
    }

    private Explanation ExplainAsked(string name, CountedOnce counted)
    {
        var rounding = _line.Owner.Schedule.Rounding;
        if (Discount.Kind == DiscountKind.FixedPrice)
        {
            return Node(
                name, Asked, Operation.Difference, ExplainBefore(),
                Node(
                    "at the fixed price", _line.Owner.In(_steps.Whole), Operation.Round(rounding),
                    ExplainOfUnits("fixed price", counted)));
        }

        var exact = _steps.Graduated is { } graduated ? ExplainGraduated(graduated, counted)
            : Discount.Kind == DiscountKind.PerUnit ? ExplainOfUnits("amount of a unit", counted)
            : Node("base × rate", _line.Owner.In(_steps.Exact), Operation.Product, ExplainBase(), ExplainRate(counted));
        if (!_line.Owner.Schedule.RoundsUnitPrices)
            return Node(name, Asked, Operation.Round(rounding), exact);

        var quantity = Fact("quantity, as a number", _line.QuantityAlone);
        return Node(
            name, Asked, Operation.Round(rounding),
            Node(
                "of a unit × quantity", _line.Owner.In(_steps.Whole), Operation.Product,
                Node(
                    "of a unit", _line.Owner.In(_steps.OfUnit), Operation.Round(rounding),
                    Node("of a unit, exactly", _line.Owner.In(_steps.OfUnitExactly), Operation.Ratio, exact, quantity)),
                quantity));
    }

    private Explanation ExplainOfUnits(string name, CountedOnce counted) =>
        Node(
            name + " × quantity", _line.Owner.In(_steps.Exact), Operation.Product,
            Discount.Kind == DiscountKind.PerUnit && Discount.OffByQuantity is { } steps
                ? Node(name, _line.Owner.In(_steps.OfStep), Operation.LookUp(steps), ExplainCounted(counted))
                : Constant(name, Discount.Amount!.Value),
            _line.Line.ExplainQuantityIn(Discount.Unit!));

    private Explanation ExplainGraduated(GraduatedLevel graduated, CountedOnce counted)
    {
        var (document, exact, product) = (_line.Owner, _line.Owner.In(_steps.Exact), _line.Owner.In(_steps.Product));
        return Discount.Kind == DiscountKind.PerUnit
            ? GraduatedExplanation.OfUnits(
                document, _steps.Turn, graduated, exact, product, _line.Line.ExplainQuantityIn(Discount.Unit!), ExplainCounted(counted))
            : GraduatedExplanation.OfBase(document, _steps.Turn, graduated, exact, product, ExplainBase(), ExplainCounted(counted));
    }

    private Explanation ExplainCounted(CountedOnce counted) =>
        counted.Explain(_line.Owner, _steps.Turn, _line.Index, _line.Level(_steps.Turn));

    private Explanation ExplainBase()
    {
        var after = _steps.Turn.Staged.Base;
        return after == StagedDiscount.List ? _line.ExplainStart()
            : after == StagedDiscount.Running ? ExplainBefore()
            : _line.ExplainLeft("subtotal " + Discount.Base, _line.StepsUntil(after), _line.Owner.In(_steps.Base));
    }

    private Explanation ExplainBefore() => _line.ExplainLeft("running price", _place, Before);

    private Explanation ExplainRate(CountedOnce counted) =>
        Discount.Rate is { } rate ? Constant("rate", rate)
            : Discount.RateTable is { } table ? table.Resolve(_line.Line.Subject, _line.Owner.Document.Date).Explain("rate")
            : OrderExplanation.Rate(_line.Owner, _steps.Turn, Rate!.Value, _line.Index, _line.Level(_steps.Turn), counted);
}
