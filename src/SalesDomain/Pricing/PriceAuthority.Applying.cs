using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>From a document before its discounts to the decision, in one call.</content>
public sealed partial class PriceAuthority
{
    /// <summary>Lifts the floors that approvals on file lift, applies the discounts, and decides who may approve what comes out.</summary>
    /// <remarks>
    /// <see cref="LiftFloors"/>, <see cref="DiscountSchedule.Apply(PricedDocument)"/> and <see cref="Decide(PriceCase)"/> with the same
    /// approvals, so that what lifts a floor counts in the decision too. Where a table is over a margin, the case of the result is decided
    /// again with its costs: <c>Decide(needed.Document.WithCosts(…))</c>; it carries the approvals.
    /// </remarks>
    /// <param name="id">The number of the offer or order; the document gets it.</param>
    /// <param name="customer">Whose it is; a line whose subject states no customer is taken to be his.</param>
    /// <param name="document">The document before discounts.</param>
    /// <param name="discounts">The discounts, none of which asks for a coupon or what was granted before.</param>
    /// <param name="approvals">The approvals on file, possibly none.</param>
    /// <returns>The decision; <see cref="PriceApproval.Document"/> has the document after its discounts.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="document"/>, <paramref name="discounts"/>, <paramref name="approvals"/> or an approval is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or <paramref name="customer"/> is the default value, or an approval has a limit of another side or kind than a
    /// table of prices has.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the document.</exception>
    /// <exception cref="TaxBasisMismatchException">The amounts of the authority are in another tax basis.</exception>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public PriceApproval Decide(
        DocumentId id, CustomerId customer, PricedDocument document, DiscountSchedule discounts, params Approval[] approvals)
    {
        Identifier.Given(id);
        Guard.Against.Null(document);
        Guard.Against.Null(discounts);
        var lifted = LiftFloors(id, customer, document.WithId(id), approvals);
        return Decide(PriceCase.Of(id, customer, discounts.Apply(lifted)).WithApprovals(approvals));
    }
}
