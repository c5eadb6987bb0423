using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>From a document before its discounts to what has to be approved, in one call.</content>
public sealed partial class PriceAuthority
{
    /// <summary>Lifts the floors that approvals on file lift, applies the discounts, and gives what somebody has to approve.</summary>
    /// <remarks>
    /// <see cref="LiftFloors"/>, <see cref="DiscountSchedule.Apply(PricedDocument)"/> and <see cref="PriceCase.WithApprovals"/> with the
    /// same approvals, so that what lifts a floor counts in the decision too. Costs and waterfalls, without which nobody may decide by a
    /// margin, are given to the result (<c>WithCosts</c>), and it is decided with the other orders of its customer and
    /// day: alone, an order that was split over the day would pass.
    /// </remarks>
    /// <param name="id">The number of the offer or order; the document gets it.</param>
    /// <param name="customer">Whose it is; a line whose subject states no customer is taken to be his.</param>
    /// <param name="document">The document before discounts.</param>
    /// <param name="discounts">The discounts, none of which asks for a coupon or what was granted before.</param>
    /// <param name="approvals">The approvals on file, possibly none.</param>
    /// <returns>The case, with the document after its discounts and the approvals.</returns>
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
    public PriceCase Apply(
        DocumentId id, CustomerId customer, PricedDocument document, DiscountSchedule discounts, params Approval[] approvals)
    {
        Identifier.Given(id);
        Guard.Against.Null(document);
        Guard.Against.Null(discounts);
        var lifted = LiftFloors(id, customer, document.WithId(id), approvals);
        return PriceCase.Of(id, customer, discounts.Apply(lifted)).WithApprovals(approvals);
    }
}
