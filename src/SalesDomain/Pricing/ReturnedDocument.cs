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
/// to the quantity.
/// </para>
/// <para>
/// Due to date = net of the sale − net of what is kept; a credit is that less what was credited before, at least zero. Immutable; equality
/// is by reference.
/// </para>
/// </remarks>
public sealed class ReturnedDocument
{
    private readonly decimal[] _returned;

    private ReturnedDocument(DiscountedDocument sold, decimal[] returned, Money credited)
    {
        Sold = sold;
        _returned = returned;
        Credited = credited;
        PricedLine[] kept = [.. Kept()];
        Rest = kept.Length == 0 ? null
            : kept.SequenceEqual(sold.Document.Lines) ? sold
            : sold.Schedule.Apply(DocumentOf(kept), sold.Coupons, sold.History);
        Due = Rest is null ? sold.Net : sold.Net - Rest.Net;
    }

    private ReturnedDocument(ReturnedDocument other, Money credited)
    {
        (Sold, _returned, Rest, Due) = (other.Sold, other._returned, other.Rest, other.Due);
        Credited = credited;
    }

    /// <summary>The document that was sold, with its discounts.</summary>
    public DiscountedDocument Sold { get; }

    /// <summary>What is kept, with the discounts that it earns itself; null where all is back.</summary>
    public DiscountedDocument? Rest { get; }

    /// <summary>What was credited so far.</summary>
    public Money Credited { get; }

    /// <summary>Net of the sale less net of what is kept; below <see cref="Credited"/> where more was credited before.</summary>
    public Money Due { get; }

    /// <summary>A sold document of which nothing came back yet.</summary>
    /// <param name="sold">The document, as it was discounted when it was sold.</param>
    /// <returns>The document with nothing returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sold"/> is null.</exception>
    public static ReturnedDocument Of(DiscountedDocument sold) =>
        new(Guard.Against.Null(sold), new decimal[sold.Document.Lines.Count], Money.Zero(sold.Document.Currency));

    /// <summary>What came back of a line so far.</summary>
    /// <param name="line">The number of a line that was sold.</param>
    /// <returns>The quantity, zero where nothing did.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No line of this number was sold.</exception>
    public Quantity ReturnedOf(int line)
    {
        var index = IndexOf(line);
        return new Quantity(_returned[index], Sold.Document.Lines[index].Quantity.Unit);
    }

    /// <summary>What a return is credited with.</summary>
    /// <param name="line">The number of a line that was sold.</param>
    /// <param name="returned">What comes back of it, positive, in the unit of the line.</param>
    /// <returns>The credit; refused where more comes back than is open.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// No line of this number was sold, or <paramref name="returned"/> is not positive.
    /// </exception>
    /// <exception cref="UnitMismatchException"><paramref name="returned"/> is in another unit.</exception>
    public DocumentCredit Credit(int line, Quantity returned)
    {
        var index = IndexOf(line);
        Guard.Against.NotPositive(returned.Amount, nameof(returned));
        var sold = Sold.Document.Lines[index].Quantity;
        return returned.Unit == sold.Unit ? new DocumentCredit(this, index, returned)
            : throw new UnitMismatchException(sold.Unit, returned.Unit, nameof(returned));
    }

    /// <summary>What was sold and what was credited: <c>CNY 900.00, credited CNY 500.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Sold.Net + ", credited " + Credited;

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

    internal ReturnedDocument With(int index, Quantity returned)
    {
        var all = (decimal[])_returned.Clone();
        all[index] += returned.Amount;
        return new ReturnedDocument(Sold, all, Credited);
    }

    internal ReturnedDocument Having(Money credited) => new(this, credited);

    private int IndexOf(int line)
    {
        var lines = Sold.Document.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Number == line && !lines[i].IsReturn)
                return i;
        }

        throw Guards.OutOfRange(nameof(line), InvariantText.Number(line), "must be the number of a line that was sold");
    }

    private IEnumerable<PricedLine> Kept()
    {
        for (var i = 0; i < _returned.Length; i++)
        {
            var line = Sold.Document.Lines[i];
            if (_returned[i] == 0m)
                yield return line;
            else if (Open(i).IsPositive)
                yield return KeptOf(line, i);
        }
    }

    private PricedLine KeptOf(PricedLine line, int index)
    {
        var kept = line.IsByListPrice ? PricedLine.Of(line.Number, line.Subject, Open(index), line.ListPrice!.Value)
            : PricedLine.OfAmount(line.Number, line.Subject, Open(index), PartOf(line.AtListPrice ?? line.Amount, index));
        kept = line.Units is { } units ? kept.WithUnits(units) : kept;
        kept = kept.NegotiatedAs(line);
        kept = line.Promotion is { } promotion ? kept.OfPromotion(promotion) : kept;
        kept = line.Floor is { } floor ? kept.WithFloor(floor, line.FloorUnit!).LiftingFloor(line.FloorLift) : kept;
        return line.TaxBasis is { } basis ? kept.WithTaxBasis(basis) : kept;
    }

    private PricedDocument DocumentOf(PricedLine[] lines)
    {
        var document = Sold.Document;
        var kept = PricedDocument.Of(document.Currency, document.TaxBasis, document.Date, lines);
        return document.Id is { } id ? kept.WithId(id) : kept;
    }
}
