using System;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Facts;

public sealed class Collections
{
    private static readonly LineId s_receipt = new(new DocumentId("R1"), 1);
    private static readonly LocalDate s_day = new(2026, 3, 20);
    private static readonly CustomerId s_customer = new("D");
    private static readonly Money s_amount = Lines.Cny(300_000m);

    [Fact]
    public void Cash_is_money_at_once_and_has_no_maturity()
    {
        var cash = new CollectionLine(s_receipt, s_day, s_customer, s_amount);

        Assert.Equal((s_receipt, s_day, s_customer, s_amount), (cash.Id, cash.Date, cash.Customer, cash.Amount));
        Assert.Equal(Instrument.Cash, cash.Instrument);
        Assert.Null(cash.Maturity);
        Assert.Null(cash.Invoice);
        Assert.Null(cash.Salesperson);
        Assert.Equal("2026-03-20 R1/1 D Cash CNY 300000.00", cash.ToString());
        Assert.Equal("maturity", Assert.Throws<ArgumentException>(() => Bill(Instrument.Cash, s_day)).ParamName);
    }

    [Theory]
    [InlineData(Instrument.BankBill)]
    [InlineData(Instrument.CommercialBill)]
    public void A_bill_has_a_maturity_that_is_not_before_the_day_it_came_in(Instrument instrument)
    {
        Assert.Equal(new LocalDate(2026, 9, 15), Bill(instrument, new LocalDate(2026, 9, 15)).Maturity);
        Assert.Equal(s_day, Bill(instrument, s_day).Maturity);
        Assert.Equal("maturity", Assert.Throws<ArgumentOutOfRangeException>(() => Bill(instrument, s_day.PlusDays(-1))).ParamName);
        Assert.Equal("maturity", Assert.Throws<ArgumentException>(() => Bill(instrument, null)).ParamName);
    }

    [Fact]
    public void A_negative_amount_takes_a_receipt_back() =>
        Assert.True(new CollectionLine(s_receipt, s_day, s_customer, -s_amount).Amount.IsNegative);

    [Fact]
    public void Identifiers_without_a_code_are_refused()
    {
        Assert.Equal("id", Assert.Throws<ArgumentException>(() => new CollectionLine(default, s_day, s_customer, s_amount)).ParamName);
        Assert.Equal("customer", Assert.Throws<ArgumentException>(() => new CollectionLine(s_receipt, s_day, default, s_amount)).ParamName);
        Assert.Equal("invoice", Assert.Throws<ArgumentException>(
            () => new CollectionLine(s_receipt, s_day, s_customer, s_amount, invoice: default(DocumentId))).ParamName);
        Assert.Equal("salesperson", Assert.Throws<ArgumentException>(
            () => new CollectionLine(s_receipt, s_day, s_customer, s_amount, salesperson: default(SalespersonId))).ParamName);
    }

    [Fact]
    public void An_undefined_instrument_and_days_of_another_calendar_are_refused()
    {
        var julian = s_day.PlusDays(90).WithCalendar(CalendarSystem.Julian);

        Assert.Equal("instrument", Assert.Throws<ArgumentOutOfRangeException>(() => Bill((Instrument)3, s_day)).ParamName);
        Assert.Equal("date", Assert.Throws<ArgumentException>(() => new CollectionLine(s_receipt, julian, s_customer, s_amount)).ParamName);
        Assert.Equal("maturity", Assert.Throws<ArgumentException>(() => Bill(Instrument.BankBill, julian)).ParamName);
    }

    [Fact]
    public void Facts_are_equal_by_all_their_values()
    {
        static CollectionLine Of(
            string receipt = "R1", int day = 20, string customer = "D", decimal amount = 5m, Instrument instrument = Instrument.BankBill, int due = 30, string invoice = "I1", string salesperson = "LI") =>
            new(
                new LineId(new DocumentId(receipt), 1), new LocalDate(2026, 3, day), new CustomerId(customer), Lines.Cny(amount), instrument,
                new LocalDate(2026, 4, due), new DocumentId(invoice), new SalespersonId(salesperson));

        TestHelper.TestEqualsClass(
            Of(), Of(amount: 5.00m), Of("R2"), Of(day: 21), Of(customer: "E"), Of(amount: 5.01m), Of(instrument: Instrument.CommercialBill), Of(due: 29),
            Of(invoice: "I2"), Of(salesperson: "WU"));
    }

    [Fact]
    public void Facts_are_ordered_by_date_then_receipt_then_line()
    {
        static CollectionLine Of(int day, string receipt, int line) =>
            new(new LineId(new DocumentId(receipt), line), new LocalDate(2026, 3, day), s_customer, s_amount);
        CollectionLine[] sorted = [Of(1, "B", 2), Of(1, "B", 10), Of(1, "C", 1), Of(2, "A", 1), Of(2, "A", 2)];

        foreach (var order in new[] { sorted.Reverse(), sorted.Skip(2).Concat(sorted.Take(2)), sorted.OrderBy(line => line.Id.Line) })
            Assert.Equal(sorted, order.OrderBy(line => line, CollectionLine.InFactOrder));
        Assert.Equal(0, CollectionLine.InFactOrder.Compare(sorted[0], Of(1, "B", 2)));
    }

    private static CollectionLine Bill(Instrument instrument, LocalDate? maturity) => new(s_receipt, s_day, s_customer, s_amount, instrument, maturity);
}
