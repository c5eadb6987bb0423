using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The lines that count together for the breaks of price lists, added up once for each unit that is asked for.</summary>
/// <remarks>
/// Lines are entered, and looked up by product, before prices are handed out; sums in a unit may be asked for by any thread.
/// </remarks>
internal sealed class CountedGroup(PriceBook book)
{
    private readonly List<(int Place, QuoteLine Line)> _lines = [];

    // With more of one line: the group as it was, the line in it, and how much more.
    private readonly CountedGroup? _before;
    private readonly (QuoteLine Line, decimal More) _larger;
    private Dictionary<(string Product, UnitOfMeasure Unit), (decimal Sum, int Count)>? _same;

    // Few units are asked for. Who loses a race adds up the same once more.
    private volatile InUnit[] _sums = [];
    private volatile InValue[] _values = [];

    private CountedGroup(CountedGroup before, QuoteLine line, decimal more)
        : this(before.Book)
    {
        _before = before;
        _larger = (line, more);
    }

    internal PriceBook Book { get; } = book;

    /// <summary>In which units they were added up so far.</summary>
    internal InUnit[] Asked => _sums;

    /// <summary>By the first prices of which lists.</summary>
    internal InValue[] AskedByValue => _values;

    private int Count => _before?.Count ?? _lines.Count;

    private IEnumerable<QuoteLine> Lines =>
        _before is null ? _lines.Select(line => line.Line)
            : _before.Lines.Select(
                line => line.Number != _larger.Line.Number ? line
                    : line.Ordering(line.Quantity + new Quantity(_larger.More, line.Quantity.Unit)));

    /// <summary>The same with more of one of its lines: nothing is added up again.</summary>
    internal CountedGroup With(QuoteLine line, decimal more) => new(this, line, more);

    /// <summary>Enters a line, before anything is asked.</summary>
    internal void Add(int place, QuoteLine line) => _lines.Add((place, line));

    /// <summary>What all of them are in a unit, each by how its own product converts, and the places of those that do not.</summary>
    internal InUnit In(UnitOfMeasure unit)
    {
        var known = _sums;
        if (Array.Find(known, sum => sum.Unit == unit) is { } found)
            return found;

        found = AddedUp(unit);
        _sums = [.. known, found];
        return found;
    }

    /// <summary>What all of them count for breaks by value, each at the first price of its own product.</summary>
    internal InValue In(in ValueScale scale)
    {
        var known = _values;
        foreach (var each in known)
        {
            if (each.Scale.Equals(scale))
                return each;
        }

        var found = AddedUp(scale);
        _values = [.. known, found];
        return found;
    }

    /// <summary>What they are of one product in one unit, with nothing to be converted, and how many of them.</summary>
    internal (decimal Sum, int Count) Of(ProductId product, UnitOfMeasure unit)
    {
        if (_before is not null)
        {
            var (sum, count) = _before.Of(product, unit);
            return (sum + (IsOfLarger(product, unit) ? _larger.More : 0m), count);
        }

        if (_lines.Count == 1)
        {
            var only = _lines[0].Line;
            return only.Product == product && only.Quantity.Unit == unit ? (only.Quantity.Amount, 1) : default;
        }

        _same ??= _lines.GroupBy(line => (line.Line.Product.Code, line.Line.Quantity.Unit))
            .ToDictionary(same => same.Key, same => (same.Sum(line => line.Line.Quantity.Amount), same.Count()));
        return _same.TryGetValue((product.Code, unit), out var found) ? found : default;
    }

    /// <summary>Whether some of them are of another product, or in another unit.</summary>
    internal bool HasOthersThan(ProductId product, UnitOfMeasure unit) => Of(product, unit).Count < Count;

    /// <summary>Whether that of which there is more is of a product in a unit.</summary>
    internal bool IsOfLarger(ProductId product, UnitOfMeasure unit) =>
        _larger.Line.Product == product && _larger.Line.Quantity.Unit == unit;

    /// <summary>Whether the lines of two groups are the same.</summary>
    internal bool IsLike(CountedGroup other) =>
        ReferenceEquals(this, other) || Lines.SequenceEqual(other.Lines);

    private InUnit AddedUp(UnitOfMeasure unit)
    {
        if (_before?.In(unit) is { } before)
        {
            var (line, more) = _larger;
            return Book.TryRatio(line.Quantity.Unit, unit, line.Product, out var own)
                ? new InUnit(unit, before.Sum.Less(-more, own, count: 0), before.Others) : before;
        }

        var (sum, others) = (CountedSum.Nothing, new List<int>());
        foreach (var (place, line) in _lines)
        {
            if (Book.TryRatio(line.Quantity.Unit, unit, line.Product, out var ratio))
                sum = sum.With(line.Quantity.Amount, ratio);
            else
                others.Add(place);
        }

        return new InUnit(unit, sum, [.. others]);
    }

    private InValue AddedUp(ValueScale scale)
    {
        if (_before?.In(scale) is { } before)
        {
            var (larger, more) = _larger;
            var counted = before.Counted.With(scale, larger.Product, new Quantity(more, larger.Quantity.Unit));
            return new InValue(scale, counted, before.Others);
        }

        var (values, others, without) = (new List<ValuedQuantity>(), new List<int>(), new List<ProductId>());
        foreach (var same in _lines.GroupBy(line => (line.Line.Product, line.Line.Quantity.Unit)))
        {
            var quantity = new Quantity(same.Sum(line => line.Line.Quantity.Amount), same.Key.Unit);
            if (scale.Of(same.Key.Product, quantity, same.Count()) is { } value)
            {
                values.Add(value);
            }
            else
            {
                without.Add(same.Key.Product);
                others.AddRange(same.Select(line => line.Place));
            }
        }

        others.Sort();
        return new InValue(scale, ValuesCounted.Of(values, without), [.. others]);
    }

    /// <summary>What the lines count for breaks by value.</summary>
    internal sealed class InValue(in ValueScale scale, ValuesCounted counted, int[] others)
    {
        internal ValueScale Scale { get; } = scale;

        internal ValuesCounted Counted { get; } = counted;

        /// <summary>The places of the lines that have no price there.</summary>
        internal int[] Others { get; } = others;
    }

    /// <summary>What the lines are in a unit.</summary>
    internal sealed class InUnit(UnitOfMeasure unit, CountedSum sum, int[] others)
    {
        internal UnitOfMeasure Unit { get; } = unit;

        internal CountedSum Sum { get; } = sum;

        /// <summary>The places of the lines that do not convert.</summary>
        internal int[] Others { get; } = others;
    }
}
