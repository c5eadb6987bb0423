using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Credits.World;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Commissions.Credits;

/// <summary>Of document, scope and assignment exactly one credits a sale; overlays and roll-ups are beside it.</summary>
public sealed class WhichRuleWins
{
    private static readonly LocalDate s_day = new(2026, 5, 10);
    private static readonly Scope s_all = Scope.Everything;

    [Fact]
    public void The_split_of_the_document_comes_before_the_scope_and_the_scope_before_the_assignment()
    {
        var rules = ByAccount.WithRules(Levels, CreditRule.Of("customer 1", s_all.Only(Customer(1)), Split(("S3", 100m))));
        var deal = Sale(s_day, 100m);
        var scoped = Sale(s_day, 100m);
        var assigned = Sale(s_day, 100m, customer: 2);
        var credits = rules.WithSplits((deal.Id.Document, SixtyForty)).Credit([deal, scoped, assigned]);

        Assert.Equal(["S1 60%", "S2 40%"], Of(credits, deal));
        Assert.Equal(["S3 100%"], Of(credits, scoped));
        Assert.Equal(["S1 40%", "S2 60%"], Of(credits, assigned));
        Assert.Equal("deal " + deal.Id.Document, credits.Of(Person("S1"))[0].Rule);

        var explanation = credits.Explain(Person("S1"), credits.Of(Person("S1"))[0]).ToString();
        Assert.Contains("holds: deal " + deal.Id.Document, explanation, StringComparison.Ordinal);
        Assert.Contains("holds: customer 1: S3 100%; only customers C1", explanation, StringComparison.Ordinal);
        Assert.Contains("holds: assignment by customer, through assignments, as sold", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_team_of_an_order_has_its_deliveries_and_invoices_unless_these_have_their_own()
    {
        var order = Sale(s_day, 100m, change: line => line.Stage = Stage.Ordered);
        var invoice = Sale(s_day.PlusDays(40), 100m, change: line => line.OrderLine = order.Id);
        var rules = ByAccount.WithSplits((order.Id.Document, SixtyForty));

        Assert.Equal(["S1 60%", "S2 40%"], Of(rules.Credit([invoice]), invoice));
        Assert.Equal(["S3 100%"], Of(rules.WithSplits((invoice.Id.Document, Split(("S3", 100m)))).Credit([invoice]), invoice));
    }

    [Fact]
    public void New_and_existing_customers_have_rules_of_their_own_side_by_side()
    {
        var rules = ByAccount.WithRules(
            Levels, CreditRule.Of("hunters", s_all, Split(("S3", 100m))).ForNewCustomers(),
            CreditRule.Of("farmers", s_all, SixtyForty).ForExistingCustomers());
        SalesLine[] lines = [Sale(s_day, 1m), Sale(s_day, 1m, customer: 2), Sale(s_day, 1m, customer: 5)];
        var known = CreditKnowledge.OfLines.WithNewCustomers((customer, _) =>
            customer == Customer(1) ? true : customer == Customer(2) ? false : null);
        var credits = rules.Credit(lines, known);

        Assert.Equal(["S3 100%"], Of(credits, lines[0]));
        Assert.Equal(["S1 60%", "S2 40%"], Of(credits, lines[1]));
        Assert.Equal(lines[2].Id, Assert.Single(credits.Unassigned).Line);
        Assert.Contains(credits.Reasons, reason => reason.ToString() == "credit.customer-status-unknown (facts 1)");

        // Forgotten is not the same as unknown.
        Assert.Throws<InvalidOperationException>(() => rules.Credit(lines));
    }

    [Theory]
    [InlineData(90.01, "assigned")]
    [InlineData(90.00, "ten")]
    [InlineData(80.01, "ten")]
    [InlineData(80.00, "twenty")]
    [InlineData(0.00, "twenty")]
    [InlineData(100.01, "above list")]
    [InlineData(100.00, "assigned")]
    public void A_bound_of_the_discount_belongs_to_one_side(double net, string rule)
    {
        var rules = ByAccount.WithRules(
            Levels, CreditRule.Of("above list", s_all, Split(("S3", 100m))).WithDiscount(null, Percentage.Zero),
            CreditRule.Of("ten", s_all, Split(("S3", 100m))).WithDiscount(Percentage.FromPercent(10), Percentage.FromPercent(20)),
            CreditRule.Of("twenty", s_all, Split(("S3", 100m))).WithDiscount(Percentage.FromPercent(20), null));
        var sale = Sale(s_day, (decimal)net, change: line =>
        {
            line.ListAmount = new Money(100m, Currency.CNY);
            line.Quantity = Quantity.Pieces(1m);
            line.Cost = null;
        });
        var given = Assert.Single(rules.Credit([sale]).Credits).Credit.Rule;

        Assert.Equal(rule == "assigned" ? "assignment" : rule, given);
    }

    [Fact]
    public void Without_a_list_amount_the_discount_is_unknown_and_not_zero()
    {
        var rules = ByAccount.WithRules(
            Levels, CreditRule.Of("no discount", s_all, Split(("S3", 100m))).WithDiscount(null, Percentage.FromPercent(10)));
        var unknown = Sale(s_day, 100m);
        var gift = Sale(s_day, 0m, change: line =>
        {
            line.Quantity = Quantity.Pieces(1m);
            line.ListAmount = Money.Zero(Currency.CNY);
        });
        var credits = rules.Credit([unknown, gift]);

        Assert.Empty(credits.Of(Person("S3")));
        Assert.Equal("credit.discount-unknown (facts 2)", Assert.Single(credits.Reasons).ToString());
        Assert.Contains("limits not met: no discount", credits.Explain(Person("S2"), credits.Of(Person("S2"))[0]).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void More_limits_are_more_specific_and_what_stays_open_is_refused()
    {
        var plain = CreditRule.Of("plain", s_all, Split(("S1", 100m)));
        var hunters = CreditRule.Of("hunters", s_all, Split(("S3", 100m))).ForNewCustomers();
        var deep = CreditRule.Of("deep", s_all, Split(("S2", 100m))).WithDiscount(Percentage.FromPercent(10), null);

        Assert.Equal(["hunters", "plain"], ByAccount.WithRules(Levels, plain, hunters).Rules.Select(rule => rule.Name));
        Assert.Equal(["plain", "hunters"], ByAccount.WithRules(Levels, plain.WithPrecedence(1), hunters).Rules.Select(rule => rule.Name));
        Assert.Equal(
            ["special", "plain"],
            ByAccount.WithRules(Levels, plain.WithPrecedence(9), CreditRule.Of("special", s_all.Only(PriceKind.Special), SixtyForty))
                .Rules.Select(rule => rule.Name));
        foreach (var pair in new[]
        {
            new[] { hunters, deep }, [plain, CreditRule.Of("other", s_all, SixtyForty)],
            [deep, CreditRule.Of("deeper", s_all, SixtyForty).WithDiscount(Percentage.FromPercent(20), null)],
            [hunters.During(DateSpan.OfYear(2026)), deep.During(DateSpan.From(new LocalDate(2026, 12, 31)))],
        })
        {
            var refused = Assert.Throws<ArgumentException>("rules", () => ByAccount.WithRules(Levels, pair));
            Assert.Contains(pair[0].Name, refused.Message, StringComparison.Ordinal);
            Assert.Contains(pair[1].Name, refused.Message, StringComparison.Ordinal);
            ByAccount.WithRules(Levels, pair[0].WithPrecedence(1), pair[1]);
            ByAccount.WithOverlays(pair);
        }

        ByAccount.WithRules(
            Levels, hunters.During(DateSpan.OfYear(2025)), deep.During(DateSpan.From(new LocalDate(2026, 1, 1))),
            CreditRule.Of("farmers", s_all, SixtyForty).ForExistingCustomers().During(DateSpan.OfYear(2025)));
    }

    [Fact]
    public void What_a_rule_cannot_be_is_refused_by_name()
    {
        var rule = CreditRule.Of("x", s_all, SixtyForty);
        Assert.Throws<ArgumentException>("rules", () => ByAccount.WithRules(Levels, rule, rule));
        Assert.Throws<ArgumentException>("rules", () => ByAccount.WithRules(Levels, rule.WithShare(Percentage.FromPercent(99))));
        Assert.Throws<ArgumentException>(
            "rules", () => ByAccount.WithRules(Levels, CreditRule.Of("x", s_all.Only(new ProductId("P")), SixtyForty)));
        Assert.Throws<ArgumentException>("overlays", () => ByAccount.WithOverlays(rule, rule));
        Assert.Throws<ArgumentException>("overlays", () => ByAccount.WithOverlays(rule).WithOverlays(rule));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => rule.WithShare(Percentage.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("below", () => rule.WithDiscount(Percentage.Zero, Percentage.Zero));
        Assert.Throws<ArgumentException>(
            "crediting", () => CreditRules.Of(Crediting.BySalesperson.RolledUpThrough(Managers)));
        Assert.Throws<ArgumentException>(
            "crediting", () => CreditRule.Of("x", s_all, Crediting.BySalesperson.RolledUpThrough(Managers)));
        var deal = new DocumentId("SO-17");
        Assert.Throws<ArgumentException>("splits", () => ByAccount.WithSplits((deal, SixtyForty), (deal, SixtyForty)));
        Assert.Throws<ArgumentException>("splits", () => ByAccount.WithSplits((deal, SixtyForty)).WithSplits((deal, SixtyForty)));
        Assert.Equal(SixtyForty, ByAccount.WithSplits((deal, SixtyForty)).SplitOf(deal));
        Assert.Null(ByAccount.SplitOf(deal));
        Assert.Throws<InvalidOperationException>(
            () => ByAccount.WithOverlays(CreditRule.Of("x", s_all.Only(new ProductCategoryId("A")), SixtyForty)).Credit([]));
        Assert.Throws<ArgumentOutOfRangeException>("levels", () => CreditRollUp.Through(Managers).UpTo(0));
        Assert.Throws<ArgumentOutOfRangeException>(
            "shares", () => CreditRollUp.Through(Managers).WithShares(Percentage.FromPercent(100.01m)));
    }

    [Fact]
    public void Overlays_are_beside_the_sale_and_may_be_more_than_it()
    {
        var extra = CreditRule.Of("launch", s_all.Only(PriceKind.Special), SixtyForty).WithShare(Percentage.FromPercent(150))
            .During(DateSpan.OfMonth(2026, 5));
        var rules = ByAccount.WithOverlays(extra, CreditRule.Of(
            "partner desk", s_all, Crediting.ByProduct.Through(Assignments.Of(
                Assignment.Of(new ProductId("P"), Person("S3"), DateSpan.Always, Percentage.FromPercent(50))))));
        var sale = Sale(s_day, 100m, change: line => line.PriceKind = PriceKind.Special);
        var credits = rules.Credit([sale, Sale(s_day.PlusMonths(1), 100m, change: line => line.PriceKind = PriceKind.Special)]);
        var totals = credits.TotalsOf(Revenue, DateSpan.Always);

        Assert.Equal(["S2 100%", "S1 90%", "S2 60%", "S3 50%"], Of(credits, sale));
        Assert.Equal(
            (200m, 200m, 250m), (totals.All.Known.Money.Amount, totals.Direct.Known.Money.Amount, totals.Overlay.Known.Money.Amount));
    }

    [Fact]
    public void An_overlay_held_by_more_than_the_whole_is_nobodys_and_said()
    {
        var twice = Assignments.Of(
            Assignment.Of(new ProductId("P"), Person("S3"), DateSpan.Always),
            Assignment.Of(new ProductId("P"), Person("S1"), DateSpan.Always));
        var credits = ByAccount.WithOverlays(CreditRule.Of("desk", s_all, Crediting.ByProduct.Through(twice))).Credit([Sale(s_day, 1m)]);

        Assert.Equal(CreditKind.Direct, Assert.Single(credits.Credits).Credit.Kind);
        Assert.Equal("credit.overlay-over-assigned (facts 1)", Assert.Single(credits.Reasons).ToString());
        Assert.Empty(credits.OverAssigned);
    }

    // Overlapping assignments: the record is named, with those between whom it has to be decided.
    [Fact]
    public void A_sale_held_by_more_than_the_whole_is_nobodys_and_says_whose_it_might_be()
    {
        var twice = Assignments.Of(
            Assignment.Of(new ProductId("P"), Person("S3"), DateSpan.Always),
            Assignment.Of(new ProductId("P"), Person("S1"), DateSpan.Always, Percentage.FromPercent(50)));
        var sale = Sale(s_day, 100m);
        var credits = CreditRules.Of(Crediting.ByProduct.Through(twice)).Credit([sale]);

        Assert.Empty(credits.Credits);
        var uncredited = Assert.Single(credits.OverAssigned);
        Assert.Equal((sale.Id, Percentage.OneHundred), (uncredited.Line, uncredited.Share));
        Assert.Equal("credit.over-assigned (share 100%, holders S3 100%, S1 50%)", uncredited.Because.ToString());

        // Held to just the whole it is theirs.
        var shared = Assignments.Of(
            Assignment.Of(new ProductId("P"), Person("S3"), DateSpan.Always, Percentage.FromPercent(50)),
            Assignment.Of(new ProductId("P"), Person("S1"), DateSpan.Always, Percentage.FromPercent(50)));
        Assert.Empty(CreditRules.Of(Crediting.ByProduct.Through(shared)).Credit([sale]).OverAssigned);
    }

    [Fact]
    public void A_roll_up_has_levels_and_shares_and_takes_overlays_along_only_if_it_is_said()
    {
        var sale = Sale(s_day, 100m, customer: 2);
        var up = CreditRollUp.Through(Managers);

        // In May S1 is under M2 and S2 under M1, and both under VP.
        Assert.Equal(["M2 40%", "VP 100%", "M1 60%"], RolledUp(ByAccount.WithRollUp(up)));
        Assert.Equal(["M2 40%", "M1 60%"], RolledUp(ByAccount.WithRollUp(up.UpTo(1))));
        Assert.Equal(
            ["M2 40%", "VP 50%", "M1 60%"],
            RolledUp(ByAccount.WithRollUp(up.WithShares(Percentage.OneHundred, Percentage.FromPercent(50)))));
        Assert.Equal(["VP 100%"], RolledUp(ByAccount.WithRollUp(up.WithShares(Percentage.Zero, Percentage.OneHundred))));

        var withDesk = ByAccount.WithOverlays(CreditRule.Of("desk", s_all, Split(("S2", 100m))));
        Assert.Equal(["M2 40%", "VP 100%", "M1 60%"], RolledUp(withDesk.WithRollUp(up)));
        Assert.Equal(["M2 40%", "VP 100%", "M1 100%"], RolledUp(withDesk.WithRollUp(up.IncludingOverlays())));

        string[] RolledUp(CreditRules<SalespersonId> rules) =>
            [.. rules.Credit([sale]).Credits.Where(each => each.Credit.Kind == CreditKind.RollUp)
                .Select(each => each.Payee + " " + each.Credit.Share)];
    }

    [Fact]
    public void What_a_manager_sells_is_their_own_and_rolls_up_to_those_above()
    {
        var sale = Sale(new LocalDate(2026, 7, 1), 100m, customer: 4);
        var credits = ByAccount.WithRollUp(CreditRollUp.Through(Managers)).Credit([sale]);

        Assert.Equal(["M1 70%", "VP 70%"], Of(credits, sale));
        Assert.Equal(CreditKind.Direct, credits.Of(Person("M1"))[0].Kind);
        Assert.Equal("credit.unassigned (share 30%)", credits.Unassigned[0].Because.ToString());
    }

#if NET
    [Fact]
    public void A_stream_allocates_nothing_for_a_line_that_is_credited_as_others_before()
    {
        var rules = Everything.WithSplits((new DocumentId("D"), SixtyForty));
        var known = CreditKnowledge.OfLines.WithNewCustomers((_, day) => day < Start.PlusDays(60));
        SalesLine[] lines =
        [
            .. Enumerable.Range(0, 600).Select(i => Sale(Start.PlusDays(i % 120), 10m, customer: 1 + (i % 5), change: line =>
                line.PriceKind = i % 3 == 0 ? PriceKind.Special : i % 3 == 1 ? PriceKind.Consignment : PriceKind.Standard)),
        ];

        // The least of many runs: code that the runtime has not compiled in full yet may box for itself.
        var (once, thrice) = (long.MaxValue, long.MaxValue);
        for (var i = 0; i < 40; i++)
        {
            (once, thrice) = (Math.Min(once, Allocated(1)), Math.Min(thrice, Allocated(3)));
            System.Threading.Thread.Sleep(10);
        }

        Assert.True(thrice - once < 1_200, "1,200 lines more took " + (thrice - once) + " bytes.");

        long Allocated(int times)
        {
            var all = Enumerable.Repeat(lines, times).SelectMany(each => each).ToArray();
            var count = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            rules.ForEach(all, _ => null, (_, _, _) => count++, (_, _) => { }, known);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
#endif

    [Fact]
    public void Rules_are_equal_by_value_and_say_what_they_are()
    {
        TestHelper.TestEqualsClass(
            ByAccount.WithRules(Levels, ByScope).WithOverlays(Extra),
            ByAccount.WithRules(Levels, [.. ByScope.Reverse()]).WithOverlays(Extra),
            ByAccount, ByAccount.WithRules(Levels, ByScope), ByAccount.WithReceipts(ReceiptCrediting.OfSale),
            ByAccount.WithRollUp(CreditRollUp.Through(Managers)), ByAccount.WithSplits((new DocumentId("D"), SixtyForty)),
            CreditRules.Empty<SalespersonId>());
        Assert.Equal(
            "deal SO-17: S1 60%, S2 40%\nhunters: S1 60%, S2 40%; everything, 2026-01-01/.., new customers, discount from 10% below 20%\n"
            + "otherwise by customer, through assignments, as sold\noverlay desk: 30% to S1 60%, S2 40%; everything\n"
            + "roll-up of direct credits, up to level 2\nreceipts as the invoice they pay\n",
            ByAccount.WithSplits((new DocumentId("SO-17"), SixtyForty))
                .WithRules(
                    Levels, CreditRule.Of("hunters", s_all, SixtyForty).ForNewCustomers().During(DateSpan.From(new LocalDate(2026, 1, 1)))
                        .WithDiscount(Percentage.FromPercent(10), Percentage.FromPercent(20)))
                .WithOverlays(CreditRule.Of("desk", s_all, SixtyForty).WithShare(Percentage.FromPercent(30)))
                .WithRollUp(CreditRollUp.Through(Managers).UpTo(2)).WithReceipts(ReceiptCrediting.OfSale).ToString());
    }

    private static string[] Of(SalesCredits<SalespersonId> credits, SalesLine line) =>
        [.. credits.Credits.Where(each => each.Credit.Line == line.Id).Select(each => each.Payee + " " + each.Credit.Share)];
}
