using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Tests.Facts;

/// <summary>The March order of practice §5.4 as a fact, to be changed.</summary>
internal static class Lines
{
    internal static IReadOnlyList<Action<SalesLineBuilder>> Changes { get; } =
    [
        line => line.Stage = Stage.Delivered,
        line => line.Document = new DocumentId("10249"),
        line => line.Line = 2,
        line => line.Date = new LocalDate(2026, 4, 1),
        line => line.Customer = new CustomerId("E"),
        line => line.ShipTo = new CustomerId("E"),
        line => line.Product = new ProductId("Q"),
        line => line.Quantity = Quantity.Pieces(3501m),
        line => line.ListAmount = Cny(350_000.01m),
        line => line.NetAmount = Cny(329_000.01m),
        line => line.Tax = Cny(42_770.01m),
        line => line.PriceKind = PriceKind.Project,
        line => line.Salesperson = null,
        line => line.Channel = null,
        line => line.Territory = null,
        line => line.Cost = null,
        line => line.Original = null,
    ];

    internal static SalesLineBuilder Sale() => new()
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("10248"),
        Line = 1,
        Date = new LocalDate(2026, 3, 31),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(3500m),
        ListAmount = Cny(350_000m),
        NetAmount = Cny(329_000m),
        Tax = Cny(42_770m),
    };

    internal static SalesLine Sale(Action<SalesLineBuilder> change)
    {
        var builder = Sale();
        change(builder);
        return builder.Build();
    }

    internal static Money Cny(decimal amount) => new(amount, Currency.CNY);

    internal static void Set(SalesLineBuilder line, string property, Money amount)
    {
        switch (property)
        {
            case nameof(SalesLineBuilder.ListAmount):
                line.ListAmount = amount;
                break;
            case nameof(SalesLineBuilder.NetAmount):
                line.NetAmount = amount;
                break;
            case nameof(SalesLineBuilder.Tax):
                line.Tax = amount;
                break;
            default:
                line.Cost = amount;
                break;
        }
    }
}
