using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Organization;

namespace SalesDomain.Pricing;

/// <content>What findings and traces come to.</content>
public sealed partial class DiversionRule
{
    /// <summary>What is known of each finding, and how often it happened.</summary>
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
        IEnumerable<DiversionFinding> findings, IEnumerable<DiversionTrace> traces, Assignments<TerritoryId, CustomerId> areas)
    {
        var byNumber = Distinct(findings, finding => finding.Id, nameof(findings));
        var traced = Distinct(traces, trace => trace.Finding, nameof(traces));
        Guard.Against.Null(areas);
        foreach (var number in traced.Keys)
        {
            if (!byNumber.ContainsKey(number))
                throw Guards.Invalid(nameof(traces), number.ToString(), "must be of a finding that is given");
        }

        DiversionFinding[] inOrder = [.. byNumber.Values];
        Array.Sort(
            inOrder,
            (left, right) => left.Date.CompareTo(right.Date) is not 0 and var order ? order : left.Id.CompareTo(right.Id));

        var cases = new List<DiversionCase>(inOrder.Length);
        var counted = new Dictionary<CustomerId, Queue<LocalDate>>();
        foreach (var finding in inOrder)
        {
            traced.TryGetValue(finding.Id, out var trace);
            var facts = CaseFacts(finding, trace, areas);
            cases.Add(
                facts.State != DiversionState.Confirmed ? new DiversionCase(this, finding, trace, facts, null)
                    : new DiversionCase(this, finding, trace, facts, Occurrence(counted, trace!.Dealer, finding.Date)));
        }

        return cases.AsReadOnly();
    }

    /// <summary>What a dealer owes for a case.</summary>
    /// <param name="diversion">The case, of this rule.</param>
    /// <param name="rebate">The rebate of the dealer for the quarter, or for what period the contract says; zero or more.</param>
    /// <param name="deposit">The balance of its deposit, zero or more.</param>
    /// <returns>What is owed, what of it the deposit covers, and what is left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diversion"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="diversion"/> was judged by another rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the rule.</exception>
    /// <exception cref="UnitMismatchException">The finding is in another unit than the amount a unit.</exception>
    public DiversionPenalty PenaltyFor(DiversionCase diversion, Money rebate, Money deposit)
    {
        Guard.Against.Null(diversion);
        if (diversion.Rule != this)
            throw Guards.Invalid(nameof(diversion), diversion.Rule.Name, "must be judged by the rule " + Name);

        Required(rebate, nameof(rebate));
        Required(deposit, nameof(deposit));
        if (diversion.Sanction?.Unit is { } unit && unit != diversion.Finding.Quantity.Unit)
            throw new UnitMismatchException(unit, diversion.Finding.Quantity.Unit, nameof(diversion));

        return new DiversionPenalty(diversion, rebate, deposit, Steps(diversion, rebate, deposit));
    }

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

    private static bool Holds(Assignments<TerritoryId, CustomerId> areas, TerritoryId place, CustomerId dealer, LocalDate on)
    {
        foreach (var assignment in areas.HoldersOf(place, on))
        {
            if (assignment.Holder == dealer)
                return true;
        }

        return false;
    }

    private DiversionFacts CaseFacts(DiversionFinding finding, DiversionTrace? trace, Assignments<TerritoryId, CustomerId> areas)
    {
        var injured = finding.Injured ?? (areas.TryHolderOf(finding.Place, finding.Date, out var holder) ? holder : default(CustomerId?));
        if (trace is null)
            return new DiversionFacts(DiversionState.Found, injured, isLater: false, isOwn: false, isMeant: false, isPassive: false);

        // Who had the place when the goods went out sold them rightly, and who has it now sells them rightly.
        var isOwn = finding.Injured == trace.Dealer || Holds(areas, finding.Place, trace.Dealer, finding.Date)
            || Holds(areas, finding.Place, trace.Dealer, trace.ShippedOn);
        var isLater = trace.ShippedOn > finding.Date;
        var isMeant = trace.MeantFor == finding.Place;
        var isPassive = trace.IsPassive && !BarsPassiveSales;
        var state = trace.WithdrawnOn is not null ? DiversionState.Withdrawn
            : isLater ? DiversionState.Found
            : isOwn || isMeant || isPassive ? DiversionState.NoDiversion
            : DiversionState.Confirmed;
        return new DiversionFacts(state, injured, isLater, isOwn, isMeant, isPassive);
    }

    private int Occurrence(Dictionary<CustomerId, Queue<LocalDate>> counted, CustomerId dealer, LocalDate on)
    {
        if (!counted.TryGetValue(dealer, out var days))
            counted.Add(dealer, days = new Queue<LocalDate>());
        var first = LookBackOf(on).Start!.Value;
        while (days.Count > 0 && days.Peek() < first)
            days.Dequeue();
        days.Enqueue(on);
        return days.Count;
    }

    private void Required(Money amount, string parameterName)
    {
        if (amount.Currency != Currency)
            throw new CurrencyMismatchException(Currency, amount.Currency, parameterName);
        if (amount.IsNegative)
            throw Guards.OutOfRange(parameterName, amount.ToString(), "must not be negative");
    }

    private DiversionSteps Steps(DiversionCase diversion, Money rebate, Money deposit)
    {
        var zero = Money.Zero(Currency);
        if (diversion.Sanction is not { } sanction)
            return new DiversionSteps(zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, zero, deposit);

        var exactByUnit = sanction.PerUnit is { } perUnit ? perUnit * diversion.Finding.Quantity.Amount : zero;
        var exactOfRebate = rebate * sanction.RebateShare;
        var exactOfDeposit = deposit * sanction.DepositShare;
        var byUnit = exactByUnit.Round(Rounding);
        var ofRebate = exactOfRebate.Round(Rounding);
        var ofDeposit = exactOfDeposit.Round(Rounding);
        var owed = byUnit + ofRebate + ofDeposit + (sanction.Amount ?? zero);
        var taken = Money.Min(owed, deposit);
        var exactShare = byUnit * InjuredShare;
        return new DiversionSteps(
            exactByUnit, byUnit, exactOfRebate, ofRebate, exactOfDeposit, ofDeposit, owed, taken, owed - taken, exactShare,
            exactShare.Round(Rounding), deposit - taken);
    }
}
