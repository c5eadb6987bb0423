namespace SalesDomain.Commissions;

/// <summary>Every figure of a settlement, in the order in which it was computed, in the currency of the account.</summary>
internal sealed class SettlementSteps
{
    /// <summary>Whether something was set off of what is held of a leaver, or could be.</summary>
    internal bool HasSetOff { get; set; }

    internal decimal SetOffRoom { get; set; }

    internal decimal SetOffDebts { get; set; }

    internal decimal SetOffMost { get; set; }

    internal decimal SetOffToDate { get; set; }

    internal decimal SetOffBefore { get; set; }

    internal decimal SetOffHeld { get; set; }

    // What was there before.
    internal decimal Carried { get; set; }

    internal decimal DebitBefore { get; set; }

    // What the run brings.
    internal decimal Earned { get; set; }

    internal decimal ClawedBack { get; set; }

    internal decimal LossShared { get; set; }

    internal decimal HeldBack { get; set; }

    internal decimal Released { get; set; }

    internal decimal Forfeited { get; set; }

    internal decimal WithRun { get; set; }

    internal decimal Payable { get; set; }

    // The debit balance, and what goes to it before commissions are recovered, where a cap covers those or a share of them does.
    internal decimal HeldReturned { get; set; }

    internal decimal TakenBack { get; set; }

    internal decimal TakenBackNegated { get; set; }

    internal decimal ChargedApart { get; set; }

    internal decimal PayableApart { get; set; }

    internal decimal DebitToRecover { get; set; }

    internal decimal Negative { get; set; }

    internal decimal Charged { get; set; }

    internal decimal Positive { get; set; }

    internal decimal Added { get; set; }

    internal decimal AddedOrNothing { get; set; }

    internal decimal Recoverable { get; set; }

    internal decimal RecoverableRounded { get; set; }

    internal bool IsSetOff { get; set; }

    internal decimal DebitRecovered { get; set; }

    internal decimal BeforeDraw { get; set; }

    // The draw of the payout period, to date.
    internal bool HasDraw { get; set; }

    internal bool IsDrawRecoverable { get; set; }

    internal decimal EarlierBeforeDraw { get; set; }

    internal decimal EarlierWithRun { get; set; }

    internal decimal PeriodBeforeDrawSigned { get; set; }

    internal decimal PeriodBeforeDraw { get; set; }

    internal decimal EarnedInPeriodSigned { get; set; }

    internal decimal EarnedInPeriod { get; set; }

    internal decimal EarnedWithAdvance { get; set; }

    internal decimal GrantedSigned { get; set; }

    internal decimal LeastGranted { get; set; }

    internal decimal FullDraw { get; set; }

    internal Percentage DrawShare { get; set; }

    internal decimal ExactDraw { get; set; }

    internal decimal Draw { get; set; }

    internal decimal NeedSigned { get; set; }

    internal decimal Need { get; set; }

    internal decimal Owed { get; set; }

    internal decimal? Ceiling { get; set; }

    internal decimal RoomSigned { get; set; }

    internal decimal Room { get; set; }

    internal decimal AdvancedToDate { get; set; }

    internal decimal Guarantee { get; set; }

    internal decimal WithAdvance { get; set; }

    internal decimal GrantSigned { get; set; }

    internal decimal GrantedToDate { get; set; }

    internal decimal ExcessSigned { get; set; }

    internal decimal Excess { get; set; }

    internal decimal ExcessShare { get; set; }

    internal decimal ExcessShareRounded { get; set; }

    internal decimal RecoveredByRule { get; set; }

    internal bool IsDrawSetOff { get; set; }

    internal decimal OwedBeforeSetOff { get; set; }

    internal decimal LeftBeforeSetOff { get; set; }

    internal decimal SetOff { get; set; }

    internal decimal RecoveredToDate { get; set; }

    internal decimal OwedAfter { get; set; }

    internal decimal ForgivenToDate { get; set; }

    // The same, of this run.
    internal bool IsDrawKept { get; set; }

    internal decimal AdvancedBefore { get; set; }

    internal decimal Advanced { get; set; }

    internal decimal GrantedBefore { get; set; }

    internal decimal Granted { get; set; }

    internal decimal RecoveredBefore { get; set; }

    internal decimal DrawRecovered { get; set; }

    internal decimal Forgiven { get; set; }

    internal decimal WithDraw { get; set; }

    // The payment.
    internal decimal AfterDraw { get; set; }

    internal decimal? Minimum { get; set; }

    internal bool IsPaid { get; set; }

    internal decimal Paid { get; set; }

    internal decimal CarriedForward { get; set; }

    // Fixed pay.
    internal decimal WrittenOff { get; set; }

    internal bool IsWageCapped { get; set; }

    internal decimal DebitRecoveredBefore { get; set; }

    internal decimal TakenBefore { get; set; }

    internal decimal CommissionWage { get; set; }

    internal decimal RoomUnderCapSigned { get; set; }

    internal decimal RoomUnderCap { get; set; }

    internal decimal DebitLeft { get; set; }

    internal decimal FixedPayLeft { get; set; }

    internal decimal CapLeft { get; set; }

    internal bool HasDeduction { get; set; }

    internal decimal FixedPay { get; set; }

    internal decimal PaidInPeriod { get; set; }

    internal decimal Wage { get; set; }

    internal decimal WageShare { get; set; }

    internal decimal? MinimumWage { get; set; }

    internal decimal WageAboveMinimum { get; set; }

    internal decimal Due { get; set; }

    internal decimal Limit { get; set; }

    internal decimal LimitOrNothing { get; set; }

    internal decimal LimitRounded { get; set; }

    internal decimal DeductedBefore { get; set; }

    internal decimal DeductedSigned { get; set; }

    internal decimal Deducted { get; set; }
}
