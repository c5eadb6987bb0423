using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class GraduatedResults
{
    [Property(MaxTest = 300)]
    public Property Graduated_is_the_integral_of_the_rate() =>
        Prop.ForAll(TierSample.Any, sample => sample.Rate.Graduated(sample.Money).Amount == sample.Integral());

    [Property]
    public Property The_results_of_the_portions_sum_to_graduated() =>
        Prop.ForAll(TierSample.Any, sample =>
            Money.Sum(Currency.EUR, sample.Rate.Portions(sample.Money).Select(portion => portion.Result))
            == sample.Rate.Graduated(sample.Money));

    [Property]
    public Property The_bases_of_the_portions_sum_to_the_amount() =>
        Prop.ForAll(TierSample.Any, sample =>
            Money.Sum(Currency.EUR, sample.Rate.Portions(sample.Money).Select(portion => portion.Base)) == sample.Money);

    [Property]
    public Property No_portion_is_empty_or_of_the_opposite_sign() =>
        Prop.ForAll(TierSample.Any, sample =>
            sample.Rate.Portions(sample.Money).All(portion => Math.Sign(portion.Base.Amount) == Math.Sign(sample.Amount)));

    [Property]
    public Property Portions_come_from_the_lowest_step_to_the_one_reached() =>
        Prop.ForAll(TierSample.Any, sample =>
        {
            // Walking up the bases, the middle of each must lie in a step with the portion's rate.
            var walked = 0m;
            return sample.Rate.Portions(sample.Money).All(portion =>
            {
                var middle = walked + (portion.Base.Abs().Amount / 2m);
                walked += portion.Base.Abs().Amount;
                var isOutside = sample.Amount < 0m && !sample.IsMirrored;
                return portion.Rate?.Fraction == (isOutside ? null : sample.ValueAt(middle));
            });
        });

    [Property]
    public Property With_rates_of_zero_or_more_a_larger_amount_never_gives_less() =>
        Prop.ForAll(TierSample.NeverNegative, Gen.Choose(0, 100_000).ToArbitrary(), (sample, more) =>
            sample.Rate.Graduated(sample.Money)
            <= sample.Rate.Graduated(new Money(sample.Amount + (more * TierSample.Unit), Currency.EUR)));

    [Property]
    public Property Across_a_bound_the_result_moves_by_one_unit_at_one_of_the_rates() =>
        Prop.ForAll(TierSample.Any, sample => sample.Bounds.Where(bound => bound > 0m).All(bound =>
        {
            var below = sample.Rate.Graduated(new Money(bound - TierSample.Unit, Currency.EUR)).Amount;
            var at = sample.Rate.Graduated(new Money(bound, Currency.EUR)).Amount;
            var above = sample.Rate.Graduated(new Money(bound + TierSample.Unit, Currency.EUR)).Amount;
            return at - below == TierSample.Unit * (sample.ValueAt(bound - (TierSample.Unit / 2m)) ?? 0m)
                && above - at == TierSample.Unit * (sample.ValueAt(bound + (TierSample.Unit / 2m)) ?? 0m);
        }));

    [Property]
    public Property A_mirrored_rate_gives_the_opposite_for_the_opposite_amount() =>
        Prop.ForAll(TierSample.Any, sample =>
        {
            var mirrored = sample.Turned(isMirrored: true).Rate;
            return mirrored.Graduated(-sample.Money) == -mirrored.Graduated(sample.Money)
                && mirrored.AllUnits(-sample.Money) == -mirrored.AllUnits(sample.Money)
                && mirrored.RateAt(-sample.Money) == mirrored.RateAt(sample.Money);
        });

    [Property]
    public Property Without_a_mirror_a_negative_amount_gives_nothing() =>
        Prop.ForAll(TierSample.Any, sample =>
        {
            var rate = sample.Turned(isMirrored: false).Rate;
            var negative = new Money(-Math.Abs(sample.Amount) - TierSample.Unit, Currency.EUR);
            return rate.Graduated(negative).IsZero && rate.AllUnits(negative).IsZero && rate.RateAt(negative) is null
                && rate.Portions(negative).Single() is { Rate: null } portion && portion.Base == negative && portion.Result.IsZero;
        });

    [Property]
    public Property Which_side_a_bound_belongs_to_does_not_matter_when_graduated() =>
        Prop.ForAll(TierSample.Any, sample =>
        {
            if (!sample.IsFrom || sample.Bounds[0] != 0m || sample.Bounds.Length < 2)
                return true;

            var steps = sample.Bounds.Skip(1).Zip(sample.Values, (bound, value) => (bound, Percentage.FromFraction(value))).ToArray();
            var toScale = TieredRate.UpTo(Currency.EUR, steps);
            toScale = sample.Ceiling is null ? toScale.ThenAbove(Percentage.FromFraction(sample.Values.Last())) : toScale;
            var amount = new Money(
                Math.Min(Math.Abs(sample.Amount), sample.Ceiling is null ? decimal.MaxValue : sample.Bounds.Last()), Currency.EUR);
            return toScale.Graduated(amount) == sample.Rate.Graduated(amount);
        });

    [Fact]
    public void What_lies_below_the_first_level_and_above_the_ceiling_is_a_portion_without_rate()
    {
        var rate = TieredRate.From(Currency.JPY, (100m, Percentage.FromPercent(5m)), (200m, Percentage.FromPercent(10m)))
            .WithCeiling(Jpy(300m));
        var portions = rate.Portions(Jpy(350m));

        Assert.Equal([Jpy(100m), Jpy(100m), Jpy(100m), Jpy(50m)], portions.Select(portion => portion.Base));
        Assert.Equal([null, 0.05m, 0.10m, null], portions.Select(portion => portion.Rate?.Fraction));
        Assert.Equal([0m, 5m, 10m, 0m], portions.Select(portion => portion.Result.Amount));
        Assert.Equal(Jpy(15m), rate.Graduated(Jpy(350m)));
        Assert.Equal(Jpy(300m), rate.End);
    }

    [Fact]
    public void An_amount_of_nothing_has_no_portions() =>
        Assert.Empty(TieredRate.From(Currency.JPY, (0m, Percentage.FromPercent(5m))).Portions(Jpy(0m)));

    [Fact]
    public void A_rate_tells_its_currency_side_bounds_rates_and_end()
    {
        var rate = TieredRate.UpTo(Currency.CLF, (0.0001m, Percentage.FromPercent(1m)), (2m, Percentage.FromPercent(2m)));

        Assert.Equal((Currency.CLF, StepSide.UpTo, false), (rate.Currency, rate.Side, rate.IsMirrored));
        Assert.Equal(["CLF 0.0001", "CLF 2.0000"], rate.Bounds.Select(bound => bound.ToString()));
        Assert.Equal(["1%", "2%"], rate.Rates.Select(each => each.ToString()));
        Assert.Equal("CLF 2.0000", rate.End.ToString());
        Assert.Null(rate.ThenAbove(Percentage.Zero).End);
        Assert.True(rate.Mirrored().IsMirrored);
        Assert.Equal(3, rate.ThenAbove(Percentage.Zero).Rates.Count);
    }

    [Fact]
    public void Another_currency_is_refused()
    {
        var rate = TieredRate.From(Currency.JPY, (0m, Percentage.Zero));
        var euro = Money.Zero(Currency.EUR);

        Assert.Equal("amount", Assert.Throws<CurrencyMismatchException>(() => rate.Graduated(euro)).ParamName);
        Assert.Equal("amount", Assert.Throws<CurrencyMismatchException>(() => rate.AllUnits(euro)).ParamName);
        Assert.Equal("amount", Assert.Throws<CurrencyMismatchException>(() => rate.Portions(euro)).ParamName);
        Assert.Equal("level", Assert.Throws<CurrencyMismatchException>(() => rate.RateAt(euro)).ParamName);
        Assert.Equal("ceiling", Assert.Throws<CurrencyMismatchException>(() => rate.WithCeiling(euro)).ParamName);
    }

    private static Money Jpy(decimal amount) => new(amount, Currency.JPY);
}
