using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Organization;

public sealed class MovingAccounts
{
    private static readonly AlignmentMeasure[] s_measures =
        [AlignmentMeasure.Workload, AlignmentMeasure.Calls, AlignmentMeasure.Potential, AlignmentMeasure.Sales, AlignmentMeasure.Accounts];

    // Minutes of work: North 36 × 60 + 12 × 30 = 2,520, South 12 × 30 + 6 × 30 = 540.
    private static readonly Alignment<string, string> s_uneven = Alignment.Of(
    [
        (Account("D1", 900m, 400m, 36m, 60), "North"), (Account("D2", 300m, 200m, 12m, 30), "North"),
        (Account("D3", 200m, 100m, 12m, 30), "South"), (Account("D4", 100m, 100m, 6m, 30), "South"),
    ]);

    [Fact]
    public void Territories_add_up_what_their_accounts_weigh()
    {
        var north = s_uneven.Territories[0];
        Assert.Equal(("North", 2, 48m, 2_520m), (north.Territory, north.Accounts, north.Calls, north.Minutes));
        Assert.Equal((Revenue(1_200m), Revenue(600m)), (north.Potential, north.Sales));
        Assert.Equal(Percent(50), north.Penetration);
        Assert.Equal((Revenue(1_500m), Revenue(800m), 66m, 3_060m), (s_uneven.Potential, s_uneven.Sales, s_uneven.Calls, s_uneven.Minutes));

        Assert.Equal(Percent(160), north.IndexOf(AlignmentMeasure.Potential));
        Assert.Equal(Percent(150), north.IndexOf(AlignmentMeasure.Sales));
        Assert.Equal(Percent(100), north.IndexOf(AlignmentMeasure.Accounts));
        Assert.Equal(Percentage.Ratio(5_040m, 3_060m), north.IndexOf(AlignmentMeasure.Workload));
        Assert.Equal("North: 2 accounts, potential CNY 1200.00, sales CNY 600.00, 2520 min", north.ToString());
        Assert.All(s_measures, by => Tampering.EveryChangeIsNamed(north.Explain(by)));
    }

    [Fact]
    public void Workload_is_set_against_the_average_or_against_one_person()
    {
        var onePerson = SellingTime.Of(10m, Duration.FromHours(4)).WithoutShare("travel", Percent(30));
        Assert.Equal(Percent(150), s_uneven.Territories[0].WorkloadToCapacity(onePerson));
        Tampering.EveryChangeIsNamed(s_uneven.Territories[0].ExplainWorkloadToCapacity(onePerson));
    }

    [Fact]
    public void A_move_shows_what_it_does()
    {
        var after = s_uneven.Move("D2", "South");
        var change = s_uneven.ChangeTo(after);

        Assert.Equal("D2: North to South", Assert.Single(change.Moves).ToString());
        Assert.All(after.Territories, each => Tampering.EveryChangeIsNamed(each.ExplainPenetration()));
        Assert.Equal(Percent(25), change.DisruptionBy(AlignmentMeasure.Accounts));
        Assert.Equal(Percent(25), change.DisruptionBy(AlignmentMeasure.Sales));
        Assert.Equal(Percent(20), change.DisruptionBy(AlignmentMeasure.Potential));
        Assert.Equal([2_520m, 540m], change.Territories.Select(each => each.Before!.Minutes));
        Assert.Equal([2_160m, 900m], change.Territories.Select(each => each.After!.Minutes));
        Assert.Equal(["D2", "D3", "D4"], after.AccountsOf("South").Select(each => each.Account));
        Assert.True(after.TryTerritoryOf("D2", out var territory));
        Assert.Equal("South", territory);
        Assert.All(s_measures, by => Tampering.EveryChangeIsNamed(change.ExplainDisruption(by)));
    }

    [Fact]
    public void The_moves_of_a_change_are_carried_into_the_assignments_in_one_call()
    {
        var from = new LocalDate(2026, 4, 1);
        var held = Assignments.Of([.. s_uneven.Accounts.Select(each =>
            (each.Account, s_uneven.TryTerritoryOf(each.Account, out var territory) ? territory : "", DateSpan.Always))]);
        var after = s_uneven.Move("D2", "South");

        var moved = held.Move(s_uneven.ChangeTo(after).Moves.Select(move => (move.Account.Account, move.To)), from);

        Assert.All(after.Accounts, each =>
        {
            Assert.True(after.TryTerritoryOf(each.Account, out var territory));
            Assert.True(moved.TryHolderOf(each.Account, from, out var holder));
            Assert.Equal(territory, holder);
        });
        Assert.True(moved.TryHolderOf("D2", from.PlusDays(-1), out var before));
        Assert.Equal("North", before);
    }

    [Fact]
    public void Balance_counts_the_territories_within_the_tolerance_and_the_bound_is_in()
    {
        // Accounts of 90, 100, 110 around a mean of 100.
        var alignment = Alignment.Of([(Sized("a", 90m), 1), (Sized("b", 100m), 2), (Sized("c", 110m), 3)]);
        var balance = alignment.Balance(AlignmentMeasure.Potential, Percent(10));

        Assert.Equal(Percent(100), balance.WithinShare);
        Assert.Equal((3, 1), (balance.Largest.Territory, balance.Smallest.Territory));
        Assert.Equal(Percentage.Ratio(20m, 300m), balance.MeanAbsoluteDeviation);
        Assert.Empty(balance.Outside);
        Tampering.EveryChangeIsNamed(balance.Explain());
        Tampering.EveryChangeIsNamed(balance.ExplainWithinShare());

        var narrow = alignment.Balance(AlignmentMeasure.Potential, Percent(9.99m));
        Assert.Equal(Percentage.Ratio(1m, 3m), narrow.WithinShare);
        Assert.Equal([1, 3], narrow.Outside.Select(each => each.Territory));
        Assert.All(s_measures, by => Tampering.EveryChangeIsNamed(s_uneven.Balance(by, Percent(5)).Explain()));
        Assert.All(s_measures, by => Tampering.EveryChangeIsNamed(s_uneven.Balance(by, Percent(5)).ExplainWithinShare()));
    }

    [Fact]
    public void Where_there_is_nothing_to_share_there_is_no_balance()
    {
        var empty = Alignment.Of([(Sized("a", 0m), 1), (Sized("b", 0m), 2)]);
        var balance = empty.Balance(AlignmentMeasure.Potential, Percent(10));
        Assert.True(balance is { WithinShare: null, MeanAbsoluteDeviation: null });
        Assert.Equal(Figure.Absent, balance.Explain().Value);
        Assert.Equal(Figure.Absent, balance.ExplainWithinShare().Value);
        Assert.Null(empty.Territories[0].IndexOf(AlignmentMeasure.Potential));
        Assert.Null(empty.Territories[0].Penetration);
        Assert.Equal(Figure.Absent, empty.Territories[0].Explain(AlignmentMeasure.Potential).Value);
        Assert.Null(empty.ChangeTo(empty.Move("a", 2)).DisruptionBy(AlignmentMeasure.Potential));
        Assert.True(empty.ChangeTo(empty.Move("a", 2)).ExplainDisruption(AlignmentMeasure.Potential).IsVerified);
    }

    [Fact]
    public void A_new_territory_stands_empty_until_accounts_come()
    {
        var three = s_uneven.WithTerritory("West");
        Assert.Equal(3, three.Territories.Count);
        Assert.Empty(three.AccountsOf("West"));
        Assert.Equal(Percent(0), three.Territories[2].IndexOf(AlignmentMeasure.Sales));
        Assert.Equal(Percent(240), three.Territories[0].IndexOf(AlignmentMeasure.Potential));

        var change = s_uneven.ChangeTo(three.Move("D1", "West"));
        Assert.Null(change.Territories[2].Before);
        Assert.Equal(Revenue(900m), change.Territories[2].After!.Potential);
        Assert.Equal("territory", Assert.Throws<ArgumentException>(() => three.WithTerritory("West")).ParamName);
    }

    [Fact]
    public void A_territory_is_given_up_once_its_accounts_are_elsewhere()
    {
        var three = s_uneven.WithTerritory("West").Move("D1", "West");

        var refused = Assert.Throws<ArgumentException>("territory", () => three.WithoutTerritory("North"));
        Assert.Contains("North with D2", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("territory", () => three.WithoutTerritory("East"));

        // The territories behind it keep their accounts, and the one given up is no part of any mean any more.
        var two = three.Move("D2", "West").WithoutTerritory("North");
        Assert.Equal(["South", "West"], two.Territories.Select(each => each.Territory));
        Assert.Equal(["D1", "D2"], two.AccountsOf("West").Select(each => each.Account));
        Assert.Equal(three.Potential, two.Potential);
        Assert.Equal(Percent(160), two.Territories[1].IndexOf(AlignmentMeasure.Potential));
        Assert.Null(three.ChangeTo(two).Territories[0].After);
        Assert.Equal(s_uneven, s_uneven.WithTerritory("West").WithoutTerritory("West"));
    }

    [Fact]
    public void Alignments_are_equal_whatever_the_order()
    {
        TestHelper.TestEqualsClass(
            s_uneven,
            Alignment.Of(
            [
                (Account("D4", 100m, 100m, 6m, 30), "South"), (Account("D2", 300m, 200m, 12m, 30), "North"),
                (Account("D3", 200m, 100m, 12m, 30), "South"), (Account("D1", 900m, 400m, 36m, 60), "North"),
            ]),
            s_uneven.Move("D1", "South"), s_uneven.WithTerritory("West"),
            Alignment.Of([(Account("D1", 900m, 400m, 36m, 60), "North")]));
        TestHelper.TestEqualsClass(
            Account("D1", 900m, 400m, 36m, 60), Account("D1", 900m, 400m, 36m, 60), Account("D2", 900m, 400m, 36m, 60),
            Account("D1", 901m, 400m, 36m, 60),
            Account("D1", 900m, 401m, 36m, 60), Account("D1", 900m, 400m, 35m, 60));
    }

    [Property]
    public Property Moves_keep_totals_and_there_and_back_is_equal() =>
        Prop.ForAll(Alignments().ToArbitrary(), Gen.Choose(0, 1_000).Two().ToArbitrary(), (alignment, choice) =>
        {
            var account = alignment.Accounts[choice.Item1 % alignment.Accounts.Count].Account;
            var to = alignment.Territories[choice.Item2 % alignment.Territories.Count].Territory;
            Assert.True(alignment.TryTerritoryOf(account, out var from));
            var moved = alignment.Move(account, to);

            Assert.Equal((alignment.Potential, alignment.Sales, alignment.Minutes), (moved.Potential, moved.Sales, moved.Minutes));
            Assert.Equal(alignment, moved.Move(account, from));
            Assert.Equal(from == to, moved == alignment);
            Assert.Equal(moved, alignment.Move([(account, to)]));
            Assert.Equal(from == to ? 0 : 1, alignment.ChangeTo(moved).Moves.Count);

            // Kept up move by move, the totals are those of an alignment made anew.
            var anew = Alignment.Of(
                moved.Accounts.Select(each => (each, moved.TryTerritoryOf(each.Account, out var territory) ? territory : -1)));
            Assert.All(anew.Territories, each =>
            {
                Assert.True(moved.TryTotalsOf(each.Territory, out var same));
                Assert.Equal(
                    (each.Accounts, each.Potential, each.Sales, each.Calls, each.Minutes),
                    (same!.Accounts, same.Potential, same.Sales, same.Calls, same.Minutes));
            });
        });

    [Property]
    public Property Indexes_average_to_one_hundred_percent_and_balance_is_what_a_loop_finds() =>
        Prop.ForAll(Alignments().ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (alignment, tolerance) =>
        {
            foreach (var by in s_measures)
            {
                var values = alignment.Territories.Select(each => Value(each, by)).ToArray();
                var balance = alignment.Balance(by, Percent(tolerance));
                Assert.True(balance.Explain().IsVerified && balance.ExplainWithinShare().IsVerified);
                if (values.Sum() <= 0m)
                    continue;

                Assert.Equal(100m * values.Length, alignment.Territories.Sum(each => each.IndexOf(by)!.Value.Percent), 16);
                Assert.All(alignment.Territories, each => Assert.True(each.Explain(by).IsVerified));

                var mean = Exact.Of(values.Sum()) / Exact.Of(values.Length);
                var within = values.Count(value => !((Exact.Of(value) - mean).Abs() > mean * Exact.Of(tolerance) / Exact.Of(100)));
                Assert.Equal(Percentage.Ratio(within, values.Length), balance.WithinShare);
                Assert.Equal(values.Max(), Value(balance.Largest, by));
                Assert.Equal(values.Min(), Value(balance.Smallest, by));
                var deviation = values.Aggregate(Exact.Of(0), (sum, value) => sum + (Exact.Of(value) - mean).Abs())
                    / Exact.Of(values.Length) / mean;
                Assert.False((deviation - Exact.Of(balance.MeanAbsoluteDeviation!.Value.Fraction)).Abs() > Exact.Of(1e-26m));
            }
        });

    [Fact]
    public void What_is_not_in_the_alignment_is_refused()
    {
        Assert.Equal("account", Assert.Throws<ArgumentException>(() => s_uneven.Move("D9", "South")).ParamName);
        Assert.Equal("to", Assert.Throws<ArgumentException>(() => s_uneven.Move("D1", "East")).ParamName);
        Assert.Equal("moves", Assert.Throws<ArgumentException>(() => s_uneven.Move([("D1", "South"), ("D1", "North")])).ParamName);
        Assert.Equal("moves", Assert.Throws<ArgumentException>(() => s_uneven.Move([("D1", "East")])).ParamName);
        Assert.Equal("territory", Assert.Throws<ArgumentException>(() => s_uneven.AccountsOf("East")).ParamName);
        Assert.False(s_uneven.TryTerritoryOf("D9", out _));
        Assert.False(s_uneven.TryTotalsOf("East", out _));
        Assert.Throws<ArgumentOutOfRangeException>(
            "tolerance", () => s_uneven.Balance(AlignmentMeasure.Sales, Percent(-1)));
        Assert.Equal("by", Assert.Throws<ArgumentOutOfRangeException>(() => s_uneven.Balance((AlignmentMeasure)9, Percent(1))).ParamName);

        var (d1, d2) = (Account("D1", 1m, 1m, 1m, 1), Account("D2", 1m, 1m, 1m, 1));
        Assert.Equal("accounts", Assert.Throws<ArgumentException>(() => Alignment.Of([(d1, "North"), (d1, "South")])).ParamName);
        Assert.Throws<ArgumentException>(
            "accounts", () => Alignment.Of(Array.Empty<(AccountProfile<string>, string)>()));
        Assert.Throws<ArgumentException>(
            "after", () => Alignment.Of([(d1, "North")]).ChangeTo(Alignment.Of([(d2, "North")])));
        Assert.Equal("after", Assert.Throws<ArgumentException>(
            () => Alignment.Of([(d1, "North")]).ChangeTo(Alignment.Of([(Account("D1", 2m, 1m, 1m, 1), "North")]))).ParamName);
        var units = AccountProfile.Of("D3", Revenue(1m), Measure.Count("outlets").Of(1m), default);
        Assert.Equal("accounts", Assert.Throws<MeasureMismatchException>(() => Alignment.Of([(d1, "North"), (units, "North")])).ParamName);
    }

    private static decimal Value(TerritoryTotals<int> totals, AlignmentMeasure by) =>
        by switch
        {
            AlignmentMeasure.Workload => totals.Minutes,
            AlignmentMeasure.Calls => totals.Calls,
            AlignmentMeasure.Potential => totals.Potential.Money.Amount,
            AlignmentMeasure.Sales => totals.Sales.Money.Amount,
            _ => totals.Accounts,
        };

    private static Gen<Alignment<int, int>> Alignments() =>
        from rows in (from potential in Gen.Choose(0, 100_000)
                      from sales in Gen.Choose(0, 50_000)
                      from calls in Gen.Choose(0, 52)
                      from minutes in Gen.Choose(0, 120)
                      from territory in Gen.Choose(0, 4)
                      select (potential, sales, calls, minutes, territory)).NonEmptyListOf()
        select Alignment.Of(rows.Select((row, i) => (
            AccountProfile.Of(
                i, Revenue(row.sales / 100m), Revenue(row.potential / 100m),
                AccountWorkload.Of(row.calls / 2m, Duration.FromMinutes(row.minutes), Duration.FromMinutes(10))),
            row.territory)));

    private static AccountProfile<string> Account(string name, decimal potential, decimal sales, decimal calls, int minutes) =>
        AccountProfile.Of(
            name, Revenue(sales), Revenue(potential), AccountWorkload.Of(calls, Duration.FromMinutes(minutes), Duration.Zero));

    private static AccountProfile<string> Sized(string name, decimal potential) => Account(name, potential, 0m, 0m, 0);

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
