using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// A quota after the periods gone by: the original parts, and what the shortfall or surplus to date makes of those to come.
/// </summary>
/// <remarks>
/// <para>
/// Made by <see cref="ShortfallPolicy"/>. The parts of the periods gone by are the original ones. A shortfall that was spread is what the
/// parts to come have more than the original, to the last digit.
/// </para>
/// <para>Immutable. Equality is by policy, original, last day, actual, rounding, outcome and reasons.</para>
/// </remarks>
public sealed class RollingQuota : IEquatable<RollingQuota>
{
    private readonly int _closed;
    private readonly Measured[] _parts;

    internal RollingQuota(
        ShortfallPolicy policy, PhasedQuota original, int closed, LocalDate asOf, Measured actual, Measured shortfall, Rounding rounding,
        RollingOutcome outcome, PhasedQuota? change, IReadOnlyList<Reason> reasons, AuthorityDecision? decision)
    {
        Policy = policy;
        Original = original;
        _closed = closed;
        AsOf = asOf;
        Actual = actual;
        Shortfall = shortfall;
        Rounding = rounding;
        Outcome = outcome;
        Change = change;
        Reasons = Array.AsReadOnly([.. reasons]);
        Decision = decision;
        _parts = [.. original.Parts.Select((part, i) => change is null || i < closed ? part : part + change[i - closed])];
        Rest = _parts.Skip(closed).Aggregate(original.Total.With(0m), (sum, part) => sum + part);
    }

    /// <summary>The policy.</summary>
    public ShortfallPolicy Policy { get; }

    /// <summary>The quota as it was: commission is paid on it unless the plan says otherwise.</summary>
    public PhasedQuota Original { get; }

    /// <summary>The last day of the periods gone by.</summary>
    public LocalDate AsOf { get; }

    /// <summary>What was achieved through that day.</summary>
    public Measured Actual { get; }

    /// <summary>Quota phased to date − actual; negative for a surplus.</summary>
    public Measured Shortfall { get; }

    /// <summary>How what was added is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>What came of it.</summary>
    public RollingOutcome Outcome { get; }

    /// <summary>What is added to the periods to come, or taken off them; null where nothing is.</summary>
    public PhasedQuota? Change { get; }

    /// <summary>
    /// Why a write-off was not approved: <c>quota.not-decided</c> (shortfall) when nobody decided, or the reasons of the
    /// <see cref="AuthorityDecision"/> against the role. Empty otherwise.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>Who may decide on the write-off; null where none was asked for.</summary>
    public AuthorityDecision? Decision { get; }

    /// <summary>The part of each period: gone by, as it was; to come, as it is now.</summary>
    public IReadOnlyList<Measured> Parts => Array.AsReadOnly(_parts);

    /// <summary>What the periods to come ask in all.</summary>
    public Measured Rest { get; }

    /// <summary>What is still missing and in no period: a shortfall that was neither added nor written off; zero otherwise.</summary>
    public Measured Open => Outcome is RollingOutcome.NotApproved or RollingOutcome.NoPeriodLeft ? Shortfall : Shortfall.With(0m);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rolling quota.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RollingQuota? left, RollingQuota? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rolling quota.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RollingQuota? left, RollingQuota? right) => !(left == right);

    /// <summary>The periods to come as a quota of their own, for amounts to date and pace.</summary>
    /// <returns>The quota; null where no period is left, or all that is left is zero.</returns>
    /// <exception cref="InvalidOperationException">Some parts are positive and some negative; there are no weights for that.</exception>
    public PhasedQuota? ToPhasedQuota() =>
        WeightedParts.Phase(
            [.. Original.Phasing.Periods.Spans.Skip(_closed)], [.. _parts.Skip(_closed)], Original.Phasing.WorkCalendar,
            Change is null || Original.Rounding.UnitFor(Actual.Currency) < Rounding.UnitFor(Actual.Currency)
                ? Original.Rounding : Rounding);

    /// <summary>How the shortfall came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Shortfall"/>.</returns>
    public Explanation Explain() =>
        Node(
            "shortfall", Shortfall.Value, Operation.Difference, Original.Explain(AsOf),
            Fact("actual to " + InvariantText.Date(AsOf), Actual.Value));

    /// <summary>How the part of a period came about: the original part, and what was added or taken off.</summary>
    /// <param name="index">The place of the period, from 0.</param>
    /// <returns>The explanation, whose figure is the part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Explanation Explain(int index)
    {
        var original = Original.Explain(index);
        return Change is null || index < _closed ? original
            : Node(
                "rolling part of " + Original.Phasing.Periods[index], _parts[index].Value, Operation.Sum, original,
                Change.Explain(PeriodIndex.Since(_closed, index)));
    }

    /// <summary>Whether the other came of the same policy, original and actual in the same way.</summary>
    /// <param name="other">The rolling quota to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RollingQuota? other) =>
        other is not null && Policy == other.Policy && Original == other.Original && AsOf == other.AsOf && Actual == other.Actual
        && Rounding == other.Rounding && Outcome == other.Outcome && Reasons.SequenceEqual(other.Reasons);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RollingQuota);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Policy.GetHashCode(), Original.GetHashCode(), AsOf.GetHashCode(), Actual.GetHashCode());

    /// <summary>What came of it, and what is left: <c>Added CNY 1600000.00 after 2026-06-30, CNY 7600000.00 to come</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Outcome + " " + Shortfall.Value + " after " + InvariantText.Date(AsOf) + ", " + Rest.Value + " to come";
}
