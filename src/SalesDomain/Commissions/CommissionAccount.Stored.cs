using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionAccount
{
    /// <summary>The account with entries that were made before, say with those of a store.</summary>
    /// <param name="entries">The entries in any order; one that is there already has no effect.</param>
    /// <returns>The longer copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="CurrencyMismatchException">An entry is in another currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// In the order of numbers, payout periods or days of record do not follow one another.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// Two entries that differ have one number, or an entry does not name what its kind needs: plan, component and measurement period of an
    /// earning, the period of a holdback; or takes back of what nothing is entered of, though no entry before it
    /// is missing.
    /// </exception>
    public CommissionAccount Apply(IEnumerable<CommissionEntry> entries)
    {
        Guard.Against.Null(entries);
        var given = new List<CommissionEntry>();
        foreach (var entry in entries)
            given.Add(Guard.Against.Null(entry, nameof(entries)));

        return Applied(given, nameof(entries));
    }

    /// <summary>This account and another part of the same as one: the entries, closings and disputes of both.</summary>
    /// <param name="other">An account in the same currency. What both hold is in the result once.</param>
    /// <returns>The account of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="ArgumentException">
    /// Two entries that differ have one number, or do not follow one another; or the day of leaving differs.
    /// </exception>
    public CommissionAccount Merge(CommissionAccount other)
    {
        Guard.Against.Null(other);
        if (other.Currency != Currency)
            throw new CurrencyMismatchException(Currency, other.Currency, nameof(other));
        if (LeftOn is { } left && other.LeftOn is { } otherLeft && left != otherLeft)
            throw Guards.Invalid(nameof(other), InvariantText.Date(otherLeft), "must have the day of leaving " + InvariantText.Date(left));

        var merged = Applied(other.Entries, nameof(other));
        foreach (var closing in other.Closings)
            merged = merged.With(closing);

        var disputes = _disputes.Concat(other._disputes.Where(each => Array.IndexOf(_disputes, each) < 0)).OrderBy(each => each.On);
        return new CommissionAccount(merged.State, merged._log, [.. disputes], LeftOn ?? other.LeftOn);
    }

    internal CommissionAccount After(AccountState state, CommissionEntry[] entries) =>
        new(state, _log.With(entries), _disputes, LeftOn);

    private CommissionAccount Applied(IEnumerable<CommissionEntry> given, string parameterName)
    {
        var byNumber = new SortedDictionary<int, CommissionEntry>();
        foreach (var entry in given)
        {
            if (byNumber.TryGetValue(entry.Number, out var twice) && twice != entry)
                throw Guards.Invalid(parameterName, entry + " and " + twice, "must be one entry for a number");

            byNumber[entry.Number] = entry;
        }

        // What follows what is there is added to it; what comes between is folded anew.
        if (byNumber.Count > 0 && byNumber.First().Key > State.Number)
            return Folded(State.Copy(), byNumber.Values, parameterName, this);

        var known = Entries.ToDictionary(entry => entry.Number);
        foreach (var entry in byNumber.Values)
        {
            if (known.TryGetValue(entry.Number, out var there) && there != entry)
                throw Guards.Invalid(parameterName, entry + " and " + there, "must be one entry for a number");
        }

        foreach (var entry in known.Values)
            byNumber[entry.Number] = entry;
        if (byNumber.Count == known.Count)
            return this;

        var state = new AccountState(Currency) { Closings = State.Closings };
        return Folded(state, byNumber.Values, parameterName, new CommissionAccount(state, EntryLog.Empty, _disputes, LeftOn));
    }

    private static CommissionAccount Folded(
        AccountState state, IEnumerable<CommissionEntry> entries, string parameterName, CommissionAccount before)
    {
        CommissionEntry[] sorted = [.. entries];
        foreach (var entry in sorted)
            state.Post(entry, parameterName);

        state.Forget();
        return before.After(state, sorted);
    }
}
