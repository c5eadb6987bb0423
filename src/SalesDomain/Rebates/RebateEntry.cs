using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>One entry of a rebate account: a dated difference that is never changed.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record RebateEntry
{
    private RebateEntry(
        int number, LocalDate on, DocumentId document, RebateEntryKind kind, string rebate, DateSpan period, Money amount)
    {
        Number = number;
        On = on;
        Document = document;
        Kind = kind;
        Rebate = rebate;
        Period = period;
        Amount = amount;
    }

    /// <summary>Its place in the account, from 1.</summary>
    public int Number { get; }

    /// <summary>The day of record.</summary>
    public LocalDate On { get; }

    /// <summary>The document of the run that entered it.</summary>
    public DocumentId Document { get; }

    /// <summary>What it is.</summary>
    public RebateEntryKind Kind { get; }

    /// <summary>The name of the rebate.</summary>
    public string Rebate { get; }

    /// <summary>The calculation period that it is of.</summary>
    public DateSpan Period { get; }

    /// <summary>The difference, of either sign and not zero.</summary>
    public Money Amount { get; }

    /// <summary>An entry, say one of a store.</summary>
    /// <param name="number">Its place in the account, from 1.</param>
    /// <param name="on">The day of record.</param>
    /// <param name="document">The document of the run that entered it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="rebate">The name of the rebate: not empty, no white space at either end.</param>
    /// <param name="period">The calculation period, with both ends.</param>
    /// <param name="amount">The difference, not zero.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebate"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="document"/> is the default value, <paramref name="rebate"/> is empty or padded, <paramref name="on"/> is of another
    /// calendar, or <paramref name="period"/> has an open end.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> is below 1, <paramref name="kind"/> is not defined, or <paramref name="amount"/> is zero.
    /// </exception>
    public static RebateEntry Of(
        int number, LocalDate on, DocumentId document, RebateEntryKind kind, string rebate, DateSpan period, Money amount)
    {
        Identifier.Checked(rebate);
        Guard.Against.OutsideRange(1, int.MaxValue, number);
        Guard.Against.OtherCalendar(on);
        Identifier.Given(document);
        Guard.Against.Undefined(kind);
        RebateEntitlement.RequireEnds(period);
        return !amount.IsZero ? new RebateEntry(number, on, document, kind, rebate, period, amount)
            : throw Guards.OutOfRange(nameof(amount), amount.ToString(), "must not be zero");
    }

    /// <summary>Number, day, kind, amount, rebate, period and document.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Number) + " on " + InvariantText.Date(On) + ": " + Kind.ToString() + " " + Amount + " of " + Rebate + " "
        + Period + " by " + Document;
}
