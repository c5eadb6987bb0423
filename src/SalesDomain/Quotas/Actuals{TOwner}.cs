using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What facts add up to by owner, with what is credited to nobody shown apart.</summary>
/// <typeparam name="TOwner">The type of those who are credited.</typeparam>
/// <remarks>
/// <para>
/// Own sums, unassigned and over-assigned total <see cref="Total"/>: no fact is dropped, and none counts twice. The order of the facts does
/// not matter, and facts may be summed in parts and merged. What a team has is its manager's own and everything below, each fact once;
/// team sums are not to be added up, because each contains those below.
/// </para>
/// <para>
/// Owners stand in their own order where their type has one, text by its characters' codes, and otherwise in that of their first fact.
/// Made by <see cref="ActualRule"/>. Equality is by rule, days, crediting and all sums.
/// </para>
/// </remarks>
public sealed partial class Actuals<TOwner> : IEquatable<Actuals<TOwner>>
    where TOwner : notnull
{
    private readonly Dictionary<TOwner, ActualSum> _own;
    private readonly Dictionary<TOwner, ActualSum> _teams;
    private readonly TOwner[] _owners;
    private readonly LineId[] _withoutOriginal;
    private readonly LeftOut _leftOut;
    private readonly FactLog<TOwner> _log;
    private readonly ActualSum _none;

    internal Actuals(
        ActualRule rule, DateSpan span, Crediting<TOwner> crediting, Measured zero, CreditSheet<TOwner> sheet, LineId[] withoutOriginal,
        LeftOut leftOut, FactLog<TOwner> log)
        : this(
            rule, span, crediting, SumsOf(sheet.Own, zero), SumsOf(sheet.Teams, zero), ActualSum.Of(zero, sheet.Unassigned),
            ActualSum.Of(zero, [sheet.OverAssigned]), ActualSum.Of(zero, [sheet.Total]), withoutOriginal, leftOut, log)
    {
    }

    private Actuals(
        ActualRule rule, DateSpan span, Crediting<TOwner> crediting, Dictionary<TOwner, ActualSum> own, Dictionary<TOwner, ActualSum> teams,
        ActualSum unassigned, ActualSum overAssigned, ActualSum total, LineId[] withoutOriginal, LeftOut leftOut, FactLog<TOwner> log)
    {
        Rule = rule;
        Span = span;
        Crediting = crediting;
        _own = own;
        _teams = teams;
        _owners = Sorted.Owners(own.Keys.Concat(teams.Keys));
        _withoutOriginal = withoutOriginal;
        _leftOut = leftOut;
        _log = log;
        _none = ActualSum.None(total.Known.With(0m));
        Unassigned = unassigned;
        OverAssigned = overAssigned;
        Total = total;
    }

    /// <summary>The rule by which facts counted.</summary>
    public ActualRule Rule { get; }

    /// <summary>The days that counted.</summary>
    public DateSpan Span { get; }

    /// <summary>To whom facts counted.</summary>
    public Crediting<TOwner> Crediting { get; }

    /// <summary>Everybody with a fact, of their own or of their team.</summary>
    public IReadOnlyList<TOwner> Owners => Array.AsReadOnly(_owners);

    /// <summary>What is credited to nobody: no salesperson on the line, no holder on the day, or the rest of less than 100 %.</summary>
    public ActualSum Unassigned { get; }

    /// <summary>What is held to more than 100 % on the day, and is not credited until that is put right.</summary>
    public ActualSum OverAssigned { get; }

    /// <summary>All facts that count.</summary>
    public ActualSum Total { get; }

    /// <summary>
    /// With <see cref="ReturnRule.OwnerOfOriginal"/> and <see cref="ReturnRule.OfOriginal"/> the returns whose original is not named or not
    /// among the facts, in order; they count on their own day, to whoever holds the customer then.
    /// </summary>
    public IReadOnlyList<LineId> ReturnsWithoutOriginal => Array.AsReadOnly(_withoutOriginal);

    /// <summary>
    /// What a reader has to know of the sums: <c>actual.unassigned</c> and <c>actual.over-assigned</c> with facts and amount,
    /// <c>actual.unknown-value</c> and <c>actual.return-without-original</c> with facts; and of the facts that do not count
    /// <c>actual.other-stage</c> or <c>actual.other-instrument</c>, <c>actual.outside-period</c> and <c>actual.outside-scope</c>.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => AllReasons().ToList().AsReadOnly();

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Actuals.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Actuals<TOwner>? left, Actuals<TOwner>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Actuals.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Actuals<TOwner>? left, Actuals<TOwner>? right) => !(left == right);

    /// <summary>What is an owner's own.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>The sum; zero of no facts for one who has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public ActualSum Of(TOwner owner) => _own.TryGetValue(Guard.Against.Null(owner), out var sum) ? sum : _none;

    /// <summary>What an owner has with everybody below, the own sales of a manager included.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>The sum; zero of no facts for one who has none, and what is the owner's own where facts were not rolled up.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    public ActualSum OfTeam(TOwner owner) =>
        Crediting.Hierarchy is null ? Of(owner) : _teams.TryGetValue(Guard.Against.Null(owner), out var sum) ? sum : _none;

    /// <summary>The sums over the facts of two parts: of two files, of two threads.</summary>
    /// <param name="other">Sums by the same rule, days and crediting, of other facts.</param>
    /// <returns>What the rule gives over all facts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">Rule, days or crediting differ, or a fact is in both.</exception>
    public Actuals<TOwner> Merge(Actuals<TOwner> other)
    {
        Guard.Against.Null(other);
        if (Rule != other.Rule || Span != other.Span || Crediting != other.Crediting)
        {
            throw Guards.Invalid(
                nameof(other), "'" + other.Rule + "' over " + other.Span + " " + other.Crediting,
                "must have the same rule, days and crediting");
        }

        return _log.Again(other._log)
            ?? new Actuals<TOwner>(
                Rule, Span, Crediting, Merged(_own, other._own), Merged(_teams, other._teams), Unassigned.Plus(other.Unassigned),
                OverAssigned.Plus(other.OverAssigned), Total.Plus(other.Total), [], _leftOut.Plus(other._leftOut),
                _log.With(other._log, nameof(other)));
    }

    /// <summary>These, as sold, beside the same facts as assigned on a day.</summary>
    /// <param name="restated">The sums in the other view, by the same rule, days and facts.</param>
    /// <returns>Both by owner, with the difference.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="restated"/> is null.</exception>
    /// <exception cref="ArgumentException">Rule or days differ, or the totals do, so that the facts are others.</exception>
    public Restatement<TOwner> RestatedAs(Actuals<TOwner> restated)
    {
        Guard.Against.Null(restated);
        return Rule == restated.Rule && Span == restated.Span && Total == restated.Total ? new Restatement<TOwner>(this, restated)
            : throw Guards.Invalid(
                nameof(restated), "'" + restated.Rule + "' over " + restated.Span + ", " + restated.Total,
                "must have the same rule, days and facts: '" + Rule + "' over " + Span + ", " + Total);
    }

    /// <summary>Whether the other has the same rule, days, crediting and sums.</summary>
    /// <param name="other">The actuals to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Actuals<TOwner>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Rule == other.Rule && Span == other.Span && Crediting == other.Crediting && Total == other.Total
            && Unassigned == other.Unassigned && OverAssigned == other.OverAssigned && AreSame(_own, other._own)
            && AreSame(_teams, other._teams) && _withoutOriginal.SequenceEqual(other._withoutOriginal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Actuals<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rule.GetHashCode(), Span.GetHashCode(), Crediting.GetHashCode(), Total.GetHashCode());

    /// <summary>The own sums, a line an owner, and what is credited to nobody.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(_owners.Select(owner => InvariantText.Any(owner) + ": " + Of(owner) + "\n"))
        + "unassigned: " + Unassigned + "\nover-assigned: " + OverAssigned + "\n";

    private static Dictionary<TOwner, ActualSum> SumsOf(Dictionary<TOwner, List<FactSum>> sums, Measured zero)
    {
        var result = new Dictionary<TOwner, ActualSum>();
        foreach (var entry in sums)
        {
            var sum = ActualSum.Of(zero, entry.Value);
            if (sum.FactCount > 0)
                result[entry.Key] = sum;
        }

        return result;
    }

    private static Dictionary<TOwner, ActualSum> Merged(Dictionary<TOwner, ActualSum> one, Dictionary<TOwner, ActualSum> other)
    {
        var result = new Dictionary<TOwner, ActualSum>(one);
        foreach (var entry in other)
            result[entry.Key] = result.TryGetValue(entry.Key, out var sum) ? sum.Plus(entry.Value) : entry.Value;

        return result;
    }

    private static bool AreSame(Dictionary<TOwner, ActualSum> one, Dictionary<TOwner, ActualSum> other) =>
        one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var sum) && sum == entry.Value);

    /// <summary>What of the facts that count is nobody's, or not known.</summary>
    internal IEnumerable<Reason> ReasonsOfCounted()
    {
        if (Unassigned.FactCount > 0)
            yield return new Reason("actual.unassigned", ("facts", Unassigned.FactCount), ("amount", Unassigned.Known.Value));
        if (OverAssigned.FactCount > 0)
            yield return new Reason("actual.over-assigned", ("facts", OverAssigned.FactCount), ("amount", OverAssigned.Known.Value));
        if (Total.UnknownCount > 0)
            yield return new Reason("actual.unknown-value", ("facts", Total.UnknownCount));
        if (_withoutOriginal.Length > 0)
            yield return new Reason("actual.return-without-original", ("facts", _withoutOriginal.Length));
    }

    private IEnumerable<Reason> AllReasons()
    {
        foreach (var reason in ReasonsOfCounted())
            yield return reason;
        foreach (var reason in _leftOut.Reasons(Rule.Stage is null ? "actual.other-instrument" : "actual.other-stage"))
            yield return reason;
    }
}
