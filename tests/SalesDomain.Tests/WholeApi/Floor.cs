using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Tests.WholeApi;

/// <summary>One row of the table of floors: a context and the contexts it may use, beside the ground.</summary>
internal sealed class Floor
{
    private static readonly string[] s_floorsOneToFour =
    [
        "Terms", "Customers", "Organization", "Quotas", "Pricing", "Receivables", "Budgets", "AfterSales", "Retail", "Trade", "Rebates",
        "Credit", "Commissions",
    ];

    private Floor(int level, string context, params string[] mayUse)
    {
        Level = level;
        Context = context;
        MayUse = mayUse;
    }

    /// <summary>The contexts of the design; the ground, on which all stand, uses none of them.</summary>
    internal static IReadOnlyList<Floor> All { get; } =
    [
        new(1, "Terms"),
        new(1, "Customers"),
        new(2, "Organization", "Customers"),
        new(3, "Quotas", "Organization"),
        new(3, "Pricing", "Terms", "Customers", "Organization"),
        new(3, "Receivables", "Terms", "Customers"),
        new(3, "Budgets", "Organization"),
        new(3, "AfterSales", "Customers"),
        new(3, "Retail", "Customers", "Organization"),
        new(3, "Trade", "Terms"),
        new(4, "Rebates", "Pricing", "Receivables", "Budgets", "Customers", "Organization"),
        new(4, "Credit", "Receivables", "Terms", "Customers"),
        new(4, "Commissions", "Quotas", "Receivables", "Organization"),
        new(5, "Appraisals", "Quotas", "Receivables", "Budgets", "AfterSales", "Organization", "Customers"),
        new(5, "Policies", s_floorsOneToFour),
        new(5, "Analysis", s_floorsOneToFour),
    ];

    internal int Level { get; }

    internal string Context { get; }

    internal IReadOnlyList<string> MayUse { get; }

    internal static Floor? Of(string context) => All.FirstOrDefault(floor => floor.Context == context);
}
