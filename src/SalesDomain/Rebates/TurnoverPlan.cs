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
    private readonly List<FiscalPeriodKind> _grains;
    private readonly bool[] _kinds = new bool[8];

    internal TurnoverPlan(RebateAgreement agreement)
    {
        Agreement = agreement;
        _grains = [.. GrainsOf(agreement)];
        Rebates = [.. agreement.Rebates.Select(Plan)];
        Slots = [.. _slots];
        IsByMember = agreement.Parties.Payout == RebatePayout.ByTurnover;
        HasBase = agreement.Rebates.Any(rebate => rebate.HasBase);
        IsOfEverything = agreement.Scope == Scope.Everything;
        foreach (var kind in agreement.PriceKinds)
            _kinds[(int)kind] = true;

        First = agreement.Span.Start is { } start ? DayNumber.Packed(start) : int.MinValue;
        Last = agreement.Span.End is { } end ? DayNumber.Packed(end) : int.MaxValue;
        FirstOfBase = HasBase && agreement.Span.Start is { } from ? FirstDayOfBase(from) : First;
    }

    internal RebateAgreement Agreement { get; }

    internal RebatePlan[] Rebates { get; }

    internal SumKey[] Slots { get; }

    internal IReadOnlyList<FiscalPeriodKind> Grains => _grains;

    internal bool IsByMember { get; }

    internal bool HasBase { get; }

    internal bool IsOfEverything { get; }

    internal int Width => Slots.Length * (IsByMember ? Agreement.Parties.Members.Count : 1);

    /// <summary>The first and the last day that counts, packed.</summary>
    internal int First { get; }

    internal int Last { get; }

    /// <summary>The first day of the base periods that lie before the agreement, packed.</summary>
    internal int FirstOfBase { get; }

    internal bool Counts(SalesLine line) =>
        line.Stage == Agreement.Stage && _kinds[(int)line.PriceKind]
        && (!line.Quantity.IsZero || (Agreement.CountsCreditNotes && line.PriceKind != PriceKind.RebateFunded));

    /// <summary>Whether a line counts, of whichever member, on a day of the agreement or also of a base period before it.</summary>
    internal bool IsCounted(SalesLine line, LineKnowledge known, bool alsoBefore)
    {
        var date = Agreement.DayOf(line);
        var day = DayNumber.Packed(date);
        return Counts(line) && day <= Last && day >= (alsoBefore ? FirstOfBase : First)
            && Agreement.Parties.Members.Any(member => member.Customer == line.Customer && member.Span.Contains(date))
            && (IsOfEverything || known.Matches(Agreement.Scope, line));
    }

    private static IEnumerable<FiscalPeriodKind> GrainsOf(RebateAgreement agreement)
    {
        FiscalPeriodKind[] kinds = [.. agreement.Rebates.Select(rebate => rebate.Period).Distinct().OrderByDescending(kind => kind)];

        // The shortest kind that makes up others stands for them.
        return kinds.Where(kind => !Array.Exists(kinds, other => other != kind && agreement.Calendar.IsMadeUp(kind, other)));
    }

    private int FirstDayOfBase(LocalDate start)
    {
        var first = start;
        foreach (var rebate in Agreement.Rebates.Where(rebate => rebate.HasBase))
        {
            var period = Agreement.Calendar.PeriodOf(start, rebate.Period);
            if (period.Year > 1 && period.InYear(period.Year - 1) is { } before && before.Start < first)
                first = before.Start;
        }

        return DayNumber.Packed(first);
    }

    private RebatePlan Plan(Rebate rebate)
    {
        var grain = _grains.FindIndex(kind => Agreement.Calendar.IsMadeUp(rebate.Period, kind));
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
