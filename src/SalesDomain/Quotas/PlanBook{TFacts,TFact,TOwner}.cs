using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>
/// Counts each fact in the cells it is in, of those who are credited with it. Which sums these are is worked out once for all facts of the
/// same cells and owners, so that a fact costs a look-up of its cells and an addition to each.
/// </summary>
internal sealed class PlanBook<TFacts, TFact, TOwner>(TFacts facts, ReturnRule returns, PlanSlots<TOwner> slots, bool isRolledUp)
    : PlanTally<TFact, TOwner>
    where TFacts : struct, IFacts<TFact>
    where TFact : class
    where TOwner : notnull
{
    // The slots that cover a fact, in the order in which such a fact was first met.
    private readonly Dictionary<List<int>, int> _zones = new(new SameSlots());
    private readonly List<int> _found = [];

    // By the place of each cell, what it has of whole facts, made in the order of the plan, and of shares in facts.
    private readonly FactSum[] _whole = Array.ConvertAll(slots.Cells, _ => new FactSum(1m));
    private readonly Dictionary<int, List<FactSum>> _shared = [];

    /// <summary>What is in a cell of its owner, or of one above; each fact once, whatever cells it is in.</summary>
    internal List<FactSum> InCells { get; } = [];

    /// <summary>What is credited to somebody, and is in no cell of theirs.</summary>
    internal List<FactSum> OutsideCells { get; } = [];

    internal override void Add(CreditShare<TOwner> share, TFact fact, TFact reference, LocalDate on, decimal amount, bool isKnown)
    {
        // The day that puts a return into a period may be its own, while it counts to whoever had the sale.
        slots.Find(facts, reference, returns == ReturnRule.OwnerOfOriginal ? facts.Day(fact) : on, _found);
        if (!_zones.TryGetValue(_found, out var zone))
            _zones.Add([.. _found], zone = _zones.Count);
        var byZone = share.ByZone ??= [];
        if (!byZone.TryGetValue(zone, out var sums))
            byZone.Add(zone, sums = SumsOf(share));

        foreach (var sum in sums)
            sum.Add(amount, isKnown);
    }

    /// <summary>The sums of a cell, by share.</summary>
    internal List<FactSum> SumsOf(int place)
    {
        List<FactSum> shared = _shared.TryGetValue(place, out var known) ? known : [];
        return _whole[place].Facts > 0 ? [.. shared, _whole[place]] : shared;
    }

    private FactSum SumOf(int place, decimal part)
    {
        if (part == 1m)
            return _whole[place];

        if (!_shared.TryGetValue(place, out var sums))
            _shared.Add(place, sums = []);

        return CreditSheet<TOwner>.Of(sums, part);
    }

    /// <summary>The sums that a fact of the cells just found counts to.</summary>
    private FactSum[] SumsOf(CreditShare<TOwner> share)
    {
        var sums = new List<FactSum>();
        foreach (var (owner, part) in isRolledUp ? share.Teams : Array.ConvertAll(share.Own, each => (each.Owner, each.Share)))
        {
            foreach (var slot in _found)
            {
                if (slots.TryPlace(slot, owner, out var place))
                    sums.Add(SumOf(place, part));
            }
        }

        var (inCells, outside) = (0m, 0m);
        foreach (var (owner, part, above) in share.Own)
        {
            if (slots.Has(_found, owner) || Array.Exists(above, manager => slots.Has(_found, manager)))
                inCells += part;
            else
                outside += part;
        }

        if (inCells > 0m)
            sums.Add(CreditSheet<TOwner>.Of(InCells, inCells));
        if (outside > 0m)
            sums.Add(CreditSheet<TOwner>.Of(OutsideCells, outside));

        return [.. sums];
    }

    private sealed class SameSlots : IEqualityComparer<List<int>>
    {
        public bool Equals(List<int>? x, List<int>? y)
        {
            if (x!.Count != y!.Count)
                return false;

            for (var i = 0; i < x.Count; i++)
            {
                if (x[i] != y[i])
                    return false;
            }

            return true;
        }

        public int GetHashCode(List<int> obj)
        {
            var mixed = obj.Count;
            foreach (var slot in obj)
                mixed = unchecked((mixed * 31) + slot);

            return mixed;
        }
    }
}
