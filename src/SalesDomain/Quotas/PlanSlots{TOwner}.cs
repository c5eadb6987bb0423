using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// The cells of a plan for one measure by what they cover: cells of one scope and span are one slot, whoever answers for them, so that a
/// fact is looked up once for all of them.
/// </summary>
internal sealed class PlanSlots<TOwner>
    where TOwner : notnull
{
    private readonly ScopeIndex _index;
    private readonly bool _isForEverything;

    // By slot, the place of each owner's cell.
    private readonly Dictionary<TOwner, int>[] _places;

    internal PlanSlots(PlanCell<TOwner>[] cells)
    {
        Cells = cells;
        var slots = Enumerable.Range(0, cells.Length).GroupBy(place => (cells[place].Scope, cells[place].Span)).ToArray();
        _places = [.. slots.Select(slot => slot.ToDictionary(place => cells[place].Owner))];
        _index = new ScopeIndex([.. slots.Select(slot => new RankedScope(slot.Key.Scope, slot.Key.Span, rank: 0, precedence: 0))]);
        _isForEverything = cells.All(cell => cell.Scope == Scope.Everything);
    }

    /// <summary>Each cell once.</summary>
    internal PlanCell<TOwner>[] Cells { get; }

    /// <summary>Puts the slots that cover a fact, rising, in place of what is in a list.</summary>
    internal void Find<TFacts, TFact>(TFacts facts, TFact fact, LocalDate on, List<int> slots)
        where TFacts : struct, IFacts<TFact> =>
        _index.FindAll(_isForEverything ? default : facts.Subject(fact), on, slots);

    /// <summary>Whether an owner has a cell in one of the slots.</summary>
    internal bool Has(List<int> slots, TOwner owner) => slots.Exists(slot => _places[slot].ContainsKey(owner));

    internal bool TryPlace(int slot, TOwner owner, out int place) => _places[slot].TryGetValue(owner, out place);
}
