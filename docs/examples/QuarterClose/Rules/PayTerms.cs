using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using static SalesDomain.Percentage;

namespace QuarterClose.Rules;

/// <summary>What was agreed about the pay of the year. Every plan, rate, gate, draw, window and day of it stands here.</summary>
public sealed class PayTerms
{
    /// <summary>The components of the plans, and the figure that the gate goes by.</summary>
    public const string OwnSales = "sales";
    public const string Accelerator = "accelerator";
    public const string Override = "override";
    public const string Discount = "average discount";

    private PayTerms(YearTerms year)
    {
        Year = year;
        var own = CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Ordered));
        var sales = CommissionComponent.Cumulative(OwnSales, own, CommissionRate.Flat(Rate));
        Representatives = CommissionPlan.Of(
            "Representatives " + year.Year.Label, Currency.USD, Rounding.Commercial,
            sales,
            CommissionComponent.Cumulative(Accelerator, own, CommissionRate.Graduated(AcceleratorRates))
                .AgainstQuota(ZeroQuotaPolicy.PayNothing)
                .ModifiedBy(CommissionModifier.GateUpTo(Discount, DiscountLimit))).WithVersion("1");
        Managers = CommissionPlan.Of(
            "Managers " + year.Year.Label, Currency.USD, Rounding.Commercial,
            sales,
            CommissionComponent.Cumulative(Override, own.Counting(CreditKind.RollUp), CommissionRate.Graduated(OverrideRates))
                .AgainstQuota(ZeroQuotaPolicy.PayNothing)).WithVersion("1");
    }

    public static PayTerms Of1997 { get; } = new(YearTerms.Of1997);

    public YearTerms Year { get; }

    /// <summary>Of all own sales, whatever the quota.</summary>
    public Percentage Rate { get; } = FromPercent(3);

    /// <summary>Beside it, on attainment of the quota of the quarter: 5 % and 7 % in all.</summary>
    public AttainmentRate AcceleratorRates { get; } =
        AttainmentRate.From((Zero, Zero), (OneHundred, FromPercent(2)), (FromPercent(120), FromPercent(4)));

    /// <summary>The accelerator is paid with at most this average discount of the quarter.</summary>
    public Percentage DiscountLimit { get; } = FromPercent(10);

    /// <summary>Of the sales of everybody below, on attainment of the sum of their quotas.</summary>
    public AttainmentRate OverrideRates { get; } = AttainmentRate.From((Zero, FromPercent(0.5m)), (OneHundred, FromPercent(1)));

    public CommissionPlan Representatives { get; }

    /// <summary>The plan of who leads others.</summary>
    public CommissionPlan Managers { get; }

    /// <summary>Of the newest hire, a month.</summary>
    public DrawRule Draw { get; } =
        DrawRule.Recoverable(new Money(100m, Currency.USD)).WithCeiling(new Money(300m, Currency.USD));

    public ClawBackRule ClawBack { get; } = ClawBackRule.Full.WithinDays(180);

    /// <summary>A month is paid on this day of the next.</summary>
    public int PayDay { get; } = 5;

    /// <summary>A quarter is trued up, and closed for good, on this day of the month after it.</summary>
    public int TrueUpDay { get; } = 20;

    public IReadOnlyList<PayRun> Runs =>
    [
        .. Year.Year.Parts(FiscalPeriodKind.Quarter).SelectMany((quarter, place) =>
        {
            var months = quarter.Parts(FiscalPeriodKind.Month);
            return months
                .Select(month =>
                    new PayRun(NamedSpan.Month(month.Start), place, quarter, month, After(month, PayDay), IsTrueUp: false))
                .Append(new PayRun(quarter.Label, place, quarter, months[^1], After(months[^1], TrueUpDay), IsTrueUp: true));
        }),
    ];

    public PayoutRules RulesOf(bool hasDraw)
    {
        var rules = PayoutRules.Of(Rounding.Commercial).WithClawBack(ClawBack);
        return hasDraw ? rules.WithDraw(Draw) : rules;
    }

    private static LocalDate After(FiscalPeriod month, int day) => month.End.PlusDays(day);
}
