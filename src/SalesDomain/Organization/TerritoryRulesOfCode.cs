using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The rules of one code: of each scope one rule or none on a day, a scope before those that it lies within.</summary>
internal sealed class TerritoryRulesOfCode
{
    private readonly Row[] _rows;

    internal TerritoryRulesOfCode(IEnumerable<TerritoryRule> rules, string parameterName)
    {
        var byScope = rules.GroupBy(rule => rule.Scope).Select(ofScope => InOrderOfTime([.. ofScope], parameterName)).ToArray();

        // Of scopes within scopes the inner lies within all that the outer lies within, and within the outer: it has more around it.
        var around = new int[byScope.Length];
        for (var i = 1; i < byScope.Length; i++)
        {
            for (var j = 0; j < i; j++)
                Compare(byScope[i], byScope[j], ref around[i], ref around[j], parameterName);
        }

        _rows = [.. byScope.Zip(around, (ofScope, count) => (Rules: ofScope, Count: count)).OrderByDescending(each => each.Count)
            .Select(each => new Row(each.Rules))];
    }

    /// <summary>The rule that decides, or null; the day is given by its sortable number.</summary>
    internal TerritoryRule? Find(in ScopeSubject subject, int day)
    {
        foreach (var row in _rows)
        {
            if (row.ByDay.At(day) is { } rule && (row.Scope is null || row.Scope.Matches(subject)))
                return rule;
        }

        return null;
    }

    /// <summary>The rules of a day, whatever sale it is, in the order in which they are asked.</summary>
    internal IEnumerable<TerritoryRule> On(int day)
    {
        foreach (var row in _rows)
        {
            if (row.ByDay.At(day) is { } rule)
                yield return rule;
        }
    }

    private static TerritoryRule[] InOrderOfTime(TerritoryRule[] ofScope, string parameterName)
    {
        Array.Sort(ofScope, (left, right) => Nullable.Compare(left.Span.Start, right.Span.Start));
        for (var i = 1; i < ofScope.Length; i++)
        {
            var (earlier, later) = (ofScope[i - 1], ofScope[i]);
            if (earlier.Span.Overlaps(later.Span))
                throw Guards.Invalid(parameterName, earlier + " and " + later, "must not give the same twice on a day");
        }

        return ofScope;
    }

    /// <summary>Counts one up for the inner of two scopes, and refuses two that a sale can be in on a day without one being the
    /// inner.</summary>
    private static void Compare(TerritoryRule[] some, TerritoryRule[] others, ref int around, ref int aroundOthers, string parameterName)
    {
        var (scope, other) = (some[0].Scope, others[0].Scope);
        if (!scope.Overlaps(other))
            return;
        if (other.Contains(scope))
            around++;
        else if (scope.Contains(other))
            aroundOthers++;
        else
            RequireOtherDays(some, others, parameterName);
    }

    private static void RequireOtherDays(TerritoryRule[] some, TerritoryRule[] others, string parameterName)
    {
        foreach (var one in some)
        {
            if (Array.Find(others, other => other.Span.Overlaps(one.Span)) is { } other)
            {
                throw Guards.Invalid(
                    parameterName, other + " and " + one,
                    "must not leave open which of two holds: lay one scope within the other, or part their scopes or days");
            }
        }
    }

    /// <summary>The rules of one scope, ready for look-ups.</summary>
    private readonly struct Row
    {
        internal Row(TerritoryRule[] rules)
        {
            Scope = rules[0].Scope == SalesDomain.Scope.Everything ? null : rules[0].Scope;
            ByDay = Stretches<TerritoryRule?>.Of(
                Timeline<TerritoryRule>.Create(rules.Select(rule => (rule.Span, rule))), rule => rule, empty: null);
        }

        /// <summary>The scope, or null for everything, which nobody has to be asked about.</summary>
        internal Scope? Scope { get; }

        internal Stretches<TerritoryRule?> ByDay { get; }
    }
}
