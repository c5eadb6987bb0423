using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The corridors of a market, and prices seen in it judged by them.</summary>
/// <remarks>
/// <para>
/// A price is held against each corridor that is about it: a maximum and a recommendation may both be. Two corridors of one kind that could
/// meet in one price on one day are refused, so that of each kind one version is asked. The order in which prices are given does not
/// matter, and the same report given twice counts once. What of a dealer is one occurrence, each corridor says: all of a day unless stated.
/// </para>
/// <para>Immutable. Equality is by corridors in their order, and rates.</para>
/// </remarks>
public sealed class PriceWatch : IEquatable<PriceWatch>
{
    private readonly PriceCorridor[] _corridors;

    private readonly ScopeIndex _index;

    private PriceWatch(PriceCorridor[] corridors, ScopeIndex index, ExchangeRates? rates)
    {
        _corridors = corridors;
        _index = index;
        Rates = rates;
    }

    /// <summary>The corridors.</summary>
    public IReadOnlyList<PriceCorridor> Corridors => Array.AsReadOnly(_corridors);

    /// <summary>The rates by which prices in other currencies are converted; null where such prices are not judged.</summary>
    public ExchangeRates? Rates { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A watch.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceWatch? left, PriceWatch? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A watch.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceWatch? left, PriceWatch? right) => !(left == right);

    /// <summary>A watch over corridors.</summary>
    /// <param name="corridors">The corridors, one or more.</param>
    /// <returns>The watch.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="corridors"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no corridor; a name comes twice; or two of one kind and level could hold for one price on one day.
    /// </exception>
    public static PriceWatch Of(params PriceCorridor[] corridors)
    {
        var copy = Guard.Against.Nothing(corridors, "there is nothing to judge by");
        Array.ForEach(copy, corridor => Guard.Against.Null(corridor, nameof(corridors)));
        Guard.Against.NameTwice(copy.Select(corridor => corridor.Name), nameof(corridors));
        foreach (var alike in copy.GroupBy(corridor => (corridor.Kind, corridor.Level)))
            RequireOneVersion([.. alike], nameof(corridors));

        return new PriceWatch(
            copy, new ScopeIndex(Array.ConvertAll(copy, corridor => new RankedScope(corridor.Scope, DateSpan.Always, 0, 0))), null);
    }

    /// <summary>The watch with rates by which prices in other currencies are converted, as of the day they were seen.</summary>
    /// <param name="rates">The rates.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    public PriceWatch WithRates(ExchangeRates rates) => new(_corridors, _index, Guard.Against.Null(rates));

    /// <summary>The prices seen, held against the corridors that are about them.</summary>
    /// <param name="observations">
    /// The prices, in any order: those of the look-back before as well, for it is from them that a repeated deviation is known.
    /// </param>
    /// <returns>The findings by day and report, one for each corridor that is about the price, or one that says there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="observations"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two different observations have one number.</exception>
    public IReadOnlyList<PriceFinding> Judge(IEnumerable<PriceObservation> observations)
    {
        var (findings, places) = (new List<PriceFinding>(), new List<int>());
        var counts = new Dictionary<(int Corridor, string Who), OccurrenceCount>();
        foreach (var observation in InOrder(observations))
        {
            var isAsked = false;
            _index.FindAll(observation.Subject, observation.Date, places);
            foreach (var place in places)
            {
                if (!_corridors[place].IsAbout(observation))
                    continue;

                isAsked = true;
                var finding = _corridors[place].Judge(observation, Rates);
                findings.Add(finding.IsOutside ? Counted(finding, counts, place) : finding);
            }

            if (!isAsked)
                findings.Add(PriceFinding.NoCorridor(observation));
        }

        return findings.AsReadOnly();
    }

    /// <summary>Whether the other has the same corridors and rates.</summary>
    /// <param name="other">The watch to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceWatch? other) => other is not null && Rates == other.Rates && _corridors.SequenceEqual(other._corridors);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceWatch);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _corridors.Aggregate(_corridors.Length, (hash, corridor) => Hash.Combine(hash, corridor.GetHashCode()));

    /// <summary>The corridors, one a line.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Concat(_corridors.Select(corridor => corridor + "\n"));

    private static PriceObservation[] InOrder(IEnumerable<PriceObservation> observations)
    {
        Guard.Against.Null(observations);
        var byId = new Dictionary<DocumentId, PriceObservation>();
        foreach (var observation in observations)
        {
            Guard.Against.Null(observation, nameof(observations));
            if (!byId.TryGetValue(observation.Id, out var known))
                byId.Add(observation.Id, observation);
            else if (known != observation)
                throw Guards.Invalid(nameof(observations), observation.Id.ToString(), "must have each number once");
        }

        return [.. byId.Values.OrderBy(observation => observation.Date).ThenBy(observation => observation.Id)];
    }

    // Of no two corridors of one kind could anybody say which one a price is held to.
    private static void RequireOneVersion(PriceCorridor[] alike, string parameterName)
    {
        (PriceCorridor Corridor, DateSpan Span)[] versions =
            [.. alike.SelectMany(corridor => corridor.Versions.Entries.Select(entry => (corridor, entry.Span)))];
        if (Ambiguity.Find(Array.ConvertAll(versions, each => new RankedScope(each.Corridor.Scope, each.Span, 0, 0))) is var (one, other))
        {
            throw Guards.Invalid(
                parameterName, versions[one].Corridor.Name + " and " + versions[other].Corridor.Name,
                "must not hold for one price on one day, of one kind: part their scopes or days, or state both bounds in one version");
        }
    }

    private PriceFinding Counted(PriceFinding finding, Dictionary<(int Corridor, string Who), OccurrenceCount> counts, int corridor)
    {
        // A deviation of nobody anywhere repeats none.
        var subject = finding.Observation.Subject;
        var who = subject.Customer is { } dealer ? "dealer " + dealer
            : subject.Territory is { } place ? "place " + place
            : null;
        if (who is null)
            return finding.Counted(1, null);

        if (!counts.TryGetValue((corridor, who), out var count))
            counts.Add((corridor, who), count = new OccurrenceCount(_corridors[corridor]));
        var (nth, with) = count.Next(finding.Observation);
        return finding.Counted(nth, with);
    }
}
