using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What stands behind the earned entries of a statement: earned to date with each, and the credits it came from.</summary>
internal sealed class StatementLines
{
    private readonly CommissionEntry[] _entries;
    private readonly IReadOnlyList<CommissionResult> _results;

    // By place of the entry; null where the entry is of no earning in the currency of the account, or undone within the statement.
    private readonly (Money ToDate, Money Before)?[] _toDate;

    internal StatementLines(CommissionAccount account, CommissionEntry[] entries, IReadOnlyList<CommissionResult> results)
    {
        _entries = entries;
        _results = results;
        _toDate = new (Money, Money)?[entries.Length];
        var sums = new Dictionary<(EarningKey, DateSpan), Money>();
        var place = 0;
        foreach (var entry in account.Entries)
        {
            var isOf = place < entries.Length && entries[place].Number == entry.Number;
            if (entry.Kind == CommissionEntryKind.Earned)
            {
                var key = (entry.Key, entry.Period!.Value);
                var before = sums.TryGetValue(key, out var sum) ? sum : new Money(0m, account.Currency);
                sums[key] = before + entry.Amount;
                if (isOf && entry.Reverses is null && entry.Conversion is null && entry.Event is null)
                    _toDate[place] = (sums[key], before);
            }

            place += isOf ? 1 : 0;
        }
    }

    internal IReadOnlyList<RatePortion> PortionsOf(int place)
    {
        if (_toDate[place] is not { } sums)
            return Array.AsReadOnly(Array.Empty<RatePortion>());

        var credits = new SettledResults(_results).CreditsOf(_entries[place].Key, _entries[place].Period!.Value, sums.ToDate);
        return Array.AsReadOnly<RatePortion>(
        [
            .. credits.SelectMany(credit => credit.Portions).GroupBy(portion => portion.Rate)
                .Select(of => new RatePortion(Money.Sum(of.First().Base.Currency, of.Select(portion => portion.Base)), of.Key)),
        ]);
    }

    /// <summary>How an entry came about; null where no result says so.</summary>
    internal Explanation? Explain(int place, string name, SettledResults results)
    {
        if (_toDate[place] is not { } sums)
            return null;

        var toDate = results.Explain("earned to date", _entries[place].Key, _entries[place].Period!.Value, sums.ToDate);
        return toDate is null ? null
            : Node(name, _entries[place].Amount, Operation.Difference, toDate, Fact("entered before", sums.Before));
    }
}
