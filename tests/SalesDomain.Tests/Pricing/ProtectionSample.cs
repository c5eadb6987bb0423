using NodaTime;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

/// <summary>A price that fell from 94 to 90, and what a dealer bought before.</summary>
internal static class ProtectionSample
{
    internal static LocalDate Change { get; } = new(2026, 3, 5);

    internal static PriceDrop Fallen { get; } = Drop(94m, 90m);

    internal static PriceProtection All { get; } = PriceProtection.OfAnyDay(Rounding.Commercial);

    internal static PriceProtection Month { get; } = PriceProtection.Of(Rounding.Commercial, window: 30);

    /// <summary>More than anybody has in stock, long ago.</summary>
    internal static SalesLine[] Enough { get; } = [Bought(99, 1_000m, -400)];

    internal static PriceProtectionResult Evaluate(
        PriceProtection rule, decimal stock, SalesLine[] purchases, params PriceProtectionClaim[] claims) =>
        rule.Evaluate(Fallen, ProtectedStock.AtChange(Quantity.Pieces(stock)), purchases, claims);

    internal static PriceDrop Drop(decimal from, decimal to, UnitOfMeasure? per = null, TaxBasis taxBasis = TaxBasis.WithoutTax) =>
        PriceDrop.Of(new("D-1"), new("P-1"), Change, Cny(from), Cny(to), per ?? UnitOfMeasure.Piece, taxBasis);

    internal static SalesLine Bought(
        int line, decimal quantity, int day = -5, PriceKind kind = PriceKind.Standard, string dealer = "D-1", string product = "P-1",
        Stage stage = Stage.Invoiced, UnitOfMeasure? unit = null) =>
        new SalesLineBuilder
        {
            Stage = stage,
            Document = new DocumentId("INV-1"),
            Line = line,
            Date = Change.PlusDays(day),
            Customer = new CustomerId(dealer),
            Product = new ProductId(product),
            Quantity = new Quantity(quantity, unit ?? UnitOfMeasure.Piece),
            NetAmount = Cny(kind == PriceKind.Free ? 0m : 94m * quantity),
            Tax = Cny(0m),
            PriceKind = kind,
        }.Build();
}
