using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>What a status means, and the stable code of the reason it gives.</summary>
internal static class CreditStatuses
{
    internal static bool IsUnknown(this CreditStatus status) => status >= CreditStatus.NoExchangeRate;

    internal static Reason Reason(this CreditStatus status, LineId line) => new(Code(status), ("line", line.ToString()));

    /// <summary>Why a line that counts has no value.</summary>
    internal static CreditStatus WhyUnknown(this SalesFacts facts, SalesLine line) =>
        facts.ReadsMargin && line.Cost is null ? CreditStatus.NoCost
            : facts.ReadsListValue && line.ListAmount is null ? CreditStatus.NoListAmount
            : CreditStatus.NoExchangeRate;

    private static string Code(CreditStatus status) =>
        status switch
        {
            CreditStatus.OtherKind => "commission.other-kind-of-credit",
            CreditStatus.OtherFact => "commission.other-fact",
            CreditStatus.OutsideWindow => "commission.outside-window",
            CreditStatus.OutsideScope => "commission.outside-scope",
            CreditStatus.NoCost => "commission.no-cost",
            CreditStatus.NoListAmount => "commission.no-list-amount",
            CreditStatus.NoTaxRate => "commission.no-tax-rate",
            CreditStatus.NoDueDate => "commission.no-due-date",
            CreditStatus.NoOriginal => "commission.no-original",
            CreditStatus.OutsideLateness => "commission.outside-lateness-steps",
            CreditStatus.NoInvoiceLine => "commission.no-invoice-line",
            CreditStatus.UnrelatedQuantity => "commission.quantity-unrelated-to-original",
            _ => "commission.no-exchange-rate",
        };
}
