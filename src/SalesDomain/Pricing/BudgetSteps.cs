using System;

namespace SalesDomain.Pricing;

/// <summary>One limit of a budget on one document: what was granted before, and what is left, in whole units of the rounding.</summary>
internal readonly struct BudgetSteps
{
    internal BudgetSteps(string name, decimal limit, decimal? before, decimal unit)
    {
        Name = name;
        Limit = limit;
        Before = before;
        Open = limit - (before ?? 0m);
        Exact = Math.Max(0m, Open);
        Left = DiscountRun.Cut(unit).RoundAmount(Exact, null);
    }

    /// <summary>Of what: in all, of the customer, of the document.</summary>
    internal string Name { get; }

    internal decimal Limit { get; }

    /// <summary>What was granted on other documents; null for a limit of the document itself.</summary>
    internal decimal? Before { get; }

    /// <summary>The limit less what was granted before, which is negative where the limit was lowered.</summary>
    internal decimal Open { get; }

    internal decimal Exact { get; }

    internal decimal Left { get; }
}
