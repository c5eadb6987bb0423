using System.Linq;
using NodaTime;
using SalesDomain;
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

    public PlanRule Plan { get; } = new(1.25m, Rounding.ToStep(100m, RoundingMode.HalfAwayFromZero));

    public QuotaRule Quotas { get; } = new(Apportionment.InUnitsOf(100m));

    public CommissionRule Commission { get; } = new(
        AttainmentRate.From((Zero, FromPercent(3)), (OneHundred, FromPercent(5)), (FromPercent(120), FromPercent(7))),
        Rounding.Commercial);

    /// <summary>An attainment above this is reviewed as a windfall; it pays all the same.</summary>
    public Percentage WindfallLimit { get; } = FromPercent(200);

    public PriceCheckRule PriceCheck { get; } = new(FromPercent(10));

    public ClosedQuarter Close(SalesData data)
    {
        var lastYear = data.Team.Select(person => data.RevenueOf(person, QuotaBasis)).ToArray();
        if (lastYear.All(revenue => revenue.Total.IsZero))
            throw new InputException("orders.csv: has no sales in " + QuotaBasis.Name + ", by which the quotas are apportioned.");

        var plan = Plan.Evaluate(data.RevenueOfTeam(PlanBasis));
        var quotas = Quotas.Allocate(plan, lastYear);
        return new ClosedQuarter(this, plan, [.. data.Team.Zip(quotas, (person, quota) => new PersonQuarter(
            person,
            Commission.Evaluate(data.RevenueOf(person, Quarter), quota),
            PriceCheck.Evaluate(data.SalesOf(person, PriceCheckSpan))))]);
    }
}
