using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a dealer owes for a case, what its deposit covers of it, and what goes to the dealer whose area it is.</summary>
/// <remarks>Equality is by reference. Made by <c>DiversionRule.PenaltyFor</c> and <see cref="DiversionRule.PenaltiesFor"/>.</remarks>
public sealed class DiversionPenalty
{
    private readonly DiversionAccount _account;
    private readonly DiversionSteps _steps;

    internal DiversionPenalty(DiversionCase diversion, DiversionAccount account, DiversionSteps steps)
    {
        Case = diversion;
        _account = account;
        _steps = steps;
        Reasons = Array.AsReadOnly([.. Why()]);
    }

    /// <summary>The case.</summary>
    public DiversionCase Case { get; }

    /// <summary>The rebate of the dealer, a fact of the call.</summary>
    public Money Rebate => _account.Rebate;

    /// <summary>The deposit that is agreed, a fact of the call.</summary>
    public Money AgreedDeposit => _account.Agreed;

    /// <summary>The balance of the deposit before, a fact of the call; of cases judged together, what those before left.</summary>
    public Money Deposit => _account.Balance;

    /// <summary>
    /// What was found × amount a unit, rounded together with the cases of the occurrence before it: the cases come to what one would.
    /// </summary>
    public Money ByUnit => _steps.ByUnit;

    /// <summary>The share of the rebate, never more than other cases left of it; of the first case of an occurrence.</summary>
    /// <remarks>
    /// It is in what is owed and taken from the deposit, and the rebate is paid out in full; withheld from the rebate and not owed besides
    /// where the rule says <see cref="DiversionRule.WithholdingRebate"/>. Taken both ways it would be paid twice.
    /// </remarks>
    public Money OfRebate => _steps.OfRebate;

    /// <summary>
    /// The share of the deposit, of what is agreed or, where it is so declared, of its balance; of the first case of an occurrence.
    /// </summary>
    public Money OfDeposit => _steps.OfDeposit;

    /// <summary>
    /// By unit + of the rebate + of the deposit + the amount for the occurrence; without that of the rebate where the rule withholds it.
    /// </summary>
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

    /// <summary>Whether it is proposed to end the contract, once for an occurrence: a person decides.</summary>
    public bool ProposesTermination => Once is { ProposesTermination: true };

    /// <summary>
    /// Those of the case, and <c>channel.diversion-over-deposit</c> (owed, deposit), <c>channel.diversion-injured-unknown</c> (share),
    /// <c>channel.diversion-termination-proposed</c> (occurrence), <c>channel.diversion-other-unit</c> (found, unit): nothing is owed by
    /// the unit, since nobody said how the unit of the finding converts; <c>channel.diversion-rebate-used-up</c> (share, left).
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    // What is owed once for an occurrence is owed with its first case.
    private DiversionSanction? Once => Case.CountedWith is null ? Case.Sanction : null;

    /// <summary>How what is owed follows from the finding, the rebate and the deposit.</summary>
    /// <returns>The explanation, whose figure is <see cref="Owed"/>.</returns>
    public Explanation Explain()
    {
        if (Case.Sanction is not { } sanction)
            return Node("owed", Owed, Operation.Select, Constant("nothing follows", true), Constant("then", Owed), Constant("else", Owed));

        var parts = new List<Explanation> { ExplainByUnit(sanction) };
        if (Case.CountedWith is { } first)
            parts.Add(Conditions.Fix("owed once", Money.Zero(Owed.Currency), Fact("owed with " + first, true)));
        if (!Case.Rule.WithholdsRebate && Once is { RebateShare: var ofRebate } && ofRebate > Percentage.Zero)
            parts.Add(ExplainOfRebate());
        if (Once is { DepositShare: var ofDeposit } once && ofDeposit > Percentage.Zero)
        {
            parts.Add(
                Part(
                    "of the deposit", OfDeposit, _steps.ExactOfDeposit, ofDeposit,
                    once.IsOfBalance ? Fact("deposit", Deposit) : Fact("agreed deposit", AgreedDeposit)));
        }

        if (Once is { Amount: { } amount })
            parts.Add(Constant("for the occurrence", amount));
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

    /// <summary>The share of the rebate, and what is left of that.</summary>
    internal Explanation ExplainOfRebate()
    {
        var rebate = Fact("rebate", Rebate);
        var share = Part(
            "share of the rebate", _steps.ShareOfRebate, _steps.ExactOfRebate, Once?.RebateShare ?? Percentage.Zero, rebate);
        return Node(
            "of the rebate", OfRebate, Operation.Min, share,
            Node(
                "left of the rebate", _steps.LeftOfRebate, Operation.Difference, rebate,
                FactSum("taken by cases before", _account.TakenOfRebate, _account.CountTaken)));
    }

    private Explanation ExplainByUnit(DiversionSanction sanction)
    {
        if (sanction is not { PerUnit: { } perUnit, Unit: { } unit })
            return Constant("by unit", ByUnit);
        if (!Case.Finding.Converts(unit))
            return Conditions.Fix("by unit", ByUnit, Fact("it was found in a unit that nobody converts to " + unit, true));

        var exact = Node(
            _steps.CountBefore > 0 ? "of this case" : "not rounded", _steps.ExactByUnit, Operation.Product, Constant("a unit", perUnit),
            Case.Finding.ExplainIn(unit));
        var rounding = Operation.Round(Case.Rule.Rounding);
        if (_steps.CountBefore == 0)
            return Node("by unit", ByUnit, rounding, exact);

        var before = FactSum("of the cases before it", _steps.ExactBefore, _steps.CountBefore);
        return Node(
            "by unit", ByUnit, Operation.Difference,
            Node("together", _steps.Together, rounding, Node("not rounded", _steps.ExactTogether, Operation.Sum, before, exact)),
            Node("before", _steps.Before, rounding, before));
    }

    private Explanation Part(string name, Money value, Money exact, Percentage share, Explanation of) =>
        Node(
            name, value, Operation.Round(Case.Rule.Rounding),
            Node("not rounded", exact, Operation.Product, of, Constant("share", share)));

    private IEnumerable<Reason> Why()
    {
        foreach (var reason in Case.Reasons)
            yield return reason;
        if (Case.Sanction is { Unit: { } unit } && !Case.Finding.Converts(unit))
            yield return new Reason("channel.diversion-other-unit", ("found", Case.Finding.Quantity), ("unit", unit.Code));
        if (OfRebate < _steps.ShareOfRebate)
            yield return new Reason("channel.diversion-rebate-used-up", ("share", _steps.ShareOfRebate), ("left", OfRebate));
        if (Rest.IsPositive)
            yield return new Reason("channel.diversion-over-deposit", ("owed", Owed), ("deposit", Deposit));
        if (InjuredShare.IsPositive && Injured is null)
            yield return new Reason("channel.diversion-injured-unknown", ("share", InjuredShare));
        if (ProposesTermination)
            yield return new Reason("channel.diversion-termination-proposed", ("occurrence", (decimal)Case.Occurrence!.Value));
    }
}
