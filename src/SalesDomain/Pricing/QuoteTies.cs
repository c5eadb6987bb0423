using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>Which lines of a request bear upon one another: more of one may change what the others cost.</summary>
internal sealed class QuoteTies
{
    private readonly int[] _roots;

    /// <summary>Lines of one product, of one mix group, and what a discount counts or takes together.</summary>
    internal QuoteTies(QuotationRules rules, QuoteRequest request)
    {
        var lines = request.Lines;
        _roots = [.. Enumerable.Range(0, lines.Count)];
        ScopeSubject[] subjects = [.. lines.Select(line => line.SubjectOf(request.Subject))];
        ScopeSubject[] sold = [.. lines.Select((line, i) => line.SoldAs(subjects[i]))];

        // Who approved may have looked at the amount of the whole.
        if (rules.Authority is not null && request.Approvals.Count > 0)
            Tie(_ => true);

        var products = new Dictionary<ProductId, int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (products.TryGetValue(lines[i].Product, out var first))
                Tie(first, i);
            else
                products.Add(lines[i].Product, i);
        }

        foreach (var mix in rules.MixGroups)
            Tie(i => mix.Matches(subjects[i]));

        var discounts = rules.Discounts.Discounts.Where(discount => IsOpen(discount, request)).ToArray();
        foreach (var discount in Array.FindAll(discounts, IsOverSeveral))
            Tie(i => IsOf(discount, sold[i]));

        foreach (var group in rules.Discounts.Exclusions)
        {
            var members = Array.FindAll(discounts, discount => discount.IsOverLines && group.Holds(discount.Name));
            if (members.Length > 1)
                Tie(i => Array.Exists(members, discount => IsOf(discount, sold[i])));
        }
    }

    /// <summary>The same number for all lines that bear upon one another.</summary>
    internal int RootOf(int line)
    {
        while (_roots[line] != line)
            line = _roots[line] = _roots[_roots[line]];

        return line;
    }

    // What is closed takes nothing off, whatever is ordered.
    private static bool IsOpen(Discount discount, QuoteRequest request) =>
        discount.Period.Contains(request.Date)
        && (discount.Coupon is not { } coupon || coupon.Codes.Any(code => request.Coupons.Contains(code)));

    private static bool IsOverSeveral(Discount discount) =>
        discount.IsOverLines || (discount.IsCounting && discount.Counts == BreakBasis.MixGroup) || discount.CountedScope is not null
        || discount.MinimumAmount is not null || discount.Companion is not null;

    private static bool IsOf(Discount discount, ScopeSubject subject) =>
        discount.MeasuresDocument || discount.Scope.Matches(subject) || discount.CountedScope?.Matches(subject) == true
        || discount.Companion?.Matches(subject) == true;

    private void Tie(Func<int, bool> isOne)
    {
        var first = -1;
        for (var i = 0; i < _roots.Length; i++)
        {
            if (!isOne(i))
                continue;
            if (first < 0)
                first = i;
            else
                Tie(first, i);
        }
    }

    private void Tie(int one, int other) => _roots[RootOf(other)] = RootOf(one);
}
