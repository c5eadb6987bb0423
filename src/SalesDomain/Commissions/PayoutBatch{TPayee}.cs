using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A run over many people: what each has earned to date, the run and the rules of everybody, and who has others.</summary>
/// <typeparam name="TPayee">The type of those who are paid.</typeparam>
/// <remarks>
/// <para>
/// An event of the run of everybody takes back all of its line, or the part of it that it says (<see cref="CommissionEvent.Part"/>), and
/// reaches those whose account, or whose earnings, have it: all who share a sale and lead those who sold it, without anybody having to say
/// who they are. What came back as an amount is another one for each who shares it: <see cref="WithEvents"/>. Where lines are not kept
/// apart, no account knows whose a return is, and it is given there as well.
/// </para>
/// <para>
/// Every account is settled, also of those who have earned nothing: a draw can be due, or a holdback released. A measurement period of a
/// plan of which anybody has an earning is restated for everybody: whose credit was moved to somebody else, or who is no member of a pool
/// any more, has earned it no more, though no earning says so: a reason of the settlement tells whom it hit
/// (<c>commission.restated-with-others</c>). Who is not to be restated with the others is left out of ledger and batch by
/// <see cref="Where"/>.
/// </para>
/// <para>
/// What one person has beside everybody, a run of their own, fixed pay, a part of a draw, events, is added to the run of everybody.
/// </para>
/// <para>
/// Made by <see cref="PayoutBatch"/>. Immutable. Equality is by run, rules, what each has earned, in order, what is restated, what happened
/// to whom, and who has runs, rules, fixed pay or a part of a draw of their own.
/// </para>
/// </remarks>
public sealed class PayoutBatch<TPayee> : IEquatable<PayoutBatch<TPayee>>
    where TPayee : notnull
{
    // What anybody has an earning of, in the whole batch of which this may be a part.
    private readonly HashSet<(string Plan, DateSpan Period)> _restated;

    private readonly PayoutsByPayee<TPayee> _each;

    // Made once, when first asked for.
    private readonly Lazy<ReadOnlyCollection<TPayee>> _payees;

    private PayoutBatch(PayoutRun run, PayoutRules rules, HashSet<(string Plan, DateSpan Period)> restated, PayoutsByPayee<TPayee> each)
    {
        Run = run;
        Rules = rules;
        _restated = restated;
        _each = each;
        _payees = new Lazy<ReadOnlyCollection<TPayee>>(() => Array.AsReadOnly(_each.Payees));
    }

    /// <summary>The run of everybody.</summary>
    public PayoutRun Run { get; }

    /// <summary>The rules of everybody who has none of their own.</summary>
    public PayoutRules Rules { get; }

    /// <summary>
    /// Everybody with an earning, a run of their own, an event, fixed pay or a part of a draw, in the order in which they came.
    /// </summary>
    public IReadOnlyList<TPayee> Payees => _payees.Value;

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
        _each.Earned.TryGetValue(Guard.Against.Null(payee), out var earned) ? Array.AsReadOnly(earned) : [];

    /// <summary>The rules a payee is settled by.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The payee's own, or those of everybody.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    public PayoutRules RulesOf(TPayee payee) => _each.Rules.TryGetValue(Guard.Against.Null(payee), out var rules) ? rules : Rules;

    /// <summary>The batch in which people have rules of their own, say with a draw.</summary>
    /// <param name="rules">The rules, beside those given before; in place of those of the same payee.</param>
    /// <returns>The changed copy. Rules of somebody who is not settled have no effect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/>, a payee or rules are null.</exception>
    public PayoutBatch<TPayee> WithRules(params (TPayee Payee, PayoutRules Rules)[] rules)
    {
        var copy = new Dictionary<TPayee, PayoutRules>(_each.Rules);
        foreach (var (payee, own) in Guard.Against.Null(rules))
        {
            if (payee is null || own is null)
                throw new ArgumentNullException(nameof(rules));

            copy[payee] = own;
        }

        return With(_each with { Rules = copy });
    }

    /// <summary>The batch in which people have runs of their own, which add to the run of everybody: another day of record, say.</summary>
    /// <param name="runs">
    /// The runs, beside those given before; in place of those of the same payee. Restated periods and events of both count; of holdback
    /// figures, fixed pay, a part of a draw and exchange rates the payee's own, where there are some. An event that the run of everybody
    /// has too reaches the payee as it would by that run; another one of its number takes its place.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="runs"/>, a payee or a run is null.</exception>
    /// <exception cref="ArgumentException">A run is of another payout period.</exception>
    public PayoutBatch<TPayee> WithRuns(params (TPayee Payee, PayoutRun Run)[] runs)
    {
        var copy = new Dictionary<TPayee, PayoutRun>(_each.Runs);
        foreach (var (payee, own) in Guard.Against.Null(runs))
        {
            if (payee is null || own is null)
                throw new ArgumentNullException(nameof(runs));
            if (own.Period != Run.Period)
                throw Guards.Invalid(nameof(runs), InvariantText.Any(payee) + " " + own, "must be of the payout period " + Run.Period);

            copy[payee] = own;
        }

        return With(_each with { Runs = copy });
    }

    /// <summary>The batch with the fixed pay of people, of which a cap lets something be kept.</summary>
    /// <param name="pay">
    /// The fixed pay of the payout period, zero or more, beside that given before; in place of that of the same payee, of the run of
    /// everybody and of a run of their own.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pay"/> or a payee is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="ArgumentException">An amount is finer than its currency pays.</exception>
    public PayoutBatch<TPayee> WithFixedPay(params (TPayee Payee, Money Pay)[] pay)
    {
        var copy = new Dictionary<TPayee, Money>(_each.FixedPay);
        foreach (var (payee, amount) in Guard.Against.Null(pay))
            copy[payee is null ? throw new ArgumentNullException(nameof(pay)) : payee] = Payable.NotNegative(amount, nameof(pay));

        return With(_each with { FixedPay = copy });
    }

    /// <summary>The batch in which only a part of the draw of people is due, say of who joined within the payout period.</summary>
    /// <param name="shares">
    /// The parts, from 0 % to 100 %, beside those given before; in place of that of the same payee, of the run of everybody and of a run of
    /// their own.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> or a payee is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside its range.</exception>
    public PayoutBatch<TPayee> WithDrawShare(params (TPayee Payee, Percentage Share)[] shares)
    {
        var copy = new Dictionary<TPayee, Percentage>(_each.DrawShares);
        foreach (var (payee, share) in Guard.Against.Null(shares))
            copy[payee is null ? throw new ArgumentNullException(nameof(shares)) : payee] = Guard.Against.NoPart(share, nameof(shares));

        return With(_each with { DrawShares = copy });
    }

    /// <summary>
    /// The batch with what happened to people, say a return with that part of it which the payee is credited with, or a write-off.
    /// </summary>
    /// <param name="events">
    /// The events, beside those given before and those of the payee's run; in place of one of the run of everybody with that number.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/>, a payee or an event is null.</exception>
    public PayoutBatch<TPayee> WithEvents(params (TPayee Payee, CommissionEvent Event)[] events)
    {
        foreach (var (payee, each) in Guard.Against.Null(events))
        {
            if (payee is null || each is null)
                throw new ArgumentNullException(nameof(events));
        }

        var copy = new Dictionary<TPayee, CommissionEvent[]>(_each.Events);
        foreach (var of in events.GroupBy(each => each.Payee, each => each.Event))
            copy[of.Key] = copy.TryGetValue(of.Key, out var known) ? [.. known, .. of] : [.. of];

        return With(_each with { Events = copy });
    }

    /// <summary>The batch of those who meet a condition: a part, or all but one that is not ready.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>
    /// The part, for the same part of a ledger. It restates what the whole restates, so that parts come to the same as the whole.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public PayoutBatch<TPayee> Where(Func<TPayee, bool> condition) => With(_each.Where(Guard.Against.Null(condition)));

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

        return new PayoutBatch<TPayee>(Run, Rules, [.. _restated, .. other._restated], _each.And(other._each));
    }

    /// <summary>
    /// Whether the other has the same run, rules and earnings, restates the same, and has the same of single people: runs, rules, events,
    /// fixed pay, parts of a draw.
    /// </summary>
    /// <param name="other">The batch to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PayoutBatch<TPayee>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Run == other.Run && Rules == other.Rules && _restated.SetEquals(other._restated)
            && _each.Equals(other._each));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayoutBatch<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Run.GetHashCode(), _each.GetHashCode());

    /// <summary>The run, and how many people have earnings.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Run + ", earnings of " + InvariantText.Number(_each.Earned.Count) + " people";

    /// <summary>
    /// The run of a payee: that of everybody with the events that reach the account, with what the payee has beside, restating what
    /// somebody has earned and the account has something of.
    /// </summary>
    /// <exception cref="ArgumentException">Two events that differ have one number.</exception>
    internal PayoutRun RunOf(TPayee payee, CommissionAccount account)
    {
        var earned = EarningsOf(payee);
        var run = _each.RunOf(payee, Run, Run.Events.Count == 0 ? Run : Run.Reaching(account.State, earned));
        foreach (var (plan, period) in _restated)
        {
            if (account.State.Books.TryGetValue(period, out var book) && book.LiveOf(plan) > 0
                && !earned.Any(earning => earning.Period == period && string.Equals(earning.Plan, plan, StringComparison.Ordinal))
                && !run.Restates(plan, period))
            {
                run = run.RestatingWithOthers(plan, period);
            }
        }

        return run;
    }

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
        HashSet<(string, DateSpan)> restated = [];
        foreach (var (payee, earning) in earnedToDate)
        {
            if (payee is null || earning is null)
                throw new ArgumentNullException(nameof(earnedToDate));
            if (!earned.TryGetValue(payee, out var of))
                earned.Add(payee, of = []);

            of.Add(earning);
            restated.Add((earning.Plan, earning.Period));
        }

        return new PayoutBatch<TPayee>(
            run, rules, restated,
            new PayoutsByPayee<TPayee> { Earned = earned.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()) });
    }

    private PayoutBatch<TPayee> With(PayoutsByPayee<TPayee> each) => new(Run, Rules, _restated, each);
}
