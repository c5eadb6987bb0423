using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Rebates.AccountSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>What holds of any sequence of runs over an account.</summary>
public sealed class RebateAccountLaws
{
    private static readonly LocalDate s_start = new(2026, 1, 31);

    // What each run does, what is earned by then, what was forecast beyond it, and what a part asks for.
    private static Gen<(int Kind, int Earned, int Beyond, int Part)[]> Runs { get; } =
        (from kind in Gen.Choose(0, 2) from earned in Gen.Choose(-50, 500) from beyond in Gen.Choose(0, 200) from part in Gen.Choose(1, 300)
         select (kind, earned, beyond, part)).NonEmptyListOf().Select(runs => runs.Take(15).ToArray());

    [Property]
    public Property Any_sequence_of_settlements_sums_to_the_entitlement_and_closes_to_zero() =>
        Prop.ForAll(
            Runs.ToArbitrary(),
            runs =>
            {
                var (account, paid) = (Empty, Cny(0m));
                for (var i = 0; i < runs.Length; i++)
                {
                    var (next, payable) = Step(account, runs[i], s_start.PlusDays(i));
                    (account, paid) = (next, paid + payable);
                    Assert.Equal(account.Balances.Settled, paid);
                    Assert.True(account.Balances.Accrued >= account.Balances.Settled || account.Balances.Open.IsNegative);
                    Assert.Equal(account, Empty.Apply(account.Entries));
                }

                var last = Earned(runs[runs.Length - 1].Earned);
                var final = Settle(account, Run(1, 31, 2027), last);
                Assert.Equal(last.Earned, paid + final.Payable);
                Assert.True(final.Account.Balances.IsClosed);
                Assert.Equal(last.Earned, final.Account.Balances.Accrued);
                Assert.Empty(Settle(final.Account, Run(2, 1, 2027), last).Entries);
            });

    [Property]
    public Property Every_figure_of_a_run_explains_itself(int choice) =>
        Prop.ForAll(
            Runs.ToArbitrary(),
            runs =>
            {
                var account = Empty;
                foreach (var each in runs.Take(3))
                    account = Step(account, each, s_start).Account;

                var run = runs[0];
                var part = account.Settle(
                    Cny(run.Part), [Earned(run.Earned), Earned(run.Beyond, "q", Quarter)], CreditNote.OffsettingOverdueDebt(),
                    Run(12).WithOverdueDebt(Cny(run.Beyond)));
                Explanation[] all =
                [
                    part.Explain(), .. part.Lines.SelectMany(line => new[] { line.ExplainAccrued(), line.ExplainWrittenOff() }),
                    account.Balances.Explain(),
                ];
                Assert.All(all, each => Assert.True(each.IsVerified, each.ToString()));
                Assert.Equal(part.Payable, part.Settled - part.Offset);
                Assert.Equal(part.Settled, part.Account.Balances.Settled - account.Balances.Settled);
                _ = choice;
            });

    [Property]
    public Property The_order_in_which_entitlements_are_passed_decides_nothing() =>
        Prop.ForAll(
            Gen.Choose(0, 400).ListOf(6).Select(list => list.ToArray()).ToArbitrary(),
            amounts =>
            {
                var earned = amounts.Select((amount, i) => Earned(amount, "month", DateSpan.OfMonth(2026, i + 1))).ToList();
                var one = Empty.Settle(Cny(500m), earned, CreditNote, Run(12)).Account;
                earned.Reverse();
                Assert.Equal(one, Empty.Settle(Cny(500m), earned, CreditNote, Run(12)).Account);
            });

    private static (RebateAccount Account, Money Payable) Step(
        RebateAccount account, (int Kind, int Earned, int Beyond, int Part) run, LocalDate on)
    {
        var at = SettlementRun.Of(new DocumentId("D-1"), on);
        var earned = Earned(run.Earned);
        if (run.Kind == 0)
        {
            var estimate = RebateEstimate.ByForecast(
                earned, Cny(1m), Rounding.Commercial, RebateScenario.Of(Cny(1m), Cny(Math.Max(0, run.Earned + run.Beyond))));
            return (account.Accrue([estimate], at).Account, Cny(0m));
        }

        var settlement = run.Kind == 1 ? account.SettleToDate([earned], CreditNote, at)
            : account.Settle(Cny(run.Part), [earned], CreditNote, at);
        return (settlement.Account, settlement.Payable);
    }
}
