using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// The rebate account of one customer under one agreement: what is earned, accrued and settled, in entries that are differences.
/// </summary>
/// <remarks>
/// <para>
/// Every run is given what is earned <i>to date</i> and enters the difference to what the account holds, of each rebate and calculation
/// period. So settling twice pays zero, any sequence of settlements within a period sums to the entitlement, and a late return, an earlier
/// start or other terms re-rate their own period. No settlement is ever part of what is sold.
/// </para>
/// <para>
/// At close accrued − settled − written off = 0. A settlement of a period that has ended brings what is accrued to what is earned, both
/// ways; while the period runs, accrued is at least what is earned. A period that is settled, or written off, is not closed for good: what
/// is earned of it later is a difference like any other.
/// </para>
/// <para>Immutable: a run returns the account as it would be. Equality is by agreement, customer, currency and entries.</para>
/// </remarks>
public sealed partial class RebateAccount : IEquatable<RebateAccount>
{
    private readonly RebateEntry[] _entries;
    private readonly Dictionary<AccountKey, AccountTotals> _totals;

    internal RebateAccount(
        RebateAgreementId agreement, CustomerId customer, Currency currency, RebateEntry[] entries,
        Dictionary<AccountKey, AccountTotals> totals)
    {
        Agreement = agreement;
        Customer = customer;
        Currency = currency;
        _entries = entries;
        _totals = totals;
        Balances = RebateBalances.Sum(currency, totals.Values.Select(each => each.Balances));
    }

    /// <summary>The agreement.</summary>
    public RebateAgreementId Agreement { get; }

    /// <summary>Who is paid.</summary>
    public CustomerId Customer { get; }

    /// <summary>The currency in which it is paid.</summary>
    public Currency Currency { get; }

    /// <summary>The entries, in the order of record.</summary>
    public IReadOnlyList<RebateEntry> Entries => Array.AsReadOnly(_entries);

    /// <summary>What all entries come to.</summary>
    public RebateBalances Balances { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An account.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RebateAccount? left, RebateAccount? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An account.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RebateAccount? left, RebateAccount? right) => !(left == right);

    /// <summary>An account without an entry.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="customer">Who is paid: the customer of the agreement, or a member of its group.</param>
    /// <param name="currency">The currency in which it is paid.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    public static RebateAccount Of(RebateAgreementId agreement, CustomerId customer, Currency currency)
    {
        Guard.Against.Null(currency);
        return new RebateAccount(Identifier.Given(agreement), Identifier.Given(customer), currency, [], []);
    }

    /// <summary>
    /// The account with entries that were recorded once, so that it can be built again from a store, in parts if need be.
    /// </summary>
    /// <param name="entries">The entries, by number, without a gap after those that are there.</param>
    /// <returns>The longer copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> or an entry is null.</exception>
    /// <exception cref="ArgumentException">An entry has another number than the next, or a day before that of the last.</exception>
    /// <exception cref="CurrencyMismatchException">An entry is in another currency.</exception>
    public RebateAccount Apply(IEnumerable<RebateEntry> entries)
    {
        Guard.Against.Null(entries);
        RebateEntry[] copy = [.. entries];
        Array.ForEach(copy, entry => Guard.Against.Null(entry, nameof(entries)));
        var totals = new Dictionary<AccountKey, AccountTotals>(_totals);
        var (number, last) = (_entries.Length, LastDay);
        foreach (var entry in copy)
        {
            if (entry.Amount.Currency != Currency)
                throw new CurrencyMismatchException(Currency, entry.Amount.Currency, nameof(entries));
            if (entry.Number != ++number)
                throw Guards.Invalid(nameof(entries), entry.ToString(), "must have the next number, " + InvariantText.Number(number));
            if (entry.On < last)
                throw Guards.Invalid(nameof(entries), entry.ToString(), "must not be before " + InvariantText.Date(last.Value));

            last = entry.On;
            var key = new AccountKey(entry.Rebate, entry.Period);
            totals[key] = TotalsOf(totals, key).With(entry.Kind, entry.Amount);
        }

        return new RebateAccount(Agreement, Customer, Currency, [.. _entries, .. copy], totals);
    }

    /// <summary>What the entries of a rebate come to, of one calculation period.</summary>
    /// <param name="rebate">The name of the rebate.</param>
    /// <param name="period">The calculation period.</param>
    /// <returns>The balances; zero where there are no entries.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebate"/> is null.</exception>
    public RebateBalances BalancesOf(string rebate, DateSpan period) =>
        TotalsOf(_totals, new AccountKey(Guard.Against.Null(rebate), period)).Balances;

    /// <summary>What the entries that were recorded to the end of a day come to.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The balances.</returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is of another calendar.</exception>
    public RebateBalances BalancesOn(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        return _entries.TakeWhile(entry => entry.On <= on)
            .Aggregate(RebateBalances.Sum(Currency, []), (sum, entry) => sum.With(entry.Kind, entry.Amount));
    }

    /// <summary>Whether the other has the same agreement, customer, currency and entries.</summary>
    /// <param name="other">The account to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RebateAccount? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Agreement == other.Agreement && Customer == other.Customer && Currency == other.Currency
            && _entries.SequenceEqual(other._entries));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RebateAccount);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Agreement.GetHashCode(), Customer.GetHashCode(), Currency.GetHashCode(), _entries.Length);

    /// <summary>Agreement, customer and balances.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Agreement + " of " + Customer + ": " + Balances;

    /// <summary>The day of the last entry; null where there is none.</summary>
    internal LocalDate? LastDay => _entries.Length > 0 ? _entries[_entries.Length - 1].On : null;

    internal Dictionary<AccountKey, AccountTotals> Totals => _totals;

    internal AccountTotals TotalsOf(Dictionary<AccountKey, AccountTotals> totals, AccountKey key) =>
        totals.TryGetValue(key, out var known) ? known
            : new AccountTotals(RebateBalances.Sum(Currency, []), Money.Zero(Currency));
}
