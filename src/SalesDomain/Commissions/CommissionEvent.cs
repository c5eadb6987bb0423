using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// Something that happened to a sale after its commission was earned, or to what is owed: it is applied once, by its number.
/// </summary>
/// <remarks>
/// The number is that of the line that records it, say of the credit note. A return whose number is the line of an earning is among the
/// facts already, and takes nothing back a second time. Immutable; equality is by all values, whatever the order of the measures returned.
/// </remarks>
public sealed partial class CommissionEvent : IEquatable<CommissionEvent>
{
    private readonly Measured[] _returned;

    private CommissionEvent(
        CommissionEventKind kind, LineId id, LocalDate on, LineId? line = null, LocalDate? soldOn = null, Measured[]? returned = null,
        Money? amount = null, LineId? undone = null, Reason? because = null, CommissionEarning? difference = null,
        LocalDate? invoicedOn = null, LocalDate? dueOn = null, Percentage? part = null,
        Percentage? partOfQuantity = null)
    {
        Kind = kind;
        Id = Identifier.Given(id);
        On = Guard.Against.OtherCalendar(on);
        Line = line;
        SoldOn = soldOn;
        Amount = amount;
        Undone = undone;
        Because = because;
        Difference = difference;
        InvoicedOn = invoicedOn;
        DueOn = dueOn;
        Part = part;
        PartOfQuantity = partOfQuantity;
        _returned = returned ?? [];
    }

    /// <summary>What happened.</summary>
    public CommissionEventKind Kind { get; }

    /// <summary>Its number.</summary>
    public LineId Id { get; }

    /// <summary>The day on which it happened.</summary>
    public LocalDate On { get; }

    /// <summary>The line of the sale it happened to; null where it is of no sale.</summary>
    public LineId? Line { get; }

    /// <summary>
    /// The day of that sale, from which a window runs, where the account does not know the line: the day of its entry counts before this
    /// one. Null where it is of no sale.
    /// </summary>
    public LocalDate? SoldOn { get; }

    /// <summary>The day of the invoice, from which a window may run; null where it is not said.</summary>
    public LocalDate? InvoicedOn { get; }

    /// <summary>The day on which the invoice is due, from which a window may run; null where it is not said.</summary>
    public LocalDate? DueOn { get; }

    /// <summary>
    /// What came back, by measure, as the bases of components measure it; empty where all of the line did, or the <see cref="Part"/> says
    /// how much. With a correction of the base what is added to it, or with a minus taken from it.
    /// </summary>
    public IReadOnlyList<Measured> Returned => Array.AsReadOnly(_returned);

    /// <summary>
    /// The part of the line that came back, above 0 % and up to 100 %, the same for every component, kind of credit and payee; null where
    /// it is not said. What is said by measure counts before it. Of money alone, and then from 0 %, where <see cref="PartOfQuantity"/> says
    /// another for quantities.
    /// </summary>
    public Percentage? Part { get; }

    /// <summary>
    /// The part of what is not money that came back, from 0 % to 100 %: of pieces and counts, of which an allowance takes none; null where
    /// it is that of money.
    /// </summary>
    public Percentage? PartOfQuantity { get; }

    /// <summary>The uncollectible amount, or what is written off; null for other kinds.</summary>
    public Money? Amount { get; }

    /// <summary>The number of the event that a reinstatement undoes; null for other kinds.</summary>
    public LineId? Undone { get; }

    /// <summary>Why the debit balance is written off, or why it is corrected; null for other kinds.</summary>
    public Reason? Because { get; }

    /// <summary>
    /// By how much a component or line of a closed measurement period is corrected; null for other kinds, and where its base is corrected
    /// at its own rate.
    /// </summary>
    public CommissionEarning? Difference { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An event.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionEvent? left, CommissionEvent? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An event.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionEvent? left, CommissionEvent? right) => !(left == right);

    /// <summary>An amount is uncollectible; the payee bears the share of it that the rules state.</summary>
    /// <param name="id">The number.</param>
    /// <param name="on">The day.</param>
    /// <param name="amount">The uncollectible amount, positive, in the currency of the account.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> is the default value, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public static CommissionEvent Uncollectible(LineId id, LocalDate on, Money amount) =>
        new(CommissionEventKind.Uncollectible, id, on, amount: Guard.Against.NotPositive(amount));

    /// <summary>A part of the debit balance is given up.</summary>
    /// <param name="id">The number.</param>
    /// <param name="on">The day.</param>
    /// <param name="amount">At most how much, positive; no more than there is.</param>
    /// <param name="because">Why.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or <paramref name="because"/> is the default value, <paramref name="on"/> is not of the ISO calendar, or
    /// <paramref name="amount"/> is finer than its currency pays.
    /// </exception>
    public static CommissionEvent WriteOff(LineId id, LocalDate on, Money amount, Reason because) =>
        new(
            CommissionEventKind.WriteOff, id, on, amount: Payable.Given(Guard.Against.NotPositive(amount)),
            because: Identifier.Given(because));

    /// <summary>An earlier event is undone: what it took back is paid again, once.</summary>
    /// <param name="id">The number of the reinstatement itself.</param>
    /// <param name="undone">The number of the event that is undone.</param>
    /// <param name="on">The day.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">
    /// A number is the default value, the two are the same, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public static CommissionEvent Reinstatement(LineId id, LineId undone, LocalDate on)
    {
        Identifier.Given(id);
        return Identifier.Given(undone) != id ? new CommissionEvent(CommissionEventKind.Reinstatement, id, on, undone: undone)
            : throw Guards.Invalid(nameof(undone), undone.ToString(), "must be the number of another event");
    }

    /// <summary>What was earned in a closed measurement period is corrected by an amount: a missed deal, a dispute that was won.</summary>
    /// <param name="id">The number of the correction.</param>
    /// <param name="on">The day.</param>
    /// <param name="difference">
    /// What is added, or with a minus taken away: plan, component, measurement period, line where lines are kept, amount in the currency of
    /// the plan, converted as an earning is; the base too, where a later return is to take back its part.
    /// </param>
    /// <param name="because">Why.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="difference"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount of <paramref name="difference"/> is zero.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="difference"/> is not known, <paramref name="id"/> or <paramref name="because"/> is the default value, or
    /// <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public static CommissionEvent Correction(LineId id, LocalDate on, CommissionEarning difference, Reason because)
    {
        if (!Guard.Against.Null(difference).IsKnown)
            throw Guards.Invalid(nameof(difference), difference.ToString(), "must be known");
        if (difference.Amount.IsZero)
            throw Guards.OutOfRange(nameof(difference), difference.ToString(), "must not be zero");

        return new CommissionEvent(
            CommissionEventKind.Correction, id, on, difference.Line, because: Identifier.Given(because), difference: difference);
    }

    /// <summary>The base of a line of closed measurement periods is corrected, at the rate of each entry itself.</summary>
    /// <param name="id">The number of the correction.</param>
    /// <param name="line">The line.</param>
    /// <param name="on">The day.</param>
    /// <param name="more">What is added to the base, or with a minus taken from it; components paid on another measure stay.</param>
    /// <param name="because">Why.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="more"/> is zero.</exception>
    /// <exception cref="ArgumentException">
    /// A number, <paramref name="more"/> or <paramref name="because"/> is the default value, or <paramref name="on"/> is not of the ISO
    /// calendar.
    /// </exception>
    public static CommissionEvent CorrectionOfBase(LineId id, LineId line, LocalDate on, Measured more, Reason because)
    {
        MeasuredArgument.Given(more, nameof(more));
        if (more.Amount == 0m)
            throw Guards.OutOfRange(nameof(more), more.ToString(), "must not be zero");

        return new CommissionEvent(
            CommissionEventKind.Correction, id, on, Identifier.Given(line), returned: [more], because: Identifier.Given(because));
    }

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The event to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionEvent? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Id == other.Id && On == other.On && Line == other.Line && SoldOn == other.SoldOn
            && Amount == other.Amount && Undone == other.Undone && Because == other.Because && Difference == other.Difference
            && InvoicedOn == other.InvoicedOn && DueOn == other.DueOn && IsOfAsMuch(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionEvent);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine((int)Kind, Id.GetHashCode(), On.GetHashCode());

    /// <summary>
    /// Kind, number, days and what of: <c>Return CN-3/1 on 2026-04-20 of SO-17/1, sold 2026-02-03: revenue without tax: CNY 300.00</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Kind + " " + Id + " on " + InvariantText.Date(On) + (Line is { } line ? " of " + line : "")
        + Day(", sold ", SoldOn) + Day(", invoiced ", InvoicedOn) + Day(", due ", DueOn)
        + (Part is { } part ? ": " + part + " of the line" : "")
        + (PartOfQuantity is { } ofQuantity ? ", " + ofQuantity + " of its quantity" : "")
        + (Undone is { } undone ? " of " + undone : "") + (Amount is { } amount ? ": " + amount : "")
        + (_returned.Length > 0 ? ": " + string.Join(", ", _returned.Select(each => each.ToString())) : "")
        + (Difference is { } difference ? ": " + difference : "") + (Because is { } because ? ", " + because : "");

    /// <summary>
    /// Whether both are one event: of the same kind, line, day and amounts. The days from which windows run may come to be known later, or
    /// be changed.
    /// </summary>
    internal bool IsSameAs(CommissionEvent other) =>
        Kind == other.Kind && Id == other.Id && On == other.On && Line == other.Line && Amount == other.Amount && Undone == other.Undone
        && Because == other.Because && Difference == other.Difference && IsOfAsMuch(other);

    /// <summary>Which part of a base came back; null where that was not said.</summary>
    internal Percentage? PartOf(Measured? paidOn) =>
        paidOn is { Measure.Kind: not FigureKind.Money } ? PartOfQuantity ?? Part : Part;

    private static string Day(string name, LocalDate? day) => day is { } known ? name + InvariantText.Date(known) : "";

    private bool IsOfAsMuch(CommissionEvent other) =>
        Part == other.Part && PartOfQuantity == other.PartOfQuantity && _returned.Length == other._returned.Length
        && _returned.All(each => Array.IndexOf(other._returned, each) >= 0);
}
