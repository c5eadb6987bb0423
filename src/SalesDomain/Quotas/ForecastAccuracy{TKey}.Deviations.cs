using System;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

public sealed partial class ForecastAccuracy<TKey>
{
    private readonly Deviations? _deviations;

    /// <summary>
    /// The mean absolute percentage error, Σ (|forecast − actual| ÷ actual) ÷ number, over the actuals above zero: a small product counts
    /// as much as a large one. Null where there is none of them.
    /// </summary>
    public Percentage? Mape => _deviations?.Mape;

    /// <summary>How many of the <see cref="Errors"/> are in no <see cref="Mape"/>, because nothing came or less than nothing.</summary>
    public int ExcludedFromMape => _deviations?.Excluded ?? 0;

    /// <summary>
    /// The mean absolute deviation (MAD), Σ |forecast − actual| ÷ number, to 28 digits; null where there is nothing to measure.
    /// </summary>
    public Measured? MeanAbsoluteDeviation => _deviations?.Mean;

    /// <summary>
    /// The tracking signal, Σ (forecast − actual) ÷ MAD over all errors: from −n to n of n errors. Of one key over a few periods beyond ±4
    /// is by common practice a forecast that errs to one side; it grows with the number of errors, so of many keys the bias is to be looked
    /// at. Positive where too much was forecast. Null where every forecast was exact, or there is none.
    /// </summary>
    public decimal? TrackingSignal => _deviations?.Signal;

    /// <summary>Where the mean absolute percentage error comes from.</summary>
    /// <returns>The tree of <see cref="Mape"/>; its figure is absent where that is null.</returns>
    public Explanation ExplainMape()
    {
        var counted = Array.FindAll(_errors, error => error.AbsolutePercentageError is not null);
        return _deviations?.Sum is not { } sum
            ? Conditions.LeaveOut("MAPE", Fact("no actual is above zero", true))
            : Node(
                "MAPE", Figure.OrAbsent(Mape), Operation.Ratio,
                Node(
                    "Σ absolute percentage errors", sum, Operation.Sum,
                    Array.ConvertAll(counted, error => error.ExplainAbsolutePercentageError())),
                FactSum("actuals above zero", (decimal)counted.Length, counted.Length));
    }

    /// <summary>Where the mean absolute deviation comes from.</summary>
    /// <returns>The tree of <see cref="MeanAbsoluteDeviation"/>; its figure is absent where that is null.</returns>
    public Explanation ExplainMeanAbsoluteDeviation() =>
        MeanAbsoluteDeviation is not { } mean ? Fact("nothing was forecast", Figure.Absent)
            : Node("mean absolute deviation", mean.Value, Operation.Ratio, ExplainAbsoluteErrors(), Number());

    /// <summary>Where the tracking signal comes from: Σ error × number ÷ Σ |error|, which divides once.</summary>
    /// <returns>The tree of <see cref="TrackingSignal"/>; its figure is absent where that is null.</returns>
    public Explanation ExplainTrackingSignal() =>
        _deviations is not { } deviations ? Fact("nothing was forecast", Figure.Absent)
            : deviations.Signal is not { } signal ? Conditions.LeaveOut("tracking signal", Fact("every forecast was exact", true))
            : Node(
                "tracking signal", signal, Operation.Ratio,
                Node(
                    "Σ (forecast − actual) × number", deviations.Times.Value, Operation.Product,
                    Node(
                        "Σ (forecast − actual)", SumOfErrors.Value, Operation.Sum,
                        Array.ConvertAll(_errors, error => error.ExplainError())),
                    Number()),
                ExplainAbsoluteErrors());

    private Explanation ExplainAbsoluteErrors() =>
        Node(
            "Σ |forecast − actual|", SumOfAbsoluteErrors.Value, Operation.Sum,
            Array.ConvertAll(_errors, error => error.ExplainAbsoluteError()));

    private Explanation Number() => FactSum("forecasts", (decimal)_errors.Length, _errors.Length);

    private sealed class Deviations
    {
        internal Deviations(ForecastError<TKey>[] errors, Measured sum, Measured absolute)
        {
            Percentage[] percentages = [.. errors.Select(error => error.AbsolutePercentageError).OfType<Percentage>()];
            Excluded = errors.Length - percentages.Length;
            Mean = absolute.With(absolute.Amount / errors.Length);
            Times = sum.With(sum.Amount * errors.Length);
            if (!absolute.IsZero)
                Signal = Times.Amount / absolute.Amount;
            if (percentages.Length == 0)
                return;

            var all = percentages.Aggregate((one, other) => one + other);
            Sum = all;
            Mape = all / percentages.Length;
        }

        internal int Excluded { get; }

        internal Measured Mean { get; }

        internal Measured Times { get; }

        internal decimal? Signal { get; }

        internal Percentage? Sum { get; }

        internal Percentage? Mape { get; }
    }
}
