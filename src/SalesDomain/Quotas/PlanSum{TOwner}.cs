using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What one breakdown of a plan sums to, against the target above it.</summary>
/// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
public sealed class PlanSum<TOwner>
    where TOwner : notnull
{
    private readonly PlanCell<TOwner>[] _missing;
    private readonly Measured?[] _amounts;

    private PlanSum(PlanBreakdown<TOwner> breakdown, Measured?[] amounts, Measured? target, Steps steps)
    {
        Breakdown = breakdown;
        _amounts = amounts;
        Target = target;
        Factor = steps.Factor;
        Hedged = steps.Hedged;
        Rounded = steps.Rounded;
        Expected = steps.Expected;
        Stated = steps.Stated;
        Difference = steps.Difference;
        _missing = [.. breakdown.Parts.Where((_, i) => amounts[i] is null)];
    }

    /// <summary>The breakdown.</summary>
    public PlanBreakdown<TOwner> Breakdown { get; }

    /// <summary>The target of the whole, or null where it is missing.</summary>
    public Measured? Target { get; }

    /// <summary>
    /// What the parts are to sum to: the target, or target × (1 + hedge), rounded, where a hedge is declared, and a declared
    /// over-assignment; null where the target is missing.
    /// </summary>
    public Measured? Expected { get; }

    /// <summary>The sum of the parts that have a target, or null where none has.</summary>
    public Measured? Stated { get; }

    /// <summary>
    /// Stated − expected: negative for what is not given out, positive for what is given out twice; null where one of them is missing.
    /// </summary>
    public Measured? Difference { get; }

    /// <summary>The parts without a target, in order.</summary>
    public IReadOnlyList<PlanCell<TOwner>> Missing => Array.AsReadOnly(_missing);

    /// <summary>True when the whole and every part have a target and the difference is zero.</summary>
    public bool Agrees => _missing.Length == 0 && Difference is { IsZero: true };

    private Percentage Factor { get; }

    private Measured? Hedged { get; }

    private Measured? Rounded { get; }

    /// <summary>The difference, from the targets of the parts and of the whole.</summary>
    /// <returns>The explanation, whose figure is <see cref="Difference"/>; a fact that is absent where there is none.</returns>
    public Explanation Explain() =>
        Difference is { } difference
            ? Node(
                "difference", difference.Value, Operation.Difference,
                Node("sum of the parts", Stated!.Value.Value, Operation.Sum, [.. StatedParts()]), ExplainExpected(Target!.Value))
            : Fact("difference", Figure.Absent);

    /// <summary>Name, stated and expected sum, and what is missing: <c>by quarter: CNY 900.00 of CNY 1000.00, 1 missing</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Breakdown.Name + ": " + Figure.OrAbsent(Stated?.Value) + " of " + Figure.OrAbsent(Expected?.Value)
        + (_missing.Length == 0 ? "" : ", " + InvariantText.Number(_missing.Length) + " missing");

    internal static PlanSum<TOwner> Of(PlanBreakdown<TOwner> breakdown, Func<PlanCell<TOwner>, Measured?> amountOf)
    {
        Measured?[] amounts = [.. breakdown.Parts.Select(amountOf)];
        var target = amountOf(breakdown.Whole);
        return new PlanSum<TOwner>(breakdown, amounts, target, Rule(breakdown, amounts, target));
    }

    internal Reason? Reason() =>
        Difference is { IsZero: false } difference
            ? new Reason(
                "plan.sum-differs", ("breakdown", Breakdown.ToString()), ("sum", Stated!.Value.Value),
                ("expected", Expected!.Value.Value), ("difference", difference.Value))
            : null;

    private static Steps Rule(PlanBreakdown<TOwner> breakdown, Measured?[] amounts, Measured? target)
    {
        var factor = Percentage.OneHundred + breakdown.Hedge;
        var hedged = target * factor;
        var rounded = hedged is { } amount && breakdown.HedgeRounding is { } rounding ? PlanAmounts.Round(amount, rounding) : hedged;
        var expected = rounded + (breakdown.OverAssignment ?? rounded?.With(0m));
        var stated = amounts.Aggregate((Measured?)null, (sum, each) => sum + each ?? sum ?? each);
        return new Steps(factor, hedged, rounded, expected, stated, stated - expected);
    }

    private IEnumerable<Explanation> StatedParts() =>
        Breakdown.Parts.Zip(_amounts, (part, amount) => (part, amount)).Where(each => each.amount is not null)
            .Select(each => Fact("target of " + each.part, each.amount!.Value.Value));

    private Explanation ExplainExpected(Measured target) =>
        Breakdown.OverAssignment is not { } over ? ExplainRounded("expected", target)
            : Node(
                "expected", Expected!.Value.Value, Operation.Sum,
                ExplainRounded("by rate", target), Constant("over-assignment", over.Value));

    private Explanation ExplainRounded(string name, Measured target)
    {
        var whole = Fact("target of " + Breakdown.Whole, target.Value);
        return Breakdown.HedgeRounding is not { } rounding ? whole
            : Node(
                name, Rounded!.Value.Value, Operation.Round(rounding),
                Node(
                    "with hedge", Hedged!.Value.Value, Operation.Product, whole,
                    Node(
                        "whole and hedge", PlanAmounts.Factor(target, Factor), Operation.Sum,
                        Constant("whole", PlanAmounts.Factor(target, Percentage.OneHundred)),
                        Constant("hedge", PlanAmounts.Factor(target, Breakdown.Hedge)))));
    }

    private readonly struct Steps(
        Percentage factor, Measured? hedged, Measured? rounded, Measured? expected, Measured? stated, Measured? difference)
    {
        internal Percentage Factor { get; } = factor;

        internal Measured? Hedged { get; } = hedged;

        internal Measured? Rounded { get; } = rounded;

        internal Measured? Expected { get; } = expected;

        internal Measured? Stated { get; } = stated;

        internal Measured? Difference { get; } = difference;
    }
}
