using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The attainment of several measures together, with what each gives to it.</summary>
/// <remarks>
/// Value = Σ weight × counted attainment ÷ Σ weights that count. The divisor is 100 % unless a missing component was left out. It lies
/// between the least and the most that a component counts for. Equality is by reference. Made by <see cref="CompositeRule"/>.
/// </remarks>
public sealed class CompositeAttainment
{
    private readonly CompositePart[] _parts;
    private readonly Steps _steps;

    internal CompositeAttainment(CompositeRule rule, CompositePart[] parts)
    {
        CompositeRule = rule;
        _parts = parts;
        _steps = Rule(rule, parts);
    }

    /// <summary>The rule.</summary>
    public CompositeRule CompositeRule { get; }

    /// <summary>What each component gives, in the order of the rule, those included that count for nothing.</summary>
    public IReadOnlyList<CompositePart> Parts => Array.AsReadOnly(_parts);

    /// <summary>The composite, to 28 digits; null when a missing component blocks it, or when every one was left out.</summary>
    public Percentage? Value => _steps.Value;

    /// <summary>The total of the weights that count: 100 % unless a missing component was left out.</summary>
    public Percentage WeightCounted => _steps.Weight;

    /// <summary>
    /// Each component without an attainment, <c>composite.missing</c> with its name and what was done about it, and
    /// <c>composite.blocked</c> or <c>composite.nothing-counts</c> where there is no composite.
    /// </summary>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            var reasons = Missing.Select(part =>
                new Reason("composite.missing", ("component", part.Component.Name), ("policy", CompositeRule.Missing.ToString()))).ToList();
            if (Value is null)
                reasons.Add(new Reason(CompositeRule.Missing == MissingMeasure.Block ? "composite.blocked" : "composite.nothing-counts"));

            return reasons.AsReadOnly();
        }
    }

    /// <summary>How the composite came about.</summary>
    /// <returns>
    /// The weighted attainments, their sum and the weights that count; absent, with what is missing, where there is none.
    /// </returns>
    public Explanation Explain()
    {
        const string Name = "composite attainment";
        if (Value is not { } value)
        {
            return Node(
                Name, Figure.Absent, Operation.Select,
                [
                    .. Missing.SelectMany(part =>
                        new[] { part.ExplainMissing(), Constant(CompositeRule.Missing.ToString(), Figure.Absent) }),
                    Constant("else", Figure.Absent),
                ]);
        }

        var counting = Array.FindAll(_parts, part => part.Weighted is not null);
        var weighted = Array.ConvertAll(counting, part => part.Explain());
        return _steps.Weight == Percentage.OneHundred ? Node(Name, value, Operation.Sum, weighted)
            : Node(
                Name, value, Operation.Ratio,
                Node("weighted attainments", _steps.Sum, Operation.Sum, weighted),
                Node(
                    "weights that count", _steps.Weight, Operation.Sum,
                    Array.ConvertAll(counting, part => Constant("weight of " + part.Component.Name, part.Component.Weight))));
    }

    /// <summary>The composite and its parts: <c>94% = revenue 100% × 30% + units 80% × 30% + new customers 100% × 40%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Shown(Figure.OrAbsent(Value)) + " = " + string.Join(" + ", _parts.Select(part => part.ToString()));

    private IEnumerable<CompositePart> Missing => _parts.Where(part => part.IsMissing);

    private static Steps Rule(CompositeRule rule, CompositePart[] parts)
    {
        var (sum, weight) = (Percentage.Zero, Percentage.Zero);
        var isBlocked = false;
        foreach (var part in parts)
        {
            if (part.Weighted is { } weighted)
                (sum, weight) = (sum + weighted, weight + part.Component.Weight);
            else
                isBlocked |= rule.Missing == MissingMeasure.Block;
        }

        // By the whole nothing is divided, so that no digit is lost.
        return new Steps(
            sum, weight,
            isBlocked || weight.IsZero ? null : weight == Percentage.OneHundred ? sum : Percentage.Ratio(sum.Fraction, weight.Fraction));
    }

    private readonly struct Steps(Percentage sum, Percentage weight, Percentage? value)
    {
        internal Percentage Sum { get; } = sum;

        internal Percentage Weight { get; } = weight;

        internal Percentage? Value { get; } = value;
    }
}
