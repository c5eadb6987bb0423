using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>A forecast beside what came.</summary>
/// <typeparam name="TKey">The type of what is forecast.</typeparam>
/// <remarks>Made by <see cref="ForecastAccuracy{TKey}"/>. The error is positive where too much was forecast. Equality is by
/// reference.</remarks>
public sealed class ForecastError<TKey>
    where TKey : notnull
{
    internal ForecastError(TKey key, FiscalPeriod period, Measured forecast, Measured actual)
    {
        Key = key;
        Period = period;
        Forecast = forecast;
        Actual = actual;
        Error = forecast - actual;
        Opposite = actual - forecast;
        AbsoluteError = Error.Amount < 0m ? Opposite : Error;
        Minus = -actual;
        AbsoluteActual = actual.Amount < 0m ? Minus : actual;
        PercentageError = PositiveRatio.Of(Error, actual);
        AbsolutePercentageError = PositiveRatio.Of(AbsoluteError, actual);
    }

    /// <summary>What is forecast.</summary>
    public TKey Key { get; }

    /// <summary>For which period.</summary>
    public FiscalPeriod Period { get; }

    /// <summary>What was forecast.</summary>
    public Measured Forecast { get; }

    /// <summary>What came.</summary>
    public Measured Actual { get; }

    /// <summary>Forecast − actual: positive where too much was forecast.</summary>
    public Measured Error { get; }

    /// <summary>The error without its sign.</summary>
    public Measured AbsoluteError { get; }

    /// <summary>
    /// Error ÷ actual; null where nothing came or less than nothing, more returns than sales: an error on that has no percentage.
    /// </summary>
    public Percentage? PercentageError { get; }

    internal Measured AbsoluteActual { get; }

    internal Percentage? AbsolutePercentageError { get; }

    private Measured Opposite { get; }

    private Measured Minus { get; }

    /// <summary>Where the percentage error comes from.</summary>
    /// <returns>The tree of <see cref="PercentageError"/>; its figure is absent where that is null.</returns>
    public Explanation Explain() =>
        PositiveRatio.Explain(
            "percentage error", PercentageError,
            Node("error", Error.Value, Operation.Difference, ExplainForecast(), ExplainActual()), ExplainActual(), Actual);

    /// <summary>Key, period and both figures: <c>North, 2026-03: forecast CNY 900.00, actual CNY 1000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + ": forecast " + Forecast.Value + ", actual " + Actual.Value;

    internal Explanation ExplainAbsoluteError() =>
        Node(
            "absolute error of " + Name, AbsoluteError.Value, Operation.Max,
            Node("forecast − actual", Error.Value, Operation.Difference, ExplainForecast(), ExplainActual()),
            Node("actual − forecast", Opposite.Value, Operation.Difference, ExplainActual(), ExplainForecast()));

    internal Explanation ExplainAbsolutePercentageError() =>
        Node(
            "absolute percentage error of " + Name, Figure.OrAbsent(AbsolutePercentageError), Operation.Ratio, ExplainAbsoluteError(),
            ExplainActual());

    internal Explanation ExplainError() =>
        Node("error of " + Name, Error.Value, Operation.Difference, ExplainForecast(), ExplainActual());

    internal Explanation ExplainAbsoluteActual() =>
        Node(
            "actual of " + Name + " without sign", AbsoluteActual.Value, Operation.Max, ExplainActual(),
            Node("the other way round", Minus.Value, Operation.Product, Constant("minus one", -1m), ExplainActual()));

    private string Name => InvariantText.Any(Key) + ", " + Period;

    private Explanation ExplainForecast() => Fact("forecast", Forecast.Value);

    private Explanation ExplainActual() => Fact("actual", Actual.Value);
}
