using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A line with what every discount takes off it, and what is left.</summary>
/// <remarks>
/// List amount − free goods − negotiated − Σ deductions = net, to the cent. A return is what it states: its net is its list amount.
/// Part of a <see cref="DiscountedDocument"/>; equality is by reference.
/// </remarks>
public sealed class DiscountedLine
{
    // What is left without what is spread over several lines.
    private readonly Money _own;

    internal DiscountedLine(DiscountedDocument owner, int index)
    {
        Owner = owner;
        Index = index;
        Line = owner.Document.Lines[index];
        Steps = owner.Run.Lines[index];
        LeastAmount = owner.Run.Floors[index];
        QuantityAlone = Math.Abs(Line.Quantity.Amount);
        Left = Line.FloorLift.Complement();
        LeastExactly = Line.FloorAmount is { } floor ? floor * Left.Fraction : null;
        Start = owner.In(owner.Run.List[index]);
        ListAmount = Line.NegotiatedPrice is null ? Start : Line.ListAmount.Round(RoundingOf(Line.ListAmount));
        Negotiated = ListAmount - Start;
        Net = owner.In(Line.IsFree ? 0m : owner.Run.Net[index]);
        Held = Line.AtNegotiatedPrice is { } agreed && agreed.Amount > LeastAmount ? agreed : owner.In(LeastAmount);
        FreeGoods = Line.IsFree ? ListAmount : owner.In(0m);
        _own = owner.In(Net.Amount + Steps.Sum(step => step.Order is null ? 0m : step.Granted));
        Discounted = ListAmount - Net;
        JudgedList = IsAgreedAboveList ? Line.AtListPrice!.Value.Round(RoundingOf(Line.AtListPrice.Value)) : ListAmount;
        JudgedNet = IsAboveList ? JudgedList : Net;
        NetOfList = Line.IsAgreedWithoutList ? null : Percentage.Ratio(Net, ListAmount);
        EffectiveDiscount = NetOfList?.Complement();
    }

    /// <summary>The line before discounts.</summary>
    public PricedLine Line { get; }

    /// <summary>Quantity at list price, or at the negotiated price where that is dearer, rounded.</summary>
    public Money ListAmount { get; }

    /// <summary>Of a line of free goods its whole list amount; zero of any other.</summary>
    public Money FreeGoods { get; }

    /// <summary>
    /// Of a line at a negotiated price what that takes off the list amount before any discount, no more than a floor allows; zero of any
    /// other line.
    /// </summary>
    public Money Negotiated { get; }

    /// <summary>What each discount takes off, in their places.</summary>
    public IReadOnlyList<DiscountDeduction> Deductions =>
        new ComputedList<DiscountDeduction>(Steps.Count, place => new DiscountDeduction(this, place));

    /// <summary>What is taken off in all, free goods and a negotiated price included.</summary>
    public Money Discounted { get; }

    /// <summary>What is left to pay.</summary>
    public Money Net { get; }

    /// <summary>1 − net ÷ list, for show; null where the list amount is zero, or a price was agreed that no list has.</summary>
    /// <remarks>
    /// Of a line that was agreed above its list price the list amount is that at the agreed price, and this is what was taken off that: of
    /// 120 for 100 nothing, and 30 % of it are 30 %. <see cref="DiscountedDocument.EffectiveDiscount"/> judges the line by its list price,
    /// at a net of no more: 80 of 100 beside 120 of 100 are 10 %, and 84 of 100 alone 16 %.
    /// </remarks>
    public Percentage? EffectiveDiscount { get; }

    /// <summary>What a further discount would have to be to come down to a net amount.</summary>
    /// <param name="net">What the line is to cost, in the currency of the document.</param>
    /// <returns>1 − net ÷ <see cref="Net"/>; negative where it is to cost more, null where it costs nothing.</returns>
    /// <exception cref="CurrencyMismatchException"><paramref name="net"/> has another currency.</exception>
    public Percentage? FurtherDiscountTo(Money net) =>
        net.Currency == Net.Currency ? Percentage.Ratio(net, Net)?.Complement()
            : throw new CurrencyMismatchException(Net.Currency, net.Currency, nameof(net));

    /// <summary>How the net amount follows from the list price.</summary>
    /// <returns>The explanation, whose figure is <see cref="Net"/>.</returns>
    /// <remarks>What a discount over several lines takes off this one is a fact here: its deduction explains how it is spread.</remarks>
    public Explanation Explain() => Explain(new CountedOnce());

    /// <summary>The same as part of an explanation of several lines.</summary>
    internal Explanation Explain(CountedOnce counted) => Explain(Net, isWithShares: true, counted);

    /// <summary>The same without what is spread over several lines.</summary>
    internal Explanation ExplainOwn(CountedOnce counted) => Explain(_own, isWithShares: false, counted);

    private Explanation Explain(Money left, bool isWithShares, CountedOnce counted) =>
        Line.IsFree
            ? Node(
                Name, Net, Operation.Difference, ExplainList(), Node("free goods", FreeGoods, Operation.Sum, ExplainList()))
            : Line.NegotiatedPrice is null && !Steps.Any(step => isWithShares || step.Order is null)
                ? Node(Name, left, Operation.Sum, ExplainList())
            : Node(
                Name, left, Operation.Difference,
                [
                    ExplainList(),
                    .. Line.NegotiatedPrice is null ? Array.Empty<Explanation>() : [ExplainNegotiated()],
                    .. Deductions.Where(deduction => isWithShares || !deduction.IsShare).Select(deduction => deduction.IsShare
                        ? Fact("share of " + deduction.Discount.Name, deduction.Amount) : deduction.Explain(counted)),
                ]);

    /// <summary>Number, list amount and net: <c>line 1: CNY 4000.00, net CNY 3312.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + ": " + ListAmount + ", net " + Net;

    internal DiscountedDocument Owner { get; }

    internal int Index { get; }

    internal string Name => "line " + InvariantText.Number(Line.Number);

    /// <summary>
    /// What the line costs at list price, by which its discount is judged: of a line that was agreed above it not what was agreed, or what
    /// others take off would look smaller beside it.
    /// </summary>
    internal Money JudgedList { get; }

    /// <summary>What of that is left, and no more than it.</summary>
    internal Money JudgedNet { get; }

    /// <summary>Whether it is sold above its list price.</summary>
    internal bool IsAboveList => !Line.IsReturn && Net > JudgedList;

    internal IReadOnlyList<LineSteps> Steps { get; }

    internal decimal QuantityAlone { get; }

    /// <summary>The floor of the whole line, in whole units of the rounding; zero without one.</summary>
    internal decimal LeastAmount { get; }

    private Money? LeastExactly { get; }

    /// <summary>What the run starts from: the list amount, or that at the negotiated price.</summary>
    internal Money Start { get; }

    /// <summary>The higher of the negotiated amount and the floor.</summary>
    private Money Held { get; }

    private Percentage? NetOfList { get; }

    /// <summary>What of the floor holds.</summary>
    private Percentage Left { get; }

    internal Explanation ExplainList() =>
        Node(
            "list amount", ListAmount, Operation.Round(RoundingOf(Line.ListAmount)),
            Line.AtListPrice is { } below && below < Line.ListAmount
                ? Node(
                    "the dearer of list and negotiated price", Line.ListAmount, Operation.Max,
                    Fact("amount at list price, not rounded", below), ExplainAgreed())
            : !Line.IsByListPrice ? Fact("list amount, not rounded", Line.ListAmount)
                : Node(
                    "list price × quantity", Line.ListAmount, Operation.Product, Fact("list price", Line.ListPrice!.Value),
                    Fact("quantity", Line.Quantity)));

    /// <summary>What several lines are called by which a discount is judged, all that is sold or what has a list price.</summary>
    internal static (string Net, string List) NamesOfJudged(IEnumerable<DiscountedLine> lines, bool isAll)
    {
        DiscountedLine[] judged = [.. lines];
        return (
            (isAll ? "net of what is sold" : "net of what has a list price")
                + (Array.Exists(judged, line => line.IsAboveList) ? ", no line above list" : ""),
            (Array.Exists(judged, line => line.IsAgreedAboveList) ? "amount at list price of " : "list amount of ")
                + (isAll ? "what is sold" : "what has one"));
    }

    /// <summary>The list amount by which the discount is judged.</summary>
    internal Explanation ExplainJudgedList() =>
        !IsAgreedAboveList ? ExplainList()
            : Node(
                "amount at list price", JudgedList, Operation.Round(RoundingOf(Line.AtListPrice!.Value)),
                Fact("amount at list price, not rounded", Line.AtListPrice.Value));

    /// <summary>What is left of it.</summary>
    internal Explanation ExplainJudged(CountedOnce counted) =>
        !IsAboveList ? Explain(counted)
            : Node(Name + ", not above list", JudgedNet, Operation.Min, Explain(counted), ExplainJudgedList());

    /// <summary>What discounts start from: the list amount, or that at the negotiated price.</summary>
    internal Explanation ExplainStart()
    {
        if (Line.NegotiatedPrice is null)
            return ExplainList();

        var agreed = ExplainAgreed();
        return Node(
            "at the negotiated price", Start, Operation.Round(RoundingOf(Line.Amount)),
            LeastAmount == 0m ? agreed
                : Node(
                    "held at the floor, not above list", Line.Amount, Operation.Min, Fact("list amount, not rounded", Line.ListAmount),
                    Node("held at the floor", Held, Operation.Max, agreed, ExplainFloor())));
    }

    internal Explanation ExplainNegotiated() =>
        Node("negotiated price", Negotiated, Operation.Difference, Fact("list amount", ListAmount), ExplainStart());

    private Explanation ExplainAgreed() =>
        Node(
            "negotiated price × quantity", Line.AtNegotiatedPrice!.Value, Operation.Product,
            Fact("negotiated price", Line.NegotiatedPrice!.Value), Line.ExplainQuantityIn(Line.NegotiatedUnit!));

    internal Explanation ExplainFloor()
    {
        if (LeastAmount == 0m)
            return Constant("no floor", Owner.In(0m));

        var whole = ExplainWholeFloor();
        return Node(
            "floor", Owner.In(LeastAmount), Operation.Round(DiscountRun.Grid(Owner.Run.Unit)),
            Line.FloorLift.IsZero ? whole
                : Node(
                    "floor less what is approved", LeastExactly!.Value, Operation.Product, whole,
                    Node(
                        "part that holds", Left, Operation.Difference, Constant("whole", Percentage.OneHundred),
                        Fact("approved below it", Line.FloorLift))));
    }

    /// <summary>What the whole quantity costs at the floor of the line, which has one.</summary>
    internal Explanation ExplainWholeFloor() =>
        Node(
            "floor × quantity", Line.FloorAmount!.Value, Operation.Product, Fact("floor", Line.Floor!.Value),
            Line.ExplainQuantityIn(Line.FloorUnit!));

    /// <summary>List amount less what the first discounts took off.</summary>
    internal Explanation ExplainLeft(string name, int count, Money left) =>
        count == 0 ? ExplainStart()
            : Node(
                name, left, Operation.Difference,
                [
                    Fact(Line.NegotiatedPrice is null ? "list amount" : "at the negotiated price", Start),
                    .. Steps.Take(count).Select(step => Fact(step.Turn.Discount.Name, Owner.In(step.Granted))),
                ]);

    /// <summary>How many deductions were made up to the end of a stage.</summary>
    internal int StepsUntil(int stage) => Steps.Count(step => step.Turn.Staged.Stage <= stage);

    /// <summary>What chose the step for this line.</summary>
    internal Figure Level(DiscountTurn turn) =>
        Owner.LevelOf(turn, turn.Discount.StepUnit is null ? turn.Amounts![Index] : turn.Quantities![Index]);

    private bool IsAgreedAboveList => Line.AtListPrice is { } list && list < Line.ListAmount;

    private Rounding RoundingOf(Money amount) => Owner.Schedule.Rounding.For(amount.Amount);
}
