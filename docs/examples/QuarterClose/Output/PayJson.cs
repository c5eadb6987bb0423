using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Commissions;

namespace QuarterClose.Output;

/// <summary>
/// The commissions as one JSON document: of the year every run with its figures, of one run its entries as well. Amounts, percentages and
/// spans are their canonical texts, counts are numbers.
/// </summary>
public static class PayJson
{
    /// <param name="year">The year.</param>
    /// <param name="only">The run that is asked for, or null for all.</param>
    /// <param name="person">Who is explained, or null.</param>
    /// <param name="explained">The explanations of that person.</param>
    public static string Of(PaidYear year, PayRun? only = null, Employee? person = null, IEnumerable<Proven>? explained = null) =>
        JsonSerializer.Serialize(
            new
            {
                year = new { name = year.Terms.Year.Year.Label, days = year.Terms.Year.Year.Span.ToString() },
                plans = new[] { year.Terms.Representatives, year.Terms.Managers }.Select(plan => new
                {
                    name = plan.NameAndVersion(),
                    components = plan.Components.Select(component => component.ToString()),
                    salespeople = year.People.Where(each => each.Plan == plan).Select(each => each.Person.Id.Code),
                }),
                draw = new { salesperson = year.NewestHire?.Id.Code, terms = year.Terms.Draw.ToString() },
                clawBack = year.Terms.ClawBack.ToString(),
                returns = year.Returns.Select(back => Return(year, back)),
                salespeople = year.People.Select(each => Person(each, only)),
                verified = year.IsVerified,
                figuresVerified = year.Proofs.Sum(proof => proof.Parts.Sum(part => part.FiguresVerified)),
                explanations = person is null ? null : explained!.Select(proven => ProofJson.Of(person, proven)),
            },
            ProofJson.Options) + "\n";

    private static object Return(PaidYear year, GoodsReturn back) => new
    {
        id = back.Id.ToString(),
        line = back.Sale.Line.Id.ToString(),
        sold = NamedSpan.Day(back.Sale.Line.Date),
        pieces = back.Quantity,
        returned = NamedSpan.Day(back.On),
        net = back.Net.ToString(),
        clawedBack = year.EntriesOf(back).Total().ToString(),
        reinstated = back.ReinstatedOn is { } again ? NamedSpan.Day(again) : null,
    };

    private static object Person(PaidPerson person, PayRun? only) => new
    {
        id = person.Person.Id.Code,
        name = person.Person.Name,
        plan = person.Plan.NameAndVersion(),
        runs = person.Runs.Where(run => only is null || run.Run == only).Select(run => Run(run, hasEntries: only is not null)),
        earned = person.Balances.Earned.ToString(),
        paidInMonths = Paid(person, inTrueUps: false),
        paidInTrueUps = Paid(person, inTrueUps: true),
        drawOwed = person.Balances.DrawOwed.ToString(),
        debitBalance = person.Balances.Debit.ToString(),
        paid = person.Balances.Paid.ToString(),
    };

    private static string Paid(PaidPerson person, bool inTrueUps) =>
        Money.Sum(Currency.USD, person.Runs.Where(run => run.Run.IsTrueUp == inTrueUps).Select(run => run.Settled.Paid)).ToString();

    private static object Run(PaidRun run, bool hasEntries)
    {
        var (settled, measured) = (run.Settled, run.Measured);
        return new
        {
            name = run.Run.ToString(),
            quarter = run.Run.Quarter.Label,
            trueUp = run.Run.IsTrueUp,
            recorded = NamedSpan.Day(run.Run.Recorded),
            quota = measured.Quota?.Money.ToString(),
            sold = measured.Level?.Money.ToString(),
            attainment = measured.Attainment?.ToString(),
            discount = run.Discount?.ToString(),
            earnedToDate = run.Result.Components.ToDictionary(
                component => component.Component.Name, component => component.Earned?.ToString()),
            earned = settled.Earned.ToString(),
            clawedBack = settled.ClawedBack.ToString(),
            debitCharged = settled.DebitCharged.ToString(),
            debitRecovered = settled.DebitRecovered.ToString(),
            drawAdvanced = settled.DrawAdvanced.ToString(),
            drawRecovered = settled.DrawRecovered.ToString(),
            paid = settled.Paid.ToString(),
            drawOwed = run.Closing.DrawOwed.ToString(),
            debitBalance = run.Closing.Debit.ToString(),
            rates = run.Run.IsTrueUp && measured.Portions.Count > 1 && !run.IsGated ? measured.Portions.Select(Rate) : null,
            entries = hasEntries ? settled.Entries.Select(Entry) : null,
        };
    }

    private static object Rate(RatePortion portion) => new
    {
        rate = portion.Rate?.ToString(),
        sold = portion.Base.ToString(),
        earned = portion.Result.ToString(),
    };

    private static object Entry(CommissionEntry entry) => new
    {
        number = entry.Number,
        kind = entry.Kind.ToString(),
        component = entry.Component,
        line = entry.Line?.ToString(),
        @base = entry.Base?.Money.ToString(),
        rate = entry.Rate?.ToString(),
        amount = entry.Amount.ToString(),
        @event = entry.Event?.Id.ToString(),
        reasons = entry.Reasons.Select(reason => reason.ToString()),
    };
}
