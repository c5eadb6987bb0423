using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// ABC analysis (ABC分类): the few customers or products that make 80 % of the total are A, the next up to 95 % B, the rest C.
/// </summary>
/// <remarks>
/// <para>
/// Items are ranked by value, the largest first, and the running total is compared with share × total: the product, to 28 digits, which
/// <see cref="ParetoItem{TKey, TValue}.Explain"/> prints, and no quotient. The item with which it crosses a bound goes where
/// <see cref="Crossing"/> says; one that reaches a bound exactly is in.
/// </para>
/// <para>
/// Equal values are never classed differently: they share their rank and, like one item of their sum, their class. In the list they stand
/// by key. Values of
/// zero or less (no sales, more returns than sales) are in the last class and no part of the total, so that shares end at 100 %.
/// </para>
/// <para>Equality is by classes and crossing rule. Source: common practice of sales and stock management, after Pareto's 80 : 20.</para>
/// </remarks>
public sealed class ParetoClasses : IEquatable<ParetoClasses>
{
    private readonly string[] _names;
    private readonly Percentage[] _bounds;

    private ParetoClasses(string[] names, Percentage[] bounds, CrossingItem crossing)
    {
        _names = names;
        _bounds = bounds;
        Crossing = crossing;
    }

    /// <summary>A up to 80 % of the total, B up to 95 %, C the rest; the crossing item included.</summary>
    public static ParetoClasses Abc { get; } =
        Of(("A", Percentage.FromPercent(80m)), ("B", Percentage.FromPercent(95m)), ("C", Percentage.OneHundred));

    /// <summary>Where the item goes that crosses a bound.</summary>
    public CrossingItem Crossing { get; }

    /// <summary>The names of the classes, from that of the largest items on.</summary>
    public IReadOnlyList<string> Names => Array.AsReadOnly(_names);

    /// <summary>The share of the total at which each class ends, rising; the last is 100 %.</summary>
    public IReadOnlyList<Percentage> Bounds => Array.AsReadOnly(_bounds);

    /// <summary>Where the classes end, but for the last, which takes whatever is in no other.</summary>
    internal IEnumerable<ParetoBound> InnerBounds =>
        _bounds.Take(_bounds.Length - 1).Select((bound, index) => new ParetoBound(index, _names[index], bound));

    internal string LastName => _names[_names.Length - 1];

    internal string NameOf(int index) => _names[index];

    /// <summary>Classes by the share of the total at which each ends; the crossing item is included.</summary>
    /// <param name="classes">At least one: a name (not empty, no white space at either end) and a share above zero, rising; the last is 100
    /// %.</param>
    /// <returns>The classes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">There are no classes, a name is empty, padded or comes twice, a share does not rise, or the last
    /// is not 100 %.</exception>
    public static ParetoClasses Of(params (string Name, Percentage UpTo)[] classes)
    {
        var given = Guard.Against.Nothing(classes, "there is at least one class");
        var names = Array.ConvertAll(given, each => Identifier.Checked(each.Name, nameof(classes)));
        var bounds = Array.ConvertAll(given, each => each.UpTo);
        Guard.Against.NameTwice(names, nameof(classes));
        var before = Percentage.Zero;
        foreach (var bound in bounds)
        {
            if (bound <= before)
                throw Guards.Invalid(nameof(classes), bound + " after " + before, "must end at rising shares above zero");
            before = bound;
        }

        return before == Percentage.OneHundred ? new ParetoClasses(names, bounds, CrossingItem.Included)
            : throw Guards.Invalid(nameof(classes), before.ToString(), "must end with a class up to 100%, so that every item has one");
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A classification.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ParetoClasses? left, ParetoClasses? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A classification.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ParetoClasses? left, ParetoClasses? right) => !(left == right);

    /// <summary>The same classes with another rule for the item that crosses a bound.</summary>
    /// <param name="crossing">Where it goes.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="crossing"/> is not defined.</exception>
    public ParetoClasses WithCrossing(CrossingItem crossing) => new(_names, _bounds, Guard.Against.Undefined(crossing));

    /// <summary>Classifies items by amounts of money: revenue or margin by customer or product.</summary>
    /// <typeparam name="TKey">The type of the keys; text is ordered by its code units.</typeparam>
    /// <param name="items">Each key once, with its value, in any order; all values in one currency.</param>
    /// <returns>The items, the largest value first, equal values by key; none for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or a key is null.</exception>
    /// <exception cref="ArgumentException">A key comes twice: sum its values first.</exception>
    /// <exception cref="CurrencyMismatchException">The values are of different currencies.</exception>
    /// <exception cref="OverflowException">The total, or for <see cref="CrossingItem.Nearest"/> twice the total, does not fit in a
    /// decimal.</exception>
    public IReadOnlyList<ParetoItem<TKey, Money>> Classify<TKey>(IEnumerable<(TKey Key, Money Value)> items)
        where TKey : notnull, IComparable<TKey>
    {
        Currency? currency = null;
        return Classify(
            items,
            money => money.Currency == (currency ??= money.Currency) ? money.Amount
                : throw new CurrencyMismatchException(currency, money.Currency, nameof(items)),
            amount => new Money(amount, currency!),
            money => money);
    }

    /// <summary>Classifies items by quantities: units sold by product.</summary>
    /// <typeparam name="TKey">The type of the keys; text is ordered by its code units.</typeparam>
    /// <param name="items">Each key once, with its value, in any order; all values in one unit.</param>
    /// <returns>The items, the largest value first, equal values by key; none for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or a key is null.</exception>
    /// <exception cref="ArgumentException">A key comes twice: sum its values first.</exception>
    /// <exception cref="UnitMismatchException">The values are in different units.</exception>
    /// <exception cref="OverflowException">The total, or for <see cref="CrossingItem.Nearest"/> twice the total, does not fit in a
    /// decimal.</exception>
    public IReadOnlyList<ParetoItem<TKey, Quantity>> Classify<TKey>(IEnumerable<(TKey Key, Quantity Value)> items)
        where TKey : notnull, IComparable<TKey>
    {
        UnitOfMeasure? unit = null;
        return Classify(
            items,
            quantity => quantity.Unit == (unit ??= quantity.Unit) ? quantity.Amount
                : throw new UnitMismatchException(unit, quantity.Unit, nameof(items)),
            amount => new Quantity(amount, unit!),
            quantity => quantity);
    }

    /// <summary>Classifies items by plain numbers: orders by customer, complaints by cause.</summary>
    /// <typeparam name="TKey">The type of the keys; text is ordered by its code units.</typeparam>
    /// <param name="items">Each key once, with its value, in any order.</param>
    /// <returns>The items, the largest value first, equal values by key; none for none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or a key is null.</exception>
    /// <exception cref="ArgumentException">A key comes twice: sum its values first.</exception>
    /// <exception cref="OverflowException">The total, or for <see cref="CrossingItem.Nearest"/> twice the total, does not fit in a
    /// decimal.</exception>
    public IReadOnlyList<ParetoItem<TKey, decimal>> Classify<TKey>(IEnumerable<(TKey Key, decimal Value)> items)
        where TKey : notnull, IComparable<TKey> =>
        Classify(items, number => number, amount => amount, number => number);

    /// <summary>Whether the other has the same classes and crossing rule.</summary>
    /// <param name="other">The classification to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ParetoClasses? other) =>
        other is not null && Crossing == other.Crossing && _names.SequenceEqual(other._names, StringComparer.Ordinal)
        && _bounds.SequenceEqual(other._bounds);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as ParetoClasses);

    /// <inheritdoc/>
    public override int GetHashCode() => _bounds.Aggregate((int)Crossing, (hash, bound) => Hash.Combine(hash, bound.GetHashCode()));

    /// <summary>The rule in words: <c>A up to 80%, B up to 95%, C up to 100%, crossing item included</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var crossing = Crossing switch
        {
            CrossingItem.Included => "included",
            CrossingItem.Excluded => "excluded",
            _ => "to the nearer side",
        };
        return string.Join(", ", _names.Zip(_bounds, (name, bound) => name + " up to " + bound)) + ", crossing item " + crossing;
    }

    private ReadOnlyCollection<ParetoItem<TKey, TValue>> Classify<TKey, TValue>(
        IEnumerable<(TKey Key, TValue Value)> items,
        Func<TValue, decimal> amountOf,
        Func<decimal, TValue> valueOf,
        Func<TValue, Figure> figureOf)
        where TKey : notnull, IComparable<TKey>
        where TValue : struct
    {
        Guard.Against.Null(items);
        var given = items as (TKey Key, TValue Value)[] ?? [.. items];
        var keys = Array.ConvertAll(given, item => item.Key);
        RequireDifferent(keys);

        // Negated, so that rising is falling: the runtime sorts plain decimals fastest.
        var falling = Array.ConvertAll(given, item => -amountOf(item.Value));
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;

        Array.Sort(falling, order);
        for (var i = 0; i < falling.Length; i++)
            falling[i] = -falling[i];

        SortEquals(falling, order, Comparer<int>.Create((left, right) => Levels.Compare(keys[left], keys[right], nameof(items))));
        var run = new ParetoRun<TValue>(this, new ParetoSteps(falling, _bounds, Crossing), valueOf, figureOf);
        var result = new ParetoItem<TKey, TValue>[keys.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = new ParetoItem<TKey, TValue>(run, keys[order[i]], i);

        return Array.AsReadOnly(result);
    }

    private static void RequireDifferent<TKey>(TKey[] items)
        where TKey : notnull
    {
#if NET
        var keys = new HashSet<TKey>(items.Length);
#else
        var keys = new HashSet<TKey>();
#endif
        foreach (var key in items)
        {
            if (key is null)
                throw new ArgumentNullException(nameof(items));
            if (!keys.Add(key))
                throw Guards.Invalid(nameof(items), InvariantText.Any(key), "must have each key once; sum its values first");
        }
    }

    private static void SortEquals(decimal[] falling, int[] order, IComparer<int> byKey)
    {
        for (var start = 0; start < falling.Length;)
        {
            var end = start + 1;
            while (end < falling.Length && falling[end] == falling[start])
                end++;
            if (end - start > 1)
                Array.Sort(order, start, end - start, byKey);
            start = end;
        }
    }
}
