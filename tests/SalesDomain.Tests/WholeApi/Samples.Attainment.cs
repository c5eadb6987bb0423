using System;
using System.Collections.Generic;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_attainment = new()
    {
        [typeof(ActualGrowth)] = () => [Grown(Credited()).Total],
        [typeof(ActualRule)] = () =>
        [
            ActualRule.OfSales(Measure.Margin, Currency.USD, Stage.Invoiced), ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced),
            ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced).CountingFreeGoods(),
            ActualRule.OfCollections(Currency.USD).WithBills(BillDay.OfMaturity),
        ],
        [typeof(Actuals<string>)] = () =>
            [Summed(Credited()), Summed(Credited().AsSold()), Summed(Credited().RolledUpThrough(Hierarchy.Of(("a", "USD"))))],
        [typeof(Actuals<SalespersonId>)] = () =>
        [
            Summed(CreditedPerson()), Summed(CreditedPerson().AsSold()),
            Summed(CreditedPerson().RolledUpThrough(Hierarchy.Of((new SalespersonId("S-2"), new SalespersonId("S-1"))))),
        ],
        [typeof(Assignment<SalespersonId, string>)] = () =>
            [
                Assignment.Of(new SalespersonId("S-1"), "USD", DateSpan.Always),
                Assignment.Of(new SalespersonId("S-2"), "USD", DateSpan.Always),
            ],
        [typeof(Assignments<SalespersonId, string>)] = () =>
            [Assignments.Of((new SalespersonId("S-1"), "USD", DateSpan.Always)), Assignments.Empty<SalespersonId, string>()],
        [typeof(Attainments<string>)] = () => [Attainments.Of(("USD", Attained(3m)))],
        [typeof(Attainments<SalespersonId>)] = () => [Attainments.Of((new SalespersonId("S-1"), Attained(3m)))],
        [typeof(Crediting<string>)] = () => [Credited(), Credited().RolledUpThrough(Hierarchy.Of(("a", "USD")))],
        [typeof(Crediting<SalespersonId>)] = () => [CreditedPerson(), CreditedPerson().AsSold()],
        [typeof(Hierarchy<SalespersonId>)] = () =>
            [Hierarchy.Of((new SalespersonId("S-2"), new SalespersonId("S-1"))), Hierarchy.Empty<SalespersonId>()],
        [typeof(LikeForLike<string>)] = () => [Grown(Credited())],
        [typeof(LikeForLike<SalespersonId>)] = () => [Grown(CreditedPerson())],
        [typeof(RestatedSum)] = () => [Summed(Credited().AsSold()).RestatedAs(Summed(Credited())).Of("USD")],
        [typeof(Restatement<string>)] = () => [Summed(Credited().AsSold()).RestatedAs(Summed(Credited()))],
        [typeof(Restatement<SalespersonId>)] = () => [Summed(CreditedPerson().AsSold()).RestatedAs(Summed(CreditedPerson()))],
        [typeof(ActualSum)] = () => [ActualSum.Of(MarginOf(2.5m), 1), ActualSum.Of(MarginOf(2.5m), 2, 1)],
        [typeof(Attainment)] = () =>
        [
            Attained(3m), Attained(4m).WithQuotaToDate(MarginOf(1m)).WithElapsed(ElapsedTime.ByDays(DateSpan.OfYear(2026), s_date)),
            Attainment.Of(null, null), Attainment.Pooled([Attained(3m), Attained(0m)]),
        ],
        [typeof(AttainmentBand)] = () => [.. Spread().Bands],
        [typeof(AttainmentDistribution)] = () => [Spread()],
        [typeof(CompositeAttainment)] = () => [Composite(MissingMeasure.Exclude).Evaluate(("USD", Attained(3m)))],
        [typeof(CompositeComponent)] = () =>
        [
            CompositeComponent.Of("USD", Percentage.OneHundred),
            CompositeComponent.Of("USD", Percentage.FromPercent(30)).WithFloor(Percentage.Zero),
            CompositeComponent.Of("USD", Percentage.FromPercent(30)).WithCap(Percentage.OneHundred),
        ],
        [typeof(CompositePart)] = () => [.. Composite(MissingMeasure.Block).Evaluate(("USD", Attained(0m))).Parts],
        [typeof(CompositeRule)] = () => [Composite(MissingMeasure.Exclude), Composite(MissingMeasure.CountAsFull)],
        [typeof(ElapsedTime)] = () =>
        [
            ElapsedTime.ByDays(DateSpan.OfQuarter(2026, 2), s_date),
            ElapsedTime.ByDays(DateSpan.OfQuarter(2026, 2), s_date).Within([DateSpan.OfMonth(2026, 4), DateSpan.OfMonth(2026, 6)]),
            ElapsedTime.ByWorkingDays(WorkCalendar.MondayToFriday, DateSpan.OfMonth(2026, 3), s_date),
        ],
        [typeof(StepSchedule<Percentage, string>)] = () =>
        [
            StepSchedule.From((Percentage.Zero, "low"), (Percentage.OneHundred, "high")).WithCeiling(Percentage.FromPercent(200)),
            StepSchedule.UpTo((Percentage.OneHundred, "low")).WithFloor(Percentage.Zero),
        ],
    };

    private static Measured MarginOf(decimal amount) => Measure.Margin.Of(new Money(amount, Currency.USD));

    private static Crediting<SalespersonId> CreditedPerson() => Crediting.BySalesperson.AsAssignedOn(s_date);

    private static Crediting<string> Credited() =>
        CreditedPerson().Through(Assignments.Of((new SalespersonId("S-1"), "USD", DateSpan.Always)));

    private static Actuals<TOwner> Summed<TOwner>(Crediting<TOwner> crediting)
        where TOwner : notnull =>
        ActualRule.OfSales(Measure.Margin, Currency.USD, Stage.Invoiced)
            .Evaluate(DateSpan.OfQuarter(2026, 1), crediting, Array.Empty<SalesLine>());

    private static LikeForLike<TOwner> Grown<TOwner>(Crediting<TOwner> crediting)
        where TOwner : notnull =>
        ActualRule.OfSales(Measure.Margin, Currency.USD, Stage.Invoiced)
            .LikeForLike(
                FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1), s_date, crediting, Array.Empty<SalesLine>());

    private static Attainment Attained(decimal quota) => Attainment.Of(MarginOf(2.5m), MarginOf(quota));

    private static AttainmentDistribution Spread() =>
        AttainmentDistribution.Of(
            StepSchedule.From((Percentage.Zero, "low"), (Percentage.OneHundred, "high")), [Attained(3m), Attained(2m), Attained(0m)]);

    private static CompositeRule Composite(MissingMeasure missing) =>
        CompositeRule.Of(missing, CompositeComponent.Of("USD", Percentage.OneHundred));
}
