using System.Linq;
using NodaTime;
using SalesDomain;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using static SalesDomain.Percentage;

namespace QuarterClose.Rules;

/// <summary>What was agreed for the quarter. Every span, rate, limit and rounding of the program stands here.</summary>
public sealed class Terms
{
    private Terms()
    {
    }

    public static Terms Of1998Q1 { get; } = new();

    public NamedSpan Quarter { get; } = new("1998-Q1", DateSpan.OfQuarter(1998, 1));

    public NamedSpan PlanBasis { get; } = new("1997-Q1", DateSpan.OfQuarter(1997, 1));

    public NamedSpan QuotaBasis { get; } = new("1997", DateSpan.OfYear(1997));

    /// <summary>The twelve months to the quarter's end.</summary>
    public NamedSpan PriceCheckSpan { get; } = new("twelve months", new DateSpan(new LocalDate(1997, 4, 1), new LocalDate(1998, 3, 31)));

    public Percentage Growth { get; } = FromPercent(25);

    public Rounding PlanRounding { get; } = Rounding.ToStep(100m, RoundingMode.HalfAwayFromZero);

    /// <summary>Quotas are multiples of this, in dollars.</summary>
    public decimal QuotaUnit { get; } = 100m;

    public AttainmentRate Rates { get; } =
        AttainmentRate.From((Zero, FromPercent(3)), (OneHundred, FromPercent(5)), (FromPercent(120), FromPercent(7)));

    /// <summary>Revenue at rates graduated on attainment of quota, rounded once. Without a quota nothing is paid.</summary>
    public CommissionPlan Commission => CommissionPlan.Of(
        "Quarter 1998-Q1", Currency.USD, Rounding.Commercial,
        CommissionComponent
            .Cumulative(
                "commission", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Ordered)),
                CommissionRate.Graduated(Rates))
            .AgainstQuota(ZeroQuotaPolicy.PayNothing));

    /// <summary>An attainment above this is reviewed as a windfall; it pays all the same.</summary>
    public Percentage WindfallLimit { get; } = FromPercent(200);

    public PriceCheckRule PriceCheck { get; } = new(FromPercent(10));

    public ClosedQuarter Close(SalesData data)
    {
        var plan = TeamPlan.Of(data.RevenueOfTeam(PlanBasis), Growth, PlanRounding);
        var quotas = TeamQuotas.Of(plan.Growth.Amount, data.WeightsIn(QuotaBasis), QuotaUnit, plan.Explain);
        var commission = Commission;
        return new ClosedQuarter(this, plan, [.. data.Team.Select(person => new PersonQuarter(
            person,
            Rules.Commission.Of(commission, Quarter, data.RevenueOf(person, Quarter), new Quota(quotas, person)),
            PriceCheck.Evaluate(data.SalesOf(person, PriceCheckSpan))))]);
    }
}
