using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Organization;

namespace SalesDomain.Pricing;

/// <content>What findings and traces come to.</content>
public sealed partial class DiversionRule
{
    /// <summary>What is known of each finding, and how often it happened, where findings and areas name places of one level.</summary>
    /// <param name="findings">
    /// The findings, in any order: those of the look-back before as well, for it is from them that a repeated case is known.
    /// </param>
    /// <param name="traces">The traces that there are, in any order, at most one for a finding.</param>
    /// <param name="areas">Which dealer has which area, and from when to when.</param>
    /// <returns>One case for each finding, by day and number.</returns>
    /// <exception cref="ArgumentNullException">An argument, a finding or a trace is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two different findings have one number, two different traces are of one finding, or a trace is of a finding that is not given.
    /// </exception>
    public IReadOnlyList<DiversionCase> Judge(
        IEnumerable<DiversionFinding> findings, IEnumerable<DiversionTrace> traces, Assignments<TerritoryId, CustomerId> areas) =>
        Judged(findings, traces, areas, null);

    /// <summary>What is known of each finding, and how often it happened, where places lie in others.</summary>
    /// <param name="findings">
    /// The findings, in any order: those of the look-back before as well, for it is from them that a repeated case is known.
    /// </param>
    /// <param name="traces">The traces that there are, in any order, at most one for a finding.</param>
    /// <param name="areas">Which dealer has which area, and from when to when.</param>
    /// <param name="places">
    /// Which place lies in which: a place belongs to whoever has it on the day, or else the nearest place above it.
    /// </param>
    /// <returns>One case for each finding, by day and number.</returns>
    /// <exception cref="ArgumentNullException">An argument, a finding or a trace is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two different findings have one number, two different traces are of one finding, or a trace is of a finding that is not given.
    /// </exception>
    public IReadOnlyList<DiversionCase> Judge(
        IEnumerable<DiversionFinding> findings, IEnumerable<DiversionTrace> traces, Assignments<TerritoryId, CustomerId> areas,
        Hierarchy<TerritoryId> places) =>
        Judged(findings, traces, areas, Guard.Against.Null(places));

    private static Dictionary<DocumentId, T> Distinct<T>(IEnumerable<T> facts, Func<T, DocumentId> number, string parameterName)
        where T : class, IEquatable<T>
    {
        Guard.Against.Null(facts, parameterName);
        var byNumber = new Dictionary<DocumentId, T>();
        foreach (var fact in facts)
        {
            Guard.Against.Null(fact, parameterName);
            if (!byNumber.TryGetValue(number(fact), out var known))
                byNumber.Add(number(fact), fact);
            else if (!known.Equals(fact))
                throw Guards.Invalid(parameterName, number(fact).ToString(), "must have each number once");
        }

        return byNumber;
    }

    private ReadOnlyCollection<DiversionCase> Judged(
        IEnumerable<DiversionFinding> findings, IEnumerable<DiversionTrace> traces, Assignments<TerritoryId, CustomerId> areas,
        Hierarchy<TerritoryId>? above)
    {
        var byNumber = Distinct(findings, finding => finding.Id, nameof(findings));
        var traced = Distinct(traces, trace => trace.Finding, nameof(traces));
        var places = new DiversionPlaces(Guard.Against.Null(areas), above);
        foreach (var number in traced.Keys)
        {
            if (!byNumber.ContainsKey(number))
                throw Guards.Invalid(nameof(traces), number.ToString(), "must be of a finding that is given");
        }

        DiversionFinding[] inOrder = [.. byNumber.Values];
        Array.Sort(
            inOrder,
            (left, right) => left.Date.CompareTo(right.Date) is not 0 and var order ? order : left.Id.CompareTo(right.Id));

        var facts = new DiversionFacts[inOrder.Length];
        var groups = new DiversionGroups(this, inOrder.Length);
        for (var i = 0; i < inOrder.Length; i++)
        {
            traced.TryGetValue(inOrder[i].Id, out var trace);
            facts[i] = FactsOf(inOrder[i], trace, places);
            if (facts[i].State == DiversionState.Confirmed)
                groups.Know(trace!);
        }

        for (var i = 0; i < inOrder.Length; i++)
        {
            if (facts[i].State == DiversionState.Confirmed)
                groups.Join(i, inOrder[i], traced[inOrder[i].Id]);
        }

        var cases = new DiversionCase[inOrder.Length];
        for (var i = 0; i < inOrder.Length; i++)
        {
            traced.TryGetValue(inOrder[i].Id, out var trace);
            var group = facts[i].State == DiversionState.Confirmed ? groups.Of(i, inOrder[i], trace!.Dealer) : null;
            cases[i] = new DiversionCase(this, inOrder[i], trace, facts[i], group);
        }

        return Array.AsReadOnly(cases);
    }

    private DiversionFacts FactsOf(DiversionFinding finding, DiversionTrace? trace, DiversionPlaces places)
    {
        var (place, on) = (finding.Place, finding.Date);
        var holders = places.HoldersOf(place, on);
        var injured = finding.Injured ?? (holders.Count == 1 ? holders[0].Holder : default(CustomerId?));
        var isUnknown = holders.Count == 0 && !places.IsKnown(place, on);
        if (trace is null)
            return new DiversionFacts { State = DiversionState.Found, Injured = injured, IsUnknown = isUnknown };

        // Who had the place when the goods went out sold them rightly, and who has it now sells them rightly.
        var isOwn = finding.Injured == trace.Dealer || places.Holds(place, trace.Dealer, on)
            || places.Holds(place, trace.Dealer, trace.ShippedOn);
        var isLater = trace.ShippedOn > on;
        var isMeant = places.IsMeant(trace.MeantFor, place, on);
        var isPassive = trace.IsPassive && !BarsPassiveSales;
        var isOpen = holders.Count == 0 && finding.Injured is null && !CoversOpenAreas;
        return new DiversionFacts
        {
            State = trace.WithdrawnOn is not null ? DiversionState.Withdrawn
                : isLater ? DiversionState.Found
                : isOwn || isMeant || isPassive ? DiversionState.NoDiversion
                : isOpen ? DiversionState.Found
                : DiversionState.Confirmed,
            Injured = injured, IsLater = isLater, IsOwn = isOwn, IsMeant = isMeant, IsPassive = isPassive,
            IsUnknown = isUnknown, IsOpen = isOpen,
        };
    }
}
