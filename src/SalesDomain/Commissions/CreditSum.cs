using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Quotas;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What credits count for together by a <see cref="CommissionMeasure"/>: what sets a rate, or what is paid on.</summary>
/// <remarks>
/// Kept as an exact sum and what it is divided by, so that a rate is multiplied first and the tax divided out last, and so that parts merge
/// to the whole in any order. A sum with an unknown part is unknown. Equality is by measure, sum, count and what is unknown.
/// </remarks>
public sealed class CreditSum : IEquatable<CreditSum>
{
    private readonly CountedTally _tally;
    private readonly UnknownCredit[] _unknown;
    private readonly Measured _numerator;

    internal CreditSum(CommissionMeasure measure, CountedTally tally)
    {
        Measure = measure;
        _tally = tally;
        _unknown = tally.Unknown.Count == 0 ? [] : [.. tally.Unknown.OrderBy(each => each.Line).ThenBy(each => each.Status)];
        _numerator = measure.Rule.Zero.With(tally.Sum);
        Known = measure.TaxRate is null ? measure.Zero.With(tally.Sum) : measure.Zero.With(tally.Sum / measure.Divisor.Fraction);
    }

    /// <summary>By what the credits were counted.</summary>
    public CommissionMeasure Measure { get; }

    /// <summary>The sum; null where a value is not known and the measure does not leave such credits out. No credits give zero.</summary>
    public Measured? Value => UnknownCount == 0 || Measure.LeavesOutUnknown ? Known : null;

    /// <summary>The sum over the credits of known value.</summary>
    public Measured Known { get; }

    /// <summary>How many credits count, those of unknown value included.</summary>
    public int CreditCount => _tally.Count;

    /// <summary>How many of them are of unknown value.</summary>
    public int UnknownCount => _unknown.Length;

    /// <summary>Each credit of unknown value: what is missing, and its line.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(Array.ConvertAll(_unknown, each => each.Reason));

    /// <summary>The exact sum before the tax is taken out of it, for a rule that multiplies first and divides last.</summary>
    internal decimal Numerator => _numerator.Amount;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A sum.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CreditSum? left, CreditSum? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A sum.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CreditSum? left, CreditSum? right) => !(left == right);

    /// <summary>The sum over the credits of both, of which none is in both.</summary>
    /// <param name="other">A sum by the same measure.</param>
    /// <returns>The sum of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> is by another measure.</exception>
    public CreditSum Plus(CreditSum other)
    {
        Guard.Against.Null(other);
        if (other.Measure != Measure)
            throw Guards.Invalid(nameof(other), "'" + other.Measure + "'", "must be by the same measure");

        var tally = default(CountedTally);
        tally.Add(_tally);
        tally.Add(other._tally);
        return new CreditSum(Measure, tally);
    }

    /// <summary>The attainment of a quota by these credits, which sets the rate of a component.</summary>
    /// <param name="quota">The quota, of the same measure and tax basis; null when there is none.</param>
    /// <returns>The attainment; without a rate where the sum is unknown.</returns>
    /// <exception cref="ArgumentException">The quota is the default value, or of another measure, tax basis, unit or currency.</exception>
    public Attainment Against(Measured? quota) => Attainment.Of(Value, quota);

    /// <summary>Where the sum comes from.</summary>
    /// <returns>The sum of so many facts, and the tax taken out of it; absent when it is unknown.</returns>
    public Explanation Explain() => Explain("counted");

    /// <summary>The same under the name of what it is for.</summary>
    internal Explanation Explain(string name) =>
        Value is not null ? ExplainKnown(name)
            : Node(
                name, Figure.Absent, Operation.Select,
                Node(
                    "credits are of unknown value", true, Operation.Compare(ComparisonKind.Greater),
                    Fact("credits of unknown value", UnknownCount), Constant("none", 0)),
                Constant("then", Figure.Absent), ExplainKnown("known part"));

    /// <summary>Whether the other is the same sum by the same measure.</summary>
    /// <param name="other">The sum to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CreditSum? other) =>
        other is not null && _numerator == other._numerator && CreditCount == other.CreditCount && Measure == other.Measure
        && Reasons.SequenceEqual(other.Reasons);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditSum);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_numerator.GetHashCode(), CreditCount, UnknownCount);

    /// <summary>The sum and the counts: <c>collections, without tax: CNY 200000.00 of 4 credits, 1 of unknown value</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Known + " of " + InvariantText.Number(CreditCount) + " credits"
        + (UnknownCount == 0 ? "" : ", " + InvariantText.Number(UnknownCount) + " of unknown value");

    /// <summary>The same, credit by credit.</summary>
    internal Explanation Explain(string name, IEnumerable<CountedCredit> credits)
    {
        CountedCredit[] counted = [.. credits];
        return Value is null || counted.Length == 0 ? Explain(name)
            : Measure.TaxRate is null
                ? ExplainCredits(name, Known, counted) : ExplainWithoutTax(name, ExplainCredits("with tax", _numerator, counted));
    }

    private static Explanation ExplainCredits(string name, Measured sum, CountedCredit[] counted) =>
        Node(name, sum.Value, Operation.Sum, Array.ConvertAll(counted, each => each.ExplainCredited(each.Credit.Name)));

    private Explanation ExplainKnown(string name) =>
        Measure.TaxRate is null ? FactSum(name, Known.Value, CreditCount)
            : ExplainWithoutTax(name, FactSum("with tax", _numerator.Value, CreditCount));

    private Explanation ExplainWithoutTax(string name, Explanation withTax) =>
        Node(
            name, Known.Value, Operation.Ratio, withTax,
            Node(
                "with tax, of what is without", Measure.Divisor, Operation.Sum, Constant("whole", Percentage.OneHundred),
                Constant("rate of tax", Measure.TaxRate!.Value)));
}
