using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class PayoutRules
{
    /// <summary>The rules with what is held back, and how it is released.</summary>
    /// <param name="holdbacks">
    /// One rule, or several of different components, each with its own share and schedule, in place of any before; none for no holdback.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holdbacks"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">A component is under two rules, say one of them all and one of its own.</exception>
    public PayoutRules WithHoldback(params HoldbackRule[] holdbacks)
    {
        HoldbackRule[] copy = [.. Guard.Against.Null(holdbacks)];
        Array.ForEach(copy, rule => Guard.Against.Null(rule, nameof(holdbacks)));
        for (var i = 0; i < copy.Length; i++)
        {
            var rule = copy[i];
            if (Array.FindIndex(copy, i + 1, rule.Meets) is var at && at >= 0)
            {
                var other = copy[at];
                throw Guards.Invalid(nameof(holdbacks), rule + " and " + other, "must have each component under one rule");
            }
        }

        HoldbackRule[] sorted = [.. copy.OrderBy(rule => string.Join(" ", rule.Components), StringComparer.Ordinal)];
        return Changed(parts => parts with { Holdbacks = sorted });
    }

    /// <summary>The rules without a holdback; what is held stays held until a figure releases it.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutRules WithoutHoldback() => Changed(parts => parts with { Holdbacks = null });

    internal HoldbackRule[] HoldbackRules => _holdbacks;

    /// <summary>The rule by which a component is held back by itself.</summary>
    internal HoldbackRule? HoldbackFor(string component) => Array.Find(_holdbacks, rule => rule.Names(component));
}
