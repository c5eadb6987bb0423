using System;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>Adds lines to the running sums of one agreement. Nothing is allocated for a line, but for the first of a period.</summary>
internal sealed class TurnoverRun
{
    private readonly TurnoverPlan _plan;
    private readonly LineKnowledge _known;
    private readonly PeriodNumbers[] _numbers;
    private readonly SumKey[] _slots;
    private readonly int _width;

    internal TurnoverRun(TurnoverPlan plan, LineKnowledge known, Func<FiscalCalendar, FiscalPeriodKind, PeriodNumbers> numbers)
    {
        _plan = plan;
        _known = known;
        _numbers = [.. plan.Grains.Select(grain => numbers(plan.Agreement.Calendar, grain))];
        _slots = plan.Slots;
        _width = plan.Width;
        Own = [.. plan.Grains.Select(_ => new TurnoverCells())];
        Outside = plan.HasBase ? [.. plan.Grains.Select(_ => new TurnoverCells())] : [];
    }

    /// <summary>By grain, what is sold in the agreement.</summary>
    internal TurnoverCells[] Own { get; }

    /// <summary>By grain, what was sold in base periods before it; none where nothing is compared.</summary>
    internal TurnoverCells[] Outside { get; }

    internal int Lines { get; private set; }

    /// <summary>Adds a line of a member, if it counts.</summary>
    internal bool Add(SalesLine line, int member, in DateSpan membership)
    {
        if (!_plan.Counts(line))
            return false;

        var agreement = _plan.Agreement;
        var date = agreement.DateBasis == RebateDateBasis.ServiceDate && line.ServiceDate is { } served ? served : line.Date;
        var day = DayNumber.Packed(date);
        if (day > _plan.Last || day < _plan.FirstOfBase || !membership.Contains(date))
            return false;
        if (!_plan.IsOfEverything && !_known.Matches(agreement.Scope, line))
            return false;

        var cells = day >= _plan.First ? Own : Outside;
        for (var grain = 0; grain < cells.Length; grain++)
        {
            var sums = cells[grain].At(_numbers[grain].Of(date), _width);
            AddTo(sums, _plan.IsByMember ? member * _slots.Length : 0, line);
        }

        Lines++;
        return true;
    }

    private void AddTo(SlotSum[] sums, int first, SalesLine line)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            var slot = _slots[i];
            if (!slot.IsOfEverything && !_known.Matches(slot.Scope, line))
                continue;

            ref var sum = ref sums[first + i];
            if (_known.TryAmount(slot.Measure, line, _plan.Agreement.Currency, out var amount))
                sum.Amount += amount;
            else
                sum.Unknown++;
            sum.Count++;
        }
    }
}
