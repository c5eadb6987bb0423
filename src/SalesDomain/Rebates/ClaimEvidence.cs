using System;
using NodaTime;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>A document that proves a part of a claim: a contract, an invoice, photographs, an acceptance.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record ClaimEvidence
{
    private ClaimEvidence(string kind, DocumentId document, LocalDate on)
    {
        Kind = kind;
        Document = document;
        On = on;
    }

    /// <summary>What it is, in the words of the agreement; case counts.</summary>
    public string Kind { get; }

    /// <summary>The number of the document.</summary>
    public DocumentId Document { get; }

    /// <summary>The day on which it was handed in.</summary>
    public LocalDate On { get; }

    /// <summary>A document that was handed in.</summary>
    /// <param name="kind">What it is, as the agreement names it: not empty, no white space at either end.</param>
    /// <param name="document">The number of the document.</param>
    /// <param name="on">The day on which it was handed in.</param>
    /// <returns>The evidence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kind"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="kind"/> is empty or padded, <paramref name="document"/> is the default value, or <paramref name="on"/> is of another
    /// calendar.
    /// </exception>
    public static ClaimEvidence Of(string kind, DocumentId document, LocalDate on) =>
        new(Identifier.Checked(kind), Identifier.Given(document), Guard.Against.OtherCalendar(on));

    /// <summary>Kind, document and day: <c>invoice F-88 on 2026-04-10</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Kind + " " + Document + " on " + InvariantText.Date(On);
}
