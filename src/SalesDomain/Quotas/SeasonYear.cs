using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>One past year of a season: its periods and what was achieved in each, or that it is not known.</summary>
/// <remarks>Immutable. Equality is by periods and amounts.</remarks>
public sealed class SeasonYear : IEquatable<SeasonYear>
{
    private readonly Measured?[] _amounts;

    private SeasonYear(PlanPeriods periods, Measured?[] amounts)
    {
        Periods = periods;
        _amounts = amounts;
        IsComplete = Array.TrueForAll(amounts, amount => amount.HasValue);
    }

    /// <summary>The periods of the year.</summary>
    public PlanPeriods Periods { get; }

    /// <summary>What was achieved in each period; null where it is not known, which is not zero.</summary>
    public IReadOnlyList<Measured?> Amounts => Array.AsReadOnly(_amounts);

    /// <summary>Whether every period is known.</summary>
    public bool IsComplete { get; }

    /// <summary>A past year.</summary>
    /// <param name="periods">Its periods.</param>
    /// <param name="amounts">
    /// What was achieved in each, in order, all of one measure; null where it is not known: the months before the company opened, those not
    /// closed yet.
    /// </param>
    /// <returns>The year.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is not one for each period; none is known; measure, tax basis, unit or currency differ; or an amount is the default value,
    /// which measures nothing.
    /// </exception>
    public static SeasonYear Of(PlanPeriods periods, params Measured?[] amounts) => Of(periods, (IEnumerable<Measured?>)amounts);

    /// <inheritdoc cref="Of(PlanPeriods, Measured?[])"/>
    public static SeasonYear Of(PlanPeriods periods, IEnumerable<Measured?> amounts)
    {
        Guard.Against.Null(periods);
        Guard.Against.Null(amounts);
        Measured?[] copy = [.. amounts];
        var known = copy.OfType<Measured>().ToArray();
        Array.ForEach(known, amount => MeasuredArgument.Given(amount, nameof(amounts)));
        if (copy.Length != periods.Count || known.Length == 0)
        {
            throw Guards.Invalid(
                nameof(amounts), InvariantText.Number(known.Length) + " known of " + InvariantText.Number(copy.Length),
                "must be one for each of " + InvariantText.Number(periods.Count) + " periods, and one of them known");
        }

        Array.ForEach(known, amount => Measured.RequireSame(known[0], amount, nameof(amounts)));

        return new SeasonYear(periods, copy);
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A year.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SeasonYear? left, SeasonYear? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A year.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SeasonYear? left, SeasonYear? right) => !(left == right);

    /// <summary>Whether the other has the same periods and amounts.</summary>
    /// <param name="other">The year to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SeasonYear? other) =>
        other is not null && Periods == other.Periods && _amounts.SequenceEqual(other._amounts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SeasonYear);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _amounts.Aggregate(Periods.GetHashCode(), (hash, amount) => Hash.Combine(hash, amount.GetHashCode()));

    /// <summary>The amounts: <c>2025-01-01/2025-12-31: CNY 90.00, none, …</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Periods.Span + ": " + string.Join(", ", _amounts.Select(amount => amount is { } known ? known.Value.ToString() : "none"));

    /// <summary>A known amount by a measure of its own; the first tells what the year is measured in.</summary>
    internal Measured First => _amounts.OfType<Measured>().First();
}
