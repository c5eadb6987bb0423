using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>What one person is to sell: a share of the target of the team.</summary>
public sealed record Quota(TeamQuotas Team, Employee Person)
{
    public Measured Measured => Team.Tree.QuotaOf(Person.Id);

    public Money Amount => Measured.Money;

    /// <summary>The person's own weight.</summary>
    public Revenue Weight => Team.WeightOf(Person);

    /// <summary>The share, from the weights of all and the target above it, both in detail.</summary>
    public Explanation Explain(Detail detail) => Team.Explain(Person, detail);
}
