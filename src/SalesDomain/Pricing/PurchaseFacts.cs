using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// What was bought before, in order, of each product and of each document; one fact more is a few steps down a tree. Equal facts are one
/// entry with their number.
/// </summary>
internal sealed class PurchaseFacts
{
    private readonly BalancedTree<EarlierPurchase, int> _all;
    private readonly BalancedTree<string, BalancedTree<EarlierPurchase, int>> _byProduct;
    private readonly BalancedTree<string, BalancedTree<EarlierPurchase, int>> _byDocument;

    private PurchaseFacts(
        BalancedTree<EarlierPurchase, int> all, BalancedTree<string, BalancedTree<EarlierPurchase, int>> byProduct,
        BalancedTree<string, BalancedTree<EarlierPurchase, int>> byDocument)
    {
        _all = all;
        _byProduct = byProduct;
        _byDocument = byDocument;
    }

    /// <summary>The facts in order, each as often as it was given.</summary>
    internal IEnumerable<EarlierPurchase> All => Repeated(_all);

    internal bool IsEmpty => _all.IsEmpty;

    internal static PurchaseFacts Of(EarlierPurchase[] purchases)
    {
        Array.Sort(purchases, EarlierPurchase.InOrder);
        return new PurchaseFacts(
            Tree(purchases), Trees(purchases, purchase => purchase.Product.Code),
            Trees(purchases.Where(purchase => purchase.Document is not null), purchase => purchase.Document!.Value.Code));
    }

    /// <summary>Those of a product, in order.</summary>
    internal IEnumerable<EarlierPurchase> Of(ProductId product) =>
        _byProduct.TryFind(product.Code, out var own) ? Repeated(own) : [];

    internal PurchaseFacts With(IEnumerable<EarlierPurchase> purchases)
    {
        var (all, byProduct, byDocument) = (_all, _byProduct, _byDocument);
        foreach (var purchase in purchases)
        {
            all = With(all, purchase);
            byProduct = byProduct.With(purchase.Product.Code, With(Found(byProduct, purchase.Product.Code), purchase));
            if (purchase.Document is { } document)
                byDocument = byDocument.With(document.Code, With(Found(byDocument, document.Code), purchase));
        }

        return new PurchaseFacts(all, byProduct, byDocument);
    }

    /// <summary>The same without the facts of a document.</summary>
    internal PurchaseFacts Without(DocumentId document)
    {
        if (!_byDocument.TryFind(document.Code, out var recorded))
            return this;

        var (all, byProduct) = (_all, _byProduct);
        foreach (var entry in recorded.Entries())
        {
            // Equal facts are of one document, so all of them go.
            all = all.Without(entry.Key);
            var code = entry.Key.Product.Code;
            var left = Found(byProduct, code).Without(entry.Key);
            byProduct = left.IsEmpty ? byProduct.Without(code) : byProduct.With(code, left);
        }

        return new PurchaseFacts(all, byProduct, _byDocument.Without(document.Code));
    }

    private static IEnumerable<EarlierPurchase> Repeated(BalancedTree<EarlierPurchase, int> facts) =>
        facts.Entries().SelectMany(entry => Enumerable.Repeat(entry.Key, entry.Value));

    private static BalancedTree<EarlierPurchase, int> Found(
        BalancedTree<string, BalancedTree<EarlierPurchase, int>> trees, string code) =>
        trees.TryFind(code, out var own) ? own : Tree([]);

    private static BalancedTree<EarlierPurchase, int> With(BalancedTree<EarlierPurchase, int> facts, EarlierPurchase purchase) =>
        facts.With(purchase, facts.TryFind(purchase, out var count) ? count + 1 : 1);

    /// <summary>A tree of facts that are in order.</summary>
    private static BalancedTree<EarlierPurchase, int> Tree(IEnumerable<EarlierPurchase> sorted)
    {
        var counts = new List<KeyValuePair<EarlierPurchase, int>>();
        foreach (var purchase in sorted)
        {
            var last = counts.Count - 1;
            if (last >= 0 && counts[last].Key == purchase)
                counts[last] = new KeyValuePair<EarlierPurchase, int>(purchase, counts[last].Value + 1);
            else
                counts.Add(new KeyValuePair<EarlierPurchase, int>(purchase, 1));
        }

        return BalancedTree<EarlierPurchase, int>.Of(EarlierPurchase.InOrder, counts);
    }

    private static BalancedTree<string, BalancedTree<EarlierPurchase, int>> Trees(
        IEnumerable<EarlierPurchase> sorted, Func<EarlierPurchase, string> codeOf)
    {
        KeyValuePair<string, BalancedTree<EarlierPurchase, int>>[] trees =
        [
            .. sorted.GroupBy(codeOf, StringComparer.Ordinal)
                .Select(same => new KeyValuePair<string, BalancedTree<EarlierPurchase, int>>(same.Key, Tree(same))),
        ];
        Array.Sort(trees, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return BalancedTree<string, BalancedTree<EarlierPurchase, int>>.Of(string.CompareOrdinal, trees);
    }
}
