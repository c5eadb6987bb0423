namespace SalesDomain.Rebates;

/// <summary>What a broken condition does to a rebate.</summary>
public enum RebateEffectKind
{
    /// <summary>Nothing is paid.</summary>
    Gate,

    /// <summary>A percentage is withheld.</summary>
    Withhold,

    /// <summary>A percentage is withheld, and as much taken back of what the same rebate gave in earlier periods of the year.</summary>
    ClawBack,
}
