using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The commission accounts of many people in one currency, settled together.</summary>
/// <typeparam name="TPayee">The type of those who are paid.</typeparam>
/// <remarks>
/// <para>
/// <see cref="Settle"/> asks each account for its own <see cref="CommissionAccount.Settle"/> and nothing else, so that people can be
/// settled in parts and the parts merged. It is a function: the ledger stays as it is, and a preview is a settlement whose ledger nobody
/// keeps.
/// </para>
/// <para>
/// Who is paid in another currency is in another ledger. What is closed is closed for everybody: the ledger keeps its
/// <see cref="Closings"/> and gives them to each account that it makes or takes in anew. Made by <see cref="CommissionLedger"/>. Immutable.
/// Equality is by currency, closings, people and accounts, in whatever order people came.
/// </para>
/// </remarks>
public sealed class CommissionLedger<TPayee> : IEquatable<CommissionLedger<TPayee>>
    where TPayee : notnull
{
    private readonly Dictionary<TPayee, CommissionAccount> _accounts;
    private readonly CommissionClosing[] _closings;

    // Made once, when first asked for.
    private readonly Lazy<ReadOnlyCollection<TPayee>> _payees;

    internal CommissionLedger(Currency currency, CommissionClosing[] closings, Dictionary<TPayee, CommissionAccount> accounts)
    {
        Currency = currency;
        _closings = closings;
        _accounts = accounts;
        _payees = new Lazy<ReadOnlyCollection<TPayee>>(() => Array.AsReadOnly(_accounts.Keys.ToArray()));
    }

    /// <summary>The currency in which all of them are paid.</summary>
    public Currency Currency { get; }

    /// <summary>Everybody with an account, in the order in which they came.</summary>
    public IReadOnlyList<TPayee> Payees => _payees.Value;

    /// <summary>
    /// What was closed and opened again for everybody, in the order in which it counts; see <see cref="CommissionAccount.Closings"/>.
    /// </summary>
    public IReadOnlyList<CommissionClosing> Closings => Array.AsReadOnly(_closings);

    /// <summary>What the entries of all accounts come to.</summary>
    public CommissionBalances Balances
    {
        get
        {
            var totals = new decimal[Movements.Kinds];
            foreach (var account in _accounts.Values)
            {
                for (var kind = 0; kind < totals.Length; kind++)
                    totals[kind] += account.State.Totals[kind];
            }

            return new CommissionBalances(Currency, totals);
        }
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A ledger.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionLedger<TPayee>? left, CommissionLedger<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A ledger.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionLedger<TPayee>? left, CommissionLedger<TPayee>? right) => !(left == right);

    /// <summary>The account of a payee.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    /// <exception cref="ArgumentException">The ledger has no account of the payee.</exception>
    public CommissionAccount AccountOf(TPayee payee) =>
        TryAccountOf(payee, out var account) ? account
            : throw Guards.Invalid(nameof(payee), InvariantText.Any(payee), "must have an account in the ledger");

    /// <summary>The account of a payee, where there is one.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="account">The account; null where there is none.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    public bool TryAccountOf(TPayee payee, [NotNullWhen(true)] out CommissionAccount? account) =>
        _accounts.TryGetValue(Guard.Against.Null(payee), out account);

    /// <summary>What a run enters for everybody: for all who have an account here, and all whom the batch names.</summary>
    /// <param name="batch">What each has earned, run and rules.</param>
    /// <returns>The settlements by payee, and the ledger with all of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The settlement of somebody is refused; the message names payee and record, and how many more there are. Nobody is settled then;
    /// <see cref="TrySettle"/> tells them all.
    /// </exception>
    public CommissionSettlements<TPayee> Settle(PayoutBatch<TPayee> batch)
    {
        var settled = Settled(Guard.Against.Null(batch), out var refused);
        if (refused.Count == 0)
            return settled;

        var (payee, why) = refused[0];
        var more = refused.Count == 1 ? "" : " So are those of " + InvariantText.Number(refused.Count - 1) + " more.";
        throw new ArgumentException(
            "The settlement of " + InvariantText.Any(payee) + " is refused: " + why.Message + more, nameof(batch), why);
    }

    /// <summary>What a run enters for everybody, or whose settlement is refused, and why.</summary>
    /// <param name="batch">What each has earned, run and rules.</param>
    /// <param name="settlements">The settlements by payee; null where one is refused, since nobody is settled then.</param>
    /// <param name="refused">
    /// Everybody whose settlement is refused, with the exception that their own account would throw: it says what is wrong with which
    /// record. None otherwise.
    /// </param>
    /// <returns>Whether all are settled.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
    public bool TrySettle(
        PayoutBatch<TPayee> batch, [NotNullWhen(true)] out CommissionSettlements<TPayee>? settlements,
        out IReadOnlyList<(TPayee Payee, Exception Why)> refused)
    {
        var settled = Settled(Guard.Against.Null(batch), out var exceptions);
        refused = exceptions.AsReadOnly();
        settlements = exceptions.Count == 0 ? settled : null;
        return exceptions.Count == 0;
    }

    /// <summary>The ledger with the account of a payee, in place of one before.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="account">The account, say of one who joins, or who leaves.</param>
    /// <returns>
    /// The changed copy. Who had no account has the closings of the ledger beside those of the account; who had one, those of the account
    /// before: the ledger may have others of a part that was merged.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CurrencyMismatchException">The account is in another currency.</exception>
    public CommissionLedger<TPayee> With(TPayee payee, CommissionAccount account)
    {
        Guard.Against.Null(payee);
        var closings = _accounts.TryGetValue(payee, out var before) ? before.State.Closings : _closings;
        var accounts = new Dictionary<TPayee, CommissionAccount>(_accounts)
        {
            [payee] = Closed(Same(account, nameof(account)), closings),
        };
        return new CommissionLedger<TPayee>(Currency, _closings, accounts);
    }

    /// <summary>Those accounts whose payees meet a condition: a part of the ledger, or all but one that is not ready.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The part, to be merged with the others.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public CommissionLedger<TPayee> Where(Func<TPayee, bool> condition)
    {
        Guard.Against.Null(condition);
        return new CommissionLedger<TPayee>(
            Currency, _closings, _accounts.Where(pair => condition(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value));
    }

    /// <summary>This ledger and another as one; where both have an account of a payee, the two merged.</summary>
    /// <param name="other">A ledger in the same currency.</param>
    /// <returns>
    /// The ledger of both, with the closings of both for accounts that it makes or takes in. The accounts of the two keep their own, so
    /// that a part can be closed before the other.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="ArgumentException">Two accounts of a payee cannot be merged.</exception>
    public CommissionLedger<TPayee> Merge(CommissionLedger<TPayee> other)
    {
        Guard.Against.Null(other);
        if (other.Currency != Currency)
            throw new CurrencyMismatchException(Currency, other.Currency, nameof(other));

        var accounts = new Dictionary<TPayee, CommissionAccount>(_accounts);
        foreach (var pair in other._accounts)
            accounts[pair.Key] = accounts.TryGetValue(pair.Key, out var known) ? known.Merge(pair.Value) : pair.Value;

        return new CommissionLedger<TPayee>(Currency, other._closings.Aggregate(_closings, CommissionClosing.Added), accounts);
    }

    /// <summary>
    /// The ledger in which all measurement periods within a span are closed in every account, also in those that come later; see
    /// <see cref="CommissionAccount.Close"/>.
    /// </summary>
    /// <param name="span">The span, with both days.</param>
    /// <param name="on">The day from which they are closed.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, <paramref name="on"/> is not of the ISO calendar, or the span or a part of it was opened
    /// again on that day or later, for everybody or in one account, and would stay open: it can be closed from the day after that on.
    /// </exception>
    public CommissionLedger<TPayee> Close(DateSpan span, LocalDate on) =>
        With(CommissionClosing.After(_closings, AllClosings(), span, on, isReopening: false));

    /// <summary>
    /// The ledger in which all measurement periods within a span are open again in every account, also in those that come later; see
    /// <see cref="CommissionAccount.Reopen"/>.
    /// </summary>
    /// <param name="span">The span, with both days.</param>
    /// <param name="on">The day from which they are open.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="span"/> has an open end, <paramref name="on"/> is not of the ISO calendar, or the span or a part of it was closed
    /// on that day or later, for everybody or in one account, and would stay closed.
    /// </exception>
    public CommissionLedger<TPayee> Reopen(DateSpan span, LocalDate on) =>
        With(CommissionClosing.After(_closings, AllClosings(), span, on, isReopening: true));

    private IEnumerable<CommissionClosing> AllClosings() =>
        _closings.Concat(_accounts.Values.SelectMany(account => account.State.Closings));

    /// <summary>The ledger with a closing or reopening in every account, say with one of a store.</summary>
    /// <param name="closing">The closing; one that is there already has no effect, and their order does not matter.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="closing"/> is null.</exception>
    public CommissionLedger<TPayee> With(CommissionClosing closing) =>
        new(
            Currency, CommissionClosing.Added(_closings, Guard.Against.Null(closing)),
            _accounts.ToDictionary(pair => pair.Key, pair => pair.Value.With(closing)));

    /// <summary>Whether the other has the same currency, closings, people and accounts.</summary>
    /// <param name="other">The ledger to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionLedger<TPayee>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Currency == other.Currency && _accounts.Count == other._accounts.Count
            && _closings.SequenceEqual(other._closings)
            && _accounts.All(pair => other._accounts.TryGetValue(pair.Key, out var account) && account == pair.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionLedger<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Currency.GetHashCode(), _accounts.Count, Balances.GetHashCode());

    /// <summary>How many accounts there are, and the balances of all.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Number(_accounts.Count) + " accounts: " + Balances;

    internal static CommissionLedger<TPayee> Create(Currency currency, IEnumerable<(TPayee Payee, CommissionAccount Account)> accounts)
    {
        var ledger = new CommissionLedger<TPayee>(currency, [], []);
        foreach (var (payee, account) in Guard.Against.Null(accounts))
        {
            if (payee is null || account is null)
                throw new ArgumentNullException(nameof(accounts));
            if (ledger._accounts.ContainsKey(payee))
                throw Guards.Invalid(nameof(accounts), InvariantText.Any(payee), "must have one account a payee");

            ledger._accounts.Add(payee, ledger.Same(account, nameof(accounts)));
        }

        return ledger;
    }

    /// <summary>The same with accounts after a run.</summary>
    internal CommissionLedger<TPayee> After(Dictionary<TPayee, CommissionAccount> accounts) => new(Currency, _closings, accounts);

    private CommissionSettlements<TPayee> Settled(PayoutBatch<TPayee> batch, out List<(TPayee Payee, Exception Why)> refused)
    {
        refused = [];
        var settled = new Dictionary<TPayee, CommissionSettlement>();
        foreach (var payee in _accounts.Keys.Concat(batch.Payees.Where(payee => !_accounts.ContainsKey(payee))))
        {
            try
            {
                var account = _accounts.TryGetValue(payee, out var known) ? known : Closed(CommissionAccount.In(Currency), _closings);
                settled.Add(payee, account.Settle(batch.EarningsOf(payee), batch.RunOf(payee, account), batch.RulesOf(payee)));
            }
            catch (Exception why) when (why is ArgumentException or OverflowException)
            {
                refused.Add((payee, why));
            }
        }

        return new CommissionSettlements<TPayee>(this, batch, settled);
    }

    private CommissionAccount Same(CommissionAccount account, string parameterName) =>
        Guard.Against.Null(account, parameterName).Currency == Currency ? account
            : throw new CurrencyMismatchException(Currency, account.Currency, parameterName);

    private static CommissionAccount Closed(CommissionAccount account, CommissionClosing[] closings) =>
        closings.Aggregate(account, (with, closing) => with.With(closing));
}
