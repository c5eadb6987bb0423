using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>One instalment of an invoice: how much, and when it is due.</summary>
/// <remarks>A line of a <see cref="PaymentSchedule"/>. Immutable. Equality is by reference.</remarks>
public sealed class ScheduledInstalment
{
    private readonly DueDays _days;
    private readonly Explanation _amount;

    internal ScheduledInstalment(int number, PaymentInstalment instalment, Money amount, DueDays days, Explanation explained)
    {
        Number = number;
        Instalment = instalment;
        Amount = amount;
        _days = days;
        _amount = explained;
    }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; }

    /// <summary>The share and the rule.</summary>
    public PaymentInstalment Instalment { get; }

    /// <summary>How much.</summary>
    public Money Amount { get; }

    /// <summary>The last day in time.</summary>
    public LocalDate DueDate => _days.Date;

    /// <summary>Where the amount comes from.</summary>
    /// <returns>The explanation, whose figure is the amount.</returns>
    public Explanation Explain() => _amount;

    /// <summary>Where the day comes from, step by step.</summary>
    /// <returns>The explanation, whose figure is the day.</returns>
    public Explanation ExplainDueDate() => _days.Explain();

    /// <summary>Amount and day: <c>CNY 300.00 due 2026-03-31</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Amount + " due " + InvariantText.Date(DueDate);
}
