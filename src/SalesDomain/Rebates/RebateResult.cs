using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What one rebate of an agreement gives for one period, and every figure on the way to it.</summary>
/// <remarks>
/// <para>
/// The steps are those of <see cref="Rebates.Rebate"/>. What the steps of the scale give is exact; it is rounded once, after the
/// conditions, by the rounding of the agreement. Where a target, a base period or an amount is missing nothing is earned, and the reasons
/// say so.
/// </para>
/// <para>
/// Reasons: <c>rebate.no-target</c>, <c>rebate.no-base</c> (period), <c>rebate.amount-unknown</c> (lines),
/// <c>rebate.below-first-step</c> (level), <c>rebate.score-missing</c> (indicator, weight), <c>rebate.capped</c> (earned, cap),
/// <c>rebate.condition-not-met</c> (condition, times, share), <c>rebate.condition-not-proven</c> (condition, share),
/// <c>rebate.guaranteed</c> (earned, given), <c>rebate.clawed-back</c> (share, amount), <c>rebate.below-minimum</c> (due, least).
/// </para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class RebateResult
{
    private readonly AgreementTurnover _turnover;
    private readonly RebatePlan _plan;
    private readonly RebateShare[] _shares;
    private readonly Reason[] _reasons;

    internal RebateResult(
        AgreementTurnover turnover, RebatePlan plan, FiscalPeriod period, RebateSteps steps, RebateShare[] shares, List<Reason> reasons,
        bool isOpen)
    {
        _turnover = turnover;
        _plan = plan;
        _shares = shares;
        _reasons = [.. reasons];
        Period = period;
        Steps = steps;
        IsOpen = isOpen;
        PeriodBefore = period.Year > 1 ? period.InYear(period.Year - 1) : null;
    }

    /// <summary>The agreement.</summary>
    public RebateAgreement Agreement => _turnover.Agreement;

    /// <summary>The rebate.</summary>
    public Rebate Rebate => _plan.Rebate;

    /// <summary>The period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>Whether days of the period that belong to the agreement are still to come.</summary>
    public bool IsOpen { get; }

    /// <summary>
    /// What chooses the step: what is sold, less the base period where there is one, or how many families are bought; absent where it is
    /// not known.
    /// </summary>
    public Figure Level => Steps.Level is { } level ? RebateFigure.OfLevel(Rebate.Level, level, Currency) : Figure.Absent;

    /// <summary>The target, or of growth the base period; absent where there is none.</summary>
    public Figure Against => Steps.Against is { } against ? RebateFigure.OfLevel(Rebate.Level, against, Currency) : Figure.Absent;

    /// <summary>Level ÷ target or base period, to 28 digits; null where levels are absolute or it is not known.</summary>
    public Percentage? Ratio =>
        Steps is { Level: { } level, Against: { } against } ? Percentage.Ratio(level, against) : null;

    /// <summary>What is paid on; absent where it is not known or amounts are fixed.</summary>
    public Figure Basis =>
        Steps.Basis is { } basis ? RebateFigure.Of(Rebate.Basis!.Measure, basis, Currency) : Figure.Absent;

    /// <summary>The benefit of the step reached; null below the first.</summary>
    public RebateBenefit? Reached => Steps.Scale.IsReached ? Rebate.Scale.Table.Benefits[Steps.Scale.Step] : null;

    /// <summary>What the steps give, exact.</summary>
    public Money Tiered => Of(Steps.Tiered);

    /// <summary>The scores of the indicators by their weights; 100 % of a volume rebate.</summary>
    public Percentage Score => Percentage.FromFraction(Steps.Score);

    /// <summary>What is left by the scores and the caps, exact.</summary>
    public Money Capped => Of(Steps.Capped);

    /// <summary>How each condition was judged, in their order.</summary>
    public IReadOnlyList<JudgedCondition> Conditions => Array.AsReadOnly(Steps.Conditions);

    /// <summary>What is lost by conditions that were broken, exact.</summary>
    public Money Withheld => Of(Steps.Withheld);

    /// <summary>What is held back for conditions that are not proven, exact; it is earned once they are.</summary>
    public Money Pending => Of(Steps.Pending);

    /// <summary>What is left of the caps after the conditions, rounded.</summary>
    public Money Kept => Of(Steps.Rounded);

    /// <summary>That with the guarantee.</summary>
    public Money Guaranteed => Of(Steps.Guaranteed);

    /// <summary>What the rebates gave that this is net of.</summary>
    public Money Netted => Of(Steps.Netted);

    /// <summary>What is taken back of earlier periods.</summary>
    public Money ClawedBack => Of(Steps.ClawedBack);

    /// <summary>What is earned for the period. What is below a least payout that is not carried is not.</summary>
    public Money Earned => Of(Steps.Earned);

    /// <summary>What earlier periods left below the least payout.</summary>
    public Money CarriedIn => Of(Steps.CarriedIn);

    /// <summary>What may be paid for the period: what is earned with what was carried, where that is the least payout.</summary>
    public Money Payable => Of(Steps.Payable);

    /// <summary>What is left for the next period.</summary>
    public Money CarriedOut => Of(Steps.CarriedOut);

    /// <summary>What is earned, by customer: of a group by its payout, in the order of its members. They sum to what is earned.</summary>
    public IReadOnlyList<RebateShare> Shares => Array.AsReadOnly(_shares);

    /// <summary>
    /// The goods and the equipment that the steps give; none where nothing is earned. Caps and conditions lower what is booked for them.
    /// </summary>
    public IReadOnlyList<RebateGoods> Goods => Array.AsReadOnly(Steps.Earned > 0m ? GoodsReached() : []);

    /// <summary>Why it is what it is: see the remarks.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    internal RebateSteps Steps { get; }

    internal AgreementTurnover Turnover => _turnover;

    /// <summary>The base period, where there is one.</summary>
    internal FiscalPeriod? PeriodBefore { get; }

    private Currency Currency => Agreement.Currency;

    /// <summary>How what is earned follows from the lines: down to sums of them.</summary>
    /// <returns>The explanation, whose figure is <see cref="Earned"/>.</returns>
    public Explanation Explain() => new RebateExplanation(this, _plan, lines: null).ExplainEarned();

    /// <summary>How what is earned follows from the lines: down to each of them.</summary>
    /// <param name="lines">
    /// The lines that were summed, in any order. Those of other customers and periods do no harm; later ones of the same period do.
    /// </param>
    /// <returns>The explanation, whose figure is <see cref="Earned"/>; it does not verify where lines are missing or more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or one of them is null.</exception>
    public Explanation Explain(IEnumerable<SalesLine> lines) => new RebateExplanation(this, _plan, Copy(lines)).ExplainEarned();

    /// <summary>How the share of a customer follows from what is earned, and of a group from what each member bought.</summary>
    /// <param name="customer">The customer of the agreement, or a member of its group.</param>
    /// <returns>The explanation, whose figure is its amount of <see cref="Shares"/>; zero by the rule for a customer without one.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public Explanation ExplainShare(CustomerId customer) =>
        new RebateExplanation(this, _plan, lines: null).ExplainShare(Identifier.Given(customer));

    /// <summary>How the share of a customer follows from the lines: down to each of them.</summary>
    /// <param name="customer">The customer of the agreement, or a member of its group.</param>
    /// <param name="lines">
    /// The lines that were summed, in any order. Those of other customers and periods do no harm; later ones of the same period do.
    /// </param>
    /// <returns>
    /// The explanation, whose figure is its amount of <see cref="Shares"/>; it does not verify where lines are missing or more.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public Explanation ExplainShare(CustomerId customer, IEnumerable<SalesLine> lines) =>
        new RebateExplanation(this, _plan, Copy(lines)).ExplainShare(Identifier.Given(customer));

    /// <summary>How what may be paid follows from what is earned and what was carried.</summary>
    /// <returns>The explanation, whose figure is <see cref="Payable"/>.</returns>
    public Explanation ExplainPayable() => new RebateExplanation(this, _plan, lines: null).ExplainPayable();

    /// <summary>Rebate, period and what is earned: <c>monthly 2026-M03: CNY 300.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Rebate.Name + " " + Period + ": " + Earned;

    private Money Of(decimal amount) => new(amount, Currency);

    private static SalesLine[] Copy(IEnumerable<SalesLine> lines)
    {
        Guard.Against.Null(lines);
        SalesLine[] copy = [.. lines];
        Array.ForEach(copy, line => Guard.Against.Null(line, nameof(lines)));
        return copy;
    }

    private RebateGoods[] GoodsReached()
    {
        var table = Rebate.Scale.Table;
        if (!Steps.Scale.IsReached || Rebate.Scale.BenefitKind is not (
            RebateBenefitKind.Goods or RebateBenefitKind.GoodsPerPortion or RebateBenefitKind.Equipment))
        {
            return [];
        }

        var portions = Rebate.Scale.BenefitKind == RebateBenefitKind.GoodsPerPortion ? table.Portions(Steps.Basis ?? 0m) : 1m;
        return
        [
            .. table.Benefits.Take(Steps.Scale.Step + 1).Skip(table.FirstPaid(Steps.Scale.Step))
                .Select(benefit => new RebateGoods(
                    benefit.Product!.Value, new Quantity(benefit.Free!.Value.Amount * portions, benefit.Free.Value.Unit),
                    benefit.Amount!.Value * portions)),
        ];
    }
}
