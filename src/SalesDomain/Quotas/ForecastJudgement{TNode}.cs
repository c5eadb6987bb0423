using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What somebody thinks a node will bring: kept beside the figure of the system, which it never changes.</summary>
/// <typeparam name="TNode">The type of the node: a person, a position, a territory, the caller's own.</typeparam>
/// <remarks>Equality is by all values.</remarks>
public sealed record ForecastJudgement<TNode>
    where TNode : notnull
{
    internal ForecastJudgement(TNode node, Measured amount, string by, LocalDate on, string because)
    {
        Node = node is null ? throw new ArgumentNullException(nameof(node)) : node;
        By = Identifier.Checked(by);
        Because = Identifier.Checked(because);
        Amount = MeasuredArgument.Given(amount);
        On = Guard.Against.OtherCalendar(on);
    }

    /// <summary>The node judged.</summary>
    public TNode Node { get; }

    /// <summary>The figure judged, all below the node included.</summary>
    public Measured Amount { get; }

    /// <summary>Who judges.</summary>
    public string By { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>Why.</summary>
    public string Because { get; }

    /// <summary>Day, node, figure, who and why: <c>2026-02-28 North: CNY 900.00 by Wang, tender postponed</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(On) + " " + InvariantText.Any(Node) + ": " + Amount.Value + " by " + By + ", " + Because;
}
