using QuarterClose.Rules;
using Spectre.Console;

namespace QuarterClose.Output;

/// <summary>The commission of one person: which revenue earned which rate, how every figure came about, and whether it is so.</summary>
public static class ProofReport
{
    public static string Of(Proof proof)
    {
        var (person, commission, _) = proof.Person;
        var page = new Page();
        page.Line($"Commission of {person}: {commission.Amount?.ToString("N", null) ?? "none, because there is no quota"}");
        if (commission.Portions.Count > 0)
            page.Table("Revenue by rate, attainment of quota " + commission.Attainment.Shown(), Portions(commission));

        page.Proof(proof.Proven);
        return page.ToString();
    }

    private static Table Portions(Commission commission)
    {
        var table = Tables.With("Rate", "Revenue, USD", "Commission, USD");
        foreach (var portion in commission.Portions)
            table.Row(portion.Rate is { } rate ? rate.Shown() : "none", portion.Base.Shown(), portion.Result.Shown());

        return table.Totals("Together, rounded once", commission.Revenue.Total.Shown(), commission.Amount.Shown());
    }
}
