using System.Linq;
using SalesDomain.Commissions;

namespace QuarterClose.Output;

/// <summary>Plans, and what a settlement noted of an event that took nothing back, in words.</summary>
public static class Notes
{
    public static string NameAndVersion(this CommissionPlan plan) => plan.Name + ", version " + plan.Version;

    public static string Note(this CommissionEntry entry) =>
        entry.Reasons.Select(reason => reason.Code).FirstOrDefault() switch
        {
            "commission.outside-window" => "outside the window",
            "commission.nothing-to-take-back" => "nothing to take back",
            { } code => code,
            null => "-",
        };
}
