using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A document after its discounts: what every line costs, what took it there, and what did not apply, and why.</summary>
/// <remarks>
/// Σ net of the lines = net of the document, and list − Σ deductions − free goods − what was negotiated = net, to the cent. Nothing of it
/// depends on the order in which lines or discounts were given. Immutable; equality is by reference.
/// </remarks>
public sealed class DiscountedDocument
{
    private readonly string[] _coupons;
    private readonly DiscountedLine[] _lines;
    private readonly Money _soldList;
    private readonly Money _soldNet;
    private readonly Money _beforeSpread;
    private readonly Money _soldBeforeSpread;
    private readonly Percentage? _netOfList;

    internal DiscountedDocument(DiscountSchedule schedule, PricedDocument document, string[] coupons, PromotionHistory history)
    {
        Schedule = schedule;
        Document = document;
        _coupons = coupons;
        History = history;
        Run = DiscountRun.Of(schedule, document, coupons, history);
        _lines = new DiscountedLine[document.Lines.Count];
        var (list, net, soldList, soldNet) = (0m, 0m, 0m, 0m);
        for (var i = 0; i < _lines.Length; i++)
        {
            var line = _lines[i] = new DiscountedLine(this, i);
            list += line.ListAmount.Amount;
            net += line.Net.Amount;
            soldList += IsOfList(line) ? line.JudgedList.Amount : 0m;
            soldNet += IsOfList(line) ? line.JudgedNet.Amount : 0m;
        }

        (ListAmount, Net, _soldList, _soldNet) = (In(list), In(net), In(soldList), In(soldNet));
        var spread = In(Run.Orders.Sum(order => order.Granted));
        (_beforeSpread, _soldBeforeSpread) = (Net + spread, _soldNet + spread);
        Discounted = ListAmount - Net;
        _netOfList = Percentage.Ratio(_soldNet, _soldList);
        EffectiveDiscount = _netOfList?.Complement();
        Lines = Array.AsReadOnly(_lines);
    }

    /// <summary>The discounts.</summary>
    public DiscountSchedule Schedule { get; }

    /// <summary>The document before discounts.</summary>
    public PricedDocument Document { get; }

    /// <summary>The coupons that were presented, in ordinal order.</summary>
    public IReadOnlyList<string> Coupons => Array.AsReadOnly(_coupons);

    /// <summary>What was used and granted before.</summary>
    public PromotionHistory History { get; }

    /// <summary>The lines, by their numbers.</summary>
    public IReadOnlyList<DiscountedLine> Lines { get; }

    /// <summary>The list amounts of the lines together, returns deducted.</summary>
    public Money ListAmount { get; }

    /// <summary>What is taken off in all, free goods and negotiated prices included.</summary>
    public Money Discounted { get; }

    /// <summary>What is left to pay.</summary>
    public Money Net { get; }

    /// <summary>
    /// 1 − net ÷ list of what is sold, free goods at list: what an authority is asked about. Null where the list amount is zero.
    /// </summary>
    /// <remarks>
    /// 8 % and then 5 % are 12.6 %, with one free in eleven 20.55 %. Returned lines are left out: they are priced as they were sold. So are
    /// lines at a price that was agreed for what no list has: it is no list price of which anything was taken off. A line above its list
    /// price counts at that: 20 off 100 are 10 % of 200 beside another 100 that are sold at 120.
    /// </remarks>
    public Percentage? EffectiveDiscount { get; }

    /// <summary>What each discount takes off the document, in their places; those that came upon no line are left out.</summary>
    public IReadOnlyList<DiscountTotal> Deductions
    {
        get
        {
            var ofLines = _lines.SelectMany(line => line.Deductions).ToLookup(deduction => deduction.Discount.Name, StringComparer.Ordinal);
            var totals = new List<DiscountTotal>();
            foreach (var discount in Schedule.Discounts)
            {
                if (Run.Orders.Find(order => order.Turn.Discount == discount) is { } order)
                    totals.Add(new DiscountTotal(this, discount, order));
                else if (ofLines.Contains(discount.Name))
                    totals.Add(new DiscountTotal(this, discount, [.. ofLines[discount.Name]]));
            }

            return totals.AsReadOnly();
        }
    }

    /// <summary>
    /// What did not apply, or not in full, and why, in the places of the discounts: <c>pricing.discount-…</c> with the discount, the line
    /// where it is one line's, and the figures.
    /// </summary>
    public IReadOnlyList<Reason> Reasons =>
        Array.AsReadOnly(Run.Notes.SelectMany(note => note.ToReasons(Schedule, Document)).ToArray());

    /// <summary>
    /// What a little more would bring: the next step of a discount of the order, and the next deal, each with what is missing.
    /// </summary>
    public IReadOnlyList<Reason> NearMisses =>
        Array.AsReadOnly(Run.NearMisses.Select(note => note.ToReason(Schedule, Document)).ToArray());

    /// <summary>
    /// What the document uses of coupons and budgets, to be recorded by the caller: one fact for each discount with a coupon or a budget
    /// that takes something off.
    /// </summary>
    public IReadOnlyList<PromotionUse> Uses
    {
        get
        {
            var uses = new List<PromotionUse>();
            foreach (var total in Deductions)
            {
                if (total.Amount.IsZero || (total.Discount.Coupon is null && total.Discount.Budget is null))
                    continue;

                var use = PromotionUse.Of(total.Discount.Name, total.Amount);
                use = Document.Id is { } id ? use.On(id) : use;
                use = Document.Customer is { } customer ? use.By(customer) : use;
                var code = Run.Codes[Array.FindIndex(Schedule.Plan.Discounts, staged => staged.Discount == total.Discount)];
                uses.Add(code is null ? use : use.WithCoupon(code));
            }

            return uses.AsReadOnly();
        }
    }

    /// <summary>What a further discount on the whole document would have to be to come down to a net amount.</summary>
    /// <param name="net">What the document is to cost, in its currency.</param>
    /// <returns>1 − net ÷ <see cref="Net"/>; negative where it is to cost more, null where it costs nothing.</returns>
    /// <exception cref="CurrencyMismatchException"><paramref name="net"/> has another currency.</exception>
    public Percentage? FurtherDiscountTo(Money net) =>
        net.Currency == Net.Currency ? Percentage.Ratio(net, Net)?.Complement()
            : throw new CurrencyMismatchException(Net.Currency, net.Currency, nameof(net));

    /// <summary>How the net amount follows from the list prices.</summary>
    /// <returns>The explanation, whose figure is <see cref="Net"/>.</returns>
    /// <remarks>
    /// Each line is explained down to what is spread over several lines, and what is spread once, where it is taken off; how much of it a
    /// line bears says the explanation of its deduction. What counts for a step over several lines is added up at the first of them, and
    /// stated at the others. So the explanation grows with the lines.
    /// </remarks>
    public Explanation Explain() => ExplainTogether("net", Net, _beforeSpread, _lines);

    /// <summary>How the effective discount follows from the net amounts.</summary>
    /// <returns>The explanation, whose figure is <see cref="EffectiveDiscount"/>, absent where there is none.</returns>
    public Explanation ExplainEffectiveDiscount()
    {
        if (EffectiveDiscount is not { } discount)
            return Fact("effective discount", Figure.Absent);

        var counted = new CountedOnce();
        DiscountedLine[] sold = [.. _lines.Where(IsOfList)];
        var isAll = _lines.Count(line => !line.Line.IsReturn) == sold.Length;
        var (nameOfNet, nameOfList) = DiscountedLine.NamesOfJudged(sold, isAll);
        return Node(
            "effective discount", discount, Operation.Difference, Constant("whole", Percentage.OneHundred),
            Node(
                "net ÷ list", _netOfList!.Value, Operation.Ratio,
                isAll && !Array.Exists(sold, line => line.IsAboveList)
                    ? ExplainTogether(nameOfNet, _soldNet, _soldBeforeSpread, sold)
                    : Node(nameOfNet, _soldNet, Operation.Sum, [.. sold.Select(line => line.ExplainJudged(counted))]),
                Node(nameOfList, _soldList, Operation.Sum, [.. sold.Select(line => line.ExplainJudgedList())])));
    }

    /// <summary>List amount, net and effective discount: <c>CNY 10000.00, net CNY 8740.00, 12.6% off</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        ListAmount + ", net " + Net + (EffectiveDiscount is { } discount ? ", " + Explanation.Shown(discount) + " off" : "");

    /// <summary>Why the coupons that were presented took nothing off: what each discount that asks for one says.</summary>
    internal IEnumerable<Reason> OfIdleCoupons()
    {
        var idle = Run.Idle(discount => Deductions.Any(total => total.Discount == discount && !total.Amount.IsZero));
        return Run.Notes.Where(note => idle.Contains(note.Discount)).Select(note => note.ToReason(Schedule, Document));
    }

    internal DiscountRun Run { get; }

    internal Money In(decimal amount) => new(amount, Document.Currency);

    internal string NameOf(int line) => _lines[line].Name;

    internal Quantity QuantityOf(int line) => Document.Lines[line].Quantity.Abs();

    // Of a price that was agreed without a list nothing is taken off.
    private static bool IsOfList(DiscountedLine line) => !line.Line.IsReturn && !line.Line.IsAgreedWithoutList;

    // What is spread is spread over what is sold.
    private Explanation ExplainTogether(string name, Money net, Money before, IReadOnlyList<DiscountedLine> lines)
    {
        var counted = new CountedOnce();
        var together = Node(
            Run.Orders.Count == 0 ? name : "before what is spread", before, Operation.Sum,
            [.. lines.Select(line => line.ExplainOwn(counted))]);
        return Run.Orders.Count == 0 ? together
            : Node(name, net, Operation.Difference, [together, .. Run.Orders.Select(order => OrderExplanation.Granted(this, order))]);
    }

    internal Figure LevelOf(DiscountTurn turn, decimal level) =>
        turn.Discount.StepUnit is { } unit ? new Quantity(level, unit) : In(level);
}
