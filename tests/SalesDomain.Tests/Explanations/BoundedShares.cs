using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Explanations;

public sealed class BoundedShares
{
    [Property(MaxTest = 200)]
    public Property Every_part_of_a_bounded_split_is_explained_and_no_other_figure_is() =>
        Prop.ForAll(
            (from count in Gen.Choose(1, 6)
             from weights in Gen.Choose(0, 9).ArrayOf(count)
             from least in Gen.Choose(0, 5).ArrayOf(count)
             from room in Gen.Choose(0, 20).ArrayOf(count)
             from isNegative in Gen.Elements(true, false)
             from share in Gen.Choose(0, 100)
             select (weights, least, room, isNegative, share)).ToArbitrary(),
            sample =>
            {
                var sign = sample.isNegative ? -1m : 1m;
                var parts = sample.weights.Select((weight, i) =>
                {
                    decimal low = sample.least[i], high = low + sample.room[i];
                    return sample.isNegative ? new ApportionmentPart(weight, -high, -low) : new ApportionmentPart(weight, low, high);
                }).ToArray();

                // Parts without weight stay at their least; between all least and all most every total is possible.
                var most = sample.weights.Select((weight, i) => sample.least[i] + (weight == 0 ? 0 : sample.room[i])).Sum();
                var total = sign * (sample.least.Sum() + decimal.Floor((most - sample.least.Sum()) * sample.share / 100m));
                var split = Apportionment.ToWhole.Split(total, parts);
                var figures = new[] { (Figure)total }.Concat(parts.Select(part => (Figure)part.Weight)).ToArray();
                return split.Select((amount, i) => (amount, i)).All(part =>
                    Operations.Node(part.amount, Operation.Share(Apportionment.ToWhole, part.i, parts), figures).IsVerified
                    && !Operations.Node(part.amount + 1m, Operation.Share(Apportionment.ToWhole, part.i, parts), figures).IsVerified);
            });

    [Fact]
    public void Days_are_counted_between_dates_and_added_to_them()
    {
        // practice.md R-9: from 20 March to 15 September 2026 are 179 days.
        Figure from = new LocalDate(2026, 3, 20);
        Figure to = new LocalDate(2026, 9, 15);

        Assert.True(Operations.Node(179m, Operation.Difference, to, from).IsVerified);
        Assert.False(Operations.Node(180m, Operation.Difference, to, from).IsVerified);
        Assert.True(Operations.Node(to, Operation.Sum, from, 179m).IsVerified);
        Assert.True(Operations.Node(from, Operation.Difference, to, 179m).IsVerified);
        Assert.False(Operations.Node(to, Operation.Sum, from, 178.5m).IsVerified);
        Assert.False(Operations.Node(to, Operation.Sum, from, to).IsVerified);
    }
}
