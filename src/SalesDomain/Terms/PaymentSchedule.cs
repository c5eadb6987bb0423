using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What terms mean for one invoice: amount and day of each instalment, and until when each discount may be taken.</summary>
/// <remarks>
/// Amounts are parts of one <see cref="Apportionment"/> in minor units and sum to the invoice; of equal remainders the earlier instalment
/// takes the cent. Immutable. Equality is by reference.
/// </remarks>
public sealed class PaymentSchedule
{
    private readonly ScheduledInstalment[] _instalments;
    private readonly DueDays[] _discounts;

    internal PaymentSchedule(PaymentTerms terms, Money amount, LocalDate baseline, WorkCalendar calendar)
    {
        Terms = terms;
        Amount = amount;
        Baseline = baseline;
        PaymentInstalment[] parts = [.. terms.Instalments];
        var amounts = parts.Length == 1 ? [amount]
            : Apportionment.ToMinorUnit.Split(amount, parts.Select(part => part.Share.Fraction));
        _instalments =
        [
            .. parts.Select((part, i) => new ScheduledInstalment(
                i + 1, part, amounts[i], new DueDays(terms, part.Due, baseline, calendar), Explained(parts, i, amount, amounts[i]))),
        ];
        _discounts = [.. terms.Discounts.Select(rung => new DueDays(terms, rung.Until, baseline, calendar))];
    }

    /// <summary>The terms.</summary>
    public PaymentTerms Terms { get; }

    /// <summary>What the invoice comes to.</summary>
    public Money Amount { get; }

    /// <summary>The day that is counted from.</summary>
    public LocalDate Baseline { get; }

    /// <summary>The instalments, in the order of the terms.</summary>
    public IReadOnlyList<ScheduledInstalment> Instalments => Array.AsReadOnly(_instalments);

    /// <summary>The last day for each discount, in the order of the terms; it is in time itself.</summary>
    public IReadOnlyList<LocalDate> DiscountDays => Array.AsReadOnly(Array.ConvertAll(_discounts, days => days.Date));

    /// <summary>The day on which all is due.</summary>
    public LocalDate DueDate => _instalments.Max(instalment => instalment.DueDate);

    /// <summary>How much is due on a day or was before: what is overdue is what of it is not paid on the day after.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The sum of the instalments whose day is not after it.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public Money DueBy(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        return Money.Sum(
            Amount.Currency, _instalments.Where(instalment => instalment.DueDate <= on).Select(instalment => instalment.Amount));
    }

    /// <summary>That the instalments sum to the invoice.</summary>
    /// <returns>The explanation, whose figure is the amount of the invoice.</returns>
    public Explanation Explain() =>
        Node("invoice", Amount, Operation.Sum, [.. _instalments.Select(instalment => instalment.Explain())]);

    /// <summary>The instalments: <c>CNY 300.00 due 2026-03-31; CNY 700.00 due 2026-05-30</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join("; ", _instalments.Select(instalment => instalment.ToString()));

    private static Explanation Explained(PaymentInstalment[] parts, int part, Money whole, Money amount)
    {
        var name = "instalment " + InvariantText.Number(part + 1);
        return parts.Length == 1 ? Fact("invoice", whole)
            : Node(
                name, amount, Operation.Share(Apportionment.ToMinorUnit, part),
                [
                    Fact("invoice", whole),
                    .. parts.Select((each, i) => Constant("share " + InvariantText.Number(i + 1), each.Share.Fraction)),
                ]);
    }
}
