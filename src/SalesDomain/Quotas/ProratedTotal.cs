namespace SalesDomain.Quotas;

/// <summary>
/// What of a period's quota falls to the days through one: quota × what counts in them ÷ what counts in all, rounded once.
/// </summary>
internal readonly struct ProratedTotal
{
    // Multiplied first, divided last.
    internal ProratedTotal(Measured quota, int counted, int all, Rounding rounding)
    {
        Counted = counted;
        Times = quota * (decimal)counted;
        Exact = quota.With(Times.Amount / all);
        Amount = quota.With(rounding.RoundAmount(Exact.Amount, quota.Currency));
    }

    internal decimal Counted { get; }

    internal Measured Times { get; }

    internal Measured Exact { get; }

    internal Measured Amount { get; }
}
