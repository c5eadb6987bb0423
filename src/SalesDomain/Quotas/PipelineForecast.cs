using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// What the opportunities expected to close in a period promise: by categories that include each other, as an expected value with its
/// variance, and against the quota.
/// </summary>
/// <remarks>
/// <para>
/// An opportunity counts in the period in which it is expected to close. Categories are cumulative: <see cref="Commit"/> is what is
/// closed and committed, <see cref="BestCase"/> that and the best case, <see cref="Pipeline"/> all of it; what is omitted is in none.
/// Amounts are not negative, so that closed ≤ commit ≤ best case ≤ pipeline, and the expected value lies between closed and pipeline.
/// </para>
/// <para>
/// Expected value Σ p × a and variance Σ p × (1 − p) × a² are those of independent opportunities that come whole or not at all. Deals
/// that hang on one customer or one budget are not independent, and the variance is then too small.
/// </para>
/// <para>The order in which opportunities are given does not matter. Nothing is rounded but the root of
/// <see cref="StandardDeviation"/>. Equality is by reference.</para>
/// </remarks>
public sealed partial class PipelineForecast
{
    private const int MostDecimalsOfRoot = 14;

    // As given; those outside the period, which only Overdue shows, among them.
    private readonly Opportunity[] _opportunities;

    // Sums of each category alone, then added up.
    private readonly decimal[] _alone = new decimal[(int)ForecastCategory.Omitted + 1];
    private readonly decimal[] _upTo = new decimal[(int)ForecastCategory.Omitted];

    // Made once each, when they are first asked for: many a forecast is read for its sums alone.
    private readonly Lazy<ReadOnlyCollection<ForecastLine>> _lines;
    private readonly Lazy<ReadOnlyCollection<ForecastLine>> _overdue;

    private PipelineForecast(PipelineStages stages, Measured quota, Opportunity[] opportunities, DateSpan period, LocalDate asOf)
    {
        Stages = stages;
        Quota = quota;
        Period = period;
        AsOf = asOf;
        _opportunities = opportunities;
        _lines = new Lazy<ReadOnlyCollection<ForecastLine>>(() => LinesOf(each => Period.Contains(each.ExpectedClose)));
        _overdue = new Lazy<ReadOnlyCollection<ForecastLine>>(() => LinesOf(IsOverdue));

        var (expected, variance) = (0m, 0m);
        foreach (var opportunity in opportunities)
        {
            var steps = StepsOf(opportunity);
            if (!period.Contains(opportunity.ExpectedClose))
                continue;

            _alone[(int)steps.Category] += opportunity.Amount.Amount;
            expected += steps.Expected;
            variance += steps.Variance;
        }

        var sum = 0m;
        for (var category = 0; category < _upTo.Length; category++)
        {
            sum += _alone[category];
            _upTo[category] = sum;
        }

        Expected = quota.With(expected);
        Variance = variance;
        OpenPipeline = quota.With(_upTo[(int)ForecastCategory.Pipeline] - _alone[(int)ForecastCategory.Closed]);
        LeftToClose = quota - Closed;
        RatioOfCoverage = Percentage.Ratio(OpenPipeline.Amount, LeftToClose.Amount);
        Coverage = LeftToClose.Amount > 0m ? RatioOfCoverage : null;
    }

    /// <summary>The stages.</summary>
    public PipelineStages Stages { get; }

    /// <summary>The quota of the period.</summary>
    public Measured Quota { get; }

    /// <summary>The period.</summary>
    public DateSpan Period { get; }

    /// <summary>The day of the forecast.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The opportunities expected to close in the period, by day and code; omitted ones among them.</summary>
    public IReadOnlyList<ForecastLine> Lines => _lines.Value;

    /// <summary>
    /// The open opportunities, in the period or not, that were expected to close before the day of the forecast. They are counted on the
    /// day that they name, and that day has gone by.
    /// </summary>
    public IReadOnlyList<ForecastLine> Overdue => _overdue.Value;

    /// <summary>What is won.</summary>
    public Measured Closed => UpTo(ForecastCategory.Closed);

    /// <summary>What is won and what is committed.</summary>
    public Measured Commit => UpTo(ForecastCategory.Commit);

    /// <summary>What is won, committed and in the best case.</summary>
    public Measured BestCase => UpTo(ForecastCategory.BestCase);

    /// <summary>What is won and all that is open.</summary>
    public Measured Pipeline => UpTo(ForecastCategory.Pipeline);

    /// <summary>What is lost or left out, in none of the others.</summary>
    public Measured Omitted => Quota.With(_alone[(int)ForecastCategory.Omitted]);

    /// <summary>All that is open: pipeline less closed.</summary>
    public Measured OpenPipeline { get; }

    /// <summary>The expected value: Σ probability × amount, what is closed at its full amount.</summary>
    public Measured Expected { get; }

    /// <summary>
    /// The variance of the expected value, Σ p × (1 − p) × a², in squared units of the measure; a decimal, exact as far as 28 digits hold
    /// it.
    /// </summary>
    public decimal Variance { get; }

    /// <summary>Quota less what is closed; negative where more is.</summary>
    public Measured LeftToClose { get; }

    /// <summary>
    /// Pipeline coverage: open pipeline ÷ (quota − closed). 300 % means that one open sale in three is enough. Null where nothing is left
    /// to close.
    /// </summary>
    public Percentage? Coverage { get; }

    /// <summary>Also where less than nothing is left to close, which is no coverage.</summary>
    private Percentage? RatioOfCoverage { get; }

    /// <summary>The forecast of a period.</summary>
    /// <param name="stages">The stages, with the probabilities in force.</param>
    /// <param name="quota">What the period asks for, zero or more; zero of the measure where there is no quota.</param>
    /// <param name="opportunities">The opportunities, of the measure of <paramref name="quota"/>, each once, in any order; possibly
    /// none.</param>
    /// <param name="period">The period.</param>
    /// <param name="asOf">The day of the forecast.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stages"/>, <paramref name="opportunities"/> or an opportunity is
    /// null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quota"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// An opportunity comes twice, is of another measure, tax basis, unit or currency, or in a stage that is none of
    /// <paramref name="stages"/>;
    /// <paramref name="quota"/> is the default value; or <paramref name="asOf"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public static PipelineForecast Of(
        PipelineStages stages, Measured quota, IEnumerable<Opportunity> opportunities, DateSpan period, LocalDate asOf)
    {
        Guard.Against.Null(stages);
        Guard.Against.Null(opportunities);
        Opportunity[] copy = [.. opportunities];
        Array.ForEach(copy, opportunity => Guard.Against.Null(opportunity, nameof(opportunities)));
        if (MeasuredArgument.Given(quota).Amount < 0m)
            throw Guards.OutOfRange(nameof(quota), quota.ToString(), "must not be negative");

        Guard.Against.OtherCalendar(asOf);
        var codes = new HashSet<OpportunityId>();
        foreach (var opportunity in copy)
        {
            MeasuredArgument.MustGoTogether(quota, opportunity.Amount, nameof(opportunities));
            stages.PlaceOf(opportunity.StageName, nameof(opportunities));
            if (!codes.Add(opportunity.Id))
                throw Guards.Invalid(nameof(opportunities), opportunity.Id.ToString(), "must have each opportunity once");
        }

        return new PipelineForecast(stages, quota, copy, period, asOf);
    }

    /// <summary>The forecast of a category: what is in it and in every surer one.</summary>
    /// <param name="category">The category; of <see cref="ForecastCategory.Omitted"/> what is omitted alone.</param>
    /// <returns>The sum of the amounts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is not defined.</exception>
    public Measured UpTo(ForecastCategory category) =>
        Guard.Against.Undefined(category) == ForecastCategory.Omitted ? Omitted : Quota.With(_upTo[(int)category]);

    /// <summary>The standard deviation of the expected value: the root of <see cref="Variance"/>.</summary>
    /// <param name="decimals">The decimals, 0 to 14.</param>
    /// <returns>The root, to the nearest; a tie goes up. Found in whole numbers, by Newton's method.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is outside 0 to 14.</exception>
    public Measured StandardDeviation(int decimals) =>
        Quota.With(DecimalRoot.Nearest(Variance, Guard.Against.OutsideRange(0, MostDecimalsOfRoot, decimals)));

    /// <summary>
    /// Day, categories and expected value: <c>2026-02-28: closed CNY 100.00, commit CNY 150.00, best case …, pipeline …, expected …</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(AsOf) + ": closed " + Closed.Value + ", commit " + Commit.Value + ", best case " + BestCase.Value + ", pipeline "
        + Pipeline.Value + ", expected " + Expected.Value;

    private ForecastSteps StepsOf(Opportunity opportunity) =>
        ForecastSteps.Of(opportunity, Stages[Stages.PlaceOf(opportunity.StageName, nameof(opportunity))]);

    private bool IsOverdue(Opportunity opportunity) =>
        opportunity.ExpectedClose < AsOf && StepsOf(opportunity).Category is not (ForecastCategory.Closed or ForecastCategory.Omitted);

    private ReadOnlyCollection<ForecastLine> LinesOf(Func<Opportunity, bool> isWanted) =>
        _opportunities.Where(isWanted).OrderBy(opportunity => opportunity.ExpectedClose).ThenBy(opportunity => opportunity.Id)
            .Select(opportunity => new ForecastLine(
                opportunity, Stages.Find(opportunity.StageName), StepsOf(opportunity), IsOverdue(opportunity)))
            .ToList().AsReadOnly();
}
