namespace SalesDomain.Quotas;

/// <summary>Every figure of a pace, computed once.</summary>
internal readonly struct PaceSteps
{
    private PaceSteps(Measured actual, Measured quota, int days, int elapsed, Measured? phased)
    {
        Remaining = quota - actual;
        DueTimesDays = quota * elapsed;
        EvenQuotaToDate = Per(DueTimesDays, days);
        PerDaySoFar = Per(actual, elapsed);
        ActualTimesDays = actual * days;
        RunRateProjection = Per(ActualTimesDays, elapsed);
        RemainingPerDay = Per(Remaining, days - elapsed);

        CoversQuota = actual >= quota;
        State = quota.Amount <= 0m ? PaceState.NoQuota
            : CoversQuota ? PaceState.Reached
            : days > elapsed ? PaceState.Open : PaceState.Missed;
        NeededPerDay = State switch
        {
            PaceState.Open => RemainingPerDay,
            PaceState.Reached => quota.With(0m),
            _ => null,
        };
        NeededAgainstSoFar = State == PaceState.Open && elapsed > 0 && actual.Amount > 0m
            ? Percentage.Ratio(Remaining.Amount * elapsed, actual.Amount * (days - elapsed)) : null;

        // Multiplied first and divided last; the factor is for the explanation, where money is not multiplied by money.
        SeasonFactor = quota.Amount > 0m && phased is { Amount: > 0m } part ? quota.Amount / part.Amount : null;
        SeasonalProjection = SeasonFactor is null ? null : quota.With(actual.Amount * quota.Amount / phased!.Value.Amount);
    }

    internal PaceState State { get; }

    /// <summary>Also where the quota is zero or less, which is not to reach it.</summary>
    internal bool CoversQuota { get; }

    internal Measured Remaining { get; }

    internal Measured DueTimesDays { get; }

    internal Measured? EvenQuotaToDate { get; }

    internal Measured? PerDaySoFar { get; }

    internal Measured ActualTimesDays { get; }

    internal Measured? RunRateProjection { get; }

    internal Measured? RemainingPerDay { get; }

    internal Measured? NeededPerDay { get; }

    internal Percentage? NeededAgainstSoFar { get; }

    internal decimal? SeasonFactor { get; }

    internal Measured? SeasonalProjection { get; }

    internal static PaceSteps Of(Measured actual, Measured quota, int days, int elapsed, Measured? phased) =>
        new(actual, quota, days, elapsed, phased);

    private static Measured? Per(Measured amount, int days) => days == 0 ? null : amount.With(amount.Amount / days);
}
