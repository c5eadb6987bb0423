using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>Documents in few words.</summary>
internal static class DiscountSample
{
    internal static readonly LocalDate Day = new(2026, 3, 31);

    internal static ScopeSubject Subject(string product, string? category = null) =>
        category is null ? default(ScopeSubject).With(new ProductId(product))
            : default(ScopeSubject).With(new ProductId(product)).With(new ProductCategoryId(category));

    internal static PricedLine Line(int number, decimal price, decimal quantity = 1m, string? product = null, string? category = null) =>
        PricedLine.Of(
            number, Subject(product ?? "P-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture), category),
            Quantity.Pieces(quantity), Cny(price));

    internal static PricedLine Free(int number, decimal price, decimal quantity, string product = "F") =>
        PricedLine.Of(number, Subject(product).With(PriceKind.Free), Quantity.Pieces(quantity), Cny(price));

    internal static PricedDocument Order(params PricedLine[] lines) => PricedDocument.Of(Currency.CNY, TaxBasis.WithoutTax, Day, lines);

    internal static DiscountSchedule Schedule(params Discount[] discounts) => DiscountSchedule.Of(Rounding.Commercial, discounts);

    internal static Scope Only(params string[] products) =>
        Scope.Everything.Only([.. products.Select(product => new ProductId(product))]);

    internal static Scope OnlyCategory(params string[] categories) =>
        Scope.Everything.Only([.. categories.Select(category => new ProductCategoryId(category))]);

    internal static decimal[] Nets(this DiscountedDocument document) => [.. document.Lines.Select(line => line.Net.Amount)];

    internal static decimal[] Taken(this DiscountedDocument document) => [.. document.Lines.Select(line => line.Discounted.Amount)];

    internal static string[] Codes(this DiscountedDocument document) => [.. document.Reasons.Select(reason => reason.Code)];

    internal static StepSchedule<Quantity, Percentage> ByPieces(params (decimal From, decimal Percent)[] steps) =>
        StepSchedule.From([.. steps.Select(step => (Quantity.Pieces(step.From), Percent(step.Percent)))]);
}
