using System.Collections.Generic;
using System.Linq;

namespace QuarterClose.Rules;

/// <summary>
/// What an agreement earned, or one customer of it, from the order lines; and that nothing of it is left: what was accrued in every month,
/// settled and written off, each from what was earned by then.
/// </summary>
public sealed class RebateProof
{
    public RebateProof(RebatedDeal deal, RebatedCustomer? customer, Detail detail)
    {
        (Deal, Customer) = (deal, customer);
        Earned = customer is null ? new Proven(deal.ExplainEarned(detail), deal.ExplainEarned(Detail.Lines))
            : new Proven(
                deal.ExplainShare(deal.Months[^1], customer.Id, detail), deal.ExplainShare(deal.Months[^1], customer.Id, Detail.Lines));
        Left = customer is null ? new Proven(deal.ExplainLeft(null), deal.ExplainLeft(Detail.Lines))
            : new Proven(deal.ExplainLeft(customer, null), deal.ExplainLeft(customer, Detail.Lines));
    }

    public RebatedDeal Deal { get; }

    /// <summary>Null where the agreement as a whole is explained.</summary>
    public RebatedCustomer? Customer { get; }

    /// <summary>The agreement, or the agreement and the customer.</summary>
    public string Name => Deal.Deal.Agreement.Id + (Customer is { } customer ? ", " + customer.Id : "");

    public Proven Earned { get; init; }

    public Proven Left { get; init; }

    public IReadOnlyList<Proven> Parts => [Earned, Left];

    public bool IsVerified => Parts.All(part => part.IsVerified);
}
