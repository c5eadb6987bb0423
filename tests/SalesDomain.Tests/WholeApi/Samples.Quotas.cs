using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_quotas = new()
    {
        [typeof(PhasedQuota)] = () =>
            [
                Quarterly(), Quarterly().WithTotal(Measure.Margin.Of(new Money(3m, Currency.USD)), new LocalDate(2026, 2, 1)),
                Quarterly() + Quarterly(),
            ],
        [typeof(Phasing)] = () =>
            [Quarterly().Phasing, Phasing.ByWeights(Quarterly().Phasing.Periods, 1m, 2m, 3m).InWorkingDays(WorkCalendar.MondayToFriday)],
        [typeof(ProratedPart)] = () => [Started().Parts[0], Started().Parts[1]],
        [typeof(ProratedQuota)] = () => [Started(), Proration.ByDays.Of(Quarterly(), DateSpan.Always, Rounding.Commercial)],
        [typeof(ProratedSplit<string>)] = () => [Handed("USD", "a"), Handed("USD", "b")],
        [typeof(ProratedSplit<Money>)] = () => [Handed(default, new Money(1m, Currency.USD)), Handed(default, new Money(2m, Currency.USD))],
        [typeof(Proration)] = () =>
        [
            Proration.ByDays, Proration.ByWorkingDays(WorkCalendar.MondayToFriday), Proration.ByMonths(FiscalCalendar.CalendarYear, 15),
            Proration.ByLargerPartOfMonths(FiscalCalendar.CalendarYear),
        ],
        [typeof(QuotaBalance<string>)] = () => [.. Ledger("USD", "a").Balances(s_date, s_date)],
        [typeof(QuotaBalance<Money>)] = () => [.. Ledger(default, new Money(1m, Currency.USD)).Balances(s_date, s_date)],
        [typeof(QuotaChange<string>)] = () => [Moved("USD", "a"), Moved("a", "USD"), Admitted("USD")],
        [typeof(QuotaChange<Money>)] = () =>
        [
            Moved(default, new Money(1m, Currency.USD)), Moved(default, new Money(2m, Currency.USD)), Admitted(new Money(1m, Currency.USD)),
        ],
        [typeof(QuotaLedger<string>)] = () =>
            [Ledger("USD", "a"), Ledger("USD", "a").AllowingNegative(), Ledger("USD", "a").Record(Admitted("b"))],
        [typeof(QuotaLedger<Money>)] = () => [Ledger(default, new Money(1m, Currency.USD)), Ledger(default, new Money(2m, Currency.USD))],
        [typeof(RampedPart)] = () => [Ramped(ReliefBearer.Company).Parts[0], Ramped(ReliefBearer.Company).Parts[2]],
        [typeof(RampedQuota)] = () => [Ramped(ReliefBearer.Company), Ramped(ReliefBearer.Manager)],
        [typeof(RollingQuota)] = () => [Rolled(0m), Rolled(1m), RolledOn()],
        [typeof(Season)] = () => [SeasonFit.Pooled.Of(PastYear(1m)), SeasonFit.Pooled.PerDay().Of(PastYear(1m))],
        [typeof(SeasonFit)] = () =>
            [SeasonFit.Pooled, SeasonFit.AverageOfShares, SeasonFit.Pooled.PerDay().CountingNegativesAsZero().LeavingOutIncompleteYears()],
        [typeof(SeasonYear)] = () => [PastYear(1m), PastYear(2m)],
        [typeof(ShortfallPolicy)] = () =>
        [
            ShortfallPolicy.Spread.WithSurplus(SurplusRule.LowersTheRest), ShortfallPolicy.NextPeriod, ShortfallPolicy.SpreadEvenly,
            ShortfallPolicy.WriteOff(Authority.Over(ShortfallPolicy.ShortfallName)),
        ],
        [typeof(PlanPeriods)] = () => [Quarterly().Phasing.Periods, PlanPeriods.Of(DateSpan.OfMonth(2026, 3))],
    };

    private static PhasedQuota Quarterly() =>
        Phasing.Even(PlanPeriods.Of(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1), FiscalPeriodKind.Month))
            .Split(Measure.Margin.Of(new Money(2.5m, Currency.USD)), Rounding.Commercial);

    private static RollingQuota Rolled(decimal part) =>
        ShortfallPolicy.Spread.Evaluate(Quarterly()[0] * part, Quarterly(), new LocalDate(2026, 1, 31), Rounding.Commercial);

    private static RollingQuota RolledOn() =>
        ShortfallPolicy.Spread.Evaluate(Quarterly()[0], Rolled(0m), new LocalDate(2026, 2, 28), Rounding.Commercial);

    private static ProratedQuota Started() =>
        Proration.ByMonths(FiscalCalendar.CalendarYear, 1).Of(Quarterly(), DateSpan.From(new LocalDate(2026, 2, 1)), Rounding.Commercial);

    private static ProratedSplit<T> Handed<T>(T first, T second)
        where T : notnull =>
        Proration.ByDays.Split(
            Quarterly().Total, DateSpan.OfQuarter(2026, 1), Rounding.Commercial, (first, DateSpan.OfMonth(2026, 1)),
            (second, DateSpan.OfMonth(2026, 2)));

    private static QuotaChange<T> Moved<T>(T from, T to)
        where T : notnull =>
        QuotaChange.Transfer(
            new DocumentId("Q-1"), new LocalDate(2026, 2, 10), new LocalDate(2026, 2, 1), from, to,
            Measure.Margin.Of(new Money(1m, Currency.USD)),
            new Reason("account-moved"));

    private static QuotaChange<T> Admitted<T>(T owner)
        where T : notnull =>
        QuotaChange.Admission(
            new DocumentId("Q-2"), new LocalDate(2026, 7, 10), new LocalDate(2026, 7, 1), owner,
            Measure.Margin.Of(new Money(1m, Currency.USD)), new Reason("new-hire"));

    private static QuotaLedger<T> Ledger<T>(T from, T to)
        where T : notnull =>
        QuotaLedger.Of(
            new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), (from, Measure.Margin.Of(new Money(2.5m, Currency.USD))),
            (to, Measure.Margin.Of(new Money(0m, Currency.USD))))
            .Record(Moved(from, to));

    private static RampedQuota Ramped(ReliefBearer bearer) =>
        RampedQuota.Of(
            Quarterly(), SalesDomain.Organization.Ramp.Of(Percentage.Zero, Percentage.FromPercent(50), Percentage.OneHundred),
            new LocalDate(2026, 1, 1),
            Rounding.Commercial, bearer);

    private static SeasonYear PastYear(decimal first) =>
        SeasonYear.Of(
            Quarterly().Phasing.Periods, Measure.Margin.Of(new Money(first, Currency.USD)), Measure.Margin.Of(new Money(2m, Currency.USD)),
            Measure.Margin.Of(new Money(3m, Currency.USD)));
}
