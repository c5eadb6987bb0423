using System.Collections.Generic;

namespace SalesDomain.Rebates;

/// <summary>All of an agreement by which its lines count and are summed, without its number and its parties: what many have alike.</summary>
internal sealed record AgreementTerms(
    IReadOnlyList<Rebate> Rebates,
    Scope Scope,
    IReadOnlyList<PriceKind> PriceKinds,
    Stage Stage,
    RebateDateBasis DateBasis,
    bool CountsCreditNotes,
    Currency Currency,
    FiscalCalendar Calendar,
    DateSpan Span)
{
    internal static AgreementTerms Of(RebateAgreement agreement) =>
        new(
            agreement.Rebates, agreement.Scope, agreement.PriceKinds, agreement.Stage, agreement.DateBasis, agreement.CountsCreditNotes,
            agreement.Currency, agreement.Calendar, agreement.Span);
}
