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

    /// <summary>The part; null where it is not what is earned to date less what was before.</summary>
    /// <param name="during">The period.</param>
    /// <param name="amount">The amount that is asked about.</param>
    /// <param name="toDate">What is earned by its last day, by the facts.</param>
    /// <param name="before">What was before its first, by the facts; null where nothing can have been.</param>
    /// <param name="entered">
    /// What an account had entered of the periods before, without what events took, beside what the facts said; null where nobody says it.
    /// </param>
    /// <param name="explain">How what is earned by a day came about.</param>
    internal static ScheduledPart? Of(
        DateSpan during, Money amount, Money toDate, Money? before, (Money Entered, Money ByFacts)? entered,
        Func<LocalDate, string, Explanation> explain)
    {
        var known = toDate - amount;
        return known == (before ?? Money.Zero(amount.Currency)) || (before is { } byFacts && entered == (known, byFacts))
            ? new ScheduledPart(during, amount, known, before is not null, before == known, explain) : null;
    }

    /// <summary>From both days; what an account has entered before is a figure, where it is not what the facts say.</summary>
    internal Explanation Explain(string name) =>
        Node(
            name, _amount, Operation.Difference, _explain(_during.End!.Value, "earned by " + InvariantText.Date(_during.End.Value)),
            !_hasBefore ? Constant("earned before", _before)
            : _isByFacts ? _explain(Before, "earned by " + InvariantText.Date(Before))
            : Fact("entered of periods before, without what events took", _before));

    private LocalDate Before => _during.Start!.Value.PlusDays(-1);
}
