using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>
/// Adds each fact once, to the sums of all facts that are in the same cells of the plan. What a cell has is put together at the end from
/// the sums that lie in it, so that a line costs the same however many cells it is in.
/// </summary>
internal sealed class PlanBook<TFacts, TFact, TOwner> : CreditBook<TFact>
    where TFacts : struct, IFacts<TFact>
    where TFact : class
    where TOwner : notnull
{
    private readonly TFacts _facts;
    private readonly ReturnRule _returns;
    private readonly PlanSlots<TOwner> _slots;
    private readonly Func<CreditSheet<TOwner>, CreditBook<TFact>> _bookOf;
    private readonly Dictionary<List<int>, Zone> _zones = new(new SameSlots());
    private readonly List<int> _found = [];

    internal PlanBook(
        TFacts facts, ReturnRule returns, PlanSlots<TOwner> slots, Func<CreditSheet<TOwner>, CreditBook<TFact>> bookOf)
    {
        _facts = facts;
        _returns = returns;
        _slots = slots;
        _bookOf = bookOf;
    }

    internal override void Add(TFact fact, TFact reference, LocalDate on, decimal amount, bool isKnown)
    {
        // The day that puts a return into a period may be its own, while it counts to whoever had the sale.
        _slots.Find(_facts, reference, _returns == ReturnRule.OwnerOfOriginal ? _facts.Day(fact) : on, _found);
        if (!_zones.TryGetValue(_found, out var zone))
            _zones.Add([.. _found], zone = ZoneOf([.. _found]));

        zone.Book.Add(fact, reference, on, amount, isKnown);
    }

    /// <summary>Adds everything up into the sheet of all facts, and by cell.</summary>
    internal List<FactSum>[] SumUp(CreditSheet<TOwner> all, bool isRolledUp)
    {
        var cells = Array.ConvertAll(_slots.Cells, _ => new List<FactSum>());
        foreach (var zone in _zones)
        {
            var sheet = zone.Value.Sheet;
            all.AddAllButTotal(sheet);
            foreach (var sums in isRolledUp ? sheet.Teams : sheet.Own)
            {
                foreach (var slot in zone.Key)
                {
                    if (_slots.TryPlace(slot, sums.Key, out var place))
                        CreditSheet<TOwner>.Merge(cells[place], sums.Value);
                }
            }
        }

        return cells;
    }

    private Zone ZoneOf(List<int> slots)
    {
        var sheet = new CreditSheet<TOwner> { IsPlanned = owner => _slots.Has(slots, owner) };
        return new Zone(sheet, _bookOf(sheet));
    }

    private sealed class Zone(CreditSheet<TOwner> sheet, CreditBook<TFact> book)
    {
        internal CreditSheet<TOwner> Sheet { get; } = sheet;

        internal CreditBook<TFact> Book { get; } = book;
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
