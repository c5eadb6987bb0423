namespace SalesDomain.Quotas;

/// <summary>
/// What of a period's quota falls to the days through one, or to shares of them: quota × what counts ÷ what counts in all, rounded once.
/// </summary>
internal readonly struct ProratedTotal
{
    /// <summary>Through whole days.</summary>
    internal ProratedTotal(Measured quota, int counted, int all, Rounding rounding)
        : this(quota, (decimal)counted, all, rounding)
    {
    }

    /// <summary>Through shares of days, after those that count before them.</summary>
    internal ProratedTotal(Measured quota, int before, int counted, Percentage share, int all, Rounding rounding)
        : this(quota, before + (counted * share.Fraction), all, rounding)
    {
        Share = share;
        OfDays = counted * share.Fraction;
    }

    // Multiplied first, divided last.
    private ProratedTotal(Measured quota, decimal counted, int all, Rounding rounding)
    {
        Share = null;
        OfDays = 0m;
        Counted = counted;
        Times = quota * counted;
        Exact = quota.With(Times.Amount / all);
        Amount = quota.With(rounding.RoundAmount(Exact.Amount, quota.Currency));
    }

    /// <summary>The shares through which it goes; null where it goes through whole days.</summary>
    internal Percentage? Share { get; }

    /// <summary>What the shares have of what counts in the days.</summary>
    internal decimal OfDays { get; }

    internal decimal Counted { get; }

    internal Measured Times { get; }

    internal Measured Exact { get; }

    internal Measured Amount { get; }
}
