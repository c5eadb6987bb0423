using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class PricesMadeEquivalent
{
    private static readonly LocalDate s_on = new(2026, 3, 20);
    private static readonly CashEquivalence s_rule = CashEquivalence.Of(Percent(4.8m), DayCountBasis.Actual360, Rounding.Commercial);

    [Fact]
    public void Cash_is_worth_itself_and_a_bill_by_its_own_rate_or_the_common_one()
    {
        var rule = s_rule.WithRate(Instrument.BankBill, Percent(2.4m));

        Assert.Equal(Cny(1_000m), rule.CashFor(Cny(1_000m), Instrument.Cash, 90).Cash);
        Assert.Equal(Cny(988m), rule.CashFor(Cny(1_000m), Instrument.BankBill, 180).Cash);
        Assert.Equal(Cny(976m), rule.CashFor(Cny(1_000m), Instrument.CommercialBill, 180).Cash);
        Assert.Equal(Cny(1_012.15m), rule.AmountFor(Cny(1_000m), Instrument.BankBill, 180).Amount);
        Assert.Equal("CNY 1000.00 in 30 days is CNY 996.00 at once", rule.CashFor(Cny(1_000m), 30).ToString());
        Assert.Equal((Percent(4.8m), 30), (rule.CashFor(Cny(1_000m), 30).Rate, rule.CashFor(Cny(1_000m), 30).Days));
        Assert.Equal(Cny(-996m), rule.CashFor(Cny(-1_000m), 30).Cash);
    }

    [Fact]
    public void Nothing_received_has_no_share_and_a_bill_that_is_due_is_cash()
    {
        var nothing = s_rule.Convert(Currency.CNY, []);
        var due = s_rule.Convert(Currency.CNY, [Receipt(1, 100m, Instrument.BankBill, s_on)]);

        Assert.Equal("CNY 100.00 in 0 days is CNY 100.00 at once", due.Lines[0].ToString());
        Assert.Equal((Cny(0m), null), (nothing.Cash, nothing.Share));
        Assert.True(nothing.Explain().IsVerified);
        Assert.Equal(Cny(100m), due.Cash);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "rate", () => CashEquivalence.Of(Percent(-1), DayCountBasis.Actual360, Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>(
            "basis", () => CashEquivalence.Of(Percent(1), DayCountBasis.ActualActual, Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>("instrument", () => s_rule.WithRate(Instrument.Cash, Percent(1)));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => s_rule.WithRate(Instrument.BankBill, Percent(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => s_rule.CashFor(Cny(1m), -1));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => s_rule.AmountFor(Cny(1m), 7_500));
        Assert.Equal(7_499, s_rule.AmountFor(Cny(1m), 7_499).Days);
        Assert.Throws<CurrencyMismatchException>(() => s_rule.Convert(Currency.USD, [Receipt(1, 1m, Instrument.Cash, null)]));
    }

    [Fact]
    public void A_rule_is_a_value()
    {
        TestHelper.TestEqualsClass(
            s_rule, CashEquivalence.Of(Percent(4.8m), DayCountBasis.Actual360, Rounding.Commercial),
            CashEquivalence.Of(Percent(4.8m), DayCountBasis.Actual365, Rounding.Commercial),
            CashEquivalence.Of(Percent(4.8m), DayCountBasis.Actual360, Rounding.Bankers), s_rule.WithRate(Instrument.BankBill, Percent(1)),
            s_rule.WithRate(Instrument.CommercialBill, Percent(1)));
        Assert.Equal(
            "4.8% a year, bank bills 2.4%, commercial bills 5%, Actual360, rounded minor-unit half-away",
            s_rule.WithRate(Instrument.BankBill, Percent(2.4m)).WithRate(Instrument.CommercialBill, Percent(5)).ToString());
    }

    [Property]
    public Property There_and_back_is_the_same_within_the_roundings_and_is_proven() =>
        Prop.ForAll(
            Gen.Choose(-10_000_000, 10_000_000).ToArbitrary(), Gen.Choose(0, 365).ToArbitrary(), Gen.Choose(0, 2_400).ToArbitrary(),
            (cents, days, rate) =>
            {
                var rule = CashEquivalence.Of(Percent(rate / 100m), DayCountBasis.Actual365, Rounding.Commercial);
                var later = rule.AmountFor(Cny(cents / 100m), days);
                var back = rule.CashFor(later.Amount, days);
                return (back.Cash - later.Cash).Abs() <= Cny(0.01m)
                    && later.Explain().IsVerified && later.Explain().Value == later.Amount
                    && back.Explain().IsVerified && back.Explain().Value == back.Cash
                    && rule.CashFor(Cny(-cents / 100m), days).Cash == -rule.CashFor(Cny(cents / 100m), days).Cash;
            });

    [Property]
    public Property The_order_of_receipts_does_not_matter() =>
        Prop.ForAll(
            (from cents in Gen.Choose(1, 100_000) from days in Gen.Choose(0, 365) from kind in Gen.Choose(0, 2)
             select (cents, days, kind)).ArrayOf().ToArbitrary(),
            facts =>
            {
                var receipts = facts.Select((fact, i) => Receipt(
                    i, fact.cents / 100m, (Instrument)fact.kind, fact.kind == 0 ? null : s_on.PlusDays(fact.days))).ToArray();
                var (forth, back) = (s_rule.Convert(Currency.CNY, receipts), s_rule.Convert(Currency.CNY, receipts.Reverse()));
                return forth.Cash == back.Cash && forth.Share == back.Share && forth.Explain().IsVerified
                    && forth.Explain().Value == forth.Cash && forth.Cash <= forth.Amount;
            });

    private static CollectionLine Receipt(int line, decimal amount, Instrument instrument, LocalDate? maturity) =>
        new CollectionLineBuilder
        {
            Document = new DocumentId("R"),
            Line = line,
            Date = s_on,
            Customer = new CustomerId("D"),
            Amount = Cny(amount),
            Instrument = instrument,
            Maturity = maturity,
        }.Build();
}
