using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The facts of promotions in order, with every total that is asked for; one fact more is a few steps down a tree.</summary>
internal sealed class PromotionTotals
{
    private readonly BalancedTree<PromotionUse, int> _uses;
    private readonly BalancedTree<PromotionKey, PromotionSum> _sums;
    private readonly BalancedTree<string, PromotionUse[]> _byDocument;

    private PromotionTotals(
        BalancedTree<PromotionUse, int> uses, BalancedTree<PromotionKey, PromotionSum> sums,
        BalancedTree<string, PromotionUse[]> byDocument)
    {
        _uses = uses;
        _sums = sums;
        _byDocument = byDocument;
    }

    /// <summary>The facts in order, each as often as it was recorded.</summary>
    internal IEnumerable<PromotionUse> Uses => _uses.Entries().SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Value));

    internal bool IsEmpty => _uses.IsEmpty;

    internal static PromotionTotals Of(PromotionUse[] uses, string parameterName)
    {
        System.Array.Sort(uses, PromotionUse.InOrder);
        var counts = new List<KeyValuePair<PromotionUse, int>>(uses.Length);
        var sums = new Dictionary<PromotionKey, PromotionSum>();
        foreach (var use in uses)
        {
            foreach (var key in KeysOf(use))
                sums[key] = Checked(sums.TryGetValue(key, out var sum) ? sum : null, use, parameterName).With(use, 1);

            var last = counts.Count - 1;
            if (last >= 0 && counts[last].Key == use)
                counts[last] = new KeyValuePair<PromotionUse, int>(use, counts[last].Value + 1);
            else
                counts.Add(new KeyValuePair<PromotionUse, int>(use, 1));
        }

        KeyValuePair<PromotionKey, PromotionSum>[] sorted = [.. sums];
        System.Array.Sort(sorted, (left, right) => PromotionKey.InOrder(left.Key, right.Key));
        var documents = uses.Where(use => use.Document is not null).GroupBy(use => use.Document!.Value.Code)
            .Select(group => new KeyValuePair<string, PromotionUse[]>(group.Key, [.. group])).ToArray();
        System.Array.Sort(documents, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return new PromotionTotals(
            BalancedTree<PromotionUse, int>.Of(PromotionUse.InOrder, counts),
            BalancedTree<PromotionKey, PromotionSum>.Of(PromotionKey.InOrder, sorted),
            BalancedTree<string, PromotionUse[]>.Of(string.CompareOrdinal, documents));
    }

    internal bool TryFind(PromotionKey key, out PromotionSum sum) => _sums.TryFind(key, out sum);

    internal PromotionTotals With(IEnumerable<PromotionUse> uses, string parameterName)
    {
        var (facts, sums, documents) = (_uses, _sums, _byDocument);
        foreach (var use in uses)
        {
            facts = facts.With(use, facts.TryFind(use, out var count) ? count + 1 : 1);
            foreach (var key in KeysOf(use))
                sums = sums.With(key, Checked(sums.TryFind(key, out var sum) ? sum : null, use, parameterName).With(use, 1));

            if (use.Document is { } document)
                documents = documents.With(document.Code, documents.TryFind(document.Code, out var own) ? [.. own, use] : [use]);
        }

        return new PromotionTotals(facts, sums, documents);
    }

    /// <summary>The same without the facts of a document.</summary>
    internal PromotionTotals Without(DocumentId? document)
    {
        if (document is not { } known || !_byDocument.TryFind(known.Code, out var own))
            return this;

        var (facts, sums) = (_uses, _sums);
        foreach (var use in own)
        {
            facts.TryFind(use, out var count);
            facts = count > 1 ? facts.With(use, count - 1) : facts.Without(use);
            foreach (var key in KeysOf(use))
            {
                sums.TryFind(key, out var sum);
                sums = sum.Facts > 1 ? sums.With(key, sum.With(use, -1)) : sums.Without(key);
            }
        }

        return new PromotionTotals(facts, sums, _byDocument.Without(known.Code));
    }

    private static PromotionSum Checked(PromotionSum? sum, PromotionUse use, string parameterName) =>
        sum is not { } known ? default
            : known.Currency == use.Amount.Currency ? known
            : throw new CurrencyMismatchException(known.Currency, use.Amount.Currency, "'" + use.Discount + "'", parameterName);

    // Of the code or of the customer, with the document and without, so that every total is one look-up.
    private static IEnumerable<PromotionKey> KeysOf(PromotionUse use)
    {
        for (var own = use.Document is null ? 1 : 0; own < 2; own++)
        {
            var document = own == 0 ? use.Document : null;
            yield return new PromotionKey(use.Discount, null, null, document);
            if (use.Coupon is not null)
                yield return new PromotionKey(use.Discount, use.Coupon, null, document);
            if (use.Customer is not null)
                yield return new PromotionKey(use.Discount, null, use.Customer, document);
        }
    }
}
