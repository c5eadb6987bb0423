using System;
using System.Linq;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Splits;

public sealed class PartsSumToTheWhole
{
    [Property]
    public Property Parts_of_money_sum_to_the_total() =>
        Prop.ForAll(SplitSample.Any, sample => Money.Sum(sample.Currency, sample.Split()) == sample.Total);

    [Property]
    public Property Every_part_is_a_multiple_of_the_unit() =>
        Prop.ForAll(SplitSample.Any, sample => sample.Split().All(part => part.Amount % sample.Unit == 0m));

    [Property]
    public Property Every_part_lies_within_one_unit_of_its_exact_share() =>
        Prop.ForAll(SplitSample.Any, sample =>
        {
            var weights = sample.WholeWeights;
            var all = weights.Aggregate(BigInteger.Add);
            var parts = sample.Split();
            return Enumerable.Range(0, parts.Length).All(i =>
                BigInteger.Abs((new BigInteger(parts[i].Amount / sample.Unit) * all) - (new BigInteger(sample.Units) * weights[i])) < all);
        });

    [Property]
    public Property A_zero_weight_gets_nothing() =>
        Prop.ForAll(SplitSample.Any, sample =>
            sample.Split().Zip(sample.Weights, (part, weight) => weight != 0m || part.IsZero).All(holds => holds));

    [Property]
    public Property No_part_has_the_opposite_sign_of_the_total() =>
        Prop.ForAll(SplitSample.Any, sample =>
            sample.Split().All(part => part.IsZero || Math.Sign(part.Amount) == Math.Sign(sample.Units)));

    [Property]
    public Property A_larger_weight_never_gets_less() =>
        Prop.ForAll(SplitSample.Any, sample =>
        {
            var parts = sample.Split();
            var byWeight = Enumerable.Range(0, parts.Length).OrderBy(i => sample.Weights[i]).ToArray();
            return byWeight.Zip(byWeight.Skip(1), (low, high) =>
                sample.Weights[low] == sample.Weights[high] || parts[low].Abs() <= parts[high].Abs()).All(holds => holds);
        });

    [Property]
    public Property Only_the_ratio_of_the_weights_counts() =>
        Prop.ForAll(SplitSample.Any, Gen.Elements(0.01m, 2m, 3m, 1000m).ToArbitrary(), (sample, factor) =>
            sample.With(Array.ConvertAll(sample.Weights, weight => weight * factor)).Split().SequenceEqual(sample.Split()));

    [Property]
    public Property A_negative_total_is_split_as_its_opposite_with_the_signs_turned() =>
        Prop.ForAll(SplitSample.Any, sample =>
            sample.Negated().Split().SequenceEqual(sample.Split().Select(part => -part)));

    [Property]
    public Property A_quantity_is_split_like_money_in_the_same_unit() =>
        Prop.ForAll(SplitSample.Any, sample =>
        {
            var how = Apportionment.InUnitsOf(sample.Unit).WithTies(sample.How.Ties);
            var parts = how.Split(new Quantity(sample.Total.Amount, UnitOfMeasure.Kilogram), sample.Weights);
            return parts.All(part => part.Unit == UnitOfMeasure.Kilogram)
                && parts.Select(part => part.Amount).SequenceEqual(sample.Split().Select(part => part.Amount));
        });

    [Property]
    public Property A_plain_number_is_split_like_money_in_the_same_unit() =>
        Prop.ForAll(SplitSample.Any, sample =>
            Apportionment.InUnitsOf(sample.Unit).WithTies(sample.How.Ties).Split(sample.Total.Amount, sample.Weights)
                .SequenceEqual(sample.Split().Select(part => part.Amount)));

    [Property]
    public Property Weights_of_money_split_like_their_amounts() =>
        Prop.ForAll(SplitSample.Any, sample =>
            sample.How.Split(sample.Total, sample.Weights.Select(weight => new Money(weight, Currency.EUR))).SequenceEqual(sample.Split()));

    [Property]
    public Property The_order_of_the_parts_does_not_matter_when_the_larger_weight_wins_ties() =>
        Prop.ForAll(SplitSample.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (sample, seed) =>
        {
            var how = sample.How.WithTies(TieBreak.LargestWeight);
            var shuffled = sample.Weights.OrderBy(weight => unchecked((weight.GetHashCode() + 1) * seed)).ToArray();
            return Pairs(how, sample.Total, sample.Weights).SequenceEqual(Pairs(how, sample.Total, shuffled));
        });

    [Property]
    public Property Reversing_the_parts_and_the_tie_break_reverses_the_result() =>
        Prop.ForAll(SplitSample.Any, sample =>
        {
            var backward = sample.How.WithTies(TieBreak.Last).Split(sample.Total, sample.Weights.Reverse());
            return sample.How.WithTies(TieBreak.First).Split(sample.Total, sample.Weights).Reverse().SequenceEqual(backward);
        });

    [Theory]
    [InlineData("JPY 79228162514264337593543950335", "JPY 39614081257132168796771975168", "JPY 39614081257132168796771975167")]
    [InlineData("USD 792281625142643375935439503.35", "USD 396140812571321687967719751.68", "USD 396140812571321687967719751.67")]
    [InlineData("USD -792281625142643375935439503.35", "USD -396140812571321687967719751.68", "USD -396140812571321687967719751.67")]
    [InlineData("KWD 0.001", "KWD 0.001", "KWD 0.000")]
    [InlineData("CLF -0.0003", "CLF -0.0002", "CLF -0.0001")]
    [InlineData("JPY 0", "JPY 0", "JPY 0")]
    public void The_largest_and_the_smallest_amounts_are_split_exactly(string total, string first, string second) =>
        Assert.Equal([Money.Parse(first), Money.Parse(second)], Apportionment.ToMinorUnit.SplitEvenly(Money.Parse(total), 2));

    private static (decimal Weight, Money Part)[] Pairs(Apportionment how, Money total, decimal[] weights) =>
        [
            .. weights.Zip(how.Split(total, weights), (weight, part) => (weight, part)).OrderBy(pair => pair.weight)
            .ThenBy(pair => pair.part.Amount),
        ];
}
