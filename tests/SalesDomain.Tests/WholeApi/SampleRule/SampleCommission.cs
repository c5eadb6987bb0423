namespace SalesDomain.Tests.WholeApi.SampleRule;

/// <summary>
/// A rule in the shape that every rule of the library has: a definition, one straight-line method that returns its steps, and a result that
/// keeps definition, facts and steps.
/// </summary>
internal sealed class SampleCommission
{
    public SampleCommission(TieredRate tiers, Percentage gate, Rounding rounding)
    {
        Tiers = tiers;
        Gate = gate;
        Rounding = rounding;
    }

    public TieredRate Tiers { get; }

    public Percentage Gate { get; }

    public Rounding Rounding { get; }

    /// <summary>4 % and from 1,000 USD 6 %, nine tenths of it paid, to the cent.</summary>
    public static SampleCommission InDollars { get; } = new(
        TieredRate.From(Currency.USD, (0m, Percentage.FromPercent(4)), (1000m, Percentage.FromPercent(6))),
        Percentage.FromPercent(90),
        Rounding.Commercial);

    public SampleCommissionResult Evaluate(Money revenue, Money returns) => new(this, revenue, returns, Rule(revenue, returns));

    private SampleCommissionSteps Rule(Money revenue, Money returns)
    {
        var basis = revenue - returns;
        var tiered = Tiers.Graduated(basis);
        var gated = tiered * Gate;
        return new SampleCommissionSteps(basis, tiered, gated, gated.Round(Rounding));
    }
}
