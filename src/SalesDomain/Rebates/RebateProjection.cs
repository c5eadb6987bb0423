using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What a rebate comes to at the end of its period, by the pace so far or by a named forecast.</summary>
/// <remarks>
/// By the pace, what is sold × days of the period ÷ days that have passed. What is paid on grows with what is sold. The entitlement is what
/// the steps give, rounded by the agreement, before scores, caps, conditions and guarantees, of which nothing is known yet. Equality is by
/// reference.
/// </remarks>
public sealed class RebateProjection
{
    private readonly OutlookFigures _then;
    private readonly Explanation _explainSold;

    private RebateProjection(OutlookFigures then, decimal sold, Explanation explainSold)
    {
        _then = then;
        _explainSold = explainSold;
        Sold = RebateFigure.OfLevel(Result.Rebate.Level, sold, Result.Agreement.Currency);
        Level = RebateFigure.OfLevel(Result.Rebate.Level, then.Level, Result.Agreement.Currency);
        Entitlement = then.Exact.Round(Result.Agreement.Rounding);
        NearMiss = RebateNearMiss.Of(then);
    }

    /// <summary>The rebate, as it stands.</summary>
    public RebateResult Result => _then.Result;

    /// <summary>What is sold by the end.</summary>
    public Figure Sold { get; }

    /// <summary>What chooses the step by the end: sold, less the base period where there is one.</summary>
    public Figure Level { get; }

    /// <summary>What the steps give by the end, rounded.</summary>
    public Money Entitlement { get; }

    /// <summary>What is then missing to the next step; null above the last.</summary>
    public RebateNearMiss? NearMiss { get; }

    /// <summary>By the pace so far.</summary>
    /// <param name="result">The rebate of a period, of what was sold up to the day.</param>
    /// <param name="asOf">The last day that is counted.</param>
    /// <returns>
    /// The projection; null before the first day has passed, where the level is a number of families, or where level, target or what is
    /// paid on is not known.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is of another calendar.</exception>
    public static RebateProjection? ByRunRate(RebateResult result, LocalDate asOf)
    {
        Guard.Against.Null(result);
        Guard.Against.OtherCalendar(asOf);
        var span = result.Period.Span.Intersection(result.Agreement.Span);
        if (OutlookFigures.Now(result) is not { } now || span is not { } days || days.ElapsedDays(asOf) is not { } elapsed || elapsed == 0)
            return null;

        var (sold, all) = (result.Steps.Sold.Amount, (decimal)days.Days!.Value);
        var product = sold * all;
        var projected = product / elapsed;
        var (level, currency) = (result.Rebate.Level, result.Agreement.Currency);
        var explanation = Node(
            "sold by the end", RebateFigure.OfLevel(level, projected, currency), Operation.Ratio,
            Node(
                "sold × days", RebateFigure.OfLevel(level, product, currency), Operation.Product,
                FactSum("sold", RebateFigure.OfLevel(level, sold, currency), result.Steps.Sold.Count), Fact("days", all)),
            Fact("days that have passed", (decimal)elapsed));
        return Of(now, projected, explanation);
    }

    /// <summary>By a named forecast.</summary>
    /// <param name="result">The rebate of a period.</param>
    /// <param name="name">Whose forecast it is: not empty, no white space at either end.</param>
    /// <param name="sold">What is sold by the end, zero or more, of the measure of the level.</param>
    /// <returns>The projection; null where <see cref="ByRunRate"/> knows none whatever the pace.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty or padded, or <paramref name="sold"/> is the default value or of another measure than the level.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sold"/> is negative.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="sold"/> is in another currency than the agreement.</exception>
    public static RebateProjection? ByForecast(RebateResult result, string name, Measured sold)
    {
        Guard.Against.Null(result);
        Identifier.Checked(name);
        MeasuredArgument.Given(sold);
        var level = result.Rebate.Level;
        if (level.Measure != sold.Measure)
            throw Guards.Invalid(nameof(sold), sold.ToString(), "must be of the measure of the level, " + level);
        if (sold.Amount < 0m)
            throw Guards.OutOfRange(nameof(sold), sold.ToString(), "must not be negative");
        if (sold.Currency is { } currency && currency != result.Agreement.Currency)
            throw new CurrencyMismatchException(result.Agreement.Currency, currency, nameof(sold));

        return OutlookFigures.Now(result) is { } now ? Of(now, sold.Amount, Fact(name, sold.Value)) : null;
    }

    /// <summary>The projection as a way in which the period may end, for an accrual.</summary>
    /// <returns>The scenario, certain unless stated otherwise; null where nothing is sold by then, or less than nothing is
    /// earned.</returns>
    public RebateScenario? ToScenario() =>
        Entitlement.IsNegative ? null
            : Result.Rebate.Level.Measure!.Kind == FigureKind.Money
                ? SoldAmount > 0m ? RebateScenario.Of(new Money(SoldAmount, Result.Agreement.Currency), Entitlement) : null
            : SoldAmount > 0m ? RebateScenario.Of(new Quantity(SoldAmount, Result.Rebate.Level.Measure.Unit!), Entitlement)
            : null;

    /// <summary>How what is sold by the end follows.</summary>
    /// <returns>The explanation, whose figure is <see cref="Sold"/>.</returns>
    public Explanation ExplainSold() => _explainSold;

    /// <summary>How the entitlement follows from the steps.</summary>
    /// <returns>The explanation, whose figure is <see cref="Entitlement"/>.</returns>
    public Explanation Explain() =>
        Node("by the end", Entitlement, Operation.Round(Result.Agreement.Rounding), _then.Explain("by the steps"));

    /// <summary>Rebate, period, sales and entitlement: <c>year 2026: CNY 960000.00 earn CNY 9600.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Result.Rebate.Name + " " + Result.Period + ": " + Sold + " earn " + Entitlement;

    private decimal SoldAmount => Sold.Number;

    private static RebateProjection? Of(OutlookFigures now, decimal sold, Explanation explainSold) =>
        now.At(now.Level + sold - now.Result.Steps.Sold.Amount) is { } then ? new RebateProjection(then, sold, explainSold) : null;
}
