using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Neither the order of the facts nor the way they are cut into parts matters, and no fact is lost or counted twice.</summary>
public sealed class OrderAndParts
{
    private static readonly SalesLine[] s_none = [];
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);
    private static readonly Crediting<SalespersonId> s_accounts = Crediting.ByCustomer.Through(Accounts);

    private static readonly Gen<ActualRule> s_rules = Gen.Elements(
        Revenue, Revenue.WithReturns(ReturnRule.OfOriginal), Revenue.WithReturns(ReturnRule.OwnerOfOriginal),
        ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced),
        Revenue.Within(Scope.Everything.Except(PriceKind.Consignment)), ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced),
        Revenue.Within(Scope.Everything.Except(PriceKind.Special)).WithReturns(ReturnRule.OfOriginal));

    private static readonly Gen<Crediting<SalespersonId>> s_creditings = Gen.Elements(
        Crediting.BySalesperson, s_accounts, s_accounts.AsAssignedOn(new LocalDate(2026, 9, 1)), s_accounts.RolledUpThrough(Managers),
        Crediting.BySalesperson.RolledUpThrough(Managers), s_accounts.AsAssignedOn(new LocalDate(2025, 3, 1)).RolledUpThrough(Managers),
        s_accounts.RolledUpThrough(Managers, new LocalDate(2026, 1, 1)));

    [Property(MaxTest = 60)]
    public Property Any_order_gives_the_same() =>
        Prop.ForAll(Sales.Any, s_rules.ToArbitrary(), s_creditings.ToArbitrary(), (lines, rule, crediting) =>
        {
            var whole = rule.Evaluate(s_year, crediting, lines);
            Assert.Equal(whole, rule.Evaluate(s_year, crediting, lines.Reverse()));
            Assert.Equal(whole.Owners, rule.Evaluate(s_year, crediting, lines.OrderBy(line => line.NetAmount.Amount)).Owners);
            Assert.Equal(whole.ToString(), rule.Evaluate(s_year, crediting, lines.OrderBy(line => line.Id)).ToString());
        });

    [Property(MaxTest = 60)]
    public Property Parts_merge_to_the_whole() =>
        Prop.ForAll(
            Sales.Any, s_rules.ToArbitrary(),
            (from crediting in s_creditings from cut in Gen.Choose(0, 100) select (crediting, cut)).ToArbitrary(),
            (lines, rule, how) =>
            {
                var at = lines.Length * how.cut / 100;
                var whole = rule.Evaluate(s_year, how.crediting, lines);
                var (left, right) = (rule.Evaluate(s_year, how.crediting, lines.Take(at)),
                    rule.Evaluate(s_year, how.crediting, lines.Skip(at)));
                Assert.Equal(whole, left.Merge(right));
                Assert.Equal(whole, right.Merge(left));
                Assert.Equal(whole.Reasons, left.Merge(right).Reasons);
                if (at > 0 && left.Total.FactCount + right.Total.FactCount > 0 && lines.Take(at).Any(line => line.Stage == Stage.Invoiced))
                    Assert.ThrowsAny<ArgumentException>(() => whole.Merge(left));
            });

    [Property(MaxTest = 60)]
    public Property It_is_what_a_plain_loop_gives() =>
        Prop.ForAll(Sales.Any, lines =>
        {
            var actuals = Revenue.Evaluate(s_year, s_accounts.RolledUpThrough(Managers), lines);
            var own = new Dictionary<SalespersonId, decimal>();
            var teams = new Dictionary<SalespersonId, decimal>();
            var (unassigned, over) = (0m, 0m);
            foreach (var line in lines.Where(line => line.Stage == Stage.Invoiced && s_year.Contains(line.Date)))
            {
                var holders = Accounts.HoldersOf(line.Customer, line.Date);
                var total = holders.Sum(holder => holder.Share.Fraction);
                if (total > 1m)
                {
                    over += line.NetAmount.Amount;
                    continue;
                }

                unassigned += (1m - total) * line.NetAmount.Amount;
                foreach (var holder in holders)
                {
                    var part = holder.Share.Fraction * line.NetAmount.Amount;
                    Add(own, holder.Holder, part);
                    Add(teams, holder.Holder, part);
                    for (var at = holder.Holder; Managers.TryParentOf(at, line.Date, out var manager); at = manager)
                        Add(teams, manager, part);
                }
            }

            Assert.Equal((unassigned, over), (Amount(actuals.Unassigned), Amount(actuals.OverAssigned)));
            Assert.Equal(teams.Keys.OrderBy(each => each), actuals.Owners);
            foreach (var owner in actuals.Owners)
            {
                Assert.Equal(own.TryGetValue(owner, out var amount) ? amount : 0m, Amount(actuals.Of(owner)));
                Assert.Equal(teams[owner], Amount(actuals.OfTeam(owner)));
            }

            static void Add(Dictionary<SalespersonId, decimal> sums, SalespersonId owner, decimal part) =>
                sums[owner] = sums.TryGetValue(owner, out var before) ? before + part : part;
        });

    [Property(MaxTest = 60)]
    public Property No_fact_is_lost_and_the_views_have_one_total() =>
        Prop.ForAll(Sales.Any, s_rules.ToArbitrary(), (lines, rule) =>
        {
            var asSold = rule.Evaluate(s_year, s_accounts, lines);
            var today = rule.Evaluate(s_year, s_accounts.AsAssignedOn(new LocalDate(2026, 9, 1)), lines);
            var restatement = asSold.RestatedAs(today);
            foreach (var actuals in new[] { asSold, today })
            {
                Assert.Equal(
                    actuals.Total.Known,
                    actuals.Owners.Aggregate(
                        actuals.Unassigned.Known + actuals.OverAssigned.Known, (sum, owner) => sum + actuals.Of(owner).Known));
            }

            Assert.Equal(asSold.Total, today.Total);
            if (asSold.Total.UnknownCount == 0)
            {
                var net = restatement.Owners.Aggregate(
                    restatement.Unassigned.Difference + restatement.OverAssigned.Difference,
                    (sum, owner) => sum + restatement.Of(owner).Difference);
                Assert.True(net!.Value.IsZero);
            }

            foreach (var owner in restatement.Owners)
            {
                Proof.Holds(
                    restatement.Of(owner).Difference is { } difference ? difference.Value : Figure.Absent, restatement.Of(owner).Explain());
            }
        });

    [Property(MaxTest = 60)]
    public Property The_root_of_the_roll_up_has_all_that_is_credited_and_sums_explain_themselves() =>
        Prop.ForAll(Sales.Any, s_rules.ToArbitrary(), (lines, rule) =>
        {
            // By the managers of one day: S3 had none at first, so what comes back of a sale of then is not the root's.
            var actuals = rule.Evaluate(s_year, s_accounts.RolledUpThrough(Managers, new LocalDate(2026, 1, 1)), lines);
            Assert.Equal(actuals.Total.Known, actuals.OfTeam(Person("VP")).Known + actuals.Unassigned.Known + actuals.OverAssigned.Known);
            foreach (var owner in actuals.Owners)
            {
                Proof.Holds(Of(actuals.Of(owner)), actuals.Of(owner).Explain());
                Proof.Holds(Of(actuals.OfTeam(owner)), actuals.OfTeam(owner).Explain());
                var attainment = actuals.OfTeam(owner).Against(
                    rule.Currency is { } currency ? rule.Measure.Of(new Money(1_000m, currency)) : rule.Measure.Of(Quantity.Pieces(1_000)));
                Proof.Holds(Figure.OrAbsent(attainment.Rate), attainment.Explain());
            }
        });

    [Property(MaxTest = 60)]
    public Property A_node_lies_between_its_children_with_positive_quotas_and_no_hedge() =>
        Prop.ForAll(Sales.Any, Gen.Choose(1, 1_000_000).ArrayOf(3).ToArbitrary(), (lines, quotas) =>
        {
            var day = new LocalDate(2026, 9, 1);
            var actuals = Revenue.Evaluate(s_year, Crediting.BySalesperson.RolledUpThrough(Managers, day), lines);
            var table = actuals.TeamsAgainst(
            [
                (Person("S1"), Cny(quotas[0])), (Person("S3"), Cny(quotas[1])), (Person("M2"), Cny(quotas[0] + quotas[1])),
            ]);
            var (one, other) = (table.Of(Person("S1")).Rate!.Value.Fraction, table.Of(Person("S3")).Rate!.Value.Fraction);
            var node = table.Of(Person("M2")).Rate!.Value.Fraction;
            Assert.InRange(node, Math.Min(one, other) - 1e-20m, Math.Max(one, other) + 1e-20m);
        });

    [Fact]
    public void Shares_with_many_digits_do_not_depend_on_the_order()
    {
        var third = Percentage.FromFraction(1m / 3m);
        var crediting = Crediting.ByCustomer.Through(Assignments.Of(
            Assignment.Of(Customer(1), Person("S1"), DateSpan.Always, third),
            Assignment.Of(Customer(1), Person("S2"), DateSpan.Always, third),
            Assignment.Of(Customer(1), Person("S3"), DateSpan.Always, third)));
        decimal[] amounts = [0.01m, 9_999_999_999.99m, 0.03m, 1_234_567.89m, -77.77m, 1e-6m, 8_888_888_888m];
        SalesLine[] lines = [.. amounts.Select(amount => Sale(Start, amount))];
        var whole = Revenue.Evaluate(s_year, crediting, lines);

        Assert.Equal(whole, Revenue.Evaluate(s_year, crediting, lines.Reverse()));
        Assert.Equal(whole, Revenue.Evaluate(s_year, crediting, lines.Take(3)).Merge(Revenue.Evaluate(s_year, crediting, lines.Skip(3))));
    }

    [Fact]
    public void What_was_made_otherwise_is_not_merged_or_restated()
    {
        var one = Revenue.Evaluate(s_year, s_accounts, [Sale(Start, 1m)]);

        Assert.Throws<ArgumentException>("other", () => one.Merge(Revenue.Evaluate(DateSpan.OfYear(2025), s_accounts, s_none)));
        Assert.Throws<ArgumentException>("other", () => one.Merge(Revenue.TrustingIds().Evaluate(s_year, s_accounts, s_none)));
        Assert.Throws<ArgumentException>("other", () => one.Merge(Revenue.Evaluate(s_year, Crediting.BySalesperson, s_none)));
        Assert.Throws<ArgumentException>("restated", () => one.RestatedAs(Revenue.Evaluate(DateSpan.OfYear(2025), s_accounts, s_none)));
        Assert.Throws<ArgumentException>("restated", () => one.RestatedAs(Revenue.Evaluate(s_year, s_accounts, [Sale(Start, 2m)])));
        TestHelper.TestEqualsClass(
            Revenue.Evaluate(s_year, s_accounts, [Sale(Start, 1m)]), one, Revenue.Evaluate(s_year, s_accounts, [Sale(Start, 2m)]),
            Revenue.Evaluate(s_year, s_accounts, [Sale(Start, 1m, customer: 5)]),
            Revenue.Evaluate(s_year, s_accounts.AsAssignedOn(Start), [Sale(Start, 1m)]));
        TestHelper.TestEqualsClass(
            ActualSum.Of(Cny(1m), 2), ActualSum.Of(Cny(1.00m), 2), ActualSum.Of(Cny(2m), 2), ActualSum.Of(Cny(1m), 3),
            ActualSum.Of(Cny(1m), 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("unknownCount", () => ActualSum.Of(Cny(1m), 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>("factCount", () => ActualSum.Of(Cny(1m), -1));
        Assert.Throws<ArgumentException>("known", () => ActualSum.Of(default, 1));
        Assert.Equal("revenue, without tax: CNY 1.00 of 2 facts, 1 of unknown value", ActualSum.Of(Cny(1m), 2, 1).ToString());
    }

    private static decimal Amount(ActualSum sum) => sum.Known.Money.Amount;

    private static Figure Of(ActualSum sum) => sum.Value is { } value ? value.Value : Figure.Absent;
}
