namespace SalesDomain.Internal;

/// <summary>A plain amount set against plain bounds.</summary>
internal readonly struct AmountProbe : IProbe<decimal>
{
    private readonly decimal _amount;

    internal AmountProbe(decimal amount) => _amount = amount;

    public int CompareTo(decimal bound) => _amount.CompareTo(bound);
}
