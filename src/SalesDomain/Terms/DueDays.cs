using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>The way from a baseline to a day, step by step, as it was computed.</summary>
internal sealed class DueDays
{
    internal const string LastName = "due date";

    private readonly LocalDate _baseline;
    private readonly List<(string Name, string Step, LocalDate Date, int Days)> _steps = [];

    internal DueDays(PaymentTerms terms, DueRule rule, LocalDate baseline, WorkCalendar calendar)
    {
        _baseline = baseline;
        var isMoved = terms.Convention != BusinessDayConvention.Unadjusted;
        for (var i = 0; i < rule.Steps.Count; i++)
        {
            var step = rule.Steps[i];
            Add(isMoved || i < rule.Steps.Count - 1 ? "by '" + step + "'" : LastName, step.ToString(), step.After(Date));
        }

        if (isMoved)
            Add(LastName, "working day", terms.DayOf(rule, baseline, calendar));
    }

    /// <summary>The last of the days.</summary>
    internal LocalDate Date => _steps.Count == 0 ? _baseline : _steps[_steps.Count - 1].Date;

    internal Explanation Explain()
    {
        var explanation = Fact("counted from", _baseline);
        foreach (var (name, step, date, days) in _steps)
            explanation = Node(name, date, Operation.Sum, explanation, Constant("days, by '" + step + "'", (decimal)days));

        return explanation;
    }

    private void Add(string name, string step, LocalDate date) =>
        _steps.Add((name, step, date, DayNumber.Of(date) - DayNumber.Of(Date)));
}
