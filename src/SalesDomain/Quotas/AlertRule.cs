using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Which statuses raise an alert when they are entered.</summary>
/// <remarks>
/// An alert asks for an action and a re-check, and is not closed by a figure that comes back of itself, unless the rule is declared
/// <see cref="ClosingOnRecovery"/>. Equality is by bands, statuses and that declaration.
/// </remarks>
public sealed class AlertRule : IEquatable<AlertRule>
{
    private readonly string[] _statuses;

    // Whether a status raises an alert, by its rank.
    private readonly bool[] _raises;

    private AlertRule(StatusBands bands, string[] statuses, bool closesOnRecovery)
    {
        Bands = bands;
        _statuses = statuses;
        ClosesOnRecovery = closesOnRecovery;
        _raises = new bool[bands.Statuses.Count];
        foreach (var status in statuses)
            _raises[bands.RankOf(status, nameof(statuses))] = true;
    }

    /// <summary>The bands.</summary>
    public StatusBands Bands { get; }

    /// <summary>The statuses that raise an alert, from the best to the worst.</summary>
    public IReadOnlyList<string> Statuses => Array.AsReadOnly(_statuses);

    /// <summary>Whether an alert that nobody has answered yet is closed when the figure is back in a status that raises none.</summary>
    public bool ClosesOnRecovery { get; }

    /// <summary>An alert when one of some statuses is entered.</summary>
    /// <param name="bands">The bands.</param>
    /// <param name="statuses">At least one of their statuses.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/>, <paramref name="statuses"/> or a status is null.</exception>
    /// <exception cref="ArgumentException">There is no status, or one is none of the bands.</exception>
    public static AlertRule OnEntering(StatusBands bands, params string[] statuses) => OnEntering(bands, (IEnumerable<string>)statuses);

    /// <inheritdoc cref="OnEntering(StatusBands, string[])"/>
    public static AlertRule OnEntering(StatusBands bands, IEnumerable<string> statuses)
    {
        Guard.Against.Null(bands);
        var copy = Guard.Against.Nothing(statuses, "an alert is raised by at least one status");
        Array.ForEach(copy, status => Guard.Against.Null(status, nameof(statuses)));
        Array.ForEach(copy, status => bands.RankOf(status, nameof(statuses)));
        return new AlertRule(bands, [.. bands.Statuses.Where(status => copy.Contains(status))], closesOnRecovery: false);
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AlertRule? left, AlertRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AlertRule? left, AlertRule? right) => !(left == right);

    /// <summary>
    /// The same rule, by which an alert that nobody has answered yet is closed when the figure is back in a status that raises none. Once
    /// an action is agreed, its re-check alone closes the alert.
    /// </summary>
    /// <returns>The changed copy.</returns>
    public AlertRule ClosingOnRecovery() => new(Bands, _statuses, closesOnRecovery: true);

    /// <summary>
    /// The entries that a series of observations makes: one for each day on which a status of the rule was entered, from a better one or
    /// at the start; and, where the rule closes on recovery, one for each day on which the statuses of the rule were left for a better one.
    /// </summary>
    /// <typeparam name="TOwner">The type of the owner.</typeparam>
    /// <param name="subject">What is watched.</param>
    /// <param name="observations">What was observed, under the bands of the rule.</param>
    /// <returns>
    /// The entries, for <see cref="AlertLedger{TOwner}.Record(IEnumerable{AlertEntry{TOwner}})"/>; each holds the figure that was watched
    /// as <c>value</c>.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument or an observation is null.</exception>
    /// <exception cref="ArgumentException">An observation was made under other bands.</exception>
    public IReadOnlyList<AlertEntry<TOwner>> Entries<TOwner>(AlertSubject<TOwner> subject, IEnumerable<StatusObservation> observations)
        where TOwner : notnull
    {
        Guard.Against.Null(subject);
        Guard.Against.Null(observations);
        var entries = new List<AlertEntry<TOwner>>();
        foreach (var observation in observations)
        {
            if (Guard.Against.Null(observation, nameof(observations)).Bands != Bands)
                throw Guards.Invalid(nameof(observations), observation.Bands.ToString(), "must be made under the bands of the rule");
            if (KindOf(observation) is { } kind)
                entries.Add(new AlertEntry<TOwner>(kind, subject, observation));
        }

        return entries.AsReadOnly();
    }

    /// <summary>Whether the other has the same bands and statuses and closes alike.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AlertRule? other) =>
        other is not null && ClosesOnRecovery == other.ClosesOnRecovery && Bands == other.Bands
        && _statuses.SequenceEqual(other._statuses);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AlertRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Bands.GetHashCode(), StringComparer.Ordinal.GetHashCode(_statuses[0]), _statuses.Length);

    /// <summary>The statuses and the bands.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "alert on entering " + string.Join(", ", _statuses) + " of " + Bands + (ClosesOnRecovery ? "; closed on recovery" : "");

    /// <summary>What an observation makes an entry of, or null where it makes none.</summary>
    private AlertEntryKind? KindOf(StatusObservation observation) =>
        !observation.IsEntered ? null
        : _raises[observation.Rank] ? observation.IsImproved ? null : AlertEntryKind.Raised
        : ClosesOnRecovery && observation.IsImproved && _raises[observation.RankBefore] ? AlertEntryKind.Recovered
        : null;
}
