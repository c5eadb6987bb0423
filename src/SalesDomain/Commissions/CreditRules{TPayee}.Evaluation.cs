using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CreditRules<TPayee>
{
    private const ScopeDimensions StatedByLines =
        ScopeDimensions.Customer | ScopeDimensions.Product | ScopeDimensions.Channel | ScopeDimensions.Territory
        | ScopeDimensions.PriceKind;

    private const ScopeDimensions StatedByReceipts = ScopeDimensions.Customer | ScopeDimensions.Channel | ScopeDimensions.Territory;

    // Longer chains of returns of returns are a circle.
    private const int LongestChain = 1_000;

    /// <summary>Credits sales.</summary>
    /// <param name="lines">The lines, in any order, with those that returns among them take back.</param>
    /// <returns>The credits, and what is credited to nobody.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or a line is null.</exception>
    /// <exception cref="ArgumentException">A line comes twice at one stage.</exception>
    /// <exception cref="InvalidOperationException">
    /// A rule asks for what lines do not state: groups, classes, categories, or whether a customer is new. Give a
    /// <see cref="CreditKnowledge"/>.
    /// </exception>
    public SalesCredits<TPayee> Credit(IEnumerable<SalesLine> lines) => Credit(lines, [], CreditKnowledge.OfLines);

    /// <summary>Credits sales and money that comes in.</summary>
    /// <param name="lines">
    /// The lines, in any order, with those that returns among them take back; by <see cref="ReceiptCrediting.OfSale"/> with the lines of
    /// the invoices that are paid.
    /// </param>
    /// <param name="receipts">The receipts, in any order, with those that are taken back.</param>
    /// <returns>The credits, and what is credited to nobody.</returns>
    /// <exception cref="ArgumentNullException">An argument, a line or a receipt is null.</exception>
    /// <exception cref="ArgumentException">A line comes twice at one stage, or a receipt comes twice.</exception>
    /// <exception cref="InvalidOperationException">
    /// A rule asks for what lines do not state; there are receipts and no policy for them (<see cref="WithReceipts"/>); or by
    /// <see cref="ReceiptCrediting.OfReceipt"/> a rule asks for what receipts do not state: product, price kind, ship-to, discount.
    /// </exception>
    public SalesCredits<TPayee> Credit(IEnumerable<SalesLine> lines, IEnumerable<CollectionLine> receipts) =>
        Credit(lines, receipts, CreditKnowledge.OfLines);

    /// <summary>Credits sales and money that comes in, by more than the lines state.</summary>
    /// <param name="lines">The lines, in any order.</param>
    /// <param name="receipts">The receipts, in any order; none for sales alone.</param>
    /// <param name="known">What is known beside: groups and categories, and which customers are new.</param>
    /// <returns>The credits, and what is credited to nobody.</returns>
    /// <exception cref="ArgumentNullException">An argument, a line or a receipt is null.</exception>
    /// <exception cref="ArgumentException">A line comes twice at one stage, or a receipt comes twice.</exception>
    /// <exception cref="InvalidOperationException">
    /// A rule asks for what is not known; there are receipts and no policy for them; or by <see cref="ReceiptCrediting.OfReceipt"/> a rule
    /// asks for what receipts do not state.
    /// </exception>
    public SalesCredits<TPayee> Credit(
        IEnumerable<SalesLine> lines, IEnumerable<CollectionLine> receipts, CreditKnowledge known)
    {
        Guard.Against.Null(lines);
        Guard.Against.Null(receipts);
        Guard.Against.Null(known);
        var book = new CreditedFacts(lines, receipts, nameof(lines), nameof(receipts));
        RequireKnown(known);
        if (book.Receipts.Length > 0)
            RequireReceipts(known);

        return SalesCredits<TPayee>.Create(this, known, book);
    }

    /// <summary>
    /// Credits sales one by one without keeping them: memory is by payees and by what is credited in different ways, not by lines.
    /// </summary>
    /// <param name="lines">The lines, in any order, each once, for which the caller vouches.</param>
    /// <param name="originals">
    /// The line that a return takes back, by its id, from wherever the caller has it; null where it is not known. It is asked of lines that
    /// name an original and of no others; a line of another stage is none.
    /// </param>
    /// <param name="credited">
    /// Takes each credit: whose and how much, the line, and the line by which it is credited, which is another one for a return. Called in
    /// the order of the lines.
    /// </param>
    /// <param name="uncredited">Takes what of a line nobody is credited with directly, unassigned or over-assigned.</param>
    /// <param name="known">What is known beside the lines; <see cref="CreditKnowledge.OfLines"/> for nothing.</param>
    /// <returns>The reasons, as <see cref="SalesCredits{TPayee}.Reasons"/> has them.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="InvalidOperationException">A rule asks for what is not known.</exception>
    public IReadOnlyList<Reason> ForEach(
        IEnumerable<SalesLine> lines, Func<LineId, SalesLine?> originals, Action<PayeeShare<TPayee>, SalesLine, SalesLine> credited,
        Action<SalesLine, Percentage> uncredited, CreditKnowledge known)
    {
        Guard.Against.Null(lines);
        Guard.Against.Null(originals);
        Guard.Against.Null(credited);
        Guard.Against.Null(uncredited);
        Guard.Against.Null(known);
        RequireKnown(known);
        var run = new CreditRun<TPayee>(this, known);
        var tally = new CreditTally();
        foreach (var line in lines)
        {
            var reference = OriginalOf(Guard.Against.Null(line, nameof(lines)), originals, tally);
            var set = run.Of(new CreditedFact(reference));
            foreach (var share in set.At(reference.Date))
                credited(share, line, reference);

            tally.Count(set);
            if (set.Direct.IsOverAssigned)
                uncredited(line, Percentage.OneHundred);
            else if (set.Direct.Open > 0m)
                uncredited(line, Percentage.FromFraction(set.Direct.Open));
        }

        return [.. tally.Reasons(run.StatusMissing, run.DiscountMissing)];
    }

    private static SalesLine OriginalOf(SalesLine line, Func<LineId, SalesLine?> originals, CreditTally tally)
    {
        var at = line;
        for (var steps = 0; at.Original is { } id; steps++)
        {
            var next = steps < LongestChain ? originals(id) : null;
            if (next is null || next.Stage != line.Stage)
            {
                tally.WithoutOriginal++;
                return steps < LongestChain ? at : line;
            }

            at = next;
        }

        tally.WithoutOriginal += FactsById.TakesBack(at) ? 1 : 0;
        return at;
    }

    private void RequireKnown(CreditKnowledge known)
    {
        var mentioned = Mentioned();
        if (known.Subject is null && (mentioned & ~StatedByLines) != ScopeDimensions.None)
        {
            throw new InvalidOperationException(
                "A rule speaks of the " + Dimension.Text(mentioned & ~StatedByLines)
                + ", which no line states; say what is known with CreditKnowledge.WithSubjects.");
        }

        if (known.IsNew is null && All().FirstOrDefault(rule => rule.OfNewCustomers is not null) is { } asking)
        {
            throw new InvalidOperationException(
                "'" + asking + "' asks whether a customer is new; say it with CreditKnowledge.WithNewCustomers.");
        }
    }

    private void RequireReceipts(CreditKnowledge known)
    {
        if (Receipts is not { } policy)
            throw new InvalidOperationException("The rules do not say to whom receipts are credited; say it with WithReceipts.");
        if (policy == ReceiptCrediting.OfSale)
            return;

        var mentioned = Mentioned() & ~StatedByReceipts;
        var asking = All().FirstOrDefault(rule => rule.IsLimitedByDiscount);
        if (mentioned != ScopeDimensions.None || asking is not null)
        {
            throw new InvalidOperationException(
                "A rule asks for the " + (asking is null ? Dimension.Text(mentioned) : "discount")
                + ", which no receipt states; credit receipts as the invoice they pay (ReceiptCrediting.OfSale).");
        }

        if (!new CreditRun<TPayee>(this, known).ReadsReceipts)
        {
            throw new InvalidOperationException(
                "A crediting begins with product or ship-to, which no receipt states; credit receipts as the invoice they pay.");
        }
    }

    private IEnumerable<CreditRule<TPayee>> All() => Rules.Concat(_overlays);

    private ScopeDimensions Mentioned() => All().Aggregate(ScopeDimensions.None, (all, rule) => all | rule.Scope.Mentioned);
}
