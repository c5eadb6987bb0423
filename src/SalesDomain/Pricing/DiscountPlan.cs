using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The discounts of a schedule by stages, with everything refused that would make the result depend on chance.</summary>
internal sealed class DiscountPlan
{
    private DiscountPlan(StagedDiscount[] discounts, DiscountStage[] stages, bool[] isKept, Currency? currency)
    {
        Discounts = discounts;
        Stages = stages;
        IsKept = isKept;
        Currency = currency;
    }

    /// <summary>By number and name, as the schedule has them.</summary>
    internal StagedDiscount[] Discounts { get; }

    internal DiscountStage[] Stages { get; }

    /// <summary>For each stage, whether a subtotal after it is asked for.</summary>
    internal bool[] IsKept { get; }

    /// <summary>The currency of the amounts; null where there are only percentages.</summary>
    internal Currency? Currency { get; }

    internal static DiscountPlan Of(Discount[] discounts, ExclusionGroup[] groups, string parameterName)
    {
        RequireUnique(discounts, parameterName);
        RequireLinesFirst(discounts, parameterName);
        RequireKnown(discounts, groups, parameterName);
        var places = Places(discounts, groups, parameterName);
        var kept = new bool[places.Count];
        var stageOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var stage = 0; stage < places.Count; stage++)
        {
            foreach (var index in places[stage].Members)
                stageOf.Add(discounts[index].Name, stage);
        }

        var staged = new StagedDiscount[discounts.Length];
        for (var i = 0; i < discounts.Length; i++)
        {
            var discount = discounts[i];
            staged[i] = new StagedDiscount(
                discount, i, stageOf[discount.Name], After(discount, discount.Base, stageOf, kept, parameterName),
                After(discount, discount.MinimumAmountBase, stageOf, kept, parameterName));
        }

        var stages = places.Select((place, index) => new DiscountStage(index, Alternatives(place, staged), place.Group)).ToArray();
        return new DiscountPlan(staged, stages, kept, CurrencyOf(staged, parameterName));
    }

    private static void RequireUnique(Discount[] discounts, string parameterName)
    {
        Guard.Against.NameTwice(discounts.Select(discount => discount.Name), parameterName);
        var ranked = Array.ConvertAll(discounts, each => new RankedScope(each.Scope, each.Period, each.Sequence, precedence: 0));
        if (Ambiguity.Find(ranked) is var (first, second))
        {
            throw Guards.Invalid(
                parameterName, Both(discounts[first], discounts[second]),
                "must not have two with the number " + InvariantText.Number(discounts[first].Sequence) + " that can come upon one line");
        }
    }

    private static void RequireLinesFirst(Discount[] discounts, string parameterName)
    {
        var order = Array.Find(discounts, discount => discount.IsOfOrder);
        var line = Array.FindLast(discounts, discount => !discount.IsOfOrder);
        if (order is not null && line is not null && order.Sequence <= line.Sequence)
            throw Guards.Invalid(parameterName, Both(order, line), "must have discounts of the order after all discounts of lines");
    }

    private static void RequireKnown(Discount[] discounts, ExclusionGroup[] groups, string parameterName)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in groups.SelectMany(group => group.Alternatives).SelectMany(names => names))
        {
            if (!Array.Exists(discounts, discount => string.Equals(discount.Name, name, StringComparison.Ordinal)))
                throw Guards.Invalid(parameterName, "'" + name + "'", "must name discounts of the schedule");
            if (!taken.Add(name))
                throw Guards.Invalid(parameterName, "'" + name + "'", "must not name a discount of another exclusion");
        }
    }

    private static List<Place> Places(Discount[] discounts, ExclusionGroup[] groups, string parameterName)
    {
        var places = new List<Place>();
        for (var i = 0; i < discounts.Length;)
        {
            var group = GroupOf(discounts[i], groups);
            var last = i;
            if (group is null)
            {
                while (last + 1 < discounts.Length && discounts[last + 1].Sequence == discounts[i].Sequence)
                    last++;
            }
            else
            {
                last = Array.FindLastIndex(discounts, discount => group.Holds(discount.Name));
                if (Array.FindIndex(discounts, i, last - i + 1, other => other.IsOverLines != discounts[i].IsOverLines) is >= 0 and var at)
                {
                    throw Guards.Invalid(
                        parameterName, Both(discounts[i], discounts[at]), "must all be of lines, or all deals and of the order");
                }
            }

            // Also what has the number of a member, whatever its name: names decide nothing.
            var outside = Array.Find(
                discounts,
                discount => discount.Sequence >= discounts[i].Sequence && discount.Sequence <= discounts[last].Sequence
                    && GroupOf(discount, groups) != group);
            if (outside is not null)
            {
                throw Guards.Invalid(
                    parameterName, Both(discounts[i], outside), "must not have another discount between those of an exclusion");
            }

            places.Add(new Place([.. Enumerable.Range(i, last - i + 1)], group));
            i = last + 1;
        }

        return places;
    }

    private static ExclusionGroup? GroupOf(Discount discount, ExclusionGroup[] groups) =>
        Array.Find(groups, group => group.Holds(discount.Name));

    private static int After(
        Discount discount, DiscountBase @base, Dictionary<string, int> stageOf, bool[] kept, string parameterName)
    {
        if (@base.Discount is not { } name)
            return @base == DiscountBase.List ? StagedDiscount.List : StagedDiscount.Running;
        if (!stageOf.TryGetValue(name, out var stage) || stage >= stageOf[discount.Name])
        {
            throw Guards.Invalid(
                parameterName, "'" + discount.Name + "' of the " + @base, "must have the discount of a subtotal in an earlier place");
        }

        kept[stage] = true;
        return stage;
    }

    private static StagedDiscount[][] Alternatives(Place place, StagedDiscount[] staged)
    {
        var members = Array.ConvertAll(place.Members, index => staged[index]);
        if (place.Group is not { } group)
            return Array.ConvertAll(members, member => new[] { member });

        var alternatives = group.Alternatives
            .Select(names => Array.FindAll(members, member => names.Contains(member.Discount.Name, StringComparer.Ordinal)));
        return [.. alternatives.OrderBy(each => each[0].Index)];
    }

    private static Currency? CurrencyOf(StagedDiscount[] staged, string parameterName)
    {
        Currency? common = null;
        foreach (var discount in staged)
        {
            foreach (var currency in discount.Currencies())
            {
                common ??= currency;
                if (currency != common)
                    throw new CurrencyMismatchException(common, currency, "'" + discount.Discount.Name + "'", parameterName);
            }
        }

        return common;
    }

    private static string Both(Discount one, Discount other) =>
        "'" + one.Name + "' at " + InvariantText.Number(one.Sequence) + ", '" + other.Name + "' at " + InvariantText.Number(other.Sequence);

    private sealed class Place
    {
        internal Place(int[] members, ExclusionGroup? group)
        {
            Members = members;
            Group = group;
        }

        internal int[] Members { get; }

        internal ExclusionGroup? Group { get; }
    }
}
