using NodaTime;
using SalesDomain.Rebates;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Rebates;

/// <summary>An account of one dealer, and how it is settled.</summary>
internal static class AccountSample
{
    internal static DateSpan Year { get; } = DateSpan.OfYear(2026);

    internal static DateSpan Quarter { get; } = DateSpan.OfQuarter(2026, 1);

    internal static RebateAccount Empty { get; } =
        RebateAccount.Of(new RebateAgreementId("RA-1"), new CustomerId("D-1"), Currency.CNY);

    internal static RebatePayoutTerms CreditNote { get; } = RebatePayoutTerms.As(RebateForm.CreditNote);

    internal static RebateEntitlement Earned(decimal amount, string rebate = "year", DateSpan? period = null) =>
        RebateEntitlement.Of(rebate, period ?? Year, Cny(amount));

    internal static RebateEstimate Current(decimal amount, string rebate = "year", DateSpan? period = null) =>
        RebateEstimate.AtCurrentTier(Earned(amount, rebate, period));

    internal static SettlementRun Run(int month, int day = 28, int year = 2026, string document = "CN-1") =>
        SettlementRun.Of(new DocumentId(document), new LocalDate(year, month, day));

    internal static RebateSettlement Settle(RebateAccount account, SettlementRun run, params RebateEntitlement[] earned) =>
        account.SettleToDate(earned, CreditNote, run);
}
