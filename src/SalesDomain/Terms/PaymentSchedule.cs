using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What terms mean for one invoice: amount and day of each instalment, and until when its discounts may be taken.</summary>
/// <remarks>
/// Amounts are parts of one <see cref="Apportionment"/> in minor units and sum to the invoice; of equal remainders the earlier instalment
/// takes the cent. Immutable. Equality is by reference.
/// </remarks>
public sealed class PaymentSchedule
{
    private readonly ScheduledInstalment[] _instalments;

    internal PaymentSchedule(
        PaymentTerms terms, Money amount, (TermsBaseline Baseline, LocalDate Date)[] dates, WorkCalendar calendar)
    {
        Terms = terms;
        Amount = amount;
        PaymentInstalment[] parts = [.. terms.Instalments];
        var split = new InstalmentSplit(parts, Fact("invoice", amount), amount);
        _instalments =
        [
            .. parts.Select((part, i) => new ScheduledInstalment(
                i + 1, part, split.Amount(i), DateOf(part.Terms.Baseline!.Value), calendar, split.Explain(i))),
        ];
        Undated = Sum(instalment => instalment.DueDate is null);

        LocalDate? DateOf(TermsBaseline baseline) =>
            Array.FindIndex(dates, each => each.Baseline == baseline) is var at and >= 0 ? dates[at].Date : null;
    }

    /// <summary>The terms.</summary>
    public PaymentTerms Terms { get; }

    /// <summary>What the invoice comes to.</summary>
    public Money Amount { get; }

    /// <summary>The instalments, in the order of the terms.</summary>
    public IReadOnlyList<ScheduledInstalment> Instalments => Array.AsReadOnly(_instalments);

    /// <summary>The day on which all is due; null while an instalment has no day.</summary>
    public LocalDate? DueDate =>
        Array.TrueForAll(_instalments, instalment => instalment.DueDate is not null)
            ? _instalments.Max(instalment => instalment.DueDate) : null;

    /// <summary>The sum of the instalments that have no day, because the date that they count from is not known.</summary>
    public Money Undated { get; }

    /// <summary>How much is due on a day or was before: what is overdue is what of it is not paid on the day after.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The sum of the instalments whose day is not after it; one without a day is not due.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public Money DueBy(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        return Sum(instalment => instalment.DueDate <= on);
    }

    /// <summary>That the instalments sum to the invoice.</summary>
    /// <returns>The explanation, whose figure is the amount of the invoice.</returns>
    public Explanation Explain() =>
        Node("invoice", Amount, Operation.Sum, [.. _instalments.Select(instalment => instalment.Explain())]);

    /// <summary>The instalments: <c>CNY 300.00 due 2026-03-31; CNY 700.00 due 2026-05-30</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("; ", _instalments.Select(instalment => instalment.ToString()));

    private Money Sum(Func<ScheduledInstalment, bool> chosen) =>
        Money.Sum(Amount.Currency, _instalments.Where(chosen).Select(instalment => instalment.Amount));
}
