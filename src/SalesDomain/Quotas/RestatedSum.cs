using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What facts add up to in two views, as sold and restated.</summary>
/// <remarks>Equality is by reference. Made by <see cref="Restatement{TOwner}"/>.</remarks>
public sealed class RestatedSum
{
    internal RestatedSum(ActualSum asSold, ActualSum restated)
    {
        AsSold = asSold;
        Restated = restated;
        Difference = restated.Value - asSold.Value;
    }

    /// <summary>The sum as sold.</summary>
    public ActualSum AsSold { get; }

    /// <summary>The sum in the other view.</summary>
    public ActualSum Restated { get; }

    /// <summary>Restated − as sold: what came with the customers, negative for what went; null when one of the two is not known.</summary>
    public Measured? Difference { get; }

    /// <summary>How the difference came about.</summary>
    /// <returns>The difference of both sums; absent when one is not known.</returns>
    public Explanation Explain() =>
        Difference is { } difference
            ? Node("difference", difference.Value, Operation.Difference, Restated.ExplainKnown("restated"), AsSold.ExplainKnown("as sold"))
            : Node(
                "difference", Figure.Absent, Operation.Select,
                Fact("a sum is not known", true), Constant("then", Figure.Absent), Constant("else", Figure.Absent));

    /// <summary>Both sums and the difference: <c>CNY 100.00 as sold, CNY 80.00 restated, difference CNY -20.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        TextOf(AsSold.Value) + " as sold, " + TextOf(Restated.Value) + " restated, difference " + TextOf(Difference);

    private static string TextOf(Measured? value) => value is { } known ? known.Value.ToString() : "?";
}
