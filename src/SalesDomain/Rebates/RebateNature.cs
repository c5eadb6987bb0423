namespace SalesDomain.Rebates;

/// <summary>What a rebate rewards.</summary>
public enum RebateNature
{
    /// <summary>The result: what is bought (销量返利).</summary>
    Volume,

    /// <summary>How the work is done, scored by indicators (过程返利).</summary>
    Process,
}
