using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Rebates;

namespace QuarterClose.Output;

/// <summary>What was agreed about a rebate, in words.</summary>
public static class RebateWords
{
    public static string Terms(this RebateDeal deal)
    {
        var scale = deal.Rebate.Scale;
        var steps = scale.Steps is { } amounts
            ? amounts.Bounds.Zip(amounts.Values, (from, step) => Step(step, new Money(from, deal.Agreement.Currency).Shown()))
            : scale.PercentageSteps!.Bounds.Zip(scale.PercentageSteps.Values, (from, step) => Step(step, from.Shown()));
        return string.Join(", ", steps);
    }

    public static string Level(this RebateDeal deal) =>
        (deal.Rebate.Level.HasBase ? "growth over the year before" : "turnover")
        + (deal.Rebate.Scale.Mode == RebateMode.Graduated ? ", each part at its own step"
            : deal.Rebate.Basis!.IsIncrease ? ", the step reached on all the increase" : ", the step reached on all of it");

    /// <summary>What becomes of what was sold before a step is reached.</summary>
    public static string CatchUp(this RebateDeal deal) =>
        deal.Rebate.Scale.Mode == RebateMode.Graduated ? "" : ", and what was sold before caught up";

    public static string Form(this RebateDeal deal) => deal.Agreement.Form == RebateForm.CreditNote ? "credit note" : "payment";

    /// <summary>The rate of the step reached, marked where it is another than the month before.</summary>
    public static string Step(this RebateMonth month) =>
        month.Result.Reached is not { } step ? "-" : (month.IsStepReached ? "> " : "") + step.Rate!.Value.Shown();

    /// <summary>A figure that is not rounded, to two digits and with its currency.</summary>
    public static string ToCents(this Figure? figure) => figure?.ToString("N2", null) ?? "-";

    private static string Step(RebateBenefit step, string from) => step.Rate!.Value.Shown() + " from " + from;
}
