using System;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Who is credited by one key, by the day from which on it is so; worked out when it is first asked for.</summary>
internal sealed class CreditSharesOfKey<TOwner>(LocalDate[] from, Func<LocalDate, CreditShare<TOwner>> at)
    where TOwner : notnull
{
    private readonly CreditShare<TOwner>?[] _shares = new CreditShare<TOwner>?[from.Length];

    internal int Count => from.Length;

    internal int PlaceOf(LocalDate on) => from.Length == 1 ? 0 : SortedDays.LastBy(from, on);

    internal CreditShare<TOwner> At(int place) => _shares[place] ??= at(from[place]);
}
