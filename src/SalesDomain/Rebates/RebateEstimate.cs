using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What is to be accrued to date of a rebate and period: variable consideration, estimated anew each time.</summary>
/// <remarks>
/// <para>
/// Of a forecast, accrued to date = sold to date × expected entitlement ÷ expected sales; of several scenarios both are sums weighted by
/// probability. It is multiplied first, divided last and rounded once: an average price or rate that is rounded before misstates the
/// liability. It follows the estimate both ways: a forecast that falls takes back what was accrued too much.
/// </para>
/// <para>Equality is by reference. Given to <see cref="RebateAccount.Accrue"/>.</para>
/// </remarks>
public sealed class RebateEstimate
{
    private readonly EstimateSteps _steps;
    private readonly RebateScenario[] _scenarios;

    private RebateEstimate(
        RebateEntitlement entitlement, RebateEstimateMethod method, Rounding? rounding, RebateScenario[] scenarios, EstimateSteps steps)
    {
        Entitlement = entitlement;
        Method = method;
        Rounding = rounding;
        _scenarios = scenarios;
        _steps = steps;
    }

    /// <summary>What is earned to date.</summary>
    public RebateEntitlement Entitlement { get; }

    /// <summary>How it is estimated.</summary>
    public RebateEstimateMethod Method { get; }

    /// <summary>How it is rounded; null where it is what is earned.</summary>
    public Rounding? Rounding { get; }

    /// <summary>How the period may end; none where it is what is earned.</summary>
    public IReadOnlyList<RebateScenario> Scenarios => Array.AsReadOnly(_scenarios);

    /// <summary>What is to be accrued to date, all of it.</summary>
    public Money Accrued => _steps.Accrued;

    /// <summary>What is earned by the sales to date, as if the period ended today.</summary>
    /// <param name="entitlement">What is earned to date.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entitlement"/> is null.</exception>
    public static RebateEstimate AtCurrentTier(RebateEntitlement entitlement)
    {
        Guard.Against.Null(entitlement);
        return new RebateEstimate(
            entitlement, RebateEstimateMethod.CurrentTier, null, [],
            new EstimateSteps(0m, default, [], default, 0m, default, entitlement.Earned));
    }

    /// <summary>By how the period is expected to end, of sales in money.</summary>
    /// <param name="entitlement">What is earned to date.</param>
    /// <param name="soldToDate">What is sold to date, measured as the sales of the scenario.</param>
    /// <param name="rounding">How it is rounded.</param>
    /// <param name="forecast">The scenario expected.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The scenario states a quantity, or is not certain.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the entitlement.</exception>
    public static RebateEstimate ByForecast(
        RebateEntitlement entitlement, Money soldToDate, Rounding rounding, RebateScenario forecast) =>
        Of(
            entitlement, RebateEstimateMethod.Forecast, soldToDate, soldToDate.Amount, rounding, [Guard.Against.Null(forecast)],
            nameof(forecast));

    /// <summary>By how the period is expected to end, of a quantity sold.</summary>
    /// <param name="entitlement">What is earned to date.</param>
    /// <param name="soldToDate">What is sold to date.</param>
    /// <param name="rounding">How it is rounded.</param>
    /// <param name="forecast">The scenario expected.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The scenario states money, or a quantity in another unit, or is not certain.</exception>
    /// <exception cref="CurrencyMismatchException">The scenario is in another currency than the entitlement.</exception>
    public static RebateEstimate ByForecast(
        RebateEntitlement entitlement, Quantity soldToDate, Rounding rounding, RebateScenario forecast) =>
        Of(
            entitlement, RebateEstimateMethod.Forecast, soldToDate, soldToDate.Amount, rounding, [Guard.Against.Null(forecast)],
            nameof(forecast));

    /// <summary>By all ways in which the period may end, of sales in money.</summary>
    /// <param name="entitlement">What is earned to date.</param>
    /// <param name="soldToDate">What is sold to date, measured as the sales of the scenarios.</param>
    /// <param name="rounding">How it is rounded.</param>
    /// <param name="scenarios">The scenarios, whose probabilities total exactly 100 %.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException">An argument or a scenario is null.</exception>
    /// <exception cref="ArgumentException">A scenario states a quantity, or the probabilities are not 100 % together.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the entitlement.</exception>
    public static RebateEstimate ByExpectedValue(
        RebateEntitlement entitlement, Money soldToDate, Rounding rounding, params RebateScenario[] scenarios) =>
        Of(
            entitlement, RebateEstimateMethod.ExpectedValue, soldToDate, soldToDate.Amount, rounding,
            Guard.Against.Nothing(scenarios, "there is nothing to expect"), nameof(scenarios));

    /// <summary>By all ways in which the period may end, of a quantity sold.</summary>
    /// <param name="entitlement">What is earned to date.</param>
    /// <param name="soldToDate">What is sold to date.</param>
    /// <param name="rounding">How it is rounded.</param>
    /// <param name="scenarios">The scenarios, whose probabilities total exactly 100 %.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException">An argument or a scenario is null.</exception>
    /// <exception cref="ArgumentException">
    /// A scenario states money, or a quantity in another unit, or the probabilities are not 100 % together.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A scenario is in another currency than the entitlement.</exception>
    public static RebateEstimate ByExpectedValue(
        RebateEntitlement entitlement, Quantity soldToDate, Rounding rounding, params RebateScenario[] scenarios) =>
        Of(
            entitlement, RebateEstimateMethod.ExpectedValue, soldToDate, soldToDate.Amount, rounding,
            Guard.Against.Nothing(scenarios, "there is nothing to expect"), nameof(scenarios));

    /// <summary>How it follows from sales to date and what is expected.</summary>
    /// <returns>The explanation, whose figure is <see cref="Accrued"/>.</returns>
    public Explanation Explain() =>
        Method == RebateEstimateMethod.CurrentTier ? Fact("earned to date", Accrued)
            : Node(
                "accrued to date", Accrued, Operation.Round(Rounding!),
                Node(
                    "share of the expected", _steps.Exact, Operation.Ratio,
                    Node(
                        "expected × sold", _steps.Product, Operation.Product, ExplainExpected(), Fact("sold to date", _steps.SoldToDate)),
                    Node(
                        "expected sales", _steps.ExpectedSales, Operation.Sum,
                        Array.ConvertAll(_steps.Weighted, each => Weighted("sales", each.Sales, each.Sold, each.Probability)))));

    /// <summary>Rebate, period, method and amount: <c>year 2026-01-01/2026-12-31: Forecast, CNY 10000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Entitlement.Rebate + " " + Entitlement.Period + ": " + Method.ToString() + ", " + Accrued;

    private static RebateEstimate Of(
        RebateEntitlement entitlement, RebateEstimateMethod method, Figure unit, decimal soldToDate, Rounding rounding,
        RebateScenario[] scenarios, string parameterName)
    {
        Guard.Against.Null(entitlement);
        Guard.Against.Null(rounding);
        Array.ForEach(scenarios, scenario => Guard.Against.Null(scenario, parameterName));
        foreach (var scenario in scenarios)
        {
            if (scenario.Entitlement.Currency != entitlement.Earned.Currency)
                throw new CurrencyMismatchException(entitlement.Earned.Currency, scenario.Entitlement.Currency, parameterName);
            if (!scenario.SoldFigure.IsComparableWith(unit))
                throw Guards.Invalid(parameterName, scenario.ToString(), "must be of the kind and unit of what is sold to date, " + unit);
        }

        Guard.Against.NotWhole(scenarios.Select(scenario => scenario.Probability), parameterName);
        var zero = Money.Zero(entitlement.Earned.Currency);
        var weighted = Array.ConvertAll(
            scenarios, scenario => new WeightedScenario(
                scenario.Sold, scenario.Entitlement, scenario.Probability, scenario.Sold * scenario.Probability.Fraction,
                scenario.Entitlement * scenario.Probability));
        var expected = Money.Sum(zero.Currency, weighted.Select(each => each.Earned));
        var sales = weighted.Sum(each => each.Sales);
        var product = expected * soldToDate;
        var exact = product / sales;
        return new RebateEstimate(
            entitlement, method, rounding, [.. scenarios],
            new EstimateSteps(soldToDate, expected, weighted, product, sales, exact, exact.Round(rounding)));
    }

    private static Explanation Weighted(string name, Figure value, Figure figure, Percentage probability) =>
        Node(name + " × probability", value, Operation.Product, Fact(name, figure), Fact("probability", probability.Fraction));

    private Explanation ExplainExpected() =>
        Node(
            "expected entitlement", _steps.Expected, Operation.Sum,
            Array.ConvertAll(_steps.Weighted, each => Weighted("entitlement", each.Earned, each.Entitlement, each.Probability)));
}
