using SalesDomain.Commissions;
using SalesDomain.Quotas;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Commissions;

/// <summary>Plans and figures in as few words as tests of commissions need.</summary>
internal static class PlanSample
{
    internal const string Revenue = "revenue";

    internal static DateSpan Quarter { get; } = DateSpan.OfQuarter(2026, 1);

    internal static CommissionMeasure Invoiced(Currency currency) =>
        CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, currency, Stage.Invoiced));

    internal static CommissionMeasure Collected(Currency currency) =>
        CommissionMeasure.Of(ActualRule.OfCollections(currency)).WithoutTax(Percent(13));

    internal static CommissionComponent Cumulative(CommissionRate rate) =>
        CommissionComponent.Cumulative(Revenue, Invoiced(Currency.CNY), rate);

    internal static CommissionComponent PerDeal(CommissionRate rate) =>
        CommissionComponent.PerDeal(Revenue, Invoiced(Currency.CNY), rate);

    internal static CommissionPlan Plan(params CommissionComponent[] components) =>
        CommissionPlan.Of("Representatives 2026", Currency.CNY, Rounding.Commercial, components);

    internal static Measured Sold(decimal amount) => Measure.Revenue.Of(Cny(amount));

    internal static CommissionFigures Figures(decimal sold) => CommissionFigures.None.With(Revenue, Sold(sold));

    internal static CommissionTerms Quota(decimal quota) => CommissionTerms.None.WithQuota(Revenue, Sold(quota));

    /// <summary>What a plan of one component earns.</summary>
    internal static CommissionResult Earned(CommissionComponent component, decimal sold, decimal? quota = null) =>
        Plan(component).Evaluate(Quarter, quota is { } given ? Quota(given) : CommissionTerms.None, Figures(sold));

    internal static TieredRate Steps(params (decimal From, decimal Percent)[] steps) =>
        TieredRate.From(Currency.CNY, System.Array.ConvertAll(steps, step => (step.From, Percent(step.Percent))));

    internal static AttainmentRate Attained(params (decimal From, decimal Percent)[] steps) =>
        AttainmentRate.From(System.Array.ConvertAll(steps, step => (Percent(step.From), Percent(step.Percent))));
}
