using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a return note is credited with where what is kept is rated anew by the discounts of the sale.</summary>
/// <remarks>
/// Credit = net of the sale − net of what is kept, at most what was paid for what is back − what was credited before, at least zero: what
/// was credited is not asked back, but the next credits are less by it. The lines of a credit sum to it, exactly. Immutable; equality is by
/// reference.
/// </remarks>
public sealed class DocumentCredit
{
    private readonly (int Index, Quantity Returned)[] _note;
    private readonly DocumentCreditLine[] _lines;
    private readonly Money _toDate;

    internal DocumentCredit(ReturnedDocument document, params (int Index, Quantity Returned)[] note)
    {
        Document = document;
        _note = note;
        IsRefused = Array.Exists(note, line => line.Returned > document.Open(line.Index));
        After = IsRefused ? document : document.With(note);
        _toDate = IsRefused ? document.Credited : Money.Max(After.Due, document.Credited);
        Amount = _toDate - document.Credited;
        IsBelowCredited = !IsRefused && After.Due < document.Credited;
        After = IsRefused || IsBelowCredited ? After : After.CreditingDue();
        _lines = [.. LinesOf()];
    }

    /// <summary>The document before this return.</summary>
    public ReturnedDocument Document { get; }

    /// <summary>
    /// What is credited by line, by their numbers: the lines of which something comes back, and those that lose a discount, or get one, by
    /// it. They sum to <see cref="Amount"/>; where less is due than was credited before, none has an amount.
    /// </summary>
    public IReadOnlyList<DocumentCreditLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>True where more comes back of a line than is open: nothing is credited, of no line.</summary>
    public bool IsRefused { get; }

    /// <summary>What is credited, in the tax basis of the document; zero where it is refused, or where nothing is due.</summary>
    public Money Amount { get; }

    /// <summary>The document after this return; as before where it is refused.</summary>
    public ReturnedDocument After { get; }

    /// <summary>
    /// <c>pricing.return-above-sold</c> with the line, what comes back and what is open, of each such line. Otherwise, all to date: of a
    /// quotation <c>pricing.return-list-price-lost</c> for each line whose list amount is more than its part at the sale, with both and the
    /// difference, and <c>pricing.return-no-price</c> where what is kept has no price, and keeps that of the sale; for each discount of
    /// which what is kept has less than at the sale by more than roundings, <c>pricing.return-discount-lost</c> with what
    /// it took off this part at the sale, what it takes off it now, and the difference; with it why it is not given, as
    /// <see cref="DiscountedDocument.Reasons"/> of what is kept say. <c>pricing.return-free-goods-unearned</c> with promotion and product,
    /// how many free ones are kept, are earned by what is kept, and are so no longer, and what these are worth at list; or, where no
    /// promotions are stated, <c>pricing.return-free-goods-kept</c> with the line, its promotion where it states one, what is kept of it,
    /// and its value at list: of a gift of the product that comes back, or of one that is not sold beside it.
    /// <c>pricing.return-limited-to-paid</c> with net of the sale less net of what is kept, what was paid for what is back, and by how much
    /// that is less, where it is by more than roundings. <c>pricing.return-nothing-due</c> with what is due to date and what was
    /// credited, where that is no less.
    /// </summary>
    public IReadOnlyList<Reason> Reasons =>
        Array.AsReadOnly(
            IsRefused ? AboveSold().ToArray()
                : LostPrices().Concat(LostDiscounts()).Concat(ReturnedFreeGoods.ReasonsOf(After)).Concat(Limited()).Concat(NothingDue())
                    .ToArray());

    /// <summary>How the credit follows from the sale and from what is kept.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>; absent where the return is refused.</returns>
    public Explanation Explain()
    {
        if (IsRefused)
            return Fact("credit", Figure.Absent);

        var due = After.DueOf.Explain(Document.ExplainSold(), After.ExplainKept());
        var credited = Fact("credited before", Document.Credited);
        return Node(
            "credit", Amount, Operation.Difference, Node("credited to date", _toDate, Operation.Max, due, credited), credited);
    }

    /// <summary>What comes back of each line, and the credit: <c>line 1: 6 PCE, CNY 500.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(", ", _note.Select(line => Document.Sold.NameOf(line.Index) + ": " + line.Returned)) + ", "
        + (IsRefused ? Reasons[0].ToString() : Amount.ToString());

    /// <summary>True where less is due than was credited before: nothing is credited, and no line has an amount.</summary>
    internal bool IsBelowCredited { get; }

    internal Explanation ExplainIsBelow() =>
        Node(
            "less is due than was credited", true, Operation.Compare(ComparisonKind.Less), Fact("due", After.Due),
            Fact("credited before", Document.Credited));

    private IEnumerable<DocumentCreditLine> LinesOf()
    {
        var next = 0;
        for (var i = 0; i < Document.Count; i++)
        {
            var isBack = next < _note.Length && _note[next].Index == i;
            var line = new DocumentCreditLine(this, i, isBack ? _note[next++].Returned : null);
            if (isBack || !line.Amount.IsZero)
                yield return line;
        }
    }

    private IEnumerable<Reason> AboveSold() =>
        _note.Where(line => line.Returned > Document.Open(line.Index)).Select(line => new Reason(
            "pricing.return-above-sold", ("line", (decimal)Document.Sold.Lines[line.Index].Line.Number), ("returned", line.Returned),
            ("open", Document.Open(line.Index))));

    private IEnumerable<Reason> LostPrices()
    {
        if (After.RestQuotation is not { } quoted)
            yield break;

        for (var i = 0; i < After.Count; i++)
        {
            if (After.KeptAt(i) is not { Line.IsFree: false } kept)
                continue;

            var (number, left) = (("line", (Figure)(decimal)kept.Line.Number), ("kept", (Figure)kept.Line.Quantity));
            if (quoted.Unpriced.Any(line => line.Line.Number == kept.Line.Number))
            {
                yield return new Reason("pricing.return-no-price", number, left);
                continue;
            }

            // What was agreed is kept at that, whatever the list says.
            var granted = After.PartOf(Document.Sold.Lines[i].Start, i).Round(Document.Sold.Schedule.Rounding);
            var lost = kept.Start - granted;
            if (lost.Amount > Document.Sold.Run.Unit)
            {
                yield return new Reason(
                    "pricing.return-list-price-lost", number, left, ("granted", granted), ("costs", kept.Start), ("lost", lost));
            }
        }
    }

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

    private IEnumerable<Reason> Limited()
    {
        var due = After.DueOf;
        var above = due.Less - due.InAll;
        if (above.Amount > Document.Sold.Run.Unit * Document.Count)
        {
            yield return new Reason(
                "pricing.return-limited-to-paid", ("less", due.Less), ("paid", due.Paid), ("limited", above));
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
