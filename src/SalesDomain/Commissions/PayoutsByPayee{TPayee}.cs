using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What a run over many people has of each: earnings, and what is beside the run and the rules of everybody.</summary>
internal sealed record PayoutsByPayee<TPayee>
    where TPayee : notnull
{
    internal Dictionary<TPayee, CommissionEarning[]> Earned { get; init; } = [];

    internal Dictionary<TPayee, PayoutRun> Runs { get; init; } = [];

    internal Dictionary<TPayee, PayoutRules> Rules { get; init; } = [];

    internal Dictionary<TPayee, CommissionEvent[]> Events { get; init; } = [];

    internal Dictionary<TPayee, Money> FixedPay { get; init; } = [];

    internal Dictionary<TPayee, Percentage> DrawShares { get; init; } = [];

    /// <summary>Who is settled, in the order in which they came: rules alone settle nobody.</summary>
    internal TPayee[] Payees =>
        [.. Earned.Keys.Concat(Runs.Keys).Concat(Events.Keys).Concat(FixedPay.Keys).Concat(DrawShares.Keys).Distinct()];

    public bool Equals(PayoutsByPayee<TPayee>? other) =>
        other is not null && AreSame(Earned, other.Earned, (one, another) => one.SequenceEqual(another))
        && AreSame(Runs, other.Runs, (one, another) => one == another)
        && AreSame(Rules, other.Rules, (one, another) => one == another)
        && AreSame(Events, other.Events, (one, another) => one.SequenceEqual(another))
        && AreSame(FixedPay, other.FixedPay, (one, another) => one == another)
        && AreSame(DrawShares, other.DrawShares, (one, another) => one == another);

    public override int GetHashCode() => Hash.Combine(Earned.Count, Runs.Count, Rules.Count);

    internal PayoutsByPayee<TPayee> Where(Func<TPayee, bool> condition) => new()
    {
        Earned = Part(Earned, condition),
        Runs = Part(Runs, condition),
        Rules = Part(Rules, condition),
        Events = Part(Events, condition),
        FixedPay = Part(FixedPay, condition),
        DrawShares = Part(DrawShares, condition),
    };

    internal PayoutsByPayee<TPayee> And(PayoutsByPayee<TPayee> other) => new()
    {
        Earned = Both(Earned, other.Earned),
        Runs = Both(Runs, other.Runs),
        Rules = Both(Rules, other.Rules),
        Events = Both(Events, other.Events),
        FixedPay = Both(FixedPay, other.FixedPay),
        DrawShares = Both(DrawShares, other.DrawShares),
    };

    /// <summary>The run of a payee: that of everybody with the events that reach the payee, and what the payee has beside.</summary>
    /// <exception cref="ArgumentException">Two events that differ have one number.</exception>
    internal PayoutRun RunOf(TPayee payee, PayoutRun everybody, PayoutRun reaching)
    {
        var run = Runs.TryGetValue(payee, out var own) ? own.Over(everybody, reaching) : reaching;
        if (FixedPay.TryGetValue(payee, out var pay))
            run = run.WithFixedPay(pay);
        if (DrawShares.TryGetValue(payee, out var share))
            run = run.WithDrawShare(share);

        return Events.TryGetValue(payee, out var events) ? run.Replacing(everybody, events) : run;
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
