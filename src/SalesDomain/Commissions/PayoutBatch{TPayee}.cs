using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A run over many people: what each has earned to date, the run and the rules of everybody, and who has others.</summary>
/// <typeparam name="TPayee">The type of those who are paid.</typeparam>
/// <remarks>
/// <para>
/// An event of the run of everybody takes back all of its line and reaches those whose account, or whose earnings, have it: all who share a
/// sale and lead those who sold it, without anybody having to say who they are. What came back of a part is another amount for each who
/// shares it: <see cref="WithEvents"/>. Where lines are not kept apart, no account knows whose a return is, and it is given there as well.
/// </para>
/// <para>
/// Every account is settled, also of those who have earned nothing: a draw can be due, or a holdback released.
/// </para>
/// <para>
/// Made by <see cref="PayoutBatch"/>. Immutable. Equality is by run, rules, what each has earned, in order, what happened to whom, and who
/// has other runs or rules.
/// </para>
/// </remarks>
public sealed class PayoutBatch<TPayee> : IEquatable<PayoutBatch<TPayee>>
    where TPayee : notnull
{
    private readonly Dictionary<TPayee, CommissionEarning[]> _earned;
    private readonly Dictionary<TPayee, PayoutRun> _runs;
    private readonly Dictionary<TPayee, PayoutRules> _rules;
    private readonly Dictionary<TPayee, CommissionEvent[]> _events;

    private PayoutBatch(
        PayoutRun run, PayoutRules rules, Dictionary<TPayee, CommissionEarning[]> earned, Dictionary<TPayee, PayoutRun> runs,
        Dictionary<TPayee, PayoutRules> ownRules, Dictionary<TPayee, CommissionEvent[]> events)
    {
        Run = run;
        Rules = rules;
        _earned = earned;
        _runs = runs;
        _rules = ownRules;
        _events = events;
    }

    /// <summary>The run of everybody who has none of their own.</summary>
    public PayoutRun Run { get; }

    /// <summary>The rules of everybody who has none of their own.</summary>
    public PayoutRules Rules { get; }

    /// <summary>Everybody with an earning, a run of their own or an event, in the order in which they came.</summary>
    public IReadOnlyList<TPayee> Payees => [.. _earned.Keys.Concat(_runs.Keys).Concat(_events.Keys).Distinct()];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A batch.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PayoutBatch<TPayee>? left, PayoutBatch<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A batch.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PayoutBatch<TPayee>? left, PayoutBatch<TPayee>? right) => !(left == right);

    /// <summary>What a payee has earned to date.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The earnings, in the order given; none where there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    public IReadOnlyList<CommissionEarning> EarningsOf(TPayee payee) =>
        _earned.TryGetValue(Guard.Against.Null(payee), out var earned) ? Array.AsReadOnly(earned) : [];

    /// <summary>The rules a payee is settled by.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The payee's own, or those of everybody.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    public PayoutRules RulesOf(TPayee payee) => _rules.TryGetValue(Guard.Against.Null(payee), out var rules) ? rules : Rules;

    /// <summary>
    /// The run of a payee with an account: the payee's own, or that of everybody with the events that reach the account; with the events of
    /// that payee.
    /// </summary>
    /// <param name="payee">The payee.</param>
    /// <param name="account">The payee's account before it.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Two events that differ have one number.</exception>
    public PayoutRun RunOf(TPayee payee, CommissionAccount account)
    {
        Guard.Against.Null(payee);
        Guard.Against.Null(account);
        if (!_runs.TryGetValue(payee, out var run))
            run = Run.Events.Count == 0 ? Run : Run.Reaching(account.State, EarningsOf(payee));

        return _events.TryGetValue(payee, out var events) ? run.With(events) : run;
    }

    /// <summary>The batch in which people have rules of their own, say with a draw.</summary>
    /// <param name="rules">The rules, beside those given before; in place of those of the same payee.</param>
    /// <returns>The changed copy. Rules of somebody who is not settled have no effect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/>, a payee or rules are null.</exception>
    public PayoutBatch<TPayee> WithRules(params (TPayee Payee, PayoutRules Rules)[] rules)
    {
        var copy = new Dictionary<TPayee, PayoutRules>(_rules);
        foreach (var (payee, own) in Guard.Against.Null(rules))
        {
            if (payee is null || own is null)
                throw new ArgumentNullException(nameof(rules));

            copy[payee] = own;
        }

        return new PayoutBatch<TPayee>(Run, Rules, _earned, _runs, copy, _events);
    }

    /// <summary>The batch in which people have runs of their own, say with fixed pay, or a part of a draw.</summary>
    /// <param name="runs">
    /// The runs, beside those given before; in place of those of the same payee, and of the run of everybody with its events.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/>, a payee or a run is null.</exception>
    /// <exception cref="ArgumentException">A run is of another payout period.</exception>
    public PayoutBatch<TPayee> WithRuns(params (TPayee Payee, PayoutRun Run)[] runs)
    {
        var copy = new Dictionary<TPayee, PayoutRun>(_runs);
        foreach (var (payee, own) in Guard.Against.Null(runs))
        {
            if (payee is null || own is null)
                throw new ArgumentNullException(nameof(runs));
            if (own.Period != Run.Period)
                throw Guards.Invalid(nameof(runs), InvariantText.Any(payee) + " " + own, "must be of the payout period " + Run.Period);

            copy[payee] = own;
        }

        return new PayoutBatch<TPayee>(Run, Rules, _earned, copy, _rules, _events);
    }

    /// <summary>
    /// The batch with what happened to people, say a return with that part of it which the payee is credited with, or a write-off.
    /// </summary>
    /// <param name="events">The events, beside those given before and those of the payee's run.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/>, a payee or an event is null.</exception>
    public PayoutBatch<TPayee> WithEvents(params (TPayee Payee, CommissionEvent Event)[] events)
    {
        foreach (var (payee, each) in Guard.Against.Null(events))
        {
            if (payee is null || each is null)
                throw new ArgumentNullException(nameof(events));
        }

        var copy = new Dictionary<TPayee, CommissionEvent[]>(_events);
        foreach (var of in events.GroupBy(each => each.Payee, each => each.Event))
            copy[of.Key] = copy.TryGetValue(of.Key, out var known) ? [.. known, .. of] : [.. of];

        return new PayoutBatch<TPayee>(Run, Rules, _earned, _runs, _rules, copy);
    }

    /// <summary>The batch of those who meet a condition: a part, or all but one that is not ready.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The part, for the same part of a ledger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public PayoutBatch<TPayee> Where(Func<TPayee, bool> condition)
    {
        Guard.Against.Null(condition);
        return new PayoutBatch<TPayee>(
            Run, Rules, Part(_earned, condition), Part(_runs, condition), Part(_rules, condition), Part(_events, condition));
    }

    /// <summary>This batch and another of other people as one.</summary>
    /// <param name="other">A batch of the same run and rules; nobody is in both.</param>
    /// <returns>The batch of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The other has another run or other rules of everybody, or somebody is in both.</exception>
    public PayoutBatch<TPayee> Merge(PayoutBatch<TPayee> other)
    {
        Guard.Against.Null(other);
        if (other.Run != Run || other.Rules != Rules)
            throw Guards.Invalid(nameof(other), other.ToString(), "must have the run and the rules of " + this);
        HashSet<TPayee> own = [.. Payees];
        foreach (var payee in other.Payees)
        {
            if (own.Contains(payee))
                throw Guards.Invalid(nameof(other), InvariantText.Any(payee), "must be in one of the two");
        }

        return new PayoutBatch<TPayee>(
            Run, Rules, Both(_earned, other._earned), Both(_runs, other._runs), Both(_rules, other._rules), Both(_events, other._events));
    }

    /// <summary>Whether the other has the same run, rules and earnings, and the same runs, rules and events of single people.</summary>
    /// <param name="other">The batch to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PayoutBatch<TPayee>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Run == other.Run && Rules == other.Rules
            && AreSame(_earned, other._earned, (one, another) => one.SequenceEqual(another))
            && AreSame(_runs, other._runs, (one, another) => one == another)
            && AreSame(_rules, other._rules, (one, another) => one == another)
            && AreSame(_events, other._events, (one, another) => one.SequenceEqual(another)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayoutBatch<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Run.GetHashCode(), _earned.Count, _runs.Count, _rules.Count);

    /// <summary>The run, and how many people have earnings.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Run + ", earnings of " + InvariantText.Number(_earned.Count) + " people";

    internal static PayoutBatch<TPayee> Create(
        PayoutRun run, PayoutRules rules, IEnumerable<(TPayee Payee, CommissionEarning Earned)> earnedToDate)
    {
        Guard.Against.Null(run);
        Guard.Against.Null(rules);
        Guard.Against.Null(earnedToDate);
        foreach (var each in run.Events)
        {
            if (each.Amount is not null || each.Kind == CommissionEventKind.Correction || each.Returned.Count > 0)
                throw Guards.Invalid(nameof(run), each.ToString(), "must be told of each person by itself, with the amount of that person");
        }

        var earned = new Dictionary<TPayee, List<CommissionEarning>>();
        foreach (var (payee, earning) in earnedToDate)
        {
            if (payee is null || earning is null)
                throw new ArgumentNullException(nameof(earnedToDate));
            if (!earned.TryGetValue(payee, out var of))
                earned.Add(payee, of = []);

            of.Add(earning);
        }

        return new PayoutBatch<TPayee>(run, rules, earned.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), [], [], []);
    }

    private static Dictionary<TPayee, T> Part<T>(Dictionary<TPayee, T> all, Func<TPayee, bool> condition) =>
        all.Where(pair => condition(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static Dictionary<TPayee, T> Both<T>(Dictionary<TPayee, T> one, Dictionary<TPayee, T> other)
    {
        var both = new Dictionary<TPayee, T>(one);
        foreach (var pair in other)
            both[pair.Key] = pair.Value;

        return both;
    }

    private static bool AreSame<T>(Dictionary<TPayee, T> one, Dictionary<TPayee, T> other, Func<T, T, bool> isSame) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && isSame(pair.Value, value));
}
