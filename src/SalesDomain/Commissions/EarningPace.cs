namespace SalesDomain.Commissions;

/// <summary>How a part of a commission is earned as its stage goes on.</summary>
public enum EarningPace
{
    /// <summary>In proportion to what is done of the stage: half with half of the money.</summary>
    InProportion,

    /// <summary>All of it as soon as anything is done: with the first payment.</summary>
    OnFirst,

    /// <summary>Nothing until all is done: with the last payment.</summary>
    WhenComplete,
}
