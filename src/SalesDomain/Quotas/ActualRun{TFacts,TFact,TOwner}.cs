using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>One run of a rule over facts: each is read once, checked, and added to the sums it counts to.</summary>
internal sealed class ActualRun<TFacts, TFact, TOwner>
    where TFacts : struct, IFacts<TFact>
    where TFact : class
    where TOwner : notnull
{
    private readonly TFacts _facts;
    private readonly CreditBook<TFact> _book;
    private readonly CreditSheet<TOwner> _sheet;
    private readonly string _parameterName;
    private readonly ReturnRule _returns;
    private readonly LocalDate _first;
    private readonly LocalDate _last;

    internal ActualRun(
        DateSpan span, ReturnRule returns, TFacts facts, CreditBook<TFact> book, CreditSheet<TOwner> sheet, string parameterName)
    {
        _returns = returns;
        _facts = facts;
        _book = book;
        _sheet = sheet;
        _parameterName = parameterName;
        _first = span.Start ?? LocalDate.MinIsoValue;
        _last = span.End ?? LocalDate.MaxIsoValue;
    }

    internal LeftOut LeftOut { get; } = new();

    /// <summary>Each fact counts on its own day.</summary>
    internal void Add(IEnumerable<TFact> facts, HashSet<LineId>? ids)
    {
        foreach (var fact in facts)
        {
            if (!IsCounted(fact))
                continue;

            var id = _facts.Id(fact);
            if (ids?.Add(id) == false)
                throw Twice(id);

            Count(fact, fact);
        }
    }

    /// <summary>
    /// What takes back counts to whom what it takes back counts; that it cannot is said of those returned, in the order of the lines.
    /// </summary>
    internal LineId[] AddWithOriginals(IEnumerable<TFact> facts)
    {
        var byId = new Dictionary<LineId, TFact>();
        foreach (var fact in facts)
        {
            if (!IsCounted(fact))
                continue;

            var id = _facts.Id(fact);
            if (byId.ContainsKey(id))
                throw Twice(id);

            byId[id] = fact;
        }

        var without = new List<LineId>();
        foreach (var fact in byId)
        {
            var original = OriginalOf(fact.Value, byId, out var isKnown);
            if (Count(fact.Value, original) && !isKnown)
                without.Add(fact.Key);
        }

        without.Sort();
        return [.. without];
    }

    // A return may itself be taken back, by a line that names the return: it leads to the same sale.
    private TFact OriginalOf(TFact fact, Dictionary<LineId, TFact> byId, out bool isKnown)
    {
        var at = fact;
        for (var steps = 0; _facts.Original(at) is { } id; steps++)
        {
            // Lines that name each other in a circle take nothing back.
            isKnown = false;
            if (steps > byId.Count)
                return fact;
            if (!byId.TryGetValue(id, out var next))
                return at;

            at = next;
        }

        isKnown = !_facts.TakesBack(at);
        return at;
    }

    private bool IsCounted(TFact fact)
    {
        if (fact is null)
            throw new ArgumentNullException(_parameterName);
        if (_facts.IsCounted(fact))
            return true;

        LeftOut.OtherKind++;
        return false;
    }

    private bool Count(TFact fact, TFact reference)
    {
        var creditedOn = _facts.Day(reference);
        var on = _returns == ReturnRule.OwnerOfOriginal ? _facts.Day(fact) : creditedOn;
        if (on < _first || on > _last)
        {
            LeftOut.OutsideSpan++;
            return false;
        }

        if (!_facts.IsInScope(reference))
        {
            LeftOut.OutsideScope++;
            return false;
        }

        var isKnown = _facts.TryValue(fact, on, _parameterName, out var amount);
        _sheet.Total.Add(amount, isKnown);
        _book.Add(fact, reference, creditedOn, amount, isKnown);
        return true;
    }

    private ArgumentException Twice(LineId id) => Guards.Invalid(_parameterName, id.ToString(), "must have each document and line once");
}
