using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// The direct rules by scope, strongest first: the level of the scope, then precedence, then how many limits there are. As in a
/// <see cref="ScopeTable{T}"/>, two that are equal in all and could meet in one line are refused.
/// </summary>
internal sealed class CreditRuleTable<TPayee>
    where TPayee : notnull
{
    private readonly CreditRule<TPayee>[] _rules;
    private readonly ScopeIndex _index;

    private CreditRuleTable(AccessSequence sequence, CreditRule<TPayee>[] rules, RankedScope[] ranked)
    {
        Sequence = sequence;
        _rules = rules;
        _index = new ScopeIndex(ranked);
    }

    internal AccessSequence Sequence { get; }

    internal CreditRule<TPayee>[] Rules => _rules;

    internal static CreditRuleTable<TPayee> Create(AccessSequence sequence, CreditRule<TPayee>[] rules, string parameterName)
    {
        Guard.Against.NameTwice(rules.Select(rule => rule.Name), parameterName);
        foreach (var rule in rules)
        {
            if (rule.Share != Percentage.OneHundred)
                throw Guards.Invalid(parameterName, "'" + rule + "'", "must credit 100% of a sale; another share is that of an overlay");
            if (sequence.IndexOf(rule.Scope.Dimensions) < 0)
            {
                throw Guards.Invalid(
                    parameterName, "'" + rule.Name + "' is about " + Dimension.Text(rule.Scope.Dimensions),
                    "must be of a level of the sequence (" + sequence + ")");
            }
        }

        // Rules of equal precedence with other limits never meet, or are refused; a number of its own for each set of limits keeps them
        // apart for the search.
        var sorted = rules.Select(rule => (Rule: rule, Rank: sequence.IndexOf(rule.Scope.Dimensions)))
            .OrderBy(each => each.Rank).ThenByDescending(each => each.Rule.Precedence).ThenByDescending(each => each.Rule.Limits)
            .ThenBy(each => each.Rule.OfNewCustomers).ThenBy(each => each.Rule.DiscountFrom).ThenBy(each => each.Rule.DiscountBelow)
            .ThenBy(each => each.Rule.Name, StringComparer.Ordinal).ToArray();
        var ranked = new RankedScope[sorted.Length];
        var precedence = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && !(IsAsStrong(sorted[i], sorted[i - 1]) && sorted[i].Rule.HasSameLimitsAs(sorted[i - 1].Rule)))
                precedence--;

            ranked[i] = new RankedScope(sorted[i].Rule.Scope, sorted[i].Rule.Span, sorted[i].Rank, precedence);
        }

        if (Ambiguity.Find(ranked) is var (first, second))
            throw Ambiguous(sorted[first].Rule, sorted[second].Rule, parameterName);

        for (var i = 0; i < sorted.Length; i++)
        {
            // Without limits all have the same.
            if (sorted[i].Rule.Limits == 0)
                continue;

            for (var j = i + 1; j < sorted.Length && IsAsStrong(sorted[i], sorted[j]); j++)
            {
                if (!sorted[i].Rule.HasSameLimitsAs(sorted[j].Rule) && sorted[i].Rule.CanMeetLimitsOf(sorted[j].Rule)
                    && ranked[i].CanMeet(ranked[j]))
                {
                    throw Ambiguous(sorted[i].Rule, sorted[j].Rule, parameterName);
                }
            }
        }

        return new CreditRuleTable<TPayee>(sequence, Array.ConvertAll(sorted, each => each.Rule), ranked);
    }

    /// <summary>The places of the rules whose scope and days hold, strongest first, in place of what is in a list.</summary>
    internal void FindAll(in ScopeSubject subject, LocalDate on, List<int> places) => _index.FindAll(subject, on, places);

    private static bool IsAsStrong((CreditRule<TPayee> Rule, int Rank) one, (CreditRule<TPayee> Rule, int Rank) other) =>
        one.Rank == other.Rank && one.Rule.Precedence == other.Rule.Precedence && one.Rule.Limits == other.Rule.Limits;

    private static ArgumentException Ambiguous(CreditRule<TPayee> one, CreditRule<TPayee> other, string parameterName) =>
        Guards.Invalid(
            parameterName, "'" + one + "' and '" + other + "'",
            "must not leave open which of two holds: give one the higher precedence, or part their scopes, days or limits");
}
