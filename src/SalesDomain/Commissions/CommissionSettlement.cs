using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What a run enters, from what is earned to what is paid, and the account with it.</summary>
/// <remarks>
/// <para>The steps, in the order in which they are taken; amounts of this run, signed as in <see cref="CommissionEntryKind"/>:</para>
/// <para>
/// payable = <see cref="Carried"/> + <see cref="Earned"/> + <see cref="ClawedBack"/> + <see cref="LossShared"/> + <see cref="Released"/>
/// − <see cref="HeldBack"/>; what is negative is <see cref="DebitCharged"/>; − <see cref="DebitRecovered"/> gives
/// <see cref="BeforeDraw"/>; + <see cref="DrawAdvanced"/> + <see cref="DrawGranted"/> − <see cref="DrawRecovered"/> is
/// <see cref="Paid"/>, or <see cref="CarriedForward"/> where it is below the minimum payout.
/// </para>
/// <para>Immutable. Equality is by account before, run, rules, and entries.</para>
/// </remarks>
public sealed class CommissionSettlement : IEquatable<CommissionSettlement>
{
    private readonly SettlementSteps _steps;
    private readonly SettlementDetail _detail;
    private readonly CommissionEntry[] _entries;
    private readonly Reason[] _reasons;

    internal CommissionSettlement(
        CommissionAccount before, CommissionAccount after, PayoutRun run, PayoutRules rules, SettlementSteps steps,
        CommissionEntry[] entries, Reason[] reasons, SettlementDetail detail)
    {
        Before = before;
        Account = after;
        Run = run;
        Rules = rules;
        _steps = steps;
        _entries = entries;
        _reasons = reasons;
        _detail = detail;
    }

    /// <summary>The account before the run.</summary>
    public CommissionAccount Before { get; }

    /// <summary>The account after the run; the same as before where nothing is entered.</summary>
    public CommissionAccount Account { get; }

    /// <summary>What the run was told.</summary>
    public PayoutRun Run { get; }

    /// <summary>The rules it went by.</summary>
    public PayoutRules Rules { get; }

    /// <summary>What was entered, in order; none where nothing differs.</summary>
    public IReadOnlyList<CommissionEntry> Entries => Array.AsReadOnly(_entries);

    /// <summary>What was not entered, and why; see <see cref="CommissionAccount.Settle"/>.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Payable before the run.</summary>
    public Money Carried => In(_steps.Carried);

    /// <summary>Earned to date less entered before, of the measurement periods restated.</summary>
    public Money Earned => In(_steps.Earned);

    /// <summary>Taken back of closed measurement periods, negative; positive where more is given back.</summary>
    public Money ClawedBack => In(_steps.ClawedBack);

    /// <summary>The payee's share of uncollectible amounts, negative.</summary>
    public Money LossShared => In(_steps.LossShared);

    /// <summary>Held back; negative where what was held goes back with what was earned.</summary>
    public Money HeldBack => In(_steps.HeldBack);

    /// <summary>Released of what was held back.</summary>
    public Money Released => In(_steps.Released);

    /// <summary>Forfeited of what was held back.</summary>
    public Money Forfeited => In(_steps.Forfeited);

    /// <summary>What of it all is negative, and goes to the debit balance.</summary>
    public Money DebitCharged => In(_steps.Charged);

    /// <summary>Recovered of the debit balance by commissions.</summary>
    public Money DebitRecovered => In(_steps.DebitRecovered);

    /// <summary>Payable before the draw.</summary>
    public Money BeforeDraw => In(_steps.BeforeDraw);

    /// <summary>Advanced, and owed.</summary>
    public Money DrawAdvanced => In(_steps.Advanced);

    /// <summary>Granted, and not owed.</summary>
    public Money DrawGranted => In(_steps.Granted);

    /// <summary>Recovered of draws owed.</summary>
    public Money DrawRecovered => In(_steps.DrawRecovered);

    /// <summary>Forgiven of draws owed.</summary>
    public Money DrawForgiven => In(_steps.Forgiven);

    /// <summary>Paid; zero or more.</summary>
    public Money Paid => In(_steps.Paid);

    /// <summary>Payable after the run: below the minimum payout, and carried to the next.</summary>
    public Money CarriedForward => In(_steps.CarriedForward);

    /// <summary>Written off of the debit balance; negative where that is undone.</summary>
    public Money WrittenOff => In(_steps.WrittenOff);

    /// <summary>Recovered of the debit balance from fixed pay.</summary>
    public Money Deducted => In(_steps.Deducted);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A settlement.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionSettlement? left, CommissionSettlement? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A settlement.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionSettlement? left, CommissionSettlement? right) => !(left == right);

    /// <summary>How what is paid came about, from what is earned.</summary>
    /// <returns>The explanation, whose figure is <see cref="Paid"/>.</returns>
    public Explanation Explain()
    {
        var payable = _steps.HasDraw && !_steps.IsDrawKept
            ? Node(
                "after the draw", In(_steps.AfterDraw), Operation.Difference,
                Node(
                    "with the draw", In(_steps.WithDraw), Operation.Sum, ExplainBeforeDraw(), ExplainAdvanced(), ExplainGranted()),
                ExplainRecovered())
            : ExplainBeforeDraw();
        return _steps.Minimum is { } minimum
            ? Node(
                "paid", Paid, Operation.Select,
                Node(
                    "reaches the minimum payout", _steps.IsPaid, Operation.Compare(ComparisonKind.GreaterOrEqual), payable,
                    Constant("minimum payout", In(minimum))),
                Fact("payable", In(_steps.AfterDraw)), Constant("carried to the next run", Zero))
            : Node("paid", Paid, Operation.Sum, payable);
    }

    /// <summary>How what is kept of fixed pay came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="Deducted"/>.</returns>
    public Explanation ExplainDeducted()
    {
        if (!_steps.HasDeduction)
            return Fact("kept of fixed pay", Deducted);
        if (_steps.IsWageCapped)
            return ExplainDeductedUnderCap();

        var wage = Node(
            "wage", In(_steps.Wage), Operation.Sum, Fact("fixed pay", In(_steps.FixedPay)), Fact("paid", In(_steps.PaidInPeriod)));
        List<Explanation> limits = [Fact("due", In(_steps.Due)), Fact("fixed pay", In(_steps.FixedPay))];
        limits.AddRange(ExplainWageLimits(wage));
        return Node(
            "kept of fixed pay", Deducted, Operation.Max, Constant("nothing", Zero),
            Node(
                "kept to date less kept before", In(_steps.DeductedSigned), Operation.Difference,
                Node(
                    "kept to date", In(_steps.LimitRounded), Operation.Round(SettlementEngine.DeductionRounding(Account.Currency)),
                    AtLeastZero("limit", _steps.LimitOrNothing, Node("least of", In(_steps.Limit), Operation.Min, [.. limits]))),
                Fact("kept before in the payout period", In(_steps.DeductedBefore))));
    }

    private Explanation[] ExplainWageLimits(Explanation wage) =>
    [
        Node(
            "share of the wage", In(_steps.WageShare), Operation.Product, wage,
            Constant("share", Rules.DebitRecovery.Deduction!.Share)),
        _steps.MinimumWage is { } minimum
            ? Node(
                "wage above the minimum", In(_steps.WageAboveMinimum), Operation.Difference, Fact("wage", In(_steps.Wage)),
                Constant("minimum wage", In(minimum)))
            : Fact("wage", In(_steps.WageAboveMinimum)),
    ];

    private Explanation ExplainDeductedUnderCap() =>
        AtLeastZero(
            "kept of fixed pay", _steps.Deducted,
            Node(
                "least of", In(_steps.DeductedSigned), Operation.Min, Fact("debit balance", In(_steps.DebitLeft)),
                Node(
                    "fixed pay not kept before", In(_steps.FixedPayLeft), Operation.Difference, Fact("fixed pay", In(_steps.FixedPay)),
                    Fact("kept before in the payout period", In(_steps.DeductedBefore))),
                Node(
                    "left under the cap", In(_steps.CapLeft), Operation.Difference, ExplainRoomUnderCap(),
                    Fact("recovered from commissions", DebitRecovered))));

    private Explanation ExplainRoomUnderCap()
    {
        var wage = Node(
            "wage", In(_steps.Wage), Operation.Sum, Fact("fixed pay", In(_steps.FixedPay)),
            Fact("commissions before recovery", In(_steps.CommissionWage)));
        List<Explanation> limits = [Fact("due", In(_steps.Due))];
        limits.AddRange(ExplainWageLimits(wage));
        var limit = Node("least of", In(_steps.Limit), Operation.Min, [.. limits]);
        return AtLeastZero(
            "room under the cap", _steps.RoomUnderCap,
            Node(
                "limit less taken before", In(_steps.RoomUnderCapSigned), Operation.Difference,
                Node(
                    "limit", In(_steps.LimitRounded), Operation.Round(SettlementEngine.DeductionRounding(Account.Currency)),
                    AtLeastZero("limit", _steps.LimitOrNothing, limit)),
                Fact("recovered and kept before in the payout period", In(_steps.TakenBefore))));
    }

    /// <summary>Whether the other enters the same by the same rules into the same account.</summary>
    /// <param name="other">The settlement to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionSettlement? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Before == other.Before && Run == other.Run && Rules == other.Rules
            && _entries.SequenceEqual(other._entries) && _reasons.SequenceEqual(other._reasons));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionSettlement);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Run.GetHashCode(), _entries.Length, Paid.GetHashCode(), Earned.GetHashCode());

    /// <summary>Payout period, what is earned, held back and paid.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Run.Period + ": earned " + Earned + ", held back " + HeldBack + ", paid " + Paid;

    private Money Zero => In(0m);

    private Explanation ExplainBeforeDraw() =>
        Node("before the draw", BeforeDraw, Operation.Difference, ExplainPositive(), ExplainDebitRecovered());

    private Explanation ExplainPositive() =>
        AtLeastZero(
            "payable", _steps.Positive,
            Node(
                "payable, or negative", In(_steps.Payable), Operation.Difference,
                Node(
                    "with what the run brings", In(_steps.WithRun), Operation.Sum, Fact("carried", Carried), ExplainEarned(),
                    ExplainClawedBack(), ExplainLosses(), ExplainSteps("released", Released, _detail.Released)),
                ExplainSteps("held back", HeldBack, _detail.Held)));

    private Explanation ExplainEarned() =>
        _detail.Changes.Length == 0 ? FactSum("earned", Earned, 0)
            : Node(
                "earned", Earned, Operation.Sum,
                _detail.Changes.Select(each => each.Plan).Distinct(StringComparer.Ordinal).Count() == 1
                    ? Array.ConvertAll(_detail.Changes, each => ExplainChange(each, each.Name))
                    : Array.ConvertAll(_detail.Changes, each => ExplainChange(each, each.Plan + " " + each.Name)));

    private Explanation ExplainChange(EarningChange change, string name) =>
        Node(
            name, change.Difference, Operation.Difference,
            change.Conversion is { } conversion
                ? Node("earned to date", change.ToDate, Operation.Round(Rules.Rounding), conversion.Explain())
                : Fact("earned to date", change.ToDate),
            Fact("entered before", change.Before));

    private Explanation ExplainClawedBack() =>
        _detail.ClawBacks.Length == 0 ? FactSum("clawed back", ClawedBack, 0)
            : Node("clawed back", ClawedBack, Operation.Sum, Array.ConvertAll(_detail.ClawBacks, ExplainClawBack));

    private Explanation ExplainClawBack(ClawBackSteps each)
    {
        if (each.IsReversal)
            return Fact(each.Name, each.Amount);

        List<Explanation> factors =
        [
            each.Following.Length == 0 ? Fact("commission of the entry", each.Commission)
                : Node(
                    "commission of the line and what follows it", each.Commission, Operation.Sum,
                    Array.ConvertAll(each.Following, one => Fact(one.Name, one.Commission))),
            Node(
                "part that came back", each.ReturnedPart, Operation.Ratio, Fact("base that came back", each.Returned),
                each.Following.Length == 0 ? Fact("base of the entry", each.Base)
                    : Node(
                        "base of the line and what follows it", each.Base, Operation.Sum,
                        Array.ConvertAll(each.Following, one => Fact(one.Name, one.Base)))),
        ];
        if (!each.IsFull)
        {
            factors.Add(
                Node(
                    "part of the window left", each.TimePart, Operation.Ratio, Fact("left", each.Left),
                    Constant("window", each.Window)));
        }

        var bounded = Node(
            each.IsFull ? "to date, at most what is left" : "at most what is left", each.Bounded, Operation.Min,
            Node("rounded", each.Rounded, Operation.Round(Rules.Rounding), Node("share", each.Exact, Operation.Product, [.. factors])),
            Fact("earned and not taken back otherwise", each.Most));
        return Node(
            each.Name, each.Amount, Operation.Difference, Fact("taken back before", each.Before),
            Node("taken back to date", each.ToDate, Operation.Max, Fact("taken back before", each.Before), bounded));
    }

    private Explanation ExplainLosses() =>
        _detail.Losses.Length == 0 ? FactSum("share of losses", LossShared, 0)
            : Node("share of losses", LossShared, Operation.Sum, Array.ConvertAll(_detail.Losses, ExplainLoss));

    private Explanation ExplainLoss(HoldbackStep loss)
    {
        if (loss.Share.IsZero)
            return Fact(loss.Name, loss.Difference);

        var share = Node(
            "share", loss.ToDate, Operation.Round(Rules.Rounding),
            Node("exact", loss.Exact, Operation.Product, Fact("uncollectible", loss.Of), Constant("share borne", loss.Share)));
        return Node(
            loss.Name, loss.Difference, Operation.Difference, Constant("nothing", Zero),
            Rules.LossCap is { } cap ? Node("borne", loss.Before, Operation.Min, share, Constant("at most", cap)) : share);
    }

    private Explanation ExplainSteps(string name, Money sum, HoldbackStep[] steps) =>
        steps.Length == 0 ? FactSum(name, sum, 0)
            : Node(
                name, sum, Operation.Sum,
                Array.ConvertAll(
                    steps,
                    each => Node(
                        each.Name, each.Difference, Operation.Difference,
                        Node(
                            "to date", each.ToDate, Operation.Round(Rules.Rounding),
                            Node("exact", each.Exact, Operation.Product, Fact("of", each.Of), Constant("share", each.Share))),
                        Fact("before", each.Before))));

    private Explanation ExplainDebitRecovered()
    {
        List<Explanation> least = [Fact("debit balance", In(_steps.DebitBefore)), Fact("payable", In(_steps.Positive))];
        if (!_steps.IsSetOff)
            least.Add(ExplainRecoverable());
        if (_steps.IsWageCapped)
            least.Add(ExplainRoomUnderCap());

        return Node("debit balance recovered", DebitRecovered, Operation.Min, [.. least]);
    }

    private Explanation ExplainRecoverable() =>
        Node(
            "share of what the run makes payable", In(_steps.RecoverableRounded), Operation.Round(Rules.Rounding),
            Node(
                "exact share", In(_steps.Recoverable), Operation.Product,
                AtLeastZero(
                    "made payable", _steps.AddedOrNothing,
                    Node(
                        "payable less carried", In(_steps.Added), Operation.Difference, Fact("payable", In(_steps.Payable)),
                        Fact("carried", Carried))),
                Constant("share", Rules.DebitRecovery.Share)));

    private Explanation ExplainPeriodBeforeDraw() =>
        AtLeastZero(
            "before the draw, in the payout period", _steps.PeriodBeforeDraw,
            Node(
                "of all its runs", In(_steps.PeriodBeforeDrawSigned), Operation.Difference,
                Node(
                    "with this run", In(_steps.EarlierWithRun), Operation.Sum,
                    Fact("of earlier runs, and carried into it", In(_steps.EarlierBeforeDraw)), Fact("before the draw", BeforeDraw)),
                Fact("carried from them", Carried)));

    private Explanation ExplainDraw() =>
        Node(
            "draw", In(_steps.Draw), Operation.Round(Rules.Rounding),
            Node(
                "draw due", In(_steps.ExactDraw), Operation.Product, Constant("draw of a full period", In(_steps.FullDraw)),
                Constant("part of the period", Run.DrawShare)));

    private Explanation ExplainNeed() =>
        AtLeastZero(
            "missing to the draw", _steps.Need,
            _steps.IsDrawRecoverable
                ? Node("draw less payable", In(_steps.NeedSigned), Operation.Difference, ExplainDraw(), ExplainPeriodBeforeDraw())
                : Node("draw less earned", In(_steps.NeedSigned), Operation.Difference, ExplainDraw(), ExplainEarnedInPeriod()));

    private Explanation ExplainEarnedInPeriod() =>
        AtLeastZero(
            "earned in the payout period", _steps.EarnedInPeriod, Fact("earned in all its runs", In(_steps.EarnedInPeriodSigned)));

    private Explanation ExplainAdvanced() =>
        Node(
            "draw advanced", DrawAdvanced, Operation.Difference,
            !_steps.IsDrawRecoverable ? Constant("advanced to date", In(_steps.AdvancedToDate))
                : _steps.Ceiling is { } ceiling
                    ? Node(
                        "advanced to date", In(_steps.AdvancedToDate), Operation.Min, ExplainNeed(),
                        AtLeastZero(
                            "room below the ceiling", _steps.Room,
                            Node(
                                "ceiling less owed", In(_steps.RoomSigned), Operation.Difference, Constant("ceiling", In(ceiling)),
                                Fact("owed", In(_steps.Owed)))))
                    : Node("advanced to date", In(_steps.AdvancedToDate), Operation.Sum, ExplainNeed()),
            Fact("advanced before in the payout period", In(_steps.AdvancedBefore)));

    private Explanation ExplainGranted() =>
        Node(
            "draw granted", DrawGranted, Operation.Max,
            Node(
                "granted to date less before", In(_steps.GrantedSigned), Operation.Difference, ExplainGrantedToDate(),
                Fact("granted before in the payout period", In(_steps.GrantedBefore))),
            Node(
                "taken back at most", In(_steps.LeastGranted), Operation.Difference, Constant("nothing", Zero),
                Fact("before the draw", BeforeDraw)));

    private Explanation ExplainGrantedToDate() =>
        !_steps.IsDrawRecoverable ? Node("granted to date", In(_steps.GrantedToDate), Operation.Sum, ExplainNeed())
            : AtLeastZero(
                "granted to date", _steps.GrantedToDate,
                Node(
                    "missing to the guarantee", In(_steps.GrantSigned), Operation.Difference,
                    Constant("guarantee", In(_steps.Guarantee)),
                    Node(
                        "with the advance", In(_steps.EarnedWithAdvance), Operation.Sum, ExplainEarnedInPeriod(),
                        Fact("advanced to date", In(_steps.AdvancedToDate)))));

    private Explanation ExplainRecovered()
    {
        var byRule = Node(
            "by the excess", In(_steps.RecoveredByRule), Operation.Min, Fact("owed", In(_steps.Owed)),
            Node(
                "share of the excess", In(_steps.ExcessShareRounded), Operation.Round(Rules.Rounding),
                Node(
                    "exact share", In(_steps.ExcessShare), Operation.Product,
                    AtLeastZero(
                        "excess", _steps.Excess,
                        Node(
                            "payable less draw", In(_steps.ExcessSigned), Operation.Difference,
                            Fact("before the draw, in the payout period", In(_steps.PeriodBeforeDraw)), Fact("draw", In(_steps.Draw)))),
                    Constant("share", Rules.Draw is null ? Percentage.OneHundred : Rules.Draw.RecoveryShare))),
            Fact("excess", In(_steps.Excess)));
        return Node(
            "draw recovered", DrawRecovered, Operation.Difference,
            !_steps.IsDrawSetOff ? byRule
                : Node(
                    "recovered to date", In(_steps.RecoveredToDate), Operation.Sum, byRule,
                    Node(
                        "set off on leaving", In(_steps.SetOff), Operation.Min, Fact("owed", In(_steps.OwedBeforeSetOff)),
                        Fact("payable", In(_steps.LeftBeforeSetOff)))),
            Fact("recovered before in the payout period", In(_steps.RecoveredBefore)));
    }

    private Explanation AtLeastZero(string name, decimal value, Explanation of) =>
        Node(name, In(value), Operation.Max, of, Constant("nothing", Zero));

    private Money In(decimal amount) => new(amount, Account.Currency);
}
