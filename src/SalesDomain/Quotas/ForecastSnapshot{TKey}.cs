using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The fact that on some day a figure was forecast for a period.</summary>
/// <typeparam name="TKey">The type of what is forecast: a product, a person, a region, the caller's own.</typeparam>
/// <remarks>Made by <see cref="ForecastSnapshot"/>. Equality is by all values.</remarks>
public sealed record ForecastSnapshot<TKey>
    where TKey : notnull
{
    internal ForecastSnapshot(TKey key, FiscalPeriod period, LocalDate recordedOn, Measured amount)
    {
        Key = key is null ? throw new ArgumentNullException(nameof(key)) : key;
        Amount = MeasuredArgument.Given(amount);
        Period = period;
        RecordedOn = Guard.Against.OtherCalendar(recordedOn);
    }

    /// <summary>What is forecast.</summary>
    public TKey Key { get; }

    /// <summary>For which period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>The day on which it was recorded.</summary>
    public LocalDate RecordedOn { get; }

    /// <summary>The figure forecast.</summary>
    public Measured Amount { get; }

    /// <summary>The lead time: the days from the record to the last day of the period; negative after its end.</summary>
    public int LeadDays => NodaTime.Period.DaysBetween(RecordedOn, Period.End);

    /// <summary>Day, key, period and figure: <c>2026-01-31 North, 2026-03: CNY 900.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(RecordedOn) + " " + InvariantText.Any(Key) + ", " + Period + ": " + Amount.Value;
}
