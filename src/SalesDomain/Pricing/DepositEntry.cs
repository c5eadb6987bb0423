using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>One entry of a dealer's deposit: a dated fact that is never changed, and is undone by another.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record DepositEntry
{
    private DepositEntry(
        DocumentId id, LocalDate date, DepositEntryKind kind, Money amount, bool adds, DocumentId? finding, DocumentId? reverses)
    {
        Id = id;
        Date = date;
        Kind = kind;
        Amount = amount;
        Adds = adds;
        Finding = finding;
        Reverses = reverses;
    }

    /// <summary>The number of the entry.</summary>
    public DocumentId Id { get; }

    /// <summary>Its day.</summary>
    public LocalDate Date { get; }

    /// <summary>What it is.</summary>
    public DepositEntryKind Kind { get; }

    /// <summary>The amount, above zero.</summary>
    public Money Amount { get; }

    /// <summary>The number of the finding that a penalty is for; null for other entries.</summary>
    public DocumentId? Finding { get; }

    /// <summary>The number of the entry that this one undoes; null where it undoes none.</summary>
    public DocumentId? Reverses { get; }

    /// <summary>True where it adds to the deposit.</summary>
    public bool Adds { get; }

    /// <summary>What it adds to the deposit, or, negative, takes from it.</summary>
    public Money Change => Adds ? Amount : -Amount;

    /// <summary>Money paid in at the start of the contract, or when more is required.</summary>
    /// <param name="id">The number of the entry.</param>
    /// <param name="date">Its day.</param>
    /// <param name="amount">The amount, above zero.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="id"/> is the default value, or <paramref name="date"/> is of another calendar.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    public static DepositEntry PaidIn(DocumentId id, LocalDate date, Money amount) =>
        Made(id, date, DepositEntryKind.PaidIn, amount, null);

    /// <summary>Money paid in to make up for what was taken.</summary>
    /// <param name="id">The number of the entry.</param>
    /// <param name="date">Its day.</param>
    /// <param name="amount">The amount, above zero.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="id"/> is the default value, or <paramref name="date"/> is of another calendar.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    public static DepositEntry TopUp(DocumentId id, LocalDate date, Money amount) =>
        Made(id, date, DepositEntryKind.TopUp, amount, null);

    /// <summary>A penalty, in full: what the deposit does not cover of it stays owed.</summary>
    /// <param name="id">The number of the entry.</param>
    /// <param name="date">Its day.</param>
    /// <param name="amount">The amount, above zero.</param>
    /// <param name="finding">The number of the finding it is for.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="id"/> or <paramref name="finding"/> is the default value, or <paramref name="date"/> is of another calendar.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    public static DepositEntry Penalty(DocumentId id, LocalDate date, Money amount, DocumentId finding) =>
        Made(id, date, DepositEntryKind.Penalty, amount, Identifier.Given(finding));

    /// <summary>Money given back.</summary>
    /// <param name="id">The number of the entry.</param>
    /// <param name="date">Its day.</param>
    /// <param name="amount">The amount, above zero.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="id"/> is the default value, or <paramref name="date"/> is of another calendar.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    public static DepositEntry Refund(DocumentId id, LocalDate date, Money amount) =>
        Made(id, date, DepositEntryKind.Refund, amount, null);

    /// <summary>The entry that undoes this one: of a case that was withdrawn, of a cheque that was not paid.</summary>
    /// <param name="id">The number of the reversal.</param>
    /// <param name="date">Its day, not before that of this entry.</param>
    /// <returns>The reversal, of the same amount.</returns>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="id"/> is the default value or that of this entry, or <paramref name="date"/> is of another calendar.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="date"/> is before this entry.</exception>
    /// <exception cref="System.InvalidOperationException">This is a reversal: enter anew what it undid.</exception>
    public DepositEntry Reversed(DocumentId id, LocalDate date)
    {
        Identifier.Given(id);
        Guard.Against.OtherCalendar(date);
        if (Kind == DepositEntryKind.Reversal)
            throw new System.InvalidOperationException("The entry " + Id + " is a reversal; enter anew what it undid.");
        if (id == Id)
            throw Guards.Invalid(nameof(id), id.ToString(), "must not be that of the entry itself");

        return date >= Date ? new DepositEntry(id, date, DepositEntryKind.Reversal, Amount, !Adds, Finding, Id)
            : throw Guards.OutOfRange(nameof(date), InvariantText.Date(date), "must not be before " + InvariantText.Date(Date));
    }

    /// <summary>Number, day, kind and amount: <c>DE-2 on 2026-04-03: Penalty CNY -7980.00 for DF-1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " on " + InvariantText.Date(Date) + ": " + Kind.ToString() + (Reverses is { } undone ? " of " + undone : "") + " " + Change
        + (Finding is { } finding ? " for " + finding : "");

    /// <summary>What undoes this entry under number and day of another; the other itself, where it is that.</summary>
    internal DepositEntry? ReversedLike(DepositEntry other) =>
        Kind == DepositEntryKind.Reversal || other.Date < Date ? null
            : new DepositEntry(other.Id, other.Date, DepositEntryKind.Reversal, Amount, !Adds, Finding, Id);

    private static DepositEntry Made(DocumentId id, LocalDate date, DepositEntryKind kind, Money amount, DocumentId? finding) =>
        new(
            Identifier.Given(id), Guard.Against.OtherCalendar(date), kind, Guard.Against.NotPositive(amount),
            kind is DepositEntryKind.PaidIn or DepositEntryKind.TopUp, finding, null);
}
