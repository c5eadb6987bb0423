using static SalesDomain.Explanation;

namespace SalesDomain.Internal;

/// <summary>Explanations of figures that are what they are because a condition holds, and by no arithmetic.</summary>
internal static class Conditions
{
    /// <summary>A figure that is zero, or another that is fixed, because a condition holds.</summary>
    internal static Explanation Fix(string name, Figure value, Explanation why) =>
        Node(name, value, Operation.Select, why, Constant("then", value), Constant("else", value));

    /// <summary>A figure that is not there because a condition holds.</summary>
    internal static Explanation LeaveOut(string name, Explanation why) => Fix(name, Figure.Absent, why);

    /// <summary>The condition that a figure is not there.</summary>
    internal static Explanation IsMissing(Explanation figure) =>
        Node("there is no " + figure.Name, true, Operation.Compare(ComparisonKind.Equal), figure, Constant("none", Figure.Absent));
}
