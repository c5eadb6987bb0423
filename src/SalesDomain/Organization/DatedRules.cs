using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Rules by key, each over the days it is in force.</summary>
internal static class DatedRules
{
    /// <summary>The rules with those of one key changed. A key that has none any more is left out, so that equal rules are equal.</summary>
    internal static Dictionary<TKey, Timeline<TRule>> Changed<TKey, TRule>(
        Dictionary<TKey, Timeline<TRule>> rules, TKey key, Func<Timeline<TRule>, Timeline<TRule>> change)
        where TKey : notnull
        where TRule : notnull
    {
        var copy = new Dictionary<TKey, Timeline<TRule>>(rules);
        Change(copy, key, change);
        return copy;
    }

    internal static void Change<TKey, TRule>(
        Dictionary<TKey, Timeline<TRule>> rules, TKey key, Func<Timeline<TRule>, Timeline<TRule>> change)
        where TKey : notnull
        where TRule : notnull
    {
        var changed = change(rules.TryGetValue(key, out var known) ? known : Timeline.Empty<TRule>());
        if (changed.Entries.Count > 0)
            rules[key] = changed;
        else
            rules.Remove(key);
    }

    /// <summary>One more rule, on days without one; where none are given it is always in force, and what it is for is blamed.</summary>
    internal static Timeline<TRule> With<TRule>(Timeline<TRule> rules, DateSpan? span, TRule rule, string key, string ofKey)
        where TRule : notnull
    {
        var days = span ?? DateSpan.Always;
        return rules.Entries.FirstOrDefault(entry => entry.Span.Overlaps(days)) is not { HasValue: true } taken ? rules.With(days, rule)
            : span is null
                ? throw Guards.Invalid(ofKey, key, "must not be given a second rule on a day, and there is one over " + taken.Span)
            : throw Guards.Invalid(
                nameof(span), days.ToString(), "must have no day on which " + key + " has a rule, and it has one over " + taken.Span);
    }
}
