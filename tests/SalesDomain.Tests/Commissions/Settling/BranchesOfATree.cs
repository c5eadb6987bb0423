using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using static SalesDomain.Tests.Commissions.Credits.World;
using static SalesDomain.Tests.Commissions.PlanSample;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>
/// A tree of managers falls into the branches of those below a root, and whoever has no manager is one. People change branches in April.
/// </summary>
public sealed class BranchesOfATree
{
    private static readonly CreditRules<SalespersonId> s_rules = ByAccount.WithRollUp(CreditRollUp.Through(Managers));

    private static readonly CommissionPlan s_plan = PlanSample.Plan(
        CommissionComponent.Cumulative("own", Invoiced(Currency.CNY), CommissionRate.Flat(Percentage.FromPercent(3))),
        CommissionComponent.Cumulative(
            "override", Invoiced(Currency.CNY).Counting(CreditKind.RollUp),
            CommissionRate.Graduated(Steps((0, 0.5m), (2_000, 1)))));

    [Property(MaxTest = 100)]
    public Property Each_direct_credit_is_in_one_branch_and_branches_and_what_nobody_has_are_the_whole() =>
        Prop.ForAll(AnySales, lines =>
        {
            var credits = s_rules.WithTeams(lines).Credit(lines, Known);
            return lines.All(line =>
            {
                var direct = credits.Credits.Where(each => each.Credit.Line == line.Id && each.Credit.Kind == CreditKind.Direct)
                    .Select(each => (each.Payee, each.Credit.Share, On: DayOf(each.Credit))).ToArray();
                var branches = direct.SelectMany(each => HeadsOn(each.On).Where(head => IsIn(each.Payee, head, each.On))
                    .Select(head => (head, each.Share))).ToArray();
                var nobody = credits.Unassigned.Concat(credits.OverAssigned).Where(each => each.Line == line.Id)
                    .Sum(each => each.Share.Fraction);
                return branches.Length == direct.Length && branches.Sum(each => each.Share.Fraction) + nobody == 1m;
            });
        });

    [Property(MaxTest = 100)]
    public Property A_root_is_credited_with_what_its_branches_are_own_and_rolled_up_and_with_nothing_else() =>
        Prop.ForAll(AnySales, lines =>
        {
            var credits = s_rules.WithTeams(lines).Credit(lines, Known).Credits.ToLookup(each => each.Credit.Line);
            return lines.All(line =>
            {
                var of = credits[line.Id].ToArray();
                if (of.Length == 0)
                    return true;

                var on = DayOf(of[0].Credit);
                decimal Share(SalespersonId payee, params CreditKind[] kinds) => of
                    .Where(each => each.Payee == payee && kinds.Contains(each.Credit.Kind)).Sum(each => each.Credit.Share.Fraction);
                return Managers.RootsOn(on).All(root =>
                    Share(root, CreditKind.RollUp)
                    == Managers.ChildrenOf(root, on).Sum(head => Share(head, CreditKind.Direct, CreditKind.RollUp)));
            });
        });

    // The branch of the last day of the month: where people change it, their account goes with them.
    [Property(MaxTest = 60)]
    public Property Branches_settled_by_themselves_and_merged_are_the_whole() =>
        Prop.ForAll(AnySales, lines =>
        {
            var credits = s_rules.WithTeams(lines).Credit(lines, Known);
            var whole = CommissionLedger.In<SalespersonId>(Currency.CNY);
            foreach (var month in Enumerable.Range(2, 4).Select(month => DateSpan.OfMonth(2026, month)))
            {
                var on = month.End!.Value;
                var batch = PayoutBatch.Of(
                    PayoutRun.Of(month, on.PlusDays(10)), PayoutRules.Of(Rounding.Commercial).WithHoldback(
                        HoldbackRule.Of(Percentage.FromPercent(10))),
                    Managers.Nodes.SelectMany(payee =>
                        s_plan.Evaluate(month, CommissionTerms.None, s_plan.Sum(month, credits.Of(payee))).ToEarnings(byCredit: true)
                            .Select(earning => (payee, earning))));
                var all = whole.Settle(batch);
                var parts = HeadsOn(on)
                    .Select(head => whole.Where(payee => IsIn(payee, head, on)).Settle(batch.Where(payee => IsIn(payee, head, on))))
                    .ToArray();

                var merged = parts.Skip(1).Aggregate(parts[0], (left, right) => right.Merge(left));
                if (all != merged || all.Ledger != merged.Ledger
                    || all.Paid != Money.Sum(Currency.CNY, parts.Select(part => part.Paid)))
                    return false;

                whole = all.Ledger;
            }

            return true;
        });

    private static LocalDate DayOf(SalesCredit credit) => credit.Original?.Date ?? credit.Date;

    /// <summary>The children of the roots with all below them, and each root by itself.</summary>
    private static SalespersonId[] HeadsOn(LocalDate on) =>
        [.. Managers.Nodes.Where(node => !Managers.TryParentOf(node, on, out var parent) || !Managers.TryParentOf(parent, on, out _))];

    private static bool IsIn(SalespersonId payee, SalespersonId head, LocalDate on) =>
        payee == head || (Managers.TryParentOf(head, on, out _) && Managers.IsWithin(payee, head, on));
}
