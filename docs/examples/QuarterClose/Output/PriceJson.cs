using System.Linq;
using System.Text.Json;
using QuarterClose.Rules;
using SalesDomain.Pricing;

namespace QuarterClose.Output;

/// <summary>
/// The prices of a quarter as one JSON document: amounts, percentages and spans as their canonical texts, counts as numbers.
/// </summary>
public static class PriceJson
{
    /// <summary>With a proof, the explanation is part of the document.</summary>
    public static string Of(PricedQuarter prices, PriceProof? proof = null) =>
        JsonSerializer.Serialize(
            new
            {
                quarter = new { name = prices.Terms.Quarter.Name, days = prices.Terms.Quarter.Days.ToString() },
                assumed = Assumed(prices.Terms),
                categories = prices.Categories.Select(category => new
                {
                    id = category.Category.Id.Code,
                    name = category.Category.Name,
                    lines = category.Lines.Count,
                    costOfList = category.CostOfList?.ToString(),
                    waterfall = Waterfall(category.Total),
                }),
                all = new { lines = prices.LineCount, waterfall = Waterfall(prices.Total) },
                limits = prices.Terms.Limits.Roles.Select(role => new
                {
                    role = role.ToString(),
                    limits = prices.Terms.Limits.Names.Select(name => name + " " + prices.Terms.Limits.LimitOf(role, name)),
                }),
                approvals = prices.ByRole.Select(Role),
                explanation = proof is null ? null : ProofJson.Of(proof.Title, proof.Proven),
            },
            ProofJson.Options) + "\n";

    private static object Assumed(PriceTerms terms) => new
    {
        expectedRebate = new
        {
            boughtIn = new { name = terms.RebateBasis.Name, days = terms.RebateBasis.Days.ToString() },
            steps = terms.Rebates.Bounds.Zip(terms.Rebates.Values, (from, rate) => new { from = from.ToString(), rate = rate.ToString() }),
        },
        credit = new { rate = terms.CreditRate.ToString(), dayCount = terms.DayCount.ToString(), payment = terms.Payment.ToString() },
    };

    private static object Role(RoleApprovals role) => new
    {
        role = role.Role?.ToString(),
        orders = role.Orders.Count,
        linesWithADiscount = role.Lines.Count,
        list = role.List.ToString(),
        discount = role.Discount.ToString(),
        linesAlone = role.LinesAlone,
        documents = role.Orders.Where(order => order.Discounted.Any() || order.Approval.Reasons.Count > 0).Select(Order),
    };

    private static object Order(ApprovedOrder order) => new
    {
        id = order.Order.Id.ToString(),
        customer = order.Approval.Document.Customer.ToString(),
        day = NamedSpan.Day(order.Approval.Document.Date),
        effectiveDiscount = order.Discount?.ToString(),
        roleAlone = order.Approval.RoleAlone?.ToString(),
        reasons = order.Approval.Reasons.Select(reason => new
        {
            code = reason.Code,
            figures = reason.Figures.ToDictionary(figure => figure.Name, figure => figure.Value.ToString()),
        }),
        lines = order.Discounted.Select(line => new
        {
            line = line.Line.Sale.Line.Id.ToString(),
            list = line.Line.Waterfall.List.ToString(),
            discount = line.Line.TakenOff.ToString(),
            alone = line.Alone?.ToString(),
        }),
    };

    private static object Waterfall(PriceWaterfall total) => new
    {
        list = total.List.ToString(),
        onInvoice = total.OnInvoice.ToString(),
        invoiceNet = total.InvoiceNet.ToString(),
        offInvoice = total.Deductions.Where(each => each.Stage == WaterfallStage.OffInvoice)
            .Select(each => new { name = each.Name, amount = each.Amount.ToString() }),
        pocket = total.Pocket.ToString(),
        pocketOfList = total.PocketOfList?.ToString(),
        cost = total.Cost?.ToString(),
        pocketMargin = total.PocketMargin?.ToString(),
        pocketMarginRate = total.PocketMarginRate?.ToString(),
    };
}
