using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>
/// The size of a sales force by its margin: people are added, one after another, as long as the margin of the sales that the next one
/// adds is more than that one costs.
/// </summary>
/// <remarks>
/// <para>
/// It stands on a table of what the firm would sell with so many people, which is a judgement or the outcome of a study; between two
/// sizes of the table sales lie on the straight line. Outside the table nothing is said. Profit here is margin on sales less the cost of
/// the people.
/// </para>
/// <para>
/// Where the next one brings exactly what that one costs, nobody is added, unless <see cref="AddingAtBreakEven"/>. Between two sizes of
/// the table every person brings the same; whether it pays is decided by what all of them add and cost, so that no third of an amount
/// decides. A table may gain again after a loss; the answer then is the first stop, the best size stands beside it, and a reason says so.
/// </para>
/// <para>Immutable. Equality is by margin, cost, table and break-even rule. Source: the incremental (marginal) method of sales management
/// textbooks.</para>
/// </remarks>
public sealed class IncrementalMethod : IEquatable<IncrementalMethod>
{
    private const int MostSizes = 100_000;

    private readonly (int People, Money Sales)[] _response;

    private IncrementalMethod(Percentage margin, Money costPerPerson, (int People, Money Sales)[] response, bool addsAtBreakEven)
    {
        Margin = margin;
        CostPerPerson = costPerPerson;
        _response = response;
        AddsAtBreakEven = addsAtBreakEven;
    }

    /// <summary>What remains of sales before the cost of the people.</summary>
    public Percentage Margin { get; }

    /// <summary>What one person costs in the period.</summary>
    public Money CostPerPerson { get; }

    /// <summary>Whether one who brings exactly what he costs is added.</summary>
    public bool AddsAtBreakEven { get; }

    /// <summary>The table: sales with so many people, by rising size.</summary>
    public IReadOnlyList<(int People, Money Sales)> Response => Array.AsReadOnly(_response);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A method.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(IncrementalMethod? left, IncrementalMethod? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A method.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(IncrementalMethod? left, IncrementalMethod? right) => !(left == right);

    /// <summary>A table of sales by size.</summary>
    /// <param name="margin">What remains of sales before the cost of the people, above 0 % and at most 100 %.</param>
    /// <param name="costPerPerson">What one person costs in the period, more than zero.</param>
    /// <param name="response">
    /// What is sold in the period with so many people: sizes of zero or more, rising, at most 100,000 from the first to the last, in the
    /// currency of the cost and without tax. Sales may fall.
    /// </param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    /// <exception cref="ArgumentException">The table is empty, a size is negative or does not rise, or the table is too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> or <paramref name="costPerPerson"/> is out of its
    /// range.</exception>
    /// <exception cref="CurrencyMismatchException">Sales are in another currency than the cost.</exception>
    public static IncrementalMethod Of(Percentage margin, Money costPerPerson, params (int People, Money Sales)[] response)
    {
        var copy = Guard.Against.Nothing(response, "a table has at least one size");
        if (margin <= Percentage.Zero || margin > Percentage.OneHundred)
            throw Guards.OutOfRange(nameof(margin), margin.ToString(), "must be above 0% and at most 100%");

        Guard.Against.NotPositive(costPerPerson);
        var before = -1;
        foreach (var (people, sales) in copy)
        {
            if (people <= before)
                throw Guards.Invalid(nameof(response), InvariantText.Number(people), "must have sizes from 0 on that rise");
            if (sales.Currency != costPerPerson.Currency)
                throw new CurrencyMismatchException(costPerPerson.Currency, sales.Currency, nameof(response));
            before = people;
        }

        return before - copy[0].People < MostSizes ? new IncrementalMethod(margin, costPerPerson, copy, false)
            : throw Guards.Invalid(nameof(response), InvariantText.Number(before), "must not have more than 100000 sizes");
    }

    /// <summary>The same, but one who brings exactly what he costs is added too.</summary>
    /// <returns>The changed copy.</returns>
    public IncrementalMethod AddingAtBreakEven() => new(Margin, CostPerPerson, _response, true);

    /// <summary>The size.</summary>
    /// <returns>The first stop, the best size, and every size of the table with what the last person adds.</returns>
    /// <exception cref="OverflowException">A profit does not fit in a decimal.</exception>
    public IncrementalSize Size() => new(this);

    /// <summary>Whether the other has the same margin, cost, table and break-even rule.</summary>
    /// <param name="other">The method to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(IncrementalMethod? other) =>
        other is not null && Margin == other.Margin && CostPerPerson == other.CostPerPerson && AddsAtBreakEven == other.AddsAtBreakEven
        && _response.SequenceEqual(other._response);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as IncrementalMethod);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _response.Aggregate(
            Hash.Combine(Margin.GetHashCode(), CostPerPerson.GetHashCode(), AddsAtBreakEven ? 1 : 0),
            (hash, point) => Hash.Combine(hash, point.People, point.Sales.GetHashCode()));

    /// <summary>The method in words: <c>10: USD 500.00, 11: USD 550.00; margin 40%; USD 15.00 a person</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(", ", _response.Select(point => InvariantText.Number(point.People) + ": " + point.Sales)) + "; margin " + Margin + "; "
        + CostPerPerson + " a person" + (AddsAtBreakEven ? ", added at break-even" : "");
}
