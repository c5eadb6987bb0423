using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>What a dealer bought before a change of price, in the unit of the prices: what counts, and what does not.</summary>
internal sealed class ProtectedPurchases
{
    private readonly List<Reason> _otherUnits = [];

    private ProtectedPurchases(Quantity none)
    {
        (Counted, LeftOut) = (none, none);
    }

    /// <summary>Of the price kinds that count, returns taken off.</summary>
    internal Quantity Counted { get; private set; }

    /// <summary>How many lines those are.</summary>
    internal int Lines { get; private set; }

    /// <summary>Of the other price kinds.</summary>
    internal Quantity LeftOut { get; private set; }

    /// <summary>The lines whose unit nobody converts.</summary>
    internal IReadOnlyList<Reason> OtherUnits => _otherUnits;

    internal static ProtectedPurchases Of(
        IEnumerable<SalesLine> lines, UnitOfMeasure unit, UnitConversions? conversions, Func<PriceKind, bool> counts)
    {
        var purchases = new ProtectedPurchases(Quantity.Zero(unit));
        foreach (var line in lines)
        {
            var quantity = line.Quantity.Unit == unit ? line.Quantity
                : conversions is not null && conversions.Knows(unit) && conversions.Knows(line.Quantity.Unit)
                    ? conversions.Convert(line.Quantity, unit)
                : (Quantity?)null;
            purchases.Add(line, quantity, counts(line.PriceKind));
        }

        return purchases;
    }

    private void Add(SalesLine line, Quantity? quantity, bool counts)
    {
        if (quantity is not { } known)
        {
            _otherUnits.Add(new Reason("channel.purchase-in-other-unit", ("line", line.Id.ToString()), ("quantity", line.Quantity)));
        }
        else if (counts)
        {
            Counted += known;
            Lines++;
        }
        else
        {
            LeftOut += known;
        }
    }
}
