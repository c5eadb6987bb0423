using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What commissions cost over a team and its history, by payee and by component, and of what was sold.</summary>
/// <typeparam name="TPayee">The type of those who are paid.</typeparam>
/// <remarks>
/// It sums results, whoever made them: of the plan in force over last year's credits, or of a proposed one over the same. Made by
/// <see cref="CommissionCost"/>. Immutable. Equality is by sales and results.
/// </remarks>
public sealed class CommissionCost<TPayee> : IEquatable<CommissionCost<TPayee>>
    where TPayee : notnull
{
    private readonly (TPayee Payee, CommissionResult Result)[] _results;
    private readonly Dictionary<TPayee, Money> _payees = [];
    private readonly Dictionary<string, Money> _components = new(StringComparer.Ordinal);

    private CommissionCost(Money sales, (TPayee Payee, CommissionResult Result)[] results)
    {
        Sales = sales;
        _results = results;
        Total = Money.Sum(sales.Currency, results.Select(each => each.Result.Earned));
        CostOfSales = sales.IsPositive ? Percentage.Ratio(Total, sales) : null;
        foreach (var (payee, result) in results)
        {
            Add(_payees, payee, result.Earned);
            foreach (var component in result.Components)
                Add(_components, component.Component.Name, component.Earned ?? new Money(0m, sales.Currency));
            if (result.CostOfFunds is { } funds)
                Add(_components, FundsDeduction.Name, new Money(0m, sales.Currency) - (funds.Amount ?? new Money(0m, sales.Currency)));
        }
    }

    /// <summary>What was sold in all, once.</summary>
    public Money Sales { get; }

    /// <summary>What all have earned together.</summary>
    public Money Total { get; }

    /// <summary>
    /// Compensation cost of sales (CCOS, 提成费用率): what all have earned ÷ what was sold; null where nothing was sold, or returns alone.
    /// </summary>
    public Percentage? CostOfSales { get; }

    /// <summary>Whether every component of every result has a figure.</summary>
    public bool IsComplete => Array.TrueForAll(_results, each => each.Result.IsComplete);

    /// <summary>Everybody with a result, in the order of their first.</summary>
    public IReadOnlyList<TPayee> Payees => [.. _results.Select(each => each.Payee).Distinct()];

    /// <summary>The components of all plans, in the order of their first; <c>cost of funds</c> where a plan takes it.</summary>
    public IReadOnlyList<string> Components =>
    [
        .. _results.SelectMany(each => each.Result.Components.Select(component => component.Component.Name)
            .Concat(each.Result.CostOfFunds is null ? [] : [FundsDeduction.Name])).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A cost.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionCost<TPayee>? left, CommissionCost<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A cost.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionCost<TPayee>? left, CommissionCost<TPayee>? right) => !(left == right);

    /// <summary>What a payee has earned over all periods.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The sum; nothing for one without a result.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    public Money OfPayee(TPayee payee) =>
        _payees.TryGetValue(Guard.Against.Null(payee), out var earned) ? earned : new Money(0m, Sales.Currency);

    /// <summary>What a component has earned for everybody.</summary>
    /// <param name="component">Its name.</param>
    /// <returns>The sum; nothing where no plan has it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    public Money OfComponent(string component) =>
        _components.TryGetValue(Guard.Against.Null(component), out var earned) ? earned : new Money(0m, Sales.Currency);

    /// <summary>The results of a payee, in the order given.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The results.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    public IReadOnlyList<CommissionResult> ResultsOf(TPayee payee)
    {
        Guard.Against.Null(payee);
        return [.. _results.Where(each => EqualityComparer<TPayee>.Default.Equals(each.Payee, payee)).Select(each => each.Result)];
    }

    /// <summary>What each payee would earn more under another plan, or less.</summary>
    /// <param name="other">The cost by the other plan, in the same currency.</param>
    /// <returns>One difference a payee of either, in the order of this one and then of the other.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The other is in another currency.</exception>
    public IReadOnlyList<PayeeDifference<TPayee>> ComparedWith(CommissionCost<TPayee> other)
    {
        Guard.Against.Null(other);
        if (other.Sales.Currency != Sales.Currency)
            throw new CurrencyMismatchException(Sales.Currency, other.Sales.Currency, nameof(other));

        return
        [
            .. Payees.Concat(other.Payees).Distinct()
                .Select(payee => new PayeeDifference<TPayee>(payee, OfPayee(payee), other.OfPayee(payee))),
        ];
    }

    /// <summary>How the cost came about.</summary>
    /// <returns>The cost of sales, or the total where nothing was sold, with every result below it.</returns>
    public Explanation Explain()
    {
        var total = Node("total", Total, Operation.Sum, Array.ConvertAll(_results, each => each.Result.Explain()));
        return CostOfSales is { } share ? Node("cost of sales", share, Operation.Ratio, total, Fact("sales", Sales)) : total;
    }

    /// <summary>Whether the other has the same sales and results.</summary>
    /// <param name="other">The cost to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionCost<TPayee>? other) =>
        ReferenceEquals(this, other) || (other is not null && Sales == other.Sales && _results.SequenceEqual(other._results));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionCost<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Sales.GetHashCode(), Total.GetHashCode(), _results.Length);

    /// <summary>The total and its share: <c>CNY 33000.00 of CNY 300000.00 sold (11%)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Total + " of " + Sales + " sold" + (CostOfSales is { } share ? " (" + share + ")" : "") + (IsComplete ? "" : ", incomplete");

    internal static CommissionCost<TPayee> Create(Money sales, IEnumerable<(TPayee Payee, CommissionResult Result)> results)
    {
        var copy = Guard.Against.Nothing(results, "a cost is of at least one result");
        var seen = new HashSet<(TPayee, string, DateSpan)>();
        foreach (var (payee, result) in copy)
        {
            if (payee is null || result is null)
                throw new ArgumentNullException(nameof(results));
            if (result.Plan.Currency != copy[0].Result.Plan.Currency)
                throw new CurrencyMismatchException(copy[0].Result.Plan.Currency, result.Plan.Currency, nameof(results));
            if (!seen.Add((payee, result.Plan.Name, result.Period)))
            {
                throw Guards.Invalid(
                    nameof(results), InvariantText.Any(payee) + " " + result,
                    "must have one result a payee, plan and period, whatever its version");
            }
        }

        return sales.Currency == copy[0].Result.Plan.Currency ? new CommissionCost<TPayee>(sales, copy)
            : throw new CurrencyMismatchException(copy[0].Result.Plan.Currency, sales.Currency, nameof(sales));
    }

    private static void Add<TKey>(Dictionary<TKey, Money> sums, TKey key, Money amount)
        where TKey : notnull =>
        sums[key] = sums.TryGetValue(key, out var sum) ? sum + amount : amount;
}
