using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>One entry of a commission account. It is never changed: what is wrong is undone by a reversing entry.</summary>
/// <remarks>
/// A settlement makes entries; one that was stored is made again by <see cref="Of"/> and the methods that follow it. It keeps the plan,
/// the base and the rate it was made with, whatever the plan says later. Immutable; equality is by all values.
/// </remarks>
public sealed partial class CommissionEntry : IEquatable<CommissionEntry>
{
    internal const string OnLeaving = "commission.left";

    private readonly Reason[] _reasons;
    private readonly LineId[] _included;
    private readonly DateSpan? _ratedIn;

    internal CommissionEntry(
        int number, CommissionEntryKind kind, DateSpan payoutPeriod, LocalDate recorded, Money amount, Detail detail)
    {
        Number = number;
        Kind = kind;
        PayoutPeriod = payoutPeriod;
        Recorded = recorded;
        Amount = amount;
        Plan = detail.Plan;
        PlanVersion = detail.PlanVersion;
        Component = detail.Component;
        Period = detail.Period;
        Line = detail.Line;
        _ratedIn = detail.RatedIn;
        On = detail.On;
        Deal = detail.Deal;
        Base = detail.Base;
        Rate = detail.Rate;
        Conversion = detail.Conversion;
        Event = detail.Event;
        Part = detail.Part;
        TimeLeft = detail.TimeLeft;
        Reverses = detail.Reverses;
        _reasons = detail.Reasons ?? [];
        Original = detail.Original;
        _included = detail.Included ?? [];
    }

    /// <summary>The number within the account, from 1, rising in the order of record.</summary>
    public int Number { get; }

    /// <summary>What it moves.</summary>
    public CommissionEntryKind Kind { get; }

    /// <summary>The payout period it belongs to.</summary>
    public DateSpan PayoutPeriod { get; }

    /// <summary>The day on which it was recorded.</summary>
    public LocalDate Recorded { get; }

    /// <summary>The amount in the currency of the account, with the sign of its kind.</summary>
    public Money Amount { get; }

    /// <summary>The name of the plan; null where the entry is of no earning.</summary>
    public string? Plan { get; }

    /// <summary>The version of the plan it was made by; null where the plan has none, or the entry is of no earning.</summary>
    public string? PlanVersion { get; }

    /// <summary>The component of an earning, or one held back by itself; null otherwise.</summary>
    public string? Component { get; }

    /// <summary>
    /// The measurement period of an earning, or that whose earnings were held back; of a release the span whose figure gave it. Null
    /// otherwise.
    /// </summary>
    public DateSpan? Period { get; }

    /// <summary>
    /// The measurement period whose sales rated an earning of no line; see <see cref="CommissionEarning.RatedIn"/>. Null for a line, which
    /// its own day rates, and where there is no <see cref="Period"/>.
    /// </summary>
    public DateSpan? RatedIn => Line is null ? _ratedIn ?? Period : null;

    /// <summary>The credited line; null where lines are not kept apart.</summary>
    public LineId? Line { get; }

    /// <summary>The day of that line, or null.</summary>
    public LocalDate? On { get; }

    /// <summary>The deal that the line belongs to, say the order of an invoice line or of a receipt; null where it is not stated.</summary>
    public DocumentId? Deal { get; }

    /// <summary>The line that the credited one takes back, say the sale of a return; null where it takes back none.</summary>
    public LineId? Original { get; }

    /// <summary>
    /// Lines that are in base and amount to date though the entry is not of them; see <see cref="CommissionEarning.Included"/>.
    /// </summary>
    public IReadOnlyList<LineId> Included => Array.AsReadOnly(_included);

    /// <summary>
    /// The base, recorded to 12 decimals so that bases sum exactly; with a claw-back what came back of it, negative. Null where nothing is
    /// measured.
    /// </summary>
    public Measured? Base { get; }

    /// <summary>
    /// The rate of an earning, the share held back, the part released, the share of a loss, or the part of the draw that was stated; null
    /// where there is none for all of the amount.
    /// </summary>
    public Percentage? Rate { get; }

    /// <summary>
    /// From the currency of the plan: the plan's amount, the rates and their day; null where it is that of the account. The amount of the
    /// entry is its result, rounded as a running total.
    /// </summary>
    public Conversion? Conversion { get; }

    /// <summary>What happened, where the entry comes of an event; null otherwise.</summary>
    public CommissionEvent? Event { get; }

    /// <summary>
    /// The part of the line that came back by a claw-back, where nothing is measured; null where a base says it, and otherwise.
    /// </summary>
    public Percentage? Part { get; }

    /// <summary>The part of the window that was left, where a claw-back is pro rata; null otherwise.</summary>
    public Percentage? TimeLeft { get; }

    /// <summary>The number of the entry that this one undoes; null where it undoes none.</summary>
    public int? Reverses { get; }

    /// <summary>Why, where there is more to say than base and rate.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionEntry? left, CommissionEntry? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionEntry? left, CommissionEntry? right) => !(left == right);

    /// <summary>An entry.</summary>
    /// <param name="number">The number, from 1.</param>
    /// <param name="kind">What it moves.</param>
    /// <param name="payoutPeriod">The payout period, with both days.</param>
    /// <param name="recorded">The day of record.</param>
    /// <param name="amount">The amount in the currency of the account.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> is less than 1, or <paramref name="kind"/> is not a value of its type.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="payoutPeriod"/> has an open end, <paramref name="recorded"/> is not of the ISO calendar, or
    /// <paramref name="amount"/> is finer than its currency pays.
    /// </exception>
    public static CommissionEntry Of(int number, CommissionEntryKind kind, DateSpan payoutPeriod, LocalDate recorded, Money amount) =>
        payoutPeriod.Days is null
            ? throw Guards.Invalid(nameof(payoutPeriod), payoutPeriod.ToString(), "must have a first and a last day")
            : new CommissionEntry(
                Guard.Against.OutsideRange(1, int.MaxValue, number), Guard.Against.Undefined(kind), payoutPeriod,
                Guard.Against.OtherCalendar(recorded), Payable.Given(amount), default);

    /// <summary>
    /// The entry of an earning: with its plan, component, measurement period and the one that rated it, line, day and deal, base, rate and
    /// reasons, the line it follows and those it includes.
    /// </summary>
    /// <param name="earning">
    /// The earning. Its amount is not taken: that of the entry is the difference to what was entered before.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="earning"/> is null.</exception>
    /// <exception cref="ArgumentException">It is not known: nothing is entered of it.</exception>
    public CommissionEntry For(CommissionEarning earning)
    {
        if (!Guard.Against.Null(earning).IsKnown)
            throw Guards.Invalid(nameof(earning), earning.ToString(), "must be known");

        return Changed(Parts().For(earning));
    }

    /// <summary>The entry of a holdback or a release, of a period.</summary>
    /// <param name="period">The measurement period, or the span whose figure released it.</param>
    /// <param name="share">The share held back, or the part released.</param>
    /// <param name="component">The component that is held back by itself; null for all together.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="component"/> is blank or has outer white space.</exception>
    public CommissionEntry For(DateSpan period, Percentage share, string? component = null) =>
        Changed(
            Parts() with
            {
                Period = period,
                Rate = share,
                Component = component is null ? null : Identifier.Checked(component),
            });

    /// <summary>The entry of a share of a loss, or of a part of the draw.</summary>
    /// <param name="share">The share borne of an uncollectible amount, or the part of the draw that was due.</param>
    /// <returns>The changed copy.</returns>
    public CommissionEntry With(Percentage share) => Changed(Parts() with { Rate = share });

    /// <summary>The entry with the conversion from the currency of the plan.</summary>
    /// <param name="conversion">The conversion of the plan's amount of this entry.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="CurrencyMismatchException">It does not convert into the currency of the entry.</exception>
    public CommissionEntry With(Conversion conversion) =>
        conversion.Result.Currency == Amount.Currency ? Changed(Parts() with { Conversion = conversion })
            : throw new CurrencyMismatchException(Amount.Currency, conversion.Result.Currency, nameof(conversion));

    /// <summary>The entry of an event.</summary>
    /// <param name="source">What happened.</param>
    /// <param name="timeLeft">The part of the window that was left, where a claw-back is pro rata; null otherwise.</param>
    /// <param name="part">
    /// The part of the line that came back by a claw-back, where nothing is measured, zero or more; null otherwise, or for what the event
    /// says, as far as it is left.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="timeLeft"/> is not from 0 % to 100 %, or <paramref name="part"/> is negative.
    /// </exception>
    public CommissionEntry With(CommissionEvent source, Percentage? timeLeft = null, Percentage? part = null)
    {
        Guard.Against.Null(source);
        return Changed(
            Parts() with
            {
                Event = source,
                TimeLeft = timeLeft is { } left ? Guard.Against.NoPart(left, nameof(timeLeft)) : null,
                Part = part is { Fraction: < 0m } negative
                    ? throw Guards.OutOfRange(nameof(part), negative.ToString(), "must not be negative") : part,
            });
    }

    /// <summary>The entry as the reversal of another.</summary>
    /// <param name="number">The number of the entry it undoes, less than its own.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is not from 1 to one less than its own.</exception>
    public CommissionEntry Reversing(int number) =>
        number >= 1 && number < Number ? Changed(Parts() with { Reverses = number })
            : throw Guards.OutOfRange(
                nameof(number), InvariantText.Number(number), "must be that of an entry before " + InvariantText.Number(Number));

    /// <summary>The entry with reasons, in place of any before.</summary>
    /// <param name="reasons">The reasons; none takes them away.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reasons"/> is null.</exception>
    public CommissionEntry Because(params Reason[] reasons) =>
        Changed(Parts() with { Reasons = [.. Guard.Against.Null(reasons)] });

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The entry to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionEntry? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Number == other.Number && Kind == other.Kind && PayoutPeriod == other.PayoutPeriod
            && Recorded == other.Recorded && Amount == other.Amount && string.Equals(Plan, other.Plan, StringComparison.Ordinal)
            && string.Equals(PlanVersion, other.PlanVersion, StringComparison.Ordinal)
            && string.Equals(Component, other.Component, StringComparison.Ordinal) && Period == other.Period && RatedIn == other.RatedIn
            && Line == other.Line
            && On == other.On && Deal == other.Deal && Base == other.Base && Rate == other.Rate && Conversion == other.Conversion
            && Event == other.Event
            && Part == other.Part && TimeLeft == other.TimeLeft && Reverses == other.Reverses && Original == other.Original
            && _included.SequenceEqual(other._included) && _reasons.SequenceEqual(other._reasons));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionEntry);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Number, (int)Kind, Amount.GetHashCode(), Recorded.GetHashCode());

    /// <summary>Number, kind, what of and amount: <c>4 Earned revenue SO-17/1 2026-01-01/2026-03-31: CNY -10.00, reverses 2</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Number) + " " + Kind + (Component is null ? "" : " " + Component) + (Line is { } line ? " " + line : "")
        + (_ratedIn is { } ratedIn ? " of " + ratedIn : "") + (Period is { } period ? " " + period : "") + ": " + Amount
        + (Reverses is { } number ? ", reverses " + InvariantText.Number(number) : "") + (Event is null ? "" : ", " + Event);
}
