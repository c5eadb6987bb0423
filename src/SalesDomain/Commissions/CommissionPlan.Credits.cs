using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionPlan
{
    /// <summary>Sums credits of many payees as they come, without keeping them.</summary>
    /// <typeparam name="TPayee">The type of those who are paid.</typeparam>
    /// <param name="period">The measurement period, with both days.</param>
    /// <returns>The sums, to be added to.</returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> is open.</exception>
    /// <exception cref="InvalidOperationException">
    /// The scope of a measure speaks of groups, classes or categories, which no line states.
    /// </exception>
    public CommissionFiguresBuilder<TPayee> Figures<TPayee>(DateSpan period)
        where TPayee : notnull =>
        new(new CompiledPlan(this, Checked(period), subject: null));

    /// <summary>Sums credits of many payees as they come, where scopes speak of more than a line states.</summary>
    /// <typeparam name="TPayee">The type of those who are paid.</typeparam>
    /// <param name="period">The measurement period, with both days.</param>
    /// <param name="subject">What is known of a line: its category, the groups and the class of its customer.</param>
    /// <returns>The sums, to be added to.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="period"/> is open.</exception>
    public CommissionFiguresBuilder<TPayee> Figures<TPayee>(DateSpan period, Func<SalesLine, ScopeSubject> subject)
        where TPayee : notnull =>
        new(new CompiledPlan(this, Checked(period), Guard.Against.Null(subject)));

    /// <summary>What a payee's commission is computed from, with the credits kept, so that what is earned can be told by credit.</summary>
    /// <param name="period">The measurement period, with both days.</param>
    /// <param name="credits">The payee's credits, in any order; what lies outside the period or a component does not count.</param>
    /// <returns>The sums by component. Figures that are given elsewhere are added to it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="credits"/> or a credit is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> is open, or a line is credited twice in one capacity by one rule.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// The scope of a measure speaks of groups, classes or categories, which no line states.
    /// </exception>
    public CommissionFigures Sum(DateSpan period, IEnumerable<SalesCredit> credits)
    {
        Guard.Against.Null(credits);
        return Sum(new CompiledPlan(this, Checked(period), subject: null), credits);
    }

    /// <summary>The same, where scopes speak of more than a line states.</summary>
    /// <param name="period">The measurement period, with both days.</param>
    /// <param name="credits">The payee's credits, in any order; what lies outside the period or a component does not count.</param>
    /// <param name="subject">What is known of a line: its category, the groups and the class of its customer.</param>
    /// <returns>The sums by component. Figures that are given elsewhere are added to it.</returns>
    /// <exception cref="ArgumentNullException">An argument or a credit is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> is open, or a line is credited twice in one capacity by one rule.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    public CommissionFigures Sum(DateSpan period, IEnumerable<SalesCredit> credits, Func<SalesLine, ScopeSubject> subject)
    {
        Guard.Against.Null(credits);
        return Sum(new CompiledPlan(this, Checked(period), Guard.Against.Null(subject)), credits);
    }

    internal static CommissionFigures Sum(CompiledPlan plan, IEnumerable<SalesCredit> credits)
    {
        var kept = new List<SalesCredit>();
        var seen = new HashSet<(LineId Line, Stage? Stage, LineId? InvoiceLine, CreditKind Kind, string Rule)>();
        var tallies = new PayeeTallies(plan);
        foreach (var credit in credits)
        {
            if (credit is null)
                throw new ArgumentNullException(nameof(credits));

            if (!seen.Add((credit.Line, credit.Sale?.Stage, credit.InvoiceLine?.Id, credit.Kind, credit.Rule)))
                throw Guards.Invalid(nameof(credits), credit.ToString(), "must have each credit once");

            kept.Add(credit);
            if (credit.Sale is { } sale)
                tallies.Add(sale, credit.Original, credit.Share, credit.Kind);
            else
                tallies.Add(credit.Receipt!, credit.OriginalReceipt, credit.ReceiptPart, credit.Share, credit.Kind);
        }

        return tallies.ToFigures(new KeptCredits(plan, kept));
    }

    private static DateSpan Checked(DateSpan period) =>
        period.Start is not null && period.End is not null ? period
            : throw Guards.Invalid(nameof(period), period.ToString(), "must have a first and a last day");
}
