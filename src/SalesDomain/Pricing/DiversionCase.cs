using System;
using System.Collections.Generic;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What is known of one finding: whether it is a case, of whom, the how-manieth, and what follows by the ladder.</summary>
/// <remarks>Equality is by reference. Made by <see cref="DiversionRule.Judge"/>.</remarks>
public sealed class DiversionCase
{
    private readonly DiversionFacts _facts;

    internal DiversionCase(DiversionRule rule, DiversionFinding finding, DiversionTrace? trace, DiversionFacts facts, int? occurrence)
    {
        Rule = rule;
        Finding = finding;
        Trace = trace;
        _facts = facts;
        Occurrence = occurrence;
        Sanction = occurrence is { } nth && rule.Ladder.TryAt(nth, out var sanction) ? sanction : null;
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

    /// <summary>The days in which cases of the dealer count; null where it is not confirmed.</summary>
    public DateSpan? LookBack => State == DiversionState.Confirmed ? Rule.LookBackOf(Finding.Date) : null;

    /// <summary>The how-manieth case of the dealer it is within the look-back; null where it is not confirmed.</summary>
    public int? Occurrence { get; }

    /// <summary>What follows by the ladder; null where nothing does.</summary>
    public DiversionSanction? Sanction { get; }

    /// <summary>
    /// Why it is no case, or nothing follows: <c>channel.diversion-no-trace</c>, <c>channel.diversion-shipped-later</c> (shipped, found),
    /// <c>channel.diversion-own-area</c> (dealer, place), <c>channel.diversion-meant-for-place</c> (shipment, place),
    /// <c>channel.diversion-passive-sale</c> (dealer), <c>channel.diversion-withdrawn</c> (on), <c>channel.diversion-no-rung</c>
    /// (occurrence). Empty otherwise.
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
                Fact("meant for", trace.MeantFor.Code), Fact("place", Finding.Place.Code)),
            Constant("then", Word(DiversionState.NoDiversion)),
            Fact("it is a passive sale that is free", _facts.IsPassive), Constant("then", Word(DiversionState.NoDiversion)),
            Constant("else", Word(DiversionState.Confirmed)));
    }

    /// <summary>What follows, by the number of the case.</summary>
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
            FactSum("cases in the look-back", (decimal)nth, nth));
    }

    /// <summary>Finding and state: <c>DF-1: Confirmed, D-1, 1 in 2025-04-01/2026-03-31</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Finding.Id + ": " + State.ToString()
        + ((Occurrence, LookBack) is ({ } nth, { } days) ? ", " + Trace!.Dealer + ", " + InvariantText.Number(nth) + " in " + days : "");

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
        if (Occurrence is { } nth && Sanction is null)
            yield return new Reason("channel.diversion-no-rung", ("occurrence", (decimal)nth));
    }
}
