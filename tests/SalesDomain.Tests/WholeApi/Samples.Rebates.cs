using System;
using System.Collections.Generic;
using SalesDomain.Rebates;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_rebates = new()
    {
        [typeof(AgreementTurnover)] = () => [Rebated().Turnover, AgreementTurnover.Of(Agreed(), [])],
        [typeof(Func<ProductId, UnitConversions?>)] = () =>
            [(Func<ProductId, UnitConversions?>)(_ => UnitConversions.Of(UnitOfMeasure.Piece))],
        [typeof(JudgedCondition)] = () => [Rebated().Results[0].Conditions[0], Rebated().Results[0].Conditions[1]],
        [typeof(Rebate)] = () => [Agreed().Rebates[0], Agreed().Rebates[1]],
        [typeof(RebateAgreement)] = () => [Agreed(), Agreed().WithRebates()],
        [typeof(RebateAgreementId)] = () => [new RebateAgreementId("USD"), new RebateAgreementId("R-2")],
        [typeof(RebateBasis)] = () => [RebateBasis.Of(Measure.Revenue), RebateBasis.IncreaseOf(Measure.Units(UnitOfMeasure.Piece))],
        [typeof(RebateBenefit)] = () =>
            [RebateBenefit.Percent(Percentage.FromPercent(2)), RebateBenefit.LumpSum(new Money(2.5m, Currency.USD))],
        [typeof(RebateBook)] = () => [RebateBook.Of(Agreed())],
        [typeof(RebateCondition)] = () =>
        [
            RebateCondition.Proven("USD", RebateEffect.Gate),
            RebateCondition.Mix("a", Narrow(), Percentage.FromPercent(30), Measure.Revenue, RebateEffect.Gate),
        ],
        [typeof(RebateEffect)] = () => [RebateEffect.Gate, RebateEffect.Withhold(Percentage.FromPercent(20))],
        [typeof(RebateFamily)] = () =>
        [
            RebateFamily.Of("USD", Scope.Everything), RebateFamily.Of("a", Narrow(), Measure.Revenue.Of(new Money(2.5m, Currency.USD))),
        ],
        [typeof(RebateFigures)] = () =>
        [
            RebateFigures.None,
            RebateFigures.None.WithProof("USD", FiscalCalendar.CalendarYear.Year(2026), RebateProof.Met),
        ],
        [typeof(RebateGoods)] = () => [.. Given(2m).Goods, .. Given(4m).Goods],
        [typeof(RebateGuarantee)] = () =>
            [RebateGuarantee.First(new Money(2.5m, Currency.USD)), RebateGuarantee.PerPeriod(new Money(2m, Currency.USD))],
        [typeof(RebateIndicator)] = () =>
            [RebateIndicator.Of("USD", Percentage.OneHundred), RebateIndicator.Of("a", Percentage.FromPercent(40))],
        [typeof(RebateLevel)] = () =>
        [
            RebateLevel.Turnover(Measure.Revenue), RebateLevel.FamiliesBought(RebateFamily.Of("a", Scope.Everything)),
        ],
        [typeof(RebateMember)] = () =>
            [new RebateMember(new CustomerId("C-1"), DateSpan.Always), new RebateMember(new CustomerId("C-2"), DateSpan.OfYear(2026))],
        [typeof(RebateMinimum)] = () =>
            [RebateMinimum.Lost(new Money(2.5m, Currency.USD)), RebateMinimum.Carried(new Money(2.5m, Currency.USD))],
        [typeof(RebateParties)] = () =>
        [
            RebateParties.Of(new CustomerId("C-1")),
            RebateParties.Group(new CustomerId("C-1"), RebatePayout.ByTurnover, new CustomerId("C-1"), new CustomerId("C-2")),
        ],
        [typeof(RebateProof)] = () => [RebateProof.Met, RebateProof.NotMet(2)],
        [typeof(RebateResult)] = () => [Rebated().Results[0], Rebated().Results[1]],
        [typeof(RebateScale)] = () =>
        [
            RebateScale.Flat(RebateBenefit.Percent(Percentage.FromPercent(2))),
            RebateScale.Of(RebateMode.Graduated, StepSchedule.From((100m, RebateBenefit.Percent(Percentage.FromPercent(3))))),
        ],
        [typeof(RebateShare)] = () => [Rebated().Results[0].Shares[0], Rebated().Results[0].Shares[1]],
        [typeof(RebateStatement)] = () => [Rebated()],
        [typeof(RebateTurnovers)] = () => [RebateBook.Of(Agreed()).Turnovers([Line().Build()]), RebateBook.Of(Agreed()).Turnovers([])],
        [typeof(StepSchedule<decimal, RebateBenefit>)] = () =>
        [
            StepSchedule.From((0m, RebateBenefit.Percent(Percentage.FromPercent(2)))),
            StepSchedule.From((100m, RebateBenefit.Percent(Percentage.FromPercent(3)))),
        ],
        [typeof(StepSchedule<Percentage, RebateBenefit>)] = () =>
        [
            StepSchedule.From((Percentage.OneHundred, RebateBenefit.Percent(Percentage.FromPercent(2)))),
            StepSchedule.From((Percentage.Zero, RebateBenefit.Percent(Percentage.FromPercent(3)))),
        ],
    };

    // Of names that are the good arguments.
    private static RebateAgreement Agreed() =>
        RebateAgreement.Of(
            new RebateAgreementId("USD"),
            RebateParties.Group(new CustomerId("C-1"), RebatePayout.ByTurnover, new CustomerId("C-1"), new CustomerId("C-2")),
            DateSpan.OfYear(2026), Currency.USD, FiscalCalendar.CalendarYear)
        .WithRebates(
            Rebate.Of(
                "USD", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue),
                RebateScale.Flat(RebateBenefit.Percent(Percentage.FromPercent(2))), RebateBasis.Of(Measure.Revenue))
            .WithConditions(RebateCondition.Proven("USD", RebateEffect.Gate), RebateCondition.Proven("a", RebateEffect.Gate)),
            Rebate.Of(
                "a", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue),
                RebateScale.Flat(RebateBenefit.Percent(Percentage.FromPercent(3))), RebateBasis.Of(Measure.Revenue)));

    private static RebateStatement Rebated() =>
        RebateStatement.Of(
            AgreementTurnover.Of(Agreed(), [Line().Build()]),
            RebateFigures.None.WithProof("USD", FiscalCalendar.CalendarYear.Year(2026), RebateProof.Met), s_date);

    private static RebateResult Given(decimal free)
    {
        var agreement = Agreed().WithRebates(Rebate.OfFixed(
            "goods", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue),
            RebateScale.Flat(RebateBenefit.Goods(new ProductId("P-1"), Quantity.Pieces(free), new Money(2.5m, Currency.USD)))));
        return RebateStatement.Of(AgreementTurnover.Of(agreement, [Line().Build()]), RebateFigures.None, s_date).Results[0];
    }
}
