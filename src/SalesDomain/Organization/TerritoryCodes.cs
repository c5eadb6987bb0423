using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The rules of one basis by code, and the codes above a code, whose rules hold for it where it has none.</summary>
internal sealed class TerritoryCodes
{
    // Nodes of the hierarchy by their places there, then the other codes that rules name.
    private readonly Dictionary<string, int> _places;
    private readonly TerritoryRulesOfCode?[] _rules;
    private readonly TerritoryRule[][] _named;
    private readonly ParentTable? _parents;

    /// <summary>Makes the table.</summary>
    /// <param name="rules">The rules of the basis.</param>
    /// <param name="codes">The codes of the nodes by their places, none when nothing is above another.</param>
    /// <param name="parents">What is above what, or null for nothing.</param>
    /// <param name="parameterName">What to blame.</param>
    internal TerritoryCodes(IEnumerable<TerritoryRule> rules, IEnumerable<string> codes, ParentTable? parents, string parameterName)
    {
        _parents = parents;
        _places = new(StringComparer.Ordinal);
        foreach (var code in codes)
            _places.Add(code, _places.Count);

        var byCode = rules.ToLookup(rule => rule.Code, StringComparer.Ordinal);
        foreach (var ofCode in byCode)
        {
            if (!_places.ContainsKey(ofCode.Key))
                _places.Add(ofCode.Key, _places.Count);
        }

        _named = new TerritoryRule[_places.Count][];
        foreach (var code in _places)
            _named[code.Value] = [.. byCode[code.Key]];

        _rules = Array.ConvertAll(_named, ofCode => Compared(ofCode, parameterName));
    }

    private TerritoryCodes(Dictionary<string, int> places, TerritoryCodes before)
    {
        _places = places;
        _parents = before._parents;
        _named = new TerritoryRule[places.Count][];
        _rules = new TerritoryRulesOfCode?[places.Count];
        before._named.CopyTo(_named, 0);
        before._rules.CopyTo(_rules, 0);
    }

    /// <summary>A copy with other rules of some codes. Rules of one code are compared with each other, and those of the other codes stay
    /// as they are.</summary>
    /// <param name="codes">The codes, each once.</param>
    /// <param name="rules">The rules of the basis.</param>
    /// <param name="parameterName">What to blame.</param>
    internal TerritoryCodes Changed(ISet<string> codes, IEnumerable<TerritoryRule> rules, string parameterName)
    {
        var places = _places;
        if (codes.Any(code => !_places.ContainsKey(code)))
        {
            places = new(_places, StringComparer.Ordinal);
            foreach (var code in codes.Where(code => !_places.ContainsKey(code)))
                places.Add(code, places.Count);
        }

        var copy = new TerritoryCodes(places, this);
        var byCode = rules.Where(rule => codes.Contains(rule.Code)).ToLookup(rule => rule.Code, StringComparer.Ordinal);
        foreach (var code in codes)
        {
            copy._named[places[code]] = [.. byCode[code]];
            copy._rules[places[code]] = Compared(copy._named[places[code]], parameterName);
        }

        return copy;
    }

    private static TerritoryRulesOfCode? Compared(TerritoryRule[] ofCode, string parameterName) =>
        ofCode.Length == 0 ? null : new TerritoryRulesOfCode(ofCode, parameterName);

    /// <summary>The rule that decides, or null; the day is given by its sortable number.</summary>
    internal TerritoryRule? Find(string code, in ScopeSubject subject, int day)
    {
        if (!_places.TryGetValue(code, out var place))
            return null;

        for (; place >= 0; place = Above(place, day))
        {
            if (_rules[place]?.Find(subject, day) is { } rule)
                return rule;
        }

        return null;
    }

    /// <summary>The rules of the code and of those above it on a day, whatever sale it is, in the order in which they are asked.</summary>
    internal IEnumerable<TerritoryRule> On(string code, int day)
    {
        for (var place = PlaceOf(code); place >= 0; place = Above(place, day))
        {
            foreach (var rule in _rules[place]?.On(day) ?? [])
                yield return rule;
        }
    }

    /// <summary>Adds the days from which on another rule may decide: where a rule on the code or on one above it begins or has ended, and
    /// where another is above.</summary>
    internal void AddDaysOfChange(string code, ISet<LocalDate> days)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>([PlaceOf(code)]);
        while (open.Count > 0)
        {
            var place = open.Pop();
            if (place < 0 || !seen.Add(place))
                continue;

            Array.ForEach(_named[place], rule => DaysOfChange.Add(rule.Span, days));
            foreach (var (start, parent) in _parents is not null && place < _parents.Count ? _parents.AllOf(place) : [])
            {
                open.Push(parent);
                if (start != int.MinValue)
                    days.Add(DayNumber.Unpacked(start));
            }
        }
    }

    private int PlaceOf(string code) => _places.TryGetValue(code, out var place) ? place : HierarchyLinks.Top;

    private int Above(int place, int day) =>
        _parents is not null && place < _parents.Count ? _parents.At(place, day) : HierarchyLinks.Top;
}
