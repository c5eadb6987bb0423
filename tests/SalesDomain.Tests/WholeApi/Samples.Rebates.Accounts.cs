using System;
using System.Collections.Generic;
using SalesDomain.Rebates;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of rebate accounts, claims and deductions.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_rebateAccounts = new()
    {
        [typeof(ClaimEvidence)] = () => [Proved("a"), Proved("USD")],
        [typeof(CustomerDeduction)] = () => [ShortPaid(), ShortPaid().WithReference(new DocumentId("SO-1"))],
        [typeof(DeductibleCredit)] = () =>
        [
            Deductible("SO-1"),
            DeductibleCredit.Of(new DocumentId("SO-2"), new CustomerId("C-1"), Quantity.Pieces(2), new Money(1m, Currency.USD)),
        ],
        [typeof(DeductionLine)] = () => [.. Matched().Lines],
        [typeof(DeductionMatch)] = () => [Matched(), DeductionMatch.Of(Currency.USD, [], [])],
        [typeof(PromotionAllowance)] = () => [Allowed(), Allowed().WithEvidence("a").WithLateShare(Percentage.FromPercent(50))],
        [typeof(PromotionClaim)] = () => [Promoted("SO-1"), Promoted("SO-1").With(Proved("a"))],
        [typeof(PromotionClaimResult)] = () => [Allowed().Judge([Promoted("SO-1")], s_date)[0]],
        [typeof(PromotionClawBack)] = () => [Allowed().Judge([Promoted("SO-1")], s_date)[0].ClawBackAfter(1)],
        [typeof(RebateAccount)] = () => [Owed(), Accrued().Account],
        [typeof(RebateAccountLine)] = () => [Accrued().Lines[0], SettledNow().Lines[0]],
        [typeof(RebateBalances)] = () => [Accrued().Account.Balances, SettledNow().Account.Balances],
        [typeof(RebateEntitlement)] = () => [EarnedNow(2.5m), EarnedNow(1m)],
        [typeof(RebateEntry)] = () => [.. Accrued().Entries],
        [typeof(RebateEstimate)] = () =>
        [
            RebateEstimate.AtCurrentTier(EarnedNow(2.5m)),
            RebateEstimate.ByForecast(EarnedNow(2.5m), new Money(2.5m, Currency.USD), Rounding.Commercial, Expected()),
        ],
        [typeof(RebateNearMiss)] = () => [RebateNearMiss.Of(Bought(100m))!, RebateNearMiss.Of(Bought(200m))!],
        [typeof(RebatePayoutTerms)] = () =>
        [
            RebatePayoutTerms.As(RebateForm.Deduction),
            RebatePayoutTerms.InGoods(new ProductId("P-1"), new Money(2m, Currency.USD), UnitOfMeasure.Piece),
        ],
        [typeof(RebatePosting)] = () => [Accrued()],
        [typeof(RebateProjection)] = () =>
            [RebateProjection.ByRunRate(Bought(100m), s_date)!, RebateProjection.ByRunRate(Bought(200m), s_date)!],
        [typeof(RebateScenario)] = () => [Expected(), RebateScenario.Of(Quantity.Pieces(2), new Money(1m, Currency.USD))],
        [typeof(RebateSequence)] = () => [Sequenced("a"), Sequenced("b")],
        [typeof(RebateSequenceDeal)] = () =>
            [RebateSequenceDeal.OnGross("a", Percentage.FromPercent(5)), RebateSequenceDeal.OnRest("a", Percentage.FromPercent(5))],
        [typeof(RebateSequenceLine)] = () => [Sequenced("a").Evaluate(new Money(2.5m, Currency.USD)).Lines[0]],
        [typeof(RebateSequenceResult)] = () => [Sequenced("a").Evaluate(new Money(2.5m, Currency.USD))],
        [typeof(RebateSettlement)] = () => [SettledNow()],
        [typeof(SettlementRun)] = () => [Ran(), Ran().WithOverdueDebt(new Money(2.5m, Currency.USD))],
        [typeof(ShipAndDebitClaim)] = () => [Charged("SO-1"), Charged("SO-2")],
        [typeof(ShipAndDebitContract)] = () => [Chargeable(), Chargeable().WithClaimDays(30).HeldToCost()],
        [typeof(ShipAndDebitLine)] = () => [Chargeable().Judge([Charged("SO-1")]).Lines[0]],
        [typeof(ShipAndDebitPrice)] = () => [Reduced(), Reduced().WithCap(Quantity.Pieces(300))],
        [typeof(ShipAndDebitResult)] = () => [Chargeable().Judge([Charged("SO-1")]), Chargeable().Judge([])],
        [typeof(UsableRebate)] = () =>
        [
            RebatePayoutTerms.As(RebateForm.Deduction).UsableOn(
                new Money(2.5m, Currency.USD), new Money(1m, Currency.USD), Rounding.Commercial),
        ],
    };

    private static RebateResult Bought(decimal amount)
    {
        var line = Line();
        line.NetAmount = new Money(amount, Currency.USD);
        var agreement = RebateAgreement.Of(
                new RebateAgreementId("USD"), RebateParties.Of(new CustomerId("C-1")), DateSpan.OfYear(2026), Currency.USD,
                FiscalCalendar.CalendarYear)
            .WithRebates(
                Rebate.Of(
                    "USD", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue),
                    RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((1000m, RebateBenefit.Percent(Percentage.FromPercent(3))))),
                    RebateBasis.Of(Measure.Revenue)));
        return RebateStatement.Of(AgreementTurnover.Of(agreement, [line.Build()]), RebateFigures.None, s_date).Results[0];
    }

    private static RebateAccount Owed() => RebateAccount.Of(new RebateAgreementId("USD"), new CustomerId("C-1"), Currency.USD);

    private static RebateEntitlement EarnedNow(decimal amount) =>
        RebateEntitlement.Of("USD", DateSpan.OfYear(2026), new Money(amount, Currency.USD));

    private static SettlementRun Ran() => SettlementRun.Of(new DocumentId("SO-1"), s_date);

    private static RebatePosting Accrued() => Owed().Accrue([RebateEstimate.AtCurrentTier(EarnedNow(2.5m))], Ran());

    private static RebateSettlement SettledNow() =>
        Accrued().Account.SettleToDate([EarnedNow(2.5m)], RebatePayoutTerms.As(RebateForm.CreditNote), Ran());

    private static RebateScenario Expected() => RebateScenario.Of(new Money(5m, Currency.USD), new Money(2.5m, Currency.USD));

    private static RebateSequence Sequenced(string first) =>
        RebateSequence.Of(
            Rounding.Commercial, RebateSequenceDeal.OnGross(first, Percentage.FromPercent(5)),
            RebateSequenceDeal.OnRest("USD", Percentage.FromPercent(10)));

    private static ShipAndDebitPrice Reduced() =>
        ShipAndDebitPrice.Of(new ProductId("P-1"), new Money(3m, Currency.USD), new Money(2m, Currency.USD), UnitOfMeasure.Piece);

    private static ShipAndDebitContract Chargeable() =>
        ShipAndDebitContract.Of(new DocumentId("SO-1"), new CustomerId("C-1"), DateSpan.Always, Rounding.Commercial, Reduced());

    private static ShipAndDebitClaim Charged(string document) =>
        ShipAndDebitClaim.Of(
            new LineId(new DocumentId(document), 1), s_date, new CustomerId("C-1"), new DocumentId("SO-1"), Line().Build(),
            new Money(1m, Currency.USD));

    private static ClaimEvidence Proved(string kind) => ClaimEvidence.Of(kind, new DocumentId("SO-1"), s_date);

    private static PromotionAllowance Allowed() =>
        PromotionAllowance.Of(
            new DocumentId("SO-1"), new CustomerId("C-1"), DateSpan.OfQuarter(2026, 1), Percentage.FromPercent(70),
            new Money(2000m, Currency.USD), Rounding.Commercial);

    private static PromotionClaim Promoted(string id) =>
        PromotionClaim.Of(new DocumentId(id), s_date, new DocumentId("SO-1"), new CustomerId("C-1"), new Money(2.5m, Currency.USD));

    private static CustomerDeduction ShortPaid() =>
        CustomerDeduction.Of(s_line, s_date, new CustomerId("C-1"), new Money(2.5m, Currency.USD));

    private static DeductibleCredit Deductible(string number) =>
        DeductibleCredit.Of(new DocumentId(number), new CustomerId("C-1"), new Money(2.5m, Currency.USD));

    private static DeductionMatch Matched() =>
        DeductionMatch.Of(Currency.USD, [ShortPaid().WithReference(new DocumentId("SO-1"))], [Deductible("SO-1")]);
}
