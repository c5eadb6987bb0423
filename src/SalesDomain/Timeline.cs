using Ardalis.GuardClauses;

namespace SalesDomain;

/// <summary>Makes timelines without naming the type of their values.</summary>
public static class Timeline
{
    /// <summary>The timeline without values: every day is in a gap.</summary>
    /// <typeparam name="T">The type of the values to come.</typeparam>
    /// <returns>The timeline.</returns>
    public static Timeline<T> Empty<T>()
        where T : notnull =>
        Timeline<T>.Create([], "");

    /// <summary>A timeline with one value, in force on every day.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static Timeline<T> Always<T>(T value)
        where T : notnull =>
        Timeline<T>.Create([(DateSpan.Always, value)], nameof(value));

    /// <summary>A timeline of values over spans, in any order.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="entries">Spans without a common day, each with its value.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="entries"/> or a value is null.</exception>
    /// <exception cref="System.ArgumentException">Two spans overlap.</exception>
    public static Timeline<T> Of<T>(params (DateSpan Span, T Value)[] entries)
        where T : notnull
    {
        Guard.Against.Null(entries);
        return Timeline<T>.Create(entries, nameof(entries));
    }
}
