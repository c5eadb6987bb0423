using System.Linq;

namespace QuarterClose.Rules;

/// <summary>
/// The explanation of the pocket margin of a category, or of who may approve an order, and what verifying all of it found.
/// </summary>
/// <param name="Title">What is explained, and what it comes to.</param>
/// <param name="Proven">The explanation.</param>
/// <param name="DownTo">What of every order line the figures are followed down to.</param>
public sealed record PriceProof(string Title, Proven Proven, string DownTo = Proven.PriceQuantityDiscount)
{
    /// <summary>An id of a category, or the number of an order.</summary>
    public static PriceProof Of(PricedQuarter prices, string id, Detail detail)
    {
        if (prices.Categories.FirstOrDefault(each => each.Category.Id.Code == id) is { } category)
            return new PriceProof(TitleOf(category), new Proven(category.Explain(detail), category.Explain(Detail.Lines)));
        if (prices.Approvals.FirstOrDefault(each => each.Order.Id.ToString() == id) is { } order)
        {
            var approval = order.Explain();
            return new PriceProof(
                "Order " + id + " is approved by: " + RoleApprovals.NameOf(order.Approval.Role), new Proven(approval, approval),
                order.IsDownToDiscounts ? "price, quantity, discount and cost" : "amount, discount and cost");
        }

        throw new InputException(
            $"--explain: '{id}' is neither a category nor an order of {prices.Terms.Quarter.Name}; the categories are "
            + string.Join(", ", prices.Categories.Select(each => each.Category.Id)) + ".");
    }

    private static string TitleOf(PricedCategory category) =>
        (category.Total.Cost is null ? "Pocket of " + category.Category + ", whose cost is not known: " : "Pocket margin of "
            + category.Category + ": ") + (category.Total.PocketMargin ?? category.Total.Pocket).ToString("A", null);
}
