using System;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What is earned by a schedule within a period: by its last day less what was earned before its first.</summary>
internal sealed class ScheduledPart
{
    private readonly DateSpan _during;
    private readonly Money _amount;
    private readonly Money _before;
    private readonly bool _hasBefore;
    private readonly bool _isByFacts;
    private readonly Func<LocalDate, string, Explanation> _explain;

    private ScheduledPart(
        DateSpan during, Money amount, Money before, bool hasBefore, bool isByFacts, Func<LocalDate, string, Explanation> explain)
    {
        (_during, _amount, _before, _hasBefore, _isByFacts, _explain) = (during, amount, before, hasBefore, isByFacts, explain);
    }

    /// <summary>The part; null where nothing can have been earned before, and something would have to be.</summary>
    internal static ScheduledPart? Of(
        DateSpan during, Money amount, Money toDate, Money? before, Func<LocalDate, string, Explanation> explain) =>
        toDate - amount is var entered && before is null && !entered.IsZero ? null
            : new ScheduledPart(during, amount, entered, before is not null, before == entered, explain);

    /// <summary>From both days; what an account has entered before is a figure, where it is not what the facts say.</summary>
    internal Explanation Explain(string name) =>
        Node(
            name, _amount, Operation.Difference, _explain(_during.End!.Value, "earned by " + InvariantText.Date(_during.End.Value)),
            !_hasBefore ? Constant("earned before", _before)
            : _isByFacts ? _explain(Before, "earned by " + InvariantText.Date(Before))
            : Fact("entered of periods before, without what events took", _before));

    private LocalDate Before => _during.Start!.Value.PlusDays(-1);
}
