using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionResult
{
    private const int MostSteps = 10_000;
    private static readonly DocumentId s_deal = new("deal");

    /// <summary>What would be earned at another level of a component, all else as it is.</summary>
    /// <param name="component">The component.</param>
    /// <param name="level">
    /// Its level. It is the base as well, where the two are one; else the base stays. Of a component that is paid
    /// deal by deal, it is the level of one deal, the only one.
    /// </param>
    /// <returns>The result. What each credit earns is not told of this component.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The plan has no such component, or <paramref name="level"/> is the default value or of another measure.
    /// </exception>
    public CommissionResult WithLevel(string component, Measured level)
    {
        var found = Of(component);
        MeasuredArgument.Given(level);
        Require(level, found.Component.LevelMeasure, nameof(level));
        var @base = found.Component.IsOneMeasure ? level : found.Base;
        return Reached(found.Component, level, @base ?? CommissionComponent.ZeroOf(found.Component.BaseMeasure, Plan.Currency));
    }

    /// <summary>What would be earned at another level of a component and on another base, all else as it is.</summary>
    /// <param name="component">The component.</param>
    /// <param name="level">The level.</param>
    /// <param name="base">The base.</param>
    /// <returns>The result. What each credit earns is not told of this component.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The plan has no such component, an amount is the default value or of another measure, or the two differ and the component is paid
    /// on what sets its rate.
    /// </exception>
    public CommissionResult WithLevel(string component, Measured level, Measured @base)
    {
        var found = Of(component).Component;
        MeasuredArgument.Given(level);
        MeasuredArgument.Given(@base, nameof(@base));
        Require(level, found.LevelMeasure, nameof(level));
        Require(@base, found.BaseMeasure, nameof(@base));
        return !found.IsOneMeasure || level == @base ? Reached(found, level, @base)
            : throw Guards.Invalid(nameof(@base), @base.ToString(), "must be the level, as '" + component + "' is paid on it");
    }

    /// <summary>
    /// The levels of a component at which what it pays bends or jumps: bounds of its tiers, points of its curve, threshold, cap of the
    /// level, steps of its gates and multipliers by attainment, and the least level at which a cap in money holds.
    /// </summary>
    /// <param name="component">The component.</param>
    /// <returns>
    /// The levels above zero, rising. A cap is met at a level in whole minor units, or whole units; it is missing where no level meets it.
    /// Without a quota above zero there are none that are shares of it.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">The plan has no such component.</exception>
    public IReadOnlyList<Measured> PayoutBounds(string component)
    {
        var result = Of(component);
        return result.Component.LevelMeasure is not { } measure ? []
            : PayoutLevels.Of(this, result, CommissionComponent.ZeroOf(measure, Plan.Currency)).AsReadOnly();
    }

    /// <summary>The payout curve of a component: what would be earned from nothing on in even steps, and at each bound between.</summary>
    /// <param name="component">The component.</param>
    /// <param name="every">The step, above zero.</param>
    /// <param name="upTo">The last level, zero or more.</param>
    /// <returns>
    /// One result a level, rising; each has what all components earn at it, as a cap of the plan binds them together. At most some
    /// thousand, as each is evaluated.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The plan has no such component, an amount is the default value or of another measure, or there would be more than 10,000 steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="every"/> is not above zero, or <paramref name="upTo"/> is negative.
    /// </exception>
    public IReadOnlyList<CommissionResult> PayoutPoints(string component, Measured every, Measured upTo)
    {
        var measure = Of(component).Component.LevelMeasure;
        MeasuredArgument.Given(every);
        MeasuredArgument.Given(upTo);
        Require(every, measure, nameof(every));
        Require(upTo, measure, nameof(upTo));
        Measured.RequireSame(every, upTo, nameof(upTo));
        if (every.Amount <= 0m)
            throw Guards.OutOfRange(nameof(every), every.ToString(), "must be above zero");
        if (upTo.Amount < 0m)
            throw Guards.OutOfRange(nameof(upTo), upTo.ToString(), "must not be negative");
        if (upTo.Amount / every.Amount > MostSteps)
            throw Guards.Invalid(nameof(every), every.ToString(), "must be at least a ten-thousandth of the last level");

        var levels = new SortedSet<decimal>(PayoutBounds(component).Select(bound => bound.Amount).Where(bound => bound <= upTo.Amount));
        for (var level = 0m; level <= upTo.Amount; level += every.Amount)
            levels.Add(level);
        levels.Add(upTo.Amount);
        return [.. levels.Select(level => WithLevel(component, upTo.With(level)))];
    }

    /// <summary>What would be earned with more credits, all else as it is: with a deal that is not closed yet.</summary>
    /// <param name="more">The credits; what lies outside the measurement period does not count.</param>
    /// <returns>
    /// The result. What this one has earned less is the marginal commission of the deal: <see cref="CommissionComparison"/>. A figure that
    /// is given (a margin, a level measured elsewhere) stays as it is. Where the plan takes the cost of funds and charges are stated, those
    /// of the credits are added, in the capacities in which some are charged already, or else of direct credits.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="more"/> or a credit is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// No credits were kept: the figures are not of <see cref="CommissionPlan.Sum(DateSpan, IEnumerable{SalesCredit})"/>.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    public CommissionResult WithCredits(IEnumerable<SalesCredit> more)
    {
        SalesCredit[] copy = [.. Guard.Against.Null(more)];
        Array.ForEach(copy, credit => Guard.Against.Null(credit, nameof(more)));
        return Plan.Evaluate(Period, Terms, Figures.WithCredits(copy, Plan.CostOfFunds));
    }

    internal decimal RatedAt(CommissionComponent component, Measured level, Measured @base) =>
        component.Evaluate(
            Plan.Currency, Terms.Of(component.Name), Figures.With(component.Name, FiguresOf(component, level, @base)))!.Rated;

    private CommissionResult Reached(CommissionComponent component, Measured level, Measured @base) =>
        Plan.Evaluate(Period, Terms, Figures.With(component.Name, FiguresOf(component, level, @base)));

    private ComponentFigures FiguresOf(CommissionComponent component, Measured level, Measured @base) =>
        component.Accumulation == CommissionAccumulation.Cumulative ? new ComponentFigures(level, @base)
            : new ComponentFigures(level, @base, [new DealFigures(s_deal, Period.Start!.Value, level, @base)]);

    private static void Require(Measured amount, Measure? measure, string parameterName)
    {
        if (measure is null)
            throw Guards.Invalid(parameterName, amount.ToString(), "must be of a component that is paid on something measured");
        if (amount.Measure != measure)
            throw Guards.Invalid(parameterName, amount.ToString(), "must be of the measure " + measure);
    }
}
