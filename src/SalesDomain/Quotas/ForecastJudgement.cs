using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>Makes judgements without naming the type of their node.</summary>
public static class ForecastJudgement
{
    /// <summary>What somebody thinks a node will bring, beside what the system says.</summary>
    /// <typeparam name="TNode">The type of the node.</typeparam>
    /// <param name="node">The node: the region whose manager judges it.</param>
    /// <param name="amount">The figure judged, all below the node included.</param>
    /// <param name="by">Who judges, not blank.</param>
    /// <param name="on">The day.</param>
    /// <param name="because">Why, not blank.</param>
    /// <returns>The judgement.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="node"/>, <paramref name="by"/> or <paramref name="because"/> is
    /// null.</exception>
    /// <exception cref="System.ArgumentException">
    /// A text is blank, <paramref name="amount"/> is the default value, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public static ForecastJudgement<TNode> Of<TNode>(TNode node, Measured amount, string by, LocalDate on, string because)
        where TNode : notnull =>
        new(node, amount, by, on, because);
}
