using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A million credits of a quarter, streamed over 1,000 people and five components each: revenue graduated on attainment with a multiplier,
/// margin, a contest by units of one product, key accounts at the rate of the step reached, and the override of managers; what each has
/// earned to date by component, rounded.
/// </summary>
public class CommissionsOfAThousandPeople
{
    private const int Million = 1_000_000;
    private const int CreditsByRules = 10_000;

    private readonly CommissionFacts _facts = new();
    private readonly PlanRules _rules = new();
    private readonly RuleCredit[] _ruleCredits;

    public CommissionsOfAThousandPeople() => _ruleCredits = _facts.ForRules(CreditsByRules);

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "a credit of 1,000 people, 5 components, hand-written", OperationsPerInvoke = Million)]
    public decimal HandWritten() => _facts.ByHand();

    [Benchmark(Description = "a credit of 1,000 people, 5 components, CommissionPlan", OperationsPerInvoke = Million), Bound(2)]
    public decimal Library()
    {
        var figures = CommissionFacts.Plan.Figures<SalespersonId>(CommissionFacts.Quarter);
        foreach (var (payee, line, share, kind) in _facts.Credits)
            figures.Add(payee, line, original: null, share, kind);

        var total = 0m;
        foreach (var (person, terms) in _facts.Terms)
        {
            var known = figures.Of(person).WithFigure("margin", Percentage.FromPercent(22));
            total += CommissionFacts.Plan.Evaluate(CommissionFacts.Quarter, terms, known).Earned.Amount;
        }

        return total;
    }

    /// <summary>
    /// The same plan as rules of a general engine, run for each credit. Not gated: the facts of a million credits do not belong in the
    /// process that counts the bytes of scalar evaluations.
    /// </summary>
    [Benchmark(Description = "a credit, the same plan, Microsoft RulesEngine", OperationsPerInvoke = CreditsByRules)]
    public async Task<decimal> ByRules()
    {
        var total = 0m;
        foreach (var credit in _ruleCredits)
            total += await _rules.Commission(credit);

        return total;
    }
}

internal sealed class CommissionFacts
{
    private const int CreditCount = 1_000_000;
    private const int PeopleCount = 1_000;
    private const string PlanName = "Representatives 2026";

    private static readonly ProductId s_contest = new("P-7");
    private static readonly ChannelId s_keyAccounts = new("KA");
    private static readonly LocalDate s_start = new(2026, 1, 1);
    private static readonly (decimal From, decimal Rate)[] s_attained = [(0m, 0.03m), (1m, 0.05m), (1.2m, 0.09m)];
    private static readonly (decimal From, decimal Rate)[] s_key = [(0m, 0.005m), (1_000_000m, 0.01m)];

    private static readonly HandWrittenTiers s_revenueTiers = new(s_attained);
    private static readonly HandWrittenTiers s_keyTiers = new(s_key);

    private readonly SalespersonId[] _people = [.. Enumerable.Range(0, PeopleCount).Select(number => new SalespersonId("S-" + number))];

    internal CommissionFacts()
    {
        var amounts = Facts.Amounts(10_000m);
        Credits =
        [
            .. Enumerable.Range(0, CreditCount).Select(number => (
                _people[number * 7L % PeopleCount], Line(number, amounts[number % Facts.Count]),
                Percentage.FromPercent(number % 4 == 0 ? 60m : 100m), number % 10 == 0 ? CreditKind.RollUp : CreditKind.Direct)),
        ];
        Terms = [.. _people.Select((person, i) => (
            person, CommissionTerms.None.WithQuota("revenue", Measure.Revenue.Of(new Money(4_000_000m + (i * 1_000m), Currency.CNY)))))];
    }

    internal static DateSpan Quarter { get; } = DateSpan.OfQuarter(2026, 1);

    internal static CommissionPlan Plan { get; } = Planned();

    internal (SalespersonId Payee, SalesLine Line, Percentage Share, CreditKind Kind)[] Credits { get; }

    internal (SalespersonId Person, CommissionTerms Terms)[] Terms { get; }

    /// <summary>The first credits as one person's, with the running levels.</summary>
    internal RuleCredit[] ForRules(int count)
    {
        var (credits, level, key) = (new RuleCredit[count], 0m, 0m);
        for (var i = 0; i < count; i++)
        {
            var (_, line, share, kind) = Credits[i];
            var (net, before) = (line.NetAmount.Amount * share.Fraction, level);
            level += kind == CreditKind.RollUp ? 0m : net;
            key += kind != CreditKind.RollUp && line.Channel == s_keyAccounts ? net : 0m;
            credits[i] = new RuleCredit
            {
                IsRollUp = kind == CreditKind.RollUp, IsContest = line.Product == s_contest, IsKey = line.Channel == s_keyAccounts,
                Net = net,
                Margin = (line.NetAmount.Amount - line.Cost!.Value.Amount) * share.Fraction, Units = line.Quantity.Amount * share.Fraction,
                Quota = 40_000_000m, Before = before, After = level, Key = key,
            };
        }

        return credits;
    }

    internal decimal ByHand()
    {
        var people = SummedByHand();
        var total = 0m;
        foreach (var (person, terms) in Terms)
        {
            var earned = EarnedByHand(people[person], terms);
            total += earned.Revenue + earned.Margin + earned.Units + earned.Key + earned.Team;
        }

        return total;
    }

    /// <summary>What each has earned, component by component, with base and rate.</summary>
    internal IEnumerable<(SalespersonId Person, HandWrittenEarning[] Earned)> EarningsByHand()
    {
        var people = SummedByHand();
        foreach (var (person, terms) in Terms)
        {
            var sums = people[person];
            var earned = EarnedByHand(sums, terms);
            yield return (
                person,
                [
                    new HandWrittenEarning(PlanName, "revenue", Quarter, earned.Revenue, sums.Revenue),
                    new HandWrittenEarning(PlanName, "margin", Quarter, earned.Margin, sums.Margin, 0.04m),
                    new HandWrittenEarning(PlanName, "contest", Quarter, earned.Units, sums.Units),
                    new HandWrittenEarning(PlanName, "key accounts", Quarter, earned.Key, sums.Key, s_keyTiers.At(sums.Key)),
                    new HandWrittenEarning(PlanName, "override", Quarter, earned.Team, sums.Team, 0.005m),
                ]);
        }
    }

    private static (decimal Revenue, decimal Margin, decimal Units, decimal Key, decimal Team) EarnedByHand(
        Sums sums, CommissionTerms terms) =>
        (Rounded(s_revenueTiers.GraduatedOn(terms.QuotaOf("revenue")!.Value.Money.Amount, sums.Revenue) * 1.15m),
            Rounded(sums.Margin * 0.04m), Rounded(sums.Units * 2.5m), Rounded(s_keyTiers.AllUnits(sums.Key)), Rounded(sums.Team * 0.005m));

    private Dictionary<SalespersonId, Sums> SummedByHand()
    {
        var people = new Dictionary<SalespersonId, Sums>();
        var (first, last) = (Quarter.Start!.Value, Quarter.End!.Value);
        foreach (var (payee, line, share, kind) in Credits)
        {
            if (line.Stage != Stage.Invoiced || line.Date < first || line.Date > last)
                continue;
            if (!people.TryGetValue(payee, out var sums))
                people[payee] = sums = new Sums();
            var net = line.NetAmount.Amount * share.Fraction;
            if (kind == CreditKind.RollUp)
            {
                sums.Team += net;
                continue;
            }

            sums.Revenue += net;
            sums.Margin += (line.NetAmount.Amount - line.Cost!.Value.Amount) * share.Fraction;
            if (line.Product == s_contest)
                sums.Units += line.Quantity.Amount * share.Fraction;
            if (line.Channel == s_keyAccounts)
                sums.Key += net;
        }

        return people;
    }

    private static decimal Rounded(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static CommissionPlan Planned()
    {
        var revenue = CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced));
        var margin = CommissionMeasure.Of(ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced));
        var contest = CommissionMeasure.Of(
            ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced).Within(Scope.Everything.Only(s_contest)));
        var key = CommissionMeasure.Of(
            ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(Scope.Everything.Only(s_keyAccounts)));
        return CommissionPlan.Of(
            PlanName, Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative(
                "revenue", revenue,
                CommissionRate.Graduated(AttainmentRate.From(Array.ConvertAll(
                    s_attained, step => (Percentage.FromFraction(step.From), Percentage.FromFraction(step.Rate))))))
                .AgainstQuota(ZeroQuotaPolicy.PayNothing)
                .ModifiedBy(CommissionModifier.ByFigure(
                    "margin",
                    StepSchedule.From(
                        (Percentage.Zero, Percentage.OneHundred), (Percentage.FromPercent(20), Percentage.FromPercent(115))))),
            CommissionComponent.Cumulative("margin", margin, CommissionRate.Flat(Percentage.FromPercent(4))),
            CommissionComponent.Cumulative("contest", contest, CommissionRate.PerUnit(new Money(2.5m, Currency.CNY))),
            CommissionComponent.Cumulative(
                "key accounts", key,
                CommissionRate.AllUnits(TieredRate.From(
                    Currency.CNY, Array.ConvertAll(s_key, step => (step.From, Percentage.FromFraction(step.Rate)))))),
            CommissionComponent.Cumulative(
                "override", revenue.Counting(CreditKind.RollUp), CommissionRate.Flat(Percentage.FromPercent(0.5m))));
    }

    private static SalesLine Line(int number, decimal amount) => new SalesLineBuilder
    {
        Stage = number % 53 == 0 ? Stage.Ordered : Stage.Invoiced,
        Document = new DocumentId("INV-" + (number / 4)),
        Line = number % 4,
        Date = s_start.PlusDays(number % 97),
        Customer = new CustomerId("C"),
        Product = number % 5 == 0 ? s_contest : new ProductId("P-1"),
        Channel = number % 3 == 0 ? s_keyAccounts : new ChannelId("RETAIL"),
        Quantity = Quantity.Pieces(1m + (number % 9)),
        NetAmount = new Money(amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
        Cost = new Money(decimal.Round(amount * 0.7m, 2, MidpointRounding.AwayFromZero), Currency.CNY),
    }.Build();

    private sealed class Sums
    {
        internal decimal Revenue { get; set; }

        internal decimal Margin { get; set; }

        internal decimal Units { get; set; }

        internal decimal Key { get; set; }

        internal decimal Team { get; set; }
    }
}
