using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// Adds lines to the running sums of all agreements of a book. What a line is tested by lies together: nothing is allocated for it, but
/// for the first of a period.
/// </summary>
internal sealed class TurnoverRun
{
    private readonly LineKnowledge _known;
    private readonly LineTerms[] _terms;
    private readonly PeriodNumbers[][] _numbers;
    private readonly TurnoverCells[] _tables;
    private readonly int[] _lines;

    internal TurnoverRun(LineKnowledge known, LineTerms[] terms, int agreements, int tables)
    {
        _known = known;
        _terms = terms;
        _numbers = NumbersOf(terms);
        _tables = new TurnoverCells[tables];
        _lines = new int[agreements];
    }

    /// <summary>How many lines of an agreement count.</summary>
    internal int LinesOf(int agreement) => _lines[agreement];

    /// <summary>Tables of an agreement, for it alone.</summary>
    internal TurnoverCells[] TablesOf(int first, int count)
    {
        if (count == 0)
            return [];

        var tables = new TurnoverCells[count];
        Array.Copy(_tables, first, tables, 0, count);
        return tables;
    }

    /// <summary>Adds a line to an agreement, if it counts.</summary>
    internal bool Add(SalesLine line, in MemberPlace place)
    {
        var terms = _terms[place.Terms];
        if (!terms.Counts(line))
            return false;

        var day = DayNumber.Packed(terms.DayOf(line));
        if (day < place.First || day > place.Last)
            return false;
        if (!terms.IsOfEverything && !_known.Matches(terms.Scope, line))
            return false;

        var numbers = _numbers[place.Terms];
        var table = day >= terms.First ? place.Table : place.Table + numbers.Length;
        foreach (var grain in numbers)
        {
            ref var cells = ref _tables[table++];
            var first = cells.At(grain.Of(day), place.Width) + place.Sum;
            AddTo(cells.Sums, first, terms, line);
        }

        _lines[place.Agreement]++;
        return true;
    }

    private void AddTo(SlotSum[] sums, int first, LineTerms terms, SalesLine line)
    {
        foreach (var slot in terms.Slots)
        {
            ref var sum = ref sums[first++];
            if (!slot.IsOfEverything && !_known.Matches(slot.Scope, line))
                continue;

            if (_known.TryAmount(slot.Measure, line, terms.Currency, out var amount))
                sum.Amount += amount;
            else
                sum.Unknown++;
            sum.Count++;
        }
    }

    // Agreements of one calendar ask for the same days.
    private static PeriodNumbers[][] NumbersOf(LineTerms[] terms)
    {
        var known = new Dictionary<(FiscalCalendar Calendar, FiscalPeriodKind Kind), PeriodNumbers>();
        return Array.ConvertAll(terms, each => Array.ConvertAll(each.Grains, kind =>
        {
            if (!known.TryGetValue((each.Calendar, kind), out var numbers))
                known.Add((each.Calendar, kind), numbers = new PeriodNumbers(each.Calendar, kind));

            return numbers;
        }));
    }
}
