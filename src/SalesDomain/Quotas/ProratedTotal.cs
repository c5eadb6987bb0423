namespace SalesDomain.Quotas;

/// <summary>
/// What of a period's quota falls to the days through one, or to shares of them: quota × what counts ÷ what counts in all, rounded once.
/// </summary>
internal readonly struct ProratedTotal
{
    // Multiplied first, divided last.
    internal ProratedTotal(Measured quota, int before, int counted, Percentage share, int all, Rounding rounding)
    {
        Share = share;
        OfDays = share == Percentage.OneHundred ? counted : counted * share.Fraction;
        Counted = before + OfDays;
        Times = quota * Counted;
        Exact = quota.With(Times.Amount / all);
        Amount = quota.With(rounding.RoundAmount(Exact.Amount, quota.Currency));
    }

    internal Percentage Share { get; }

    /// <summary>What the shares have of what counts in the days.</summary>
    internal decimal OfDays { get; }

    internal decimal Counted { get; }

    internal Measured Times { get; }

    internal Measured Exact { get; }

    internal Measured Amount { get; }

    /// <summary>Whether whole days are counted and no shares of them.</summary>
    internal bool IsWhole => Share == Percentage.OneHundred || Share == Percentage.Zero;
}
