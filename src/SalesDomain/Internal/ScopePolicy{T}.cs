using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>How a table decides: by a sequence of levels, by comparing values, or by comparing and of equal ones by the sequence.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
internal sealed class ScopePolicy<T>
    where T : notnull
{
    private readonly IComparer<T>? _comparer;

    internal ScopePolicy(AccessSequence sequence) => Sequence = sequence;

    internal ScopePolicy(IComparer<T> comparer, ScopeChoice choice, AccessSequence? amongEquals = null)
    {
        Choice = choice;
        Sequence = amongEquals;
        _comparer = comparer;
    }

    internal ScopeChoice Choice { get; }

    internal AccessSequence? Sequence { get; }

    private bool IsHighest => Choice == ScopeChoice.Highest;

    public override string ToString()
    {
        var bySequence = Sequence is null ? "" : "most specific by " + Sequence;
        return _comparer is null ? bySequence : (IsHighest ? "highest" : "lowest") + (Sequence is null ? "" : ", then " + bySequence);
    }

    internal bool IsSameAs(ScopePolicy<T> other) =>
        Sequence == other.Sequence && Equals(_comparer, other._comparer) && Choice == other.Choice;

    /// <summary>The rank of each entry, 0 for the strongest; equal only where the policy holds them for equal.</summary>
    internal int[] Ranks(ScopeEntry<T>[] entries, string parameterName)
    {
        var levels = Array.ConvertAll(entries, entry => Sequence is null ? 0 : Level(entry, parameterName));
        return _comparer is null ? levels : Compared(entries, levels, parameterName);
    }

    internal Reason Defeat(ScopeEntry<T> loser, ScopeEntry<T> winner) =>
        _comparer is null || _comparer.Compare(loser.Value, winner.Value) == 0
            ? new Reason(
                "scope.less-specific", ("level", Dimension.Text(loser.Scope.Dimensions)),
                ("winner's level", Dimension.Text(winner.Scope.Dimensions)))
            : new Reason(
                IsHighest ? "scope.not-highest" : "scope.not-lowest",
                ("value", Figure.FromObject(loser.Value)), ("winner's value", Figure.FromObject(winner.Value)));

    /// <summary>
    /// How a value is said to follow from the levels and values of the entries that hold. A comparer of the caller's own is not repeated:
    /// there the entry that is stated first gives the value.
    /// </summary>
    internal Operation Operation(List<Figure> values)
    {
        if (_comparer is null)
            return SalesDomain.Operation.Resolve(ToString(), figures => PlainResolution.MostSpecific(figures, Sequence!));
        if (!_comparer.Equals(Comparer<T>.Default) || !values.TrueForAll(OrderedFigure.IsOrdered))
            return SalesDomain.Operation.Resolve(ToString(), PlainResolution.FirstStated);

        return SalesDomain.Operation.Resolve(ToString(), IsHighest ? PlainResolution.Highest : PlainResolution.Lowest);
    }

    private int Level(ScopeEntry<T> entry, string parameterName)
    {
        var level = Sequence!.IndexOf(entry.Scope.Dimensions);
        return level >= 0 ? level
            : throw Guards.Invalid(
                parameterName,
                "'" + entry.Name + "' is about " + Dimension.Text(entry.Scope.Dimensions),
                "must be of a level of the sequence (" + Sequence + ")");
    }

    private int[] Compared(ScopeEntry<T>[] entries, int[] levels, string parameterName)
    {
        // Once each before sorting, which would hide in an exception of its own what the comparison has to say.
        foreach (var entry in entries)
            Compare(entries[0].Value, entry.Value, parameterName);

        var places = Enumerable.Range(0, entries.Length);
        int[] strongestFirst = IsHighest
            ? [.. places.OrderByDescending(place => entries[place].Value, _comparer).ThenBy(place => levels[place])]
            : [.. places.OrderBy(place => entries[place].Value, _comparer).ThenBy(place => levels[place])];
        var ranks = new int[entries.Length];
        for (var i = 1; i < strongestFirst.Length; i++)
        {
            var (stronger, place) = (strongestFirst[i - 1], strongestFirst[i]);
            var isEqual = levels[stronger] == levels[place] && _comparer!.Compare(entries[stronger].Value, entries[place].Value) == 0;
            ranks[place] = isEqual ? ranks[stronger] : ranks[stronger] + 1;
        }

        return ranks;
    }

    private void Compare(T left, T right, string parameterName)
    {
        try
        {
            _comparer!.Compare(left, right);
        }
        catch (CurrencyMismatchException e)
        {
            throw new CurrencyMismatchException(e.Expected, e.Actual, parameterName);
        }
        catch (UnitMismatchException e)
        {
            throw new UnitMismatchException(e.Expected, e.Actual, parameterName);
        }
    }
}
