using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>Breaks that count what was bought before.</content>
public sealed partial class PriceBook
{
    /// <summary>The price of a quantity of a product for a sale, with what was bought before.</summary>
    /// <param name="product">The product; it takes the place of one that the subject states.</param>
    /// <param name="quantity">How much of it is ordered now, in the unit that is ordered; of a return nothing before it counts.</param>
    /// <param name="subject">What else is known of the sale: the customer with its groups, the channel.</param>
    /// <param name="on">The price date, and the day of the document.</param>
    /// <param name="currency">The currency of the document.</param>
    /// <param name="purchases">
    /// What was bought before. What counts of it, where the version of a list declares that (<see cref="PriceListVersion.Cumulative"/>), is
    /// the product, by this customer or by none that is stated, at standard and consignment prices or where no kind is stated. The document
    /// that is priced is left out by <see cref="PurchaseHistory.Without"/>.
    /// </param>
    /// <returns>The price, or that there is none and why. What was bought before chooses the break and is not priced.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="currency"/> or <paramref name="purchases"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="product"/> is the default value, or <paramref name="on"/> not of the ISO calendar.
    /// </exception>
    /// <exception cref="OverflowException">An amount, or the sum of what was bought, does not fit in a decimal.</exception>
    public ResolvedPrice Price(
        ProductId product, Quantity quantity, ScopeSubject subject, LocalDate on, Currency currency, PurchaseHistory purchases)
    {
        Identifier.Given(product);
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(currency);
        var counted = Guard.Against.Null(purchases).Of(product).Where(
            purchase => (purchase.Customer is null || purchase.Customer == subject.Customer)
                && purchase.PriceKind is null or PriceKind.Standard or PriceKind.Consignment);
        return Price(
            new PriceQuestion(
                product, quantity, subject.With(product), on, currency, EarlierCount.Of(this, on, counted)));
    }

    /// <summary>What a book is asked, answered; quantity, day and currency were looked at before.</summary>
    internal ResolvedPrice Price(in PriceQuestion asked)
    {
        var (shelf, place) = Resolve(asked, out var steps);
        return new ResolvedPrice(this, asked, shelf, place, steps);
    }

    /// <summary>
    /// What was bought before and counts for the breaks of a version, in the ordered unit; null where nothing does, and for a return. For
    /// breaks by value it is as much of the product as has that value, and null where its first price is zero.
    /// </summary>
    /// <param name="at">The list with the version.</param>
    /// <param name="source">The record whose breaks they are.</param>
    /// <param name="asked">What is asked.</param>
    internal CountedSum? Before(ListVersion at, ItemPrice source, in PriceQuestion asked)
    {
        if (asked.Quantity.IsNegative || asked.Earlier is not { } earlier || PeriodOf(at.Version, asked) is not { } period)
            return null;

        return source.ValueBreaks is not null
            ? OfValue(earlier.Over(period, ScaleOf(at, asked))?.Sum, source, asked)
            : Ordered(earlier.Over(period, source.CountedUnit), source, asked);
    }

    /// <summary>What counts for the breaks of a record beside what is priced, in the ordered unit; by value as above.</summary>
    internal CountedSum? Beside(ListVersion at, ItemPrice source, in PriceQuestion asked) =>
        asked.Beside is null ? null
            : source.ValueBreaks is not null ? OfValue(asked.Beside.In(ScaleOf(at, asked)), source, asked)
            : Ordered(asked.Beside.In(source.CountedUnit), source, asked);

    /// <summary>
    /// The unit that the breaks of a version count for a sale; that of the order where the version has no record for it.
    /// </summary>
    internal UnitOfMeasure CountedUnitOf(PriceListVersion version, in PriceQuestion asked) =>
        Source(version, asked, out var source) == ListOutcome.Priced ? source!.CountedUnit : asked.Quantity.Unit;

    /// <summary>
    /// Whether some list that holds for the sale has breaks in another unit than that of the order, or by value, so that what counts
    /// beside it is no quantity of it.
    /// </summary>
    internal bool CountsInOther(PriceQuestion asked) =>
        Holding(asked, Consulted(asked.Currency)).Any(
            held => Source(held.Shelf[held.Place].Version, asked, out var source) == ListOutcome.Priced
                && source!.HasBreaks && (source.ValueBreaks is not null || source.CountedUnit != asked.Quantity.Unit));

    /// <summary>As much of the product, in the ordered unit, as is worth a value at its first price.</summary>
    private CountedSum? OfValue(CountedSum? value, ItemPrice source, in PriceQuestion asked) =>
        value is not null && TryRatio(source.Per.Unit, asked.Quantity.Unit, asked.Product, out var ratio)
            ? source.Ordered(value, ratio) : null;

    /// <summary>What was added up in the unit of a break, in the ordered one.</summary>
    private CountedSum? Ordered(CountedSum? counted, ItemPrice source, in PriceQuestion asked) =>
        counted is not null && TryRatio(source.CountedUnit, asked.Quantity.Unit, asked.Product, out var ratio) ? counted.In(ratio) : null;

    /// <summary>
    /// The period over which the breaks of a version count: its own, or without one that of the list below it that the breaks are of.
    /// </summary>
    internal DateSpan? PeriodOf(PriceListVersion version, in PriceQuestion asked)
    {
        if (version.CumulativeOver is { } own)
            return own;

        return Own(version, asked, out _) is null && version.Formula?.BaseList is { } name
            && _byName[name].Versions.TryAt(asked.On, out var below) ? PeriodOf(below, asked) : null;
    }

    /// <summary>
    /// The parts of a graduated quantity behind those that were bought before, and where the first of them ends: at a break, but for the
    /// last.
    /// </summary>
    private static List<PricePortion> Remaining(
        ItemPrice source, in PriceQuestion asked, UnitRatio ratio, CountedSum before, out decimal firstEnd)
    {
        var (used, reached) = (before.And(0m, ratio), 0m);
        firstEnd = 0m;
        var remaining = new List<PricePortion>();
        var ordered = asked.Quantity.Amount;
        var portions = source.Breaks!.Portions(new Quantity(before.And(ordered, ratio), source.Per.Unit));
        for (var i = 0; i < portions.Count; i++)
        {
            var (below, isFirst, isLast) = (reached, remaining.Count == 0, i == portions.Count - 1);
            reached += portions[i].Base.Amount;
            if (reached <= used && !isLast)
                continue;

            // Each is divided once: of two that were divided before, the difference would lose digits.
            var part = isFirst && isLast ? ratio.Of(ordered)
                : isFirst ? before.Priced(-1m, 0m, 0m, ratio, reached, 1m)
                : isLast ? before.Priced(1m, 1m, ordered, ratio, -below, 1m) : portions[i].Base.Amount;
            firstEnd = isFirst ? reached : firstEnd;
            remaining.Add(new PricePortion(new Quantity(part, source.Per.Unit), portions[i].UnitPrice));
        }

        return remaining;
    }
}
