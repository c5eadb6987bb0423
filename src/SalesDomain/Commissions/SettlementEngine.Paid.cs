using System;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>From what is payable to what is paid: debit balance, draw, minimum payout, fixed pay.</summary>
internal sealed partial class SettlementEngine
{
    private void RecoverDebit()
    {
        var s = _steps;
        s.WithRun = s.Carried + s.Earned + s.ClawedBack + s.LossShared + s.Released;
        s.Payable = s.WithRun - s.HeldBack;
        ChargeApart();
        s.PayableApart = s.Payable + s.ChargedApart;
        s.Negative = -s.PayableApart;
        s.Charged = s.ChargedApart + AtLeastZero(s.Negative);
        s.Positive = AtLeastZero(s.PayableApart);

        // What was carried gave its share when it became payable; of a leaver everything is set off.
        // What held money that went back with its sale made owed again may be written off already.
        s.DebitBefore = AtLeastZero(Movements.Debit(_state.Totals) + _state.InPeriod(CommissionEntryKind.DebitSetOff));
        s.IsSetOff = _hasLeft && _rules.DebitRecovery.Leaving == BalanceOnLeaving.SetOff;
        s.DebitToRecover = s.DebitBefore + s.ChargedApart;
        s.Added = s.PayableApart - s.Carried;
        s.AddedOrNothing = AtLeastZero(s.Added);
        s.Recoverable = s.AddedOrNothing * _rules.DebitRecovery.Share.Fraction;
        s.RecoverableRounded = Rounded(s.Recoverable);
        s.DebitRecovered = Math.Min(s.DebitToRecover, s.IsSetOff ? s.Positive : Math.Min(s.RecoverableRounded, s.Positive));
        CapWage();
        s.BeforeDraw = s.Positive - s.DebitRecovered;
        PostIfAny(CommissionEntryKind.DebitCharged, s.Charged);
        PostIfAny(CommissionEntryKind.DebitRecovered, s.DebitRecovered);
    }

    // A cap over commissions too must bound what a claw-back takes of those of its own run, as it does of those of the next: so it is owed
    // first, and then recovered. What was held of it goes back with it, and is not owed.
    private void ChargeApart()
    {
        var s = _steps;
        if (_rules.DebitRecovery.Deduction is not { CoversCommissions: true })
            return;

        s.HeldReturned = -_heldReturned;
        s.TakenBack = s.ClawedBack + s.LossShared + s.HeldReturned;
        s.TakenBackNegated = -s.TakenBack;
        s.ChargedApart = AtLeastZero(s.TakenBackNegated);
    }

    /// <summary>Of a wage that has commissions in it, what the cap leaves for all that is recovered in the payout period.</summary>
    private void CapWage()
    {
        var s = _steps;
        s.DeductedBefore = _state.InPeriod(CommissionEntryKind.DebitDeducted);
        s.DebitRecoveredBefore = _state.InPeriod(CommissionEntryKind.DebitRecovered);
        s.TakenBefore = s.DebitRecoveredBefore + s.DeductedBefore;
        s.Due = s.DebitBefore + s.Charged + s.TakenBefore;
        if (_rules.DebitRecovery.Deduction is not { CoversCommissions: true } cap || s.Due == 0m)
            return;

        s.IsWageCapped = true;
        s.FixedPay = FixedPay();
        s.CommissionWage = Movements.Payable(_state.Opening) + _state.InPeriod(CommissionEntryKind.Earned)
            + _state.InPeriod(CommissionEntryKind.ClawedBack) + _state.InPeriod(CommissionEntryKind.LossShared)
            + _state.InPeriod(CommissionEntryKind.HoldbackReleased) - _state.InPeriod(CommissionEntryKind.HeldBack)
            + _state.InPeriod(CommissionEntryKind.DebitCharged) + s.Charged;
        s.Wage = s.FixedPay + s.CommissionWage;
        WageLimits(cap);
        s.Limit = Math.Min(s.Due, Math.Min(s.WageShare, s.WageAboveMinimum));
        s.LimitOrNothing = AtLeastZero(s.Limit);
        s.LimitRounded = Down().RoundAmount(s.LimitOrNothing, _currency);
        s.RoomUnderCapSigned = s.LimitRounded - s.TakenBefore;
        s.RoomUnderCap = AtLeastZero(s.RoomUnderCapSigned);
        s.DebitRecovered = Math.Min(s.DebitRecovered, s.RoomUnderCap);
    }

    private decimal FixedPay() =>
        _run.FixedPay?.Amount
        ?? throw Guards.Invalid(Run, _run.ToString(), "must state the fixed pay, of which the debit balance may be kept");

    private void WageLimits(DeductionCap cap)
    {
        var s = _steps;
        s.WageShare = s.Wage * cap.Share.Fraction;
        s.MinimumWage = cap.MinimumWage?.Amount;
        s.WageAboveMinimum = s.Wage - (s.MinimumWage ?? 0m);
    }

    /// <summary>The draw of the payout period to date less what was entered of it before.</summary>
    private void Draw()
    {
        var s = _steps;
        s.WithDraw = s.AfterDraw = s.BeforeDraw;
        var opening = _state.Opening;
        s.Owed = Movements.Owed(opening);
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
        s.EarlierBeforeDraw = Movements.Payable(_state.Opening) + Sum(
            CommissionEntryKind.Earned, CommissionEntryKind.ClawedBack, CommissionEntryKind.LossShared,
            CommissionEntryKind.HoldbackReleased, CommissionEntryKind.DebitCharged)
            - Sum(CommissionEntryKind.HeldBack, CommissionEntryKind.DebitRecovered) - (s.BeforeDraw - s.Carried);
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

        decimal Sum(params CommissionEntryKind[] kinds) => kinds.Sum(_state.InPeriod);
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

    private void Pay()
    {
        var s = _steps;

        // Where a draw is due, all is paid: what is carried would count for the next one, and keep the payee below it twice. So it is
        // where a cap bounds what is taken of commissions too: what is carried is no wage of the month, and would be bounded as one.
        var drawn = s.AdvancedBefore + s.Advanced + s.GrantedBefore + s.Granted;
        s.Minimum = _hasLeft || _run.PaysAll || drawn > 0m || s.Draw > 0m || s.IsWageCapped ? null : _rules.MinimumPayout?.Amount;
        s.IsPaid = !(s.AfterDraw < s.Minimum);
        s.Paid = s.IsPaid ? s.AfterDraw : 0m;
        s.CarriedForward = s.AfterDraw - s.Paid;
        PostIfAny(CommissionEntryKind.Paid, s.Paid);
    }

    private void WriteOff()
    {
        foreach (var each in _writeOffs)
        {
            var amount = Math.Min(each.Amount!.Value.Amount, AtLeastZero(Movements.Debit(_state.Totals)));
            _steps.WrittenOff += amount;
            Post(
                CommissionEntryKind.DebitWrittenOff, amount,
                new CommissionEntry.Detail { Event = each, Reasons = [each.Because!.Value] });
        }

        if (_hasLeft && _rules.DebitRecovery.Leaving == BalanceOnLeaving.Forgiven)
        {
            var rest = Movements.Debit(_state.Totals);
            _steps.WrittenOff += rest;
            PostIfAny(
                CommissionEntryKind.DebitWrittenOff, rest,
                new CommissionEntry.Detail { Reasons = [new Reason("commission.left", ("on", _before.LeftOn!.Value))] });
        }
    }

    /// <summary>Of fixed pay, what the cap leaves of the wage of the payout period, less what was kept of it before.</summary>
    private void Deduct()
    {
        var s = _steps;
        var debit = Movements.Debit(_state.Totals);
        if (s.IsWageCapped)
        {
            DeductUnderCap(debit);
            return;
        }

        if (_rules.DebitRecovery.Deduction is not { CoversCommissions: false } cap || debit + s.DeductedBefore == 0m)
            return;

        s.HasDeduction = true;
        s.FixedPay = FixedPay();
        s.PaidInPeriod = _state.InPeriod(CommissionEntryKind.Paid);
        s.Wage = s.FixedPay + s.PaidInPeriod;
        WageLimits(cap);
        s.Due = debit + s.DeductedBefore;
        s.Limit = Math.Min(Math.Min(s.Due, s.FixedPay), Math.Min(s.WageShare, s.WageAboveMinimum));
        s.LimitOrNothing = AtLeastZero(s.Limit);
        s.LimitRounded = Down().RoundAmount(s.LimitOrNothing, _currency);
        s.DeductedSigned = s.LimitRounded - s.DeductedBefore;
        s.Deducted = AtLeastZero(s.DeductedSigned);
        PostIfAny(CommissionEntryKind.DebitDeducted, s.Deducted);
    }

    // All three are amounts that can be paid, so nothing is rounded.
    private void DeductUnderCap(decimal debit)
    {
        var s = _steps;
        s.HasDeduction = true;
        s.DebitLeft = debit;
        s.FixedPayLeft = s.FixedPay - s.DeductedBefore;
        s.CapLeft = s.RoomUnderCap - s.DebitRecovered;
        s.DeductedSigned = Math.Min(s.DebitLeft, Math.Min(s.FixedPayLeft, s.CapLeft));
        s.Deducted = AtLeastZero(s.DeductedSigned);
        PostIfAny(CommissionEntryKind.DebitDeducted, s.Deducted);
    }

    // A cap is not passed by rounding.
    private Rounding Down() => DeductionRounding(_currency);

    internal static Rounding DeductionRounding(Currency currency) =>
        Rounding.ToDigits(currency.MinorDigits ?? DecimalMath.MostDigits / 2, RoundingMode.Down);
}
