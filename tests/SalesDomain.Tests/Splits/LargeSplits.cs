using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Splits;

[Collection(nameof(Alone))]
public sealed class LargeSplits
{
    private const int Count = 100_000;

    // Several times what it takes, so that a busy machine does not fail it, and far below what anything quadratic would take.
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    private static readonly Money s_total = new(123_456_789.01m, Currency.CNY);

    private static decimal Weight(int i) => 1m + (((i * 7919L) % 99_991L) / 100m);

    [Fact]
    public void A_hundred_thousand_parts_take_well_under_a_second()
    {
        var weights = Enumerable.Range(0, Count).Select(Weight).ToArray();

        AssertFast(() => Apportionment.ToMinorUnit.Split(s_total, weights));
    }

    [Fact]
    public void A_hundred_thousand_bounded_parts_take_well_under_a_second()
    {
        var exact = s_total.Amount / Count;
        var parts = Enumerable.Range(0, Count).Select(i => (i % 4) switch
        {
            0 => new ApportionmentPart(Weight(i)),
            1 => new ApportionmentPart(Weight(i), exact / 2m),
            2 => new ApportionmentPart(Weight(i), null, exact * 2m),
            _ => new ApportionmentPart(Weight(i), exact / 4m, exact + (Weight(i) / 10m)),
        }).ToArray();

        AssertFast(() => Apportionment.ToMinorUnit.Split(s_total, parts));
    }

    [Fact]
    public void Bounds_that_fall_one_after_the_other_take_no_longer()
    {
        // Each part that is held pushes the next one, half as heavy, over its own maximum: as many rounds as weights can be halved.
        var parts = Enumerable.Range(0, Count).Select(i => i < 80
            ? new ApportionmentPart(Halved(i), null, decimal.Floor(Halved(i) * 1_000m * (1m + (i * 0.001m))))
            : new ApportionmentPart(0.0000000001m)).ToArray();

        AssertFast(() => Apportionment.ToMinorUnit.Split(s_total, parts));
    }

    private static decimal Halved(int times) => Enumerable.Repeat(0.5m, times).Aggregate(100_000m, (weight, half) => weight * half);

    private static void AssertFast(Func<Money[]> split) =>
        ProcessorTime.MustStayBelow(s_limit, () => Assert.Equal(s_total, Money.Sum(Currency.CNY, split())));
}
