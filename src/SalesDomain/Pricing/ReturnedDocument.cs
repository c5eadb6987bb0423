using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>A sold document with what came back of it so far, of which what is kept is rated anew by the discounts of the sale.</summary>
/// <remarks>
/// <para>
/// A <see cref="ReturnedSale"/> credits a line at the price of its sale, with its part of every discount, whatever becomes of the others.
/// Here what is kept has to earn its discounts itself: a step that it no longer reaches, or a coupon from an amount that it no longer
/// comes to, is taken back from the credit. Discounts, coupons, history and day are those of the sale; list prices are too, in proportion
/// to the quantity, or, of a <see cref="Quotation"/>, as the kept quantity has them.
/// </para>
/// <para>
/// Due to date = net of the sale − net of what is kept, at most what was paid for what is back (<see cref="WithDiscountsKeptInFull"/> has
/// no such limit): the sum over the lines of net × back ÷ sold, rounded as the discounts are and no more than the net, which it is where
/// all of the line is back. By line it is the same: a line of which nothing comes back is credited nothing, and what it would get of a
/// discount that is shared otherwise goes to those that lose one. A credit is what is due less what was credited before, at least zero.
/// </para>
/// <para>
/// A return note of several lines is one credit, and the order of its lines decides nothing; two notes may come to more than one of the
/// same goods, since what is credited is not asked back. Free goods cost nothing and are not charged: that their goods came back is told
/// (<see cref="WithFreeGoods"/>). Immutable; equality is by reference.
/// </para>
/// </remarks>
public sealed partial class ReturnedDocument
{
    private readonly decimal[] _returned;
    private readonly Money[] _credited;

    // Of each line what is kept of it, after its discounts.
    private readonly DiscountedLine?[] _kept;

    private ReturnedDocument(
        DiscountedDocument sold, Quotation? quotation, decimal[] returned, Money[] credited, bool keepsDiscountsInFull,
        ReturnedFreeGoods? freeGoods)
    {
        (Sold, Quotation) = (sold, quotation);
        _returned = returned;
        _credited = credited;
        FreeGoods = freeGoods;
        Credited = Money.Sum(sold.Net.Currency, credited);
        PricedLine[] kept = [.. Kept()];
        RestQuotation = kept.Length == 0 ? null : QuotedAnew();
        Rest = kept.Length == 0 ? null
            : kept.SequenceEqual(sold.Document.Lines) ? sold
            : RestQuotation is { IsComplete: true } quoted ? quoted.Discounted
            : sold.Schedule.Apply(DocumentOf(PricedAnew(kept)), sold.Coupons, sold.History);
        _kept = new DiscountedLine?[returned.Length];
        for (var (i, of) = (0, 0); i < _kept.Length && of < kept.Length; i++)
        {
            if (kept[of].Number == sold.Document.Lines[i].Number)
                _kept[i] = Rest!.Lines[of++];
        }

        DueOf = new ReturnedDue(sold, returned, Rest, _kept, keepsDiscountsInFull);
    }

    private ReturnedDocument(ReturnedDocument other, Money[] credited, ReturnedDue due, ReturnedFreeGoods? freeGoods)
    {
        (Sold, _returned, _kept, Rest) = (other.Sold, other._returned, other._kept, other.Rest);
        (Quotation, RestQuotation) = (other.Quotation, other.RestQuotation);
        _credited = credited;
        DueOf = due;
        FreeGoods = freeGoods;
        Credited = Money.Sum(Sold.Net.Currency, credited);
    }

    /// <summary>The document that was sold, with its discounts.</summary>
    public DiscountedDocument Sold { get; }

    /// <summary>What is kept, with the discounts that it earns itself; null where all is back.</summary>
    public DiscountedDocument? Rest { get; }

    /// <summary>What was credited so far.</summary>
    public Money Credited { get; }

    /// <summary>
    /// Net of the sale less net of what is kept, at most what was paid for what is back; below <see cref="Credited"/> where more was
    /// credited before.
    /// </summary>
    public Money Due => DueOf.InAll;

    /// <summary>A sold document of which nothing came back yet.</summary>
    /// <param name="sold">The document, as it was discounted when it was sold.</param>
    /// <returns>The document with nothing returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sold"/> is null.</exception>
    public static ReturnedDocument Of(DiscountedDocument sold) => Nothing(Guard.Against.Null(sold), quotation: null);

    /// <summary>A sold document with what is recorded of it, so that nothing has to be replayed.</summary>
    /// <param name="sold">The document, as it was discounted when it was sold.</param>
    /// <param name="recorded">
    /// The lines of all credits so far, in any order: number, what came back, possibly nothing, and the amount, as
    /// <see cref="DocumentCredit.Lines"/> say. A line that is in several credits is added up.
    /// </param>
    /// <returns>The document as it stands.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// No line of a number was sold, what came back is negative or more than was sold, or less than nothing was credited in all, or more
    /// than the net.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency.</exception>
    /// <exception cref="UnitMismatchException">A quantity is in another unit than its line.</exception>
    public static ReturnedDocument Of(DiscountedDocument sold, params (int Line, Quantity Returned, Money Credited)[] recorded)
    {
        Guard.Against.Null(sold);
        return Nothing(sold, quotation: null).Recorded(Guard.Against.Null(recorded), nameof(recorded));
    }

    /// <summary>What came back of a line so far.</summary>
    /// <param name="line">The number of a line that was sold.</param>
    /// <returns>The quantity, zero where nothing did.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No line of this number was sold.</exception>
    public Quantity ReturnedOf(int line)
    {
        var index = IndexOf(line, nameof(line));
        return new Quantity(_returned[index], Sold.Document.Lines[index].Quantity.Unit);
    }

    /// <summary>What was credited of a line so far; negative where what is kept of it got dearer.</summary>
    /// <param name="line">The number of a line that was sold.</param>
    /// <returns>The amount, in the tax basis of the document.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No line of this number was sold.</exception>
    public Money CreditedOf(int line) => _credited[IndexOf(line, nameof(line))];

    /// <summary>What a return of one line is credited with.</summary>
    /// <param name="line">The number of a line that was sold.</param>
    /// <param name="returned">What comes back of it, positive, in the unit of the line.</param>
    /// <returns>The credit; refused where more comes back than is open.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// No line of this number was sold, or <paramref name="returned"/> is not positive.
    /// </exception>
    /// <exception cref="UnitMismatchException"><paramref name="returned"/> is in another unit.</exception>
    public DocumentCredit Credit(int line, Quantity returned)
    {
        var index = IndexOf(line, nameof(line));
        Guard.Against.NotPositive(returned.Amount, nameof(returned));
        RequireUnit(index, returned, nameof(returned));
        return new DocumentCredit(this, (index, returned));
    }

    /// <summary>What a return note is credited with: all its lines at once.</summary>
    /// <param name="lines">
    /// The number of each line and what comes back of it, positive, in its unit; at least one line, in any order, each once.
    /// </param>
    /// <returns>The credit; refused as a whole where more comes back of a line than is open.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no lines, or one comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No line of a number was sold, or a quantity is not positive.</exception>
    /// <exception cref="UnitMismatchException">A quantity is in another unit than its line.</exception>
    public DocumentCredit Credit(params (int Line, Quantity Returned)[] lines)
    {
        Guard.Against.Nothing(lines, "a return note has at least one line");
        var note = new SortedDictionary<int, Quantity>();
        foreach (var (number, returned) in lines)
        {
            var index = IndexOf(number, nameof(lines));
            Guard.Against.NotPositive(returned.Amount, nameof(lines));
            RequireUnit(index, returned, nameof(lines));
            if (note.ContainsKey(index))
                throw Guards.Invalid(nameof(lines), Sold.NameOf(index), "must have each line once");

            note.Add(index, returned);
        }

        return new DocumentCredit(this, [.. note.Select(line => (line.Key, line.Value))]);
    }

    /// <summary>
    /// What was sold and what was credited: <c>CNY 900.00, credited CNY 500.00</c>; that discounts are kept in full, and the promotions,
    /// where they are stated.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Sold.Net + ", credited " + Credited
        + (KeepsDiscountsInFull ? "; discounts kept in full" : "")
        + (Promotions is null ? "" : "; free goods by " + string.Join(", ", Promotions.Select(promotion => promotion.Name)));

    /// <summary>What is due, in all and by line.</summary>
    internal ReturnedDue DueOf { get; }

    internal int Count => _returned.Length;

    /// <summary>What is kept of a line after its discounts, by its index; null where all of it is back.</summary>
    internal DiscountedLine? KeptAt(int index) => _kept[index];

    internal Money CreditedAt(int index) => _credited[index];

    internal bool IsReturnedAt(int index) => _returned[index] > 0m;

    /// <summary>What can still come back of a line, by its index.</summary>
    internal Quantity Open(int index)
    {
        var sold = Sold.Document.Lines[index].Quantity;
        return sold - new Quantity(_returned[index], sold.Unit);
    }

    /// <summary>The part of a line that is kept, as a number from zero to one, multiplied into an amount: divided once.</summary>
    internal Money PartOf(Money amount, int index)
    {
        var sold = Sold.Document.Lines[index].Quantity;
        return amount * Open(index).Amount / sold.Amount;
    }

    internal ReturnedDocument With((int Index, Quantity Returned)[] note)
    {
        var all = (decimal[])_returned.Clone();
        foreach (var (index, returned) in note)
            all[index] += returned.Amount;
        return new ReturnedDocument(Sold, Quotation, all, _credited, KeepsDiscountsInFull, FreeGoods);
    }

    /// <summary>The document of which what is due is credited, line by line.</summary>
    internal ReturnedDocument CreditingDue() =>
        new(this, [.. Enumerable.Range(0, _kept.Length).Select(DueOf.Of)], DueOf, FreeGoods);

    // By number: searched for one after the other, a large note would cost the square of its lines.
    private int IndexOf(int line, string parameterName)
    {
        var lines = Sold.Document.Lines;
        var (low, high) = (0, lines.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            if (lines[middle].Number == line && !lines[middle].IsReturn)
                return middle;
            if (lines[middle].Number < line)
                low = middle + 1;
            else
                high = middle - 1;
        }

        throw Guards.OutOfRange(parameterName, InvariantText.Number(line), "must be the number of a line that was sold");
    }

    private void RequireUnit(int index, Quantity returned, string parameterName)
    {
        var sold = Sold.Document.Lines[index].Quantity;
        if (returned.Unit != sold.Unit)
            throw new UnitMismatchException(sold.Unit, returned.Unit, parameterName);
    }
}
