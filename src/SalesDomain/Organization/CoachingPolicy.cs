using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>How many accompanied days or visits a salesperson is to have in a period, by months of tenure and by role: a ride-along quota
/// (协访定额).</summary>
/// <remarks>
/// <para>
/// Tenure is counted in whole months on the first day of the period, or of the employment where that is later; so the quota of a period
/// does not change while it runs. A tenure outside the steps has no quota, which is not the same as a quota of 0.
/// </para>
/// <para>Immutable. Equality is by unit, quotas and what is asked in part periods. Source: common practice of field sales.</para>
/// </remarks>
public sealed class CoachingPolicy : IEquatable<CoachingPolicy>
{
    private readonly Dictionary<RoleId, StepSchedule<int, int>> _ofRoles;

    private CoachingPolicy(
        CoachingUnit unit, StepSchedule<int, int> byTenure, Dictionary<RoleId, StepSchedule<int, int>> ofRoles, PartPeriod partPeriods)
    {
        Unit = unit;
        PartPeriods = partPeriods;
        ByTenure = byTenure;
        _ofRoles = ofRoles;
    }

    /// <summary>What is counted.</summary>
    public CoachingUnit Unit { get; }

    /// <summary>The quota of a period by whole months of tenure, for who has no role or none with a quota of its own.</summary>
    public StepSchedule<int, int> ByTenure { get; }

    /// <summary>What the quota is in a period of which the employment covers a part; all of it, where nothing was said.</summary>
    public PartPeriod PartPeriods { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CoachingPolicy? left, CoachingPolicy? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CoachingPolicy? left, CoachingPolicy? right) => !(left == right);

    /// <summary>A policy with one quota for all.</summary>
    /// <param name="unit">What is counted.</param>
    /// <param name="byTenure">The quota of a period by whole months of tenure, zero or more: from 0: 4, from 6: 2, from 24: 1.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="byTenure"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a value of its type, or a quota is
    /// negative.</exception>
    public static CoachingPolicy Of(CoachingUnit unit, StepSchedule<int, int> byTenure) =>
        new(Guard.Against.Undefined(unit), NotNegative(byTenure), [], PartPeriod.Whole);

    /// <summary>The policy with another quota for parts of periods.</summary>
    /// <param name="partPeriods">All of it, the part by days rounded up, or nothing.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="partPeriods"/> is not a value of its type.</exception>
    public CoachingPolicy WithPartPeriods(PartPeriod partPeriods) =>
        new(Unit, ByTenure, _ofRoles, Guard.Against.Undefined(partPeriods));

    /// <summary>The policy with a quota of its own for a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="byTenure">The quota of a period by whole months of tenure, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="byTenure"/> is null.</exception>
    /// <exception cref="ArgumentException">The role holds no code, or has a quota already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quota is negative.</exception>
    public CoachingPolicy With(RoleId role, StepSchedule<int, int> byTenure)
    {
        NotNegative(byTenure);
        return _ofRoles.ContainsKey(Identifier.Given(role))
            ? throw Guards.Invalid(nameof(role), role.ToString(), "must not have a quota already")
            : new CoachingPolicy(Unit, ByTenure, new(_ofRoles) { [role] = byTenure }, PartPeriods);
    }

    /// <summary>The policy with a quota of its own for a role, in the place of one that it may have.</summary>
    /// <param name="role">The role.</param>
    /// <param name="byTenure">The quota of a period by whole months of tenure, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="byTenure"/> is null.</exception>
    /// <exception cref="ArgumentException">The role holds no code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quota is negative.</exception>
    public CoachingPolicy Override(RoleId role, StepSchedule<int, int> byTenure) => Without(role).With(role, byTenure);

    /// <summary>The policy without the quota of a role: it has that of all.</summary>
    /// <param name="role">The role; one without a quota of its own stays so.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">The role holds no code.</exception>
    public CoachingPolicy Without(RoleId role)
    {
        var ofRoles = new Dictionary<RoleId, StepSchedule<int, int>>(_ofRoles);
        return ofRoles.Remove(Identifier.Given(role)) ? new CoachingPolicy(Unit, ByTenure, ofRoles, PartPeriods) : this;
    }

    /// <summary>The quota of a salesperson in a period.</summary>
    /// <param name="salesperson">The salesperson.</param>
    /// <param name="span">The period, with a first and a last day.</param>
    /// <returns>The quota, or null where no day of employment is in the period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="salesperson"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end.</exception>
    public CoachingQuota? QuotaOf(CoachedSalesperson salesperson, DateSpan span)
    {
        Guard.Against.Null(salesperson);
        RequireEnds(span);
        return salesperson.Span.Intersection(span) is { Start: { } first } worked
            ? new CoachingQuota(
                salesperson, Ramp.None.MonthOf(salesperson.Span.Start!.Value, first) - 1, ScheduleOf(salesperson),
                whole => PartAsked.Of(whole, PartPeriods, span, worked))
            : null;
    }

    /// <summary>The quotas of a period against the accompanied days or visits of a log, by salesperson and by coach.</summary>
    /// <param name="span">The period, with a first and a last day.</param>
    /// <param name="salespersons">The salespersons, each once; those without a day of employment in the period are left out.</param>
    /// <param name="log">The visits; those outside the period do not count.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="salespersons"/>, a salesperson or <paramref name="log"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException"><paramref name="span"/> has an open end, or a salesperson comes twice.</exception>
    public CoachingReview Review(DateSpan span, IEnumerable<CoachedSalesperson> salespersons, VisitLog log)
    {
        Guard.Against.Null(salespersons);
        Guard.Against.Null(log);
        RequireEnds(span);
        var seen = new HashSet<SalespersonId>();
        var quotas = new List<CoachingQuota>();
        foreach (var salesperson in salespersons)
        {
            if (!seen.Add((salesperson ?? throw new ArgumentNullException(nameof(salespersons))).Salesperson))
                throw Guards.Invalid(nameof(salespersons), salesperson.Salesperson.ToString(), "must have each salesperson once");
            if (QuotaOf(salesperson, span) is { } quota)
                quotas.Add(quota);
        }

        return new CoachingReview(Unit, span, [.. quotas], log);
    }

    /// <summary>Whether the other has the same unit and the same quotas.</summary>
    /// <param name="other">The policy to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CoachingPolicy? other) =>
        other is not null && Unit == other.Unit && PartPeriods == other.PartPeriods && ByTenure == other.ByTenure
        && _ofRoles.Count == other._ofRoles.Count
        && _ofRoles.All(entry => other._ofRoles.TryGetValue(entry.Key, out var same) && same == entry.Value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as CoachingPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Hash.Combine((int)Unit, (int)PartPeriods), ByTenure.GetHashCode(), _ofRoles.Count);

    /// <summary>The quotas in words: <c>days by months of tenure: from 0: 4, from 6: 2; SR: from 0: 1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Unit == CoachingUnit.Days ? "days" : "visits") + " by months of tenure: " + ByTenure
        + string.Concat(_ofRoles.OrderBy(entry => entry.Key).Select(entry => "; " + entry.Key + ": " + entry.Value))
        + PartAsked.Words(PartPeriods);

    private StepSchedule<int, int> ScheduleOf(CoachedSalesperson salesperson) =>
        salesperson.Role is { } role && _ofRoles.TryGetValue(role, out var own) ? own : ByTenure;

    private static StepSchedule<int, int> NotNegative(StepSchedule<int, int> byTenure)
    {
        Guard.Against.Null(byTenure);
        foreach (var quota in byTenure.Values)
            Guard.Against.OutsideRange(0, int.MaxValue, quota, nameof(byTenure));

        return byTenure;
    }

    private static void RequireEnds(DateSpan span)
    {
        if (span.Days is null)
            throw Guards.Invalid(nameof(span), span.ToString(), "must have a first and a last day");
    }
}
