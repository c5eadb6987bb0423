using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What facts add up to, with how many they are and how many of them do not state the value.</summary>
/// <remarks>
/// A sum with an unknown part is unknown: the margin of a line without a cost, an amount without a rate. What is known of it is
/// <see cref="Known"/>. Where only a share of a fact counts, facts are added first and multiplied last, share by share, so that their
/// order does not matter. Equality is by known part and both counts.
/// </remarks>
public sealed class ActualSum : IEquatable<ActualSum>
{
    // By share, rising; none without facts.
    private readonly SharedSum[] _shares;

    private ActualSum(Measured zero, SharedSum[] shares)
    {
        _shares = shares;
        Known = zero;
        foreach (var share in shares)
        {
            Known += share.Part;
            FactCount += share.FactCount;
            UnknownCount += share.UnknownCount;
        }
    }

    /// <summary>The sum; null when a fact does not state its value. No facts sum to zero.</summary>
    public Measured? Value => UnknownCount == 0 ? Known : null;

    /// <summary>The sum over the facts that state their value.</summary>
    public Measured Known { get; }

    /// <summary>How many facts count, those of unknown value included; a fact of which a share counts is one.</summary>
    public int FactCount { get; }

    /// <summary>How many of them do not state their value.</summary>
    public int UnknownCount { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A sum.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ActualSum? left, ActualSum? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A sum.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ActualSum? left, ActualSum? right) => !(left == right);

    /// <summary>A sum that was made elsewhere, by a database say, of facts that all state their value.</summary>
    /// <param name="known">The sum.</param>
    /// <param name="factCount">How many facts count, zero or more.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentException"><paramref name="known"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factCount"/> is negative.</exception>
    public static ActualSum Of(Measured known, int factCount) => Of(known, factCount, unknownCount: 0);

    /// <summary>A sum that was made elsewhere, of facts of which some do not state their value.</summary>
    /// <param name="known">The sum over the facts that state their value.</param>
    /// <param name="factCount">How many facts count, zero or more.</param>
    /// <param name="unknownCount">How many of them do not state their value, from zero to all.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentException"><paramref name="known"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="factCount"/> is negative, or <paramref name="unknownCount"/> is not from zero to it.
    /// </exception>
    public static ActualSum Of(Measured known, int factCount, int unknownCount)
    {
        MeasuredArgument.Given(known);
        Guard.Against.OutsideRange(0, int.MaxValue, factCount);
        Guard.Against.OutsideRange(0, factCount, unknownCount);
        return new ActualSum(known.With(0m), [new SharedSum(Percentage.OneHundred, known, factCount, unknownCount)]);
    }

    /// <summary>The attainment of a quota by these facts.</summary>
    /// <param name="quota">The quota of the whole period, of the same measure; null when there is none.</param>
    /// <returns>The attainment, which explains its actual by the facts.</returns>
    /// <exception cref="ArgumentException">
    /// The quota is the default value, or of another measure, tax basis, unit or currency.
    /// </exception>
    public Attainment Against(Measured? quota)
    {
        MeasuredArgument.Given(quota);
        return Attainment.Of(this, quota, origin: null, nameof(quota));
    }

    /// <summary>The attainment of a phased quota on a day by these facts: all three figures.</summary>
    /// <param name="quota">The quota with its phasing, of the same measure.</param>
    /// <param name="elapsed">
    /// How much of the period of the quota has gone by; its day is the day to which the quota is phased, and the last of the facts.
    /// </param>
    /// <returns>The attainment, which explains its actual by the facts and its quota to date by the phasing.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The quota is of another measure, tax basis, unit or currency, or <paramref name="elapsed"/> is of another period.
    /// </exception>
    public Attainment Against(PhasedQuota quota, ElapsedTime elapsed) => Attainment.Of(Value, this, quota, elapsed);

    /// <summary>Where the sum comes from.</summary>
    /// <returns>The sum of so many facts, or of shares of them; absent when the value of one is not known.</returns>
    public Explanation Explain() =>
        UnknownCount == 0 ? ExplainKnown("actual")
            : Node(
                "actual", Figure.Absent, Operation.Select,
                Node(
                    "facts are of unknown value", true, Operation.Compare(ComparisonKind.Greater),
                    Fact("facts of unknown value", UnknownCount), Constant("none", 0)),
                Constant("then", Figure.Absent), ExplainKnown("known part"));

    /// <summary>Whether the other has the same known part and counts.</summary>
    /// <param name="other">The sum to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ActualSum? other) =>
        other is not null && Known == other.Known && FactCount == other.FactCount && UnknownCount == other.UnknownCount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActualSum);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Known.GetHashCode(), FactCount, UnknownCount);

    /// <summary>The sum and the counts: <c>margin, without tax: CNY 76800.00 of 3 facts, 1 of unknown value</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Known + " of " + InvariantText.Number(FactCount) + " facts"
        + (UnknownCount == 0 ? "" : ", " + InvariantText.Number(UnknownCount) + " of unknown value");

    internal static ActualSum None(Measured zero) => new(zero, []);

    internal static ActualSum Of(Measured zero, IEnumerable<FactSum> sums) =>
        new(
            zero,
            [
                .. sums.Where(sum => sum.Facts > 0).OrderBy(sum => sum.Share)
                    .Select(sum => new SharedSum(Percentage.FromFraction(sum.Share), zero.With(sum.Known), sum.Facts, sum.Unknown)),
            ]);

    /// <summary>The sum over the facts of both, of which none is in both.</summary>
    internal ActualSum Plus(ActualSum other) =>
        new(
            Known.With(0m),
            [
                .. _shares.Concat(other._shares).GroupBy(each => each.Share).OrderBy(same => same.Key)
                    .Select(same => same.Aggregate((sum, next) => sum.Plus(next))),
            ]);

    internal Reason UnknownReason(string code) => new(code, ("facts of unknown value", UnknownCount), ("known part", Known.Value));

    internal Explanation ExplainKnown(string name) =>
        Array.TrueForAll(_shares, share => share.Share == Percentage.OneHundred) ? FactSum(name, Known.Value, FactCount)
            : Node(name, Known.Value, Operation.Sum, Array.ConvertAll(_shares, share => ExplainShare(share)));

    private static Explanation ExplainShare(SharedSum share) =>
        share.Share == Percentage.OneHundred ? FactSum("facts held alone", share.Sum.Value, share.FactCount)
            : Node(
                "share of facts", share.Part.Value, Operation.Product,
                Constant("share", share.Part.Value.Kind == FigureKind.Number ? share.Share.Fraction : share.Share),
                FactSum("facts held together", share.Sum.Value, share.FactCount));
}
