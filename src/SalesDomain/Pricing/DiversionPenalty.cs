using System;
using System.Collections.Generic;
using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a dealer owes for a case, what its deposit covers of it, and what goes to the dealer whose area it is.</summary>
/// <remarks>Equality is by reference. Made by <see cref="DiversionRule.PenaltyFor"/>.</remarks>
public sealed class DiversionPenalty
{
    private readonly DiversionSteps _steps;

    internal DiversionPenalty(DiversionCase diversion, Money rebate, Money deposit, DiversionSteps steps)
    {
        Case = diversion;
        Rebate = rebate;
        Deposit = deposit;
        _steps = steps;
        Reasons = Array.AsReadOnly([.. Why()]);
    }

    /// <summary>The case.</summary>
    public DiversionCase Case { get; }

    /// <summary>The rebate of the dealer, a fact of the call.</summary>
    public Money Rebate { get; }

    /// <summary>The balance of the deposit before, a fact of the call.</summary>
    public Money Deposit { get; }

    /// <summary>Quantity × amount a unit.</summary>
    public Money ByUnit => _steps.ByUnit;

    /// <summary>The share of the rebate.</summary>
    public Money OfRebate => _steps.OfRebate;

    /// <summary>The share of the deposit.</summary>
    public Money OfDeposit => _steps.OfDeposit;

    /// <summary>By unit + of the rebate + of the deposit + the amount for the case.</summary>
    public Money Owed => _steps.Owed;

    /// <summary>What the deposit covers: never more than its balance.</summary>
    public Money Taken => _steps.Taken;

    /// <summary>Owed − taken.</summary>
    public Money Rest => _steps.Rest;

    /// <summary>Deposit − taken.</summary>
    public Money DepositAfter => _steps.Left;

    /// <summary>The share of what is owed by unit for the dealer whose area it is, known or not; the maker keeps the rest.</summary>
    public Money InjuredShare => _steps.Share;

    /// <summary>The dealer to whom the share goes; null where it is not known, and the share is kept for it.</summary>
    public CustomerId? Injured => Case.Injured;

    /// <summary>Whether it is proposed to end the contract: a person decides.</summary>
    public bool ProposesTermination => Case.Sanction is { ProposesTermination: true };

    /// <summary>
    /// Those of the case, and <c>channel.diversion-over-deposit</c> (owed, deposit), <c>channel.diversion-injured-unknown</c> (share),
    /// <c>channel.diversion-termination-proposed</c> (occurrence).
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How what is owed follows from the finding, the rebate and the deposit.</summary>
    /// <returns>The explanation, whose figure is <see cref="Owed"/>.</returns>
    public Explanation Explain()
    {
        if (Case.Sanction is not { } sanction)
            return Node("owed", Owed, Operation.Select, Constant("nothing follows", true), Constant("then", Owed), Constant("else", Owed));

        var parts = new List<Explanation> { ExplainByUnit(sanction) };
        if (sanction.RebateShare > Percentage.Zero)
            parts.Add(Part("of the rebate", OfRebate, _steps.ExactOfRebate, sanction.RebateShare, Fact("rebate", Rebate)));
        if (sanction.DepositShare > Percentage.Zero)
            parts.Add(Part("of the deposit", OfDeposit, _steps.ExactOfDeposit, sanction.DepositShare, Fact("deposit", Deposit)));
        if (sanction.Amount is { } amount)
            parts.Add(Constant("for the case", amount));
        return Node("owed", Owed, Operation.Sum, [.. parts]);
    }

    /// <summary>What the deposit covers.</summary>
    /// <returns>The explanation, whose figure is <see cref="Taken"/>.</returns>
    public Explanation ExplainTaken() => Node("taken", Taken, Operation.Min, Explain(), Fact("deposit", Deposit));

    /// <summary>What is left to be paid.</summary>
    /// <returns>The explanation, whose figure is <see cref="Rest"/>.</returns>
    public Explanation ExplainRest() => Node("rest", Rest, Operation.Difference, Explain(), ExplainTaken());

    /// <summary>What goes to the dealer whose area it is.</summary>
    /// <returns>The explanation, whose figure is <see cref="InjuredShare"/>.</returns>
    public Explanation ExplainInjuredShare() =>
        Part(
            "share of the injured", InjuredShare, _steps.ExactShare, Case.Rule.InjuredShare,
            Case.Sanction is { } sanction ? ExplainByUnit(sanction) : Constant("by unit", ByUnit));

    /// <summary>The entry that takes the penalty from the deposit.</summary>
    /// <param name="id">The number of the entry.</param>
    /// <param name="date">Its day.</param>
    /// <returns>The entry, of all that is owed: the ledger takes what there is, and keeps the rest as owed.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> is the default value, or <paramref name="date"/> is of another calendar.
    /// </exception>
    /// <exception cref="InvalidOperationException">Nothing is owed.</exception>
    public DepositEntry ToEntry(DocumentId id, LocalDate date) =>
        Owed.IsPositive ? DepositEntry.Penalty(id, date, Owed, Case.Finding.Id)
            : throw new InvalidOperationException("Nothing is owed for the finding " + Case.Finding.Id + ".");

    /// <summary>Finding and amounts: <c>DF-1: owed CNY 7980.00, taken CNY 7980.00, rest CNY 0.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Case.Finding.Id + ": owed " + Owed + ", taken " + Taken + ", rest " + Rest;

    private Explanation ExplainByUnit(DiversionSanction sanction) =>
        sanction.PerUnit is not { } perUnit ? Constant("by unit", ByUnit)
            : Node(
                "by unit", ByUnit, Operation.Round(Case.Rule.Rounding),
                Node(
                    "not rounded", _steps.ExactByUnit, Operation.Product, Constant("a unit", perUnit),
                    Fact("found", Case.Finding.Quantity)));

    private Explanation Part(string name, Money value, Money exact, Percentage share, Explanation of) =>
        Node(
            name, value, Operation.Round(Case.Rule.Rounding),
            Node("not rounded", exact, Operation.Product, of, Constant("share", share)));

    private IEnumerable<Reason> Why()
    {
        foreach (var reason in Case.Reasons)
            yield return reason;
        if (Rest.IsPositive)
            yield return new Reason("channel.diversion-over-deposit", ("owed", Owed), ("deposit", Deposit));
        if (InjuredShare.IsPositive && Injured is null)
            yield return new Reason("channel.diversion-injured-unknown", ("share", InjuredShare));
        if (ProposesTermination)
            yield return new Reason("channel.diversion-termination-proposed", ("occurrence", (decimal)Case.Occurrence!.Value));
    }
}
