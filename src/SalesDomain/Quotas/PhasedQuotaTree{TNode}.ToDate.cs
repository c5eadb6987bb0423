using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

public sealed partial class PhasedQuotaTree<TNode>
{
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
        var leaves = _table.Through(index, Periods.Count - 1);
        return new StepsOfOwn(AmountToDate(index, _phasings.PlaceOf(date)), Quotas.QuotaAt(index).Amount, leaves);
    }

    private decimal AmountToDate(int index, PlaceInPeriods place) =>
        !place.IsOutside ? _table.To(index, place).ToDate
            : place.IsAfter ? _table.Through(index, Periods.Count - 1) : 0m;

    private Explanation ExplainOwn(int index, LocalDate date, StepsOfOwn steps)
    {
        var ofLeaves = ExplainToDate(index, date, steps.OfLeaves);
        return steps.IsAsLeaves ? ofLeaves
            : Node(
                "quota to date", Value(steps.Own!.Value).Value, Operation.Ratio,
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
        internal StepsOfOwn(decimal ofLeaves, decimal quota, decimal leaves)
        {
            (OfLeaves, Quota, Leaves) = (ofLeaves, quota, leaves);
            IsAsLeaves = quota == leaves;
            ToDateTimesQuota = IsAsLeaves ? 0m : ofLeaves * quota;
            Own = IsAsLeaves ? ofLeaves : leaves == 0m ? null : ToDateTimesQuota / leaves;
        }

        internal decimal OfLeaves { get; }

        internal decimal Quota { get; }

        internal decimal Leaves { get; }

        internal bool IsAsLeaves { get; }

        internal decimal ToDateTimesQuota { get; }

        internal decimal? Own { get; }
    }
}
