using System;
using NodaTime;

namespace SalesDomain.Tests.Docs;

public static class FactSnippets
{
    public static void ALineOfAnInvoice()
    {
        #region ALineOfAnInvoice
        SalesLine line = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("INV-1043"),
            Line = 1,
            Date = new LocalDate(2026, 1, 22),
            Customer = new CustomerId("D"),
            Product = new ProductId("P"),
            Quantity = Quantity.Pieces(3_200),
            ListAmount = new Money(320_000m, Currency.CNY),
            NetAmount = new Money(300_800m, Currency.CNY),
            Tax = new Money(39_104m, Currency.CNY),
            Salesperson = new SalespersonId("Li"),
        }.Build();

        Console.WriteLine(line.GrossAmount);  // CNY 339904.00
        Console.WriteLine(line.PriceKind);    // Standard
        Console.WriteLine(line);              // Invoiced 2026-01-22 INV-1043/1 D P 3200 PCE CNY 300800.00
        #endregion
    }

    public static void AReturnNamesItsOriginal()
    {
        var sold = Line(100, 9_400m, 1_222m).Build();

        #region AReturnNamesItsOriginal
        SalesLineBuilder back = sold.ToBuilder();
        back.Document = new DocumentId("CN-7");
        back.Date = new LocalDate(2026, 4, 9);
        back.Quantity = Quantity.Pieces(-10);
        back.ListAmount = new Money(-1_000m, Currency.CNY);
        back.NetAmount = new Money(-940m, Currency.CNY);
        back.Tax = new Money(-122.20m, Currency.CNY);
        back.Original = sold.Id;

        SalesLine returned = back.Build();

        Console.WriteLine(returned.IsReturn + " " + returned.Original);  // True INV-1/1
        Console.WriteLine(sold.NetAmount + returned.NetAmount);          // CNY 8460.00
        #endregion
    }

    public static void MoneyComesInLater()
    {
        #region MoneyComesInLater
        var received = new CollectionLineBuilder
        {
            Document = new DocumentId("RC-88"),
            Line = 1,
            Date = new LocalDate(2026, 3, 20),
            Customer = new CustomerId("D"),
            Amount = new Money(1_000_000m, Currency.CNY),
            Instrument = Instrument.BankBill,
            Maturity = new LocalDate(2026, 9, 15),
        }.Build();

        Console.WriteLine(received);                                                     // 2026-03-20 RC-88/1 D BankBill CNY 1000000.00
        Console.WriteLine(Period.DaysBetween(received.Date, received.Maturity!.Value));  // 179
        #endregion
    }

    public static void NameTheBasis()
    {
        #region NameTheBasis
        var receivables = new Money(1_130_000m, Currency.CNY);  // with tax, as invoices are
        var net = new Money(1_000_000m, Currency.CNY);          // thirty days of sales, without tax
        var gross = new Money(1_130_000m, Currency.CNY);        // the same sales, with tax

        var days = new Quantity(30, UnitOfMeasure.FromCode("DAY"));
        var oneDecimal = Rounding.ToDigits(1, RoundingMode.HalfAwayFromZero);

        Console.WriteLine((days * (receivables / net)).Round(oneDecimal));    // 33.9 DAY
        Console.WriteLine((days * (receivables / gross)).Round(oneDecimal));  // 30 DAY
        #endregion
    }

    private static SalesLineBuilder Line(decimal pieces, decimal net, decimal tax) => new()
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("INV-1"),
        Line = 1,
        Date = new LocalDate(2026, 3, 2),
        Customer = new CustomerId("D"),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(pieces),
        ListAmount = new Money(pieces * 100m, Currency.CNY),
        NetAmount = new Money(net, Currency.CNY),
        Tax = new Money(tax, Currency.CNY),
    };
}
