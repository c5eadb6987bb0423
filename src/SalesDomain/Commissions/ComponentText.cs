using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>A component in sentences for the person who is paid by it.</summary>
internal static class ComponentText
{
    internal static IEnumerable<string> Of(CommissionComponent component, ComponentTerms terms)
    {
        yield return component.Name + ": " + Head(component);
        foreach (var sentence in Sentences(component, terms))
            yield return "  " + sentence;
    }

    /// <summary>A share of the quota, with the amount that it is.</summary>
    internal static string OfQuota(Percentage attainment, ComponentTerms terms) =>
        attainment + " of quota"
        + (terms.Quota is { Amount: > 0m } quota && attainment > Percentage.Zero
            ? " (" + quota.With(attainment.Fraction * quota.Amount).Value + ")" : "");

    private static string Head(CommissionComponent component) =>
        component.BaseMeasure is not { } measure ? "you are paid by the score of a goal, " + component.Rate.FigureName + "."
            : "you are paid on " + (component.Base is { } @base ? Counted(@base) : measure + ", as stated for the period")
                + (component.Accumulation == CommissionAccumulation.PerDeal ? ", deal by deal." : ", over the period to date.");

    private static IEnumerable<string> Sentences(CommissionComponent component, ComponentTerms terms)
    {
        if (!component.IsOneMeasure)
        {
            yield return "The rate is set by "
                + (component.Level is { } level ? Counted(level) : component.LevelMeasure + ", as stated for the period") + ".";
        }

        yield return component.Rate.Describe(terms);
        if (!component.IsOneMeasure && component.Rate.IsMarginal && !component.Rate.IsOnLevel)
            yield return "What you are paid on has the average of these rates.";
        if (component.NeedsTarget)
            yield return "Your target incentive is " + (terms.Target?.ToString() ?? "not stated") + ".";
        if (component.ZeroQuota is { } zero)
            yield return "Your quota is " + (terms.Quota?.Value.ToString() ?? "not stated") + "; " + Zero(zero) + ".";
        if (component.Threshold is { } threshold)
            yield return Threshold(threshold, terms);
        if (component.LevelCap is { } counted)
            yield return "What lies above " + OfQuota(counted, terms) + " does not count.";
        if (component.Floor is { } floor)
            yield return "It pays at least " + floor + ".";
        if (component.DealCap is { } dealCap)
            yield return "A deal pays at most " + dealCap + " within the period, and takes back no more.";
        var most = component.Accumulation == CommissionAccumulation.PerDeal ? "All deals together pay at most " : "It pays at most ";
        if (component.Cap is { } cap)
            yield return most + cap + ".";
        if (component.CapOfTarget is { } multiple)
        {
            yield return most + multiple + " of the target incentive"
                + (terms.Target is { } target ? " (" + new Money(multiple.Fraction * target.Amount, target.Currency) + ")" : "") + ".";
        }

        foreach (var modifier in component.Modifiers)
            yield return modifier.Describe();
    }

    private static string Counted(CommissionMeasure measure) =>
        string.Join(" and ", measure.Kinds.Select(Whose)) + ": " + measure.Measure
        + (measure.Rule.Stage is { } stage ? ", when " + StageText(stage) : ", when the money is in")
        + (measure.Rule.Scope == Scope.Everything ? "" : ", of " + measure.Rule.Scope)
        + (measure.Window == DateSpan.Always ? "" : ", within " + measure.Window)
        + (measure.MarginPart is { } part ? ", the margin " + part.ToString() : "")
        + (measure.HasPriceCoefficient ? ", less where sold below list price" : "")
        + (measure.Lateness is { } lateness ? ", by days late " + lateness : "");

    private static string Whose(CreditKind kind) => kind switch
    {
        CreditKind.Direct => "your own sales",
        CreditKind.Overlay => "sales that you support",
        _ => "the sales of your team",
    };

    private static string StageText(Stage stage) => stage switch
    {
        Stage.Ordered => "ordered",
        Stage.Delivered => "delivered",
        Stage.Invoiced => "invoiced",
        _ => "paid for",
    };

    private static string Zero(ZeroQuotaPolicy policy) => policy switch
    {
        ZeroQuotaPolicy.PayNothing => "a quota of zero pays nothing",
        ZeroQuotaPolicy.PayAtFirstStep => "a quota of zero pays as an attainment of 0%",
        _ => "a quota of zero pays as an attainment of 100%",
    };

    private static string Threshold(CommissionThreshold threshold, ComponentTerms terms) =>
        "Below " + (threshold.Attainment is { } attainment ? OfQuota(attainment, terms) : threshold.Level!.Value.Value.ToString())
        + " it pays nothing; from there on "
        + (threshold.Pays == ThresholdPay.FromFirst ? "it pays on everything." : "it pays on what lies above.");
}
