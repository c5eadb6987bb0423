using System.Linq;
using System.Text.Json;
using QuarterClose.Rules;

namespace QuarterClose.Output;

/// <summary>
/// The rebates of a year as one JSON document: amounts, percentages and spans as their canonical texts, counts as numbers.
/// </summary>
public static class RebateJson
{
    /// <summary>With a proof, the explanations are part of the document.</summary>
    public static string Of(RebatedYear rebates, RebateProof? proof = null) =>
        JsonSerializer.Serialize(
            new
            {
                year = new { name = rebates.Terms.Year.Label, days = rebates.Terms.Year.Span.ToString() },
                settledOn = NamedSpan.Day(rebates.Terms.SettledOn),
                closedOn = NamedSpan.Day(rebates.Terms.ClosedOn),
                agreements = rebates.Deals.Select(Deal),
                closed = rebates.IsClosed,
                verified = rebates.IsVerified,
                figuresVerified = rebates.Deals.Sum(deal => deal.Proof.Parts.Sum(part => part.FiguresVerified)),
                explanations = proof?.Parts.Select(proven => ProofJson.Of(proof.Name, proven)),
            },
            ProofJson.Options) + "\n";

    private static object Deal(RebatedDeal deal) => new
    {
        id = deal.Deal.Agreement.Id.Code,
        partner = deal.Deal.Partner,
        days = deal.Deal.Agreement.Span.ToString(),
        level = deal.Deal.Rebate.Level.ToString(),
        scale = deal.Deal.Rebate.Scale.ToString(),
        basis = deal.Deal.Rebate.Basis!.ToString(),
        payout = deal.Deal.Payout.ToString(),
        months = deal.Months.Select(Month),
        customers = deal.Customers.Select(Customer),
        accrued = deal.Balances.Accrued.ToString(),
        settled = deal.Balances.Settled.ToString(),
        writtenOff = deal.Balances.WrittenOff.ToString(),
        left = deal.Balances.Liability.ToString(),
        closed = deal.IsClosed,
    };

    private static object Month(RebateMonth month) => new
    {
        name = month.Name,
        sold = month.Sold.ToString(),
        soldToDate = month.SoldToDate.ToString(),
        ratio = month.Result.Ratio?.ToString(),
        step = month.Result.Reached?.ToString(),
        stepReached = month.IsStepReached,
        earnedToDate = month.Result.Earned.ToString(),
        accrued = month.Accrued.ToString(),
        accruedToDate = month.AccruedToDate.ToString(),
        reasons = month.Result.Reasons.Select(reason => reason.ToString()),
        projected = month.Projection is not { } projection ? null
            : new { sold = projection.Sold.ToString(), earns = projection.Entitlement.ToString() },
        nextStep = month.NearMiss is not { } near ? null
            : new
            {
                missing = near.Missing.ToString(),
                to = near.NextLevel.ToString(),
                pays = near.Pays.ToString(),
                rate = near.MarginalRate?.ToString(),
            },
    };

    private static object Customer(RebatedCustomer customer) => new
    {
        id = customer.Id.Code,
        bought = customer.Bought.ToString(),
        earned = customer.Balances.Earned.ToString(),
        accrued = customer.Balances.Accrued.ToString(),
        document = customer.Settlement.Run.Document.ToString(),
        payable = customer.Settlement.Payable.ToString(),
        settled = customer.Balances.Settled.ToString(),
        writtenOff = customer.Balances.WrittenOff.ToString(),
        left = customer.Balances.Liability.ToString(),
        reasons = customer.Settlement.Reasons.Select(reason => reason.ToString()),
    };
}
