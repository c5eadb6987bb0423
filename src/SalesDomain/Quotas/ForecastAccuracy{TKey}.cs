using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>How far forecasts were from what came.</summary>
/// <typeparam name="TKey">The type of what is forecast.</typeparam>
/// <remarks>
/// <para>
/// The weighted absolute percentage error (WAPE) is Σ |forecast − actual| ÷ Σ |actual|: a small product counts little, and one that sold
/// nothing does not divide by zero, where the mean of percentage errors does. The bias is Σ (forecast − actual) ÷ Σ |actual|: errors that
/// cancel out leave none.
/// </para>
/// <para>
/// Beside them stand the mean absolute percentage error (MAPE), the mean absolute deviation (MAD) and the tracking signal. All errors are
/// forecast − actual: positive where too much was forecast; some books have it the other way round. Source: the usual definitions of
/// forecasting practice.
/// </para>
/// <para>
/// What has no forecast is in <see cref="Missing"/> and in no sum: an absent forecast is no forecast of zero. Made by
/// <see cref="ForecastAccuracy"/>. Equality is by reference.
/// </para>
/// </remarks>
public sealed partial class ForecastAccuracy<TKey>
    where TKey : notnull
{
    private readonly ForecastError<TKey>[] _errors;
    private readonly (TKey Key, FiscalPeriod Period)[] _missing;

    private ForecastAccuracy(ForecastError<TKey>[] errors, (TKey Key, FiscalPeriod Period)[] missing)
    {
        _errors = errors;
        _missing = missing;
        if (errors.Length == 0)
            return;

        SumOfErrors = Sum(errors, error => error.Error);
        SumOfAbsoluteErrors = Sum(errors, error => error.AbsoluteError);
        SumOfActuals = Sum(errors, error => error.AbsoluteActual);
        Wape = PositiveRatio.Of(SumOfAbsoluteErrors, SumOfActuals);
        Bias = PositiveRatio.Of(SumOfErrors, SumOfActuals);
        _deviations = new Deviations(errors, SumOfErrors, SumOfAbsoluteErrors);
        if (Wape is not { } wape)
            return;

        Complement = wape.Complement();
        Accuracy = Complement > Percentage.Zero ? Complement : Percentage.Zero;
    }

    /// <summary>Forecast and actual of each key and period that has both, in the order of the actuals.</summary>
    public IReadOnlyList<ForecastError<TKey>> Errors => Array.AsReadOnly(_errors);

    /// <summary>What came without having been forecast, in the order of the actuals.</summary>
    public IReadOnlyList<(TKey Key, FiscalPeriod Period)> Missing => Array.AsReadOnly(_missing);

    /// <summary>
    /// The weighted absolute percentage error, Σ |forecast − actual| ÷ Σ |actual|; null where there is nothing to measure or nothing
    /// came.
    /// </summary>
    public Percentage? Wape { get; }

    /// <summary>
    /// The bias, Σ (forecast − actual) ÷ Σ |actual|: positive where too much was forecast on the whole. Null where there is nothing to
    /// measure or nothing came.
    /// </summary>
    public Percentage? Bias { get; }

    /// <summary>
    /// The accuracy, 100 % − WAPE and not below 0 %: an error of more than everything that came is no accuracy, not a negative one. Null
    /// where the WAPE is.
    /// </summary>
    public Percentage? Accuracy { get; }

    private Measured SumOfErrors { get; }

    private Measured SumOfAbsoluteErrors { get; }

    private Measured SumOfActuals { get; }

    private Percentage Complement { get; }

    /// <summary>
    /// How many percentage points the WAPE is lower than that of another forecast of the same, over what both have forecast: against
    /// <see cref="ForecastAccuracy.OfYearBefore"/>, the value added by forecasting.
    /// </summary>
    /// <param name="other">The other forecast.</param>
    /// <returns>The points; negative where the other was better, null where both have nothing in common or nothing came of it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The other is of another measure, or of other actuals.</exception>
    public decimal? PointsBetterThan(ForecastAccuracy<TKey> other)
    {
        Guard.Against.Null(other);
        var others = other._errors.ToDictionary(error => (error.Key, error.Period));
        var common = _errors.Where(error => others.ContainsKey((error.Key, error.Period))).ToArray();
        var counterparts = Array.ConvertAll(common, error => others[(error.Key, error.Period)]);
        foreach (var (mine, its) in common.Zip(counterparts, (mine, its) => (mine, its)))
        {
            MeasuredArgument.MustGoTogether(mine.Actual, its.Actual, nameof(other));
            if (mine.Actual != its.Actual)
                throw Guards.Invalid(nameof(other), its.ToString(), "must be measured against the same actual, " + mine.Actual);
        }

        var (own, theirs) = (new ForecastAccuracy<TKey>(common, []).Wape, new ForecastAccuracy<TKey>(counterparts, []).Wape);
        return theirs is { } worse && own is { } better ? worse.PointsAbove(better) : null;
    }

    /// <summary>Where the accuracy comes from, error by error.</summary>
    /// <returns>The tree of <see cref="Accuracy"/>; its figure is absent where that is null.</returns>
    public Explanation Explain() =>
        _errors.Length == 0 ? Fact("nothing was forecast", Figure.Absent)
            : Wape is null ? ExplainWape()
            : Node(
                "accuracy", Figure.OrAbsent(Accuracy), Operation.Max, Constant("nothing", Percentage.Zero),
                Node("100% − WAPE", Complement, Operation.Difference, Constant("everything", Percentage.OneHundred), ExplainWape()));

    /// <summary>The figures: <c>WAPE 12%, bias -3%, accuracy 88%, of 24, missing 2</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "WAPE " + Shown(Figure.OrAbsent(Wape)) + ", bias " + Shown(Figure.OrAbsent(Bias))
        + ", accuracy " + Shown(Figure.OrAbsent(Accuracy)) + ", of " + InvariantText.Number(_errors.Length)
        + ", missing " + InvariantText.Number(_missing.Length);

    internal static ForecastAccuracy<TKey> AtLead(
        IEnumerable<ForecastSnapshot<TKey>> snapshots, IEnumerable<(TKey Key, FiscalPeriod Period, Measured Amount)> actuals, int leadDays)
    {
        Guard.Against.Null(snapshots);
        Guard.Against.Null(actuals);
        Guard.Against.OutsideRange(0, int.MaxValue, leadDays);
        var seen = new HashSet<(TKey Key, FiscalPeriod Period, LocalDate On)>();
        var last = new Dictionary<(TKey Key, FiscalPeriod Period), ForecastSnapshot<TKey>>();
        Measured? any = null;
        foreach (var snapshot in snapshots)
        {
            Guard.Against.Null(snapshot, nameof(snapshots));
            MeasuredArgument.MustGoTogether(any, snapshot.Amount, nameof(snapshots));
            any ??= snapshot.Amount;
            if (!seen.Add((snapshot.Key, snapshot.Period, snapshot.RecordedOn)))
                throw Guards.Invalid(nameof(snapshots), snapshot.ToString(), "must have each key, period and day once");

            var cell = (snapshot.Key, snapshot.Period);
            if (snapshot.LeadDays >= leadDays && (!last.TryGetValue(cell, out var earlier) || snapshot.RecordedOn > earlier.RecordedOn))
                last[cell] = snapshot;
        }

        return Of(Checked(actuals, any), cell => last.TryGetValue(cell, out var snapshot) ? snapshot.Amount : null);
    }

    internal static ForecastAccuracy<TKey> OfYearBefore(IEnumerable<(TKey Key, FiscalPeriod Period, Measured Amount)> actuals)
    {
        var given = Checked(actuals, any: null);
        var known = given.ToDictionary(actual => (actual.Key, actual.Period), actual => actual.Amount);
        return Of(
            given,
            cell => cell.Period.Year > 1 && cell.Period.InYear(cell.Period.Year - 1) is { } before
                && known.TryGetValue((cell.Key, before), out var amount)
                ? amount : null);
    }

    private static ForecastAccuracy<TKey> Of(
        (TKey Key, FiscalPeriod Period, Measured Amount)[] actuals, Func<(TKey Key, FiscalPeriod Period), Measured?> forecastOf)
    {
        var errors = new List<ForecastError<TKey>>();
        var missing = new List<(TKey Key, FiscalPeriod Period)>();
        foreach (var (key, period, amount) in actuals)
        {
            if (forecastOf((key, period)) is { } forecast)
                errors.Add(new ForecastError<TKey>(key, period, forecast, amount));
            else
                missing.Add((key, period));
        }

        return new ForecastAccuracy<TKey>([.. errors], [.. missing]);
    }

    private static (TKey Key, FiscalPeriod Period, Measured Amount)[] Checked(
        IEnumerable<(TKey Key, FiscalPeriod Period, Measured Amount)> actuals, Measured? any)
    {
        Guard.Against.Null(actuals);
        (TKey Key, FiscalPeriod Period, Measured Amount)[] copy = [.. actuals];
        if (Array.Exists(copy, actual => actual.Key is null))
            throw new ArgumentNullException(nameof(actuals));

        Array.ForEach(copy, actual => MeasuredArgument.Given(actual.Amount, nameof(actuals)));
        var seen = new HashSet<(TKey Key, FiscalPeriod Period)>();
        foreach (var (key, period, amount) in copy)
        {
            MeasuredArgument.MustGoTogether(any, amount, nameof(actuals));
            any ??= amount;
            if (!seen.Add((key, period)))
                throw Guards.Invalid(nameof(actuals), InvariantText.Any(key) + ", " + period, "must have each key and period once");
        }

        return copy;
    }

    private static Measured Sum(ForecastError<TKey>[] errors, Func<ForecastError<TKey>, Measured> value) =>
        errors.Skip(1).Aggregate(value(errors[0]), (sum, error) => sum + value(error));

    private Explanation ExplainWape() =>
        Node(
            "WAPE", Figure.OrAbsent(Wape), Operation.Ratio, ExplainAbsoluteErrors(),
            Node("Σ |actual|", SumOfActuals.Value, Operation.Sum, [.. _errors.Select(error => error.ExplainAbsoluteActual())]));
}
