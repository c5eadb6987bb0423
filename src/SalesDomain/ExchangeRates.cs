using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Dated exchange rates of one kind, by which amounts are converted: directly, inversely, or through a base currency.</summary>
/// <remarks>
/// <para>
/// One object holds one kind of rate: the closing rates, the average rates, a bank's buying rates. Buying and selling are two objects, and
/// what the customs office publishes for a month is a third.
/// </para>
/// <para>
/// For a conversion on a day, in this order: the same currency is the very same amount and needs no rate; then the pair's own last rate on
/// or before the day, quoted either way (where a day has both, the one in the direction asked for); then, with a base currency, the last
/// rate to it and the last rate from it. A rate quoted the other way divides. A rate of a later day is never used, nor one that has
/// <see cref="ExchangeRate.Until">ended</see>, nor one older than <see cref="MaximumAge"/>; no rate is an answer, never a rate of 1.
/// </para>
/// <para>
/// Result = amount × rates ÷ rates, multiplied first, divided once, and not rounded: round the result, once. There and back by the same
/// rates is the same amount after one rounding to the nearest minor unit: for amounts up to 10¹⁵ and one rate from 10⁻⁹ to 10⁹, or
/// two rates from 10⁻⁴ to 10⁴ through a base currency.
/// </para>
/// <para>Immutable. Equality is by rates, base currency and maximum age, whatever the order the rates came in.</para>
/// </remarks>
public sealed class ExchangeRates : IEquatable<ExchangeRates>
{
    // By currencies and day, so that equal tables hold equal arrays.
    private readonly ExchangeRate[] _rates;
    private readonly RateIndex _index;

    private ExchangeRates(ExchangeRate[] rates, RateIndex index, Currency? @base, int? maximumAge)
    {
        _rates = rates;
        _index = index;
        Base = @base;
        MaximumAge = maximumAge;
    }

    /// <summary>The rates, ordered by the codes of both currencies and by day.</summary>
    public IReadOnlyList<ExchangeRate> Rates => Array.AsReadOnly(_rates);

    /// <summary>The currency through which two others are converted that have no rate of their own, or null for none.</summary>
    public Currency? Base { get; }

    /// <summary>How many days old a rate may be, 0 for a rate of the very day, or null for any age.</summary>
    public int? MaximumAge { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A table of rates.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ExchangeRates? left, ExchangeRates? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A table of rates.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ExchangeRates? left, ExchangeRates? right) => !(left == right);

    /// <summary>A table of rates of one kind, without a base currency and with rates of any age.</summary>
    /// <param name="rates">The rates, in any order; without any, only the same currency is converted.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> or a rate is null.</exception>
    /// <exception cref="ArgumentException">Two rates have the same currencies, direction and day.</exception>
    public static ExchangeRates Of(params ExchangeRate[] rates) => Create([], rates, @base: null, maximumAge: null);

    /// <summary>The table with more rates, those of another day, say.</summary>
    /// <param name="rates">The rates to add.</param>
    /// <returns>The changed copy.</returns>
    /// <inheritdoc cref="Of" path="/exception"/>
    public ExchangeRates With(params ExchangeRate[] rates) => Create(_rates, rates, Base, MaximumAge);

    /// <summary>The same rates, with a currency through which two others are converted that have no rate of their own.</summary>
    /// <param name="currency">
    /// The base currency: the euro for the rates of the European Central Bank, the yuan for those of the People's Bank of China.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public ExchangeRates WithBase(Currency currency) => new(_rates, _index, Guard.Against.Null(currency), MaximumAge);

    /// <summary>The same rates, usable for so many days only.</summary>
    /// <param name="days">
    /// Calendar days from the rate's day to the day asked for, zero or more: 0 for a rate of the very day; 3 bridges a weekend and a Monday
    /// without a rate, 11 the long holidays in China, where business is done on make-up days and no rate is published.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public ExchangeRates WithMaximumAge(int days) => new(_rates, _index, Base, Guard.Against.OutsideRange(0, int.MaxValue, days));

    /// <summary>Converts an amount.</summary>
    /// <param name="amount">The amount, of any sign.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="on">The day whose rate is wanted: of the invoice, of the payment, of the closing.</param>
    /// <returns>The result, not rounded, with the rates used.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="to"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not a day of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no rate for these currencies on that day; the message says what is missing.
    /// </exception>
    /// <exception cref="OverflowException">The result, or a product on the way to it, does not fit in a decimal.</exception>
    public Conversion Convert(Money amount, Currency to, LocalDate on) =>
        TryConvert(amount, to, on, out var conversion) ? conversion : throw NoRate(amount.Currency, to, on);

    /// <summary>Converts an amount, if there is a rate.</summary>
    /// <param name="amount">The amount, of any sign.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="on">The day whose rate is wanted.</param>
    /// <param name="conversion">The result, not rounded, with the rates used; or the default value.</param>
    /// <returns>False when there is no rate, an amount of zero included; <see cref="Missing"/> says which.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="to"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not a day of the ISO calendar.</exception>
    /// <exception cref="OverflowException">The result, or a product on the way to it, does not fit in a decimal.</exception>
    public bool TryConvert(Money amount, Currency to, LocalDate on, out Conversion conversion)
    {
        Guard.Against.Null(to);
        Guard.Against.OtherCalendar(on);
        var from = amount.Currency;
        if (from == to)
        {
            conversion = new Conversion(amount, amount, on);
            return true;
        }

        if (Last(from, to, on) is { } rate)
        {
            conversion = new Conversion(amount, new Money(Exchange.By(rate, amount), to), on, rate);
            return true;
        }

        if (IsCross(from, to) && Last(from, Base!, on) is { } first && Last(Base!, to, on) is { } second)
        {
            var result = new Money(Exchange.Through(Base!, first, second, amount), to);
            conversion = new Conversion(amount, result, on, first, second);
            return true;
        }

        conversion = default;
        return false;
    }

    /// <summary>What is missing for a conversion on a day: why <see cref="TryConvert"/> is false.</summary>
    /// <param name="from">The currency of the amount.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="on">The day whose rate is wanted.</param>
    /// <returns>
    /// Nothing when there is a rate. Otherwise a reason for the pair and, with a base currency, one for each of the two legs without a
    /// rate: <c>exchange.no-rate</c> (never quoted), <c>exchange.no-rate-yet</c> (with the first day quoted),
    /// <c>exchange.expired-rate</c> (with the day of the last rate and the day it held until) or <c>exchange.stale-rate</c> (with the
    /// last day quoted, its age and the maximum age), each with both currencies and the day.
    /// </returns>
    /// <exception cref="ArgumentNullException">A currency is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not a day of the ISO calendar.</exception>
    public IReadOnlyList<Reason> Missing(Currency from, Currency to, LocalDate on)
    {
        Guard.Against.Null(from);
        Guard.Against.Null(to);
        Guard.Against.OtherCalendar(on);
        if (WhyNone(from, to, on) is not { } own)
            return [];
        if (!IsCross(from, to))
            return [own];

        Reason[] legs = [.. new[] { WhyNone(from, Base!, on), WhyNone(Base!, to, on) }.OfType<Reason>()];
        return legs.Length == 0 ? [] : [own, .. legs];
    }

    /// <summary>Whether the other has the same rates, base currency and maximum age.</summary>
    /// <param name="other">The table to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ExchangeRates? other) =>
        other is not null && Base == other.Base && MaximumAge == other.MaximumAge && _rates.SequenceEqual(other._rates);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExchangeRates);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _rates.Aggregate(Hash.Combine(Base?.GetHashCode() ?? 0, MaximumAge ?? -1), (hash, rate) => Hash.Combine(hash, rate.GetHashCode()));

    /// <summary>
    /// The rates with base currency and maximum age: <c>EUR 1.00 = USD 1.08 on 2026-03-31, through EUR, at most 3 days old</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (_rates.Length == 0 ? "no rates" : string.Join(", ", _rates.Select(rate => rate.ToString())))
        + (Base is null ? "" : ", through " + Base)
        + (MaximumAge is { } days ? ", at most " + InvariantText.Number(days) + " days old" : "");

    private static ExchangeRates Create(ExchangeRate[] known, ExchangeRate[] rates, Currency? @base, int? maximumAge)
    {
        Guard.Against.Null(rates);
        Array.ForEach(rates, rate => Guard.Against.Null(rate, nameof(rates)));
        ExchangeRate[] sorted =
        [
            .. known.Concat(rates)
                .OrderBy(rate => rate.From.Code, StringComparer.Ordinal).ThenBy(rate => rate.From.MinorDigits)
                .ThenBy(rate => rate.To.Code, StringComparer.Ordinal).ThenBy(rate => rate.To.MinorDigits)
                .ThenBy(rate => rate.On),
        ];
        for (var i = 1; i < sorted.Length; i++)
        {
            var (one, other) = (sorted[i - 1], sorted[i]);
            if (one.From == other.From && one.To == other.To && one.On == other.On)
                throw Guards.Invalid(nameof(rates), one + " and " + other, "must have one rate for a pair and day");
        }

        return new ExchangeRates(sorted, RateIndex.Of(sorted), @base, maximumAge);
    }

    private bool IsCross(Currency from, Currency to) => Base is { } through && from != through && to != through;

    private ExchangeRate? Last(Currency from, Currency to, LocalDate on)
    {
        var rate = _index.Find(from, to)?.LastBy(on);
        return rate is null || rate.Until < on || (MaximumAge is { } most && Period.DaysBetween(rate.On, on) > most) ? null : rate;
    }

    private Reason? WhyNone(Currency from, Currency to, LocalDate on)
    {
        if (from == to || Last(from, to, on) is not null)
            return null;

        var asked = new (string, Figure)[] { ("from", from.Code), ("to", to.Code), ("on", on) };
        if (_index.Find(from, to) is not { } series)
            return new Reason("exchange.no-rate", asked);

        if (series.LastBy(on) is not { } last)
            return new Reason("exchange.no-rate-yet", [.. asked, ("first", series.FirstDay)]);

        if (last.Until is { } until && until < on)
            return new Reason("exchange.expired-rate", [.. asked, ("last", last.On), ("until", until)]);

        var age = Period.DaysBetween(last.On, on);
        return new Reason("exchange.stale-rate", [.. asked, ("last", last.On), ("age", age), ("maximum age", MaximumAge!.Value)]);
    }

    private ArgumentOutOfRangeException NoRate(Currency from, Currency to, LocalDate on)
    {
        var missing = string.Join(", ", Missing(from, to, on).Select(reason => reason.ToString()));
        return Guards.OutOfRange(
            nameof(on), InvariantText.Date(on), "must be a day with a rate from " + from + " to " + to + "; missing: " + missing);
    }
}
