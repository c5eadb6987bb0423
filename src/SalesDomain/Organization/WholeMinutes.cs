using System.Runtime.CompilerServices;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Working time is counted in whole minutes, so that sums and products of it are exact.</summary>
internal static class WholeMinutes
{
    internal const int OfAnHour = 60;

    private const int OfADay = 1_440;

    internal static int Of(Duration duration, [CallerArgumentExpression(nameof(duration))] string? parameterName = null)
    {
        if (duration < Duration.Zero)
            throw Guards.OutOfRange(parameterName, InvariantText.Duration(duration), "must not be negative");
        if (duration.NanosecondOfDay % NodaConstants.NanosecondsPerMinute != 0)
            throw Guards.OutOfRange(parameterName, InvariantText.Duration(duration), "must be a whole number of minutes");

        return (duration.Days * OfADay) + (int)(duration.NanosecondOfDay / NodaConstants.NanosecondsPerMinute);
    }
}
