using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Which lists do not give the price, and why.</summary>
public readonly partial struct ResolvedPrice
{
    private const string AgreedInOtherCurrency = "pricing.agreed-in-other-currency";

    /// <summary>
    /// The lists that hold for the sale on the day and do not give its price, those in its currency first, strongest first.
    /// </summary>
    /// <returns>
    /// Each with the price it would have given, where it has one, and what it lost by: <c>pricing.less-specific</c>,
    /// <c>pricing.lower-precedence</c> or <c>pricing.not-lowest</c>; <c>pricing.other-currency</c>, or where it is more specific than the
    /// winner <c>pricing.agreed-in-other-currency</c>; or for want of what it has no price: <c>pricing.no-item</c>,
    /// <c>pricing.no-base</c>, <c>pricing.no-break</c>, <c>pricing.unknown-unit</c>, <c>pricing.no-rate</c>, <c>pricing.no-cost</c>,
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

    /// <summary>What somebody should know before the price is used.</summary>
    /// <returns>
    /// <c>pricing.return-looked-up</c> of a negative quantity, which has the price of its sale wherever that is known; and
    /// <c>pricing.agreed-in-other-currency</c> for every list more specific than the winner that would have a price, but in another
    /// currency than the document: what was agreed with the customer, perhaps; <c>pricing.earlier-other-unit</c> where purchases before
    /// do not convert to the unit of its breaks, and so do not count, or <c>pricing.earlier-no-value</c> where its breaks are by value and
    /// they have no first price in the list. None without a price.
    /// </returns>
    public IReadOnlyList<Reason> Warnings()
    {
        if (!HasPrice)
            return [];

        var warnings = new List<Reason>();
        if (Quantity.IsNegative)
        {
            warnings.Add(
                new Reason(
                    "pricing.return-looked-up", ("product", Product.Code), ("quantity", Quantity), ("list", Winner!.Name), ("on", On)));
        }

        warnings.AddRange(NotCounted(_shelf![_place]));
        warnings.AddRange(Losers().SelectMany(loser => loser.Reasons).Where(reason => reason.Code == AgreedInOtherCurrency));
        return warnings.AsReadOnly();
    }

    /// <summary>That earlier purchases of the period of a version do not convert to its breaks, or have no value there.</summary>
    private IEnumerable<Reason> NotCounted(ListVersion at)
    {
        if (Quantity.IsNegative || _asked.Earlier is not { } earlier || _book!.PeriodOf(at.Version, _asked) is not { } period)
            yield break;

        if (_book.ValueScaleOf(at, _asked) is { } scale)
        {
            var (count, first) = earlier.NotValued(period, scale);
            if (first is not null)
            {
                yield return new Reason(
                    "pricing.earlier-no-value", ("list", at.List.Name), ("product", Product.Code), ("prices of", scale.List.Name),
                    ("purchases not counted", (decimal)count), ("first of them", first.On), ("its product", first.Product.Code),
                    ("its quantity", first.Quantity));
            }

            yield break;
        }

        if (earlier.NotConverted(period, _book.CountedUnitOf(at.Version, _asked)) is not { Length: > 0 } others)
            yield break;

        yield return new Reason(
            "pricing.earlier-other-unit", ("list", at.List.Name), ("product", Product.Code),
            ("unit", _book.CountedUnitOf(at.Version, _asked).Code),
            ("purchases not counted", (decimal)others.Length), ("first of them", others[0].On),
            ("its quantity", others[0].Quantity));
    }

    /// <summary>The list whose breaks by value the price goes by; null where it does not.</summary>
    internal ValueScale? ByValue =>
        IsByValue ? _book!.ValueScaleOf(_shelf![_place], _asked) : null;

    /// <summary>The price of the same on another day.</summary>
    internal ResolvedPrice At(NodaTime.LocalDate on) => At(on, on);

    /// <summary>
    /// The last day on which what was bought before counts, where that is before another day, and the price on the day after; null where
    /// nothing counts, where its list ends before or with it, and where the price is the same then.
    /// </summary>
    /// <param name="until">The other day.</param>
    /// <param name="isHeld">Whether the lists are asked by a declared day, whichever the day of the sale is.</param>
    internal (NodaTime.LocalDate Last, Figure Then)? CumulativeEnding(NodaTime.LocalDate until, bool isHeld)
    {
        if (!HasPrice || !CountsEarlier
            || _book!.PeriodOf(_shelf![_place].Version, _asked)?.End is not { } last || last >= until
            || (!isHeld && Effective?.End is { } end && end <= last))
        {
            return null;
        }

        var then = At(isHeld ? On : last.PlusDays(1), last.PlusDays(1));
        return then.HasPrice && then.UnitPrice == UnitPrice ? null : (last, then.HasPrice ? then.UnitPrice : Figure.Absent);
    }

    private bool CountsEarlier =>
        (IsByValue ? _book!.ValueBefore(_shelf![_place], _asked) : _book!.Before(_shelf![_place], _steps.Source, _asked)) is not null;

    private ResolvedPrice At(NodaTime.LocalDate priced, NodaTime.LocalDate sold) =>
        _book!.Price(new PriceQuestion(Product, Quantity, Subject, priced, Currency, _asked.Earlier?.At(sold), _asked.Beside));

    /// <summary>The first list of the sale that has a record of the product; null where none has, as of what is made to order.</summary>
    internal PriceList? ListThatKnowsIt() => _book?.ListThatKnows(_asked);

    private RejectedPrice Rejected(PriceShelf shelf, int place)
    {
        var list = shelf[place].List;
        var isConsulted = shelf.Currency == _asked.Currency || shelf == _shelf
            || (_shelf is null && _book!.GenericCurrency == shelf.Currency);
        var outcome = _book!.Evaluate(shelf[place], _asked, null, out var steps);
        if (!isConsulted)
            return OfOtherCurrency(list, outcome == ListOutcome.Priced ? new Money(steps.UnitPrice, _asked.Currency) : null, outcome);

        return outcome == ListOutcome.Priced
            ? new RejectedPrice(list, new Money(steps.UnitPrice, _asked.Currency), [Defeat(shelf, place, steps.UnitPrice)])
            : new RejectedPrice(list, null, Wants(shelf[place], outcome));
    }

    /// <summary>
    /// A list in a currency that need not be asked. That it is more specific than the winner is said: it may be what was agreed.
    /// </summary>
    private RejectedPrice OfOtherCurrency(PriceList list, Money? unitPrice, ListOutcome outcome)
    {
        var sequence = _book!.Sequence;
        var isAgreement = Winner is { } winner && outcome is ListOutcome.Priced or ListOutcome.NoRate
            && sequence.IndexOf(list.Scope.Dimensions) < sequence.IndexOf(winner.Scope.Dimensions);
        return isAgreement
            ? new RejectedPrice(
                list, unitPrice,
                [
                    new Reason(
                        AgreedInOtherCurrency, ("list", list.Name), ("currency", list.Currency.Code),
                        ("price", unitPrice is { } price ? price : Figure.Absent), ("winner's price", UnitPrice)),
                ])
            : new RejectedPrice(
                list, null, [new Reason("pricing.other-currency", ("list", list.Name), ("currency", list.Currency.Code))]);
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

    private Reason[] Wants(ListVersion at, ListOutcome outcome)
    {
        var list = at.List;
        return outcome switch
        {
            ListOutcome.NoBase =>
                [new Reason("pricing.no-base", ("list", list.Name), ("base", _book!.MissingBase(at.Version, On)), ("on", On))],
            ListOutcome.NoBreak =>
                [
                    new Reason("pricing.no-break", ("list", list.Name), ("product", Product.Code), ("quantity", Quantity)),
                    .. NotCounted(at),
                ],
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
}
