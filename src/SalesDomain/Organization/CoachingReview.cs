using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Organization;

/// <summary>Coaching quotas against the days or visits on which a coach came along, by salesperson and by coach.</summary>
/// <remarks>
/// <para>
/// A day with two coaches is one day of the salesperson and one of each coach; a day on which a coach goes along with two salespersons is
/// a whole day of each. Whoever came along, the salesperson was coached; but a coach's quota is filled by the coach alone.
/// </para>
/// <para>Made by <see cref="CoachingPolicy.Review"/>.</para>
/// </remarks>
public sealed class CoachingReview
{
    private readonly CoachingQuota[] _quotas;

    internal CoachingReview(CoachingUnit unit, DateSpan span, CoachingQuota[] quotas, VisitLog log)
    {
        Span = span;
        _quotas = quotas;
        var accompanied = log.Visits.Where(visit => visit.IsAccompanied && span.Contains(visit.Date)).ToArray();
        var required = quotas.Where(quota => quota.Required is not null).ToArray();
        BySalesperson = PlannedAndMade
            .Plan(required.Select(quota => (quota.Coached.Salesperson, (decimal)quota.Required!.Value)))
            .WithCounted(Counted(unit, accompanied.Select(visit => (visit.Salesperson, visit.Date))));
        ByCoachAndSalesperson = PlannedAndMade
            .Plan(required.Where(quota => quota.Coached.Coach is not null).Select(quota =>
                (Key: (Coach: quota.Coached.Coach!.Value, quota.Coached.Salesperson), (decimal)quota.Required!.Value)))
            .WithCounted(Counted(unit, accompanied.SelectMany(
                visit => visit.AccompaniedBy.Select(coach => ((Coach: coach, visit.Salesperson), visit.Date)))));
    }

    /// <summary>The period.</summary>
    public DateSpan Span { get; }

    /// <summary>Required and made by salesperson; who was accompanied without a quota is surplus.</summary>
    public PlannedAndMade<SalespersonId> BySalesperson { get; }

    /// <summary>
    /// Required and made by coach and salesperson; of one coach, <see cref="PlannedAndMade{TKey}.SplitBy"/>. What is required of a
    /// salesperson without a coach is in none of it.
    /// </summary>
    public PlannedAndMade<(SalespersonId Coach, SalespersonId Salesperson)> ByCoachAndSalesperson { get; }

    /// <summary>The quotas, also of those who have none for their tenure, in the order given.</summary>
    public IReadOnlyList<CoachingQuota> Quotas => Array.AsReadOnly(_quotas);

    /// <summary>The quotas that no coach owes.</summary>
    public IReadOnlyList<CoachingQuota> WithoutCoach =>
        Array.AsReadOnly(Array.FindAll(_quotas, quota => quota.Required is > 0 && quota.Coached.Coach is null));

    /// <summary>The compliance over all salespersons.</summary>
    /// <returns>The tree of <see cref="BySalesperson"/>.</returns>
    public Explanation Explain() => BySalesperson.Explain();

    /// <summary>Period and totals, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Span + ": " + BySalesperson;

    private static IEnumerable<TKey> Counted<TKey>(CoachingUnit unit, IEnumerable<(TKey Key, LocalDate Day)> accompanied) =>
        (unit == CoachingUnit.Days ? accompanied.Distinct() : accompanied).Select(each => each.Key);
}
