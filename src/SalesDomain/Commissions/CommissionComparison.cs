using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>
/// What one commission is more than another: with a deal and without it (the marginal commission of the deal), by a proposed plan and by
/// the one in force, this month and next.
/// </summary>
/// <remarks>Both are results of the same pure rules; nothing is settled. Immutable. Equality is by both results.</remarks>
public sealed class CommissionComparison : IEquatable<CommissionComparison>
{
    private CommissionComparison(CommissionResult before, CommissionResult after)
    {
        Before = before;
        After = after;
        Difference = after.Earned - before.Earned;
    }

    /// <summary>The one: without the deal, by the plan in force.</summary>
    public CommissionResult Before { get; }

    /// <summary>The other: with the deal, by the proposed plan.</summary>
    public CommissionResult After { get; }

    /// <summary>What the other has earned more, or less where it is negative.</summary>
    public Money Difference { get; }

    /// <summary>Whether every component of both has a figure.</summary>
    public bool IsComplete => Before.IsComplete && After.IsComplete;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A comparison.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionComparison? left, CommissionComparison? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A comparison.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionComparison? left, CommissionComparison? right) => !(left == right);

    /// <summary>Compares two results.</summary>
    /// <param name="before">The one.</param>
    /// <param name="after">The other, of any plan, period and terms in the same currency.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CurrencyMismatchException">The plans have different currencies.</exception>
    public static CommissionComparison Of(CommissionResult before, CommissionResult after)
    {
        Guard.Against.Null(before);
        Guard.Against.Null(after);
        return before.Plan.Currency == after.Plan.Currency ? new CommissionComparison(before, after)
            : throw new CurrencyMismatchException(before.Plan.Currency, after.Plan.Currency, nameof(after));
    }

    /// <summary>What a component has earned more.</summary>
    /// <param name="component">The component, of either plan; where one does not have it, it earns nothing there.</param>
    /// <returns>The difference; null where a sum is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">Neither plan has such a component.</exception>
    public Money? DifferenceOf(string component)
    {
        Guard.Against.Null(component);
        var (before, after) = (Find(Before, component), Find(After, component));
        if (before is null && after is null)
            throw Guards.Invalid(nameof(component), "'" + component + "'", "must be a component of one of the plans");

        var nothing = new Money(0m, Before.Plan.Currency);
        return (after is null ? nothing : after.Earned) - (before is null ? nothing : before.Earned);
    }

    /// <summary>How the difference came about.</summary>
    /// <returns>Both results.</returns>
    public Explanation Explain() => Node("difference", Difference, Operation.Difference, After.Explain(), Before.Explain());

    /// <summary>Whether the other compares the same results.</summary>
    /// <param name="other">The comparison to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionComparison? other) => other is not null && Before == other.Before && After == other.After;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionComparison);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Before.GetHashCode(), After.GetHashCode());

    /// <summary>The difference and both amounts: <c>CNY 2100.00 (CNY 17115.00 to CNY 19215.00)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Difference + " (" + Before.Earned + " to " + After.Earned + ")";

    private static ComponentResult? Find(CommissionResult result, string component) =>
        result.Components.FirstOrDefault(each => string.Equals(each.Component.Name, component, StringComparison.Ordinal));
}
