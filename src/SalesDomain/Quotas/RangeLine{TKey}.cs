using System.Collections.Generic;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>One family of a range plan with its actual share.</summary>
/// <typeparam name="TKey">The type of families.</typeparam>
/// <remarks>Equality is by reference. Made by <see cref="RangePlan{TKey}.Review"/>.</remarks>
public sealed class RangeLine<TKey>
    where TKey : notnull
{
    private const string BelowText = "below";
    private const string WithinText = "within";
    private const string AboveText = "above";
    private const string UnknownText = "unknown";

    private readonly Measured _total;
    private readonly MixReach? _toTarget;
    private readonly MixReach? _toBound;

    internal RangeLine(RangeTarget<TKey> target, MixShare actual, Measured total)
    {
        Target = target;
        Actual = actual;
        _total = total;
        Status = target.StatusOf(actual.Share);
        Points = actual.Share?.PointsAbove(target.Share);

        // One bound is a target as long as it is not kept; a corridor has its target in the middle.
        var isCorridor = target.Least is not null && target.Most is not null;
        if (isCorridor || Status != RangeStatus.Within)
            _toTarget = new MixReach(actual, total, target.Share);
        if (Status != RangeStatus.Within)
            _toBound = new MixReach(actual, total, (Status == RangeStatus.Above ? target.Most : target.Least) ?? target.Share);
    }

    /// <summary>The target.</summary>
    public RangeTarget<TKey> Target { get; }

    /// <summary>The family.</summary>
    public TKey Key => Target.Key;

    /// <summary>Amount and share of the family: zero and 0 % where nothing was sold of it.</summary>
    public MixShare Actual { get; }

    /// <summary>Where the share stands to the bounds.</summary>
    public RangeStatus Status { get; }

    /// <summary>Share − target, in percentage points, negative where it is less; null without a share.</summary>
    public decimal? Points { get; }

    /// <summary>
    /// How much more of the family brings it to its target, the others as they are; negative for how much less. (target × total − own) ÷
    /// (100 % − target), to 28 digits. Zero where a target of at least or at most is kept; null where there is no share, where the target
    /// is 100 % beside others, or where nothing else is sold.
    /// </summary>
    public Measured? ToTarget => _toTarget is { } reach ? reach.Amount : _total.With(0m);

    /// <summary>
    /// How much more, or negative how much less, brings it to the bound beyond which it is, the others as they are; zero where it is
    /// within, null where there is no share, or where no amount brings it there.
    /// </summary>
    public Measured? ToBound => _toBound is { } reach ? reach.Amount : _total.With(0m);

    /// <summary>Why the family has its status.</summary>
    /// <returns>The explanation, whose figure is the status in words.</returns>
    public Explanation Explain() => Node("status", StatusText(), Operation.Select, [.. Choices()]);

    /// <summary>How <see cref="ToTarget"/> came about.</summary>
    /// <returns>The explanation; absent, with the reason, where no amount gives the share.</returns>
    public Explanation ExplainToTarget() => _toTarget is { } reach ? reach.Explain("to target") : ExplainWithin("to target");

    /// <summary>How <see cref="ToBound"/> came about.</summary>
    /// <returns>The explanation; absent, with the reason, where no amount gives the share.</returns>
    public Explanation ExplainToBound() => _toBound is { } reach ? reach.Explain("to bound") : ExplainWithin("to bound");

    /// <summary>Target, share and status: <c>pumps 55%, from 50% to 60%: CNY 400.00, 40%; Below</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Target + ": " + Actual + "; " + Status.ToString();

    internal Reason? Deviation()
    {
        var bound = Status == RangeStatus.Below ? ("least", Figure.OrAbsent(Target.Least)) : ("most", Figure.OrAbsent(Target.Most));
        return Status is RangeStatus.Below or RangeStatus.Above
            ? new Reason(
                Status == RangeStatus.Below ? "range.below" : "range.above",
                ("key", InvariantText.Any(Key)), ("share", Figure.OrAbsent(Actual.Share)), bound,
                ("to bound", Figure.OrAbsent(ToBound?.Value)))
            : null;
    }

    private string StatusText() =>
        Status switch
        {
            RangeStatus.Unknown => UnknownText,
            RangeStatus.Below => BelowText,
            RangeStatus.Within => WithinText,
            _ => AboveText,
        };

    // Conditions and words in turn, and the last word for what meets none of them.
    private IEnumerable<Explanation> Choices()
    {
        if (Actual.Share is null)
        {
            yield return Node(
                "there is no share", true, Operation.Compare(ComparisonKind.Equal), Actual.Explain(), Constant("none", Figure.Absent));
            yield return Constant("then", UnknownText);
            yield return Constant("else", WithinText);
            yield break;
        }

        if (Target.Least is { } least)
        {
            yield return Node(
                "below the least", Status == RangeStatus.Below, Operation.Compare(ComparisonKind.Less),
                Actual.Explain(), Constant("least", least));
            yield return Constant("then", BelowText);
        }

        if (Target.Most is { } most)
        {
            yield return Node(
                "above the most", Status == RangeStatus.Above, Operation.Compare(ComparisonKind.Greater),
                Actual.Explain(), Constant("most", most));
            yield return Constant("then", AboveText);
        }

        yield return Constant("else", WithinText);
    }

    private Explanation ExplainWithin(string name) =>
        Node(
            name, _total.With(0m).Value, Operation.Select,
            Node("is within", true, Operation.Compare(ComparisonKind.Equal), Explain(), Constant("within", WithinText)),
            Constant("then", _total.With(0m).Value), Constant("else", Figure.Absent));
}
