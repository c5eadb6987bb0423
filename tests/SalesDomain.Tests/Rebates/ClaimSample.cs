using NodaTime;
using SalesDomain.Rebates;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Rebates;

/// <summary>A contract at 10 and 8, and what a dealer claims by it.</summary>
internal static class ClaimSample
{
    internal static LocalDate Sold { get; } = new(2026, 3, 10);

    internal static ShipAndDebitPrice Price { get; } =
        ShipAndDebitPrice.Of(new ProductId("P-1"), Usd(10m), Usd(8m), UnitOfMeasure.Piece);

    internal static ShipAndDebitContract Contract(ShipAndDebitPrice? price = null) =>
        ShipAndDebitContract.Of(
                new DocumentId("SD-7"), new CustomerId("D-1"), DateSpan.OfQuarter(2026, 1), Rounding.Commercial, price ?? Price)
            .WithCustomers(new CustomerId("C-9"));

    internal static SalesLine Sale(
        int line, decimal pieces, string customer = "C-9", string product = "P-1", LocalDate? on = null, UnitOfMeasure? unit = null,
        decimal? cost = null, int? original = null) =>
        new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("SI-1"),
            Line = line,
            Date = on ?? Sold,
            Customer = new CustomerId(customer),
            Product = new ProductId(product),
            Quantity = new Quantity(pieces, unit ?? UnitOfMeasure.Piece),
            NetAmount = Usd(8m * pieces),
            Tax = Usd(0m),
            Cost = cost is { } paid ? Usd(paid) : null,
            Original = original is { } of ? new LineId(new DocumentId("SI-1"), of) : null,
        }.Build();

    internal static ShipAndDebitClaim Claim(
        int line, SalesLine sale, decimal? amount = null, LocalDate? on = null, string dealer = "D-1", string contract = "SD-7") =>
        ShipAndDebitClaim.Of(
            new LineId(new DocumentId("CL-1"), line), on ?? Sold.PlusDays(30), new CustomerId(dealer), new DocumentId(contract), sale,
            Usd(amount ?? 2m * sale.Quantity.Amount));
}
