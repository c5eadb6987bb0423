using System;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>
/// What counts for a break beside the quantity that is priced: other products of its group, and lines of its own in other units.
/// </summary>
/// <param name="group">All that counts.</param>
/// <param name="product">The product that is priced.</param>
/// <param name="priced">How much of it is priced.</param>
/// <param name="lines">How many lines of the group that is.</param>
internal sealed class CountedBeside(CountedGroup group, ProductId product, Quantity priced, int lines) : IEquatable<CountedBeside>
{
    private readonly CountedGroup _group = group;
    private readonly ProductId _product = product;
    private readonly Quantity _priced = priced;
    private readonly int _lines = lines;

    /// <summary>
    /// What that is in the unit of a break: each line by how its own product converts. Below zero where what is priced is not in the
    /// group, as a gift is not: at the step that its group reaches without it. Null where nothing of the group counts in the unit, so that
    /// a gift is at the step of its own quantity.
    /// </summary>
    internal CountedSum? In(UnitOfMeasure unit)
    {
        var all = _group.In(unit).Sum;
        if (all.IsZero || !_group.Book.TryRatio(_priced.Unit, unit, _product, out var ratio))
            return null;

        var beside = all.Less(_priced.Amount, ratio, _lines);
        return beside.IsZero ? null : beside;
    }

    /// <summary>What that is worth for breaks by value, each line at the first price of its own product; below zero as above.</summary>
    internal CountedSum In(in ValueScale scale)
    {
        var all = All(scale).Sum;
        return !all.IsZero && scale.Of(_product, _priced, _lines) is { } own ? own.TakenFrom(all) : all;
    }

    /// <summary>
    /// Of what <see cref="In(in ValueScale)"/> is made up: all of the group but what is priced; nothing is said of it where that is not in
    /// the group.
    /// </summary>
    internal ValuesCounted Values(in ValueScale scale)
    {
        var all = All(scale);
        var (product, unit) = (_product, _priced.Unit);
        ValuedQuantity[] parts = [.. all.Parts!.Where(part => part.Product != product || part.Quantity.Unit != unit)];
        return ValuesCounted.Of(In(scale), parts, all.Without);
    }

    /// <summary>What all of the group is worth, what is priced included.</summary>
    internal ValuesCounted All(in ValueScale scale) => _group.In(scale).Counted;

    public bool Equals(CountedBeside? other) =>
        other is not null && _product == other._product && _priced == other._priced && _group.IsLike(other._group);

    public override bool Equals(object? obj) => Equals(obj as CountedBeside);

    public override int GetHashCode() => _priced.GetHashCode();
}
