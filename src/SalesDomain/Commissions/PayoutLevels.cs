using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The levels of a component at which what it pays bends or jumps.</summary>
internal static class PayoutLevels
{
    // Above this no cap is looked for: far more than anybody sells, and far from where decimals end.
    private const decimal Highest = 1_000_000_000_000m;

    internal static List<Measured> Of(CommissionResult result, ComponentResult at, Measured zero)
    {
        var component = at.Component;
        var quota = at.Quota is { Amount: > 0m } against ? against.Amount : (decimal?)null;
        var levels = new SortedSet<decimal>(component.Rate.Bounds(quota));
        if (component.Threshold?.Level is { } level)
            levels.Add(level.Amount);
        if (quota is { } whole)
        {
            if (component.Threshold?.Attainment is { } threshold)
                levels.Add(threshold.Fraction * whole);
            if (component.LevelCap is { } levelCap)
                levels.Add(levelCap.Fraction * whole);
            levels.UnionWith(component.Modifiers.SelectMany(each => each.AttainmentBounds).Select(bound => bound.Fraction * whole));
        }

        levels.RemoveWhere(bound => bound <= 0m);
        var target = component.NeedsTarget ? result.Terms.TargetOf(component.Name)?.Amount : null;
        var paidOn = at.Base ?? zero;
        decimal Rated(decimal amount) =>
            result.RatedAt(component, zero.With(amount), component.IsOneMeasure ? zero.With(amount) : paidOn);
        foreach (var cap in new[] { component.Cap?.Amount, component.CapOfTarget?.Fraction * target, component.Rate.Most(target) })
        {
            if (cap is { } most && LeastThatPays(most, [.. levels], UnitOf(zero), Rated) is { } met)
                levels.Add(met);
        }

        return [.. levels.Select(zero.With)];
    }

    // Between two bounds a payout is a straight line, or at least never turns, so halving finds the least level.
    private static decimal? LeastThatPays(decimal cap, decimal[] bounds, decimal unit, Func<decimal, decimal> rated)
    {
        var low = 0m;
        foreach (var bound in bounds.Append(Highest))
        {
            var high = Math.Floor(bound / unit);
            if (bound < Highest && high * unit == bound)
                high--;
            if (high > low && rated(low * unit) < cap && rated(high * unit) >= cap)
                return Halved(low, high, level => rated(level * unit) >= cap) * unit;
            if (rated(bound) >= cap)
                return bound < Highest ? bound : null;

            low = Math.Floor(bound / unit) + 1m;
        }

        return null;
    }

    private static decimal Halved(decimal low, decimal high, Func<decimal, bool> pays)
    {
        while (high - low > 1m)
        {
            var middle = Math.Floor((low + high) / 2m);
            if (pays(middle))
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    private static decimal UnitOf(Measured zero) =>
        zero.Measure.Kind == FigureKind.Money && zero.Money.Currency.MinorDigits is { } digits ? DecimalMath.PowerOfTenth(digits) : 1m;
}
