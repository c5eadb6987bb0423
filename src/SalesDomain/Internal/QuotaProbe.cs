namespace SalesDomain.Internal;

/// <summary>
/// An achieved amount set against bounds that are fractions of a quota: multiplied, never divided, so that a bound is met exactly.
/// </summary>
internal readonly struct QuotaProbe : IProbe<decimal>
{
    private readonly decimal _achieved;
    private readonly decimal _quota;

    internal QuotaProbe(decimal achieved, decimal quota)
    {
        _achieved = achieved;
        _quota = quota;
    }

    public int CompareTo(decimal bound) => _achieved.CompareTo(bound * _quota);
}
