using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// What an agreement needs to know beside the lines: targets, base periods that no lines tell of, proofs of conditions, scores of
/// indicators; each for a period.
/// </summary>
/// <remarks>
/// A figure is for exactly the period it names. Nothing given is nothing known: no target is no attainment, no proof is not proven, no
/// score earns nothing yet. Immutable; equality is by all figures.
/// </remarks>
public sealed class RebateFigures : IEquatable<RebateFigures>
{
    private readonly Dictionary<(string Name, FiscalPeriod Period), Measured> _targets;
    private readonly Dictionary<(string Name, FiscalPeriod Period), Measured> _bases;
    private readonly Dictionary<(string Name, FiscalPeriod Period), RebateProof> _proofs;
    private readonly Dictionary<(string Name, FiscalPeriod Period), Percentage> _scores;

    private RebateFigures(
        Dictionary<(string Name, FiscalPeriod Period), Measured> targets, Dictionary<(string Name, FiscalPeriod Period), Measured> bases,
        Dictionary<(string Name, FiscalPeriod Period), RebateProof> proofs,
        Dictionary<(string Name, FiscalPeriod Period), Percentage> scores)
    {
        _targets = targets;
        _bases = bases;
        _proofs = proofs;
        _scores = scores;
    }

    /// <summary>Nothing is known.</summary>
    public static RebateFigures None { get; } = new([], [], [], []);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Figures.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RebateFigures? left, RebateFigures? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Figures.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RebateFigures? left, RebateFigures? right) => !(left == right);

    /// <summary>The figures with a target.</summary>
    /// <param name="rebate">The name of the rebate.</param>
    /// <param name="period">The period, of the kind of the rebate.</param>
    /// <param name="target">The target, zero or more; of zero there is no attainment.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebate"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is blank, or the target is the default value or of no sales.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is negative.</exception>
    public RebateFigures WithTarget(string rebate, FiscalPeriod period, Measured target) =>
        new(With(_targets, Identifier.Checked(rebate), period, NotNegative(target, nameof(target))), _bases, _proofs, _scores);

    /// <summary>The figures with what was sold in the base period of a period.</summary>
    /// <param name="rebate">The name of the rebate.</param>
    /// <param name="period">The period that is compared, not the base period.</param>
    /// <param name="sold">What was sold in its base period; it takes the place of what the lines tell.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebate"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is blank, or the amount is the default value or of no sales.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sold"/> is negative.</exception>
    public RebateFigures WithBase(string rebate, FiscalPeriod period, Measured sold) =>
        new(_targets, With(_bases, Identifier.Checked(rebate), period, NotNegative(sold, nameof(sold))), _proofs, _scores);

    /// <summary>The figures with what is proven of a condition.</summary>
    /// <param name="condition">The name of the condition; what has one name in several rebates is proven once for each period.</param>
    /// <param name="period">The period, of the kind of the rebate.</param>
    /// <param name="proof">What is proven.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public RebateFigures WithProof(string condition, FiscalPeriod period, RebateProof proof) =>
        new(_targets, _bases, With(_proofs, Identifier.Checked(condition), period, proof), _scores);

    /// <summary>The figures with the score of an indicator.</summary>
    /// <param name="indicator">The name of the indicator.</param>
    /// <param name="period">The period, of the kind of the rebate.</param>
    /// <param name="score">The score, 0 % to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indicator"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is out of its range.</exception>
    public RebateFigures WithScore(string indicator, FiscalPeriod period, Percentage score)
    {
        Guard.Against.NoPart(score);
        return new RebateFigures(_targets, _bases, _proofs, With(_scores, Identifier.Checked(indicator), period, score));
    }

    /// <summary>Whether the other has the same figures.</summary>
    /// <param name="other">The figures to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RebateFigures? other) =>
        other is not null && SameEntries.Of(_targets, other._targets) && SameEntries.Of(_bases, other._bases)
        && SameEntries.Of(_proofs, other._proofs) && SameEntries.Of(_scores, other._scores);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RebateFigures);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_targets.Count, _bases.Count, _proofs.Count, _scores.Count);

    /// <summary>The figures, a line each, in the order of their names and periods.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        Text("target", _targets, target => target.Value.ToString()) + Text("base", _bases, sold => sold.Value.ToString())
        + Text("proof", _proofs, proof => proof.ToString()) + Text("score", _scores, score => score.ToString());

    internal Measured? Target(string rebate, FiscalPeriod period) => Of(_targets, rebate, period);

    internal Measured? Base(string rebate, FiscalPeriod period) => Of(_bases, rebate, period);

    internal RebateProof Proof(string condition, FiscalPeriod period) => Of(_proofs, condition, period) ?? RebateProof.NotProven;

    internal Percentage? Score(string indicator, FiscalPeriod period) => Of(_scores, indicator, period);

    /// <summary>Refuses names that the agreement does not know: what is given under a wrong name would count for nothing.</summary>
    internal void RequireNames(RebateAgreement agreement, string parameterName)
    {
        Require(_targets, rebate => [rebate.Name], "rebate");
        Require(_bases, rebate => [rebate.Name], "rebate");
        Require(_proofs, rebate => rebate.Conditions.Select(condition => condition.Name), "condition");
        Require(_scores, rebate => rebate.Indicators.Select(indicator => indicator.Name), "indicator");

        void Require<T>(
            Dictionary<(string Name, FiscalPeriod Period), T> figures, Func<Rebate, IEnumerable<string>> names, string what)
        {
            if (figures.Count == 0)
                return;

            var known = new HashSet<string>(agreement.Rebates.SelectMany(names), StringComparer.Ordinal);
            foreach (var key in figures.Keys)
            {
                if (!known.Contains(key.Name))
                    throw Guards.Invalid(parameterName, "'" + key.Name + "'", "must name a " + what + " of " + agreement.Id);
            }
        }
    }

    private static T? Of<T>(Dictionary<(string Name, FiscalPeriod Period), T> figures, string name, FiscalPeriod period)
        where T : struct =>
        figures.Count > 0 && figures.TryGetValue((name, period), out var value) ? value : null;

    private static Dictionary<(string Name, FiscalPeriod Period), T> With<T>(
        Dictionary<(string Name, FiscalPeriod Period), T> figures, string name, FiscalPeriod period, T value) =>
        new(figures) { [(name, period)] = value };

    private static Measured NotNegative(Measured value, string parameterName)
    {
        RebateText.OfSales(value, isPositive: false, parameterName);
        return value.Amount >= 0m ? value : throw Guards.OutOfRange(parameterName, value.ToString(), "must not be negative");
    }

    private static string Text<T>(string what, Dictionary<(string Name, FiscalPeriod Period), T> figures, Func<T, string> text) =>
        string.Concat(figures
            .OrderBy(figure => figure.Key.Name, StringComparer.Ordinal).ThenBy(figure => figure.Key.Period)
            .Select(figure => what + " " + figure.Key.Name + " " + figure.Key.Period + ": " + text(figure.Value) + "\n"));
}
