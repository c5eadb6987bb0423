using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

public sealed class CostsOfFunds
{
    private static readonly CostOfFunds s_bank = CostOfFunds.Of(Percent(6), DayCountBasis.Actual360, Rounding.Commercial);

    [Theory]
    [InlineData(-3, "0")]
    [InlineData(0, "0")]
    [InlineData(1, "5.65")]
    [InlineData(75, "423.75")]
    public void Late_money_costs_its_days_and_early_money_gives_nothing(int daysLate, string charge)
    {
        var late = s_bank.Charge(Cny(33_900m), Day, Day.PlusDays(daysLate));

        Assert.Equal(Cny(Number(charge)), late.Value);
        Assert.Equal(Math.Max(0, daysLate), late.DaysLate);
        Assert.Equal(late.Value, s_bank.Charge(Of(Receipt(33_900m, daysLate))).Value);
    }

    [Theory]
    [InlineData(DayCountBasis.Actual360, "202.78")]
    [InlineData(DayCountBasis.Actual365, "200.00")]
    [InlineData(DayCountBasis.ActualActual, "199.68")]
    public void The_year_has_as_many_days_as_the_rule_says(DayCountBasis basis, string charge)
    {
        // 73 days, of which 43 in the leap year 2024.
        var late = CostOfFunds.Of(Percent(10), basis, Rounding.Commercial)
            .Charge(Cny(10_000m), new LocalDate(2024, 11, 19), new LocalDate(2025, 1, 31));

        Assert.Equal(73, late.DaysLate);
        Assert.Equal(Cny(Number(charge)), late.Value);
        Assert.True(late.Explain().IsVerified);
    }

    [Fact]
    public void What_goes_back_gives_its_charge_back_and_needs_its_receipt()
    {
        var receipt = Receipt(33_900m, 75);
        var up = CostOfFunds.Of(Percent(6.1m), DayCountBasis.Actual360, Rounding.ToMinorUnit(RoundingMode.Ceiling));

        Assert.Equal(up.Charge(Of(receipt, 1m / 3m)).Value, -up.Charge(Of(Returned(receipt), 1m / 3m).Following(receipt)).Value!.Value);
        Assert.Equal("commission.no-original", s_bank.Charge(Of(Returned(receipt))).Reasons.Single().Code);
        Assert.Equal("commission.no-due-date", s_bank.Charge(Of(Receipt(1m, null))).Reasons.Single().Code);
        Assert.Null(s_bank.Charge(Of(Receipt(1m, null))).Value);
        Assert.Throws<ArgumentException>(() => s_bank.Charge(Of(Sale(1m))));
    }

    [Fact]
    public void A_bill_costs_until_it_is_money_where_the_rule_says_so()
    {
        var bill = Receipt(33_900m, 0, receipt =>
        {
            receipt.Instrument = Instrument.BankBill;
            receipt.Maturity = Day.PlusDays(75);
        });

        Assert.Equal(Cny(0m), s_bank.Charge(Of(bill)).Value);
        Assert.Equal(Cny(423.75m), s_bank.WithBills(BillDay.OfMaturity).Charge(Of(bill)).Value);
    }

    [Property]
    public Property A_charge_agrees_with_plain_code_and_explains_itself() =>
        Prop.ForAll<Money, int>((amount, late) =>
        {
            if (amount.Currency.MinorDigits is null)
                return true;

            var days = late % 2000;
            var due = new LocalDate(2022, 5, 17);
            return new[] { DayCountBasis.Actual360, DayCountBasis.Actual365, DayCountBasis.ActualActual }.All(basis =>
            {
                var charge = CostOfFunds.Of(Percent(4.35m), basis, Rounding.Bankers).Charge(amount, due, due.PlusDays(days));
                var years = Enumerable.Range(0, Math.Max(0, days)).ToLookup(day => CalendarSystem.Iso.IsLeapYear(due.PlusDays(day).Year));
                var year = basis switch
                {
                    DayCountBasis.Actual360 => Math.Max(0, days) / 360m,
                    DayCountBasis.Actual365 => Math.Max(0, days) / 365m,
                    _ => (years[true].Count() / 366m) + (years[false].Count() / 365m),
                };
                Tampering.IsNamed(charge.Explain(), Math.Abs(late));
                return Math.Abs(charge.Value!.Value.Amount - (amount.Amount * 0.0435m * year)) <= 0.51m * Smallest(amount.Currency);
            });
        });

    [Fact]
    public void A_rule_that_makes_no_sense_is_refused_and_equal_rules_are_equal()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CostOfFunds.Of(Percent(-1), DayCountBasis.Actual360, Rounding.Commercial));
        TestHelper.TestEqualsClass(
            s_bank, CostOfFunds.Of(Percent(6), DayCountBasis.Actual360, Rounding.Commercial), s_bank.WithBills(BillDay.OfMaturity),
            CostOfFunds.Of(Percent(5), DayCountBasis.Actual360, Rounding.Commercial),
            CostOfFunds.Of(Percent(6), DayCountBasis.Actual365, Rounding.Commercial),
            CostOfFunds.Of(Percent(6), DayCountBasis.Actual360, Rounding.Bankers));
        TestHelper.TestEqualsClass(
            s_bank.Charge(Cny(1m), Day, Day.PlusDays(9)), s_bank.Charge(Cny(1m), Day, Day.PlusDays(9)),
            s_bank.Charge(Cny(1m), Day, Day.PlusDays(8)), s_bank.Charge(Of(Receipt(1m, null))));
    }

    private static decimal Smallest(Currency currency) => currency.MinorDigits switch { 0 => 1m, 2 => 0.01m, 3 => 0.001m, _ => 0.0001m };
}
