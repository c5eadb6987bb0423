using System;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>The draw of the payout period: what it adds to what is payable, and what is recovered of it.</summary>
internal sealed partial class SettlementEngine
{
    /// <summary>The draw of the payout period to date less what was entered of it before.</summary>
    private void Draw()
    {
        var s = _steps;
        s.WithDraw = s.AfterDraw = s.BeforeDraw;
        var opening = _state.Opening;
        s.Owed = Movements.DrawOwed.Of(opening);
        s.AdvancedBefore = _state.InPeriod(CommissionEntryKind.DrawAdvanced);
        s.GrantedBefore = _state.InPeriod(CommissionEntryKind.DrawGranted);
        s.RecoveredBefore = _state.InPeriod(CommissionEntryKind.DrawRecovered);
        var forgivenBefore = _state.InPeriod(CommissionEntryKind.DrawForgiven);
        var rule = _rules.Draw;
        s.HasDraw = rule is not null || s.Owed != 0m || s.AdvancedBefore != 0m || s.GrantedBefore != 0m;
        if (!s.HasDraw)
            return;

        DrawBase(rule);
        Advance(rule);
        RecoverDraw(rule);

        s.Advanced = s.AdvancedToDate - s.AdvancedBefore;

        // What was granted and paid is not owed: less of it is taken back only from what this run makes payable.
        s.GrantedSigned = s.GrantedToDate - s.GrantedBefore;
        s.LeastGranted = -s.BeforeDraw;
        s.Granted = Math.Max(s.GrantedSigned, s.LeastGranted);
        s.DrawRecovered = s.RecoveredToDate - s.RecoveredBefore;
        s.Forgiven = s.ForgivenToDate - forgivenBefore;
        s.WithDraw = s.BeforeDraw + s.Advanced + s.Granted;
        s.AfterDraw = s.WithDraw - s.DrawRecovered;
        if (s.AfterDraw < 0m)
            KeepDraw();

        PostDraw(rule);
        PostIfAny(CommissionEntryKind.DrawRecovered, s.DrawRecovered);
        PostIfAny(CommissionEntryKind.DrawForgiven, s.Forgiven);
    }

    // A stated part of the draw is in its entries, so that a later run of the payout period has it unsaid.
    private void PostDraw(DrawRule? rule)
    {
        var s = _steps;
        var said = rule is null ? null : _run.DrawShare ?? _state.DrawShare;
        var detail = new CommissionEntry.Detail { Rate = said };
        PostIfAny(CommissionEntryKind.DrawAdvanced, s.Advanced, detail);
        PostIfAny(CommissionEntryKind.DrawGranted, s.Granted, detail);
        if (said != _state.DrawShare && !s.IsDrawKept && (said != Percentage.OneHundred || _state.DrawShare is not null || IsLeft()))
            Post(s.IsDrawRecoverable ? CommissionEntryKind.DrawAdvanced : CommissionEntryKind.DrawGranted, 0m, detail);
    }

    // Whether a part of the payout period is after the last day.
    private bool IsLeft() => _before.LeftOn is { } left && _run.Period.Contains(left) && left < _run.Period.End;

    /// <summary>
    /// The part that the run states, or an earlier run of the payout period did; in the one in which the payee leaves that of the days to
    /// the last, by the rule. Nobody knows it where nothing says it.
    /// </summary>
    private Percentage DrawShare(DrawRule? rule)
    {
        if ((_run.DrawShare ?? _state.DrawShare) is { } said)
            return said;
        if (rule is null || !IsLeft() || rule.Amount.IsZero)
            return Percentage.OneHundred;

        return rule.Proration?.Share(_run.Period, DateSpan.Until(_before.LeftOn!.Value))
            ?? throw Guards.Invalid(
                Run, _run.ToString(),
                "must state the part of the draw that is due (WithDrawShare): the payee leaves within the payout period, on "
                + InvariantText.Date(_before.LeftOn!.Value) + ", and the draw has no rule for it (WithProration)");
    }

    private void DrawBase(DrawRule? rule)
    {
        var s = _steps;

        // Before this run: all that went into what is payable in the payout period and what was carried into it, without the draw.
        s.EarlierBeforeDraw = MadePayable() - _state.InPeriod(CommissionEntryKind.DebitRecovered) - (s.BeforeDraw - s.Carried);
        s.EarlierWithRun = s.EarlierBeforeDraw + s.BeforeDraw;
        s.PeriodBeforeDrawSigned = s.EarlierWithRun - s.Carried;
        s.PeriodBeforeDraw = AtLeastZero(s.PeriodBeforeDrawSigned);

        // After the last day there is no draw any more; what is owed is recovered on.
        var isOver = _run.Period.Start > _before.LeftOn;
        s.FullDraw = rule is null || isOver ? 0m : rule.Amount.Amount;
        s.DrawShare = DrawShare(rule);
        s.ExactDraw = s.FullDraw * s.DrawShare.Fraction;
        s.Draw = Rounded(s.ExactDraw);
        s.IsDrawRecoverable = rule?.IsRecoverable ?? true;
        s.Guarantee = rule?.Guarantee is { } guarantee && !isOver ? Rounded(guarantee.Amount * s.DrawShare.Fraction) : 0m;
    }

    private void Advance(DrawRule? rule)
    {
        var s = _steps;

        // A gift tops up what was earned in the payout period: not what is only held back of it, nor what a debit balance takes.
        s.EarnedInPeriodSigned = _state.InPeriod(CommissionEntryKind.Earned);
        s.EarnedInPeriod = AtLeastZero(s.EarnedInPeriodSigned);
        s.NeedSigned = s.Draw - (s.IsDrawRecoverable ? s.PeriodBeforeDraw : s.EarnedInPeriod);
        s.Need = AtLeastZero(s.NeedSigned);
        if (!s.IsDrawRecoverable)
        {
            s.GrantedToDate = s.Need;
            s.WithAdvance = s.PeriodBeforeDraw;
            return;
        }

        s.Ceiling = rule?.Ceiling?.Amount;
        s.RoomSigned = (s.Ceiling ?? 0m) - s.Owed;
        s.Room = AtLeastZero(s.RoomSigned);
        s.AdvancedToDate = s.Ceiling is null ? s.Need : Math.Min(s.Need, s.Room);
        s.WithAdvance = s.PeriodBeforeDraw + s.AdvancedToDate;
        s.EarnedWithAdvance = s.EarnedInPeriod + s.AdvancedToDate;
        s.GrantSigned = s.Guarantee - s.EarnedWithAdvance;
        s.GrantedToDate = AtLeastZero(s.GrantSigned);
    }

    private void RecoverDraw(DrawRule? rule)
    {
        var s = _steps;
        s.ExcessSigned = s.PeriodBeforeDraw - s.Draw;
        s.Excess = AtLeastZero(s.ExcessSigned);
        s.ExcessShare = s.Excess * (rule?.RecoveryShare ?? Percentage.OneHundred).Fraction;
        s.ExcessShareRounded = Rounded(s.ExcessShare);
        s.RecoveredByRule = Math.Min(s.Owed, Math.Min(s.ExcessShareRounded, s.Excess));
        s.RecoveredToDate = s.RecoveredByRule;
        s.OwedBeforeSetOff = s.Owed + s.AdvancedToDate - s.RecoveredByRule;
        s.LeftBeforeSetOff = s.WithAdvance - s.RecoveredByRule;
        if (_hasLeft && rule?.Leaving == BalanceOnLeaving.SetOff)
        {
            s.IsDrawSetOff = true;
            s.SetOff = Math.Min(s.OwedBeforeSetOff, s.LeftBeforeSetOff);
            s.RecoveredToDate = s.RecoveredByRule + s.SetOff;
        }

        s.OwedAfter = s.OwedBeforeSetOff - s.SetOff;
        s.ForgivenToDate = _hasLeft && rule?.Leaving == BalanceOnLeaving.Forgiven ? s.OwedAfter : 0m;
    }

    // Another draw than in an earlier run of the payout period would take back what is paid: that stays.
    private void KeepDraw()
    {
        var s = _steps;
        s.IsDrawKept = true;
        s.Advanced = s.Granted = s.DrawRecovered = s.Forgiven = 0m;
        s.WithDraw = s.AfterDraw = s.BeforeDraw;
        _reasons.Add(new Reason("commission.draw-kept", ("draw", In(s.Draw)), ("advanced", In(s.AdvancedBefore))));
    }
}
