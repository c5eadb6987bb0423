using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What a unit is called in an explanation, which has no node without a name.</summary>
internal static class StaffingUnit
{
    internal static string Name<TUnit>(TUnit unit)
        where TUnit : notnull =>
        InvariantText.Any(unit) is { Length: > 0 } name && name.Trim().Length > 0 ? name : "(no name)";
}
