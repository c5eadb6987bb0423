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
/// parts to come have more than before, to the last digit.
/// </para>
/// <para>
/// After every period, whatever was decided: what the periods to come ask + what is open = the original quota − actual − what was written
/// off + what was kept. The next period goes on from here:
/// <see cref="ShortfallPolicy.Evaluate(Measured, RollingQuota, LocalDate, Rounding)"/>.
/// </para>
/// <para>
/// Immutable. Equality is by policy, original, what it goes on from, last day, actual, rounding, outcome and reasons.
/// </para>
/// </remarks>
public sealed class RollingQuota : IEquatable<RollingQuota>
{
    private readonly RollingSteps _steps;
    private readonly Measured[] _parts;

    internal RollingQuota(
        ShortfallPolicy policy, RollingSteps steps, LocalDate asOf, Measured actual, Rounding rounding, RollingOutcome outcome,
        PhasedQuota? change, IReadOnlyList<Reason> reasons, AuthorityDecision? decision)
    {
        Policy = policy;
        _steps = steps;
        AsOf = asOf;
        Actual = actual;
        Rounding = rounding;
        Outcome = outcome;
        Change = change;
        Reasons = Array.AsReadOnly([.. reasons]);
        Decision = decision;
        _parts = [.. steps.Start.Parts.Select((part, i) => change is null || i < Closed ? part : part + change[i - Closed])];
        Rest = _parts.Skip(Closed).Aggregate(Shortfall.With(0m), (sum, part) => sum + part);
        Open = outcome switch
        {
            RollingOutcome.NotApproved or RollingOutcome.NoPeriodLeft or RollingOutcome.SurplusSetOff => Shortfall,
            RollingOutcome.SurplusTakenOff => Shortfall - change!.Total,
            _ => Shortfall.With(0m),
        };
    }

    /// <summary>The policy.</summary>
    public ShortfallPolicy Policy { get; }

    /// <summary>The quota as it was: commission is paid on it unless the plan says otherwise.</summary>
    public PhasedQuota Original => _steps.Start.Original;

    /// <summary>The rolling quota after an earlier period that this one goes on from, or null.</summary>
    public RollingQuota? Before => _steps.Start.Before;

    /// <summary>The last day of the periods gone by.</summary>
    public LocalDate AsOf { get; }

    /// <summary>What was achieved through that day, from the first day of the original quota.</summary>
    public Measured Actual { get; }

    /// <summary>
    /// Quota phased to date − actual; negative for a surplus. Where this goes on from <see cref="Before"/>: what that left open + its parts
    /// since then − what was achieved since then.
    /// </summary>
    public Measured Shortfall => _steps.Shortfall;

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

    /// <summary>
    /// What is in no period and not settled, and counts on in the next evaluation: a shortfall that was neither added nor written off, or,
    /// negative, a surplus to be set off; zero otherwise.
    /// </summary>
    public Measured Open { get; }

    /// <summary>How many periods are gone by.</summary>
    internal int Closed => _steps.Closed;

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
    /// <returns>
    /// The quota; null where no period is left, or all that is left is zero. It begins after <see cref="AsOf"/>, and so does what is
    /// achieved of it. It knows nothing of what is open: the next period is evaluated from this rolling quota and not from that one.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// Some parts are positive and some negative, for which there are no weights; or they were rounded to units of which none divides all.
    /// </exception>
    public PhasedQuota? ToPhasedQuota() =>
        WeightedParts.Phase(
            [.. Original.Phasing.Periods.Spans.Skip(Closed)], [.. _parts.Skip(Closed)], Original.Phasing.WorkCalendar, RoundingOfParts());

    /// <summary>How the shortfall came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Shortfall"/>.</returns>
    public Explanation Explain() => _steps.Explain();

    /// <summary>How the part of a period came about: the original part, and what was added or taken off.</summary>
    /// <param name="index">The place of the period, from 0.</param>
    /// <returns>The explanation, whose figure is the part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Explanation Explain(int index)
    {
        var before = Before is null ? Original.Explain(index) : Before.Explain(index);
        return Change is null || index < Closed ? before
            : Node(
                "rolling part of " + Original.Phasing.Periods[index], _parts[index].Value, Operation.Sum, before,
                Change.Explain(PeriodIndex.Since(Closed, index)));
    }

    /// <summary>Whether the other came of the same policy, original and actual in the same way.</summary>
    /// <param name="other">The rolling quota to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RollingQuota? other) =>
        other is not null && Policy == other.Policy && Original == other.Original && AsOf == other.AsOf && Actual == other.Actual
        && Rounding == other.Rounding && Outcome == other.Outcome && Reasons.SequenceEqual(other.Reasons) && Before == other.Before;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RollingQuota);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Policy.GetHashCode(), Original.GetHashCode(), AsOf.GetHashCode(), Actual.GetHashCode());

    /// <summary>What came of it, and what is left: <c>Added CNY 1600000.00 after 2026-06-30, CNY 7600000.00 to come</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Outcome + " " + Shortfall.Value + " after " + InvariantText.Date(AsOf) + ", " + Rest.Value + " to come";

    /// <summary>How what is open came about.</summary>
    internal Explanation ExplainOpen()
    {
        var label = "open on " + InvariantText.Date(AsOf);
        return Open == Shortfall ? Explain()
            : Outcome == RollingOutcome.SurplusTakenOff
                ? Node(label, Open.Value, Operation.Difference, Explain(), Fact("taken off", Change!.Total.Value))
            : Constant(label, Open.Value);
    }

    // The first in which all parts to come can be said: what is added may be rounded more finely than the original, or less.
    private Rounding RoundingOfParts()
    {
        for (var each = this; each is not null; each = each.Before)
        {
            if (each.Change is not null && Divides(each.Rounding))
                return each.Rounding;
        }

        return Divides(Original.Rounding) ? Original.Rounding
            : throw new InvalidOperationException("The parts of " + this + " are not all multiples of one of the units of rounding.");
    }

    private bool Divides(Rounding rounding)
    {
        var unit = rounding.UnitFor(Actual.Currency)!.Value;
        return _parts.Skip(Closed).All(part => part.Amount % unit == 0m);
    }
}
