namespace SalesDomain.Organization;

/// <summary>What is asked in a period of which only a part is worked: the first month of a new salesperson or a new customer, the
/// last.</summary>
public enum PartPeriod
{
    /// <summary>As much as in a whole period: who starts on 31 March has the quota of March.</summary>
    Whole,

    /// <summary>The part by calendar days, both ends included, rounded up: of 4 calls from 30 January on 4 × 2 ÷ 31, one.</summary>
    ByDays,

    /// <summary>Nothing: who starts within a period is asked from the next one on (新人次月起), who ends within it was asked up to
    /// the one before.</summary>
    Nothing,
}
