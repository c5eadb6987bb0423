using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>Calculates the rebates of one agreement, in their order and each over its periods.</summary>
internal sealed partial class RebateRun
{
    // What a caller of the statement calls them.
    private const string Figures = "figures";

    private readonly AgreementTurnover _turnover;
    private readonly RebateAgreement _agreement;
    private readonly RebateFigures _figures;
    private readonly LocalDate _asOf;
    private readonly List<RebateResult> _results = [];

    internal RebateRun(AgreementTurnover turnover, RebateFigures figures, LocalDate asOf)
    {
        _turnover = turnover;
        _agreement = turnover.Agreement;
        _figures = figures;
        _asOf = asOf;
    }

    internal RebateResult[] Evaluate()
    {
        foreach (var plan in _turnover.Plan.Rebates)
        {
            var ofRebate = _results.Count;
            var periods = Periods(plan);
            for (var i = 0; i < periods.Count; i++)
                _results.Add(Evaluate(plan, periods[i], ofRebate));
        }

        return [.. _results];
    }

    private IReadOnlyList<FiscalPeriod> Periods(RebatePlan plan)
    {
        var calendar = _agreement.Calendar;
        var start = _agreement.Span.Start ?? _turnover.Range(plan)?.First.Start;
        var end = _agreement.Span.End is { } last && last < _asOf ? last : _asOf;
        return start is { } first && first <= end ? calendar.Periods(plan.Rebate.Period, new DateSpan(first, end)) : [];
    }

    private RebateResult Evaluate(RebatePlan plan, FiscalPeriod period, int ofRebate)
    {
        var rebate = plan.Rebate;
        var steps = new RebateSteps();
        var reasons = new List<Reason>();
        ReadLevel(plan, period, steps, reasons);
        ReadBasis(plan, period, steps, reasons);
        ApplyScale(rebate, steps, reasons);
        ApplyScores(rebate, period, steps, reasons);
        ApplyCaps(plan, period, steps, reasons);
        ApplyConditions(plan, period, steps, reasons);
        steps.Rounded = Rounded(steps.Kept);
        ApplyGuarantee(rebate, period, ofRebate, steps, reasons);
        ApplyNetting(rebate, period, steps);
        ApplyClawBack(rebate, period, ofRebate, steps, reasons);
        ApplyMinimum(rebate, ofRebate, steps, reasons);
        var lastDay = _agreement.Span.End is { } end && end < period.End ? end : period.End;
        return new RebateResult(_turnover, plan, period, steps, Shares(plan, period, steps), reasons, _asOf < lastDay);
    }

    private void ReadLevel(RebatePlan plan, FiscalPeriod period, RebateSteps steps, List<Reason> reasons)
    {
        var level = plan.Rebate.Level;
        if (level.Kind == RebateLevelKind.Families)
        {
            steps.Families = Sums(plan, plan.Families, period);
            if (Array.TrueForAll(steps.Families, family => Known(family, reasons)))
                steps.Level = level.Families.Where((family, i) => ConditionSums.IsBought(family, steps.Families[i])).Count();
            return;
        }

        steps.Sold = _turnover.Sum(plan, plan.Level, period);
        var isKnown = Known(steps.Sold, reasons);
        if (level.Kind == RebateLevelKind.Attainment)
        {
            var target = _figures.Target(plan.Rebate.Name, period) ?? level.Target;
            RequireMeasure(target, level.Measure!, Figures);
            if (target is not { Amount: > 0m } given)
            {
                reasons.Add(new Reason("rebate.no-target", ("period", period.Label)));
                return;
            }

            steps.Against = given.Amount;
        }

        if (level.HasBase)
        {
            (steps.Before, steps.SoldBefore) = Base(plan, plan.Level, level.Measure!, period, reasons);
            if (steps.Before is not { } before)
                return;

            if (level.Kind == RebateLevelKind.Growth)
            {
                if (before <= 0m)
                {
                    reasons.Add(new Reason("rebate.no-base", ("period", period.Label)));
                    return;
                }

                steps.Against = before;
            }
        }

        if (isKnown)
            steps.Level = steps.Sold.Amount - (steps.Before ?? 0m);
    }

    private (decimal? Amount, SlotSum? Sum) Base(
        RebatePlan plan, int slot, Measure measure, FiscalPeriod period, List<Reason> reasons)
    {
        if (_figures.Base(plan.Rebate.Name, period) is { } given && given.Measure == measure)
        {
            RequireMeasure(given, measure, Figures);
            return (given.Amount, null);
        }

        var before = period.Year > 1 ? period.InYear(period.Year - 1) : null;
        if (before is not { } year)
        {
            reasons.Add(new Reason("rebate.no-base", ("period", period.Label)));
            return (null, null);
        }

        var sum = _turnover.SumOfBase(plan, slot, year);
        return Known(sum, reasons) ? (sum.Amount, sum) : (null, sum);
    }

    private void ReadBasis(RebatePlan plan, FiscalPeriod period, RebateSteps steps, List<Reason> reasons)
    {
        if (plan.Rebate.Basis is not { } basis)
            return;

        steps.PaidOn = _turnover.Sum(plan, plan.Basis, period);
        var isKnown = plan.Basis == plan.Level ? steps.PaidOn.Unknown == 0 : Known(steps.PaidOn, reasons);
        if (basis.IsIncrease)
        {
            (steps.PaidOnBase, steps.PaidOnBefore) = plan.Basis == plan.Level && plan.Rebate.Level.HasBase
                ? (steps.Before, steps.SoldBefore) : Base(plan, plan.Basis, basis.Measure, period, reasons);
            isKnown &= steps.PaidOnBase is not null;
        }

        if (!isKnown)
            return;

        steps.Increase = steps.PaidOn.Amount - (steps.PaidOnBase ?? 0m);
        if (plan.Rebate.IsReduced)
        {
            steps.Reducing = ResultsWithin(period, other => other.ReducesOthers && other.Name != plan.Rebate.Name);
            steps.Reduction = steps.Reducing.Sum(result => result.Earned.Amount);
        }

        steps.Basis = steps.Increase - steps.Reduction;
    }

    private void ApplyScale(Rebate rebate, RebateSteps steps, List<Reason> reasons)
    {
        if (steps.Level is not { } level || (rebate.Basis is not null && steps.Basis is null))
            return;

        steps.Scale = rebate.Scale.Table.Evaluate(
            new ScaleFigures(level, steps.Against ?? 1m, steps.Basis ?? 1m, rebate.IsOneMeasure, rebate.AllowsNegative));
        steps.Tiered = steps.Scale.Result;
        if (!steps.Scale.IsReached)
            reasons.Add(new Reason("rebate.below-first-step", ("level", RebateFigure.OfLevel(rebate.Level, level, _agreement.Currency))));
    }

    /// <summary>The results so far of some rebates, of the periods that lie within one.</summary>
    private RebateResult[] ResultsWithin(FiscalPeriod period, Func<Rebate, bool> isMeant) =>
        [.. _results.Where(result => isMeant(result.Rebate) && IsWithin(period, result.Period))];

    private bool IsWithin(FiscalPeriod whole, FiscalPeriod part) =>
        _agreement.Calendar.IsMadeUp(whole.Kind, part.Kind) ? whole.Contains(part.End)
            : whole.Kind == FiscalPeriodKind.Year && part.Year == whole.Year;

    private decimal Rounded(decimal amount) => _agreement.Rounding.RoundAmount(amount, _agreement.Currency);

    private Money Of(decimal amount) => new(amount, _agreement.Currency);

    private SlotSum[] Sums(RebatePlan plan, int[] slots, FiscalPeriod period) =>
        Array.ConvertAll(slots, slot => _turnover.Sum(plan, slot, period));

    private static bool Known(SlotSum sum, List<Reason> reasons)
    {
        if (sum.Unknown > 0)
            reasons.Add(new Reason("rebate.amount-unknown", ("lines", (decimal)sum.Unknown)));

        return sum.Unknown == 0;
    }

    private void RequireMeasure(Measured? given, Measure measure, string parameterName)
    {
        if (given is not { } figure)
            return;
        if (figure.Measure != measure)
            throw Guards.Invalid(parameterName, figure.ToString(), "must be of " + measure);
        if (measure.Kind == FigureKind.Money && figure.Money.Currency != _agreement.Currency)
            throw new CurrencyMismatchException(_agreement.Currency, figure.Money.Currency, parameterName);
    }
}
