using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>Held to date less held before, and released to date less released before.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<HoldbackStep> _held = [];

    /// <summary>What closed periods hold less, because something of them was taken back; zero or less.</summary>
    private decimal _heldReturned;

    private void HoldBack()
    {
        foreach (var period in _touched)
        {
            if (!_state.Books.TryGetValue(period, out var book))
                continue;

            // A closed period keeps the shares it was held with.
            var isClosed = IsClosed(period);
            var rules = _rules.HoldbackRules;
            var together = isClosed ? book.Share : rules.Length == 1 && rules[0].Components.Count == 0 ? rules[0].Share : null;
            HoldBack(period, null, together, book.Earned, book.HeldTogether);
            foreach (var component in Parts(book, isClosed ? [] : rules))
            {
                var share = isClosed ? book.Parts![component].Share : _rules.HoldbackFor(component)?.Share;
                HoldBack(period, component, share, book.EarnedOf(component), book.HeldOf(component));
            }
        }
    }

    /// <summary>The components that are held back by themselves now, or were before.</summary>
    private static List<string> Parts(PeriodBook book, HoldbackRule[] rules)
    {
        List<string> parts = [];
        foreach (var rule in rules)
            parts.AddRange(rule.Components);
        if (book.Parts is not null)
            parts.AddRange(book.Parts.Keys.Where(component => !parts.Contains(component)).OrderBy(each => each, StringComparer.Ordinal));

        return parts;
    }

    private void HoldBack(DateSpan period, string? component, Percentage? given, decimal amount, decimal before)
    {
        var share = given ?? Percentage.Zero;
        if (share.IsZero && before == 0m)
            return;

        var held = ShareOf(In(AtLeastZero(amount)), share);
        var toDate = held.Rounded.Amount;
        _held.Add(new HoldbackStep(period, component, held, In(before), In(toDate - before)));
        _steps.HeldBack += toDate - before;
        if (toDate < before && IsClosed(period))
            _heldReturned += toDate - before;
        PostIfAny(
            CommissionEntryKind.HeldBack, toDate - before,
            new CommissionEntry.Detail { Period = period, Component = component, Rate = share });
    }
}
