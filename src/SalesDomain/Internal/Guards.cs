using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>The library's own guard clauses: each names the parameter and prints the value, in the invariant culture.</summary>
internal static class Guards
{
    public static decimal Below(
        this IGuardClause guardClause, decimal minimum, decimal input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        _ = guardClause;
        return input >= minimum ? input
            : throw OutOfRange(parameterName, InvariantText.Number(input), "must be at least " + InvariantText.Number(minimum));
    }

    public static Percentage Above(
        this IGuardClause guardClause, Percentage maximum, Percentage input,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        _ = guardClause;
        return input <= maximum ? input : throw OutOfRange(parameterName, input.ToString(), "must be at most " + maximum);
    }

    public static int OutsideRange(
        this IGuardClause guardClause, int from, int to, int input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        _ = guardClause;
        return input >= from && input <= to ? input
            : throw OutOfRange(
                parameterName, InvariantText.Number(input),
                "must be from " + InvariantText.Number(from) + " to " + InvariantText.Number(to));
    }

    public static decimal NotPositive(
        this IGuardClause guardClause, decimal input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        _ = guardClause;
        return input > 0m ? input : throw OutOfRange(parameterName, InvariantText.Number(input), "must be positive");
    }

    public static Money NotPositive(
        this IGuardClause guardClause, Money input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        _ = guardClause;
        return input.Amount > 0m ? input : throw OutOfRange(parameterName, input.ToString(), "must be positive");
    }

    /// <summary>Refuses what is no part of a whole: below 0 % or above 100 %. What more the rule says may be added.</summary>
    public static Percentage NoPart(
        this IGuardClause guardClause, Percentage input, [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string more = "")
    {
        _ = guardClause;
        return input >= Percentage.Zero && input <= Percentage.OneHundred ? input
            : throw OutOfRange(parameterName, input.ToString(), "must be from 0% to 100%" + more);
    }

    /// <summary>Refuses steps by the number of an occurrence that begin before the first.</summary>
    public static void BeforeTheFirst<T>(
        this IGuardClause guardClause, StepSchedule<int, T> input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
        where T : notnull
    {
        _ = guardClause;
        if (input.Bounds[0] < 1)
            throw OutOfRange(parameterName, input.ToString(), "must not begin before the first occurrence");
    }

    /// <summary>Refuses shares that are not together the whole, exactly, naming what they total.</summary>
    public static void NotWhole(this IGuardClause guardClause, IEnumerable<Percentage> shares, string parameterName)
    {
        _ = guardClause;
        var total = shares.Aggregate(Percentage.Zero, (sum, share) => sum + share);
        if (total != Percentage.OneHundred)
            throw Invalid(parameterName, total.ToString(), "must total exactly 100%");
    }

    /// <summary>Refuses a name that comes twice. What the names are of may be said: each component once.</summary>
    public static void NameTwice(this IGuardClause guardClause, IEnumerable<string> names, string? parameterName, string each = "name")
    {
        _ = guardClause;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!known.Add(name))
                throw Invalid(parameterName, "'" + name + "'", "must have each " + each + " once");
        }
    }

    /// <summary>The minor unit of the currency, in major units: 0.01 for USD.</summary>
    public static decimal NoMinorUnit(this IGuardClause guardClause, Currency currency, string parameterName)
    {
        _ = guardClause;
        return DecimalMath.PowerOfTenth(
            currency.MinorDigits ?? throw Invalid(parameterName, currency.Code, "must be of a currency that has a minor unit"));
    }

    public static LocalDate OtherCalendar(
        this IGuardClause guardClause, LocalDate input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        _ = guardClause;
        return input.Calendar == CalendarSystem.Iso ? input
            : throw Invalid(parameterName, input.Calendar.Id, "must be a day of the ISO calendar; convert it with WithCalendar");
    }

    public static TEnum Undefined<TEnum>(
        this IGuardClause guardClause, TEnum input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
        where TEnum : struct, Enum
    {
        _ = guardClause;
#if NET
        var isDefined = Enum.IsDefined(input);
#else
        var isDefined = Enum.IsDefined(typeof(TEnum), input);
#endif
        return isDefined ? input
            : throw OutOfRange(parameterName, input.ToString(), "is not a value of " + typeof(TEnum).Name);
    }

    public static IsoDayOfWeek NoWeekday(
        this IGuardClause guardClause, IsoDayOfWeek input, [CallerArgumentExpression(nameof(input))] string? parameterName = null) =>
        guardClause.Undefined(input, parameterName) != IsoDayOfWeek.None ? input
            : throw OutOfRange(parameterName, nameof(IsoDayOfWeek.None), "must be a day of the week");

    /// <summary>Copies the collection, so that the caller's later changes do not reach the type built from it.</summary>
    public static T[] Nothing<T>(
        this IGuardClause guardClause, IEnumerable<T>? input, string? message,
        [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        guardClause.Null(input, parameterName);
        T[] copy = [.. input!];
        return copy.Length > 0 ? copy : throw new ArgumentException(parameterName + " must not be empty: " + message, parameterName);
    }

    public static ArgumentOutOfRangeException OutOfRange(string? parameterName, string value, string rule) =>
        new(parameterName, value, parameterName + " " + rule + ".");

    public static ArgumentException Invalid(string? parameterName, string value, string rule) =>
        new(parameterName + " " + rule + ": " + value + ".", parameterName);
}
