using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>A season fitted from past years: an index for each period, 1 being average.</summary>
/// <remarks>
/// Made by <see cref="SeasonFit"/>. A quota is phased by the exact ratio of the indexes; where the fit states a rounding, by the rounded
/// indexes, which are plain weights and need not sum to their number. Immutable. Equality is by fit and years.
/// </remarks>
public sealed class Season : IEquatable<Season>
{
    private const int DigitsToRead = 4;

    private readonly SeasonYear[] _years;
    private readonly SeasonSteps _steps;

    internal Season(SeasonFit fit, SeasonYear[] years, SeasonSteps steps)
    {
        Fit = fit;
        _years = years;
        _steps = steps;
        LeftOut = Array.AsReadOnly(Array.FindAll(years, year => !year.IsComplete));
        Joined = Array.AsReadOnly(Array.FindAll(steps.Years, year => year.Periods.Count > steps.Count));
    }

    /// <summary>How it was fitted.</summary>
    public SeasonFit Fit { get; }

    /// <summary>
    /// The index of each period: its amount ÷ that of an average period, or the same of amounts a day. A quotient of 28 digits, or rounded
    /// as the fit says.
    /// </summary>
    public IReadOnlyList<decimal> Indexes => Array.AsReadOnly(_steps.Indexes);

    /// <summary>The years it was fitted from.</summary>
    public IReadOnlyList<SeasonYear> Years => Array.AsReadOnly(_steps.Years);

    /// <summary>The years that were left out because a period of them is not known.</summary>
    public IReadOnlyList<SeasonYear> LeftOut { get; }

    /// <summary>The years whose last periods were taken as one, because another year has fewer: those of 53 weeks.</summary>
    public IReadOnlyList<SeasonYear> Joined { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A season.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Season? left, Season? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A season.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Season? left, Season? right) => !(left == right);

    /// <summary>The phasing of a year to come by this season.</summary>
    /// <param name="periods">
    /// Its periods, as many as the season has. By day they may be one more, if that is the 53rd week of a year of weeks: it has the index
    /// of the 52nd. For finer periods phase the periods of the season and cut those: <see cref="Phasing.SpreadByDay"/>.
    /// </param>
    /// <returns>
    /// The phasing by the indexes; by day, by index × days of the period. Its weights are whole numbers in the exact ratio, 1, 1, 1 and 4
    /// for 4/7, 4/7, 4/7 and 16/7, or indexes to 18 decimals where those would be longer than 20 digits. Where the fit states a rounding
    /// they are the rounded indexes. To publish it as percentages, <see cref="Phasing.ToPercentages"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The number of periods is another, but for a 53rd week by day; or every index is rounded to zero.
    /// </exception>
    public Phasing Phase(PlanPeriods periods)
    {
        Guard.Against.Null(periods);
        if (!Fit.Fits(periods, _steps.Count))
        {
            throw Guards.Invalid(
                nameof(periods), InvariantText.Number(periods.Count) + " periods for " + InvariantText.Number(_steps.Count) + " indexes",
                "must be as many as the season has" + (Fit.IsPerDay ? ", or a 53rd week more" : ""));
        }

        var weights = _steps.WeightsOver([.. periods.Spans.Select(span => Fit.IsPerDay ? span.Days!.Value : 1m)]);
        return Array.TrueForAll(weights, weight => weight == 0m)
            ? throw Guards.Invalid(nameof(periods), periods.Span.ToString(), "must have an index above zero in this season")
            : Phasing.ByWeights(periods, weights);
    }

    /// <summary>How the index of a period came about.</summary>
    /// <param name="index">The place of the period, from 0.</param>
    /// <returns>The explanation, whose figure is the index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Explanation Explain(int index)
    {
        PeriodIndex.Require(_steps.Count, index);
        var name = Fit.Rounding is null ? "index of period" : "exact index";
        var exact = Fit.Pooling == SeasonPooling.Pooled
            ? IndexNode(
                name, _steps.Exact[index],
                FactSum("amounts of the period", _steps.Figure(_steps.AmountOf(index)), _steps.Years.Length),
                _steps.LengthOf(index), FactSum("all amounts", _steps.Figure(_steps.AllAmounts), _steps.Years.Length), _steps.AllLengths)
            : Node(
                Fit.Rounding is null ? name : "average index", _steps.Exact[index], Operation.Ratio,
                Node("indexes of the years", _steps.IndexSum(index), Operation.Sum, [.. _steps.Years.Select((year, i) => IndexNode(
                    "index of " + year.Periods.Span, _steps.IndexOf(i, index), Fact("amount", _steps.Figure(_steps.Amounts[i][index])),
                    _steps.Lengths[i][index], FactSum("amounts of the year", _steps.Figure(_steps.AmountOfYear(i)), year.Amounts.Count),
                    _steps.LengthOfYear(i)))]),
                Fact("years", _steps.Years.Length));
        return Fit.Rounding is null ? exact : Node("index of period", _steps.Indexes[index], Operation.Round(Fit.Rounding), exact);
    }

    /// <summary>Whether the other was fitted alike from the same years.</summary>
    /// <param name="other">The season to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Season? other) => other is not null && Fit == other.Fit && _years.SequenceEqual(other._years);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Season);

    /// <inheritdoc/>
    public override int GetHashCode() => _years.Aggregate(Fit.GetHashCode(), (hash, year) => Hash.Combine(hash, year.GetHashCode()));

    /// <summary>The indexes, to 4 decimals where they are not rounded: <c>0.8, 1.05, 1.15</c>.</summary>
    /// <returns>The text, the same in every culture; for reading, the indexes themselves are <see cref="Indexes"/>.</returns>
    public override string ToString() =>
        string.Join(", ", _steps.Indexes.Select(index => InvariantText.Number(
            Fit.Rounding is null ? Math.Round(index, DigitsToRead, MidpointRounding.AwayFromZero) : index)));

    private Explanation IndexNode(string name, decimal index, Explanation amount, decimal length, Explanation all, decimal allLengths) =>
        Node(
            name, index, Operation.Ratio,
            Node("a day or period", _steps.Figure(SeasonSteps.Rate(amount.Value.Number, length)), Operation.Ratio,
                amount, Fact("days or periods", length)),
            Node("on average", _steps.Figure(SeasonSteps.Rate(all.Value.Number, allLengths)), Operation.Ratio,
                all, Fact("all days or periods", allLengths)));
}
