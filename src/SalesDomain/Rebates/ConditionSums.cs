using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What a condition was judged by: the whole, the part in focus, and the families, each a sum of lines.</summary>
/// <param name="Whole">What is sold of all.</param>
/// <param name="Focus">What is sold of the focus.</param>
/// <param name="LeastFocus">How much of the focus there has to be.</param>
/// <param name="Families">What is sold of each family.</param>
/// <param name="Bought">How many of them are bought.</param>
internal sealed record ConditionSums(SlotSum Whole, SlotSum Focus, decimal LeastFocus, ValueList<SlotSum> Families, int Bought)
{
    internal static ConditionSums None { get; } = new(default, default, 0m, ValueList<SlotSum>.Empty, 0);

    /// <summary>Judges a condition by its sums.</summary>
    internal RebateProof Judge(RebateCondition condition)
    {
        if (Whole.Unknown > 0 || Focus.Unknown > 0 || Families.Any(family => family.Unknown > 0))
            return RebateProof.NotProven;
        if (condition.LeastShare is not null)
            return Whole.Amount <= 0m ? RebateProof.NotProven : MetIf(Focus.Amount >= LeastFocus);
        if (condition.Least is { } least)
            return MetIf(Whole.Amount >= least.Amount);

        return MetIf(Bought >= condition.LeastFamilies);
    }

    internal static bool IsBought(RebateFamily family, in SlotSum sum) =>
        family.Least is { } least ? sum.Amount >= least.Amount : sum.Amount > 0m;

    private static RebateProof MetIf(bool isMet) => isMet ? RebateProof.Met : RebateProof.NotMet(1);
}
