using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>What counts for breaks by value: each product at its own first price in the list whose breaks they are.</content>
public sealed partial class PriceBook
{
    /// <summary>What counts by value beside the quantity that is priced, and of what was bought before; null where nothing does.</summary>
    internal (ValuesBeside? Beside, ValuesCounted? Before) Values(ListVersion at, in PriceQuestion asked)
    {
        var scale = ScaleOf(at, asked);
        return (asked.Beside is { } beside ? new ValuesBeside(beside, scale) : null, ValuesBefore(at, scale, asked));
    }

    /// <summary>The value of what was bought before, not divided; null where nothing counts.</summary>
    internal CountedSum? ValueBefore(ListVersion at, in PriceQuestion asked) => ValuesBefore(at, ScaleOf(at, asked), asked)?.Sum;

    /// <summary>The value of both together, not divided; null where nothing counts.</summary>
    internal CountedSum? ValueBesideAndBefore(ListVersion at, in PriceQuestion asked)
    {
        if (asked.Beside is null && asked.Earlier is null)
            return null;

        var scale = ScaleOf(at, asked);
        return CountedSum.Of(asked.Beside?.In(scale), ValuesBefore(at, scale, asked)?.Sum);
    }

    /// <summary>The breaks by value of a version, or null where it has none for the sale.</summary>
    internal ValueScale? ValueScaleOf(ListVersion at, in PriceQuestion asked) =>
        Source(at.Version, asked, out var source) == ListOutcome.Priced && source!.ValueBreaks is not null ? ScaleOf(at, asked) : null;

    /// <summary>The first price of a product in a list, if it has one, for how many units, and how a unit converts to those.</summary>
    internal bool TryFirstPrice(
        in ValueScale scale, ProductId product, UnitOfMeasure unit, out Money first, out Quantity per, out UnitRatio ratio)
    {
        (first, per, ratio) = (default, default, default);
        var asked = new PriceQuestion(product, new Quantity(1m, unit), default, scale.On, scale.List.Currency);
        if (Source(scale.Version, asked, out var source) != ListOutcome.Priced
            || !TryRatio(unit, source!.Per.Unit, product, out ratio)
            || Computed(scale.List, scale.Version, asked, source, source.FirstPrice.Amount, null, out first) != ListOutcome.Priced)
        {
            return false;
        }

        per = source.Per;
        return !first.IsNegative;
    }

    private ValuesCounted? ValuesBefore(ListVersion at, in ValueScale scale, in PriceQuestion asked) =>
        asked.Quantity.IsNegative || asked.Earlier is not { } earlier || PeriodOf(at.Version, asked) is not { } period ? null
            : earlier.Over(period, scale);

    /// <summary>The list that the breaks of a version are of: a formula takes them, and what counts for them, from its base list.</summary>
    private ValueScale ScaleOf(ListVersion at, in PriceQuestion asked)
    {
        var (list, version) = (at.List, at.Version);
        while (Own(version, asked, out _) is null && version.Formula?.BaseList is { } name)
        {
            list = _byName[name];
            version = list.Versions.At(asked.On);
        }

        return new ValueScale(this, list, version, asked.On);
    }
}
