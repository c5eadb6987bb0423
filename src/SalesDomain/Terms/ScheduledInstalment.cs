using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>One instalment of an invoice: how much, and when it is due.</summary>
/// <remarks>
/// <para>
/// Codes of the reasons. <c>terms.not-due-yet</c>: counted from, amount; the date that the instalment counts from was not given.
/// </para>
/// <para>A line of a <see cref="PaymentSchedule"/>. Immutable. Equality is by reference.</para>
/// </remarks>
public sealed class ScheduledInstalment
{
    private readonly DueDays? _days;
    private readonly LocalDate[] _discountDays;
    private readonly Explanation _amount;
    private readonly Reason[] _reasons;

    internal ScheduledInstalment(
        int number, PaymentInstalment instalment, Money amount, LocalDate? baseline, WorkCalendar calendar, Explanation explained)
    {
        Number = number;
        Instalment = instalment;
        Amount = amount;
        Baseline = baseline;
        _amount = explained;
        var terms = instalment.Terms;
        _days = baseline is { } from ? new DueDays(terms, instalment.Due, from, calendar) : null;
        _discountDays = baseline is { } day ? [.. terms.Discounts.Select(rung => terms.LastDayOf(rung.Until, day, calendar))] : [];
        _reasons = baseline is not null ? []
            : [new Reason("terms.not-due-yet", ("counted from", PaymentTerms.BaselineText(terms.Baseline!.Value)), ("amount", amount))];
    }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; }

    /// <summary>The share and its terms.</summary>
    public PaymentInstalment Instalment { get; }

    /// <summary>How much.</summary>
    public Money Amount { get; }

    /// <summary>The day that is counted from; null while it is not known, as that of an acceptance to come.</summary>
    public LocalDate? Baseline { get; }

    /// <summary>The last day in time; null while the day that is counted from is not known.</summary>
    public LocalDate? DueDate => _days?.Date;

    /// <summary>The last day for each discount of the instalment, in their order; it is in time itself.</summary>
    public IReadOnlyList<LocalDate> DiscountDays => Array.AsReadOnly(_discountDays);

    /// <summary>Why it has no day; none where it has one.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Where the amount comes from.</summary>
    /// <returns>The explanation, whose figure is the amount.</returns>
    public Explanation Explain() => _amount;

    /// <summary>Where the day comes from, step by step.</summary>
    /// <returns>The explanation, whose figure is the day; without one, a figure that is absent, by the name of the reason.</returns>
    public Explanation ExplainDueDate() => _days?.Explain() ?? Fact(_reasons[0].Code, Figure.Absent);

    /// <summary>
    /// Amount and day: <c>CNY 300.00 due 2026-03-31</c>; without a day <c>CNY 300.00 not due yet, counted from acceptance</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Amount + (DueDate is { } day ? " due " + InvariantText.Date(day)
            : " not due yet, counted from " + PaymentTerms.BaselineText(Instalment.Terms.Baseline!.Value));
}
