using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The valid new customers of a period, the outcome of every account that was judged, and two rates.</summary>
public sealed partial class NewCustomerCount
{
    private readonly NewCustomerOutcome[] _outcomes;

    internal NewCustomerCount(NewCustomerRule rule, DateSpan period, DateSpan known, int buyers, NewCustomerOutcome[] outcomes)
    {
        Rule = rule;
        Period = period;
        Known = known;
        Buyers = buyers;
        _outcomes = outcomes;
        Count = outcomes.Count(IsCounted);
        FirstTimeBuyers = outcomes.Count(IsOfClosedWindow);
        Retained = outcomes.Count(outcome => IsOfClosedWindow(outcome) && outcome.SecondOrder is not null);
        Rate = Percentage.Ratio(Count, Buyers);
        Retention = Percentage.Ratio(Retained, FirstTimeBuyers);
    }

    /// <summary>The rule.</summary>
    public NewCustomerRule Rule { get; }

    /// <summary>The period counted in.</summary>
    public DateSpan Period { get; }

    /// <summary>The days of which all facts are known.</summary>
    public DateSpan Known { get; }

    /// <summary>
    /// Every account with an order in the period, and by <see cref="NewCustomerDate.BecameValid"/> those too whose window reaches into
    /// it, in the order of their codes.
    /// </summary>
    public IReadOnlyList<NewCustomerOutcome> Outcomes => Array.AsReadOnly(_outcomes);

    /// <summary>
    /// How many valid new customers count in the period: those whose <see cref="NewCustomerOutcome.CountsOn"/> lies in it.
    /// </summary>
    public int Count { get; }

    /// <summary>How many accounts have an order in the period, an account and those that continue it being one.</summary>
    public int Buyers { get; }

    /// <summary>How many accounts bought for the first time in the period and have their window behind them.</summary>
    public int FirstTimeBuyers { get; }

    /// <summary>How many of the <see cref="FirstTimeBuyers"/> ordered again on a later day of their window.</summary>
    public int Retained { get; }

    /// <summary>The new-customer rate (新客户率): valid new customers ÷ accounts that bought in the period; null where none did.</summary>
    public Percentage? Rate { get; }

    /// <summary>
    /// The retention of first-time buyers (新客户留存率): those that ordered again within their window ÷ those whose window is over; null where
    /// there is none.
    /// </summary>
    public Percentage? Retention { get; }

    /// <summary>The count as a value of <see cref="NewCustomerRule.Measure"/>, to be set against a target.</summary>
    public Measured Counted => NewCustomerRule.Measure.Of((decimal)Count);

    /// <summary>The new-customer rate, from the two counts.</summary>
    /// <returns>The explanation, whose figure is <see cref="Rate"/>.</returns>
    public Explanation Explain() =>
        Node(
            "new-customer rate", Shown(Rate), Operation.Ratio, Tally("valid new customers", Count), Tally("accounts that bought", Buyers));

    /// <summary>The retention, from the two counts.</summary>
    /// <returns>The explanation, whose figure is <see cref="Retention"/>.</returns>
    public Explanation ExplainRetention() =>
        Node(
            "retention", Shown(Retention), Operation.Ratio,
            Tally("ordered again in time", Retained), Tally("first-time buyers", FirstTimeBuyers));

    /// <summary>Period and count: <c>2026-01-01/2026-03-31: 2 valid new customers of 7 accounts</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Period + ": " + InvariantText.Number(Count) + " valid new customers of " + InvariantText.Number(Buyers) + " accounts";

    private static Figure Shown(Percentage? rate) => rate is { } share ? share : Figure.Absent;

    private static Explanation Tally(string name, int count) => FactSum(name, (decimal)count, count);

    private bool IsCounted(NewCustomerOutcome outcome) => outcome.CountsOn is { } day && Period.Contains(day);

    private bool IsOfClosedWindow(NewCustomerOutcome outcome) =>
        outcome.IsFirstTime && outcome.IsWindowOver && Period.Contains(outcome.FirstOrder);
}
