namespace SalesDomain.Tests.WholeApi.SampleRule;

/// <summary>Every intermediate figure of the rule, in the order it was computed.</summary>
internal readonly struct SampleCommissionSteps
{
    public SampleCommissionSteps(Money basis, Money tiered, Money gated, Money commission)
    {
        Basis = basis;
        Tiered = tiered;
        Gated = gated;
        Commission = commission;
    }

    public Money Basis { get; }

    public Money Tiered { get; }

    public Money Gated { get; }

    public Money Commission { get; }
}
