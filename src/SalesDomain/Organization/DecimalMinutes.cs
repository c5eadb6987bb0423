using System;
using System.Runtime.CompilerServices;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// Working time is counted in minutes that a decimal holds exactly, so that its sums and products are exact: 22.5 is one of them, a third
/// is none.
/// </summary>
internal static class DecimalMinutes
{
    internal const int OfAnHour = 60;

    private const int OfADay = 1_440;

    internal static decimal Of(Duration duration, [CallerArgumentExpression(nameof(duration))] string? parameterName = null)
    {
        if (duration < Duration.Zero)
            throw Guards.OutOfRange(parameterName, InvariantText.Duration(duration), "must not be negative");

        // The nanoseconds of a minute have the factors 2, 3 and 5: a count of them ends as a decimal where it has the 3 as well.
        if (duration.NanosecondOfDay % 3 != 0)
            throw Guards.OutOfRange(
                parameterName, InvariantText.Duration(duration),
                "must be a decimal number of minutes, such as 22.5; 20 seconds, a third of a minute, are none");

        return (duration.Days * (decimal)OfADay) + (duration.NanosecondOfDay / (decimal)NodaConstants.NanosecondsPerMinute);
    }

    /// <summary>The time again, exactly, of what <see cref="Of"/> gave.</summary>
    internal static Duration ToDuration(decimal minutes)
    {
        var days = Math.Floor(minutes / OfADay);
        return Duration.FromDays((int)days)
            + Duration.FromNanoseconds((long)((minutes - (days * OfADay)) * NodaConstants.NanosecondsPerMinute));
    }
}
