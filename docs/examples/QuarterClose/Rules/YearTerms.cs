using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain;
using SalesDomain.Quotas;
using static SalesDomain.Percentage;

namespace QuarterClose.Rules;

/// <summary>What was agreed for the year. Every target, share, band and limit of it stands here.</summary>
public sealed class YearTerms
{
    private YearTerms()
    {
    }

    public static YearTerms Of1997 { get; } = new();

    public FiscalPeriod Year { get; } = FiscalCalendar.CalendarYear.Year(1997);

    public Measured Target { get; } = Measure.Revenue.Of(new Money(560_000m, Currency.USD));

    public IReadOnlyList<Percentage> QuarterShares { get; } = [FromPercent(20), FromPercent(23), FromPercent(25), FromPercent(32)];

    public NamedSpan QuotaBasis { get; } = new("1996-H2", new DateSpan(new LocalDate(1996, 7, 1), new LocalDate(1996, 12, 31)));

    /// <summary>Quotas are multiples of this, in dollars.</summary>
    public decimal QuotaUnit { get; } = 100m;

    /// <summary>The data name no holidays.</summary>
    public WorkCalendar Calendar { get; } = WorkCalendar.MondayToFriday;

    /// <summary>Over the attainment to date, in percent; a status improves only two points inside the better band.</summary>
    public StatusBands Bands { get; } =
        StatusBands.HigherIsBetter(StepSchedule.From((95m, "amber"), (100m, "green")).ThenBelow("red")).WithMargin(2m);

    /// <summary>Within so many working days after an alert somebody has to plan what is done.</summary>
    public int ActionWithin { get; } = 10;

    public AlertRule Alerts => AlertRule.OnEntering(Bands, "red");

    public YearReview Close(SalesData data, FieldOrganization field)
    {
        var quarters = PlanPeriods.Of(Year, FiscalPeriodKind.Quarter);
        var target = Phasing.OfPercentages(quarters, QuarterShares).InWorkingDays(Calendar).Split(Target, Rounding.Commercial);
        var weights = data.WeightsIn(QuotaBasis);
        TeamQuotas[] quotas = [.. Enumerable.Range(0, quarters.Count).Select(
            quarter => TeamQuotas.Of(target[quarter], weights, QuotaUnit, _ => target.Explain(quarter)))];
        PersonYear[] people = [.. data.Team.Select(person => PersonYear.Of(this, data, person, target, quotas))];
        return new YearReview(this, field, target, people);
    }
}
