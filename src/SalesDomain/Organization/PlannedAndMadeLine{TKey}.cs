using System;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What was planned and what was made for one key.</summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
/// <remarks>A line of a <see cref="PlannedAndMade{TKey}"/>. Either its gap or its surplus is zero. Equality is by key and
/// amounts.</remarks>
public sealed record PlannedAndMadeLine<TKey>
    where TKey : notnull
{
    internal PlannedAndMadeLine(TKey key, decimal planned, decimal made)
    {
        Key = key;
        Planned = planned;
        Made = made;
        Filled = Math.Min(planned, made);
    }

    /// <summary>The key.</summary>
    public TKey Key { get; }

    /// <summary>What is planned; zero for a key without plan.</summary>
    public decimal Planned { get; }

    /// <summary>What was made.</summary>
    public decimal Made { get; }

    /// <summary>What was made, but not more than planned.</summary>
    public decimal Filled { get; }

    /// <summary>What is missing of the plan.</summary>
    public decimal Gap => Planned - Filled;

    /// <summary>What was made beyond the plan.</summary>
    public decimal Surplus => Made - Filled;

    /// <summary><see cref="Filled"/> ÷ <see cref="Planned"/>, to 28 digits; null without plan.</summary>
    public Percentage? Compliance => Percentage.Ratio(Filled, Planned);

    internal string Name => InvariantText.Any(Key) is { Length: > 0 } name && name.Trim().Length > 0 ? name : "(no name)";

    /// <summary>What the line fills of the plan: the smaller of planned and made.</summary>
    /// <returns>The tree; its root is <see cref="Filled"/>, named after the key.</returns>
    public Explanation Explain() =>
        Explanation.Node(Name, Filled, Operation.Min, Explanation.Fact("planned", Planned), Explanation.Fact("made", Made));

    /// <summary>The compliance of the line from what it fills and what is planned.</summary>
    /// <returns>The tree; its root is <see cref="Compliance"/>, absent without plan.</returns>
    public Explanation ExplainCompliance() =>
        Explanation.Node(
            Name + ": compliance", Figure.OrAbsent(Compliance), Operation.Ratio, Explain(), Explanation.Fact("planned", Planned));

    /// <summary>Key, made and planned, for a log: <c>C-1: 3 of 4</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + ": " + InvariantText.Number(Made) + " of " + InvariantText.Number(Planned);
}
