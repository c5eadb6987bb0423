namespace SalesDomain.Commissions;

/// <summary>One fact with all its credits, and what of it is nobody's.</summary>
internal sealed class CreditEntry<TPayee>(
    CreditedFact fact, CreditedFact reference, (TPayee Payee, SalesCredit Credit)[] credits, UncreditedShare[] uncredited)
    where TPayee : notnull
{
    internal CreditedFact Fact { get; } = fact;

    /// <summary>By which it is credited: itself, or what it takes back.</summary>
    internal CreditedFact Reference { get; } = reference;

    internal (TPayee Payee, SalesCredit Credit)[] Credits { get; } = credits;

    internal UncreditedShare[] Uncredited { get; } = uncredited;

    internal decimal ShareOf(CreditKind kind)
    {
        var share = 0m;
        foreach (var (_, credit) in Credits)
            share += credit.Kind == kind ? credit.Share.Fraction : 0m;

        return share;
    }

    internal decimal ShareUncredited(bool isOverAssigned)
    {
        var share = 0m;
        foreach (var each in Uncredited)
            share += each.IsOverAssigned == isOverAssigned ? each.Share.Fraction : 0m;

        return share;
    }
}
