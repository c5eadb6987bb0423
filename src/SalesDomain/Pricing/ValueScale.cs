using System;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The list whose breaks by value are asked, on a day: what counts for them counts at the first price that it has there.</summary>
internal readonly struct ValueScale : IEquatable<ValueScale>
{
    internal ValueScale(PriceBook book, PriceList list, PriceListVersion version, LocalDate on)
    {
        Book = book;
        List = list;
        Version = version;
        On = on;
    }

    internal PriceBook Book { get; }

    internal PriceList List { get; }

    internal PriceListVersion Version { get; }

    internal LocalDate On { get; }

    /// <summary>
    /// What a quantity of a product is worth at its own first price; null where the list has no price for it in that unit, so that it does
    /// not count.
    /// </summary>
    internal ValuedQuantity? Of(ProductId product, Quantity quantity, int count) =>
        Book.TryFirstPrice(this, product, quantity.Unit, out var first, out var per, out var ratio)
            ? new ValuedQuantity(product, quantity, count, first, per, ratio) : null;

    /// <summary>Whether both are the same list on the same day. Of one book, lists and versions are the same objects.</summary>
    public bool Equals(ValueScale other) =>
        ReferenceEquals(List, other.List) && ReferenceEquals(Version, other.Version) && On == other.On;

    public override bool Equals(object? obj) => obj is ValueScale other && Equals(other);

    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(List.Name), On.GetHashCode());
}
