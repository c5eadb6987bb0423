using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Makes the drivers of an allocation without naming the type of the nodes.</summary>
public static class AllocationDriver
{
    /// <summary>Siblings share evenly.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <returns>The driver, called <c>even</c>.</returns>
    /// <remarks>Of two regions each gets half, however many people either has. By head count, give every person the weight 1.</remarks>
    public static AllocationDriver<TNode> Even<TNode>()
        where TNode : notnull =>
        AllocationDriver<TNode>.CreateEven();

    /// <summary>By weights: head count, outlets, points. Only their ratio among siblings counts.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="name">What they are, for the explanation: <c>outlets</c>.</param>
    /// <param name="weights">A weight, zero or more, at leaves or at any node; a node without one has the sum of its children.</param>
    /// <returns>The driver.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="weights"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">The name is empty or begins or ends with white space, or a node comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative.</exception>
    public static AllocationDriver<TNode> Of<TNode>(string name, params (TNode Node, decimal Weight)[] weights)
        where TNode : notnull =>
        Of(name, (IEnumerable<(TNode Node, decimal Weight)>)weights);

    /// <inheritdoc cref="Of{TNode}(string, ValueTuple{TNode, decimal}[])"/>
    public static AllocationDriver<TNode> Of<TNode>(string name, IEnumerable<(TNode Node, decimal Weight)> weights)
        where TNode : notnull
    {
        Guard.Against.Null(weights);
        return AllocationDriver<TNode>.Create(name, null, weights, nameof(weights));
    }

    /// <summary>By what was or could be sold: last year's revenue, the potential of a territory, units, open orders.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="name">What they are, for the explanation: <c>last year</c>.</param>
    /// <param name="values">
    /// Values of one measure and currency, zero or more, at leaves or at any node; a node without one has the sum of its children. The
    /// measure may be another one than the target's.
    /// </param>
    /// <returns>The driver.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="values"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// The name is empty or begins or ends with white space, there are no values, a value is the default value, a node comes twice, or
    /// measures, tax bases, units or currencies differ.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A value is negative: a year of more returns than sales says nothing about the next.
    /// <see cref="CountingNegativesAsZero{TNode}(string, ValueTuple{TNode, Measured}[])"/> takes it as zero.
    /// </exception>
    public static AllocationDriver<TNode> Of<TNode>(string name, params (TNode Node, Measured Value)[] values)
        where TNode : notnull =>
        Of(name, (IEnumerable<(TNode Node, Measured Value)>)values);

    /// <inheritdoc cref="Of{TNode}(string, ValueTuple{TNode, Measured}[])"/>
    public static AllocationDriver<TNode> Of<TNode>(string name, IEnumerable<(TNode Node, Measured Value)> values)
        where TNode : notnull =>
        OfMeasured(name, values, countsNegativesAsZero: false);

    /// <summary>
    /// By what was sold, where a value of which more came back than was sold counts as zero: among many leaves one such product is normal.
    /// </summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="name">What they are, for the explanation: <c>last year</c>.</param>
    /// <param name="values">Values of one measure and currency, of any sign, at leaves or at any node.</param>
    /// <returns>The driver; <see cref="AllocationDriver{TNode}.NodesCountedAsZero"/> lists those taken as zero.</returns>
    /// <remarks>
    /// A parent without a value of its own has the sum of its children as they count, and not less by what came back at one of them.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="values"/> or a node is null.</exception>
    /// <exception cref="ArgumentException">
    /// The name is empty or begins or ends with white space, there are no values, a value is the default value, a node comes twice, or
    /// measures, tax bases, units or currencies differ.
    /// </exception>
    public static AllocationDriver<TNode> CountingNegativesAsZero<TNode>(string name, params (TNode Node, Measured Value)[] values)
        where TNode : notnull =>
        CountingNegativesAsZero(name, (IEnumerable<(TNode Node, Measured Value)>)values);

    /// <inheritdoc cref="CountingNegativesAsZero{TNode}(string, ValueTuple{TNode, Measured}[])"/>
    public static AllocationDriver<TNode> CountingNegativesAsZero<TNode>(string name, IEnumerable<(TNode Node, Measured Value)> values)
        where TNode : notnull =>
        OfMeasured(name, values, countsNegativesAsZero: true);

    /// <summary>Several drivers at once: 60 % by last year, 40 % by potential.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="parts">Drivers that are no blends themselves, each with its share above 0 %; together exactly 100 %.</param>
    /// <returns>The driver.</returns>
    /// <remarks>
    /// The share of a node among its siblings is Σ share of the driver × (the node's value ÷ the siblings' values together). It is
    /// computed in whole numbers without taking a quotient.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or a driver is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no parts, a part is a blend, a name comes twice, or the shares do not total 100 %.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is zero or negative.</exception>
    public static AllocationDriver<TNode> Blend<TNode>(params (AllocationDriver<TNode> Driver, Percentage Share)[] parts)
        where TNode : notnull
    {
        var copy = Guard.Against.Nothing(parts, "a blend has drivers");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (driver, share) in copy)
        {
            Guard.Against.Null(driver, nameof(parts));
            if (driver.Parts.Count > 0)
                throw Guards.Invalid(nameof(parts), driver.Name, "must be no blends themselves");
            if (!names.Add(driver.Name))
                throw Guards.Invalid(nameof(parts), driver.Name, "must have names of their own");
            if (share <= Percentage.Zero)
                throw Guards.OutOfRange(nameof(parts), share.ToString(), "must have shares above 0 %");
        }

        Guard.Against.NotWhole(copy.Select(part => part.Share), nameof(parts));
        return AllocationDriver<TNode>.CreateBlend(copy);
    }

    private static AllocationDriver<TNode> OfMeasured<TNode>(
        string name, IEnumerable<(TNode Node, Measured Value)> values, bool countsNegativesAsZero)
        where TNode : notnull
    {
        var copy = Guard.Against.Nothing(values, "an amount is needed to know what is measured");
        Array.ForEach(copy, each => MeasuredArgument.Given(each.Value, nameof(values)));
        var first = copy[0].Value;
        return AllocationDriver<TNode>.Create(name, first.With(0m), Amounts(), nameof(values), countsNegativesAsZero);

        IEnumerable<(TNode, decimal)> Amounts()
        {
            foreach (var (node, value) in copy)
            {
                Guard.Against.Null(node, nameof(values));
                Measured.RequireSame(first, value, nameof(values));
                yield return (node, value.Amount);
            }
        }
    }
}
