using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The share a key had and has, and the points between.</summary>
/// <remarks>Equality is by reference. Made by <see cref="MixShift{TKey}"/>.</remarks>
public sealed class ShareShift
{
    private readonly Percentage? _difference;

    internal ShareShift(MixShare current, MixShare prior)
    {
        Current = current;
        Prior = prior;
        _difference = current.Share - prior.Share;
        Points = _difference?.Percent;
    }

    /// <summary>Amount and share now.</summary>
    public MixShare Current { get; }

    /// <summary>Amount and share before.</summary>
    public MixShare Prior { get; }

    /// <summary>Share now − share before, in percentage points: 3 from 52 % to 55 %; null where one of the two is not known.</summary>
    public decimal? Points { get; }

    /// <summary>How the points came about.</summary>
    /// <returns>The difference of both shares in points; absent, with the reason, where one is not known.</returns>
    public Explanation Explain() => Explain(Current.Explain(), Prior.Explain());

    /// <summary>Both shares and the points: <c>40% after 30%, 10 points</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        TextOf(Current.Share) + " after " + TextOf(Prior.Share) + ", " + (Points is { } points ? Shown(points) : "?") + " points";

    /// <summary>The shift with totals that are explained elsewhere.</summary>
    internal Explanation ExplainOfTotals() => Explain(Current.ExplainOf("total now"), Prior.ExplainOf("total before"));

    private static string TextOf(Percentage? share) => share is { } known ? Shown(known) : "?";

    private Explanation Explain(Explanation current, Explanation prior)
    {
        const string Name = "shift in points";
        return Points is { } points
            ? Node(
                Name, points, Operation.Ratio,
                Node("share now less share before", _difference!.Value, Operation.Difference, current, prior),
                Constant("one point", Percentage.FromPercent(1m)))
            : Node(
                Name, Figure.Absent, Operation.Select,
                Node(
                    "a share is not known", true, Operation.Compare(ComparisonKind.Equal),
                    Current.Share is null ? current : prior, Constant("none", Figure.Absent)),
                Constant("then", Figure.Absent), Constant("else", Figure.Absent));
    }
}
