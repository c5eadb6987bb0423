namespace SalesDomain.Rebates;

/// <summary>How the steps of a rebate become an amount.</summary>
public enum RebateMode
{
    /// <summary>The step reached counts for everything (全额返利): retrospective, volume, slab; with one step a target.</summary>
    AllUnits,

    /// <summary>Each part counts at its own step (超额累进): incremental, marginal. It is the integral of the rate.</summary>
    Graduated,

    /// <summary>Every step reached pays, those below the last each up to where the next begins.</summary>
    Rolling,

    /// <summary>Every step reached pays, each on everything.</summary>
    Total,

    /// <summary>Between two steps the rate, or the amount, lies on the straight line between theirs; above the last it stays.</summary>
    Interpolated,
}
