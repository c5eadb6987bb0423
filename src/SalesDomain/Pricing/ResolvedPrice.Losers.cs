using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Which lists do not give the price, and why.</summary>
public readonly partial struct ResolvedPrice
{
    /// <summary>
    /// The lists that hold for the sale on the day and do not give its price, those in its currency first, strongest first.
    /// </summary>
    /// <returns>
    /// Each with the price it would have given, where it has one, and what it lost by: <c>pricing.less-specific</c>,
    /// <c>pricing.lower-precedence</c> or <c>pricing.not-lowest</c>; <c>pricing.other-currency</c>; or for want of what it has no price:
    /// <c>pricing.no-item</c>, <c>pricing.no-break</c>, <c>pricing.unknown-unit</c>, <c>pricing.no-rate</c>, <c>pricing.no-cost</c>,
    /// <c>pricing.below-zero</c>.
    /// </returns>
    public IReadOnlyList<RejectedPrice> Losers()
    {
        var self = this;
        return Array.AsReadOnly(
            _book is null ? []
                : _book.Holding(_asked).Where(held => held.Shelf != self._shelf || held.Place != self._place)
                    .Select(held => self.Rejected(held.Shelf, held.Place)).ToArray());
    }

    /// <summary>The lists of the book that do not hold for the sale or not on the day.</summary>
    /// <returns>
    /// Each with <c>pricing.not-effective</c> (the day asked for, and the days of its versions), the reasons of
    /// <see cref="Scope.Mismatches"/>, or both.
    /// </returns>
    public IReadOnlyList<RejectedPrice> NotApplicable() => Array.AsReadOnly(_book is null ? [] : _book.NotApplicable(_asked).ToArray());

    /// <summary>Why there is no price: the reason of every list that holds, or <c>pricing.no-list</c> where none does.</summary>
    /// <returns>The reasons; none where there is a price.</returns>
    public IReadOnlyList<Reason> Reasons()
    {
        if (HasPrice)
            return [];

        Reason[] reasons = [.. Losers().SelectMany(loser => loser.Reasons)];
        return Array.AsReadOnly(
            reasons.Length > 0 ? reasons
                : [new Reason("pricing.no-list", ("product", Product.ToString()), ("on", On), ("currency", Currency.Code))]);
    }

    private RejectedPrice Rejected(PriceShelf shelf, int place)
    {
        var list = shelf[place].List;
        var isConsulted = shelf.Currency == _asked.Currency || shelf == _shelf
            || (_shelf is null && _book!.GenericCurrency == shelf.Currency);
        if (!isConsulted)
        {
            return new RejectedPrice(
                list, null, [new Reason("pricing.other-currency", ("list", list.Name), ("currency", list.Currency.Code))]);
        }

        var outcome = _book!.Evaluate(shelf[place], _asked, null, out var steps);
        return outcome == ListOutcome.Priced
            ? new RejectedPrice(list, new Money(steps.UnitPrice, _asked.Currency), [Defeat(shelf, place, steps.UnitPrice)])
            : new RejectedPrice(list, null, Wants(list, outcome));
    }

    private Reason Defeat(PriceShelf shelf, int place, decimal unitPrice)
    {
        var (list, winner) = (shelf[place].List, Winner!);
        if (_book!.Choice == ScopeChoice.Lowest && unitPrice != _steps.UnitPrice)
        {
            return new Reason(
                "pricing.not-lowest", ("list", list.Name), ("price", new Money(unitPrice, _asked.Currency)), ("winner's price", UnitPrice));
        }

        return shelf.AreOfOneLevel(place, _place)
            ? new Reason(
                "pricing.lower-precedence", ("list", list.Name), ("precedence", (decimal)list.Precedence),
                ("winner's precedence", (decimal)winner.Precedence))
            : new Reason(
                "pricing.less-specific", ("list", list.Name), ("level", Dimension.Text(list.Scope.Dimensions)),
                ("winner's level", Dimension.Text(winner.Scope.Dimensions)));
    }

    private Reason[] Wants(PriceList list, ListOutcome outcome) =>
        outcome switch
        {
            ListOutcome.NoBreak =>
                [new Reason("pricing.no-break", ("list", list.Name), ("product", Product.Code), ("quantity", Quantity))],
            ListOutcome.UnknownUnit =>
                [new Reason("pricing.unknown-unit", ("list", list.Name), ("product", Product.Code), ("unit", Quantity.Unit.Code))],
            ListOutcome.NoCost =>
                [new Reason("pricing.no-cost", ("list", list.Name), ("product", Product.Code), ("on", On))],
            ListOutcome.BelowZero =>
                [new Reason("pricing.below-zero", ("list", list.Name), ("product", Product.Code))],
            ListOutcome.NoRate =>
            [
                new Reason("pricing.no-rate", ("list", list.Name), ("currency", _asked.Currency.Code), ("on", On)),
                .. _book!.Rates?.Missing(list.Currency, _asked.Currency, On) ?? [],
            ],
            _ => [new Reason("pricing.no-item", ("list", list.Name), ("product", Product.Code))],
        };
}
