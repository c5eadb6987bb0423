namespace SalesDomain.Rebates;

/// <summary>What chooses the step of a rebate.</summary>
public enum RebateLevelKind
{
    /// <summary>What is sold in the period: an amount, a quantity, a weight.</summary>
    Turnover,

    /// <summary>What is sold ÷ a target for the period (达成率).</summary>
    Attainment,

    /// <summary>(What is sold − what was sold in the base period) ÷ the latter.</summary>
    Growth,

    /// <summary>What is sold − what was sold in the base period, as an amount or a quantity.</summary>
    Increase,

    /// <summary>How many of the families named are bought.</summary>
    Families,
}
