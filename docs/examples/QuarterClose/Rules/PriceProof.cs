using System.Linq;

namespace QuarterClose.Rules;

/// <summary>The explanation of the pocket margin of one category, and what verifying all of it found, down to the last order line.</summary>
public sealed record PriceProof(PricedCategory Category, Proven Proven)
{
    public static PriceProof Of(PricedQuarter prices, string categoryId, Detail detail)
    {
        var category = prices.Categories.FirstOrDefault(each => each.Category.Id.Code == categoryId) ?? throw new InputException(
            $"--explain: category '{categoryId}' is unknown; known are "
            + string.Join(", ", prices.Categories.Select(each => each.Category.Id)) + ".");
        return new PriceProof(category, new Proven(category.Explain(detail), category.Explain(Detail.Lines)));
    }
}
