namespace SalesDomain.Commissions;

/// <summary>A share of an amount, exactly and rounded to what can be paid.</summary>
internal readonly struct RoundedShare(Percentage share, Money of, Money exact, Money rounded)
{
    internal Percentage Share { get; } = share;

    internal Money Of { get; } = of;

    internal Money Exact { get; } = exact;

    internal Money Rounded { get; } = rounded;
}
