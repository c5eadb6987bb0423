using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace QuarterClose.Rules;

/// <summary>The pay of the whole team in a year: people in the order of employee ids, each with every run.</summary>
public sealed class PaidYear
{
    private readonly SalesData _data;
    private readonly YearReview _review;
    private readonly Dictionary<PayRun, (IReadOnlyList<Sold> Sold, SalesCredits<SalespersonId> Credits)> _facts;

    private PaidYear(PayTerms terms, SalesData data, YearReview review, IReadOnlyList<GoodsReturn> returns)
    {
        (Terms, Returns, _data, _review) = (terms, [.. returns.OrderBy(back => back.Id)], data, review);
        Runs = terms.Runs;
        NewestHire = data.Team.Where(person => person.HiredOn <= terms.Year.Year.End)
            .OrderBy(person => person.HiredOn).ThenBy(person => person.Number).LastOrDefault();
        var rules = CreditRules.Of(Crediting.BySalesperson).WithRollUp(CreditRollUp.Through(review.Field.Reports));
        _facts = Runs.ToDictionary(run => run, run =>
        {
            IReadOnlyList<Sold> sold = [.. data.Team.Select(person => Sold.Of(data, person, run, returns))];
            return (sold, rules.Credit(sold.SelectMany(each => each.Lines)));
        });
        People = [.. review.People.Select(Pay)];
        Proofs = [.. People.Select(person => new PayProof(person))];
    }

    public PayTerms Terms { get; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<GoodsReturn> Returns { get; }

    public IReadOnlyList<PayRun> Runs { get; }

    /// <summary>Who has the draw: the last one hired by the end of the year.</summary>
    public Employee? NewestHire { get; }

    public IReadOnlyList<PaidPerson> People { get; }

    /// <summary>That months and true-ups are the year, one a person.</summary>
    public IReadOnlyList<PayProof> Proofs { get; }

    public bool IsVerified => Proofs.All(proof => proof.IsVerified);

    public static PaidYear Of(PayTerms terms, SalesData data, YearReview review, IReadOnlyList<GoodsReturn> returns) =>
        new(terms, data, review, returns);

    /// <summary>One run, of everybody.</summary>
    public IEnumerable<PaidRun> Of(PayRun run) => People.Select(person => person.Of(run));

    public PaidPerson PersonOf(string employeeId) =>
        People.FirstOrDefault(person => person.Person.Id.Code == employeeId) ?? throw new InputException(
            $"--explain: employee '{employeeId}' is unknown; known are " + string.Join(", ", People.Select(each => each.Person.Id)) + ".");

    public PayProof ProofOf(PaidPerson person) => Proofs.Single(proof => proof.Person == person);

    /// <summary>What some of the people earned of one component.</summary>
    public Money Earned(IEnumerable<PaidPerson> people, string component) =>
        Of(people).Where(entry => entry.Kind == CommissionEntryKind.Earned && entry.Component == component).Total();

    /// <summary>What a return did to the accounts of everybody it was credited to; nothing where it is of no quarter of the year.</summary>
    public IReadOnlyList<CommissionEntry> EntriesOf(GoodsReturn back) =>
        [.. Of(People).Where(entry => entry.Kind == CommissionEntryKind.ClawedBack && entry.Event!.Id == back.Returned)];

    /// <summary>Whether a run found a return in an open quarter, where it is rated again among the facts.</summary>
    public bool IsRatedAgain(GoodsReturn back) =>
        People.SelectMany(person => person.Runs).SelectMany(run => run.Settled.Reasons).Any(reason =>
            reason.Code is "commission.among-the-facts" or "commission.re-rated-instead"
            && reason.Find("event") == (Figure)back.Returned.ToString());

    private static IEnumerable<CommissionEntry> Of(IEnumerable<PaidPerson> people) => people.SelectMany(each => each.Account.Entries);

    private PaidPerson Pay(PersonYear person)
    {
        var id = person.Person.Id;
        var below = _review.Teams.Single(team => team.Manager == person).Members.Where(member => member != person).ToArray();
        var plan = below.Length > 0 ? Terms.Managers : Terms.Representatives;
        var rules = Terms.RulesOf(hasDraw: person.Person == NewestHire);
        var credited = Returns.Where(back => below.Append(person).Any(each => each.Person.Id == back.Sale.Line.Salesperson)).ToArray();

        var account = CommissionAccount.In(Currency.USD);
        var runs = new List<PaidRun>();
        foreach (var run in Runs)
        {
            var (sold, credits) = _facts[run];
            var target = new QuarterTarget(
                person, below, run.Place, _data.SalesOf(person.Person, new NamedSpan(run.Quarter.Label, run.Quarter.Span)));
            var result = plan.Evaluate(run.Quarter.Span, target.Terms, Figures(plan, run, target, credits.Of(id)));
            var payout = PayoutRun.Of(run.Month.Span, run.Recorded)
                .With([.. credited.SelectMany(back => back.EventsBy(run.Known))]);
            var settled = account.Settle(result.ToEarnings(byCredit: true), payout, rules);
            account = run.IsTrueUp ? settled.Account.Close(run.Quarter.Span, run.Recorded) : settled.Account;
            runs.Add(new PaidRun(
                run, target, sold.Single(each => each.Person == person.Person),
                [.. sold.Where(each => below.Any(member => member.Person == each.Person))], result, settled));
        }

        return new PaidPerson(person.Person, plan, rules, account, runs);
    }

    // The discount is that of the quarter: while it runs nobody knows it, and what hangs on it is not paid.
    private static CommissionFigures Figures(CommissionPlan plan, PayRun run, QuarterTarget target, IReadOnlyList<SalesCredit> credits)
    {
        var figures = plan.Sum(run.Quarter.Span, credits);
        return run.IsTrueUp && !target.IsOfTeam && target.Discount.Rate is { } rate ? figures.WithFigure(PayTerms.Discount, rate) : figures;
    }
}
