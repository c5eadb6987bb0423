using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>An amount that comes later, and the cash that it is worth.</summary>
/// <remarks>Made by <see cref="CashEquivalence"/>. Immutable. Equality is by reference.</remarks>
public sealed class EquivalentAmount
{
    private readonly CashEquivalence _rule;
    private readonly bool _isCashComputed;
    private readonly int _year;
    private readonly Money _ofYear;
    private readonly Money _cost;
    private readonly Money _exact;
    private readonly decimal _costDays;
    private readonly decimal _daysLeft;

    private EquivalentAmount(CashEquivalence rule, Money given, Percentage rate, int days, bool isCashComputed)
    {
        _rule = rule;
        _isCashComputed = isCashComputed;
        _year = YearOfDays.Of(rule.Basis);
        Rate = rate;
        Days = days;
        if (isCashComputed)
        {
            _ofYear = given * rate * days;
            _cost = _ofYear / _year;
            _exact = given - _cost;
        }
        else
        {
            _costDays = rate.Fraction * days;
            _daysLeft = _year - _costDays;
            _ofYear = given * _year;
            _exact = _ofYear / _daysLeft;
        }

        var rounded = _exact.Round(rule.Rounding.For(_exact.Amount));
        (Amount, Cash) = isCashComputed ? (given, rounded) : (rounded, given);
    }

    /// <summary>What comes later.</summary>
    public Money Amount { get; }

    /// <summary>What it is worth at once.</summary>
    public Money Cash { get; }

    /// <summary>The rate by the year.</summary>
    public Percentage Rate { get; }

    /// <summary>In how many days it comes.</summary>
    public int Days { get; }

    /// <summary>Where the one comes from that was asked for.</summary>
    /// <returns>The explanation, whose figure is <see cref="Cash"/> or <see cref="Amount"/>.</returns>
    public Explanation Explain() =>
        Node(
            _isCashComputed ? "cash" : "amount on credit", _isCashComputed ? Cash : Amount,
            Operation.Round(_rule.Rounding.For(_exact.Amount)), _isCashComputed ? ExplainCash() : ExplainAmount());

    /// <summary>Amount, days and cash: <c>CNY 1000.00 in 30 days is CNY 996.00 at once</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Amount + " in " + InvariantText.Number(Days) + " days is " + Cash + " at once";

    internal static EquivalentAmount CashFor(CashEquivalence rule, Money amount, Percentage rate, int days) =>
        new(rule, amount, rate, days, true);

    internal static EquivalentAmount AmountFor(CashEquivalence rule, Money cash, Percentage rate, int days) =>
        new(rule, cash, rate, days, false);

    private Explanation ExplainCash() =>
        Node(
            "cash, exactly", _exact, Operation.Difference, Fact("amount", Amount),
            Node(
                "cost of waiting", _cost, Operation.Ratio,
                Node(
                    "for the days of one year", _ofYear, Operation.Product, Fact("amount", Amount), Constant("rate a year", Rate),
                    Fact("days", (decimal)Days)),
                ExplainYear()));

    private Explanation ExplainAmount() =>
        Node(
            "amount, exactly", _exact, Operation.Ratio,
            Node("cash, for a year of days", _ofYear, Operation.Product, Fact("cash", Cash), ExplainYear()),
            Node(
                "days of the year less their cost", _daysLeft, Operation.Difference, ExplainYear(),
                Node(
                    "rate for the days", _costDays, Operation.Product, Constant("rate a year", Rate.Fraction),
                    Fact("days", (decimal)Days))));

    private Explanation ExplainYear() => Constant("days of the year", (decimal)_year);
}
