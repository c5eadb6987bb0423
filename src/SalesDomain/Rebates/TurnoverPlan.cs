using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What an agreement sums of its lines: each sum once, and by the longest periods that serve all its rebates.</summary>
internal sealed class TurnoverPlan
{
    private readonly List<SumKey> _slots = [];

    internal TurnoverPlan(RebateAgreement agreement)
    {
        Agreement = agreement;
        FiscalPeriodKind[] grains = [.. GrainsOf(agreement)];
        Rebates = [.. agreement.Rebates.Select(rebate => Plan(rebate, grains))];
        IsByMember = agreement.Parties.Payout == RebatePayout.ByTurnover;
        Terms = new LineTerms(agreement, grains, [.. _slots], agreement.Span.Start is { } start ? FirstDayOfBase(start) : null);
    }

    internal RebateAgreement Agreement { get; }

    internal RebatePlan[] Rebates { get; }

    internal LineTerms Terms { get; }

    internal bool IsByMember { get; }

    /// <summary>How many sums there are of a period.</summary>
    internal int Width => Terms.Slots.Length * (IsByMember ? Agreement.Parties.Members.Count : 1);

    /// <summary>Whether a line counts, of whichever member, on a day of the agreement or also of a base period before it.</summary>
    internal bool IsCounted(SalesLine line, LineKnowledge known, bool alsoBefore)
    {
        var date = Terms.DayOf(line);
        var day = DayNumber.Packed(date);
        return Terms.Counts(line) && day <= Terms.Last && day >= (alsoBefore ? Terms.FirstOfBase : Terms.First)
            && Agreement.Parties.Members.Any(member => member.Customer == line.Customer && member.Span.Contains(date))
            && (Terms.IsOfEverything || known.Matches(Terms.Scope, line));
    }

    private static IEnumerable<FiscalPeriodKind> GrainsOf(RebateAgreement agreement)
    {
        FiscalPeriodKind[] kinds = [.. agreement.Rebates.Select(rebate => rebate.Period).Distinct().OrderByDescending(kind => kind)];

        // The shortest kind that makes up others stands for them.
        return kinds.Where(kind => !Array.Exists(kinds, other => other != kind && agreement.Calendar.IsMadeUp(kind, other)));
    }

    private LocalDate FirstDayOfBase(LocalDate start)
    {
        var first = start;
        foreach (var rebate in Agreement.Rebates.Where(rebate => rebate.HasBase))
        {
            var period = Agreement.Calendar.PeriodOf(start, rebate.Period);
            if (period.Year > 1 && period.InYear(period.Year - 1) is { } before && before.Start < first)
                first = before.Start;
        }

        return first;
    }

    private RebatePlan Plan(Rebate rebate, FiscalPeriodKind[] grains)
    {
        var grain = Array.FindIndex(grains, kind => Agreement.Calendar.IsMadeUp(rebate.Period, kind));
        var level = rebate.Level.Measure is { } measure ? Slot(measure, rebate, rebate.Level.Scope) : RebatePlan.None;
        var basis = rebate.Basis is { } paidOn ? Slot(paidOn.Measure, rebate, paidOn.Scope) : RebatePlan.None;
        var units = rebate.CapUnit is { } unit
            ? Slot(Measure.Units(unit), rebate, rebate.Basis?.Scope ?? Scope.Everything) : RebatePlan.None;
        return new RebatePlan(
            rebate, grain, level, basis, units, Families(rebate, rebate.Level.Families, rebate.Level.Scope),
            [.. rebate.Conditions.Select(condition => Plan(rebate, condition))]);
    }

    private ConditionPlan Plan(Rebate rebate, RebateCondition condition) =>
        condition.Measure is { } measure
            ? new ConditionPlan(
                condition, Slot(measure, rebate, Scope.Everything),
                condition.Focus is { } focus ? Slot(measure, rebate, focus) : RebatePlan.None, [])
            : new ConditionPlan(condition, RebatePlan.None, RebatePlan.None, Families(rebate, condition.Families, Scope.Everything));

    private int[] Families(Rebate rebate, IReadOnlyList<RebateFamily> families, Scope scope) =>
        [.. families.Select(family => Slot(family.Measure, rebate, scope, family.Scope))];

    private int Slot(Measure measure, Rebate rebate, params Scope[] scopes)
    {
        var scope = rebate.Scope;
        foreach (var further in scopes)
        {
            scope = scope.Intersection(further)
                ?? throw Guards.Invalid(nameof(rebate), rebate.Name, "must count sales that there can be (" + further + ")");
        }

        var key = new SumKey(measure, scope);
        var slot = _slots.IndexOf(key);
        if (slot < 0)
        {
            slot = _slots.Count;
            _slots.Add(key);
        }

        return slot;
    }
}
