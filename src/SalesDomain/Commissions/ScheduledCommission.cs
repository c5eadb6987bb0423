using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What is earned to date of the commission of one deal, by an <see cref="EarningSchedule"/>.</summary>
/// <remarks>Immutable. Equality is by schedule, commission and progress.</remarks>
public sealed class ScheduledCommission : IEquatable<ScheduledCommission>
{
    private readonly StageProgress[] _stages;

    // Of each stage: commission × its part × its progress alone; the running total with it, exact and rounded; the difference it makes.
    private readonly Money[] _exact;
    private readonly Money[] _running;
    private readonly Money[] _rounded;
    private readonly Money[] _earned;
    private readonly Percentage[] _stated;
    private readonly Percentage[] _counted;

    // Of money that counts by days: its portions in the order in which they came in, what they count for together, and of the whole.
    private readonly LatePortion[] _late;
    private readonly decimal _countedByDays;
    private readonly Percentage _byDays;

    internal ScheduledCommission(EarningSchedule schedule, Money commission, DealProgress progress, StageProgress[] stages)
    {
        Schedule = schedule;
        Commission = commission;
        Progress = progress;
        _stages = stages;
        _stated = Array.ConvertAll(stages, stage => stage.Stated);

        // Money is the last of the stages.
        var last = stages[stages.Length - 1];
        _late = schedule.IsByDays(schedule.Stages[stages.Length - 1], last) ? schedule.Late(last) : [];
        _countedByDays = _late.Sum(each => each.Counted);
        _byDays = Percentage.FromFraction(_countedByDays / last.Whole);
        (_exact, _running, _rounded, _earned) =
            (new Money[stages.Length], new Money[stages.Length], new Money[stages.Length], new Money[stages.Length]);
        _counted = new Percentage[stages.Length];
        var (total, before) = (Fraction.Zero, Money.Zero(commission.Currency));
        for (var i = 0; i < stages.Length; i++)
        {
            var stage = schedule.Stages[i];
            var done = schedule.Counted(stage, stages[i]);
            var part = Fraction.Of(schedule.ShareOf(stage).Fraction, 1m).Times(Fraction.Of(done, stages[i].Whole));
            total = total.Plus(part);
            _counted[i] = Percentage.FromFraction(done / stages[i].Whole);
            _exact[i] = new Money(part.Times(commission.Amount), commission.Currency);
            _running[i] = new Money(total.Times(commission.Amount), commission.Currency);
            _rounded[i] = _running[i].Round(schedule.Rounding);
            _earned[i] = _rounded[i] - before;
            before = _rounded[i];
        }

        ToDate = before;
    }

    /// <summary>When it is earned.</summary>
    public EarningSchedule Schedule { get; }

    /// <summary>The whole commission.</summary>
    public Money Commission { get; }

    /// <summary>How far the deal has come.</summary>
    public DealProgress Progress { get; }

    /// <summary>What is earned to date, rounded.</summary>
    public Money ToDate { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A scheduled commission.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ScheduledCommission? left, ScheduledCommission? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A scheduled commission.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ScheduledCommission? left, ScheduledCommission? right) => !(left == right);

    /// <summary>What is earned to date with one stage; over all stages it sums to <see cref="ToDate"/>.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The amount; zero where no part is earned with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not defined.</exception>
    public Money Of(Stage stage)
    {
        Guard.Against.Undefined(stage);
        for (var i = 0; i < _earned.Length; i++)
        {
            if (Schedule.Stages[i] == stage)
                return _earned[i];
        }

        return Money.Zero(Commission.Currency);
    }

    /// <summary>Where the amount comes from: each stage with its part and its progress.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain()
    {
        if (_stages.Length == 1)
            return ExplainRounded("earned to date", 0);

        var parts = new List<Explanation>();
        Explanation? before = null;
        foreach (var index in Enumerable.Range(0, _stages.Length))
        {
            var name = "earned with " + Schedule.Stages[index].ToString();
            var rounded = ExplainRounded(before is null ? name : "through this stage, rounded", index);
            parts.Add(before is null ? rounded : Node(name, _earned[index], Operation.Difference, rounded, before));
            before = rounded;
        }

        return Node("earned to date", ToDate, Operation.Sum, [.. parts]);
    }

    /// <summary>Whether the other is of the same schedule, commission and progress.</summary>
    /// <param name="other">The earned commission to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ScheduledCommission? other) =>
        other is not null && Commission == other.Commission && Schedule == other.Schedule && Progress == other.Progress;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ScheduledCommission);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Commission.GetHashCode(), Schedule.GetHashCode(), Progress.GetHashCode());

    /// <summary>The amount, of what, and how far: <c>USD 750.00 of USD 1000.00 at Ordered 100%, Collected 50%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => ToDate + " of " + Commission + " at " + Progress;

    /// <summary>What counts as done of a stage, of the whole.</summary>
    internal Percentage CountedOf(Stage stage) => _counted[Schedule.Stages.ToList().IndexOf(stage)];

    /// <summary>
    /// What counts of the money receipt by receipt, with the factor of each where it counts by days: nothing before all has come in, where
    /// that is waited for.
    /// </summary>
    internal IEnumerable<(CollectedPortion Portion, decimal Amount, Percentage? Factor)> Received
    {
        get
        {
            var last = _stages.Length - 1;
            var stage = Schedule.Stages[last];
            return stage != Stage.Collected || Schedule.Waits(_stages[last]) ? []
                : Schedule.IsByDays(stage, _stages[last])
                    ? _late.Select(each => (each.Portion, each.Amount, (Percentage?)each.Factor))
                    : _stages[last].WithinWhole().Select(each => (each.Portion, each.Amount, default(Percentage?)));
        }
    }

    /// <summary>An amount of what is collected.</summary>
    internal Figure Collected(decimal amount) => _stages[_stages.Length - 1].DoneFigure.With(amount);

    private Explanation ExplainRounded(string name, int index) =>
        Node(name, _rounded[index], Operation.Round(Schedule.Rounding), ExplainRunning(index));

    private Explanation ExplainRunning(int index) =>
        index == 0 ? ExplainPart(0)
            : Node(
                "running total", _running[index], Operation.Sum,
                [.. Enumerable.Range(0, _stages.Length).TakeWhile(each => each <= index).Select(ExplainPart)]);

    private Explanation ExplainPart(int index) =>
        Node(
            "part of " + Schedule.Stages[index].ToString(), _exact[index], Operation.Product, Fact("commission", Commission),
            Constant("part", Schedule.ShareOf(Schedule.Stages[index])), ExplainProgress(index));

    private Explanation ExplainProgress(int index)
    {
        var stage = _stages[index];
        var (done, whole) = (Fact("done", stage.DoneFigure), Fact("whole", stage.WholeFigure));
        var share = Node("done of the whole", _stated[index], Operation.Ratio, done, whole);
        var pace = Schedule.PaceOf(Schedule.Stages[index]);
        var byDays = Schedule.IsByDays(Schedule.Stages[index], stage);
        return pace == EarningPace.InProportion && byDays ? ExplainByDays("progress", stage, whole)
            : pace == EarningPace.InProportion ? Bounded("progress", _counted[index], share)
            : pace == EarningPace.OnFirstOfLine || pace == EarningPace.OnFirstOfDeal
                ? Node(
                    "progress", _counted[index], Operation.Select,
                    Node(
                        "anything done", stage.IsBegun, Operation.Compare(ComparisonKind.Greater), done,
                        Constant("nothing", stage.Nothing)),
                    stage.HasFallen ? ExplainStanding(stage, done, whole) : Constant("then", Percentage.OneHundred),
                    Constant("else", Percentage.Zero))
            : stage.HasFallen
                ? Node(
                    "progress", _counted[index], Operation.Select,
                    Node(
                        "nothing to come", stage.IsComplete, Operation.Compare(ComparisonKind.Equal),
                        Fact("to come", stage.OpenFigure), Constant("nothing", stage.Nothing)),
                    byDays ? ExplainByDays("what is done, by days late", stage, whole) : Bounded("what is done", stage.Share, share),
                    Constant("else", Percentage.Zero))
            : Node(
                "progress", _counted[index], Operation.Select,
                Node("all done", stage.IsComplete, Operation.Compare(ComparisonKind.GreaterOrEqual), done, whole),
                byDays ? ExplainByDays("what is done, by days late", stage, whole) : Constant("then", Percentage.OneHundred),
                Constant("else", Percentage.Zero));
    }

    private Explanation ExplainByDays(string name, StageProgress stage, Explanation whole) =>
        Node(name, _byDays, Operation.Ratio, ExplainLate(stage), whole);

    private Explanation ExplainLate(StageProgress stage) =>
        _late.Length == 0 ? Constant("nothing collected", stage.Nothing)
            : _late.Length == 1 ? ExplainLate(stage, _late[0])
            : Node(
                "counted by days late", stage.Nothing.With(_countedByDays), Operation.Sum,
                Array.ConvertAll(_late, each => ExplainLate(stage, each)));

    private Explanation ExplainLate(StageProgress stage, LatePortion late)
    {
        var portion = late.Portion;
        return Node(
            "counted of " + portion.Receipt, stage.Nothing.With(late.Counted), Operation.Product,
            Fact("for the deal of " + portion.Receipt, stage.Nothing.With(late.Amount)),
            portion.Due is not { } due ? Constant("factor without a due date", late.Factor)
                : Node(
                    "factor", late.Factor, Operation.LookUp(Schedule.Lateness!),
                    Node(
                        "days late", portion.DaysLate!.Value, Operation.Difference, Fact("paid on", portion.PaidOn),
                        Fact("due date", due))));
    }

    private static Explanation ExplainStanding(StageProgress stage, Explanation done, Explanation whole) =>
        Bounded(
            "what stands", stage.StandingBounded,
            Node(
                "done and to come, of the whole", stage.StandingShare, Operation.Ratio,
                Node("done and to come", stage.Standing, Operation.Sum, done, Fact("to come", stage.OpenFigure)), whole));

    private static Explanation Bounded(string name, Percentage value, Explanation share) =>
        Node(
            name, value, Operation.Clamp, share, Constant("least", Percentage.Zero), Constant("most", Percentage.OneHundred));
}
