namespace SalesDomain.Commissions;

/// <summary>What a component pays where the quota is zero or less, so that there is no attainment: the first months of a ramp.</summary>
public enum ZeroQuotaPolicy
{
    /// <summary>Nothing, with the reason.</summary>
    PayNothing = 0,

    /// <summary>What an attainment of 0 % pays on the base: the rate of the lowest step.</summary>
    PayAtFirstStep = 1,

    /// <summary>What an attainment of exactly 100 % pays on the base: the newcomer is not measured yet and not punished for it.</summary>
    PayAsAttained = 2,
}
