using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Explanations;

/// <summary>
/// A random rule computed on the types of the library, one node an operation, which keeps what it computed. Its explanation states those
/// figures; a node can be given another value afterwards, as if engine and explanation had parted.
/// </summary>
internal sealed class RuleTree
{
    private static readonly Rounding s_yuan = Rounding.ToStep(1m, RoundingMode.HalfAwayFromZero);

    private static readonly StepSchedule<Money, Percentage> s_factors = StepSchedule.From(
        (Cny(-1_000_000_000_000m), Pct(0m)), (Cny(0m), Pct(50m)), (Cny(1000m), Pct(100m)));

    private RuleTree(object value, Operation? operation, Func<object[], object>? engine, params RuleTree[] children)
    {
        Value = value;
        Operation = operation;
        Engine = engine;
        Children = children;
    }

    internal object Value { get; }

    internal Operation? Operation { get; }

    /// <summary>The rule's own computation, on the types of the library.</summary>
    internal Func<object[], object>? Engine { get; }

    internal RuleTree[] Children { get; }

    internal Figure Figure => ToFigure(Value);

    internal static Arbitrary<RuleTree> Any { get; } = Amount(4).Where(tree => tree.Operation is not null).ToArbitrary();

    /// <summary>Nodes by path, the root first; names are the paths' last numbers and unique.</summary>
    internal IEnumerable<(string Path, RuleTree Node)> Nodes(string name = "0")
    {
        yield return (name, this);
        foreach (var (child, i) in Children.Select((child, i) => (child, i)))
        {
            foreach (var node in child.Nodes(name + "/" + i))
                yield return node;
        }
    }

    internal Explanation Explain(string name = "0") =>
        Operation is null ? Explanation.Fact(name, Figure)
            : Explanation.Node(
                name, Figure, Operation,
                [.. Children.Select((child, i) => child.Explain(i.ToString(System.Globalization.CultureInfo.InvariantCulture)))]);

    /// <summary>The same tree in which one node states another value; nothing is recomputed.</summary>
    internal RuleTree Tampered(string path, object value)
    {
        var slash = path.IndexOf('/');
        if (slash < 0)
            return new RuleTree(value, Operation, Engine, Children);

        var rest = path.Substring(slash + 1);
        var child = int.Parse(rest.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture);
        return new RuleTree(Value, Operation, Engine, [.. Children.Select((each, i) => i == child ? each.Tampered(rest, value) : each)]);
    }

    public override string ToString() => Explain().ToString();

    internal static Figure ToFigure(object value) =>
        value switch
        {
            Money money => money,
            Percentage percentage => percentage,
            decimal number => number,
            _ => (bool)value,
        };

    private static Gen<RuleTree> Amount(int depth) =>
        depth == 0 ? AmountFact() : Gen.Frequency(
            (2, AmountFact()),
            (2, from parts in Amount(depth - 1).ArrayOf(3)
                select Node(Operation.Sum, figures => figures.Cast<Money>().Aggregate((sum, each) => sum + each), parts)),
            (2, from one in Amount(depth - 1) from other in Amount(depth - 1)
                select Node(Operation.Difference, figures => (Money)figures[0] - (Money)figures[1], one, other)),
            (2, from amount in Amount(depth - 1) from factor in Factor(depth - 1)
                select Node(Operation.Product, figures => (Money)figures[0] * (Percentage)figures[1], amount, factor)),
            (1, from one in Amount(depth - 1) from other in Amount(depth - 1)
                select Node(Operation.Min, figures => Money.Min((Money)figures[0], (Money)figures[1]), one, other)),
            (1, from one in Amount(depth - 1) from other in Amount(depth - 1)
                select Node(Operation.Max, figures => Money.Max((Money)figures[0], (Money)figures[1]), one, other)),
            (1, from amount in Amount(depth - 1) from least in Gen.Choose(-500, 0) from most in Gen.Choose(1, 2000)
                select Node(
                    Operation.Clamp, figures => Money.Max((Money)figures[1], Money.Min((Money)figures[2], (Money)figures[0])),
                    amount, Fact(Cny(least)), Fact(Cny(most)))),
            (1, from amount in Amount(depth - 1) from rounding in Gen.Elements(Rounding.Commercial, Rounding.Bankers, s_yuan)
                select Node(Operation.Round(rounding), figures => ((Money)figures[0]).Round(rounding), amount)),
            (2, from amount in Amount(depth - 1) from tiers in Gen.Elements(Tiers())
                select Node(Operation.Graduated(tiers), figures => tiers.Graduated((Money)figures[0]), amount)),
            (1, from amount in Amount(depth - 1) from tiers in Gen.Elements(Tiers())
                select Node(Operation.AllUnits(tiers), figures => tiers.AllUnits((Money)figures[0]), amount)),
            (1,
                from amount in Amount(depth - 1) from quota in Gen.Choose(1, 999_999).Select(cents => Cny(cents / 100m))
                from tiers in Gen.Elements(Accelerators())
                select Node(
                    Operation.Graduated(tiers), figures => tiers.Graduated((Money)figures[0], (Money)figures[1]), amount, Fact(quota))),
            (1,
                from one in Amount(depth - 1) from other in Amount(depth - 1)
                from kind in Gen.Elements(ComparisonKind.Less, ComparisonKind.GreaterOrEqual)
                let condition = Node(
                    Operation.Compare(kind),
                    figures =>
                        kind == ComparisonKind.Less ? (Money)figures[0] < (Money)figures[1]
                            : (Money)figures[0] >= (Money)figures[1], one, other)
                from then in Amount(depth - 1) from otherwise in Amount(depth - 1)
                select Node(Operation.Select, figures => (bool)figures[0] ? figures[1] : figures[2], condition, then, otherwise)),
            (1, from amount in AmountFact() from weights in Gen.Choose(0, 5).ArrayOf(3) from part in Gen.Choose(0, 2)
                let stated = weights.Select((weight, i) => Fact((decimal)(i == 0 ? weight + 1 : weight))).ToArray()
                select Node(
                    Operation.Share(Apportionment.ToMinorUnit, part),
                    figures =>
                        Apportionment.ToMinorUnit.Split((Money)figures[0], figures.Skip(1).Cast<decimal>())[part], [amount, .. stated])));

    private static Gen<RuleTree> Factor(int depth) =>
        depth == 0 ? Gen.Choose(-50, 300).Select(percent => Fact(Pct(percent / 2m))) : Gen.Frequency(
            (2, Factor(0)),
            (2, from part in Amount(depth - 1) from whole in Gen.Choose(1, 99_999)
                select Node(
                    Operation.Ratio, figures => Percentage.Ratio((Money)figures[0], (Money)figures[1])!.Value, part,
                    Fact(Cny(whole / 10m)))),
            (1,
                from amount in Amount(depth - 1)
                select Node(Operation.LookUp(s_factors), figures => s_factors.At((Money)figures[0]), amount)));

    private static Gen<RuleTree> AmountFact() =>
        Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(-999_999, 999_999))).Select(cents => Fact(Cny(cents / 100m)));

    private static TieredRate[] Tiers() =>
    [
        TieredRate.From(Currency.CNY, (0m, Pct(1m)), (1000m, Pct(2m)), (5000m, Pct(3m))),
        TieredRate.From(Currency.CNY, (100m, Pct(5m))).Mirrored(),
        TieredRate.UpTo(Currency.CNY, (500m, Pct(2m)), (2500m, Pct(4m))),
    ];

    private static AttainmentRate[] Accelerators() =>
        [
            AttainmentRate.From((Pct(0m), Pct(3m)), (Pct(100m), Pct(5m)), (Pct(120m), Pct(7m))),
            AttainmentRate.UpTo((Pct(50m), Pct(1m)), (Pct(100m), Pct(2m))).Mirrored(),
        ];

    private static RuleTree Fact(object value) => new(value, null, null);

    private static RuleTree Node(Operation operation, Func<object[], object> engine, params RuleTree[] children) =>
        new(engine([.. children.Select(child => child.Value)]), operation, engine, children);

    private static Money Cny(decimal amount) => new(amount, Currency.CNY);

    private static Percentage Pct(decimal percent) => Percentage.FromPercent(percent);
}
