using System.Linq;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

public sealed class PaidLate
{
    private static readonly CommissionMeasure s_late = Collected.WithLateness(Lateness);

    [Theory]
    [InlineData(-10, 100)]
    [InlineData(0, 100)]
    [InlineData(1, 90)]
    [InlineData(30, 90)]
    [InlineData(31, 70)]
    [InlineData(60, 70)]
    [InlineData(61, 50)]
    [InlineData(90, 50)]
    [InlineData(91, 0)]
    [InlineData(400, 0)]
    public void Money_counts_by_the_days_from_its_due_date(int daysLate, int counted)
    {
        var credit = s_late.Of(Of(Receipt(100m, daysLate)));

        Assert.Equal(counted, credit.Value!.Value.Money.Amount);
        Assert.True(credit.Explain().IsVerified);
    }

    [Fact]
    public void Without_a_due_date_nothing_is_in_time_by_silence()
    {
        var unstated = Of(Receipt(100m, null));

        Assert.Equal("commission.no-due-date", s_late.Of(unstated).Reasons.Single().Code);
        Assert.Null(s_late.Sum([unstated]).Value);
        Assert.Equal(100m, Collected.WithLateness(Lateness, UnstatedFact.CountsInFull).Counted(unstated));
        Assert.True(Collected.WithLateness(Lateness, UnstatedFact.CountsInFull).Of(unstated).Explain().IsVerified);
    }

    [Fact]
    public void Days_outside_the_steps_have_no_factor()
    {
        var inTime = Collected.WithLateness(StepSchedule.From((0, Percent(100)), (31, Percent(50))).WithCeiling(60));

        Assert.Equal(50m, inTime.Counted(Of(Receipt(100m, 60))));
        Assert.Equal("commission.outside-lateness-steps", inTime.Of(Of(Receipt(100m, 61))).Reasons.Single().Code);
        Assert.Equal("commission.outside-lateness-steps", inTime.Of(Of(Receipt(100m, -1))).Reasons.Single().Code);
    }

    /// <summary>Pitfall 13: partial payment, then reversal, still paid. The cheque comes back forty days later.</summary>
    [Fact]
    public void Pitfall_13_A_returned_cheque_takes_back_what_its_receipt_counted()
    {
        var receipt = Receipt(100m, 25);
        var cheque = Returned(receipt);

        Assert.Equal(-90m, s_late.Counted(Of(cheque).Following(receipt)));
        Assert.Equal(0m, s_late.Sum([Of(cheque).Following(receipt), Of(receipt)]).Amount());
        Assert.Equal(-36m, s_late.Counted(Of(Returned(receipt, 0.4m)).Following(receipt)));
        Assert.Equal("commission.no-original", s_late.Of(Of(cheque)).Reasons.Single().Code);
        Assert.True(s_late.Of(Of(cheque).Following(receipt)).Explain().IsVerified);
    }

    [Fact]
    public void Crediting_makes_a_returned_cheque_follow_its_receipt()
    {
        var li = new SalespersonId("LI");
        var receipt = Receipt(100m, 25, line => line.Salesperson = li);
        var credits = CreditRules.Of(Crediting.BySalesperson).WithReceipts(ReceiptCrediting.OfReceipt)
            .Credit([], [Returned(receipt), receipt]);

        Assert.Equal(0m, s_late.Sum(credits.Of(li)).Amount());
    }

    [Fact]
    public void A_bill_is_paid_when_the_rule_says_that_it_is_money()
    {
        var bill = Receipt(100m, 0, change: receipt =>
        {
            receipt.Instrument = Instrument.BankBill;
            receipt.Maturity = Day.PlusDays(50);
        });
        var atMaturity = CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY).WithBills(BillDay.OfMaturity)).WithLateness(Lateness);

        Assert.Equal(100m, s_late.Counted(Of(bill)));
        Assert.Equal(70m, atMaturity.Counted(Of(bill)));
        Assert.Equal(-70m, atMaturity.Counted(Of(Returned(bill)).Following(bill)));
        Assert.Null(atMaturity.During(DateSpan.On(Day)).Of(Of(bill)).Value);
    }

    [Fact]
    public void Tax_of_one_rate_is_divided_out_of_the_sum_once()
    {
        var measure = Collected.WithoutTax(Percent(13));
        SalesCredit[] thirds = [Of(Receipt(100m, null)), Of(Receipt(100m, null)), Of(Receipt(139m, null))];

        Assert.Equal(300m, measure.Sum(thirds).Amount());
        Assert.All(thirds, credit => Assert.True(measure.Of(credit).Explain().IsVerified));
        Assert.True(measure.Sum(thirds).Explain().IsVerified);
    }

    [Fact]
    public void Tax_of_several_rates_is_taken_out_of_each_receipt_and_rounded()
    {
        var rates = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Channel, ScopeDimensions.None),
            ScopeEntry.Of("goods", Scope.Everything, Percent(13)),
            ScopeEntry.Of("services", Scope.Everything.Only(new ChannelId("SERVICE")), Percent(6)));
        var measure = Collected.WithoutTax(rates, Rounding.ToMinorUnit(RoundingMode.Ceiling));
        var goods = Receipt(100m, null);
        var service = Receipt(100m, null, receipt => receipt.Channel = new ChannelId("SERVICE"));

        Assert.Equal(88.50m, measure.Counted(Of(goods)));
        Assert.Equal(94.34m, measure.Counted(Of(service)));
        Assert.Equal(-88.50m, measure.Counted(Of(Returned(goods)).Following(goods)));
        Assert.Equal(0m, measure.Sum([Of(service), Of(Returned(service)).Following(service)]).Amount());
        Assert.All(
            new[] { Of(goods), Of(service), Of(Returned(goods)).Following(goods) },
            credit => Assert.True(measure.WithLateness(Lateness, UnstatedFact.CountsInFull).Of(credit).Explain().IsVerified));
        var none = Collected.WithoutTax(
            ScopeTable.MostSpecific(AccessSequence.Of(ScopeDimensions.Channel), rates.Entries.Single(entry => entry.Name == "services")),
            Rounding.Commercial);
        Assert.Equal("commission.no-tax-rate", none.Of(Of(goods)).Reasons.Single().Code);
    }
}
