using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class EarningSchedule
{
    /// <summary>
    /// How an earning of the schedule came about: what is earned by the last day of its period less what was before the first.
    /// </summary>
    /// <param name="result">The commissions that the earning is of.</param>
    /// <param name="deals">The facts of the deals, as they were when the earning was made.</param>
    /// <param name="earning">What <see cref="ToEarnings(CommissionResult, DealBook, DateSpan)"/> gave, with the account or without.</param>
    /// <returns>
    /// The explanation, whose figure is the amount: each stage with its part, its progress, the receipts where these count by days, and the
    /// commission with rate and base. What an account had entered of the periods before is a figure, where the facts say another: that of
    /// the earning's reason <c>commission.known-late</c>.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="earning"/> is not known, or is not what the schedule gives of the result by these facts.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A fact of a deal is in another currency than its order.</exception>
    public Explanation Explain(CommissionResult result, DealBook deals, CommissionEarning earning)
    {
        Guard.Against.Null(result);
        Guard.Against.Null(deals);
        Guard.Against.Null(earning);
        var key = earning.Key;
        var settled = new SettledResults([result], this, deals, earning);
        return (earning.IsKnown ? settled.Explain("earned", key, earning.Period, earning.Amount) : null)
            ?? throw Guards.Invalid(nameof(earning), earning.ToString(), "must be what the schedule gives of the result by these facts");
    }
}
