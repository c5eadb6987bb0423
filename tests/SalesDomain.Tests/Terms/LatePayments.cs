using System;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Terms;

public sealed class LatePayments
{
    private static readonly LocalDate s_due = new(2026, 2, 24);
    private static readonly LatePaymentRule s_rule = LatePaymentRule.PerDay(Percent(0.05m), Rounding.Commercial);

    [Theory]
    [InlineData(-1, 0, "0")]
    [InlineData(0, 0, "0")]
    [InlineData(1, 1, "0.5")]
    public void The_day_it_is_due_is_in_time(int day, int late, string charge)
    {
        var charged = s_rule.Charge(Cny(1_000m), s_due, s_due.PlusDays(day));

        Assert.Equal((late, Money.Parse("CNY " + charge)), (charged.DaysLate, charged.Value));
        Assert.True(charged.Explain().IsVerified);
    }

    [Fact]
    public void A_rule_is_a_value_and_takes_no_negative_rate()
    {
        TestHelper.TestEqualsClass(
            s_rule, LatePaymentRule.PerDay(Percent(0.05m), Rounding.Commercial),
            LatePaymentRule.PerDay(Percent(0.06m), Rounding.Commercial), LatePaymentRule.PerDay(Percent(0.05m), Rounding.Bankers));
        Assert.Equal("0.05% a day, rounded minor-unit half-away", s_rule.ToString());
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => LatePaymentRule.PerDay(Percent(-1), Rounding.Commercial));
        Assert.Throws<ArgumentException>(
            "due", () => s_rule.Charge(Cny(1m), s_due.WithCalendar(CalendarSystem.Julian), s_due));
        Assert.Throws<ArgumentException>(
            "paidOn", () => s_rule.Charge(Cny(1m), s_due, s_due.WithCalendar(CalendarSystem.Julian)));
    }

    [Property]
    public Property Later_never_costs_less_and_is_proven() =>
        Prop.ForAll(Gen.Choose(0, 10_000_000).ToArbitrary(), Gen.Choose(-30, 365).ToArbitrary(), (cents, day) =>
        {
            var (now, later) = (
                s_rule.Charge(Cny(cents / 100m), s_due, s_due.PlusDays(day)),
                s_rule.Charge(Cny(cents / 100m), s_due, s_due.PlusDays(day + 1)));
            return now.Value <= later.Value && now.Explain().IsVerified && now.Explain().Value == now.Value
                && s_rule.Charge(Cny(-cents / 100m), s_due, s_due.PlusDays(day)).Value == -now.Value;
        });
}
