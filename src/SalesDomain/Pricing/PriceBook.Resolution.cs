using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Which list gives the price.</summary>
public sealed partial class PriceBook
{
    /// <summary>How the book decides, in words.</summary>
    internal string Policy =>
        (Choice == ScopeChoice.Lowest ? "lowest, then most specific by " : "most specific with a price by ") + Sequence;

    /// <summary>How the unit price follows from those of the lists that have one.</summary>
    internal Operation Choosing =>
        Choice == ScopeChoice.Lowest ? Operation.Resolve(Policy, PlainResolution.Lowest)
            : Operation.Resolve(Policy, figures => PlainResolution.MostSpecific(figures, Sequence));

    /// <summary>The shelf of the currency asked for, then that of the generic currency.</summary>
    internal IEnumerable<PriceShelf> Consulted(Currency currency) =>
        new[] { ShelfOf(currency), GenericCurrency is null || GenericCurrency == currency ? null : ShelfOf(GenericCurrency) }
            .OfType<PriceShelf>();

    /// <summary>Every list that holds for the sale on the day, those of the currency asked for first, strongest first.</summary>
    internal IEnumerable<(PriceShelf Shelf, int Place)> Holding(PriceQuestion asked)
    {
        PriceShelf[] consulted = [.. Consulted(asked.Currency)];
        return Holding(asked, consulted.Concat(_shelves.Except(consulted)));
    }

    private static IEnumerable<(PriceShelf Shelf, int Place)> Holding(PriceQuestion asked, IEnumerable<PriceShelf> shelves)
    {
        foreach (var shelf in shelves)
        {
            for (var place = shelf.After(-1, asked.Subject, asked.On); place >= 0; place = shelf.After(place, asked.Subject, asked.On))
                yield return (shelf, place);
        }
    }

    /// <summary>The lists that do not hold for the sale or not on the day.</summary>
    internal IEnumerable<RejectedPrice> NotApplicable(PriceQuestion asked)
    {
        foreach (var list in _lists)
        {
            var reasons = new List<Reason>(list.Scope.Mismatches(asked.Subject));
            if (!list.Versions.TryAt(asked.On, out _))
            {
                reasons.Insert(
                    0,
                    new Reason(
                        "pricing.not-effective", ("on", asked.On),
                        ("effective", string.Join(", ", list.Versions.Entries.Select(entry => entry.Span.ToString())))));
            }

            if (reasons.Count > 0)
                yield return new RejectedPrice(list, null, reasons);
        }
    }

    /// <summary>
    /// The first list for the sale, in any currency, that has a record of the product, whatever kept it from giving a price; null where
    /// none has. What a list says on the day decides, and of one that holds on another day only, any version.
    /// </summary>
    internal PriceList? ListThatKnows(PriceQuestion asked) => System.Array.Find(
        _lists,
        list => list.Scope.Mismatches(asked.Subject).Count == 0
            && (list.Versions.TryAt(asked.On, out var held) ? Knows(held, asked)
                : list.Versions.Entries.Any(entry => Knows(entry.Value, asked.On < entry.Span.Start
                    ? asked.At(entry.Span.Start!.Value) : asked.At(entry.Span.End!.Value)))));

    // A formula on a base or a cost that is missing is a price that somebody meant to be there.
    private bool Knows(PriceListVersion version, in PriceQuestion asked) => Source(version, asked, out _) != ListOutcome.NoItem;

    private (PriceShelf? Shelf, int Place) Resolve(in PriceQuestion asked, out PriceSteps steps)
    {
        if (ShelfOf(asked.Currency) is { } own && Resolve(own, asked, out steps) is var first and >= 0)
            return (own, first);

        steps = default;
        return GenericCurrency is not null && GenericCurrency != asked.Currency && ShelfOf(GenericCurrency) is { } generic
            && Resolve(generic, asked, out steps) is var place and >= 0 ? (generic, place) : (null, -1);
    }

    private int Resolve(PriceShelf shelf, in PriceQuestion asked, out PriceSteps steps)
    {
        steps = default;
        var best = -1;
        for (var place = shelf.After(-1, asked.Subject, asked.On); place >= 0; place = shelf.After(place, asked.Subject, asked.On))
        {
            if (Evaluate(shelf[place], asked, null, out var found) != ListOutcome.Priced)
                continue;

            // Of equal prices the first found stays, which is the most specific.
            if (best < 0 || found.UnitPrice < steps.UnitPrice)
            {
                best = place;
                steps = found;
            }

            if (Choice != ScopeChoice.Lowest)
                break;
        }

        return best;
    }

    private PriceShelf? ShelfOf(Currency currency)
    {
        foreach (var shelf in _shelves)
        {
            if (shelf.Currency == currency)
                return shelf;
        }

        return null;
    }
}
