using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>Whom a split or a crediting credits, in one run.</summary>
internal sealed class CreditSource<TPayee>
    where TPayee : notnull
{
    private readonly CreditHolders<TPayee>? _fixed;
    private readonly CreditTable<SalesLine, CreditHolders<TPayee>>? _sales;
    private readonly CreditTable<CollectionLine, CreditHolders<TPayee>>? _receipts;

    // By who comes first, so that a thousand customers of one person are credited in one way.
    private readonly Dictionary<TPayee, List<CreditHolders<TPayee>>> _met = [];

    internal CreditSource(string name, CreditSplit<TPayee> split, decimal share) =>
        _fixed = new CreditHolders<TPayee>(
            name, split.Parts.Select(part => (part.Payee, part.Share.Fraction * share)).ToArray(), open: 0m, isOverAssigned: false);

    internal CreditSource(string name, Crediting<TPayee> crediting, decimal share)
    {
        _sales = crediting.TableOfSales(Row);
        _receipts = crediting.TableOfReceipts(Row);

        CreditHolders<TPayee> Row(CreditShare<TPayee> holders) =>
            Same(
                new(
                    name, Array.ConvertAll(holders.Own, own => (own.Owner, own.Share * share)),
                    holders.IsOverAssigned ? 0m : holders.Open, holders.IsOverAssigned)
                {
                    HeldBy = holders.IsOverAssigned ? HeldBy(holders) : null,
                });
    }

    internal static CreditSource<TPayee> Of(CreditRule<TPayee> rule) =>
        rule.Split is { } split ? new(rule.Name, split, rule.Share.Fraction) : new(rule.Name, rule.Crediting!, rule.Share.Fraction);

    /// <summary>False where a receipt does not state what the crediting begins with.</summary>
    internal bool ReadsReceipts => _fixed is not null || _receipts is not null;

    internal CreditHolders<TPayee> Of(in CreditedFact fact) =>
        _fixed ?? (fact.Sale is { } sale ? _sales!.Of(sale, fact.Date) : _receipts!.Of(fact.Receipt!, fact.Date));

    private static string HeldBy(CreditShare<TPayee> holders) =>
        string.Join(", ", holders.Held.Select(each => InvariantText.Any(each.Owner) + " " + Percentage.FromFraction(each.Share)));

    /// <summary>The holders met before that have the same shares, or these.</summary>
    private CreditHolders<TPayee> Same(CreditHolders<TPayee> holders)
    {
        if (holders.Shares.Length == 0)
            return holders;
        if (!_met.TryGetValue(holders.Shares[0].Payee, out var met))
            _met.Add(holders.Shares[0].Payee, met = []);
        if (met.Find(each => each.Open == holders.Open && each.Shares.SequenceEqual(holders.Shares)) is { } same)
            return same;

        met.Add(holders);
        return holders;
    }
}
