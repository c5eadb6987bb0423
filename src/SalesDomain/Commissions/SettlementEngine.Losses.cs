using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>The payee's share of uncollectible amounts.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<LossStep> _losses = [];

    private void ShareLoss(CommissionEvent source)
    {
        if (_rules.LossShare.IsZero)
            Note("commission.no-loss-share", source);
        else
            Bear(source, _rules.LossShare, 0m, most: null);
    }

    /// <summary>
    /// At most the cap of one amount, and what the limits of the spans leave that its day is in; where it is borne anew, no more than what
    /// was borne of it and what another gave back.
    /// </summary>
    private void Bear(CommissionEvent source, Percentage share, decimal before, decimal? most)
    {
        var whole = ShareOf(source.Amount!.Value, share);
        var rounded = whole.Rounded.Amount;
        var limits = _rules.LossLimits.Where(each => each.Span.Contains(source.On)).Select(each => RoomOf(each.Span, each.Limit, source))
            .ToArray();
        var bounded = limits.Select(each => each.Room.Amount).Append(rounded).Append(_rules.LossCap?.Amount ?? rounded)
            .Append(most ?? rounded).Min();
        var toDate = Math.Max(before, bounded);
        if (toDate == before && most is not null)
            return;

        _losses.Add(
            new LossStep(source.Id.ToString(), In(before - toDate))
            {
                Share = whole,
                Cap = _rules.LossCap,
                Most = most is { } left ? In(left) : null,
                Limits = limits,
                Bounded = In(bounded),
                Before = In(before),
                ToDate = In(toDate),
            });
        _steps.LossShared -= toDate - before;
        Post(CommissionEntryKind.LossShared, before - toDate, new CommissionEntry.Detail { Event = source, Rate = share });
    }

    private LossRoom RoomOf(DateSpan span, Money limit, CommissionEvent source)
    {
        var otherwise = Losses().Where(each => each.Event.Id != source.Id && span.Contains(each.Event.On)).Sum(Borne);
        var left = limit.Amount - otherwise;
        return new LossRoom(span, limit, In(otherwise), In(left), In(AtLeastZero(left)));
    }

    /// <summary>
    /// Others of the spans, which found no room or too little while the one undone stood, bear their share now, by days, together no more
    /// than it gives back: limits that were raised since take nothing of what was decided before.
    /// </summary>
    private void BearWhatFoundNoRoom(CommissionEvent undone, decimal givenBack)
    {
        var left = givenBack;
        var spans = _rules.LossLimits.Where(each => each.Span.Contains(undone.On)).Select(each => each.Span).ToList();
        foreach (var each in Losses().Where(each => spans.Exists(span => span.Contains(each.Event.On))).OrderBy(each => each.Event.On)
            .ThenBy(each => each.Event.Id).ToList())
        {
            if (Array.Find(each.Entries, entry => entry.Kind == CommissionEntryKind.LossShared)?.Rate is not { } share)
                continue;

            var before = _steps.LossShared;
            Bear(each.Event, share, Borne(each), Borne(each) + left);
            left -= before - _steps.LossShared;
        }
    }

    private IEnumerable<AppliedEvent> Losses() =>
        _state.Events.Values.Where(each => each.Event.Kind == CommissionEventKind.Uncollectible && each.UndoneBy is null);

    private static decimal Borne(AppliedEvent loss) =>
        -loss.Entries.Where(entry => entry.Kind == CommissionEntryKind.LossShared).Sum(entry => entry.Amount.Amount);
}
