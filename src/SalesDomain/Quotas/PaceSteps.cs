namespace SalesDomain.Quotas;

/// <summary>Every figure of a pace, computed once, in the unit of its measure.</summary>
internal readonly struct PaceSteps
{
    private PaceSteps(decimal actual, decimal quota, int days, int elapsed)
    {
        Remaining = quota - actual;
        QuotaTimesElapsed = quota * elapsed;
        EvenQuotaToDate = Per(QuotaTimesElapsed, days);
        PerDaySoFar = Per(actual, elapsed);
        ActualTimesDays = actual * days;
        RunRateProjection = Per(ActualTimesDays, elapsed);
        RemainingPerDay = Per(Remaining, days - elapsed);

        CoversQuota = actual >= quota;
        State = quota <= 0m ? PaceState.NoQuota
            : CoversQuota ? PaceState.Reached
            : days > elapsed ? PaceState.Open : PaceState.Missed;
        NeededPerDay = State switch
        {
            PaceState.Open => RemainingPerDay,
            PaceState.Reached => 0m,
            _ => null,
        };
        NeededAgainstSoFar = State == PaceState.Open && elapsed > 0 && actual > 0m
            ? Percentage.Ratio(Remaining * elapsed, actual * (days - elapsed)) : null;
    }

    internal PaceState State { get; }

    /// <summary>Also where the quota is zero or less, which is not to reach it.</summary>
    internal bool CoversQuota { get; }

    internal decimal Remaining { get; }

    internal decimal QuotaTimesElapsed { get; }

    internal decimal? EvenQuotaToDate { get; }

    internal decimal? PerDaySoFar { get; }

    internal decimal ActualTimesDays { get; }

    internal decimal? RunRateProjection { get; }

    internal decimal? RemainingPerDay { get; }

    internal decimal? NeededPerDay { get; }

    internal Percentage? NeededAgainstSoFar { get; }

    internal static PaceSteps Of(decimal actual, decimal quota, int days, int elapsed) => new(actual, quota, days, elapsed);

    private static decimal? Per(decimal amount, int days) => days == 0 ? null : amount / days;
}
