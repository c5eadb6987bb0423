using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// Which lines count by the terms of an agreement, whoever its parties are, and what is summed of them: each sum once, and by the longest
/// periods that serve all rebates.
/// </summary>
internal sealed class TurnoverTerms
{
    private readonly List<SumKey> _slots = [];
    private readonly FiscalCalendar _calendar;
    private readonly bool _byService;

    // A bit for each price kind: those that count in any quantity, and those that do only where goods move.
    private readonly int _kinds;
    private readonly int _kindsOfGoods;

    internal TurnoverTerms(AgreementTerms terms)
    {
        _calendar = terms.Calendar;
        _byService = terms.DateBasis == RebateDateBasis.ServiceDate;
        Stage = terms.Stage;
        Scope = terms.Scope;
        IsOfEverything = terms.Scope == Scope.Everything;
        Currency = terms.Currency;
        Grains = [.. GrainsOf(terms)];
        Rebates = [.. terms.Rebates.Select(Plan)];
        Slots = [.. _slots];
        HasBase = terms.Rebates.Any(rebate => rebate.HasBase);
        foreach (var kind in terms.PriceKinds)
        {
            if (terms.CountsCreditNotes && kind != PriceKind.RebateFunded)
                _kinds |= 1 << (int)kind;
            else
                _kindsOfGoods |= 1 << (int)kind;
        }

        First = terms.Span.Start is { } start ? DayNumber.Packed(start) : int.MinValue;
        Last = terms.Span.End is { } end ? DayNumber.Packed(end) : int.MaxValue;
        FirstOfBase = HasBase && terms.Span.Start is { } from ? FirstDayOfBase(from) : First;
    }

    internal RebatePlan[] Rebates { get; }

    internal SumKey[] Slots { get; }

    internal FiscalPeriodKind[] Grains { get; }

    internal FiscalCalendar Calendar => _calendar;

    internal Currency Currency { get; }

    internal Stage Stage { get; }

    internal Scope Scope { get; }

    internal bool IsOfEverything { get; }

    internal bool HasBase { get; }

    /// <summary>How many tables of sums there are: one for each grain, and another for what was sold before.</summary>
    internal int Tables => Grains.Length * (HasBase ? 2 : 1);

    /// <summary>The first and the last day that counts, packed.</summary>
    internal int First { get; }

    internal int Last { get; }

    /// <summary>The first day of the base periods that lie before the agreement, packed.</summary>
    internal int FirstOfBase { get; }

    internal LocalDate DayOf(SalesLine line) => _byService && line.ServiceDate is { } served ? served : line.Date;

    /// <summary>Whether a line counts by its stage and by what it is of.</summary>
    internal bool Counts(SalesLine line)
    {
        if (line.Stage != Stage)
            return false;

        var kind = 1 << (int)line.PriceKind;
        return (_kinds & kind) != 0 || ((_kindsOfGoods & kind) != 0 && !line.Quantity.IsZero);
    }

    private static IEnumerable<FiscalPeriodKind> GrainsOf(AgreementTerms terms)
    {
        FiscalPeriodKind[] kinds = [.. terms.Rebates.Select(rebate => rebate.Period).Distinct().OrderByDescending(kind => kind)];

        // The shortest kind that makes up others stands for them.
        return kinds.Where(kind => !Array.Exists(kinds, other => other != kind && terms.Calendar.IsMadeUp(kind, other)));
    }

    private int FirstDayOfBase(LocalDate start)
    {
        var first = start;
        foreach (var plan in Rebates)
        {
            if (plan.Rebate.HasBase && _calendar.PeriodOf(start, plan.Rebate.Period) is { Year: > 1 } period
                && period.InYear(period.Year - 1) is { } before && before.Start < first)
            {
                first = before.Start;
            }
        }

        return DayNumber.Packed(first);
    }

    private RebatePlan Plan(Rebate rebate)
    {
        var grain = Array.FindIndex(Grains, kind => _calendar.IsMadeUp(rebate.Period, kind));
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
