using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Organization;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_organization = new()
    {
        [typeof(Ramp)] = () =>
        [
            Ramp.Of(Percentage.Zero, Percentage.FromPercent(50m), Percentage.OneHundred),
            Ramp.Of(Percentage.Zero, Percentage.OneHundred).ByMonthsOf(FiscalCalendar.CalendarYear, joinedBy: 15),
        ],
        [typeof(RampedCapacity)] = () => [Ramp.Of(Percentage.Zero, Percentage.OneHundred).Capacity(s_date, DateSpan.OfYear(2026))],
        [typeof(CourseId)] = () => [new CourseId("C-1"), new CourseId("C-2")],
        [typeof(PlannedAndMade<string>)] = () => [PlannedAndMade.Of([("USD", 2m)], [("USD", 1m)]), PlannedAndMade.Of<string>([], [])],
        [typeof(PlannedAndMade<Money>)] = () => [PlannedAndMade.Of([(new Money(2.5m, Currency.USD), 2m)], []), PlannedAndMade.Of<Money>([], [])],
        [typeof(PlannedAndMadeLine<string>)] = () => [.. PlannedAndMade.Of([("USD", 2m), ("a", 1m)], [("USD", 1m)]).Lines],
        [typeof(PlannedAndMadeLine<Money>)] = () => [.. PlannedAndMade.Of([(new Money(2.5m, Currency.USD), 2m)], [(default, 1m)]).Lines],
        [typeof(Visit)] = () => [Visited().Build(), new Func<Visit>(() => { var visit = Visited(); visit.OrderTaken = true; return visit.Build(); })()],
        [typeof(VisitBuilder)] = () => [Visited()],
        [typeof(VisitCoverage)] = () => [VisitLog.Of([Visited().Build()]).Coverage([new CustomerId("C-1")], 1, VisitCounting.EveryVisit)],
        [typeof(VisitFigures)] = () => [Reported().Total, .. Reported().People],
        [typeof(VisitLog)] = () => [VisitLog.Empty, VisitLog.Of([Visited().Build()])],
        [typeof(VisitPurposeId)] = () => [new VisitPurposeId("V-1"), new VisitPurposeId("V-2")],
        [typeof(VisitReport)] = () => [Reported()],
        [typeof(Assignment<string, string>)] = () =>
            [Assignment.Of("USD", "a", DateSpan.OfYear(2025)), Assignment.Of("USD", "a", DateSpan.OfYear(2025), Percentage.FromPercent(50))],
        [typeof(Assignment<Money, Money>)] = () =>
            [Assignment.Of(default(Money), default(Money), DateSpan.Always), Assignment.Of(new Money(1m, Currency.USD), default(Money), DateSpan.Always)],
        [typeof(Assignments<string, string>)] = () =>
            [Assignments.Of(("USD", "a", DateSpan.OfYear(2025)), ("USD", "b", DateSpan.OfYear(2025))), Assignments.Empty<string, string>()],
        [typeof(Assignments<Money, Money>)] = () =>
            [Assignments.Of((default(Money), default(Money), DateSpan.OfYear(2025))), Assignments.Empty<Money, Money>()],
        [typeof(CoverageSlice<string, string>)] = () =>
            [.. Assignments.Of(("USD", "a", DateSpan.OfYear(2025)), ("USD", "b", DateSpan.OfYear(2026))).Coverage("USD", DateSpan.Always)],
        [typeof(CoverageSlice<Money, Money>)] = () =>
            [.. Assignments.Of((default(Money), default(Money), DateSpan.OfYear(2025))).Coverage(default, DateSpan.Always).Cast<object>()],
        [typeof(PositionId)] = () => [new PositionId("P-1"), new PositionId("P-2")],
    };

    private static VisitBuilder Visited() => new()
    {
        Id = new DocumentId("SO-1"),
        Date = s_date,
        Customer = new CustomerId("C-1"),
        Salesperson = new SalespersonId("S-1"),
    };

    private static VisitReport Reported() =>
        VisitLog.Of([Visited().Build()]).Report(DateSpan.OfQuarter(2026, 1), WorkCalendar.MondayToFriday, [], VisitCounting.EveryVisit);
}
