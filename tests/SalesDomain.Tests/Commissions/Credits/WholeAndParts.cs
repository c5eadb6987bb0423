using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Credits.World;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Commissions.Credits;

/// <summary>Laws of crediting, whatever the rules and the sales.</summary>
public sealed class WholeAndParts
{
    [Property(MaxTest = 60)]
    public Property Direct_credits_and_what_nobody_has_are_exactly_the_whole_line() =>
        Prop.ForAll(AnySales, AnyRules.ToArbitrary(), (lines, rules) =>
        {
            var credits = rules.WithTeams(lines).Credit(lines, Known);
            foreach (var line in lines)
            {
                var direct = credits.Credits.Where(each => each.Credit.Line == line.Id && each.Credit.Kind == CreditKind.Direct).ToArray();
                var nobody = credits.Unassigned.Concat(credits.OverAssigned).Where(each => each.Line == line.Id)
                    .Sum(each => each.Share.Fraction);
                Assert.Equal(1m, direct.Sum(each => each.Credit.Share.Fraction) + nobody);
                Assert.Equal(direct.Length, direct.Select(each => each.Payee).Distinct().Count());
                Assert.True(direct.Select(each => each.Credit.Rule).Distinct().Count() <= 1);
                Assert.Equal(line.NetAmount.Amount, direct.Sum(each => each.Credit.Share.Fraction * line.NetAmount.Amount)
                    + (nobody * line.NetAmount.Amount));
            }
        });

    [Property(MaxTest = 40)]
    public Property Neither_the_order_of_lines_nor_parts_matter() =>
        Prop.ForAll(AnySales, AnyRules.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (lines, any, cut) =>
        {
            var rules = any.WithTeams(lines);
            var whole = rules.Credit(lines, Known);
            var at = lines.Length * cut / 100;
            var (left, right) = (rules.Credit([.. lines.Take(at)], Known), rules.Credit([.. lines.Skip(at)], Known));
            Assert.Equal(whole, rules.Credit([.. lines.Reverse()], Known));
            Assert.Equal(whole.ToString(), rules.Credit([.. lines.OrderBy(line => line.NetAmount.Amount)], Known).ToString());
            Assert.Equal(whole, left.Merge(right));
            Assert.Equal(whole.Reasons, right.Merge(left).Reasons);
            Assert.Equal(whole.Payees, right.Merge(left).Payees);
            Assert.Equal(whole.ReturnsWithoutOriginal, right.Merge(left).ReturnsWithoutOriginal);
            if (lines.Length > 0)
                Assert.Throws<ArgumentException>("other", () => whole.Merge(whole));
        });

    [Property(MaxTest = 40)]
    public Property A_return_mirrors_its_sale() =>
        Prop.ForAll(AnySales, AnyRules.ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(), (any, rules, later) =>
        {
            var sales = any.Where(line => line.Original is null && line.NetAmount.Amount > 0m && line.Stage == Stage.Invoiced).ToArray();
            var returns = sales.Select(sale => ReturnOf(sale, sale.Date.PlusDays(later))).ToArray();
            var credits = rules.WithTeams(sales).Credit([.. sales, .. returns], Known);
            foreach (var payee in credits.Payees)
            {
                foreach (var sale in credits.Of(payee).GroupBy(credit => (credit.Deal, credit.Kind, credit.Rule)))
                {
                    Assert.Equal(2, sale.Count());
                    Assert.Equal(0m, sale.Sum(credit => credit.Share.Fraction * credit.Sale!.NetAmount.Amount));
                }
            }

            Assert.Empty(credits.ReturnsWithoutOriginal);
        });

    [Property(MaxTest = 40)]
    public Property A_change_from_a_later_day_leaves_earlier_credits_as_they_were() =>
        Prop.ForAll(AnySales, Gen.Choose(-300, 300).ToArbitrary(), (lines, day) =>
        {
            var from = Start.PlusDays(day);
            var changed = Everything.WithRules(Levels, [.. ByScope, CreditRule.Of("from then on", Scope.Everything, Split(("VP", 100m)))
                .During(DateSpan.From(from))])
                .WithOverlays(CreditRule.Of("launch", Scope.Everything, Split(("S1", 100m))).During(DateSpan.From(from)));
            Assert.Equal(Before(Everything.Credit(lines, Known)), Before(changed.Credit(lines, Known)));

            (SalespersonId, SalesCredit)[] Before(SalesCredits<SalespersonId> credits) =>
                [.. credits.Credits.Where(each => (each.Credit.Original?.Date ?? each.Credit.Date) < from)];
        });

    [Property(MaxTest = 40)]
    public Property A_manager_has_the_sum_of_the_team_below_once() =>
        Prop.ForAll(AnySales, lines =>
        {
            var credits = ByAccount.WithTeams(lines).WithRollUp(CreditRollUp.Through(Managers)).Credit(lines, Known);
            foreach (var line in lines)
            {
                var of = credits.Credits.Where(each => each.Credit.Line == line.Id).ToArray();
                var day = of.Length > 0 ? of[0].Credit.Original?.Date ?? line.Date : line.Date;
                foreach (var manager in Managers.Nodes)
                {
                    var below = of.Where(each => each.Credit.Kind == CreditKind.Direct && each.Payee != manager
                        && Managers.IsWithin(each.Payee, manager, day)).Sum(each => each.Credit.Share.Fraction);
                    var rolled = of.Where(each => each.Credit.Kind == CreditKind.RollUp && each.Payee == manager).ToArray();
                    Assert.Equal(below, rolled.Sum(each => each.Credit.Share.Fraction));
                    Assert.True(rolled.Length <= 1);
                }
            }
        });

    [Property(MaxTest = 40)]
    public Property A_stream_gives_the_same_credits() =>
        Prop.ForAll(AnySales, AnyRules.ToArbitrary(), (lines, any) =>
        {
            var rules = any.WithTeams(lines);
            var kept = rules.Credit(lines, Known);
            var streamed = new List<(SalespersonId, SalesCredit)>();
            var open = 0m;
            var reasons = rules.ForEach(
                lines.OrderBy(line => line, SalesLine.InFactOrder), id => Array.Find(lines, line => line.Id == id),
                (share, line, sale) =>
                {
                    var credit = SalesCredit.Of(line, share.Share, share.Kind, share.Rule);
                    streamed.Add((share.Payee, ReferenceEquals(line, sale) ? credit : credit.Following(sale)));
                },
                (_, share) => open += share.Fraction, Known);
            Assert.Equal(kept.Credits, streamed);
            Assert.Equal(kept.Reasons, reasons);
            Assert.Equal(open, kept.Unassigned.Concat(kept.OverAssigned).Sum(each => each.Share.Fraction));
        });

    [Property(MaxTest = 40)]
    public Property Every_credit_explains_itself_and_totals_add_up(int choice) =>
        Prop.ForAll(AnySales, AnyRules.ToArbitrary(), (lines, any) =>
        {
            var rules = any.WithTeams(lines);
            var credits = rules.Credit(lines, Known);
            foreach (var (payee, credit) in credits.Credits)
            {
                var explanation = credits.Explain(payee, credit);
                Assert.Equal(credit.Share, explanation.Value);
                Tampering.IsNamed(explanation, Math.Abs(choice % 7));
            }

            var totals = credits.TotalsOf(Revenue, DateSpan.OfYear(2026));
            Assert.Equal(totals.All.Known, totals.Direct.Known + totals.Unassigned.Known + totals.OverAssigned.Known);
            Assert.Equal(
                lines.Where(line => line.Stage == Stage.Invoiced && line.Date.Year == 2026).Sum(line => line.NetAmount.Amount),
                totals.All.Known.Money.Amount);
            Tampering.IsNamed(totals.Explain(), 0);
        });
}
