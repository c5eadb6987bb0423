using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class OneSearch
{
    [Property(MaxTest = 300)]
    public Property The_search_finds_what_a_plain_scan_finds() =>
        Prop.ForAll(TierSample.Any, sample =>
        {
            var level = System.Math.Abs(sample.Amount);
            var found = sample.Rate.RateAt(new Money(level, Currency.EUR));
            return found?.Fraction == sample.ValueAt(level);
        });

    [Property]
    public Property Every_bound_and_its_neighbours_lie_in_the_step_a_scan_finds() =>
        Prop.ForAll(TierSample.Any, sample =>
            sample.Bounds.Append(sample.End ?? 0m)
                .SelectMany(bound => new[] { bound - TierSample.Unit, bound, bound + TierSample.Unit })
                .Where(level => level >= 0m)
                .All(level => sample.Rate.RateAt(new Money(level, Currency.EUR))?.Fraction == sample.ValueAt(level)));

    [Property]
    public Property Rates_on_amounts_on_attainment_and_prices_find_the_same_step() =>
        Prop.ForAll(TierSample.NeverNegative, sample =>
        {
            var level = System.Math.Abs(sample.Amount);
            var amount = new Money(level, Currency.EUR);
            var hasPrice = sample.Price.TryPriceAt(new Quantity(level, UnitOfMeasure.Kilogram), out var price);
            return sample.Rate.RateAt(amount) == sample.OnAttainment.RateAt(amount, new Money(1000m, Currency.EUR))
                && (hasPrice ? price.Amount : null) == sample.Rate.RateAt(amount)?.Fraction;
        });

    [Property]
    public Property A_schedule_finds_what_a_rate_finds() =>
        Prop.ForAll(TierSample.Any, sample =>
        {
            var steps = sample.Bounds.Zip(sample.Values, (bound, value) => (bound, value)).ToArray();
            var schedule = sample.IsFrom ? StepSchedule.From(steps) : StepSchedule.UpTo(steps).WithFloor(0m);
            schedule = sample.Ceiling is { } ceiling ? schedule.WithCeiling(ceiling) : schedule;
            schedule = sample.Values.Length > sample.Bounds.Length ? schedule.ThenAbove(sample.Values.Last()) : schedule;
            return (schedule.TryAt(sample.Amount, out var value) ? value : (decimal?)null) == sample.ValueAt(sample.Amount);
        });
}
