using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a return is credited with where what is kept is rated anew by the discounts of the sale.</summary>
/// <remarks>
/// Credit = net of the sale − net of what is kept − what was credited before, at least zero: what was credited is not asked back, but the
/// next credits are less by it. Immutable; equality is by reference.
/// </remarks>
public sealed class DocumentCredit
{
    private readonly int _index;
    private readonly Money _toDate;

    internal DocumentCredit(ReturnedDocument document, int index, Quantity returned)
    {
        Document = document;
        _index = index;
        Returned = returned;
        IsRefused = returned > document.Open(index);
        After = document;
        Amount = Money.Zero(document.Sold.Document.Currency);
        if (IsRefused)
            return;

        After = document.With(index, returned);
        _toDate = Money.Max(After.Due, document.Credited);
        Amount = _toDate - document.Credited;
        After = Amount.IsZero ? After : After.Having(_toDate);
    }

    /// <summary>The document before this return.</summary>
    public ReturnedDocument Document { get; }

    /// <summary>The number of the line of which something comes back.</summary>
    public int Line => Document.Sold.Document.Lines[_index].Number;

    /// <summary>What comes back.</summary>
    public Quantity Returned { get; }

    /// <summary>True where more comes back than is open: nothing is credited.</summary>
    public bool IsRefused { get; }

    /// <summary>What is credited, in the tax basis of the document; zero where it is refused, or where nothing is due.</summary>
    public Money Amount { get; }

    /// <summary>The document after this return; as before where it is refused.</summary>
    public ReturnedDocument After { get; }

    /// <summary>
    /// <c>pricing.return-above-sold</c> with what comes back and what is open. Otherwise, for each discount of which what is kept has less
    /// than at the sale by more than roundings, <c>pricing.return-discount-lost</c> with what it took off this part at the sale, what it
    /// takes off it now, and the difference, all to date; with it why it is not given, as <see cref="DiscountedDocument.Reasons"/> of what
    /// is kept say. <c>pricing.return-nothing-due</c> with what is due to date and what was credited, where that is no less.
    /// </summary>
    public IReadOnlyList<Reason> Reasons =>
        Array.AsReadOnly(
            IsRefused ? [new Reason("pricing.return-above-sold", ("returned", Returned), ("open", Document.Open(_index)))]
                : LostDiscounts().Concat(NothingDue()).ToArray());

    /// <summary>How the credit follows from the sale and from what is kept.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>; absent where the return is refused.</returns>
    public Explanation Explain()
    {
        if (IsRefused)
            return Fact("credit", Figure.Absent);

        var sold = Node("net of the sale", Document.Sold.Net, Operation.Sum, Document.Sold.Explain());
        var due = After.Rest is not { } rest ? sold
            : Node(
                "due", After.Due, Operation.Difference, sold,
                Node("net of what is kept", rest.Net, Operation.Sum, rest.Explain()));
        var credited = Fact("credited before", Document.Credited);
        return Node(
            "credit", Amount, Operation.Difference, Node("credited to date", _toDate, Operation.Max, due, credited), credited);
    }

    /// <summary>Line, quantity and credit: <c>line 1: 6 PCE, CNY 500.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Document.Sold.NameOf(_index) + ": " + Returned + ", " + (IsRefused ? Reasons[0].ToString() : Amount.ToString());

    private IEnumerable<Reason> LostDiscounts()
    {
        if (After.Rest is not { } rest)
            yield break;

        var sold = Document.Sold;

        // A cent a line is what rounding the parts of a line can come to.
        var roundings = sold.Run.Unit * rest.Lines.Count;
        foreach (var discount in sold.Schedule.Discounts)
        {
            var before = Money.Sum(
                sold.Net.Currency, sold.Lines.SelectMany((line, index) => Of(line, discount).Select(taken => After.PartOf(taken, index))));
            var granted = before.Round(sold.Schedule.Rounding);
            var now = Money.Sum(sold.Net.Currency, rest.Lines.SelectMany(line => Of(line, discount)));
            var lost = granted - now;
            if (lost.Amount <= roundings)
                continue;

            yield return new Reason(
                "pricing.return-discount-lost", ("discount", discount.Name), ("granted", granted), ("kept", now), ("lost", lost));
            foreach (var reason in rest.Reasons.Where(reason => reason.Find("discount") == (Figure)discount.Name))
                yield return reason;
        }
    }

    private IEnumerable<Reason> NothingDue()
    {
        if (Amount.IsZero)
            yield return new Reason("pricing.return-nothing-due", ("due", After.Due), ("credited", Document.Credited));
    }

    private static IEnumerable<Money> Of(DiscountedLine line, Discount discount) =>
        line.Line.IsReturn ? []
            : line.Deductions.Where(deduction => deduction.Discount.Name == discount.Name).Select(deduction => deduction.Amount);
}
