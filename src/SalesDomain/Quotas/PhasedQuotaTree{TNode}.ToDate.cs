using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

public sealed partial class PhasedQuotaTree<TNode>
{
    /// <summary>
    /// What of a node's own quota is phased to the end of a day (进度目标): of a leaf as <see cref="PhasedQuota.QuotaToDate"/> computes it, of
    /// any other node in step with its leaves.
    /// </summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="date">The last day that counts.</param>
    /// <returns>
    /// Nothing before the first period, all of the quota from the last day on. In between what the leaves are phased to; where they sum to
    /// more or less than the quota, for a hedge or an adjustment, quota × what they are phased to ÷ what they sum to. Null where they sum
    /// to nothing and the quota is another. Within a period it is a quotient of 28 digits. It is what
    /// <see cref="Actuals{TOwner}.TeamsAgainst(PhasedQuotaTree{TOwner}, ElapsedTime)"/> measures by.
    /// </returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="node"/> is not in the tree, or the day is not of the ISO calendar.
    /// </exception>
    /// <exception cref="System.OverflowException">Quota × what the leaves are phased to does not fit in a decimal.</exception>
    public Measured? QuotaToDate(TNode node, LocalDate date) =>
        OwnToDate(IndexOf(node), date).Own is { } own ? Value(own) : null;

    /// <summary>How the part of a node's own quota that is phased to a day follows from its leaves.</summary>
    /// <param name="node">A node of the tree.</param>
    /// <param name="date">The last day that counts.</param>
    /// <returns>The explanation, whose figure is that of <see cref="QuotaToDate"/>; absent where there is none.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="node"/> is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="node"/> is not in the tree, or the day is not of the ISO calendar.
    /// </exception>
    /// <exception cref="System.OverflowException">Quota × what the leaves are phased to does not fit in a decimal.</exception>
    public Explanation Explain(TNode node, LocalDate date)
    {
        var index = IndexOf(node);
        return ExplainOwn(index, date, OwnToDate(index, date));
    }

    internal Attainment AttainmentOf(TNode node, ActualSum actual, ElapsedTime elapsed, string ofQuotas, string ofElapsed)
    {
        if (elapsed.Span != Periods.Span)
            throw Guards.Invalid(ofElapsed, elapsed.ToString(), "must be of the period of the quotas, " + Periods.Span);

        var index = IndexOf(node);
        var whole = Quotas.AttainmentOf(node, actual, ofQuotas);
        var steps = OwnToDate(index, elapsed.AsOf);
        return steps.Own is { } own
            ? whole.WithElapsed(elapsed).WithQuotaToDate(Value(own), () => ExplainOwn(index, elapsed.AsOf, steps))
            : whole.WithElapsed(elapsed);
    }

    // The leaves of a hedged node sum to more than its own quota, which is then due as theirs are, share by share: on the last day all.
    private StepsOfOwn OwnToDate(int index, LocalDate date)
    {
        var place = _phasings.PlaceOf(date);
        var leaves = _table.Whole(index);
        var isAll = place.IsAfter || date == Periods.Span.End;
        return new StepsOfOwn(
            isAll ? leaves : place.IsOutside ? 0m : _table.To(index, place).ToDate, Quotas.QuotaAt(index).Amount, leaves,
            isAll, isNothing: place.IsOutside && !isAll);
    }

    private Explanation ExplainOwn(int index, LocalDate date, StepsOfOwn steps)
    {
        if (steps.IsAsLeaves)
            return ExplainToDate(index, date, steps.OfLeaves);
        if (steps.IsAll)
            return Quotas.Explain(Quotas.Tree.NodeAt(index));
        if (steps.Own is not { } own)
            return Fact("its leaves sum to nothing", Figure.Absent);

        var ofLeaves = ExplainToDate(index, date, steps.OfLeaves);
        return steps.IsNothing ? ofLeaves
            : Node(
                "quota to date", Value(own).Value, Operation.Ratio,
                Node(
                    "to date × quota", Value(steps.ToDateTimesQuota).Value, Operation.Product,
                    ofLeaves, Fact("quota of " + Quotas.Tree.NameOf(index), steps.Quota)),
                Fact("quotas of its leaves", steps.Leaves));
    }

    private Explanation ExplainToDate(int index, LocalDate date, decimal toDate)
    {
        var place = _phasings.PlaceOf(date);
        var name = Quotas.Tree.NameOf(index) + " to " + InvariantText.Date(date);
        if (place.IsOutside && !place.IsAfter)
            return Constant("before the first period", Value(toDate).Value);

        var node = Quotas.Tree.NodeAt(index);
        if (place.IsAfter || place.IsWhole)
        {
            var whole = Periods.Spans.TakeWhile(period => period.Start <= date);
            return Node(name, Value(toDate).Value, Operation.Sum, [.. whole.Select((_, period) => Explain(node, period))]);
        }

        var last = place.Index;
        var steps = _table.To(index, place);
        return Node(
            name, Value(toDate).Value, Operation.Sum,
            [
                .. Enumerable.Range(0, last).Select(period => Explain(node, period)),
                Node(
                    "of " + Periods[last] + " so far", Value(steps.SoFar).Value, Operation.Ratio,
                    Node(
                        "part × days", Value(steps.PartTimesDays).Value, Operation.Product,
                        Explain(node, last), Fact("days gone by", place.Elapsed)),
                    Fact("days", place.Length)),
            ]);
    }

    private readonly struct StepsOfOwn
    {
        internal StepsOfOwn(decimal ofLeaves, decimal quota, decimal leaves, bool isAll, bool isNothing)
        {
            (OfLeaves, Quota, Leaves, IsAll, IsNothing) = (ofLeaves, quota, leaves, isAll, isNothing);
            IsAsLeaves = quota == leaves;
            ToDateTimesQuota = IsAsLeaves || isAll ? 0m : ofLeaves * quota;
            Own = IsAsLeaves ? ofLeaves : isAll ? quota : isNothing ? 0m : leaves == 0m ? null : ToDateTimesQuota / leaves;
        }

        internal decimal OfLeaves { get; }

        internal decimal Quota { get; }

        internal decimal Leaves { get; }

        internal bool IsAll { get; }

        internal bool IsNothing { get; }

        internal bool IsAsLeaves { get; }

        internal decimal ToDateTimesQuota { get; }

        internal decimal? Own { get; }
    }
}
