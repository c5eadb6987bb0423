using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>Makes snapshots without naming the type of their key.</summary>
public static class ForecastSnapshot
{
    /// <summary>The fact that on some day a figure was forecast for a period.</summary>
    /// <typeparam name="TKey">The type of what is forecast.</typeparam>
    /// <param name="key">What is forecast.</param>
    /// <param name="period">For which period.</param>
    /// <param name="recordedOn">The day on which it was recorded.</param>
    /// <param name="amount">The figure.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="amount"/> is the default value, or <paramref name="recordedOn"/> is not of the ISO calendar.
    /// </exception>
    public static ForecastSnapshot<TKey> Of<TKey>(TKey key, FiscalPeriod period, LocalDate recordedOn, Measured amount)
        where TKey : notnull =>
        new(key, period, recordedOn, amount);
}
