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

public sealed class ShortfallsOfAYear
{
    private static readonly PhasedQuota s_quota =
        Phasing.OfPercentages(Quarters2026, Percent(20m), Percent(20m), Percent(20m), Percent(40m)).Split(
            Measure.Revenue.Of(Cny(1000m)), Cents);

    private static readonly LocalDate s_june = new(2026, 6, 30);
    private static readonly RoleId s_manager = new("manager");
    private static readonly RoleId s_director = new("director");

    private static readonly Authority s_authority = Authority.Over(ShortfallPolicy.ShortfallName)
        .With(s_manager, (ShortfallPolicy.ShortfallName, AuthorityLimit.AtMost(Cny(50m))))
        .With(s_director, (ShortfallPolicy.ShortfallName, AuthorityLimit.AtMost(Cny(500m))));

    [Fact]
    public void It_is_spread_by_weights_or_evenly_or_put_into_the_next_period()
    {
        Assert.Equal([200m, 200m, 240m, 480m], Parts(ShortfallPolicy.Spread, 280m));
        Assert.Equal([200m, 200m, 260m, 460m], Parts(ShortfallPolicy.SpreadEvenly, 280m));
        Assert.Equal([200m, 200m, 320m, 400m], Parts(ShortfallPolicy.NextPeriod, 280m));
    }

    [Fact]
    public void A_surplus_is_set_off_later_or_kept_or_lowers_the_rest_at_most_to_zero()
    {
        Assert.Equal([200m, 200m, 200m, 400m], Parts(ShortfallPolicy.Spread, 460m));
        Assert.Equal([200m, 200m, 180m, 360m], Parts(ShortfallPolicy.NextPeriod.WithSurplus(SurplusRule.LowersTheRest), 460m));
        Assert.Equal([200m, 200m, 0m, 0m], Parts(ShortfallPolicy.Spread.WithSurplus(SurplusRule.LowersTheRest), 1100m));
        Assert.Equal(RollingOutcome.SurplusSetOff, Rolled(ShortfallPolicy.Spread, 460m).Outcome);
        Assert.Equal(RollingOutcome.SurplusKept, Rolled(ShortfallPolicy.Spread.WithSurplus(SurplusRule.Kept), 460m).Outcome);
        Assert.Equal(Cny(-100m), Rolled(ShortfallPolicy.Spread.WithSurplus(SurplusRule.LowersTheRest), 1100m).Open.Money);
        Assert.Equal(RollingOutcome.SurplusTakenOff, Rolled(ShortfallPolicy.Spread.WithSurplus(SurplusRule.LowersTheRest), 460m).Outcome);
        Assert.Equal(RollingOutcome.Met, Rolled(ShortfallPolicy.Spread, 400m).Outcome);
    }

    [Fact]
    public void A_write_off_needs_somebody_who_may_and_the_quota_stands_without()
    {
        var policy = ShortfallPolicy.WriteOff(s_authority);
        var actual = Measure.Revenue.Of(Cny(280m));

        var nobody = policy.Evaluate(actual, s_quota, s_june, Cents);
        Assert.Equal((RollingOutcome.NotApproved, Cny(120m)), (nobody.Outcome, nobody.Open.Money));
        Assert.Equal("quota.not-decided (shortfall CNY 120.00)", Assert.Single(nobody.Reasons).ToString());

        var manager = policy.Evaluate(actual, s_quota, s_june, Cents, s_manager);
        Assert.Equal((RollingOutcome.NotApproved, "authority.over-limit"), (manager.Outcome, Assert.Single(manager.Reasons).Code));
        Assert.Equal(s_director, manager.Decision!.Role);
        Assert.Equal(s_quota.Parts, manager.Parts);

        var director = policy.Evaluate(actual, s_quota, s_june, Cents, s_director);
        Assert.Equal((RollingOutcome.WrittenOff, Cny(0m), Cny(600m)), (director.Outcome, director.Open.Money, director.Rest.Money));
        Assert.Empty(director.Reasons);

        var approval = Approval.ForDocument(new DocumentId("A-1"), s_director, s_june, DateSpan.From(s_june), new DocumentId("W-1"))
            .With(ShortfallPolicy.ShortfallName, AuthorityLimit.AtMost(Cny(200m)));
        var check = approval.Check(new DocumentId("W-1"), default, s_june, (ShortfallPolicy.ShortfallName, Cny(120m)));
        Assert.Equal(RollingOutcome.WrittenOff, policy.Evaluate(actual, s_quota, s_june, Cents, s_manager, check).Outcome);
    }

    [Theory]
    [InlineData(350, RollingOutcome.WrittenOff)]
    [InlineData(349.99, RollingOutcome.NotApproved)]
    public void At_the_limit_is_within_it(decimal actual, RollingOutcome outcome) =>
        Assert.Equal(
            outcome, ShortfallPolicy.WriteOff(s_authority).Evaluate(
                Measure.Revenue.Of(Cny(actual)), s_quota, s_june, Cents, s_manager).Outcome);

    [Fact]
    public void After_the_last_period_it_stays_open()
    {
        var rolled = ShortfallPolicy.Spread.Evaluate(Measure.Revenue.Of(Cny(900m)), s_quota, new LocalDate(2026, 12, 31), Cents);
        Assert.Equal((RollingOutcome.NoPeriodLeft, Cny(100m), Cny(0m)), (rolled.Outcome, rolled.Open.Money, rolled.Rest.Money));
        Assert.Null(rolled.ToPhasedQuota());
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var actual = Measure.Revenue.Of(Cny(280m));
        Assert.Throws<ArgumentException>("asOf", () => ShortfallPolicy.Spread.Evaluate(actual, s_quota, new LocalDate(2026, 6, 29), Cents));
        Assert.Throws<ArgumentException>(
            "asOf", () => ShortfallPolicy.Spread.Evaluate(actual, s_quota, new LocalDate(2025, 12, 31), Cents));
        Assert.Throws<CurrencyMismatchException>(
            "actual", () => ShortfallPolicy.Spread.Evaluate(Measure.Revenue.Of(Usd(1m)), s_quota, s_june, Cents));
        Assert.Throws<ArgumentException>(
            "rounding", () => ShortfallPolicy.Spread.Evaluate(actual, s_quota, s_june, Rounding.ToStep(100m, RoundingMode.HalfEven)));
        Assert.Throws<ArgumentException>(
            "rounding", () => ShortfallPolicy.Spread.Evaluate(actual, s_quota, s_june, Rounding.ToEnding(9m, 10m, RoundingMode.HalfEven)));
        Assert.Throws<ArgumentException>("actual", () => ShortfallPolicy.Spread.Evaluate(default, s_quota, s_june, Cents));
        Assert.Throws<ArgumentException>(
            "decidedBy", () => ShortfallPolicy.Spread.Evaluate(actual, s_quota, s_june, Cents, default(RoleId)));
        Assert.Throws<ArgumentException>("authority", () => ShortfallPolicy.WriteOff(Authority.Over("discount")));

        // Steps of 20 are taken off a part of 210 only until it has 10.
        var odd = Phasing.ByWeights(Quarters2026, 200m, 180m, 210m, 410m).Split(Measure.Revenue.Of(Cny(1000m)), Cents);
        Assert.Throws<ArgumentException>(
            "rounding", () => ShortfallPolicy.Spread.WithSurplus(SurplusRule.LowersTheRest).Evaluate(
                Measure.Revenue.Of(Cny(400m)), odd, s_june, Rounding.ToStep(20m, RoundingMode.HalfEven)));
    }

    [Fact]
    public void Rolling_quotas_are_compared_by_what_they_came_of()
    {
        var writeOff = ShortfallPolicy.WriteOff(s_authority);
        RollingQuota By(RoleId role) => writeOff.Evaluate(Measure.Revenue.Of(Cny(280m)), s_quota, s_june, Cents, role);
        TestHelper.TestEqualsClass(
            By(s_manager), By(s_manager), By(s_director), Rolled(writeOff, 280m), Rolled(ShortfallPolicy.Spread, 280m));
        TestHelper.TestEqualsClass(
            Rolled(ShortfallPolicy.Spread, 280m), Rolled(ShortfallPolicy.Spread, 280m), Rolled(ShortfallPolicy.Spread, 281m),
            ShortfallPolicy.Spread.Evaluate(Measure.Revenue.Of(Cny(280m)), s_quota, s_june, Rounding.ToDigits(3, RoundingMode.HalfEven)));
    }

    [Fact]
    public void Policies_are_compared_and_say_what_they_do()
    {
        TestHelper.TestEqualsClass(
            ShortfallPolicy.WriteOff(s_authority), ShortfallPolicy.WriteOff(s_authority), ShortfallPolicy.Spread,
            ShortfallPolicy.WriteOff(s_authority).WithSurplus(SurplusRule.LowersTheRest),
            ShortfallPolicy.WriteOff(Authority.Over(ShortfallPolicy.ShortfallName)));
        Assert.Equal(
            "shortfall spread by weights, surplus lowers the rest",
            ShortfallPolicy.Spread.WithSurplus(SurplusRule.LowersTheRest).ToString());
        Assert.Equal("Added CNY 120.00 after 2026-06-30, CNY 720.00 to come", Rolled(ShortfallPolicy.Spread, 280m).ToString());
    }

    [Property(MaxTest = 200)]
    public Property What_is_spread_sums_to_the_shortfall_and_the_original_stays() =>
        Prop.ForAll(
            PhasingSample.Any, Gen.Choose(0, 500).ToArbitrary(), Gen.Choose(-20_000, 20_000).ToArbitrary(), (sample, choice, units) =>
        {
            var kind = choice % 6;
            var quota = sample.Quota;
            var last = choice % quota.Phasing.Periods.Count;
            var policy = (kind % 3) switch
            {
                0 => ShortfallPolicy.Spread,
                1 => ShortfallPolicy.SpreadEvenly,
                _ => ShortfallPolicy.NextPeriod,
            };
            var actual = quota.Cumulative[last] - ((quota.Total * 0m) + Same(quota.Total, units * sample.Unit));
            var rolled = policy.WithSurplus(kind < 3 ? (SurplusRule)(choice % 2) : SurplusRule.LowersTheRest)
                .Evaluate(actual, quota, quota.Phasing.Periods[last].End!.Value, sample.Rounding);

            Tampering.IsNamed(rolled.Explain(), choice);
            Tampering.IsNamed(rolled.Explain(choice % quota.Phasing.Periods.Count), choice);
            var original = quota.Parts.Skip(last + 1).Aggregate(quota.Total * 0m, (sum, part) => sum + part);
            return rolled.Original == quota && rolled.Shortfall == quota.Cumulative[last] - actual
                && rolled.Parts.Take(last + 1).SequenceEqual(quota.Parts.Take(last + 1))
                && rolled.Outcome switch
                {
                    RollingOutcome.Added => rolled.Rest == original + rolled.Shortfall && rolled.Rest == quota.Total - actual
                        && rolled.Open.IsZero,
                    RollingOutcome.SurplusTakenOff => AmountOf(rolled.Rest) == Math.Max(0m, AmountOf(original + rolled.Shortfall))
                        && AmountOf(rolled.Open) == Math.Min(0m, AmountOf(original + rolled.Shortfall))
                        && rolled.Parts.Skip(last + 1).All(part => AmountOf(part) >= 0m),
                    RollingOutcome.NoPeriodLeft or RollingOutcome.SurplusSetOff =>
                        rolled.Rest == original && rolled.Open == rolled.Shortfall,
                    _ => rolled.Rest == original && rolled.Open.IsZero,
                };
        });

    private static Measured Same(Measured like, decimal amount) =>
        like.Measure.Kind switch
        {
            FigureKind.Money => like.Measure.Of(new Money(amount, like.Money.Currency)),
            FigureKind.Quantity => like.Measure.Of(new Quantity(amount, like.Quantity.Unit)),
            _ => like.Measure.Of(amount),
        };

    private static RollingQuota Rolled(ShortfallPolicy policy, decimal actual) =>
        policy.Evaluate(Measure.Revenue.Of(Cny(actual)), s_quota, s_june, Cents);

    private static decimal[] Parts(ShortfallPolicy policy, decimal actual)
    {
        var rolled = Rolled(policy, actual);
        if (rolled.ToPhasedQuota() is { } rest)
            Assert.Equal(rolled.Parts.Skip(2), rest.Parts);

        return [.. rolled.Parts.Select(AmountOf)];
    }
}
