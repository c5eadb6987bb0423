using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Explanations;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas.Watching;

public sealed class ForecastsAgainstActuals
{
    private static readonly Arbitrary<(int Forecast, int Actual)[]> s_any =
        (from forecast in Gen.Choose(-1_000, 10_000) from actual in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(-1_000, 10_000)))
         select (forecast, actual)).ArrayOf().Select(all => all.Take(12).ToArray()).ToArbitrary();

    [Fact]
    public void The_weighted_error_lets_a_small_product_count_little_and_one_that_sold_nothing_count()
    {
        var accuracy = Accuracy((900m, 1_000m), (30m, 20m), (5m, 0m));

        Assert.Equal([Percent(-10), Percent(50), null], accuracy.Errors.Select(error => error.PercentageError));
        Assert.Equal([-100m, 10m, 5m], accuracy.Errors.Select(error => error.Error.Money.Amount));
        Assert.Equal(Percent(11.27m), accuracy.Wape.To(2));
        Assert.Equal(Percent(-8.33m), accuracy.Bias.To(2));
        Assert.Equal(Percent(88.73m), accuracy.Accuracy.To(2));
    }

    [Fact]
    public void The_mean_of_percentages_leaves_out_what_did_not_come_and_the_tracking_signal_has_the_sign_of_the_error()
    {
        var accuracy = Accuracy((900m, 1_000m), (30m, 20m), (5m, 0m), (1m, -2m));

        // (10 % + 50 %) ÷ 2; (100 + 10 + 5 + 3) ÷ 4; (−100 + 10 + 5 + 3) × 4 ÷ 118.
        Assert.Equal((Percent(30), 2), (accuracy.Mape, accuracy.ExcludedFromMape));
        Assert.Equal(Revenue(29.5m), accuracy.MeanAbsoluteDeviation);
        Assert.Equal(-328m / 118m, accuracy.TrackingSignal);

        Assert.Equal(3m, Accuracy((2m, 1m), (9m, 1m), (4m, 1m)).TrackingSignal);
        Assert.Equal(-2m, Accuracy((0m, 1m), (0m, 5m)).TrackingSignal);
    }

    [Fact]
    public void Where_there_is_nothing_to_divide_by_there_is_no_mean_and_no_signal()
    {
        Assert.Equal((null, 1), (Accuracy((1m, 0m)).Mape, Accuracy((1m, 0m)).ExcludedFromMape));
        Assert.Equal((null, 1), (Accuracy((1m, -1m)).Mape, Accuracy((1m, -1m)).ExcludedFromMape));
        Assert.Equal((Revenue(0m), null), (Accuracy((1m, 1m)).MeanAbsoluteDeviation, Accuracy((1m, 1m)).TrackingSignal));
        Assert.Equal((null, null, 0), (Accuracy().MeanAbsoluteDeviation, Accuracy().TrackingSignal, Accuracy().ExcludedFromMape));
        foreach (var none in new[] { Accuracy((1m, 0m)).ExplainMape(), Accuracy().ExplainMape(), Accuracy((1m, 1m)).ExplainTrackingSignal(),
            Accuracy().ExplainTrackingSignal(), Accuracy().ExplainMeanAbsoluteDeviation() })
        {
            Assert.Equal(Figure.Absent, none.Value);
            Assert.True(none.IsVerified);
        }
    }

    [Property]
    public Property The_tracking_signal_lies_between_plus_and_minus_the_number_and_has_the_sign_of_the_bias() =>
        Prop.ForAll(s_any, all =>
        {
            var accuracy = Accuracy([.. all.Select(each => ((decimal)each.Forecast, (decimal)each.Actual))]);
            var counted = all.Where(each => each.Actual > 0).ToArray();
            return accuracy.ExcludedFromMape == all.Length - counted.Length
                && accuracy.Mape is null == (counted.Length == 0)
                && (accuracy.TrackingSignal is not { } signal
                    || (Math.Abs(signal) <= all.Length && Math.Sign(signal) == Math.Sign(all.Sum(each => each.Forecast - each.Actual))))
                && (accuracy.Mape is not { } mape
                    || Math.Abs(mape.Fraction
                        - counted.Average(each => Math.Abs(each.Forecast - each.Actual) / (decimal)each.Actual)) < 1e-20m);
        });

    [Fact]
    public void An_error_of_more_than_everything_is_no_accuracy_and_not_a_negative_one()
    {
        Assert.Equal(Percentage.Zero, Accuracy((300m, 100m)).Accuracy);
        Assert.Equal(Percentage.Zero, Accuracy((200m, 100m)).Accuracy);
        Assert.Equal(Percent(0.5m), Accuracy((199.5m, 100m)).Accuracy);
        Assert.Equal(Percent(200), Accuracy((300m, 100m)).Wape);
    }

    [Fact]
    public void Where_nothing_came_there_is_no_percentage()
    {
        var accuracy = Accuracy((300m, 0m));

        Assert.Null(accuracy.Wape);
        Assert.Null(accuracy.Bias);
        Assert.Null(accuracy.Accuracy);
        Assert.Equal(Figure.Absent, accuracy.Explain().Value);
        Assert.Empty(Accuracy().Errors);
        Assert.Null(Accuracy().Accuracy);
        Assert.True(Accuracy().Explain().IsVerified);
    }

    [Fact]
    public void The_lead_time_chooses_the_last_snapshot_by_then()
    {
        var march = Month(2026, 3);
        ForecastSnapshot<string>[] snapshots =
        [
            ForecastSnapshot.Of("P", march, new LocalDate(2026, 3, 31), Revenue(99m)),
            ForecastSnapshot.Of("P", march, new LocalDate(2026, 3, 1), Revenue(90m)),
            ForecastSnapshot.Of("P", march, new LocalDate(2026, 1, 31), Revenue(70m)),
            ForecastSnapshot.Of("P", march, new LocalDate(2026, 4, 2), Revenue(100m)),
        ];
        (string, FiscalPeriod, Measured)[] actuals = [("P", march, Revenue(100m)), ("Q", march, Revenue(10m))];

        Assert.Equal([0, 30, 59, -2], snapshots.Select(snapshot => snapshot.LeadDays));
        foreach (var (lead, forecast) in new[] { (0, 99m), (1, 90m), (30, 90m), (31, 70m), (59, 70m) })
        {
            var accuracy = ForecastAccuracy.AtLead(snapshots.Reverse(), actuals, lead);
            Assert.Equal(Revenue(forecast), Assert.Single(accuracy.Errors).Forecast);
            Assert.Equal([("Q", march)], accuracy.Missing);
        }

        Assert.Equal(2, ForecastAccuracy.AtLead(snapshots, actuals, 60).Missing.Count);

        // What is recorded after the end knows what came, and is no forecast.
        Assert.Equal("leadDays", Assert.Throws<ArgumentOutOfRangeException>(() =>
            ForecastAccuracy.AtLead(snapshots, actuals, -1)).ParamName);
    }

    [Property]
    public Property A_snapshot_recorded_later_changes_no_accuracy_at_a_longer_lead() =>
        Prop.ForAll(s_any, Gen.Choose(1, 60).ToArbitrary(), (all, lead) =>
        {
            var before = all.Select((each, i) => ForecastSnapshot.Of(
                "P", Month(2026, i + 1), Month(2026, i + 1).End.PlusDays(-lead), Revenue(each.Forecast))).ToArray();
            var actuals = all.Select((each, i) => ("P", Month(2026, i + 1), Revenue(each.Actual))).ToArray();
            var revised = before.Select(snapshot => ForecastSnapshot.Of(
                snapshot.Key, snapshot.Period, snapshot.RecordedOn.PlusDays(1), snapshot.Amount + Revenue(1m)));
            return ForecastAccuracy.AtLead([.. before, .. revised], actuals, lead).ToString()
                == ForecastAccuracy.AtLead(before, actuals, lead).ToString();
        });

    [Fact]
    public void A_forecast_has_to_be_better_than_the_year_before()
    {
        (string, FiscalPeriod, Measured)[] actuals =
        [
            ("P", Month(2025, 1), Revenue(80m)), ("P", Month(2025, 2), Revenue(100m)),
            ("P", Month(2026, 1), Revenue(100m)), ("P", Month(2026, 2), Revenue(100m)), ("P", Month(2026, 3), Revenue(50m)),
        ];
        var naive = ForecastAccuracy.OfYearBefore(actuals);
        Assert.Equal(Percent(10), naive.Wape);
        Assert.Equal([("P", Month(2025, 1)), ("P", Month(2025, 2)), ("P", Month(2026, 3))], naive.Missing);

        var ours = ForecastAccuracy.AtLead(
            actuals.Skip(2).Select(actual => ForecastSnapshot.Of("P", actual.Item2, new LocalDate(2026, 1, 1), actual.Item3 * 0.95m)),
                actuals.Skip(2), 0);
        Assert.Equal(Percent(5), ours.Wape);
        Assert.Equal(5m, ours.PointsBetterThan(naive));
        Assert.Equal(-5m, naive.PointsBetterThan(ours));

        // Over what both have forecast alone: the forecast of March has nothing to be compared with.
        Assert.Equal(3, ours.Errors.Count);
        Assert.Null(Accuracy().PointsBetterThan(naive));
    }

    [Fact]
    public void A_53rd_week_has_none_a_year_before()
    {
        var calendar = FiscalCalendar.OfWeeks(WeekPattern.FourFourFive, IsoDayOfWeek.Saturday, 1, YearEndRule.NearestWeekday,
            FiscalYearName.ByStart);
        var week = calendar.Period(FiscalPeriodKind.Week, 2023, 53);

        var naive = ForecastAccuracy.OfYearBefore([("P", calendar.Period(FiscalPeriodKind.Week, 2022, 52), Revenue(1m)),
            ("P", week, Revenue(1m))]);
        Assert.Contains(("P", week), naive.Missing);
    }

    [Property]
    public Property The_figures_are_those_of_the_plain_sums() =>
        Prop.ForAll(s_any, all =>
        {
            var accuracy = Accuracy([.. all.Select(each => ((decimal)each.Forecast, (decimal)each.Actual))]);
            var whole = all.Sum(each => Math.Abs(each.Actual));
            return accuracy.Wape == Percentage.Ratio(all.Sum(each => Math.Abs(each.Forecast - each.Actual)), whole)
                && accuracy.Bias == Percentage.Ratio(all.Sum(each => each.Forecast - each.Actual), whole)
                && (accuracy.Wape is not { } wape || (accuracy.Accuracy >= Percentage.Zero && accuracy.Accuracy <= Percentage.OneHundred
                    && (wape > Percentage.OneHundred || accuracy.Accuracy + wape == Percentage.OneHundred)
                    && accuracy.Bias <= wape && -accuracy.Bias!.Value <= wape));
        });

    [Property(MaxTest = 50)]
    public Property Every_accuracy_explains_itself() =>
        Prop.ForAll(s_any, all =>
        {
            var accuracy = Accuracy([.. all.Take(5).Select(each => ((decimal)each.Forecast, (decimal)each.Actual))]);
            Proof.MustHold(accuracy.Explain(), Figure.OrAbsent(accuracy.Accuracy));
            Proof.MustHold(accuracy.ExplainMape(), Figure.OrAbsent(accuracy.Mape));
            Proof.MustHold(accuracy.ExplainTrackingSignal(), accuracy.TrackingSignal is { } signal ? signal : Figure.Absent);
            Proof.MustHold(
                accuracy.ExplainMeanAbsoluteDeviation(), accuracy.MeanAbsoluteDeviation is { } mean ? mean.Value : Figure.Absent);
            foreach (var error in accuracy.Errors)
                Proof.MustHold(error.Explain(), Figure.OrAbsent(error.PercentageError));
        });

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var january = Month(2026, 1);
        var snapshot = ForecastSnapshot.Of("P", january, new LocalDate(2026, 1, 1), Revenue(1m));
        (string, FiscalPeriod, Measured) actual = ("P", january, Revenue(1m));

        Assert.Equal("snapshots", Refusal(() => ForecastAccuracy.AtLead([snapshot, snapshot], [actual], 0)));
        Assert.Equal("actuals", Refusal(() => ForecastAccuracy.AtLead([snapshot], [actual, actual], 0)));
        Assert.Equal("actuals", Refusal(() => ForecastAccuracy.AtLead([snapshot], [("P", january, Measure.Margin.Of(Cny(1m)))], 0)));
        Assert.Equal("actuals", Refusal(() => ForecastAccuracy.AtLead([snapshot], [("P", january, default)], 0)));
        Assert.Equal("actuals", Refusal(() => ForecastAccuracy.OfYearBefore([actual, actual])));
        Assert.Equal("other", Refusal(() => Accuracy((1m, 1m)).PointsBetterThan(Accuracy((1m, 2m)))));
        Assert.Equal("amount", Refusal(() => ForecastSnapshot.Of("P", january, new LocalDate(2026, 1, 1), default)));
    }

    private static ForecastAccuracy<string> Accuracy(params (decimal Forecast, decimal Actual)[] all) =>
        ForecastAccuracy.AtLead(
            all.Select((each, i) => ForecastSnapshot.Of("P", Month(2026, i + 1), new LocalDate(2026, 1, 1), Revenue(each.Forecast))),
            all.Select((each, i) => ("P", Month(2026, i + 1), Revenue(each.Actual))), 0);

    private static FiscalPeriod Month(int year, int month) => FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, year, month);

    private static string? Refusal(Action action) => Assert.ThrowsAny<ArgumentException>(action).ParamName;

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
