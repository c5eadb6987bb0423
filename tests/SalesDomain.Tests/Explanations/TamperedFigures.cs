using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Explanations;

/// <summary>
/// Change any one computed figure, and Verify names its node; change a fact, and it names the node above it unless its operation cannot
/// feel it.
/// </summary>
public sealed class TamperedFigures
{
    // Between the two lies what rounding may hide.
    private const decimal SurelyFelt = 1e-20m;

    [Property(MaxTest = 200)]
    public Property What_a_rule_computes_verifies() => Prop.ForAll(RuleTree.Any, tree => tree.Explain().IsVerified);

    [Property(MaxTest = 200)]
    public Property A_computed_figure_that_is_changed_is_named() =>
        Prop.ForAll(RuleTree.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (tree, choice) =>
        {
            var computed = tree.Nodes().Where(node => node.Node.Operation is not null).ToArray();
            var (path, node) = computed[choice % computed.Length];
            return Changes(node.Value).All(value =>
            {
                var named = Named(tree.Tampered(path, value));

                // Beside the node itself only the one above, which reads it, can be named.
                return named.Contains(path) && named.All(each => each == path || path.StartsWith(each + "/", StringComparison.Ordinal))
                    && named.Count <= 2;
            });
        });

    [Property(MaxTest = 200)]
    public Property A_computed_figure_of_another_kind_or_unit_is_named() =>
        Prop.ForAll(RuleTree.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (tree, choice) =>
        {
            var computed = tree.Nodes().Where(node => node.Node.Operation is not null).ToArray();
            var (path, node) = computed[choice % computed.Length];
            object other = node.Value is Money money ? new Money(money.Amount, Currency.HKD) : Money.Zero(Currency.CNY);
            return Named(tree.Tampered(path, other)).Contains(path);
        });

    [Property(MaxTest = 200)]
    public Property A_fact_that_is_changed_is_felt_by_the_operation_above_it_or_by_none() =>
        Prop.ForAll(RuleTree.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (tree, choice) =>
        {
            var nodes = tree.Nodes().ToDictionary(node => node.Path, node => node.Node);
            var facts = nodes.Where(node => node.Value.Operation is null).ToArray();
            var (path, fact) = (facts[choice % facts.Length].Key, facts[choice % facts.Length].Value);
            var above = path.Substring(0, path.LastIndexOf('/'));
            return Changes(fact.Value).All(value =>
            {
                var tampered = tree.Tampered(path, value);
                var named = Named(tampered);
                var change = Change(nodes[above], tampered.Nodes().Single(node => node.Path == above).Node);
                return change switch
                {
                    0m => named.Count == 0,
                    null or >= SurelyFelt => named.SequenceEqual([above]),
                    _ => named.All(each => each == above),
                };
            });
        });

    [Theory]
    [MemberData(nameof(Unfelt))]
    public void What_an_operation_cannot_feel_is_not_named_and_what_it_can_is(
        Operation operation, Figure value, Figure[] figures, int index, Figure unfelt, Figure? felt)
    {
        Assert.True(Operations.Node(value, operation, figures).IsVerified);
        Assert.True(Operations.Node(value, operation, [.. figures.Select((figure, i) => i == index ? unfelt : figure)]).IsVerified);
        if (felt is { } change)
            Assert.False(Operations.Node(value, operation, [.. figures.Select((figure, i) => i == index ? change : figure)]).IsVerified);
    }

    /// <summary>
    /// Operation, its figure, the figures below, which of them is changed, to what it cannot feel, and to what it can where there is any
    /// such value.
    /// </summary>
    public static TheoryData<Operation, Figure, Figure[], int, Figure, Figure?> Unfelt => new()
    {
        // The smaller side of a max, the larger of a min.
        { Operation.Max, Usd(5m), [Usd(5m), Usd(3m)], 1, Usd(5m), Usd(5.01m) },
        { Operation.Min, Usd(3m), [Usd(5m), Usd(3m)], 0, Usd(3m), Usd(2.99m) },

        // A value outside a clamp, and the bound on the other side.
        { Operation.Clamp, Usd(5m), [Usd(7m), Usd(1m), Usd(5m)], 0, Usd(5m), Usd(4.99m) },
        { Operation.Clamp, Usd(5m), [Usd(7m), Usd(1m), Usd(5m)], 1, Usd(5m), Usd(5.01m) },
        { Operation.Clamp, Usd(3m), [Usd(3m), Usd(1m), Usd(5m)], 2, Usd(3m), Usd(2.99m) },

        // A digit lost in a declared rounding.
        { Operation.Round(Rounding.Commercial), Usd(2.35m), [Usd(2.345m)], 0, Usd(2.3549m), Usd(2.355m) },

        // A branch that is not selected, and a condition behind the one that holds.
        { Operation.Select, Usd(1m), [true, Usd(1m), true, Usd(2m), Usd(3m)], 2, false, 1m },
        { Operation.Select, Usd(1m), [true, Usd(1m), Usd(3m)], 2, Usd(9m), null },

        // Anything multiplied by zero.
        { Operation.Product, Usd(0m), [Usd(0m), Percentage.FromPercent(5m)], 1, Percentage.FromPercent(9m), "five" },
        { Operation.Ratio, 0m, [Usd(0m), Usd(7m)], 1, Usd(8m), Usd(0m) },

        // A level that stays in its step.
        { Operation.LookUp(StepSchedule.From((0m, "C"), (85m, "B"))), "C", [0m], 0, 84.99m, 85m },

        // Outside the steps, at a rate of zero, above a ceiling.
        {
            Operation.Graduated(TieredRate.From(Currency.USD, (100m, Percentage.OneHundred))), Usd(0m), [Usd(50m)], 0, Usd(100m),
            Usd(100.01m)
        },
        {
            Operation.Graduated(TieredRate.From(Currency.USD, (0m, Percentage.Zero), (100m, Percentage.OneHundred))), Usd(0m), [Usd(50m)],
            0, Usd(100m), Usd(100.01m)
        },
        {
            Operation.Graduated(TieredRate.UpTo(Currency.USD, (100m, Percentage.OneHundred))), Usd(100m), [Usd(150m)], 0, Usd(100m),
            Usd(99.99m)
        },

        // A quota, once the achievement lies in the first step.
        {
            Operation.Graduated(AttainmentRate.From((Percentage.Zero, Percentage.OneHundred), (Percentage.OneHundred, Percentage.Zero))),
            Usd(5m), [Usd(5m), Usd(9m)], 1, Usd(5m), Usd(4.99m)
        },

        // A comparison that comes out the same, and a line that is level.
        { Operation.Compare(ComparisonKind.GreaterOrEqual), true, [Usd(5m), Usd(3m)], 0, Usd(3m), Usd(2.99m) },
        { Operation.Interpolate, 7m, [1m, 0m, 7m, 2m, 7m], 0, 1.5m, "one" },

        // A weight that moves no unit.
        { Operation.Share(Apportionment.ToWhole, 0), 5m, [10m, 100m, 100m], 1, 101m, 200m },
    };

    private static List<string> Named(RuleTree tree) => [.. tree.Explain().Verify().Select(discrepancy => discrepancy.Path)];

    private static IEnumerable<object> Changes(object value)
    {
        switch (value)
        {
            case Money money:
                yield return new Money(money.Amount + 0.01m, money.Currency);
                yield return new Money(money.Amount - 0.0000001m, money.Currency);
                yield return new Money((money.Amount * 2m) + 1000m, money.Currency);
                break;
            case Percentage percentage:
                yield return Percentage.FromFraction(percentage.Fraction + 0.0001m);
                yield return Percentage.FromFraction(-percentage.Fraction - 0.5m);
                break;
            case decimal number:
                yield return number + 1m;
                yield return number * 10m + 0.5m;
                break;
            default:
                yield return !(bool)value;
                break;
        }
    }

    /// <summary>By how much the rule itself would come out differently; null where it would refuse or pick another word.</summary>
    private static decimal? Change(RuleTree before, RuleTree after)
    {
        try
        {
            return (before.Value, after.Engine!([.. after.Children.Select(child => child.Value)])) switch
            {
                (Money one, Money other) => Math.Abs(one.Amount - other.Amount),
                (Percentage one, Percentage other) => Math.Abs(one.Fraction - other.Fraction),
                var (one, other) => one.Equals(other) ? 0m : null,
            };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            return null;
        }
    }

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
