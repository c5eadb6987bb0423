using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// The one rule of this context for what is divided by an amount: by zero or less nothing is. Half of a quota of −100 is neither 50 % of
/// it nor a success, and growth from a loss to a gain has no rate.
/// </summary>
internal static class PositiveRatio
{
    /// <summary>Part ÷ whole, or null where the whole is zero or less.</summary>
    internal static Percentage? Of(Measured part, Measured whole) => whole.Amount > 0m ? Measured.Ratio(part, whole) : null;

    /// <summary>How the ratio came about; absent, because the whole is zero or less, where there is none.</summary>
    internal static Explanation Explain(string name, Percentage? ratio, Explanation part, Explanation whole, Measured wholeValue) =>
        ratio is { } known ? Node(name, known, Operation.Ratio, part, whole)
            : Conditions.LeaveOut(
                name,
                Node(
                    whole.Name + " is zero or less", true, Operation.Compare(ComparisonKind.LessOrEqual),
                    whole, Constant("zero", wholeValue.With(0m).Value)));
}
