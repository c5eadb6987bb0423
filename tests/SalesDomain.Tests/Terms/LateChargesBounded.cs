using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class LateChargesBounded
{
    private static readonly LocalDate s_due = new(2026, 2, 24);
    private static readonly LatePaymentRule s_rule = LatePaymentRule.PerDay(Percent(0.05m), Rounding.Commercial);

    [Theory]
    [InlineData(GraceCharging.FromDueDate, 5, 0, "0")]
    [InlineData(GraceCharging.FromDueDate, 6, 6, "3")]
    [InlineData(GraceCharging.AfterGrace, 5, 0, "0")]
    [InlineData(GraceCharging.AfterGrace, 6, 1, "0.5")]
    public void Grace_is_read_in_two_ways(GraceCharging charging, int day, int days, string value)
    {
        var charge = s_rule.WithGrace(5, charging).Charge(Cny(1_000m), s_due, s_due.PlusDays(day));

        Assert.Equal((day, days, Money.Parse("CNY " + value)), (charge.DaysLate, charge.DaysCharged, charge.Value));
        Assert.Equal(
            day == 5 ? "terms.late-in-grace (days late 5, days of grace 5)" : null,
            charge.Reasons.Select(reason => reason.ToString()).SingleOrDefault());
        Assert.True(charge.Explain().IsVerified);
        Tampering.IsNamed(charge.Explain(), day);
    }

    [Fact]
    public void Grace_charges_from_the_due_date_unless_stated_and_says_nothing_in_time()
    {
        Assert.Equal(s_rule.WithGrace(5), s_rule.WithGrace(5, GraceCharging.FromDueDate));
        Assert.Empty(s_rule.WithGrace(5).Charge(Cny(1_000m), s_due, s_due).Reasons);
        Assert.Equal(s_rule, s_rule.WithGrace(0));
        Assert.Equal("CNY 0.50 for CNY 1000.00, 1 day late", s_rule.Charge(Cny(1_000m), s_due, s_due.PlusDays(1)).ToString());
    }

    // 1,000,000 × 0.05 % × 3,287 days are 1,643,500; no court would give that.
    [Theory]
    [InlineData(399, "199500", null)]
    [InlineData(400, "200000", null)]
    [InlineData(401, "200000", "terms.charge-capped (charge CNY 200500.00, cap CNY 200000.00)")]
    [InlineData(3_287, "200000", "terms.charge-capped (charge CNY 1643500.00, cap CNY 200000.00)")]
    public void However_late_it_is_not_more_than_the_cap(int day, string value, string? reason)
    {
        var charge = s_rule.WithCap(Percent(20)).Charge(Cny(1_000_000m), s_due, s_due.PlusDays(day));

        Assert.Equal(Money.Parse("CNY " + value), charge.Value);
        Assert.Equal(reason, charge.Reasons.Select(each => each.ToString()).SingleOrDefault());
        Assert.True(charge.Explain().IsVerified);
        Tampering.IsNamed(charge.Explain(), day);
    }

    [Fact]
    public void The_cap_is_rounded_down_and_has_the_last_word()
    {
        var rule = s_rule.WithCap(Percent(20)).WithMinimum(Cny(40m));

        Assert.Equal(Cny(20m), s_rule.WithCap(Percent(20)).Charge(Cny(100.03m), s_due, s_due.PlusDays(900)).Value);
        Assert.Equal(Cny(-20m), s_rule.WithCap(Percent(20)).Charge(Cny(-100.03m), s_due, s_due.PlusDays(900)).Value);
        Assert.Equal(Cny(20m), rule.Charge(Cny(100m), s_due, s_due.PlusDays(1)).Value);
        Assert.Equal(
            ["terms.charge-minimum (charge CNY 0.05, minimum CNY 40.00)", "terms.charge-capped (charge CNY 40.00, cap CNY 20.00)"],
            rule.Charge(Cny(100m), s_due, s_due.PlusDays(1)).Reasons.Select(reason => reason.ToString()));
        Assert.Equal(Cny(0m), s_rule.WithCap(Percent(0)).Charge(Cny(100m), s_due, s_due.PlusDays(10)).Value);
    }

    [Theory]
    [InlineData(0, "1000", "0")]
    [InlineData(1, "1000", "40")]
    [InlineData(79, "1000", "40")]
    [InlineData(80, "1000", "40")]
    [InlineData(81, "1000", "40.5")]
    [InlineData(1, "-1000", "-40")]
    [InlineData(1, "0", "0")]
    public void Where_anything_is_charged_it_is_the_minimum_at_least(int day, string amount, string value)
    {
        var charge = s_rule.WithMinimum(Cny(40m)).Charge(Money.Parse("CNY " + amount), s_due, s_due.PlusDays(day));

        Assert.Equal(Money.Parse("CNY " + value), charge.Value);
        Assert.True(charge.Explain().IsVerified);
        Assert.Equal((Figure)charge.Value, charge.Explain().Value);
    }

    // The base rate 2.15 and 8 points of Directive 2011/7/EU: 1,000 × 73 × 10.15 % ÷ 365 is 20.30 exactly. By the day it is a rate of
    // 0.0278082191780821…%.
    [Theory]
    [InlineData(DayCountBasis.Actual365, 73, "20.3")]
    [InlineData(DayCountBasis.Actual365, 365, "101.5")]
    [InlineData(DayCountBasis.Actual360, 360, "101.5")]
    [InlineData(DayCountBasis.Actual365, 0, "0")]
    public void A_rate_by_the_year_is_divided_once(DayCountBasis basis, int day, string value)
    {
        var exact = LatePaymentRule.PerYear(Percent(10.15m), basis, Rounding.ToDigits(20, RoundingMode.HalfEven));
        var charge = exact.Charge(Cny(1_000m), s_due, s_due.PlusDays(day));

        Assert.Equal(Money.Parse("CNY " + value), charge.Value);
        Assert.True(charge.Explain().IsVerified);
        Tampering.IsNamed(charge.Explain(), day);
    }

    [Fact]
    public void A_rule_is_a_value_and_says_all_it_holds()
    {
        var year = LatePaymentRule.PerYear(Percent(10.15m), DayCountBasis.Actual365, Rounding.Commercial);

        TestHelper.TestEqualsClass(
            year, LatePaymentRule.PerYear(Percent(10.15m), DayCountBasis.Actual365, Rounding.Commercial),
            LatePaymentRule.PerYear(Percent(10.15m), DayCountBasis.Actual360, Rounding.Commercial),
            LatePaymentRule.PerDay(Percent(10.15m), Rounding.Commercial), year.WithGrace(5),
            year.WithGrace(5, GraceCharging.AfterGrace), year.WithCap(Percent(20)), year.WithMinimum(Cny(40m)));
        Assert.Equal(
            "10.15% a year, Actual365, 5 days of grace, at least CNY 40.00, at most 20% of the amount, rounded minor-unit half-away",
            year.WithCap(Percent(20)).WithMinimum(Cny(40m)).WithGrace(5).ToString());
        Assert.Equal(
            "0.05% a day, charged after 2 days of grace, rounded minor-unit half-away",
            s_rule.WithGrace(2, GraceCharging.AfterGrace).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(
            "rate", () => LatePaymentRule.PerYear(Percent(-1), DayCountBasis.Actual365, Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>(
            "basis", () => LatePaymentRule.PerYear(Percent(1), DayCountBasis.ActualActual, Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => year.WithGrace(-1));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => year.WithGrace(3_651));
        Assert.Throws<ArgumentOutOfRangeException>("charging", () => year.WithGrace(1, (GraceCharging)2));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => year.WithMinimum(Cny(0m)));
        Assert.Throws<ArgumentOutOfRangeException>("cap", () => year.WithCap(Percent(-1)));
        Assert.Throws<CurrencyMismatchException>(() => year.WithMinimum(Cny(1m)).Charge(Usd(1m), s_due, s_due));
    }

    [Property]
    public Property Later_never_costs_less_never_more_than_the_cap_and_is_proven() =>
        Prop.ForAll(
            Gen.Choose(0, 10_000_000).ToArbitrary(), Gen.Choose(-30, 800).ToArbitrary(),
            (from basis in Gen.Choose(0, 2) from grace in Gen.Choose(0, 40) from charging in Gen.Choose(0, 1)
             from minimum in Gen.Choose(0, 5_000) from cap in Gen.Choose(0, 4_000) from mode in Gen.Choose(0, 5)
             select (basis, grace, charging, minimum, cap, mode)).ToArbitrary(),
            (cents, day, set) =>
            {
                var rounding = Rounding.ToMinorUnit((RoundingMode)set.mode);
                var rule = (set.basis == 0 ? LatePaymentRule.PerDay(Percent(0.05m), rounding)
                        : LatePaymentRule.PerYear(Percent(18.25m), (DayCountBasis)(set.basis - 1), rounding))
                    .WithGrace(set.grace, (GraceCharging)set.charging);
                rule = set.minimum == 0 ? rule : rule.WithMinimum(Cny(set.minimum / 100m));
                rule = set.cap > 3_000 ? rule : rule.WithCap(Percent(set.cap / 100m));
                var amount = Cny(cents / 100m);
                var (now, later) = (rule.Charge(amount, s_due, s_due.PlusDays(day)), rule.Charge(amount, s_due, s_due.PlusDays(day + 1)));
                return now.Value <= later.Value && !now.Value.IsNegative
                    && (rule.Cap is not { } cap || now.Value <= amount * cap)
                    && (day > set.grace || now.Value.IsZero) && (now.DaysCharged == 0) == (day <= Math.Max(0, set.grace))
                    && now.Explain().IsVerified && now.Explain().Value == now.Value
                    && rule.Charge(-amount, s_due, s_due.PlusDays(day)).Value == -now.Value;
            });
}
