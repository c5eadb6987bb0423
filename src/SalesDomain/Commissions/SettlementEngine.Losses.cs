using System;
using System.Collections.Generic;

namespace SalesDomain.Commissions;

/// <summary>The payee's share of uncollectible amounts.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<HoldbackStep> _losses = [];

    private void ShareLoss(CommissionEvent source)
    {
        if (_rules.LossShare.IsZero)
        {
            Note("commission.no-loss-share", source);
            return;
        }

        var loss = source.Amount!.Value;
        var exact = loss * _rules.LossShare;
        var share = Rounded(exact.Amount);
        var borne = _rules.LossCap is { } cap ? Math.Min(share, cap.Amount) : share;
        _losses.Add(new HoldbackStep(source.Id.ToString(), _rules.LossShare, loss, exact, In(share), In(borne), In(-borne)));
        _steps.LossShared -= borne;
        Post(
            CommissionEntryKind.LossShared, -borne,
            new CommissionEntry.Detail { Event = source, Rate = _rules.LossShare });
    }
}
