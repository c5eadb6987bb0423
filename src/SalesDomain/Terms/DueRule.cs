using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>From the day that terms count from to the day something is due: steps, taken in the order in which they are written.</summary>
/// <remarks>
/// <para>
/// The order is the meaning. <c>30+EOM</c> is thirty days and then to the end of that month; <c>EOM+30</c> is the end of the month and then
/// thirty days (月结30天). From 15 January 2026 the first is 28 February, the second 2 March. American terms write <c>30 EOM</c> for the
/// second, and others for the first: so steps without a joint are refused, with both spellings in the message.
/// </para>
/// <para>
/// A later baseline never gives an earlier day. A day that a month does not have is its last: day 31 of April is the 30th. Immutable.
/// Equality is by the steps in their order: <c>10+20</c> and <c>30</c> differ. Text is canonical and round-trips through
/// <see cref="Parse"/>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<DueRule>))]
public sealed class DueRule : IEquatable<DueRule>
{
    internal const int MostSteps = 8;
    internal const int MostMonthsAfter = 24;

    // Eight steps of ten years and a calendar that ends with 9999.
    private const int LastYear = 9_900;

    private readonly DueStep[] _steps;

    private DueRule(DueStep[] steps) => _steps = steps;

    /// <summary>To the last day of the month; that day stays.</summary>
    public static DueRule EndOfMonth { get; } = new([new DueStep(DueStepKind.EndOfMonth, 0)]);

    /// <summary>The number of days where the rule is nothing else: 30 of <c>30</c>; null for every other rule.</summary>
    public int? NetDays => _steps.Length == 1 ? _steps[0].Days : null;

    internal IReadOnlyList<DueStep> Steps => _steps;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DueRule? left, DueRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DueRule? left, DueRule? right) => !(left == right);

    /// <summary>So many days after: the day itself is not counted, the last one is.</summary>
    /// <param name="days">Calendar days, 0 to 3,650; 0 is at once.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public static DueRule Days(int days) => new([new DueStep(DueStepKind.Days, Guard.Against.OutsideRange(0, DueStep.MostDays, days))]);

    /// <summary>The same day so many months later; 31 January and one month is the last of February.</summary>
    /// <param name="months">Calendar months, 1 to 120.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is out of its range.</exception>
    public static DueRule Months(int months) =>
        new([new DueStep(DueStepKind.Months, Guard.Against.OutsideRange(1, DueStep.MostMonths, months))]);

    /// <summary>To the first of some days of the month, the day itself included: 10, 20 and 30 are three pay days a month.</summary>
    /// <param name="days">Days of the month, 1 to 31, in any order, each once.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no day, or one comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day is out of its range.</exception>
    public static DueRule OnDays(params int[] days)
    {
        var set = 0;
        foreach (var day in Guard.Against.Nothing(days, "something is due on a day"))
        {
            var bit = 1 << (Guard.Against.OutsideRange(1, DueStep.LastDayOfMonth, day, nameof(days)) - 1);
            if ((set & bit) != 0)
                throw Guards.Invalid(nameof(days), InvariantText.Number(day), "must have each day once");

            set |= bit;
        }

        return new DueRule([new DueStep(DueStepKind.FirstOf, set)]);
    }

    /// <summary>To a day of a month to come: day 10 of the month after is <c>10 prox</c>.</summary>
    /// <param name="day">The day of the month, 1 to 31.</param>
    /// <param name="months">How many months after the month of the day, 1 to 24.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static DueRule DayOfMonth(int day, int months) => DayOfMonth(day, months, DueStep.LastDayOfMonth);

    /// <summary>To a day of a month to come, with a cut-off: what is after it is due a month later.</summary>
    /// <param name="day">The day of the month, 1 to 31.</param>
    /// <param name="months">How many months after the month of the day, 1 to 24.</param>
    /// <param name="cutOff">The last day of the month that still counts for it, 1 to 31; 31 is no cut-off.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static DueRule DayOfMonth(int day, int months, int cutOff) =>
        new(
        [
            new DueStep(
                DueStepKind.DayOfMonth, Guard.Against.OutsideRange(1, DueStep.LastDayOfMonth, day),
                Guard.Against.OutsideRange(1, MostMonthsAfter, months), Guard.Against.OutsideRange(1, DueStep.LastDayOfMonth, cutOff)),
        ]);

    /// <summary>Reads the canonical text of a rule.</summary>
    /// <param name="text">
    /// Steps with a plus between, as <c>EOM+30</c>: <c>30</c> days, <c>2M</c>, <c>EOM</c>, <c>day 10,20,30</c>, <c>10 prox</c>,
    /// <c>10 prox2</c>, <c>10 prox cut-off:25</c>.
    /// </param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">
    /// The text has another form or a figure out of range. Of steps without a joint, as <c>30 EOM</c>, the message names both spellings.
    /// </exception>
    public static DueRule Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var rule) ? rule
            : throw InvariantText.NotA("a due rule such as 'EOM+30'" + DueText.HintOn(text), text);
    }

    /// <summary>Reads the canonical text of a rule, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The rule, or null.</param>
    /// <returns>Whether the text is a rule.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DueRule? value)
    {
        value = text is null ? null : Read(text);
        return value is not null;
    }

    /// <summary>These steps, and then those of another rule.</summary>
    /// <param name="next">What is done after.</param>
    /// <returns>The rule of both: <c>EndOfMonth.Then(Days(30))</c> is <c>EOM+30</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is null.</exception>
    /// <exception cref="ArgumentException">There would be more than eight steps.</exception>
    public DueRule Then(DueRule next)
    {
        Guard.Against.Null(next);
        return _steps.Length + next._steps.Length <= MostSteps ? new DueRule([.. _steps, .. next._steps])
            : throw Guards.Invalid(nameof(next), "'" + this + "' and '" + next + "'", "must give at most eight steps");
    }

    /// <summary>The day that the rule leads to.</summary>
    /// <param name="baseline">The day that is counted from: of the invoice, of delivery, whatever the terms say.</param>
    /// <returns>The day; at the earliest <paramref name="baseline"/> itself.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is after the year 9900.</exception>
    public LocalDate DateFrom(LocalDate baseline)
    {
        var date = CheckedBaseline(baseline);
        foreach (var step in _steps)
            date = step.After(date);

        return date;
    }

    /// <summary>Whether the other has the same steps in the same order.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DueRule? other) => other is not null && _steps.AsEnumerable().SequenceEqual(other._steps);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DueRule);

    /// <inheritdoc/>
    public override int GetHashCode() => _steps.Aggregate(0, (hash, step) => Hash.Combine(hash, step.GetHashCode()));

    /// <summary>The canonical text: <c>30+EOM</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(DueText.Joint, _steps.Select(step => step.ToString()));

    /// <summary>The rule in words: <c>by the end of the month, plus 30 days</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public string Describe() => string.Concat(_steps.Select((step, i) => step.Describe(i == 0)));

    internal static DueRule? Read(string text) => DueText.Read(text) is { } steps ? new DueRule(steps) : null;

    internal static LocalDate CheckedBaseline(LocalDate baseline, string parameterName = "baseline") =>
        Guard.Against.OtherCalendar(baseline, parameterName).Year <= LastYear ? baseline
            : throw Guards.OutOfRange(parameterName, InvariantText.Date(baseline), "must not be after the year 9900");
}
