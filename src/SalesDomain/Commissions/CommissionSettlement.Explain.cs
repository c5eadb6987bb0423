using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>From what is paid to what was earned.</summary>
public sealed partial class CommissionSettlement
{
    /// <summary>How what is paid came about, from what is earned.</summary>
    /// <returns>
    /// The explanation, whose figure is <see cref="Paid"/>. Steps that are not in the rules, and that nothing was there for, are left out.
    /// </returns>
    public Explanation Explain() => ExplainBy(results: null);

    /// <summary>How what is paid came about, from the facts: what is earned goes on into the plan, its tiers and the credits.</summary>
    /// <param name="results">
    /// The results that were settled; what an earning in another currency than the account's, or one of another result, came from is told
    /// as by <see cref="Explain()"/>.
    /// </param>
    /// <returns>The explanation, whose figure is <see cref="Paid"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="results"/> or a result is null.</exception>
    public Explanation Explain(params CommissionResult[] results)
    {
        CommissionResult[] copy = [.. Guard.Against.Null(results)];
        Array.ForEach(copy, result => Guard.Against.Null(result, nameof(results)));
        return ExplainBy(new SettledResults(copy));
    }

    /// <summary>
    /// How what is paid came about, from the facts, where a schedule gave the earnings: what is earned goes on into stages, receipts and
    /// the commission of each line.
    /// </summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="deals">The facts of the deals, as they were known.</param>
    /// <param name="results">
    /// The results whose earnings were settled; what is of none of them, or what the schedule does not give of them by these facts, with
    /// the account before the run or without, is told as by <see cref="Explain()"/>.
    /// </param>
    /// <returns>The explanation, whose figure is <see cref="Paid"/>; see <see cref="EarningSchedule.Explain"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument or a result is null.</exception>
    public Explanation Explain(EarningSchedule schedule, DealBook deals, params CommissionResult[] results)
    {
        Guard.Against.Null(schedule);
        Guard.Against.Null(deals);
        CommissionResult[] copy = [.. Guard.Against.Null(results)];
        Array.ForEach(copy, result => Guard.Against.Null(result, nameof(results)));
        var before = new EnteredBefore(Before.State, Run, deals, schedule.Rounding);
        return ExplainBy(new SettledResults(copy, schedule, deals, before: before));
    }

    private Explanation ExplainBy(SettledResults? results)
    {
        var payable = _steps.HasDraw && !_steps.IsDrawKept ? ExplainAfterDraw(results) : ExplainBeforeDraw(results);
        return _steps.Minimum is { } minimum
            ? Node(
                "paid", Paid, Operation.Select,
                Node(
                    "reaches the minimum payout", _steps.IsPaid, Operation.Compare(ComparisonKind.GreaterOrEqual), payable,
                    Constant("minimum payout", In(minimum))),
                Fact("payable", In(_steps.AfterDraw)), Constant("carried to the next run", Zero))
            : Node("paid", Paid, Operation.Sum, payable);
    }

    private Explanation ExplainBeforeDraw(SettledResults? results) =>
        _steps.DebitToRecover == 0m ? ExplainPositive(results)
            : Node("before the draw", BeforeDraw, Operation.Difference, ExplainPositive(results), ExplainDebitRecovered());

    private Explanation ExplainPositive(SettledResults? results) =>
        _steps.PayableApart >= 0m ? ExplainPayableApart("payable", results)
            : AtLeastZero("payable", _steps.Positive, ExplainPayableApart("payable, or negative", results));

    private Explanation ExplainPayableApart(string name, SettledResults? results) =>
        _steps.ChargedApart == 0m ? ExplainPayable(name, results)
            : Node(
                name, In(_steps.PayableApart), Operation.Sum, ExplainPayable("less what was taken back", results),
                AtLeastZero(
                    "taken back, owed first and then recovered", _steps.ChargedApart,
                    Node(
                        "taken back", In(_steps.TakenBackNegated), Operation.Difference, Constant("nothing", Zero),
                        Node(
                            "net of what was held of it", In(_steps.TakenBack), Operation.Sum, Fact("clawed back", ClawedBack),
                            Fact("share of losses", LossShared), Fact("held back of it", In(_steps.HeldReturned))))));

    private Explanation ExplainPayable(string name, SettledResults? results)
    {
        List<Explanation> parts = [];
        if (_steps.Carried != 0m)
            parts.Add(Fact("carried", Carried));
        if (_detail.Changes.Length > 0)
            parts.Add(ExplainEarned(results));
        if (_detail.ClawBacks.Length > 0)
            parts.Add(ExplainClawedBack());
        if (_detail.Losses.Length > 0)
            parts.Add(Node("share of losses", LossShared, Operation.Sum, Array.ConvertAll(_detail.Losses, ExplainLoss)));
        if (_detail.Released.Length > 0)
            parts.Add(ExplainSteps("released", Released, _detail.Released));
        if (parts.Count == 0)
            parts.Add(FactSum("earned", Earned, 0));

        return _detail.Held.Length == 0 ? Node(name, In(_steps.Payable), Operation.Sum, [.. parts])
            : Node(
                name, In(_steps.Payable), Operation.Difference,
                Node("with what the run brings", In(_steps.WithRun), Operation.Sum, [.. parts]),
                ExplainSteps("held back", HeldBack, _detail.Held));
    }

    private Explanation ExplainEarned(SettledResults? results) =>
        Node(
            "earned", Earned, Operation.Sum,
            _detail.Changes.Select(each => each.Plan).Distinct(StringComparer.Ordinal).Count() == 1
                ? Array.ConvertAll(_detail.Changes, each => ExplainChange(each, each.Name, results))
                : Array.ConvertAll(_detail.Changes, each => ExplainChange(each, each.Plan + " " + each.Name, results)));

    private Explanation ExplainChange(EarningChange change, string name, SettledResults? results) =>
        Node(
            name, change.Difference, Operation.Difference,
            change.Taken is { } taken ? ExplainLeft(change, taken)
                : change.Conversions.Length == 0
                    ? results?.Explain("earned to date", change.Key, change.Period, change.ToDate) ?? Fact("earned to date", change.ToDate)
                : change.Otherwise.IsZero ? ExplainConverted("earned to date", change)
                : Node(
                    "earned to date", change.ToDate, Operation.Difference, ExplainConverted("earned in all periods of the line", change),
                    Fact("entered in the others", change.Otherwise)),
            Fact("entered before", change.Before));

    private static Explanation ExplainLeft(EarningChange change, Money taken) =>
        change.Otherwise.IsZero ? Fact("earned to date, as much as events took", taken)
            : Node(
                "earned to date", change.ToDate, Operation.Difference,
                Fact("left in all periods of the line, as much as events took", taken),
                Fact("entered in the others", change.Otherwise));

    private Explanation ExplainConverted(string name, EarningChange change) =>
        Node(
            name, change.InAllPeriods, Operation.Round(Rules.Rounding),
            change.Conversions.Length == 1 ? change.Conversions[0].Explain()
                : Node(
                    "by the rates it came in with", change.Converted!.Value, Operation.Sum,
                    Array.ConvertAll(change.Conversions, each => each.Explain())));

    private Explanation ExplainClawedBack()
    {
        var isOfPlans = Array.Exists(
            _detail.ClawBacks, each => !string.Equals(each.Plan, _detail.ClawBacks[0].Plan, StringComparison.Ordinal));
        return Node(
            "clawed back", ClawedBack, Operation.Sum,
            Array.ConvertAll(_detail.ClawBacks, each => ExplainClawBack(each, isOfPlans ? each.Name + ", " + each.Plan : each.Name)));
    }

    private Explanation ExplainClawBack(ClawBackSteps each, string name)
    {
        if (each.IsReversal)
            return Fact(name, each.Amount);

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
                    "part of the window left" + (each.From is { } from ? ", from " + InvariantText.Date(from) : ""), each.TimePart,
                    Operation.Ratio, Fact("left", each.Left),
                    Constant("window", each.Window)));
        }

        var bounded = Node(
            each.IsFull ? "to date, at most what is left" : "at most what is left", each.Bounded, Operation.Min,
            Node("rounded", each.Rounded, Operation.Round(Rules.Rounding), Node("share", each.Exact, Operation.Product, [.. factors])),
            Fact("earned and not taken back otherwise", each.Most));
        return Node(
            name, each.Amount, Operation.Difference, Fact("taken back before", each.Before),
            Node("taken back to date", each.ToDate, Operation.Max, Fact("taken back before", each.Before), bounded));
    }

    private Explanation ExplainLoss(LossStep loss)
    {
        if (loss.Share is not { } whole)
            return Fact(loss.Name, loss.Difference);

        var share = ExplainShare("share", whole, "uncollectible", "share borne");
        List<Explanation> least = [share];
        if (loss.Cap is { } cap)
            least.Add(Constant("at most", cap));

        if (loss.Most is { } most)
            least.Add(Fact("borne before, and given back of another", most));

        least.AddRange(
            loss.Limits.Select(
                each => AtLeastZero(
                    "room of " + each.Span, each.Room.Amount,
                    Node(
                        "limit less what is borne", each.Left, Operation.Difference, Constant("limit", each.Limit),
                        Fact("borne of other amounts", each.Otherwise)))));
        var borne = least.Count == 1 ? share : Node("borne", loss.Bounded, Operation.Min, [.. least]);
        return loss.Before.IsZero ? Node(loss.Name, loss.Difference, Operation.Difference, Constant("nothing", Zero), borne)
            : Node(
                loss.Name, loss.Difference, Operation.Difference, Fact("borne before", loss.Before),
                Node("borne to date", loss.ToDate, Operation.Max, Fact("borne before", loss.Before), borne));
    }

    private Explanation ExplainSteps(string name, Money sum, HoldbackStep[] steps) =>
        Node(
            name, sum, Operation.Sum,
            Array.ConvertAll(
                steps,
                each => Node(each.Name, each.Difference, Operation.Difference, ExplainToDate(each), Fact("before", each.Before))));

    private Explanation ExplainToDate(HoldbackStep each)
    {
        var share = ExplainShare("to date", each.ToDate, "of", "share");
        return each.Most is not { } most ? share
            : Node("at most what is left", each.Bounded, Operation.Min, share, Fact("held back and left", most));
    }

    private Explanation ExplainShare(string name, in RoundedShare each, string of, string share) =>
        Node(
            name, each.Rounded, Operation.Round(Rules.Rounding),
            Node("exact", each.Exact, Operation.Product, Fact(of, each.Of), Constant(share, each.Share)));

    /// <summary>How what is set off of what is held back of a leaver came about.</summary>
    /// <returns>The explanation, whose figure is <see cref="SetOff"/>.</returns>
    public Explanation ExplainSetOff() =>
        !_steps.HasSetOff ? Fact("set off", SetOff)
            : Node(
                "set off", SetOff, Operation.Difference,
                Node(
                    "set off to date", In(_steps.SetOffToDate), Operation.Min, Fact("held back and left", In(_steps.SetOffRoom)),
                    Fact("debit balance and draw owed", In(_steps.SetOffMost))),
                Fact("set off before in the payout period", In(_steps.SetOffBefore)));

    private Explanation AtLeastZero(string name, decimal value, Explanation of) =>
        Node(name, In(value), Operation.Max, of, Constant("nothing", Zero));
}
