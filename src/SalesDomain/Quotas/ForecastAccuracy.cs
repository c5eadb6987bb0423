using System;
using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>Measures forecasts against what came without naming the type of their keys.</summary>
public static class ForecastAccuracy
{
    /// <summary>
    /// How accurate forecasts were so many days before the end of the periods: of each key and period, the last snapshot recorded at that
    /// lead time or earlier.
    /// </summary>
    /// <typeparam name="TKey">The type of what is forecast.</typeparam>
    /// <param name="snapshots">What was forecast and when, in any order; each key, period and day once.</param>
    /// <param name="actuals">What came, each key and period once. Periods that are not over are left out by the caller.</param>
    /// <param name="leadDays">The least days from the record of a snapshot to the last day of its period; 0 for the last word within the
    /// period. What is recorded after the end is no forecast.</param>
    /// <returns>The accuracy; an actual without a snapshot at that lead time is in <see cref="ForecastAccuracy{TKey}.Missing"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshots"/>, <paramref name="actuals"/>, a snapshot or a key is
    /// null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leadDays"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// A key, period and day come twice, two figures are of different measures, or an actual is the default value.
    /// </exception>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public static ForecastAccuracy<TKey> AtLead<TKey>(
        IEnumerable<ForecastSnapshot<TKey>> snapshots, IEnumerable<(TKey Key, FiscalPeriod Period, Measured Amount)> actuals, int leadDays)
        where TKey : notnull =>
        ForecastAccuracy<TKey>.AtLead(snapshots, actuals, leadDays);

    /// <summary>
    /// How accurate the simplest forecast would have been, the same period of the year before: what a forecast has to be better than. The
    /// periods without one a year before are in <see cref="ForecastAccuracy{TKey}.Missing"/>: those of the first year, and a 53rd week.
    /// </summary>
    /// <typeparam name="TKey">The type of what is forecast.</typeparam>
    /// <param name="actuals">What came, each key and period once, the year before among them.</param>
    /// <returns>The accuracy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="actuals"/> or a key is null.</exception>
    /// <exception cref="ArgumentException">A key and period come twice, two figures are of different measures, or one is the default
    /// value.</exception>
    /// <exception cref="OverflowException">A figure does not fit in a decimal.</exception>
    public static ForecastAccuracy<TKey> OfYearBefore<TKey>(IEnumerable<(TKey Key, FiscalPeriod Period, Measured Amount)> actuals)
        where TKey : notnull =>
        ForecastAccuracy<TKey>.OfYearBefore(actuals);
}
