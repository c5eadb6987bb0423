using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What a condition was judged by: the whole, the part in focus, and the families, each a sum of lines.</summary>
internal sealed class ConditionSums : IEquatable<ConditionSums>
{
    private readonly SlotSum[] _families;

    internal ConditionSums(SlotSum whole, SlotSum focus, decimal leastFocus, SlotSum[] families, int bought)
    {
        Whole = whole;
        Focus = focus;
        LeastFocus = leastFocus;
        _families = families;
        Bought = bought;
    }

    internal static ConditionSums None { get; } = new(default, default, 0m, [], 0);

    /// <summary>What is sold of all.</summary>
    internal SlotSum Whole { get; }

    /// <summary>What is sold of the focus.</summary>
    internal SlotSum Focus { get; }

    /// <summary>How much of the focus there has to be.</summary>
    internal decimal LeastFocus { get; }

    /// <summary>What is sold of each family.</summary>
    internal IReadOnlyList<SlotSum> Families => _families;

    /// <summary>How many of them are bought.</summary>
    internal int Bought { get; }

    public bool Equals(ConditionSums? other)
    {
        if (other is null || !Whole.IsSameAs(other.Whole) || !Focus.IsSameAs(other.Focus) || _families.Length != other._families.Length)
            return false;

        for (var i = 0; i < _families.Length; i++)
        {
            if (!_families[i].IsSameAs(other._families[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as ConditionSums);

    public override int GetHashCode() => Hash.Combine(Hash.Of(Whole.Amount), Hash.Of(Focus.Amount), Bought);

    /// <summary>Judges a condition by its sums.</summary>
    internal RebateProof Judge(RebateCondition condition)
    {
        if (Whole.Unknown > 0 || Focus.Unknown > 0 || Array.Exists(_families, family => family.Unknown > 0))
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
