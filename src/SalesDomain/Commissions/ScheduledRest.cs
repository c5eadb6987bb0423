using System;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>
/// What of a component is earned by no line, where its lines are earned with their progress: all of it when the period that rated it is
/// over.
/// </summary>
/// <param name="key">Plan and component.</param>
/// <param name="ratedIn">The measurement period of the result.</param>
/// <param name="ofNoLine">What nobody sold by a line.</param>
/// <param name="least">The floor, after multipliers and cap of the plan; null where there is none.</param>
/// <param name="lines">The lines whose earnings are in the floor.</param>
internal sealed class ScheduledRest(EarningKey key, DateSpan ratedIn, Money ofNoLine, Money? least, ScheduledLine[] lines) : IScheduled
{
    internal bool HasLines => lines.Length > 0;

    public LocalDate Date => ratedIn.End!.Value;

    public DocumentId? Deal => null;

    public Money Nothing => Money.Zero(ofNoLine.Currency);

    public EarningKey KeyIn(DateSpan period) => key.In(period, ratedIn);

    public Money? ToDate(LocalDate on, ref Reason? why) => on < Date ? Nothing : On(on).Amount;

    internal RestToDate On(LocalDate on) => On(on, line => line.Nothing);

    /// <summary>The same with its lines as events left them in the periods that ended before another.</summary>
    internal ScheduledRest LeftIn(DateSpan during, EnteredBefore entered) =>
        HasLines ? new ScheduledRest(key, ratedIn, ofNoLine, least, Array.ConvertAll(lines, line => entered.Of(line, during).Line)) : this;

    /// <summary>
    /// The part of a period: what is earned by its last day less what was by the day before it, or what an account has entered of that.
    /// Null where it is nothing.
    /// </summary>
    internal CommissionEarning? In(DateSpan during, EnteredBefore? entered, Func<RestToDate?, Reason[]> because)
    {
        var (start, end, why) = (during.Start!.Value, during.End!.Value, default(Reason?));
        if (end < Date)
            return null;

        var left = entered is null ? this : LeftIn(during, entered);
        var (toDate, byFacts) = (left.On(end, Before), ToDate(start.PlusDays(-1), ref why)!.Value);
        var before = entered?.Before(during, left, ref why) ?? byFacts;
        var part = toDate.Amount - before;
        if (part.IsZero && entered?.Has(KeyIn(during), during) != true)
            return null;

        var reasons = because(HasLines ? toDate : null);
        var earning = CommissionEarning.Of(key.Plan, key.Component, during, part).WithRatedIn(ratedIn)
            .Because(KnownLate.Of(before, byFacts, toDate.Amount - On(end).Amount) is { } late ? [.. reasons, late] : reasons);
        return entered is null ? earning : earning.GoingOn();

        // Of a line that is not known what stands of it before the period, which stays.
        Money Before(ScheduledLine line)
        {
            var unknown = default(Reason?);
            return (entered is null ? line.Standing(start.PlusDays(-1)) : entered.Before(during, line, ref unknown)) ?? line.Nothing;
        }
    }

    private RestToDate On(LocalDate on, Func<ScheduledLine, Money> unknown) =>
        new(ofNoLine, least, Array.ConvertAll(lines, line => (line.Line, line.Standing(on) ?? unknown(line))));

    /// <summary>What is behind an amount that was earned within a period; null where it is not of this.</summary>
    internal ScheduledPart? PartOf(
        DateSpan during, Money earned, (Money Entered, Money ByFacts)? entered, Func<RestToDate, string, Explanation> explain) =>
        during.End < Date ? null
            : ScheduledPart.Of(
                during, earned, On(during.End!.Value).Amount,
                during.Start > Date ? On(during.Start.Value.PlusDays(-1)).Amount : null, entered, (on, name) => explain(On(on), name));
}
