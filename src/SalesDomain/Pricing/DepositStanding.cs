using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>How a dealer's deposit stands at the end of a day.</summary>
/// <remarks>Equality is by reference. Made by <see cref="DepositLedger.On"/>.</remarks>
public sealed class DepositStanding
{
    private readonly DepositSteps _steps;

    internal DepositStanding(DepositLedger ledger, LocalDate date, DepositSteps steps)
    {
        Ledger = ledger;
        Date = date;
        _steps = steps;
        DueBy = steps.ShortSince is { } since ? since.PlusDays(ledger.TopUpDays) : null;
        State = DueBy is not { } due ? DepositState.Full : date > due ? DepositState.Overdue : DepositState.TopUpDue;
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

    /// <summary>What the deposit does not cover of the penalties; what is paid in later goes there first.</summary>
    public Money RestOwed => _steps.RestOwed;

    /// <summary>Required − balance, never below zero.</summary>
    public Money TopUp => _steps.TopUp;

    /// <summary>Top-up + rest owed: what has to be paid in so that the deposit is full again.</summary>
    public Money ToPay => _steps.ToPay;

    /// <summary>
    /// The day on which the oldest part of what is to be paid arose: money paid in goes to the oldest first, and an entry that was undone
    /// is as if it had never been. Null where nothing is to be paid.
    /// </summary>
    public LocalDate? ShortSince => _steps.ShortSince;

    /// <summary>The last day on which that part is paid in time; null where nothing is to be paid.</summary>
    public LocalDate? DueBy { get; }

    /// <summary>How it stands.</summary>
    public DepositState State { get; }

    /// <summary>Whether by the contract credit stops: the last day has passed. Nothing is done here.</summary>
    public bool CreditStops => State == DepositState.Overdue;

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
        if (DueBy is not { } due || ShortSince is not { } since)
            return Conditions.Fix("state", Word(), isFull);

        return Node(
            "state", Word(), Operation.Select, isFull, Constant("then", "full"),
            Node(
                "the last day has passed", CreditStops, Operation.Compare(ComparisonKind.Greater), Fact("on", Date),
                Node("due by", due, Operation.Sum, Fact("short since", since), Constant("days", (decimal)Ledger.TopUpDays))),
            Constant("then", "overdue"), Constant("else", "top-up due"));
    }

    /// <summary>Dealer, day and amounts: <c>D-1 on 2026-04-03: CNY 92020.00, TopUpDue CNY 7980.00 by 2026-04-18</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Ledger.Dealer + " on " + InvariantText.Date(Date) + ": " + Balance + ", " + State.ToString()
        + (DueBy is { } due ? " " + ToPay + " by " + InvariantText.Date(due) : "");

    private string Word() =>
        State switch { DepositState.Full => "full", DepositState.Overdue => "overdue", _ => "top-up due" };

    private Explanation None() => Constant("none", Money.Zero(Ledger.Required.Currency));

    private Explanation ExplainNet() =>
        Node(
            "paid in - penalties - refunds", _steps.Net, Operation.Difference, FactSum("paid in", PaidIn, _steps.CountPaidIn),
            FactSum("penalties", Penalties, _steps.CountPenalties), FactSum("refunds", Refunds, _steps.CountRefunds));
}
