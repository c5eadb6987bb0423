using System;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What of a fact nobody is credited with directly, and why.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed class UncreditedShare : IEquatable<UncreditedShare>
{
    private readonly ReceiptPart? _part;

    internal UncreditedShare(in CreditedFact fact, Percentage share, string code, string? heldBy = null)
    {
        Sale = fact.Sale;
        Receipt = fact.Receipt;
        _part = fact.Part;
        Share = share;
        Because = heldBy is null ? new Reason(code, ("share", share)) : new Reason(code, ("share", share), ("holders", heldBy));
    }

    /// <summary>The sale; null where it is money come in.</summary>
    public SalesLine? Sale { get; }

    /// <summary>The money come in; null where it is a sale.</summary>
    public CollectionLine? Receipt { get; }

    /// <summary>The invoiced line that the money is for; null for a sale, and for money of which that is not known.</summary>
    public SalesLine? InvoiceLine => _part?.Line;

    /// <summary>What of the receipt is for <see cref="InvoiceLine"/>, with tax; null for all of it.</summary>
    public Money? PartAmount => _part?.Amount;

    /// <summary>How much of the fact, or of the <see cref="PartAmount"/>.</summary>
    public Percentage Share { get; }

    /// <summary>
    /// Why: <c>credit.unassigned</c> (nobody is named, nobody holds it on the day, or holders have less than the whole),
    /// <c>credit.over-assigned</c> with those who hold it together to more than the whole, or <c>credit.receipt-without-sale</c> (no
    /// invoice named, or its lines not given), each with the share.
    /// </summary>
    public Reason Because { get; }

    /// <summary>Document and line of the fact.</summary>
    public LineId Line => Sale is { } sale ? sale.Id : Receipt!.Id;

    /// <summary>The day of the fact.</summary>
    public LocalDate Date => Sale is { } sale ? sale.Date : Receipt!.Date;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(UncreditedShare? left, UncreditedShare? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(UncreditedShare? left, UncreditedShare? right) => !(left == right);

    /// <summary>Whether the other is of the same fact, part, share and reason.</summary>
    /// <param name="other">The share to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(UncreditedShare? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Sale == other.Sale && Receipt == other.Receipt && _part == other._part && Share == other.Share
            && Because == other.Because);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UncreditedShare);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Line.GetHashCode(), Share.GetHashCode(), Because.GetHashCode());

    /// <summary>Line, day and reason: <c>SO-17/1 of 2026-03-04: credit.unassigned (share 40%)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Line + " of " + InvariantText.Date(Date) + (_part is null ? "" : " for " + _part.Line.Id + ", " + _part.Amount) + ": " + Because;

    internal bool IsOverAssigned => Because.Code == "credit.over-assigned";
}
