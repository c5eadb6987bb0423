using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// How evenly sales came in over the parts of a period, against the phasing that was meant: the shares 10 %, 20 %, 70 % of the months of
/// a quarter phased evenly are a hockey stick.
/// </summary>
/// <remarks>
/// The measure of the whole is the displaced share, ½ Σ |share − phased share|: the part of the sales that fell into other parts than
/// meant (the index of Hoover). It is 0 % where every part has its share. Shares are quotients of 28 digits; a part whose returns exceed
/// its sales has a negative one. Where in all parts nothing was sold, or more came back than was sold, there are no shares and none of
/// the figures. Equality is by reference.
/// </remarks>
public sealed class Linearity
{
    private const string Least = "sales fall into at least one part of the period";

    private readonly LinearityPart[] _parts;

    private Linearity((DateSpan Span, Measured Actual, decimal Weight)[] parts)
    {
        var (actual, weight) = (0m, 0m);
        foreach (var part in parts)
        {
            actual += part.Actual.Amount;
            weight += part.Weight;
        }

        Actual = parts[0].Actual.With(actual);
        Weight = weight;
        _parts = Array.ConvertAll(parts, part => new LinearityPart(this, part.Span, part.Actual, part.Weight));
        if (Actual.Amount <= 0m)
            return;

        var (total, largest) = (0m, 0m);
        foreach (var part in _parts)
        {
            total += part.AbsoluteDeviation;
            largest = Math.Max(largest, part.AbsoluteDeviation);
        }

        TotalDeviation = total;
        MaximumDeviationInPoints = largest;
        MeanDeviationInPoints = total / _parts.Length;
        DisplacedShare = Percentage.FromPercent(total / 2m);
    }

    /// <summary>The parts in order of time.</summary>
    public IReadOnlyList<LinearityPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>What was sold in all parts.</summary>
    public Measured Actual { get; }

    /// <summary>
    /// The largest deviation of a part from its phased share, up or down, in percentage points; null where the sum is zero or less.
    /// </summary>
    public decimal? MaximumDeviationInPoints { get; }

    /// <summary>
    /// The mean of the deviations, up or down, in percentage points: Σ |share − phased share| ÷ parts; null where the sum is zero or less.
    /// </summary>
    public decimal? MeanDeviationInPoints { get; }

    /// <summary>
    /// The share of the sales that fell into other parts than meant: ½ Σ |share − phased share|; null where the sum is zero or less.
    /// </summary>
    public Percentage? DisplacedShare { get; }

    /// <summary>
    /// The share of the sales that fell into the last part, the last month or week of a quarter; null where the sum is zero or less.
    /// </summary>
    public Percentage? LastShare => _parts[_parts.Length - 1].Share;

    /// <summary>The sum of the weights.</summary>
    internal decimal Weight { get; }

    private decimal? TotalDeviation { get; }

    /// <summary>The linearity of sales over parts of a period.</summary>
    /// <param name="parts">
    /// At least one part, in order of time and without a common day: its days, what was sold in them, and its weight in the phasing, zero
    /// or more: the phased quota of the part, its working days, or 1 for each where phasing is even.
    /// </param>
    /// <returns>The linearity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no parts, two are of different measures, one does not come after the one before, or a figure is the default value; or
    /// all weights are zero.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative.</exception>
    public static Linearity Of(params (DateSpan Span, Measured Actual, decimal Weight)[] parts) =>
        Of((IEnumerable<(DateSpan Span, Measured Actual, decimal Weight)>)parts);

    /// <inheritdoc cref="Of(ValueTuple{DateSpan, Measured, decimal}[])"/>
    public static Linearity Of(IEnumerable<(DateSpan Span, Measured Actual, decimal Weight)> parts)
    {
        var copy = Guard.Against.Nothing(parts, Least);
        for (var i = 0; i < copy.Length; i++)
        {
            MeasuredArgument.Given(copy[i].Actual, nameof(parts));
            MeasuredArgument.MustGoTogether(copy[0].Actual, copy[i].Actual, nameof(parts));
            if (copy[i].Weight < 0m)
                throw Guards.OutOfRange(nameof(parts), InvariantText.Number(copy[i].Weight), "must have weights of zero or more");
            if (i > 0 && !(copy[i].Span.Start > copy[i - 1].Span.End))
                throw Guards.Invalid(nameof(parts), copy[i].Span + " after " + copy[i - 1].Span,
                    "must be in order of time, without a common day");
        }

        return Array.Exists(copy, part => part.Weight > 0m) ? new Linearity(copy)
            : throw Guards.Invalid(nameof(parts), "all weights are zero", "must have a weight above zero");
    }

    /// <summary>The linearity of sales over periods of a phasing, against its weights.</summary>
    /// <param name="actuals">
    /// What was sold in each period, at least one: the periods of a quarter, or of the year as far as it has gone, each with the span that
    /// it has in the phasing, in order of time and without one left out.
    /// </param>
    /// <param name="phasing">The phasing that was meant. Periods that are not given are no part of the whole.</param>
    /// <returns>The linearity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="actuals"/> or <paramref name="phasing"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no actuals; a span is no period of the phasing, or not the one after the span before; two are of different measures, or
    /// one is the default value; or all periods given have a weight of zero.
    /// </exception>
    public static Linearity Of(IEnumerable<(DateSpan Span, Measured Actual)> actuals, Phasing phasing)
    {
        var copy = Guard.Against.Nothing(actuals, Least);
        Guard.Against.Null(phasing);
        var first = PlaceOf(copy, phasing.Periods);
        var weights = phasing.Weights;
        return Weighted(copy, place => weights[first + place]);
    }

    /// <summary>The linearity of sales over periods of a phased quota, against what it puts into each.</summary>
    /// <param name="actuals">
    /// What was sold in each period, at least one, of the measure of the quota, each with the span that it has in the phasing, in order of
    /// time and without one left out.
    /// </param>
    /// <param name="phased">
    /// The quota, phased; a part of it that is negative, after a change, is no phasing to measure by. Periods that are not given are no
    /// part of the whole.
    /// </param>
    /// <returns>The linearity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="actuals"/> or <paramref name="phased"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no actuals; a span is no period of the phasing, or not the one after the span before; one is of another measure, tax
    /// basis, unit or currency than the quota, or the default value; or all periods given have a part of zero.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A part of the quota in these periods is negative.</exception>
    public static Linearity Of(IEnumerable<(DateSpan Span, Measured Actual)> actuals, PhasedQuota phased)
    {
        var copy = Guard.Against.Nothing(actuals, Least);
        var periods = Guard.Against.Null(phased).Phasing.Periods;
        var first = PlaceOf(copy, periods);
        Array.ForEach(copy, each => MeasuredArgument.MustGoTogether(phased.Total, each.Actual, nameof(actuals)));

        for (var i = 0; i < copy.Length; i++)
        {
            if (phased[first + i].Amount < 0m)
            {
                throw Guards.OutOfRange(
                    nameof(phased), phased[first + i].ToString(), "must not be negative and is for " + periods[first + i]);
            }
        }

        return Weighted(copy, place => phased[first + place].Amount);
    }

    /// <summary>Where the displaced share comes from.</summary>
    /// <returns>The tree of <see cref="DisplacedShare"/>; its figure is absent where that is null.</returns>
    public Explanation Explain() =>
        DisplacedShare is not { } displaced
            ? Conditions.LeaveOut(
                "displaced share",
                Node(
                    "sold in all is zero or less", true, Operation.Compare(ComparisonKind.LessOrEqual),
                    Fact("sold in all", Actual.Value), Constant("zero", Actual.With(0m).Value)))
            : Node(
                "displaced share", displaced, Operation.Ratio,
                Node("Σ |share − phased share|, in points", TotalDeviation!.Value, Operation.Sum, Array.ConvertAll(_parts, Explain)),
                Constant("points of a whole, up and down", 200m));

    /// <summary>The shares of the parts, and the displaced share: <c>10%, 20%, 70%: displaced 36.67%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(", ", _parts.Select(part => Figure.OrAbsent(part.Share).ToString())) + ": displaced " + Figure.OrAbsent(DisplacedShare);

    /// <summary>Where the actuals begin among the periods, once each has been found to have the period after the one before.</summary>
    private static int PlaceOf((DateSpan Span, Measured Actual)[] actuals, PlanPeriods periods)
    {
        Array.ForEach(actuals, each => MeasuredArgument.Given(each.Actual, nameof(actuals)));
        var first = periods.IndexOfStart(actuals[0].Span.Start ?? LocalDate.MinIsoValue);
        for (var i = 0; i < actuals.Length; i++)
        {
            var isPeriod = first >= 0 && first + i < periods.Count && periods[first + i] == actuals[i].Span;
            if (!isPeriod)
            {
                throw Guards.Invalid(
                    nameof(actuals), actuals[i].Span.ToString(), "must be a period of " + periods + ", and the one after the span before");
            }
        }

        return first;
    }

    private static Linearity Weighted((DateSpan Span, Measured Actual)[] actuals, Func<int, decimal> weightOf)
    {
        for (var i = 0; i < actuals.Length; i++)
        {
            MeasuredArgument.Given(actuals[i].Actual, nameof(actuals));
            MeasuredArgument.MustGoTogether(actuals[0].Actual, actuals[i].Actual, nameof(actuals));
        }

        var parts = new (DateSpan Span, Measured Actual, decimal Weight)[actuals.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (actuals[i].Span, actuals[i].Actual, weightOf(i));

        return Array.Exists(parts, part => part.Weight > 0m) ? new Linearity(parts)
            : throw Guards.Invalid(nameof(actuals), "all weights are zero", "must have a period with a weight above zero");
    }

    private static Explanation Explain(LinearityPart part)
    {
        var deviation = part.Explain();
        return Node(
            part.Span + ", up or down", part.AbsoluteDeviation, Operation.Max, deviation,
            Node("the other way round", part.NegativeDeviation, Operation.Product, Constant("minus one", -1m),
                Fact("deviation in points", deviation.Value)));
    }
}
