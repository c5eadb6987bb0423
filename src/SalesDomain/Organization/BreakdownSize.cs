using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The size of a sales force by the breakdown of a forecast. Made by <see cref="BreakdownMethod.Size"/>.</summary>
/// <remarks>Immutable. The need is forecast × (1 + turnover) ÷ productivity, one quotient of 28 digits; people are the need rounded up,
/// once.</remarks>
public sealed class BreakdownSize
{
    private readonly decimal _factor;
    private readonly Measured _toStaff;

    internal BreakdownSize(BreakdownMethod method, Measured forecast)
    {
        Method = method;
        Forecast = forecast;
        _factor = 1m + method.Turnover.Fraction;
        _toStaff = forecast * _factor;
        Need = _toStaff.Amount / method.PerPerson.Amount;
        People = SizeRounding.People(Need);
    }

    /// <summary>The method.</summary>
    public BreakdownMethod Method { get; }

    /// <summary>What is to be sold in the period.</summary>
    public Measured Forecast { get; }

    /// <summary>Forecast × (1 + turnover) ÷ what one person sells, to 28 digits, not rounded to people.</summary>
    public decimal Need { get; }

    /// <summary>The need, rounded up to whole people.</summary>
    public int People { get; }

    /// <summary>The people as the need rounded up, and the need as a ratio.</summary>
    /// <returns>The tree; its root is <see cref="People"/>.</returns>
    public Explanation Explain() =>
        Node("people", (decimal)People, Operation.Round(SizeRounding.Up),
            Node("need", Need, Operation.Ratio,
                Node("forecast with reserve", _toStaff.Value, Operation.Product,
                    Fact("forecast", Forecast.Value),
                    Node(
                        "1 + turnover", _factor, Operation.Sum, Constant("each position", 1m),
                        Constant("turnover", Method.Turnover.Fraction))),
                Constant("sales a person", Method.PerPerson.Value)));
}
