using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Tests.Splits;
using SalesDomain.Tests.Tiers;

namespace SalesDomain.Tests.Explanations;

/// <summary>The rules evaluate tiers by search and cumulative sums, explanations row by row; both must give the same.</summary>
public sealed class EngineAndPlainCode
{
    /// <summary>Up to 28 digits, most of them in use, from millionths to billions.</summary>
    private static readonly Gen<decimal> s_awkward =
        from low in Gen.Choose(1, int.MaxValue)
        from middle in Gen.Choose(0, int.MaxValue)
        from high in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(0, 268_435_455)))
        from scale in Gen.Choose(18, 28)
        select new decimal(low, middle, high, false, (byte)scale);

    [Property(MaxTest = 200)]
    public Property Graduated_and_all_units_of_a_rate_verify() =>
        Prop.ForAll(TierSample.Any, sample =>
            IsVerified(sample.Rate.Graduated(sample.Money), Operation.Graduated(sample.Rate), sample.Money)
            && IsVerified(sample.Rate.AllUnits(sample.Money), Operation.AllUnits(sample.Rate), sample.Money));

    [Property(MaxTest = 200)]
    public Property Graduated_and_all_units_of_a_price_verify_where_there_is_one() =>
        Prop.ForAll(TierSample.NeverNegative, sample =>
        {
            var quantity = new Quantity(sample.Amount, UnitOfMeasure.Kilogram);
            if (!sample.Price.TryPriceAt(quantity, out _))
                return !IsVerified(Money.Zero(Currency.EUR), Operation.AllUnits(sample.Price), quantity)
                    && !IsVerified(Money.Zero(Currency.EUR), Operation.Graduated(sample.Price), quantity);

            return IsVerified(sample.Price.AllUnits(quantity), Operation.AllUnits(sample.Price), quantity)
                && (sample.IsFrom && sample.Bounds[0] != 0m
                    ? !IsVerified(Money.Zero(Currency.EUR), Operation.Graduated(sample.Price), quantity)
                    : IsVerified(sample.Price.Graduated(quantity), Operation.Graduated(sample.Price), quantity));
        });

    [Property(MaxTest = 200)]
    public Property Graduated_and_all_units_on_attainment_verify_for_quotas_of_any_number_of_digits() =>
        Prop.ForAll(TierSample.Any, s_awkward.ToArbitrary(), (sample, quota) =>
        {
            var goal = new Money(quota, Currency.EUR);
            var achieved = new Money(sample.Amount / 1000m * quota, Currency.EUR);
            var rate = sample.OnAttainment;
            return IsVerified(rate.Graduated(achieved, goal), Operation.Graduated(rate), achieved, goal)
                && IsVerified(rate.AllUnits(achieved, goal), Operation.AllUnits(rate), achieved, goal);
        });

    [Property(MaxTest = 200)]
    public Property Tiers_with_rates_of_any_number_of_digits_verify() =>
        Prop.ForAll(TierSample.Any, s_awkward.ArrayOf(3).ToArbitrary(), (sample, awkward) =>
        {
            // Thirds of rates and bounds, and an amount with all its digits in use.
            var steps = sample.Bounds.Select((bound, i) => (bound * 7m / 3m, Percentage.FromFraction(sample.Values[i] / 3m))).ToArray();
            var rate = sample.IsFrom ? TieredRate.From(Currency.EUR, steps)
                : TieredRate.UpTo(Currency.EUR, steps).ThenAbove(Percentage.FromFraction(1m / 7m));
            return awkward.All(
                amount =>
                    IsVerified(
                        rate.Graduated(new Money(amount, Currency.EUR)), Operation.Graduated(rate), new Money(amount, Currency.EUR)));
        });

    [Property]
    public Property Every_part_of_a_split_verifies_and_no_other_amount_does() =>
        Prop.ForAll(SplitSample.Any, sample =>
        {
            Figure[] figures = [sample.Total, .. sample.Weights.Select(weight => (Figure)weight)];
            return sample.Split().Select((part, i) => (part, i)).All(share =>
                IsVerified(share.part, Operation.Share(sample.How, share.i), figures)
                && !IsVerified(share.part + new Money(sample.Unit, sample.Currency), Operation.Share(sample.How, share.i), figures));
        });

    [Property]
    public Property Every_part_of_a_split_with_a_rest_verifies() =>
        Prop.ForAll(SplitSample.Any, Gen.Choose(-9999, 9999).ToArbitrary(), (sample, extra) =>
        {
            var total = new Money(sample.Total.Amount + (extra * 0.0001m * sample.Unit), sample.Currency);
            var how = sample.How.WithRestTo(Math.Abs(extra) % sample.Weights.Length);
            Figure[] figures = [total, .. sample.Weights.Select(weight => (Figure)new Money(weight, Currency.EUR))];
            return how.Split(total, sample.Weights).Select((part, i) => IsVerified(part, Operation.Share(how, i), figures))
                .All(holds => holds);
        });

    private static bool IsVerified(Figure value, Operation operation, params Figure[] figures) =>
        Operations.Node(value, operation, figures).IsVerified;
}
