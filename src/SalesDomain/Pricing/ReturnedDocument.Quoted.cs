using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <content>A sale that was quoted, of which what is kept is quoted anew; and what is recorded of one.</content>
public sealed partial class ReturnedDocument
{
    /// <summary>What was sold, as it was quoted; null of a document that has its list prices from elsewhere.</summary>
    public Quotation? Quotation { get; }

    /// <summary>
    /// What is kept, as it is quoted by the rules, days, coupons and purchases of the sale; null where all is back, and of a document that
    /// was not quoted. A line that has no price in it is in <see cref="Rest"/> at that of the sale.
    /// </summary>
    public Quotation? RestQuotation { get; }

    /// <summary>
    /// A sold quotation of which nothing came back yet, and of which what is kept is quoted anew: by its list prices, breaks, mix groups
    /// and discounts together.
    /// </summary>
    /// <param name="quotation">What was sold, as it was quoted. What came back in it is no part of the sale.</param>
    /// <returns>The document with nothing returned; it looks at free goods by the promotions of the rules, where they have some.</returns>
    /// <remarks>
    /// Of 120 at 10.00, or 9.20 from 100, less 5 % and less 100.00 from 1,000.00, which are 948.80, 30 come back: the 90 that are kept
    /// cost 900.00 less 5 %, and bring neither the break nor the 100.00, so the credit is 93.80.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="quotation"/> is null.</exception>
    /// <exception cref="ArgumentException">A line has no price, or nothing is sold.</exception>
    public static ReturnedDocument Of(Quotation quotation)
    {
        Guard.Against.Null(quotation);
        if (!quotation.IsComplete || quotation.Discounted is not { } sold)
            throw Guards.Invalid(nameof(quotation), quotation.ToString(), "must sell something, and have a price for each line");

        var document = Nothing(sold, quotation);
        return quotation.Rules.FreeGoods.Count == 0 ? document : document.WithFreeGoods([.. quotation.Rules.FreeGoods]);
    }

    /// <summary>A sold quotation with what is recorded of it, so that nothing has to be replayed.</summary>
    /// <param name="quotation">What was sold, as it was quoted.</param>
    /// <param name="recorded">
    /// The lines of all credits so far, in any order: number, what came back, possibly nothing, and the amount, as
    /// <see cref="DocumentCredit.Lines"/> say. A line that is in several credits is added up.
    /// </param>
    /// <returns>The document as it stands.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A line has no price, or nothing is sold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// No line of a number was sold, what came back is negative or more than was sold, or less than nothing was credited in all, or more
    /// than the net.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency.</exception>
    /// <exception cref="UnitMismatchException">A quantity is in another unit than its line.</exception>
    public static ReturnedDocument Of(Quotation quotation, params (int Line, Quantity Returned, Money Credited)[] recorded)
    {
        Guard.Against.Null(quotation);
        Guard.Against.Null(recorded);
        return Of(quotation).Recorded(recorded, nameof(recorded));
    }

    internal Explanation ExplainSold() => Explained("net of the sale", Sold, Quotation);

    internal Explanation? ExplainKept() => Rest is { } rest ? Explained("net of what is kept", rest, RestQuotation) : null;

    internal Explanation ExplainSold(int index) => Explained("net of the sale", Sold.Lines[index], Quotation);

    internal Explanation? ExplainKept(int index) =>
        _kept[index] is { } kept ? Explained("net of what is kept", kept, RestQuotation) : null;

    private static Explanation Explained(string name, DiscountedDocument document, Quotation? quoted)
    {
        if (quoted is null || quoted.Discounted != document)
            return Node(name, document.Net, Operation.Sum, document.Explain());

        var counted = new CountedOnce();
        return Node(
            name, document.Net, Operation.Sum,
            [.. quoted.Lines.Where(line => !line.Line.IsReturn).Select(line => line.ExplainDiscounted(counted))]);
    }

    private static Explanation Explained(string name, DiscountedLine line, Quotation? quoted) =>
        Node(
            name, line.Net, Operation.Sum,
            quoted is null || quoted.Discounted != line.Owner ? line.Explain()
                : quoted.Lines.First(each => each.Discounted == line).ExplainDiscounted(new CountedOnce()));

    private static ReturnedDocument Nothing(DiscountedDocument sold, Quotation? quotation)
    {
        var nothing = new Money[sold.Document.Lines.Count];
        for (var i = 0; i < nothing.Length; i++)
            nothing[i] = Money.Zero(sold.Net.Currency);

        return new ReturnedDocument(sold, quotation, new decimal[nothing.Length], nothing, keepsDiscountsInFull: false, freeGoods: null);
    }

    private ReturnedDocument Recorded((int Line, Quantity Returned, Money Credited)[] recorded, string parameterName)
    {
        var (returned, credited) = ((decimal[])_returned.Clone(), (Money[])_credited.Clone());
        foreach (var (number, back, amount) in recorded)
        {
            var index = IndexOf(number, parameterName);
            Guard.Against.Below(0m, back.Amount, parameterName);
            RequireUnit(index, back, parameterName);
            if (amount.Currency != Sold.Net.Currency)
                throw new CurrencyMismatchException(Sold.Net.Currency, amount.Currency, parameterName);

            returned[index] += back.Amount;
            credited[index] += amount;
            if (returned[index] > Sold.Document.Lines[index].Quantity.Amount)
                throw Guards.OutOfRange(parameterName, Sold.NameOf(index) + ": " + back, "must be no more than was sold");
        }

        var stands = new ReturnedDocument(Sold, Quotation, returned, credited, KeepsDiscountsInFull, FreeGoods);
        return !stands.Credited.IsNegative && stands.Credited <= Sold.Net ? stands
            : throw Guards.OutOfRange(
                parameterName, stands.Credited.ToString(), "must be from nothing to the net of the sale in all, " + Sold.Net);
    }

    // By the same rules, days, coupons, history and purchases, for what is kept alone.
    private Quotation? QuotedAnew()
    {
        if (Quotation is not { } quotation || Array.TrueForAll(_returned, back => back == 0m))
            return Quotation;

        var kept = quotation.Request.Lines.Where(line => !line.IsReturn)
            .Select(line => (Line: line, Open: Open(IndexOf(line.Number, nameof(line)))))
            .Where(line => line.Open.IsPositive)
            .Select(line => line.Line.Ordering(line.Open));
        return quotation.Rules.Quote(quotation.Request.Ordering([.. kept]));
    }

    // What has no price anew keeps that of the sale.
    private PricedLine[] PricedAnew(PricedLine[] kept)
    {
        if (RestQuotation?.Discounted is not { } quoted)
            return kept;

        var anew = quoted.Document.Lines.ToDictionary(line => line.Number);
        return [.. kept.Select(line => anew.TryGetValue(line.Number, out var priced) ? priced : line)];
    }
}
