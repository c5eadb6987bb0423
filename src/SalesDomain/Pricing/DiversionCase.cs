using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What is known of one finding: whether it is a case, of whom, the how-manieth, and what follows by the ladder.</summary>
/// <remarks>Equality is by reference. Made by <c>DiversionRule.Judge</c>.</remarks>
public sealed class DiversionCase
{
    private readonly DiversionFacts _facts;
    private readonly DiversionGroup? _group;
    private readonly int _place;

    internal DiversionCase(
        DiversionRule rule, DiversionFinding finding, DiversionTrace? trace, DiversionFacts facts, DiversionGroup? group)
    {
        Rule = rule;
        Finding = finding;
        Trace = trace;
        _facts = facts;
        _group = group;
        _place = group?.Add(finding) ?? 0;
        Occurrence = group?.Occurrence;
        OccurredOn = group?.First.Date;
        CountedWith = _place > 0 ? group!.First.Id : null;
        Sanction = Occurrence is { } nth && rule.Ladder.TryAt(nth, out var sanction) ? sanction : null;
        Reasons = Array.AsReadOnly([.. Why()]);
    }

    /// <summary>The rule it was judged by.</summary>
    public DiversionRule Rule { get; }

    /// <summary>The finding.</summary>
    public DiversionFinding Finding { get; }

    /// <summary>The trace; null where there is none.</summary>
    public DiversionTrace? Trace { get; }

    /// <summary>What is known.</summary>
    public DiversionState State => _facts.State;

    /// <summary>The dealer it is held against; null where it is not confirmed.</summary>
    public CustomerId? Dealer => State == DiversionState.Confirmed ? Trace!.Dealer : null;

    /// <summary>
    /// The dealer whose area it is: as the report says, or the one who alone had the place on the day; null where neither is known.
    /// </summary>
    public CustomerId? Injured => _facts.Injured;

    /// <summary>
    /// The day of the occurrence, on which the first of its goods were found; null where it is not confirmed.
    /// </summary>
    public LocalDate? OccurredOn { get; }

    /// <summary>The days in which occurrences of the dealer count; null where it is not confirmed.</summary>
    public DateSpan? LookBack => OccurredOn is { } day ? Rule.LookBackOf(day) : null;

    /// <summary>The how-manieth occurrence of the dealer it is within the look-back; null where it is not confirmed.</summary>
    public int? Occurrence { get; }

    /// <summary>
    /// The number of the first finding of the occurrence, with which this one is counted; null where it is the first itself, or not
    /// confirmed. What is owed once for an occurrence is owed with the first.
    /// </summary>
    public DocumentId? CountedWith { get; }

    /// <summary>What follows by the ladder; null where nothing does.</summary>
    public DiversionSanction? Sanction { get; }

    /// <summary>
    /// Why it is no case, or nothing follows: <c>channel.diversion-no-trace</c>, <c>channel.diversion-shipped-later</c> (shipped, found),
    /// <c>channel.diversion-own-area</c> (dealer, place), <c>channel.diversion-meant-for-place</c> (shipment, place),
    /// <c>channel.diversion-passive-sale</c> (dealer), <c>channel.diversion-withdrawn</c> (on), <c>channel.diversion-place-of-nobody</c>
    /// (place, on), <c>channel.diversion-no-rung</c> (occurrence). And what is told besides: that no assignment names the place on any day,
    /// <c>channel.diversion-place-unknown</c> (place), and that what is owed once is owed with another case,
    /// <c>channel.diversion-same-occurrence</c> (first). Empty otherwise.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>Why the finding is a case or none.</summary>
    /// <returns>The explanation, whose figure is the state in words.</returns>
    public Explanation Explain()
    {
        if (Trace is not { } trace)
            return Conditions.Fix("state", Word(State), Fact("it has no trace", true));

        return Node(
            "state", Word(State), Operation.Select,
            Fact("it was withdrawn", trace.WithdrawnOn is not null), Constant("then", Word(DiversionState.Withdrawn)),
            Node(
                "shipped after it was found", _facts.IsLater, Operation.Compare(ComparisonKind.Greater),
                Fact("shipped", trace.ShippedOn), Fact("found", Finding.Date)),
            Constant("then", Word(DiversionState.Found)),
            Fact("the place belongs to the dealer", _facts.IsOwn), Constant("then", Word(DiversionState.NoDiversion)),
            Node(
                "it was meant for the place", _facts.IsMeant, Operation.Compare(ComparisonKind.Equal),
                Fact("meant for", trace.MeantFor.Code),
                Fact("place, or above it", _facts.IsMeant ? trace.MeantFor.Code : Finding.Place.Code)),
            Constant("then", Word(DiversionState.NoDiversion)),
            Fact("it is a passive sale that is free", _facts.IsPassive), Constant("then", Word(DiversionState.NoDiversion)),
            Fact("no other dealer has the place, and the rule covers none such", _facts.IsOpen),
            Constant("then", Word(DiversionState.Found)), Constant("else", Word(DiversionState.Confirmed)));
    }

    /// <summary>What follows, by the number of the occurrence.</summary>
    /// <returns>The explanation, whose figure is the sanction in words; absent where nothing follows.</returns>
    public Explanation ExplainSanction()
    {
        if (Occurrence is not { } nth)
        {
            return Conditions.LeaveOut(
                "sanction",
                Node(
                    "it is not confirmed", true, Operation.Compare(ComparisonKind.NotEqual), Explain(),
                    Constant("state", Word(DiversionState.Confirmed))));
        }

        return Node(
            "sanction", Sanction is null ? Figure.Absent : Sanction.ToString(), Operation.LookUp(Rule.Ladder),
            FactSum("occurrences in the look-back", (decimal)nth, nth));
    }

    /// <summary>Finding and state: <c>DF-1: Confirmed, D-1, 1 in 2025-04-01/2026-03-31</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Finding.Id + ": " + State.ToString()
        + ((Occurrence, LookBack) is ({ } nth, { } days) ? ", " + Trace!.Dealer + ", " + InvariantText.Number(nth) + " in " + days : "")
        + (CountedWith is { } first ? ", counted with " + first : "");

    /// <summary>The cases that are one occurrence with this one; null where it is not confirmed.</summary>
    internal DiversionGroup? Group => _group;

    /// <summary>How many of them come before it, by day and number.</summary>
    internal int Place => _place;

    internal static string Word(DiversionState state) =>
        state switch
        {
            DiversionState.Found => "found",
            DiversionState.Confirmed => "confirmed",
            DiversionState.Withdrawn => "withdrawn",
            _ => "no diversion",
        };

    private IEnumerable<Reason> Why()
    {
        if (Trace is not { } trace)
        {
            yield return new Reason("channel.diversion-no-trace");
            if (_facts.IsUnknown)
                yield return new Reason("channel.diversion-place-unknown", ("place", Finding.Place.Code));
            yield break;
        }

        if (trace.WithdrawnOn is { } day)
            yield return new Reason("channel.diversion-withdrawn", ("on", day));
        if (_facts.IsLater)
            yield return new Reason("channel.diversion-shipped-later", ("shipped", trace.ShippedOn), ("found", Finding.Date));
        if (_facts.IsOwn)
            yield return new Reason("channel.diversion-own-area", ("dealer", trace.Dealer.Code), ("place", Finding.Place.Code));
        if (_facts.IsMeant)
            yield return new Reason("channel.diversion-meant-for-place", ("shipment", trace.Shipment.Code), ("place", Finding.Place.Code));
        if (_facts.IsPassive)
            yield return new Reason("channel.diversion-passive-sale", ("dealer", trace.Dealer.Code));
        if (_facts.IsOpen)
            yield return new Reason("channel.diversion-place-of-nobody", ("place", Finding.Place.Code), ("on", Finding.Date));
        if (_facts.IsUnknown)
            yield return new Reason("channel.diversion-place-unknown", ("place", Finding.Place.Code));
        if (CountedWith is { } first)
            yield return new Reason("channel.diversion-same-occurrence", ("first", first.Code));
        if (Occurrence is { } nth && Sanction is null)
            yield return new Reason("channel.diversion-no-rung", ("occurrence", (decimal)nth));
    }
}
