using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The time one salesperson has for customers in a period: (working days − days away) × hours a day × (1 − non-selling
/// shares).</summary>
/// <remarks>
/// <para>
/// Days away are leave, training, meetings; non-selling shares are reports, travel that is not in the calls, waiting. The shares are all
/// of the same time, that of the days at work, and add up: 15 % and 25 % leave 60 %. Everything is exact, in minutes: whole ones or
/// decimal ones, such as 22.5.
/// </para>
/// <para>Immutable. Equality is by what was stated, in its order.</para>
/// </remarks>
public sealed class SellingTime : IEquatable<SellingTime>
{
    // Null for a time that is given as a whole.
    private readonly decimal? _workingDays;
    private readonly decimal _minutesADay;
    private readonly NamedFigure[] _daysAway;
    private readonly NamedFigure[] _shares;
    private readonly Steps _steps;

    private SellingTime(decimal? workingDays, decimal minutesADay, NamedFigure[] daysAway, NamedFigure[] shares)
    {
        (_workingDays, _minutesADay) = (workingDays, minutesADay);
        (_daysAway, _shares) = (daysAway, shares);
        _steps = Rule(workingDays, minutesADay, daysAway, shares);
    }

    /// <summary>The days of the period that are worked, before days away; null when the time was given as a whole.</summary>
    public decimal? WorkingDays => _workingDays;

    /// <summary>The days at work without customers, by name.</summary>
    public IReadOnlyList<NamedFigure> DaysAway => Array.AsReadOnly(_daysAway);

    /// <summary>The shares of the time at work that are no selling, by name.</summary>
    public IReadOnlyList<NamedFigure> NonSellingShares => Array.AsReadOnly(_shares);

    /// <summary>The selling time in minutes, exact.</summary>
    public decimal Minutes => _steps.Minutes;

    /// <summary>The selling time in hours, to 28 digits.</summary>
    public decimal Hours => _steps.Minutes / DecimalMinutes.OfAnHour;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A selling time.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SellingTime? left, SellingTime? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A selling time.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SellingTime? left, SellingTime? right) => !(left == right);

    /// <summary>A time that is known as a whole: 1,200 hours a year.</summary>
    /// <param name="time">The time, a decimal number of minutes, more than zero.</param>
    /// <returns>The selling time; only shares can be taken off it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not positive, or no decimal number of
    /// minutes.</exception>
    public static SellingTime Of(Duration time) => new(null, Positive(time, nameof(time)), [], []);

    /// <summary>Working days of a length.</summary>
    /// <param name="workingDays">The days of the period that are worked, more than zero.</param>
    /// <param name="aDay">How long one is, a decimal number of minutes, more than zero.</param>
    /// <returns>The selling time, as long as nothing is taken off.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive, or <paramref name="aDay"/> is no decimal number of
    /// minutes.</exception>
    public static SellingTime Of(decimal workingDays, Duration aDay) =>
        new(Guard.Against.NotPositive(workingDays), Positive(aDay, nameof(aDay)), [], []);

    /// <summary>The working days of a period by a calendar.</summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="period">The period, closed at both ends.</param>
    /// <param name="aDay">How long a day is, a decimal number of minutes, more than zero.</param>
    /// <returns>The selling time, as long as nothing is taken off.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="period"/> is open.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No day of the period is worked, it is outside the validity of the calendar, or
    /// <paramref name="aDay"/> is not positive or no decimal number of minutes.</exception>
    public static SellingTime Of(WorkCalendar calendar, DateSpan period, Duration aDay)
    {
        Guard.Against.Null(calendar);
        if (period.Days is null)
            throw Guards.Invalid(nameof(period), period.ToString(), "must have both ends");
        if (!calendar.Validity.Contains(period))
            throw Guards.OutOfRange(nameof(period), period.ToString(), "must be within the validity of the calendar " + calendar.Validity);

        var days = calendar.WorkingDays(period);
        return days > 0 ? Of(days, aDay)
            : throw Guards.OutOfRange(nameof(period), period.ToString(), "must have a working day");
    }

    /// <summary>The same without some days: leave, training, meetings.</summary>
    /// <param name="name">What the days are for; each name once.</param>
    /// <param name="days">How many, zero or more; a day at least has to stay for selling.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, padded or there already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative, or leaves no time.</exception>
    /// <exception cref="InvalidOperationException">The time was given as a whole and has no days.</exception>
    public SellingTime WithoutDays(string name, decimal days)
    {
        var figure = New(name, Guard.Against.Below(0m, days));
        if (_workingDays is not { } workingDays)
            throw new InvalidOperationException(
                "The selling time was given as a whole and has no days to take off; state it by working days.");
        if (days >= workingDays - _steps.DaysAway)
            throw Guards.OutOfRange(nameof(days), InvariantText.Number(days), "must leave time for selling");

        return new SellingTime(_workingDays, _minutesADay, [.. _daysAway, figure], _shares);
    }

    /// <summary>The same without a share of the time at work: reports, travel that is not in the calls.</summary>
    /// <param name="name">What the time is for; each name once.</param>
    /// <param name="share">The share of the time at work, 0 % or more; all shares together below 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, padded or there already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is negative, or leaves no time.</exception>
    public SellingTime WithoutShare(string name, Percentage share)
    {
        var figure = New(name, share);
        if (share < Percentage.Zero || share >= _steps.SellingShare)
            throw Guards.OutOfRange(nameof(share), share.ToString(), "must not be negative, and leave time for selling");

        return new SellingTime(_workingDays, _minutesADay, _daysAway, [.. _shares, figure]);
    }

    /// <summary>The minutes as days × minutes a day × the share for selling.</summary>
    /// <returns>The tree; its root is <see cref="Minutes"/>.</returns>
    public Explanation Explain() =>
        Node("selling time in minutes", Minutes, Operation.Product,
            TimeAtWork(),
            _shares.Length == 0 ? Constant("share for selling", 1m)
                : Node("share for selling", _steps.SellingShare.Fraction, Operation.Difference,
                    [Constant("all of it", 1m), .. _steps.Shares.Select(share => Fact(share.Name, share.Value))]));

    /// <summary>Whether the other states the same.</summary>
    /// <param name="other">The selling time to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SellingTime? other) =>
        other is not null && _workingDays == other._workingDays && _minutesADay == other._minutesADay
        && _daysAway.SequenceEqual(other._daysAway)
        && _shares.SequenceEqual(other._shares);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as SellingTime);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Hash.Of(Minutes), Hash.Of(_minutesADay), _daysAway.Length, _shares.Length);

    /// <summary>The selling time in words: <c>240 days of 480 min, less leave 15, less reports 20%: 86400 min</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (_workingDays is { } days ? InvariantText.Number(days) + " days of " : "") + InvariantText.Number(_minutesADay) + " min"
        + string.Concat(_daysAway.Concat(_shares).Select(each => ", less " + each)) + ": " + InvariantText.Number(Minutes) + " min";

    private static decimal Positive(Duration time, string parameterName)
    {
        var minutes = DecimalMinutes.Of(time, parameterName);
        return minutes > 0 ? minutes : throw Guards.OutOfRange(parameterName, InvariantText.Duration(time), "must be positive");
    }

    private static Steps Rule(decimal? workingDays, decimal minutesADay, NamedFigure[] daysAway, NamedFigure[] shares)
    {
        var away = daysAway.Sum(each => each.Value.Number);
        var days = (workingDays ?? 1m) - away;
        var atWork = days * minutesADay;
        var selling = 1m - shares.Sum(each => each.Value.Number);
        return new Steps(
            away, days, atWork, Percentage.FromFraction(selling),
            Array.ConvertAll(shares, each => new NamedFigure(each.Name, each.Value.Number)),
            atWork * selling);
    }

    private NamedFigure New(string name, Figure value)
    {
        var figure = new NamedFigure(name, value);
        return !_daysAway.Concat(_shares).Any(each => each.Name == name) ? figure
            : throw Guards.Invalid(nameof(name), "'" + name + "'", "is taken off already");
    }

    private Explanation TimeAtWork() =>
        _workingDays is not { } workingDays ? Fact("time", _steps.MinutesAtWork)
            : Node("time at work in minutes", _steps.MinutesAtWork, Operation.Product,
                _daysAway.Length == 0 ? Fact("working days", workingDays)
                    : Node("days at work", _steps.Days, Operation.Difference,
                        [Fact("working days", workingDays), .. _daysAway.Select(each => Fact(each.Name, each.Value))]),
                Fact("minutes a day", _minutesADay));

    private readonly struct Steps(
        decimal daysAway, decimal days, decimal minutesAtWork, Percentage sellingShare, NamedFigure[] shares, decimal minutes)
    {
        internal decimal DaysAway { get; } = daysAway;

        internal decimal Days { get; } = days;

        internal decimal MinutesAtWork { get; } = minutesAtWork;

        internal Percentage SellingShare { get; } = sellingShare;

        // As plain numbers, since a number times a percentage is a percentage.
        internal NamedFigure[] Shares { get; } = shares;

        internal decimal Minutes { get; } = minutes;
    }
}
