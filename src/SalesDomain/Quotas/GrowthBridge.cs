using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The bridge from what was reached to what is to be reached (增长桥), step by step, and what of it nothing covers.</summary>
public sealed class GrowthBridge
{
    private static readonly Rounding s_up = Rounding.ToDigits(0, RoundingMode.Ceiling);

    private readonly Steps _steps;

    private GrowthBridge(GrowthPlan plan, Steps steps)
    {
        Plan = plan;
        _steps = steps;
    }

    /// <summary>The plan.</summary>
    public GrowthPlan Plan { get; }

    /// <summary>What is left after each of <see cref="GrowthPlan.Changes"/>, in their order.</summary>
    public IReadOnlyList<Measured> After => Array.AsReadOnly(Array.ConvertAll(_steps.Changes, change => change.After));

    /// <summary>What each of <see cref="GrowthPlan.Changes"/> adds to what was left before it, or takes from it, in their order.</summary>
    public IReadOnlyList<Measured> Effects => Array.AsReadOnly(Array.ConvertAll(_steps.Changes, change => change.Effect));

    /// <summary>What of the baseline is carried over after all changes.</summary>
    public Measured Carried => _steps.Carried;

    /// <summary>What has to be added (增量): target − carried; negative where the target is reached without any effort.</summary>
    public Measured Increment => _steps.Increment;

    /// <summary>What the sources bring together.</summary>
    public Measured FromSources => _steps.FromSources;

    /// <summary>Increment − sources: what is left for new customers; zero or less where there is nothing left.</summary>
    public Measured Rest => _steps.Rest;

    /// <summary>Rest ÷ amount of one, not rounded, or null where no new customers are planned; zero where there is no rest.</summary>
    public decimal? CustomersExactly => _steps.Exactly;

    /// <summary>How many new customers the rest takes, rounded up, or null where none are planned.</summary>
    public int? CustomersNeeded => _steps.Needed;

    /// <summary>How many new customers are planned: as many as needed, or as many as can be won; null where none are planned.</summary>
    public int? NewCustomers => _steps.Customers;

    /// <summary>What the planned new customers bring; zero where none are planned.</summary>
    public Measured FromCustomers => _steps.FromCustomers;

    /// <summary>What of the rest nothing covers; zero where all of it is covered.</summary>
    public Measured Uncovered => _steps.Uncovered;

    /// <summary>True when nothing is left uncovered.</summary>
    public bool IsCovered => _steps.Uncovered.IsZero;

    /// <summary>What is uncovered, back to the baseline.</summary>
    /// <returns>The explanation, whose figure is <see cref="Uncovered"/>.</returns>
    public Explanation Explain() =>
        Node("uncovered", Uncovered.Value, Operation.Max, ExplainOpen(), Constant("none", _steps.None.Value));

    /// <summary>
    /// Carried, increment, customers and what is uncovered: <c>carried CNY 8914800.00, increment CNY 3085200.00, 11 new customers,
    /// uncovered CNY 0.00</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "carried " + Carried.Value + ", increment " + Increment.Value
        + (NewCustomers is { } number ? ", " + InvariantText.Number(number) + " new customers" : "")
        + ", uncovered " + Uncovered.Value;

    internal static GrowthBridge Of(GrowthPlan plan) => new(plan, Rule(plan));

    private static Steps Rule(GrowthPlan plan)
    {
        var none = plan.Baseline.With(0m);
        var changes = new Change[plan.Changes.Count];
        var carried = plan.Baseline;
        for (var i = 0; i < changes.Length; i++)
        {
            var (name, change) = plan.Changes[i];
            var factor = Percentage.OneHundred + change;
            var after = carried * factor;
            changes[i] = new Change(name, change, factor, after, after - carried);
            carried = after;
        }

        var increment = plan.Target - carried;
        var fromSources = plan.Sources.Aggregate(none, (sum, source) => sum + source.Amount);
        var rest = increment - fromSources;
        var open = rest > none ? rest : none;
        decimal? exactly = plan.PerCustomer is { } one ? open.Amount / one.Amount : null;
        var needed = exactly is { } quotient ? (int)s_up.Round(quotient) : (int?)null;
        var customers = plan.MostCustomers < needed ? plan.MostCustomers : needed;
        var fromCustomers = customers is { } number ? plan.PerCustomer!.Value * number : none;
        var left = rest - fromCustomers;
        return new Steps(changes, carried, increment, fromSources, rest, open)
        {
            Exactly = exactly,
            Needed = needed,
            Customers = customers,
            FromCustomers = fromCustomers,
            Left = left,
            Uncovered = left > none ? left : none,
            None = none,
        };
    }

    private Explanation ExplainOpen() =>
        Plan.PerCustomer is not { } each ? ExplainRest()
            : Node(
                "rest after new customers", _steps.Left.Value, Operation.Difference, ExplainRest(),
                Node(
                    "from new customers", FromCustomers.Value, Operation.Product,
                    ExplainCustomers(each), Constant("amount of one", each.Value)));

    private Explanation ExplainCustomers(Measured each)
    {
        var needed = Node(
            "new customers needed", (decimal)_steps.Needed!.Value, Operation.Round(s_up),
            Node(
                "rest ÷ amount of one", _steps.Exactly!.Value, Operation.Ratio,
                Node("rest to be covered", _steps.Open.Value, Operation.Max, ExplainRest(), Constant("none", _steps.None.Value)),
                Constant("amount of one", each.Value)));
        return Plan.MostCustomers is not { } most ? needed
            : Node("new customers", (decimal)_steps.Customers!.Value, Operation.Min, needed, Constant("can be won at most", (decimal)most));
    }

    private Explanation ExplainRest() =>
        Plan.Sources.Count == 0 ? ExplainIncrement()
            : Node(
                "rest", Rest.Value, Operation.Difference,
                [ExplainIncrement(), .. Plan.Sources.Select(source => Constant(source.Name, source.Amount.Value))]);

    private Explanation ExplainIncrement() =>
        Node("increment", Increment.Value, Operation.Difference, Fact("target", Plan.Target.Value), ExplainCarried());

    private Explanation ExplainCarried()
    {
        var carried = Fact("baseline", Plan.Baseline.Value);
        foreach (var change in _steps.Changes)
        {
            carried = Node(
                "after " + change.Name, change.After.Value, Operation.Product, carried,
                Node(
                    "factor of " + change.Name, PlanAmounts.Factor(change.After, change.Factor), Operation.Sum,
                    Constant("whole", PlanAmounts.Factor(change.After, Percentage.OneHundred)),
                    Constant(change.Name, PlanAmounts.Factor(change.After, change.Rate))));
        }

        return carried;
    }

    /// <summary>One change of the baseline with what it does.</summary>
    private readonly struct Change(string name, Percentage rate, Percentage factor, Measured after, Measured effect)
    {
        internal string Name { get; } = name;

        internal Percentage Rate { get; } = rate;

        internal Percentage Factor { get; } = factor;

        internal Measured After { get; } = after;

        internal Measured Effect { get; } = effect;
    }

    /// <summary>Every intermediate figure of the rule.</summary>
    private sealed class Steps(Change[] changes, Measured carried, Measured increment, Measured fromSources, Measured rest, Measured open)
    {
        internal Change[] Changes { get; } = changes;

        internal Measured Carried { get; } = carried;

        internal Measured Increment { get; } = increment;

        internal Measured FromSources { get; } = fromSources;

        internal Measured Rest { get; } = rest;

        /// <summary>The rest, but at least zero.</summary>
        internal Measured Open { get; } = open;

        internal decimal? Exactly { get; init; }

        internal int? Needed { get; init; }

        internal int? Customers { get; init; }

        internal Measured FromCustomers { get; init; }

        internal Measured Left { get; init; }

        internal Measured Uncovered { get; init; }

        internal Measured None { get; init; }
    }
}
