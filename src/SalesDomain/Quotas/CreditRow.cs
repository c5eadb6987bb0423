namespace SalesDomain.Quotas;

/// <summary>The sums to which a fact counts: those of its owners, of their teams, and of what nobody has.</summary>
internal sealed class CreditRow
{
    private readonly FactSum[] _sums;

    internal CreditRow(FactSum[] sums) => _sums = sums;

    internal void Add(decimal amount, bool isKnown)
    {
        foreach (var sum in _sums)
            sum.Add(amount, isKnown);
    }
}
