using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The rule of a rolling target (滚动目标): what becomes, after a period, of the shortfall or the surplus to date.</summary>
/// <remarks>
/// <para>
/// Shortfall = quota phased to date − actual to date. A target of 12.0 million with 4.4 million after six of twelve even months is 1.6
/// million short, and spread it asks (12.0 − 4.4) ÷ 6 = 1.2667 million a month. The original quota stays beside the rolling one; commission
/// is paid on the original unless the plan says otherwise.
/// </para>
/// <para>
/// <b>Period by period, go on from the rolling quota</b>, <see cref="Evaluate(Measured, RollingQuota, LocalDate, Rounding)"/>, and not from
/// the original again: what was written off stays written off, what was added is due in its period, and what is open counts on. The actual
/// is cumulated from the first day of the original in both.
/// </para>
/// <para>Immutable. Equality is by rule, surplus rule and authority.</para>
/// </remarks>
public sealed class ShortfallPolicy : IEquatable<ShortfallPolicy>
{
    /// <summary>The name of the one figure on which the authority of a write-off decides.</summary>
    public const string ShortfallName = "shortfall";

    private ShortfallPolicy(ShortfallRule rule, SurplusRule surplus, Authority? authority)
    {
        Rule = rule;
        Surplus = surplus;
        Authority = authority;
    }

    /// <summary>A shortfall is spread in proportion to the weights of the periods to come; a surplus is set off later.</summary>
    public static ShortfallPolicy Spread { get; } = new(ShortfallRule.Spread, SurplusRule.SetOffLater, null);

    /// <summary>A shortfall is spread in equal parts; a surplus is set off later.</summary>
    public static ShortfallPolicy SpreadEvenly { get; } = new(ShortfallRule.SpreadEvenly, SurplusRule.SetOffLater, null);

    /// <summary>A shortfall goes into the next period; a surplus is set off later.</summary>
    public static ShortfallPolicy NextPeriod { get; } = new(ShortfallRule.NextPeriod, SurplusRule.SetOffLater, null);

    /// <summary>What becomes of a shortfall.</summary>
    public ShortfallRule Rule { get; }

    /// <summary>What becomes of a surplus.</summary>
    public SurplusRule Surplus { get; }

    /// <summary>Who may write off how much; null where nothing is written off.</summary>
    public Authority? Authority { get; }

    /// <summary>A shortfall is written off, if a role approves that may; a surplus is set off later.</summary>
    /// <param name="authority">Who may write off how much: a table over the one figure <see cref="ShortfallName"/>.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authority"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="authority"/> is over other figures.</exception>
    public static ShortfallPolicy WriteOff(Authority authority)
    {
        Guard.Against.Null(authority);
        return authority.Names.SequenceEqual([ShortfallName])
            ? new ShortfallPolicy(ShortfallRule.WriteOff, SurplusRule.SetOffLater, authority)
            : throw Guards.Invalid(nameof(authority), string.Join(", ", authority.Names), "must be over '" + ShortfallName + "' alone");
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ShortfallPolicy? left, ShortfallPolicy? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ShortfallPolicy? left, ShortfallPolicy? right) => !(left == right);

    /// <summary>The same policy with another rule for a surplus.</summary>
    /// <param name="surplus">What becomes of a surplus.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="surplus"/> is not a value of its type.</exception>
    public ShortfallPolicy WithSurplus(SurplusRule surplus) => new(Rule, Guard.Against.Undefined(surplus), Authority);

    /// <summary>The rolling quota after a period, when nobody has decided on a write-off.</summary>
    /// <param name="actual">
    /// What was achieved from the first day of the original quota through <paramref name="asOf"/>, cumulated, of the measure of the quota.
    /// </param>
    /// <param name="original">The quota in its periods.</param>
    /// <param name="asOf">The last day of a period: the actual is through this day.</param>
    /// <param name="rounding">How what is added is rounded, to a unit that quota and actual are multiples of.</param>
    /// <returns>The rolling quota, with what came of the shortfall or surplus.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="original"/> or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="asOf"/> ends no period; measure, tax basis, unit or currency differ;
    /// shortfall or surplus is no multiple of the unit, or a part that a surplus would lower is none;
    /// <paramref name="actual"/> is the default value.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    public RollingQuota Evaluate(Measured actual, PhasedQuota original, LocalDate asOf, Rounding rounding) =>
        Evaluated(actual, new RollingStart(Guard.Against.Null(original)), asOf, Guard.Against.Null(rounding), null, []);

    /// <summary>The rolling quota after a period, with somebody who decides on a write-off.</summary>
    /// <param name="actual">
    /// What was achieved from the first day of the original quota through <paramref name="asOf"/>, cumulated, of the measure of the quota.
    /// </param>
    /// <param name="original">The quota in its periods.</param>
    /// <param name="asOf">The last day of a period: the actual is through this day.</param>
    /// <param name="rounding">How what is added is rounded, to a unit that quota and actual are multiples of.</param>
    /// <param name="decidedBy">The role that writes the shortfall off.</param>
    /// <param name="approvals">What others approved, as it was checked for this case.</param>
    /// <returns>The rolling quota, with what came of the shortfall or surplus.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="original"/>, <paramref name="rounding"/>, <paramref name="approvals"/> or an approval is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="asOf"/> ends no period; measure, tax basis, unit or currency differ, also from the limits of the authority;
    /// shortfall or surplus is no multiple of the unit, or a part that a surplus would lower is none;
    /// <paramref name="actual"/> or <paramref name="decidedBy"/> is the default value; or the approvals are of different documents.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    public RollingQuota Evaluate(
        Measured actual, PhasedQuota original, LocalDate asOf, Rounding rounding, RoleId decidedBy, params ApprovalCheck[] approvals)
    {
        var start = new RollingStart(Guard.Against.Null(original));
        return Evaluated(actual, start, asOf, Guard.Against.Null(rounding), decidedBy, Checked(approvals));
    }

    /// <summary>
    /// The rolling quota after a further period, going on from what came of the last, when nobody has decided on a write-off.
    /// </summary>
    /// <param name="actual">
    /// What was achieved from the first day of the original quota through <paramref name="asOf"/>, cumulated, of the measure of the quota.
    /// </param>
    /// <param name="before">
    /// The rolling quota after an earlier period; what was decided then stands, and this policy may be another.
    /// </param>
    /// <param name="asOf">The last day of a period to come: the actual is through this day.</param>
    /// <param name="rounding">How what is added is rounded, to a unit that quota and actual are multiples of.</param>
    /// <returns>The rolling quota, with what came of the shortfall or surplus.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="before"/> or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="asOf"/> ends no period after that of <paramref name="before"/>; measure, tax basis, unit or currency differ;
    /// shortfall or surplus is no multiple of the unit, or a part that a surplus would lower is none;
    /// <paramref name="actual"/> is the default value.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    public RollingQuota Evaluate(Measured actual, RollingQuota before, LocalDate asOf, Rounding rounding) =>
        Evaluated(actual, new RollingStart(Guard.Against.Null(before)), asOf, Guard.Against.Null(rounding), null, []);

    /// <summary>
    /// The rolling quota after a further period, going on from what came of the last, with somebody who decides on a write-off.
    /// </summary>
    /// <param name="actual">
    /// What was achieved from the first day of the original quota through <paramref name="asOf"/>, cumulated, of the measure of the quota.
    /// </param>
    /// <param name="before">
    /// The rolling quota after an earlier period; what was decided then stands, and this policy may be another.
    /// </param>
    /// <param name="asOf">The last day of a period to come: the actual is through this day.</param>
    /// <param name="rounding">How what is added is rounded, to a unit that quota and actual are multiples of.</param>
    /// <param name="decidedBy">The role that writes the shortfall off.</param>
    /// <param name="approvals">What others approved, as it was checked for this case.</param>
    /// <returns>The rolling quota, with what came of the shortfall or surplus.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="before"/>, <paramref name="rounding"/>, <paramref name="approvals"/> or an approval is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="asOf"/> ends no period after that of <paramref name="before"/>; measure, tax basis, unit or currency differ, also
    /// from the limits of the authority; shortfall or surplus is no multiple of the unit, or a part that a surplus would lower is none;
    /// <paramref name="actual"/> or <paramref name="decidedBy"/> is the default value; or the approvals are of different documents.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="rounding"/> is to a minor unit and the quota has none.</exception>
    public RollingQuota Evaluate(
        Measured actual, RollingQuota before, LocalDate asOf, Rounding rounding, RoleId decidedBy, params ApprovalCheck[] approvals)
    {
        var start = new RollingStart(Guard.Against.Null(before));
        return Evaluated(actual, start, asOf, Guard.Against.Null(rounding), decidedBy, Checked(approvals));
    }

    /// <summary>Whether the other has the same rules and authority.</summary>
    /// <param name="other">The policy to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ShortfallPolicy? other) =>
        other is not null && Rule == other.Rule && Surplus == other.Surplus && Authority == other.Authority;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ShortfallPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine((int)Rule, (int)Surplus, Authority?.GetHashCode() ?? 0);

    /// <summary>The policy in words: <c>shortfall spread by weights, surplus set off later</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Rule switch
        {
            ShortfallRule.Spread => "shortfall spread by weights",
            ShortfallRule.SpreadEvenly => "shortfall spread evenly",
            ShortfallRule.NextPeriod => "shortfall into the next period",
            _ => "shortfall written off with approval (" + Authority + ")",
        }
        + Surplus switch
        {
            SurplusRule.SetOffLater => ", surplus set off later",
            SurplusRule.Kept => ", surplus kept",
            _ => ", surplus lowers the rest",
        };

    private static ApprovalCheck[] Checked(ApprovalCheck[] approvals)
    {
        Guard.Against.Null(approvals);
        Array.ForEach(approvals, approval => Guard.Against.Null(approval, nameof(approvals)));
        return approvals;
    }

    private RollingQuota Evaluated(
        Measured actual, RollingStart start, LocalDate asOf, Rounding rounding, RoleId? decidedBy, ApprovalCheck[] approvals)
    {
        if (decidedBy is { } given)
            Identifier.Given(given, nameof(decidedBy));
        Measured.RequireSame(start.Original.Total, MeasuredArgument.Given(actual), nameof(actual));
        var closed = start.PeriodsThrough(asOf);
        var steps = new RollingSteps(start, closed, asOf, actual);
        var shortfall = steps.Shortfall;
        if (rounding.UnitFor(shortfall.Currency) is not { } unit || shortfall.Amount % unit != 0m)
            throw Guards.Invalid(nameof(rounding), rounding.ToString(), "must be to a unit that " + shortfall + " is a multiple of");

        var place = new RollingPlace(start.Original.Phasing, start.Parts, closed, rounding);
        if (shortfall.IsZero)
            return Result(RollingOutcome.Met, null);
        if (shortfall.Amount < 0m)
        {
            return Surplus switch
            {
                SurplusRule.SetOffLater => Result(RollingOutcome.SurplusSetOff, null),
                SurplusRule.Kept => Result(RollingOutcome.SurplusKept, null),
                _ => TakenOff(),
            };
        }

        if (Rule == ShortfallRule.WriteOff)
            return WrittenOff();

        return place.Add(shortfall, Rule) is { } added ? Result(RollingOutcome.Added, added) : Result(RollingOutcome.NoPeriodLeft, null);

        RollingQuota TakenOff() =>
            !place.CanTakeOffIn(unit)
                ? throw Guards.Invalid(nameof(rounding), rounding.ToString(), "must be to a unit that all parts to come are multiples of")
                : place.TakeOff(-shortfall) is { } less ? Result(RollingOutcome.SurplusTakenOff, less)
                : Result(RollingOutcome.NoPeriodLeft, null);

        RollingQuota WrittenOff()
        {
            if (decidedBy is not { } role)
                return Result(RollingOutcome.NotApproved, null, [new Reason("quota.not-decided", (ShortfallName, shortfall.Value))]);

            var decision = Authority!.Decide((ShortfallName, shortfall.Value)).With(approvals);
            var reasons = decision.ReasonsAgainst(role);
            return Result(reasons.Count == 0 ? RollingOutcome.WrittenOff : RollingOutcome.NotApproved, null, reasons, decision);
        }

        RollingQuota Result(
            RollingOutcome outcome, PhasedQuota? change, IReadOnlyList<Reason>? reasons = null, AuthorityDecision? decision = null) =>
            new(this, steps, asOf, actual, rounding, outcome, change, reasons ?? [], decision);
    }
}
