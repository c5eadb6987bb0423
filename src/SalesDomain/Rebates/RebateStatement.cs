using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What an agreement has earned by a day: every rebate of every period, from the first to that of the day.</summary>
/// <remarks>
/// It is computed from the turnover alone, whatever was settled before: what is still to be given is what is earned less that. Immutable.
/// </remarks>
public sealed class RebateStatement
{
    private readonly RebateResult[] _results;

    private RebateStatement(AgreementTurnover turnover, RebateFigures figures, LocalDate asOf)
    {
        Turnover = turnover;
        Figures = figures;
        AsOf = asOf;
        _results = new RebateRun(turnover, figures, asOf).Evaluate();
        Earned = Money.Sum(turnover.Agreement.Currency, _results.Select(result => result.Earned));
    }

    /// <summary>The agreement.</summary>
    public RebateAgreement Agreement => Turnover.Agreement;

    /// <summary>What its lines come to.</summary>
    public AgreementTurnover Turnover { get; }

    /// <summary>What else is known.</summary>
    public RebateFigures Figures { get; }

    /// <summary>The last day that counts.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The results, in the order of the rebates and of each in the order of time.</summary>
    public IReadOnlyList<RebateResult> Results => Array.AsReadOnly(_results);

    /// <summary>What all of them earn.</summary>
    public Money Earned { get; }

    /// <summary>What each customer has of it, in the order of the members.</summary>
    public IReadOnlyList<RebateShare> Shares =>
    [
        .. _results.SelectMany(result => result.Shares).GroupBy(share => share.Customer)
            .Select(group => new RebateShare(group.Key, Money.Sum(Agreement.Currency, group.Select(share => share.Amount)))),
    ];

    /// <summary>The statement of a turnover.</summary>
    /// <param name="turnover">What the lines come to, up to the day.</param>
    /// <param name="figures">Targets, base periods, proofs and scores; <see cref="RebateFigures.None"/> where nothing is known.</param>
    /// <param name="asOf">The last day that counts: periods that begin after it have no result, and the one it lies in is open.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="turnover"/> or <paramref name="figures"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A figure is under a name that the agreement does not have, or of another measure than the level; or the day is not of the ISO
    /// calendar.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A figure is in another currency than the agreement.</exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public static RebateStatement Of(AgreementTurnover turnover, RebateFigures figures, LocalDate asOf)
    {
        Guard.Against.Null(turnover);
        Guard.Against.Null(figures);
        Guard.Against.OtherCalendar(asOf);
        figures.RequireNames(turnover.Agreement, nameof(figures));
        return new RebateStatement(turnover, figures, asOf);
    }

    /// <summary>The result of one rebate of one period.</summary>
    /// <param name="rebate">The name of the rebate.</param>
    /// <param name="period">The period.</param>
    /// <returns>The result, or null where the statement has none: the period begins after the day, or is outside the agreement.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebate"/> is null.</exception>
    /// <exception cref="ArgumentException">The agreement has no rebate of that name.</exception>
    public RebateResult? ResultOf(string rebate, FiscalPeriod period)
    {
        var named = Agreement.Named(rebate, nameof(rebate));
        return Array.Find(_results, result => result.Rebate.Name == named.Name && result.Period == period);
    }

    /// <summary>The results of one rebate, in the order of time.</summary>
    /// <param name="rebate">The name of the rebate.</param>
    /// <returns>The results.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebate"/> is null.</exception>
    /// <exception cref="ArgumentException">The agreement has no rebate of that name.</exception>
    public IReadOnlyList<RebateResult> ResultsOf(string rebate)
    {
        var named = Agreement.Named(rebate, nameof(rebate));
        return Array.AsReadOnly(Array.FindAll(_results, result => result.Rebate.Name == named.Name));
    }

    /// <summary>What is earned, as the sum of the results.</summary>
    /// <returns>The explanation, whose figure is <see cref="Earned"/>.</returns>
    public Explanation Explain() =>
        _results.Length == 0 ? Explanation.Constant("earned", Earned)
            : Explanation.Node("earned", Earned, Operation.Sum, Array.ConvertAll(_results, result => result.Explain()));

    /// <summary>The results, a line each, and the total.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        Agreement.Id + " as of " + InvariantText.Date(AsOf) + "\n" + string.Concat(_results.Select(result => result + "\n")) + Earned
        + "\n";
}
