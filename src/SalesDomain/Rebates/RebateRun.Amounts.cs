using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Rebates;

internal sealed partial class RebateRun
{
    private void ApplyScores(Rebate rebate, FiscalPeriod period, RebateSteps steps, List<Reason> reasons)
    {
        if (rebate.Indicators.Count > 0)
        {
            steps.Scores = [.. rebate.Indicators.Select(indicator => _figures.Score(indicator.Name, period))];
            steps.WeightedScores = new decimal[steps.Scores.Length];
            steps.Score = 0m;
            for (var i = 0; i < steps.Scores.Length; i++)
            {
                var indicator = rebate.Indicators[i];
                steps.WeightedScores[i] = indicator.Weight.Fraction * (steps.Scores[i]?.Fraction ?? 0m);
                steps.Score += steps.WeightedScores[i];
                if (steps.Scores[i] is null)
                    reasons.Add(new Reason("rebate.score-missing", ("indicator", indicator.Name), ("weight", indicator.Weight)));
            }
        }

        steps.Scored = steps.Tiered * steps.Score;
    }

    private void ApplyCaps(RebatePlan plan, FiscalPeriod period, RebateSteps steps, List<Reason> reasons)
    {
        steps.Capped = steps.Scored;
        if (plan.Rebate.CapPerUnit is { } perUnit)
        {
            steps.Units = _turnover.Sum(plan, plan.Units, period);
            steps.UnitCap = perUnit.Amount * steps.Units.Amount;
            steps.UnitCapUsed = Math.Max(0m, steps.UnitCap.Value);
            steps.Capped = Math.Min(steps.Capped, steps.UnitCapUsed);
        }

        if (plan.Rebate.Cap is { } cap)
            steps.Capped = Math.Min(steps.Capped, cap.Amount);

        if (steps.Capped != steps.Scored)
            reasons.Add(new Reason("rebate.capped", ("earned", Of(steps.Scored)), ("cap", Of(steps.Capped))));
    }

    private void ApplyConditions(RebatePlan plan, FiscalPeriod period, RebateSteps steps, List<Reason> reasons)
    {
        steps.Kept = steps.Capped;
        if (plan.Conditions.Length > 0)
            JudgeConditions(plan, period, steps, reasons);
    }

    private void JudgeConditions(RebatePlan plan, FiscalPeriod period, RebateSteps steps, List<Reason> reasons)
    {
        steps.Conditions = Array.ConvertAll(plan.Conditions, condition => Judge(plan, condition, period));
        steps.Times = Array.ConvertAll(steps.Conditions, judged => judged.Times);
        steps.Effects = Array.ConvertAll(steps.Conditions, judged => EffectOf(plan.Rebate.Withholding, judged));
        steps.LeftEachTime = Array.ConvertAll(steps.Conditions, judged => 1m - judged.Condition.Effect.Share.Fraction);
        steps.ShareLeft = Left(plan.Rebate.Withholding, steps.Effects, _ => true);
        steps.KeptShare = Math.Max(0m, steps.ShareLeft);
        steps.LostOrOpen = 1m - steps.KeptShare;
        steps.Lost = 1m - Math.Max(
            0m, Left(plan.Rebate.Withholding, steps.Effects, i => steps.Conditions[i].State == RebateProofState.NotMet));
        steps.Kept = steps.Capped * steps.KeptShare;
        steps.Withheld = steps.Capped * steps.Lost;
        steps.Pending = steps.Capped * (steps.LostOrOpen - steps.Lost);
        foreach (var judged in steps.Conditions)
        {
            var share = judged.Condition.Effect.Share;
            if (judged.State == RebateProofState.NotMet)
            {
                reasons.Add(new Reason(
                    "rebate.condition-not-met", ("condition", judged.Condition.Name), ("times", (decimal)judged.Times), ("share", share)));
            }
            else if (judged.State == RebateProofState.NotProven)
                reasons.Add(new Reason("rebate.condition-not-proven", ("condition", judged.Condition.Name), ("share", share)));
        }
    }

    private static decimal EffectOf(RebateWithholding withholding, JudgedCondition judged)
    {
        var share = judged.Condition.Effect.Share.Fraction;
        if (withholding == RebateWithholding.Additive)
            return share * judged.Times;

        var left = 1m;
        for (var i = 0; i < judged.Times; i++)
            left *= 1m - share;

        return left;
    }

    private static decimal Left(RebateWithholding withholding, decimal[] effects, Func<int, bool> counts)
    {
        var left = 1m;
        for (var i = 0; i < effects.Length; i++)
        {
            if (counts(i))
                left = withholding == RebateWithholding.Additive ? left - effects[i] : left * effects[i];
        }

        return left;
    }

    private JudgedCondition Judge(RebatePlan plan, ConditionPlan condition, FiscalPeriod period)
    {
        if (!condition.Condition.IsJudgedFromLines)
            return new JudgedCondition(condition.Condition, _figures.Proof(condition.Condition.Name, period), ConditionSums.None);

        var families = Sums(plan, condition.Families, period);
        var whole = condition.Whole < 0 ? default : _turnover.Sum(plan, condition.Whole, period);
        var sums = new ConditionSums(
            whole, condition.Focus < 0 ? default : _turnover.Sum(plan, condition.Focus, period),
            whole.Amount * (condition.Condition.LeastShare?.Fraction ?? 0m),
            families, condition.Condition.Families.Where((family, i) => ConditionSums.IsBought(family, families[i])).Count());
        return new JudgedCondition(condition.Condition, sums.Judge(condition.Condition), sums);
    }

    private void ApplyGuarantee(Rebate rebate, FiscalPeriod period, int ofRebate, RebateSteps steps, List<Reason> reasons)
    {
        steps.Guaranteed = steps.Rounded;
        if (rebate.Guarantee is not { } guarantee)
            return;

        var least = guarantee.Amount.Amount;
        if (guarantee.Kind == RebateGuaranteeKind.PerPeriod)
            steps.Guaranteed = Math.Max(steps.Rounded, least);
        else
        {
            var previous = PreviousIn(guarantee, period, ofRebate)?.Steps;
            steps.EarnedBefore = previous?.EarnedToDate ?? 0m;
            steps.EntitledBefore = previous?.EntitledToDate ?? 0m;
            steps.EarnedToDate = steps.EarnedBefore + steps.Rounded;
            steps.IsGuaranteeDue = guarantee.Kind == RebateGuaranteeKind.CumulativeFirst || IsLast(guarantee, period);
            steps.EntitledToDate = steps.IsGuaranteeDue ? Math.Max(steps.EarnedToDate, least) : steps.EarnedToDate;
            steps.Guaranteed = steps.EntitledToDate - steps.EntitledBefore;
        }

        if (steps.Guaranteed > steps.Rounded)
            reasons.Add(new Reason("rebate.guaranteed", ("earned", Of(steps.Rounded)), ("given", Of(steps.Guaranteed))));
    }

    /// <summary>The result of the period before, as far as the guarantee does not begin anew.</summary>
    private RebateResult? PreviousIn(RebateGuarantee guarantee, FiscalPeriod period, int ofRebate) =>
        _results.Count > ofRebate && _results[_results.Count - 1] is var previous
            && (guarantee.Within is not { } within || WholeOf(within, previous.Period) == WholeOf(within, period))
            ? previous : null;

    private bool IsLast(RebateGuarantee guarantee, FiscalPeriod period) =>
        (_agreement.Span.End is { } end && period.Contains(end))
        || (guarantee.Within is { } within && WholeOf(within, period) != WholeOf(within, period.Next()));

    // A week belongs to the year of its number.
    private FiscalPeriod WholeOf(FiscalPeriodKind within, FiscalPeriod period) =>
        within == FiscalPeriodKind.Year ? _agreement.Calendar.Year(period.Year) : _agreement.Calendar.PeriodOf(period.End, within);

    private void ApplyNetting(Rebate rebate, FiscalPeriod period, RebateSteps steps)
    {
        steps.Net = steps.AfterNetting = steps.Guaranteed;
        if (rebate.NetOf.Count == 0)
            return;

        steps.NetOf = ResultsWithin(period, other => rebate.NetOf.Contains(other.Name));
        steps.Netted = steps.NetOf.Sum(result => result.Earned.Amount);
        steps.AfterNetting = steps.Guaranteed - steps.Netted;

        // Taking off what others gave may leave nothing; it makes no amount that was negative before less.
        steps.LeastNet = Math.Min(0m, steps.Guaranteed);
        steps.Net = rebate.MayBeNetBelowZero ? steps.AfterNetting : Math.Max(steps.LeastNet, steps.AfterNetting);
    }

    private void ApplyClawBack(Rebate rebate, FiscalPeriod period, int ofRebate, RebateSteps steps, List<Reason> reasons)
    {
        steps.BeforeMinimum = steps.Net;
        if (steps.Conditions.Length == 0)
            return;

        var share = steps.Conditions
            .Where(judged => judged.State == RebateProofState.NotMet && judged.Condition.Effect.Kind == RebateEffectKind.ClawBack)
            .Sum(judged => judged.Condition.Effect.Share.Fraction * judged.Times);
        if (share > 0m)
        {
            steps.ClawBackShare = Math.Min(1m, share);
            steps.GivenInYear = _results.Skip(ofRebate).Where(result => result.Period.Year == period.Year)
                .Sum(result => result.Earned.Amount);
            steps.GivenToTakeBack = Math.Max(0m, steps.GivenInYear);
            steps.ClawBackExact = steps.GivenToTakeBack * steps.ClawBackShare;
            steps.ClawedBack = Rounded(steps.ClawBackExact);
            reasons.Add(new Reason(
                "rebate.clawed-back", ("share", Percentage.FromFraction(steps.ClawBackShare)), ("amount", Of(steps.ClawedBack))));
        }

        steps.BeforeMinimum = steps.Net - steps.ClawedBack;
    }

    private void ApplyMinimum(Rebate rebate, int ofRebate, RebateSteps steps, List<Reason> reasons)
    {
        steps.Earned = steps.Due = steps.Payable = steps.BeforeMinimum;
        if (rebate.Minimum is not { } minimum)
            return;

        steps.CarriedIn = _results.Count > ofRebate ? _results[_results.Count - 1].CarriedOut.Amount : 0m;
        steps.Due = steps.BeforeMinimum + steps.CarriedIn;

        // What is owed back is not kept for being small.
        steps.Payable = steps.Due >= minimum.Amount.Amount || steps.Due < 0m ? steps.Due : 0m;
        if (minimum.IsCarried)
            steps.CarriedOut = steps.Due - steps.Payable;
        else
            steps.Earned = steps.Payable;

        if (steps.Payable != steps.Due)
            reasons.Add(new Reason("rebate.below-minimum", ("due", Of(steps.Due)), ("least", minimum.Amount)));
    }

    private RebateShare[] Shares(RebatePlan plan, FiscalPeriod period, RebateSteps steps)
    {
        var parties = _agreement.Parties;
        return parties.Payout == RebatePayout.ToHead ? [new RebateShare(parties.Head, Of(steps.Earned))]
            : SharesOfMembers(plan, period, steps);
    }

    private RebateShare[] SharesOfMembers(RebatePlan plan, FiscalPeriod period, RebateSteps steps)
    {
        var parties = _agreement.Parties;
        if (parties.Payout == RebatePayout.ByTurnover && plan.Shared >= 0)
        {
            steps.Bought = [.. parties.Members.Select((_, i) => _turnover.SumOfMember(plan, plan.Shared, period, i))];
            steps.Weights = Array.ConvertAll(steps.Bought, bought => Math.Max(0m, bought.Amount));
        }

        // Alike, also where nobody bought anything.
        if (Array.TrueForAll(steps.Weights, weight => weight == 0m))
            (steps.Bought, steps.Weights) = ([], [.. parties.Members.Select(_ => 1m)]);

        var parts = Sharing(_agreement).Split(Of(steps.Earned), steps.Weights);
        return [.. parties.Members.Select((member, i) => new RebateShare(member.Customer, parts[i]))];
    }

    internal static Apportionment Sharing(RebateAgreement agreement) =>
        Apportionment.InUnitsOf(agreement.Rounding.UnitFor(agreement.Currency)!.Value);
}
