using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Phasings;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Rolling;

/// <summary>Twelve even months of 1.0 million: what was decided in June stands in July.</summary>
public sealed class PeriodByPeriod
{
    private static readonly RoleId s_director = new("director");
    private static readonly Authority s_authority = Authority.Over(ShortfallPolicy.ShortfallName)
        .With(s_director, (ShortfallPolicy.ShortfallName, AuthorityLimit.AtMost(Cny(5_000_000m))));

    private static readonly LocalDate s_june = new(2026, 6, 30);
    private static readonly LocalDate s_july = new(2026, 7, 31);
    private static readonly LocalDate s_august = new(2026, 8, 31);
    private static readonly PhasedQuota s_quota = Phasing.Even(Months2026).Split(Millions(12m), Cents);

    [Fact]
    public void What_was_written_off_is_not_asked_for_again()
    {
        var june = ShortfallPolicy.WriteOff(s_authority).Evaluate(Millions(4.4m), s_quota, s_june, Cents, s_director);
        Assert.Equal((RollingOutcome.WrittenOff, Millions(1.6m)), (june.Outcome, june.Shortfall));

        var july = ShortfallPolicy.WriteOff(s_authority).Evaluate(Millions(5.4m), june, s_july, Cents, s_director);
        Assert.Equal((RollingOutcome.Met, Millions(0m), Millions(5m)), (july.Outcome, july.Shortfall, july.Rest));
        Assert.Equal(s_quota, july.Original);
        Assert.Equal(june, july.Before);

        var short3 = ShortfallPolicy.Spread.Evaluate(Millions(6.0m), july, s_august, Cents);
        Assert.Equal((RollingOutcome.Added, Millions(0.4m), Millions(1.1m)), (short3.Outcome, short3.Shortfall, short3.Parts[8]));
        Assert.Empty(short3.Explain().Verify());
    }

    [Fact]
    public void What_was_added_is_due_and_not_added_again()
    {
        var june = ShortfallPolicy.Spread.Evaluate(Millions(4.8m), s_quota, s_june, Cents);
        Assert.Equal(Millions(1.2m), june.Parts[6]);

        Assert.Equal(RollingOutcome.Met, ShortfallPolicy.Spread.Evaluate(Millions(6m), june, s_july, Cents).Outcome);
        var july = ShortfallPolicy.NextPeriod.Evaluate(Millions(5.8m), june, s_july, Cents);
        Assert.Equal((Millions(0.2m), Millions(1.2m), Millions(1.4m)), (july.Shortfall, july.Parts[6], july.Parts[7]));
        Assert.Equal(Millions(6.2m), july.Rest);
        Assert.Equal(Millions(6.2m), july.ToPhasedQuota()!.Total);
    }

    [Fact]
    public void A_surplus_is_set_off_against_what_is_missed_later_and_one_that_is_kept_is_not()
    {
        RollingQuota After(SurplusRule surplus) =>
            ShortfallPolicy.Spread.WithSurplus(surplus).Evaluate(Millions(7m), s_quota, s_june, Cents);

        RollingQuota July(RollingQuota before) => ShortfallPolicy.Spread.Evaluate(Millions(7m), before, s_july, Cents);

        Assert.Equal((RollingOutcome.SurplusSetOff, Millions(-1m)), (After(SurplusRule.SetOffLater).Outcome, After(default).Open));
        Assert.Equal((RollingOutcome.Met, Millions(5m)), (July(After(SurplusRule.SetOffLater)).Outcome, July(After(default)).Rest));

        Assert.Equal((RollingOutcome.SurplusKept, Millions(0m)), (After(SurplusRule.Kept).Outcome, After(SurplusRule.Kept).Open));
        var kept = July(After(SurplusRule.Kept));
        Assert.Equal((RollingOutcome.Added, Millions(1m), Millions(6m)), (kept.Outcome, kept.Shortfall, kept.Rest));

        var lower = July(After(SurplusRule.LowersTheRest));
        Assert.Equal(Money(833_333.33m), lower.Shortfall);
        Assert.Equal(Millions(5m), lower.Rest);
    }

    [Fact]
    public void What_nobody_approved_stays_open_and_counts_on()
    {
        var june = ShortfallPolicy.WriteOff(s_authority).Evaluate(Millions(4.4m), s_quota, s_june, Cents);
        Assert.Equal((RollingOutcome.NotApproved, Millions(1.6m)), (june.Outcome, june.Open));

        var july = ShortfallPolicy.WriteOff(s_authority).Evaluate(Millions(5.4m), june, s_july, Cents, s_director);
        Assert.Equal((RollingOutcome.WrittenOff, Millions(1.6m)), (july.Outcome, july.Shortfall));
    }

    [Fact]
    public void A_day_that_is_decided_is_not_decided_again()
    {
        var june = ShortfallPolicy.Spread.Evaluate(Millions(4.8m), s_quota, s_june, Cents);
        Assert.Throws<ArgumentException>("asOf", () => ShortfallPolicy.Spread.Evaluate(Millions(4.8m), june, s_june, Cents));
        Assert.Throws<ArgumentException>(
            "asOf", () => ShortfallPolicy.Spread.Evaluate(Millions(4.8m), june, new LocalDate(2026, 5, 31), Cents));
        Assert.Throws<ArgumentException>(
            "asOf", () => ShortfallPolicy.Spread.Evaluate(Millions(4.8m), june, s_july.PlusDays(-1), Cents, s_director));
        Assert.Throws<ArgumentException>("actual", () => ShortfallPolicy.Spread.Evaluate(default, june, s_july, Cents));
        Assert.Throws<CurrencyMismatchException>(
            "actual", () => ShortfallPolicy.Spread.Evaluate(Measure.Revenue.Of(Usd(1m)), june, s_july, Cents));
    }

    [Fact]
    public void Rolling_quotas_of_other_pasts_are_others()
    {
        var kept = ShortfallPolicy.Spread.WithSurplus(SurplusRule.Kept).Evaluate(Millions(7m), s_quota, s_june, Cents);
        RollingQuota July(RollingQuota before) => ShortfallPolicy.Spread.Evaluate(Millions(7m), before, s_july, Cents);
        TestHelper.TestEqualsClass(
            July(kept), July(kept), July(ShortfallPolicy.Spread.Evaluate(Millions(7m), s_quota, s_june, Cents)),
            ShortfallPolicy.Spread.Evaluate(Millions(7m), s_quota, s_july, Cents));
    }

    [Property(MaxTest = 200)]
    public Property A_chain_of_periods_agrees_with_what_was_decided_at_each() =>
        Prop.ForAll(
            PhasingSample.Any, Gen.Choose(-20_000, 20_000).ArrayOf(6).ToArbitrary(), Gen.Choose(0, 1_000_000).ArrayOf(6).ToArbitrary(),
            (sample, units, choices) =>
        {
            var quota = sample.Quota;
            var periods = quota.Phasing.Periods;
            var zero = quota.Total * 0m;
            var actual = zero;
            var parts = quota.Parts.ToArray();
            var (open, settled, closed) = (zero, zero, 0);
            RollingQuota? rolled = null;
            for (var step = 0; step < units.Length && closed < periods.Count; step++)
            {
                var choice = choices[step];
                var last = Math.Min(periods.Count - 1, closed + (choice % 2));
                actual += Like(quota.Total, units[step] * sample.Unit);
                var policy = Policy(choice / 2, quota);
                var asOf = periods[last].End!.Value;

                // By hand: what was open and what has fallen due since, less what was made since.
                var due = parts.Skip(closed).Take(last + 1 - closed).Aggregate(open, (sum, part) => sum + part);
                var shortfall = due - (actual - (rolled?.Actual ?? zero));
                var before = rolled;
                rolled = (choice / 32 % 2, rolled) switch
                {
                    (0, null) => policy.Evaluate(actual, quota, asOf, sample.Rounding),
                    (0, _) => policy.Evaluate(actual, rolled, asOf, sample.Rounding),
                    (_, null) => policy.Evaluate(actual, quota, asOf, sample.Rounding, s_director),
                    _ => policy.Evaluate(actual, rolled, asOf, sample.Rounding, s_director),
                };
                closed = last + 1;
                Assert.Equal(shortfall, rolled.Shortfall);
                Assert.Equal(before, rolled.Before);
                Assert.Equal(parts.Take(closed), rolled.Parts.Take(closed));
                if (rolled.Change is { } change)
                    parts = [.. parts.Take(closed), .. parts.Skip(closed).Select((part, i) => part + change[i])];

                settled += rolled.Outcome is RollingOutcome.WrittenOff or RollingOutcome.SurplusKept ? rolled.Shortfall : zero;
                open = rolled.Open;
                Assert.Equal(parts, rolled.Parts);
                Assert.Equal(quota.Total - actual - settled, rolled.Rest + rolled.Open);
                Tampering.IsNamed(rolled.Explain(), choice);
                Tampering.IsNamed(rolled.Explain(choice % periods.Count), choice);
            }
        });

    [Property(MaxTest = 100)]
    public Property Where_nothing_is_settled_or_placed_a_chain_is_the_last_evaluation_alone() =>
        Prop.ForAll(PhasingSample.Any, Gen.Choose(-20_000, 20_000).ArrayOf(4).ToArbitrary(), (sample, units) =>
        {
            var quota = sample.Quota;
            var policy = ShortfallPolicy.WriteOff(s_authority);
            RollingQuota? rolled = null;
            for (var i = 0; i < Math.Min(units.Length, quota.Phasing.Periods.Count); i++)
            {
                var asOf = quota.Phasing.Periods[i].End!.Value;
                var actual = Like(quota.Total, units[i] * sample.Unit);
                var alone = policy.Evaluate(actual, quota, asOf, sample.Rounding);
                rolled = rolled is null ? alone : policy.Evaluate(actual, rolled, asOf, sample.Rounding);
                Assert.Equal((alone.Shortfall, alone.Open, alone.Outcome), (rolled.Shortfall, rolled.Open, rolled.Outcome));
                Assert.Equal(alone.Parts, rolled.Parts);
            }
        });

    private static ShortfallPolicy Policy(int choice, PhasedQuota quota)
    {
        // The authority is over money of one currency.
        var isMoney = quota.Total.Measure.Kind == FigureKind.Money && quota.Total.Money.Currency == Currency.CNY;
        var policy = (choice % 4) switch
        {
            0 => ShortfallPolicy.Spread,
            1 => ShortfallPolicy.SpreadEvenly,
            2 when isMoney => ShortfallPolicy.WriteOff(s_authority),
            _ => ShortfallPolicy.NextPeriod,
        };
        return policy.WithSurplus((SurplusRule)(choice / 4 % 3));
    }

    private static Measured Like(Measured like, decimal amount) =>
        like.Measure.Kind switch
        {
            FigureKind.Money => like.Measure.Of(new Money(amount, like.Money.Currency)),
            FigureKind.Quantity => like.Measure.Of(new Quantity(amount, like.Quantity.Unit)),
            _ => like.Measure.Of(amount),
        };

    private static Measured Millions(decimal amount) => Money(amount * 1_000_000m);

    private static Measured Money(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
