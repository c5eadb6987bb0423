using System.Globalization;
using System.Linq;
using System.Text.Json;
using QuarterClose.Rules;

namespace QuarterClose.Output;

/// <summary>
/// The closed quarter as one JSON document: amounts, percentages and spans as their canonical texts, counts as numbers, nothing rounded for
/// the eye.
/// </summary>
public static class JsonReport
{
    /// <summary>With a proof, the explanation of that person's commission is part of the document.</summary>
    public static string Of(ClosedQuarter closed, Proof? proof = null) =>
        JsonSerializer.Serialize(
            new
            {
                quarter = Span(closed.Terms.Quarter),
                plan = Plan(closed),
                quotas = new { basis = Span(closed.Terms.QuotaBasis), unit = Number(closed.Terms.QuotaUnit) },
                commission = Rates(closed.Terms),
                salespeople = closed.People.Select(Person),
                team = new
                {
                    lastYear = closed.LastYear.ToString(),
                    quota = closed.Quotas.ToString(),
                    revenue = closed.Revenue.ToString(),
                    attainment = closed.Attainment?.ToString(),
                    commission = closed.Commissions.ToString(),
                    priceCheck = Check(closed.PriceCheck),
                },
                windfallReview = new
                {
                    above = closed.Terms.WindfallLimit.ToString(),
                    salespeople = closed.WindfallReview.Select(line => line.Person.Id.Code),
                },
                priceCheck = new
                {
                    span = Span(closed.Terms.PriceCheckSpan),
                    discountOver = closed.Terms.PriceCheck.DiscountLimit.ToString(),
                },
                explanation = proof is null ? null : ProofJson.Of(proof.Person.Person, proof.Proven),
            },
            ProofJson.Options) + "\n";

    private static object Plan(ClosedQuarter closed) => new
    {
        basis = Span(closed.Terms.PlanBasis),
        revenue = closed.Plan.YearAgo.Total.ToString(),
        growthFactor = Number(1m + closed.Plan.Growth.Growth.Fraction),
        grown = closed.Plan.Grown.ToString(),
        rounding = closed.Plan.Growth.Rounding.ToString(),
        target = closed.Plan.Target.ToString(),
    };

    private static object Rates(Terms terms) => new
    {
        graduated = terms.Rates.Bounds.Zip(terms.Rates.Rates, (from, rate) => new { from = from.ToString(), rate = rate.ToString() }),
        rounding = terms.Commission.Rounding.ToString(),
    };

    private static object Person(PersonQuarter line) => new
    {
        id = line.Person.Id.Code,
        name = line.Person.Name,
        lastYear = line.Commission.Quota.Weight.Total.ToString(),
        quota = line.Commission.Quota.Amount.ToString(),
        revenue = line.Commission.Revenue.Total.ToString(),
        attainment = line.Commission.Attainment?.ToString(),
        commission = line.Commission.Amount?.ToString(),
        priceCheck = Check(line.PriceCheck),
    };

    private static object Check(PriceCheck check) => new
    {
        lines = check.Lines,
        belowList = Found(check.BelowList),
        overDiscounted = Found(check.OverDiscounted),
    };

    private static object Found(Finding finding) => new { lines = finding.Lines, value = finding.Value.ToString() };

    private static object Span(NamedSpan span) => new { name = span.Name, days = span.Days.ToString() };

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
