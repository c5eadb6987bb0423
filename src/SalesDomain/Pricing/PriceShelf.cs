using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The versions of all lists of one currency, strongest first, and the way to those that hold for a sale on a day.</summary>
internal sealed class PriceShelf
{
    private readonly ListVersion[] _versions;
    private readonly RankedScope[] _ranked;
    private readonly ScopeIndex _index;

    private PriceShelf(Currency currency, ListVersion[] versions, RankedScope[] ranked)
    {
        Currency = currency;
        _versions = versions;
        _ranked = ranked;
        _index = new ScopeIndex(ranked);
    }

    internal Currency Currency { get; }

    internal ListVersion this[int place] => _versions[place];

    /// <summary>Refuses lists of one strength that could both hold for a sale on a day.</summary>
    internal static PriceShelf Of(Currency currency, IEnumerable<PriceList> lists, AccessSequence sequence, string parameterName)
    {
        var versions = lists.SelectMany(list => list.Versions.Entries.Select(entry => new ListVersion(list, entry.Span, entry.Value)))
            .OrderBy(version => LevelOf(version.List, sequence, parameterName)).ThenByDescending(version => version.List.Precedence)
            .ThenBy(version => version.List.Name, StringComparer.Ordinal).ToArray();
        var ranked = Array.ConvertAll(
            versions,
            version => new RankedScope(
                version.List.Scope, version.Span, LevelOf(version.List, sequence, parameterName), version.List.Precedence));
        if (Ambiguity.Find(ranked) is var (first, second))
        {
            throw Guards.Invalid(
                parameterName,
                Named(versions[first]) + " and " + Named(versions[second]),
                "must not leave open which of two lists holds: give one the higher precedence, or part their scopes or days");
        }

        return new PriceShelf(currency, versions, ranked);
    }

    internal static int LevelOf(PriceList list, AccessSequence sequence, string parameterName)
    {
        var level = sequence.IndexOf(list.Scope.Dimensions);
        return level >= 0 ? level
            : throw Guards.Invalid(
                parameterName,
                "'" + list.Name + "' is about " + Dimension.Text(list.Scope.Dimensions),
                "must be of a level of the sequence (" + sequence + ")");
    }

    /// <summary>The place of the strongest version behind a place that holds, or -1; the first is behind -1.</summary>
    internal int After(int place, in ScopeSubject subject, LocalDate on) => _index.FindAfter(place, subject, on);

    internal bool AreOfOneLevel(int one, int other) => _ranked[one].Rank == _ranked[other].Rank;

    private static string Named(ListVersion version) => "'" + version.List.Name + "' on " + version.Span;
}
