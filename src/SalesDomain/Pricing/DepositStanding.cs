using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>How a dealer's deposit stands at the end of a day.</summary>
/// <remarks>Equality is by reference. Made by <see cref="DepositLedger.On"/>.</remarks>
public sealed class DepositStanding
{
    private readonly DepositSteps _steps;
    private readonly DepositPart[] _parts;

    internal DepositStanding(DepositLedger ledger, LocalDate date, DepositSteps steps)
    {
        Ledger = ledger;
        Date = date;
        _steps = steps;
        _parts = Array.ConvertAll(steps.Parts, part => new DepositPart(ledger, date, part.Day, part.Amount));
        Overdue = Money.Sum(ledger.Required.Currency, _parts.Where(part => part.IsOverdue).Select(part => part.Amount));
        State = _parts.Length == 0 ? DepositState.Full : _parts[0].IsOverdue ? DepositState.Overdue : DepositState.TopUpDue;
        Reasons = Array.AsReadOnly<Reason>(
            steps.OverRefunded is var (since, over) ? [new Reason("channel.deposit-over-refunded", ("over", over), ("since", since))] : []);
    }

    /// <summary>The ledger.</summary>
    public DepositLedger Ledger { get; }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>What was paid in, topped up included, and not undone by the day.</summary>
    public Money PaidIn => _steps.PaidIn;

    /// <summary>The penalties not undone by the day.</summary>
    public Money Penalties => _steps.Penalties;

    /// <summary>What was given back and not undone by the day.</summary>
    public Money Refunds => _steps.Refunds;

    /// <summary>Paid in − penalties − refunds, never below zero.</summary>
    public Money Balance => _steps.Balance;

    /// <summary>
    /// What the deposit does not cover of the penalties, and of refunds where a penalty or a payment undone is known later; what is paid in
    /// later goes there first.
    /// </summary>
    public Money RestOwed => _steps.RestOwed;

    /// <summary>Required − balance, never below zero.</summary>
    public Money TopUp => _steps.TopUp;

    /// <summary>Top-up + rest owed: what has to be paid in so that the deposit is full again.</summary>
    public Money ToPay => _steps.ToPay;

    /// <summary>
    /// What is to be paid by the day on which it arose, the oldest first: money paid in goes to the oldest first, and an entry that was
    /// undone is as if it had never been. Together they are <see cref="ToPay"/>.
    /// </summary>
    public IReadOnlyList<DepositPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>What of it is overdue: the parts whose last day has passed.</summary>
    public Money Overdue { get; }

    /// <summary>The day on which the oldest part of what is to be paid arose; null where nothing is to be paid.</summary>
    public LocalDate? ShortSince => _parts.Length > 0 ? _parts[0].Since : null;

    /// <summary>The last day on which that part is paid in time; null where nothing is to be paid.</summary>
    public LocalDate? DueBy => _parts.Length > 0 ? _parts[0].DueBy : null;

    /// <summary>How it stands.</summary>
    public DepositState State { get; }

    /// <summary>Whether by the contract credit stops: the last day has passed. Nothing is done here.</summary>
    public bool CreditStops => State == DepositState.Overdue;

    /// <summary>
    /// <c>channel.deposit-over-refunded</c> (over, since): more was given back than was there, as is known now, by a penalty that came late
    /// or a payment undone; it is part of <see cref="RestOwed"/>. Empty otherwise.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How the balance follows from what was entered.</summary>
    /// <returns>The explanation, whose figure is <see cref="Balance"/>.</returns>
    public Explanation Explain() => Node("balance", Balance, Operation.Max, None(), ExplainNet());

    /// <summary>How what has to be paid in follows from what is required.</summary>
    /// <returns>The explanation, whose figure is <see cref="ToPay"/>.</returns>
    public Explanation ExplainToPay() =>
        Node(
            "to pay", ToPay, Operation.Sum,
            Node(
                "top-up", TopUp, Operation.Max, None(),
                Node("short", _steps.Missing, Operation.Difference, Constant("required", Ledger.Required), Explain())),
            Node(
                "rest owed", RestOwed, Operation.Max, None(),
                Node("not covered", _steps.NotCovered, Operation.Difference, None(), ExplainNet())));

    /// <summary>Why credit goes on or stops.</summary>
    /// <returns>The explanation, whose figure is the state in words.</returns>
    public Explanation ExplainState()
    {
        var isFull = Node(
            "nothing is to be paid", ToPay.IsZero, Operation.Compare(ComparisonKind.Equal), ExplainToPay(), None());
        return _parts.Length == 0 ? Conditions.Fix("state", Word(), isFull)
            : Node(
                "state", Word(), Operation.Select, isFull, Constant("then", "full"), _parts[0].ExplainIsOverdue(),
                Constant("then", "overdue"), Constant("else", "top-up due"));
    }

    /// <summary>What of the parts is overdue.</summary>
    /// <returns>The explanation, whose figure is <see cref="Overdue"/>.</returns>
    public Explanation ExplainOverdue() =>
        _parts.Length == 0 ? FactSum("overdue", Overdue, 0)
            : Node(
                "overdue", Overdue, Operation.Sum,
                Array.ConvertAll(
                    _parts, part => Node(
                        "overdue of a day", part.IsOverdue ? part.Amount : Money.Zero(part.Amount.Currency), Operation.Select,
                        part.ExplainIsOverdue(), Fact("not paid", part.Amount), None())));

    /// <summary>
    /// Dealer, day and amounts: <c>D-1 on 2026-04-03: CNY 92020.00, TopUpDue CNY 7980.00 by 2026-04-18</c>; of several parts each by its
    /// day: <c>D-1 on 2026-04-10: CNY 0.00, Overdue CNY 2980.00 by 2026-03-07, CNY 111920.00 by 2026-04-25, in all CNY 114900.00</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Ledger.Dealer + " on " + InvariantText.Date(Date) + ": " + Balance + ", " + State.ToString()
        + (_parts.Length > 0 ? " " : "") + string.Join(", ", _parts.Select(part => part.ToString()))
        + (_parts.Length > 1 ? ", in all " + ToPay : "");

    private string Word() =>
        State switch { DepositState.Full => "full", DepositState.Overdue => "overdue", _ => "top-up due" };

    private Explanation None() => Constant("none", Money.Zero(Ledger.Required.Currency));

    private Explanation ExplainNet() =>
        Node(
            "paid in - penalties - refunds", _steps.Net, Operation.Difference, FactSum("paid in", PaidIn, _steps.CountPaidIn),
            FactSum("penalties", Penalties, _steps.CountPenalties), FactSum("refunds", Refunds, _steps.CountRefunds));
}
