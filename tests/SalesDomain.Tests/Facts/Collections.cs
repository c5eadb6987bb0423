using System;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Facts;

public sealed class Collections
{
    private static readonly LocalDate s_day = new(2026, 3, 20);
    private static readonly LocalDate s_due = new(2026, 9, 15);

    [Fact]
    public void Cash_is_money_at_once_and_has_no_maturity()
    {
        var cash = Cash().Build();

        Assert.Equal(
            (new LineId(new DocumentId("R1"), 1), s_day, new CustomerId("D"), Lines.Cny(300_000m)),
            (cash.Id, cash.Date, cash.Customer, cash.Amount));
        Assert.Equal(Instrument.Cash, cash.Instrument);
        Assert.Null(cash.Maturity);
        Assert.Null(cash.Invoice);
        Assert.Null(cash.DueDate);
        Assert.Null(cash.Salesperson);
        Assert.Null(cash.Channel);
        Assert.Null(cash.Territory);
        Assert.Null(cash.Original);
        Assert.Equal("2026-03-20 R1/1 D Cash CNY 300000.00", cash.ToString());
        Refused<ArgumentException>("Maturity", receipt => receipt.Maturity = s_due);
    }

    [Theory]
    [InlineData(Instrument.BankBill)]
    [InlineData(Instrument.CommercialBill)]
    public void A_bill_has_a_maturity_that_is_not_before_the_day_it_came_in(Instrument instrument)
    {
        Assert.Equal(s_due, Bill(instrument, s_due).Build().Maturity);
        Assert.Equal(s_day, Bill(instrument, s_day).Build().Maturity);
        Assert.Equal("Maturity", Assert.Throws<ArgumentOutOfRangeException>(() => Bill(instrument, s_day.PlusDays(-1)).Build()).ParamName);
        Assert.Equal("Maturity", Assert.Throws<ArgumentException>(() => Bill(instrument, null).Build()).ParamName);
    }

    [Fact]
    public void A_dishonoured_bill_comes_back_after_its_maturity_and_names_the_receipt()
    {
        var received = Bill(Instrument.CommercialBill, s_due).Build();
        var back = received.ToBuilder();
        back.Document = new DocumentId("R9");
        back.Date = s_due.PlusDays(2);
        back.Amount = -received.Amount;
        back.Original = received.Id;
        var dishonoured = back.Build();

        Assert.True(dishonoured.Amount.IsNegative);
        Assert.Equal((s_due, received.Id), (dishonoured.Maturity!.Value, dishonoured.Original!.Value));
        back.Amount = received.Amount;
        Assert.Equal("Maturity", Assert.Throws<ArgumentOutOfRangeException>(() => back.Build()).ParamName);
    }

    [Fact]
    public void A_receipt_does_not_take_itself_back() =>
        Refused<ArgumentException>("Original", receipt => receipt.Original = new LineId(new DocumentId("R1"), 1));

    [Fact]
    public void What_must_be_set_is_asked_for_by_name()
    {
        Refused<ArgumentException>("Document", receipt => receipt.Document = default);
        Refused<ArgumentException>("Line", receipt => receipt.Line = null);
        Refused<ArgumentOutOfRangeException>("Line", receipt => receipt.Line = -1);
        Refused<ArgumentException>("Date", receipt => receipt.Date = null);
        Refused<ArgumentException>("Customer", receipt => receipt.Customer = default);
        Refused<ArgumentException>("Amount", receipt => receipt.Amount = null);
        Refused<ArgumentOutOfRangeException>("Instrument", receipt => receipt.Instrument = (Instrument)3);
    }

    [Fact]
    public void Identifiers_without_a_code_are_refused()
    {
        Refused<ArgumentException>("Invoice", receipt => receipt.Invoice = default(DocumentId));
        Refused<ArgumentException>("Salesperson", receipt => receipt.Salesperson = default(SalespersonId));
        Refused<ArgumentException>("Channel", receipt => receipt.Channel = default(ChannelId));
        Refused<ArgumentException>("Territory", receipt => receipt.Territory = default(TerritoryId));
        Refused<ArgumentException>("Original", receipt => receipt.Original = default(LineId));
    }

    [Fact]
    public void Days_of_another_calendar_are_refused()
    {
        var julian = s_day.PlusDays(90).WithCalendar(CalendarSystem.Julian);

        Refused<ArgumentException>("Date", receipt => receipt.Date = julian);
        Refused<ArgumentException>("DueDate", receipt => receipt.DueDate = julian);
        Assert.Equal("Maturity", Assert.Throws<ArgumentException>(() => Bill(Instrument.BankBill, julian).Build()).ParamName);
    }

    [Fact]
    public void Facts_are_equal_by_all_their_values()
    {
        static CollectionLine With(Action<CollectionLineBuilder> change)
        {
            var receipt = Bill(Instrument.BankBill, s_due);
            change(receipt);
            return receipt.Build();
        }

        TestHelper.TestEqualsClass(
            With(_ => { }),
            With(receipt => receipt.Amount = Lines.Cny(300_000.00m)),
            With(receipt => receipt.Document = new DocumentId("R2")),
            With(receipt => receipt.Line = 2),
            With(receipt => receipt.Date = s_day.PlusDays(1)),
            With(receipt => receipt.Customer = new CustomerId("E")),
            With(receipt => receipt.Amount = Lines.Cny(300_000.01m)),
            With(receipt => receipt.Instrument = Instrument.CommercialBill),
            With(receipt => receipt.Maturity = s_due.PlusDays(-1)),
            With(receipt => receipt.Invoice = new DocumentId("I1")),
            With(receipt => receipt.DueDate = s_day),
            With(receipt => receipt.Salesperson = new SalespersonId("LI")),
            With(receipt => receipt.Channel = new ChannelId("KA")),
            With(receipt => receipt.Territory = new TerritoryId("EAST")),
            With(receipt => receipt.Original = new LineId(new DocumentId("R0"), 1)));
    }

    [Fact]
    public void A_builder_taken_from_a_line_builds_an_equal_one()
    {
        var full = Bill(Instrument.BankBill, s_due);
        full.Invoice = new DocumentId("I1");
        full.DueDate = s_day.PlusDays(-30);
        full.Salesperson = new SalespersonId("LI");
        full.Channel = new ChannelId("KA");
        full.Territory = new TerritoryId("EAST");
        full.Original = new LineId(new DocumentId("R0"), 1);
        var line = full.Build();

        Assert.Equal(line, line.ToBuilder().Build());
    }

    [Fact]
    public void Facts_are_ordered_by_date_then_receipt_then_line()
    {
        static CollectionLine Of(int day, string receipt, int line)
        {
            var cash = Cash();
            cash.Document = new DocumentId(receipt);
            cash.Line = line;
            cash.Date = new LocalDate(2026, 3, day);
            return cash.Build();
        }

        CollectionLine[] sorted = [Of(1, "B", 2), Of(1, "B", 10), Of(1, "C", 1), Of(2, "A", 1), Of(2, "A", 2)];

        foreach (var order in new[] { sorted.Reverse(), sorted.Skip(2).Concat(sorted.Take(2)), sorted.OrderBy(line => line.Id.Line) })
            Assert.Equal(sorted, order.OrderBy(line => line, CollectionLine.InFactOrder));
        Assert.Equal(0, CollectionLine.InFactOrder.Compare(sorted[0], Of(1, "B", 2)));
    }

    private static void Refused<TException>(string property, Action<CollectionLineBuilder> change)
        where TException : ArgumentException
    {
        var receipt = Cash();
        change(receipt);
        Assert.Equal(property, Assert.Throws<TException>(() => receipt.Build()).ParamName);
    }

    private static CollectionLineBuilder Bill(Instrument instrument, LocalDate? maturity)
    {
        var bill = Cash();
        bill.Instrument = instrument;
        bill.Maturity = maturity;
        return bill;
    }

    private static CollectionLineBuilder Cash() => new()
    {
        Document = new DocumentId("R1"),
        Line = 1,
        Date = s_day,
        Customer = new CustomerId("D"),
        Amount = Lines.Cny(300_000m),
    };
}
