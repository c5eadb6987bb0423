using NodaTime;

namespace SalesDomain.Internal;

/// <summary>Searches among days that rise.</summary>
internal static class SortedDays
{
    /// <summary>The index of the last day at or before another, or −1 when all are after it.</summary>
    internal static int LastBy(LocalDate[] days, LocalDate on)
    {
        var low = 0;
        var high = days.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (days[middle] > on)
                high = middle - 1;
            else
                low = middle + 1;
        }

        return high;
    }
}
