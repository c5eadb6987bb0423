using System;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>From what is payable to what is paid: debit balance, minimum payout, fixed pay.</summary>
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
        s.DebitBefore = AtLeastZero(Movements.Debit.Of(_state.Totals) + _state.InPeriod(CommissionEntryKind.DebitSetOff));
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

    // A cap over commissions too, or a share of them, must bound what a claw-back takes of those of its own run, as it does of those of the
    // next: so it is owed first, and then recovered. What was held of it goes back with it, and is not owed. What an open period comes to
    // less is a smaller earning of the run, by months as it is within one year: its net alone is owed.
    private void ChargeApart()
    {
        var s = _steps;
        if (_rules.DebitRecovery is { Deduction: not { CoversCommissions: true } } rule && rule.Share == Percentage.OneHundred)
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
        s.CommissionWage = MadePayable() + s.Charged;
        s.Wage = s.FixedPay + s.CommissionWage;
        WageLimits(cap);
        s.Limit = Math.Min(s.Due, Math.Min(s.WageShare, s.WageAboveMinimum));
        s.LimitOrNothing = AtLeastZero(s.Limit);
        s.LimitRounded = Down().RoundAmount(s.LimitOrNothing, _currency);
        s.RoomUnderCapSigned = s.LimitRounded - s.TakenBefore;
        s.RoomUnderCap = AtLeastZero(s.RoomUnderCapSigned);
        s.DebitRecovered = Math.Min(s.DebitRecovered, s.RoomUnderCap);
    }

    /// <summary>Carried into the payout period, and made payable in it, without the draw and before anything is recovered.</summary>
    private decimal MadePayable() =>
        Movements.Payable.Of(_state.Opening) + _state.InPeriod(CommissionEntryKind.Earned)
        + _state.InPeriod(CommissionEntryKind.ClawedBack) + _state.InPeriod(CommissionEntryKind.LossShared)
        + _state.InPeriod(CommissionEntryKind.HoldbackReleased) + _state.InPeriod(CommissionEntryKind.DebitCharged)
        - _state.InPeriod(CommissionEntryKind.HeldBack);

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
            var amount = Math.Min(each.Amount!.Value.Amount, AtLeastZero(Movements.Debit.Of(_state.Totals)));
            _steps.WrittenOff += amount;
            Post(
                CommissionEntryKind.DebitWrittenOff, amount,
                new CommissionEntry.Detail { Event = each, Reasons = [each.Because!.Value] });
        }

        if (_hasLeft && _rules.DebitRecovery.Leaving == BalanceOnLeaving.Forgiven)
        {
            var rest = Movements.Debit.Of(_state.Totals);
            _steps.WrittenOff += rest;
            PostIfAny(
                CommissionEntryKind.DebitWrittenOff, rest,
                new CommissionEntry.Detail { Reasons = [new Reason(CommissionEntry.OnLeaving, ("on", _before.LeftOn!.Value))] });
        }
    }

    /// <summary>Of fixed pay, what the cap leaves of the wage of the payout period, less what was kept of it before.</summary>
    private void Deduct()
    {
        var s = _steps;
        var debit = Movements.Debit.Of(_state.Totals);
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
