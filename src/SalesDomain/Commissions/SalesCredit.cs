using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What one payee is credited with of one fact: of a sale, or of money that came in.</summary>
/// <remarks>
/// <para>
/// The credit is apart from what is paid: the same credit can set the rate of one component and be the base of another. A fact credited to
/// several has a credit for each; direct credits of a fact total the fact, overlays and roll-ups are beside it.
/// </para>
/// <para>
/// A return is credited as the sale it takes back: <see cref="Following(SalesLine)"/>; money that goes back, as the receipt it takes back.
/// Immutable. Equality is by all values.
/// </para>
/// </remarks>
public sealed class SalesCredit : IEquatable<SalesCredit>
{
    private SalesCredit(
        SalesLine? sale, CollectionLine? receipt, SalesLine? original, Percentage share, CreditKind kind, string rule,
        CollectionLine? originalReceipt = null, ReceiptPart? part = null)
    {
        Sale = sale;
        Receipt = receipt;
        Original = original;
        OriginalReceipt = originalReceipt;
        ReceiptPart = part;
        Share = share;
        Kind = kind;
        Rule = rule;
    }

    /// <summary>The sale that is credited; null where it is money come in.</summary>
    public SalesLine? Sale { get; }

    /// <summary>The money come in that is credited; null where it is a sale.</summary>
    public CollectionLine? Receipt { get; }

    /// <summary>The sale that a return takes back, by whose day, scope and document the return is credited; null for none.</summary>
    public SalesLine? Original { get; }

    /// <summary>The receipt that a returned cheque or a refund takes back, by whose days it is credited; null for none.</summary>
    public CollectionLine? OriginalReceipt { get; }

    /// <summary>
    /// The invoiced line that the money is for, by which scopes are asked: product, price kind, customer, channel, territory and what is
    /// known beside; null for a sale, and for money of which that is not known.
    /// </summary>
    public SalesLine? InvoiceLine => ReceiptPart?.Line;

    /// <summary>
    /// What of the receipt is for <see cref="InvoiceLine"/>, with tax, of which <see cref="Share"/> is credited; null for all of it.
    /// </summary>
    public Money? PartAmount => ReceiptPart?.Amount;

    /// <summary>
    /// The share of the fact, or of the <see cref="PartAmount"/>, above zero; above 100 % it can only be that of an overlay.
    /// </summary>
    public Percentage Share { get; }

    /// <summary>In which capacity.</summary>
    public CreditKind Kind { get; }

    /// <summary>The name of the crediting rule that gave it.</summary>
    public string Rule { get; }

    /// <summary>Document and line of the fact.</summary>
    public LineId Line => Sale is { } sale ? sale.Id : Receipt!.Id;

    /// <summary>The day of the fact.</summary>
    public LocalDate Date => Sale is { } sale ? sale.Date : Receipt!.Date;

    /// <summary>
    /// The document that is one deal: the order, where a line names the one it delivers or invoices, and otherwise its own document; of a
    /// receipt that of the invoiced line it is for, where that is known, and otherwise the invoice it pays, where it names one. What takes
    /// back is of the deal of its original.
    /// </summary>
    public DocumentId Deal => Sale is { } sale ? DealOf(Original ?? sale) : DealOf(OriginalReceipt ?? Receipt!, ReceiptPart);

    internal ReceiptPart? ReceiptPart { get; }

    /// <summary>By what it is told from others in a list.</summary>
    internal string Name => InvoiceLine is { } line ? Line + " for " + line.Id : Line.ToString();

    /// <summary>The line that this takes back, or null.</summary>
    internal LineId? Follows => Original?.Id ?? OriginalReceipt?.Id;

    /// <summary>Whether it takes back, with or without what it takes back.</summary>
    internal bool TakesBack => Follows is not null || Sale is { IsReturn: true } || Receipt is { Amount.IsNegative: true };

    /// <summary>The day by which it counts.</summary>
    internal LocalDate CountedOn => Original?.Date ?? OriginalReceipt?.Date ?? Date;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A credit.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SalesCredit? left, SalesCredit? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A credit.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SalesCredit? left, SalesCredit? right) => !(left == right);

    /// <summary>A share of a sale.</summary>
    /// <param name="sale">The sale, or what takes one back.</param>
    /// <param name="share">The share, above zero; at most 100 % but for an overlay.</param>
    /// <param name="kind">In which capacity.</param>
    /// <param name="rule">The name of the crediting rule, not blank.</param>
    /// <returns>The credit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sale"/> or <paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rule"/> is blank or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="share"/> is not above zero, or above 100 % and not of an overlay; or <paramref name="kind"/> is not defined.
    /// </exception>
    public static SalesCredit Of(SalesLine sale, Percentage share, CreditKind kind, string rule)
    {
        Guard.Against.Null(sale);
        return new SalesCredit(
            sale, receipt: null, original: null, Checked(share, Guard.Against.Undefined(kind)), kind, Identifier.Checked(rule));
    }

    /// <summary>A share of money that came in.</summary>
    /// <param name="receipt">The receipt, or what came back of one.</param>
    /// <param name="share">The share, above zero; at most 100 % but for an overlay.</param>
    /// <param name="kind">In which capacity.</param>
    /// <param name="rule">The name of the crediting rule, not blank.</param>
    /// <returns>The credit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="receipt"/> or <paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rule"/> is blank or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="share"/> is not above zero, or above 100 % and not of an overlay; or <paramref name="kind"/> is not defined.
    /// </exception>
    public static SalesCredit Of(CollectionLine receipt, Percentage share, CreditKind kind, string rule)
    {
        Guard.Against.Null(receipt);
        return new SalesCredit(
            sale: null, receipt, original: null, Checked(share, Guard.Against.Undefined(kind)), kind, Identifier.Checked(rule));
    }

    /// <summary>The credit of a return that goes by the sale it takes back.</summary>
    /// <param name="original">The sale.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="original"/> is the credited line itself.</exception>
    /// <exception cref="InvalidOperationException">This is a credit of money come in.</exception>
    public SalesCredit Following(SalesLine original)
    {
        Guard.Against.Null(original);
        if (Sale is null)
            throw new InvalidOperationException("'" + this + "' is of money come in, which takes back no sale.");

        return original.Id != Line ? new SalesCredit(Sale, Receipt, original, Share, Kind, Rule)
            : throw Guards.Invalid(nameof(original), original.Id.ToString(), "must be another line than the one credited");
    }

    /// <summary>The credit of money that goes back, which goes by the receipt it takes back.</summary>
    /// <param name="original">The receipt.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="original"/> is the credited line itself.</exception>
    /// <exception cref="InvalidOperationException">This is a credit of a sale.</exception>
    public SalesCredit Following(CollectionLine original)
    {
        Guard.Against.Null(original);
        if (Receipt is null)
            throw new InvalidOperationException("'" + this + "' is of a sale, which takes back no receipt.");

        return original.Id != Line ? new SalesCredit(Sale, Receipt, Original, Share, Kind, Rule, original, ReceiptPart)
            : throw Guards.Invalid(nameof(original), original.Id.ToString(), "must be another line than the one credited");
    }

    /// <summary>The credit of the part of a receipt that is for one line of the invoice it pays.</summary>
    /// <param name="invoiceLine">The line, which is invoiced.</param>
    /// <param name="part">
    /// What of the receipt is for it, with tax, from nothing to all of it; negative of what takes a receipt back.
    /// </param>
    /// <returns>The changed copy, of which the share is that of the part.</returns>
    /// <remarks>
    /// <see cref="ReceiptCrediting.OfSale"/> makes these so that the parts of a receipt total it. Where a credit note has taken back what
    /// was paid in part, it moves that to other lines with the receipt that pays the rest: then one part can be more than the receipt, and
    /// one have the other sign.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="invoiceLine"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="invoiceLine"/> is of another stage than invoiced.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="part"/> is more than the receipt, or of the other sign.
    /// </exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="part"/> is in another currency than the receipt.</exception>
    /// <exception cref="InvalidOperationException">This is a credit of a sale.</exception>
    public SalesCredit For(SalesLine invoiceLine, Money part)
    {
        Guard.Against.Null(invoiceLine);
        if (Receipt is null)
            throw new InvalidOperationException("'" + this + "' is of a sale, and no money for one.");

        if (part.Currency != Receipt.Amount.Currency)
            throw new CurrencyMismatchException(Receipt.Amount.Currency, part.Currency, nameof(part));
        if (invoiceLine.Stage != Stage.Invoiced)
            throw Guards.Invalid(nameof(invoiceLine), invoiceLine.Id + " " + invoiceLine.Stage.ToString(), "must be invoiced");

        var (least, most) = Receipt.Amount.IsNegative ? (Receipt.Amount.Amount, 0m) : (0m, Receipt.Amount.Amount);
        return part.Amount >= least && part.Amount <= most ? For(new ReceiptPart(invoiceLine, part))
            : throw Guards.OutOfRange(nameof(part), part.ToString(), "must be a part of the receipt of " + Receipt.Amount);
    }

    internal SalesCredit For(ReceiptPart part) => new(Sale, Receipt, Original, Share, Kind, Rule, OriginalReceipt, part);

    /// <summary>Whether the other has the same fact, original, part, share, capacity and rule.</summary>
    /// <param name="other">The credit to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SalesCredit? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Sale == other.Sale && Receipt == other.Receipt && Original == other.Original
            && OriginalReceipt == other.OriginalReceipt && ReceiptPart == other.ReceiptPart && Share == other.Share
            && Kind == other.Kind && string.Equals(Rule, other.Rule, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SalesCredit);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Line.GetHashCode(), Share.GetHashCode(), (int)Kind);

    /// <summary>
    /// Line, day, share, capacity and rule: <c>SO-17/1 of 2026-03-04: 60% Direct by deal team</c>; of a part of a receipt with what it is
    /// for: <c>R-1/1 of 2026-06-30 for INV-1/2: 60% of CNY 452.00 Direct by deal team</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Line + " of " + InvariantText.Date(Date)
        + (ReceiptPart is { } part ? " for " + part.Line.Id + ": " + Share + " of " + part.Amount : ": " + Share)
        + " " + Kind.ToString() + " by " + Rule
        + ((Original?.Id ?? OriginalReceipt?.Id) is { } original ? ", as " + original : "");

    internal static DocumentId DealOf(SalesLine sale) => (sale.OrderLine ?? sale.Id).Document;

    internal static DocumentId DealOf(CollectionLine receipt, ReceiptPart? part) =>
        part is not null ? DealOf(part.Line) : receipt.Invoice ?? receipt.Id.Document;

    private static Percentage Checked(Percentage share, CreditKind kind) =>
        share <= Percentage.Zero ? throw Guards.OutOfRange(nameof(share), share.ToString(), "must be above 0%")
        : share > Percentage.OneHundred && kind != CreditKind.Overlay
            ? throw Guards.OutOfRange(nameof(share), share.ToString(), "must be at most 100% but for an overlay")
        : share;
}
