using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain;
using SalesDomain.Rebates;
using static SalesDomain.Percentage;

namespace QuarterClose.Rules;

/// <summary>What was agreed about the rebates of the year. Every customer, step, form, least amount and day of them stands here.</summary>
public sealed class RebateTerms
{
    private RebateTerms(FiscalPeriod year) => Year = year;

    public static RebateTerms Of1997 { get; } = new(YearTerms.Of1997.Year);

    public FiscalPeriod Year { get; }

    public CustomerId Retrospective { get; } = new("QUICK");

    /// <summary>Whose customers buy as a group.</summary>
    public string Country { get; } = "France";

    /// <summary>The group itself, which buys nothing.</summary>
    public CustomerId Group { get; } = new("FRANCE");

    public CustomerId Grower { get; } = new("HUNGO");

    /// <summary>The least that is paid to a member of the group; less is lost.</summary>
    public Money Least { get; } = new(5m, Currency.USD);

    /// <summary>Within so many days after the year a rebate has to be claimed.</summary>
    public int ClaimDays { get; } = 45;

    public LocalDate SettledOn { get; } = new(1998, 1, 20);

    /// <summary>The day after the last one to claim.</summary>
    public LocalDate ClosedOn => Year.End.PlusDays(ClaimDays + 1);

    public RebatedYear Settle(SalesData data, IReadOnlyList<Customer> customers) => RebatedYear.Of(this, Deals(customers), data);

    private RebateDeal[] Deals(IReadOnlyList<Customer> customers)
    {
        var half = Year.Parts(FiscalPeriodKind.Half)[1];
        var turnover = RebateLevel.Turnover(Measure.Revenue);
        var paidOn = RebateBasis.Of(Measure.Revenue);
        return
        [
            new RebateDeal(
                Named(customers, Retrospective),
                Agreement("R-1", RebateParties.Of(Retrospective), Year, RebateForm.CreditNote, Rebate.Of(
                    "turnover", FiscalPeriodKind.Year, turnover,
                    RebateScale.Of(RebateMode.AllUnits, Steps((20_000m, 1), (40_000m, 2), (60_000m, 3))), paidOn)),
                RebatePayoutTerms.As(RebateForm.CreditNote).WithClaimDays(ClaimDays)),
            new RebateDeal(
                "customers of " + Country,
                Agreement("R-2", Together(customers), Year, RebateForm.Payment, Rebate.Of(
                    "turnover", FiscalPeriodKind.Year, turnover,
                    RebateScale.Of(RebateMode.Graduated, Steps((10_000m, 1), (25_000m, 2), (40_000m, 3))), paidOn)),
                RebatePayoutTerms.As(RebateForm.Payment).WithMinimum(RebateMinimum.Lost(Least)).WithClaimDays(ClaimDays)),
            new RebateDeal(
                Named(customers, Grower),
                Agreement("R-3", RebateParties.Of(Grower), half, RebateForm.CreditNote, Rebate.Of(
                    "growth", FiscalPeriodKind.Half, RebateLevel.Growth(Measure.Revenue),
                    RebateScale.Of(RebateMode.AllUnits, Steps((FromPercent(10), 5), (FromPercent(25), 8))),
                    RebateBasis.IncreaseOf(Measure.Revenue))),
                RebatePayoutTerms.As(RebateForm.CreditNote).WithClaimDays(ClaimDays)),
        ];
    }

    private static RebateAgreement Agreement(string id, RebateParties parties, FiscalPeriod days, RebateForm form, Rebate rebate) =>
        RebateAgreement.Of(new RebateAgreementId(id), parties, days.Span, Currency.USD, days.Calendar)
            .WithStage(Stage.Ordered).WithForm(form).WithRebates(rebate);

    private static StepSchedule<TLevel, RebateBenefit> Steps<TLevel>(params (TLevel From, int Percent)[] steps)
        where TLevel : IComparable<TLevel> =>
        StepSchedule.From([.. steps.Select(step => (step.From, RebateBenefit.Percent(FromPercent(step.Percent))))]);

    private RebateParties Together(IReadOnlyList<Customer> customers)
    {
        CustomerId[] members = [.. customers.Where(customer => customer.Country == Country).Select(customer => customer.Id)];
        return members.Length > 0 ? RebateParties.Group(Group, RebatePayout.ByTurnover, members)
            : throw new InputException("customers.csv: has no customers in " + Country + ", whose rebate is agreed.");
    }

    private static string Named(IReadOnlyList<Customer> customers, CustomerId id) =>
        customers.FirstOrDefault(customer => customer.Id == id)?.Name
        ?? throw new InputException("customers.csv: has no customer '" + id + "', whose rebate is agreed.");
}
