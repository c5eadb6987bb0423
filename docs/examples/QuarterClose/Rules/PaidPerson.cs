using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Commissions;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>The year of one person: every run, the account they made, and the proof that they are the year.</summary>
public sealed class PaidPerson
{
    internal PaidPerson(
        Employee person, CommissionPlan plan, PayoutRules rules, CommissionAccount account, IReadOnlyList<PaidRun> runs) =>
        (Person, Plan, Rules, Account, Runs) = (person, plan, rules, account, runs);

    public Employee Person { get; }

    public CommissionPlan Plan { get; }

    public PayoutRules Rules { get; }

    /// <summary>In the order of the days: the months, and after every third the true-up of the quarter.</summary>
    public IReadOnlyList<PaidRun> Runs { get; }

    public CommissionAccount Account { get; }

    public CommissionBalances Balances => Account.Balances;

    public PaidRun Of(PayRun run) => Runs.Single(each => each.Run == run);

    public IEnumerable<PaidRun> TrueUps => Runs.Where(run => run.Run.IsTrueUp);

    /// <summary>
    /// Months and true-ups are what the account paid in the year; each as it is, or from what was earned to date and entered before.
    /// </summary>
    public Explanation ExplainByRuns(bool inDetail) =>
        Node(
            "paid in the year", Balances.Paid, Operation.Sum,
            [
                .. Runs.Select(run => inDetail ? Node(run.Run.ToString(), run.Settled.Paid, Operation.Sum, run.ExplainPaid())
                    : Fact(run.Run.ToString(), run.Settled.Paid)),
            ]);

    /// <summary>
    /// What the account paid is also what the plan gives on each quarter as a whole, less what was clawed back, more what is still owed.
    /// </summary>
    public Explanation ExplainByQuarters(Detail detail, Detail? history) =>
        Node(
            "paid in the year", Balances.Paid, Operation.Sum,
            Node(
                "earned in the year", Balances.Earned, Operation.Sum,
                [
                    .. TrueUps.Select(run => run.ExplainEarned(detail, history)),
                    Fact("clawed back, less reinstated", Balances.Total(CommissionEntryKind.ClawedBack)),
                ]),
            Fact("draw owed at the end", Balances.DrawOwed),
            Fact("debit balance at the end", Balances.Debit));
}
