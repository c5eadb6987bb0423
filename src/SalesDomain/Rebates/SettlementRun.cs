using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>A run over a rebate account: its document, its day, and the facts of the day.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record SettlementRun
{
    private SettlementRun(DocumentId document, LocalDate on, Money? overdueDebt, LocalDate? claimedOn, DateSpan? restated)
    {
        Document = document;
        On = on;
        OverdueDebt = overdueDebt;
        ClaimedOn = claimedOn;
        Restated = restated;
    }

    /// <summary>The document: a credit note, a journal entry.</summary>
    public DocumentId Document { get; }

    /// <summary>The day of record.</summary>
    public LocalDate On { get; }

    /// <summary>What the customer owes and is overdue; null where it is not stated.</summary>
    public Money? OverdueDebt { get; }

    /// <summary>The day on which the customer claimed; null where it is that of record.</summary>
    public LocalDate? ClaimedOn { get; }

    /// <summary>
    /// The span all of whose calculation periods are restated: what the account holds of them and is not given is earned no more. Null
    /// where only what is given is restated.
    /// </summary>
    public DateSpan? Restated { get; }

    /// <summary>A run.</summary>
    /// <param name="document">The document.</param>
    /// <param name="on">The day of record.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="document"/> is the default value, or <paramref name="on"/> is of another calendar.
    /// </exception>
    public static SettlementRun Of(DocumentId document, LocalDate on) =>
        new(Identifier.Given(document), Guard.Against.OtherCalendar(on), null, null, null);

    /// <summary>The run with what the customer owes and is overdue.</summary>
    /// <param name="debt">The debt, zero or more, of the tax basis on which the rebate is paid out.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="debt"/> is negative.</exception>
    public SettlementRun WithOverdueDebt(Money debt) =>
        !debt.IsNegative ? new SettlementRun(Document, On, debt, ClaimedOn, Restated)
            : throw Guards.OutOfRange(nameof(debt), debt.ToString(), "must not be negative");

    /// <summary>The run with the day on which the customer claimed.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is of another calendar.</exception>
    public SettlementRun WithClaimedOn(LocalDate on) => new(Document, On, OverdueDebt, Guard.Against.OtherCalendar(on), Restated);

    /// <summary>The run that restates all calculation periods of a span.</summary>
    /// <param name="span">The span; periods that only overlap it stay as they are.</param>
    /// <returns>The changed copy.</returns>
    public SettlementRun WithRestated(DateSpan span) => new(Document, On, OverdueDebt, ClaimedOn, span);

    /// <summary>Document, day and facts.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Document + " on " + InvariantText.Date(On) + (OverdueDebt is { } debt ? ", overdue " + debt : "")
        + (ClaimedOn is { } claimed ? ", claimed on " + InvariantText.Date(claimed) : "")
        + (Restated is { } span ? ", restating " + span : "");
}
