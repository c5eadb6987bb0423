using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Credits.World;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Commissions.Credits;

/// <summary>What went wrong in published systems, by the numbers of the list of pitfalls.</summary>
public sealed class PitfallsOfCrediting
{
    private static readonly LocalDate s_march = new(2026, 3, 20);

    // OCA/commission #55, #56, #652; ADempiere #1628 (48 for 32)
    [Fact]
    public void Pitfall_1_A_refund_is_no_gain_the_sign_belongs_to_the_fact_and_the_share_is_that_of_the_sale()
    {
        var sale = Sale(s_march, 48m, customer: 2);
        var refund = ReturnOf(sale, s_march.PlusDays(9), 0.25m);
        var credits = ByAccount.Credit([sale, refund]);

        Assert.Equal(["40%", "40%"], credits.Of(Person("S1")).Select(credit => credit.Share.ToString()));
        Assert.Equal(0.4m * 36m, credits.Of(Person("S1")).Sum(credit => credit.Share.Fraction * credit.Sale!.NetAmount.Amount));
        Assert.Equal(sale.Id.Document, credits.Of(Person("S1"))[1].Deal);
    }

    // OCA/commission #463, #503, #607
    [Fact]
    public void Pitfall_2_Original_and_credit_note_are_credited_alike_whatever_has_changed_between()
    {
        // By the day of the return customer 1 has moved to S2, S1 is under another manager, and the team's split has ended.
        var sale = Sale(new LocalDate(2026, 2, 20), 100m);
        var back = ReturnOf(sale, new LocalDate(2026, 5, 20));
        var rules = ByAccount.WithRollUp(CreditRollUp.Through(Managers)).WithOverlays(
            CreditRule.Of("launch", Scope.Everything, SixtyForty).During(DateSpan.OfQuarter(2026, 1)));
        var credits = rules.Credit([back, sale]);

        Assert.Equal(
            credits.Credits.Where(each => each.Credit.Line == sale.Id).Select(each => (each.Payee, each.Credit.Share, each.Credit.Kind)),
            credits.Credits.Where(each => each.Credit.Line == back.Id).Select(each => (each.Payee, each.Credit.Share, each.Credit.Kind)));
        Assert.Equal(sale, credits.Of(Person("S1"))[1].Original ?? credits.Of(Person("S1"))[2].Original);
        Assert.Empty(credits.Of(Person("S3")));

        // Given alone it goes by its own day, and that is said.
        var alone = rules.Credit([back]);
        Assert.Equal(back.Id, Assert.Single(alone.ReturnsWithoutOriginal));
        Assert.Equal(CreditKind.Direct, alone.Of(Person("S2"))[0].Kind);
    }

    // frappe/erpnext #57802
    [Fact]
    public void Pitfall_7_A_hundred_per_cent_is_a_hundred_per_cent()
    {
        var split = CreditSplit.Of([.. new[] { 72.68m, 10.93m, 2.73m, 13.66m }
            .Select((percent, i) => (i, Percentage.FromPercent(percent)))]);
        Assert.Equal(4, split.Parts.Count);
    }

    // frappe/erpnext #4046, #40062, #40429
    [Fact]
    public void Pitfall_8_Each_of_the_team_has_their_share_and_no_view_scales_another()
    {
        var north = new TerritoryId("north");
        var partner = new ChannelId("partner");
        var order = Sale(s_march, 1_000m, change: line => (line.Territory, line.Channel) = (north, partner));
        var people = ByAccount.WithSplits((order.Id.Document, SixtyForty)).Credit([order]);
        var territories = CreditRules.Of(Crediting.ByTerritory).Credit([order]);
        var partners = CreditRules.Of(Crediting.ByChannel).Credit([order]);

        Assert.Equal([600m, 400m], people.Credits.Select(each => each.Credit.Share.Of(order.NetAmount).Amount));
        Assert.Equal(Percentage.OneHundred, Assert.Single(territories.Of(north)).Share);
        Assert.Equal(Percentage.OneHundred, Assert.Single(partners.Of(partner)).Share);
    }

    // frappe/erpnext #38868
    [Fact]
    public void Pitfall_9_A_copied_document_brings_no_team_of_its_own_and_no_row_comes_twice()
    {
        var order = Sale(s_march, 100m);
        var copy = Sale(s_march, 100m);
        var rules = ByAccount.WithSplits((order.Id.Document, SixtyForty));

        // The split is of one document: a copy is credited by assignments until it is given one.
        Assert.Equal([1m], rules.Credit([copy]).Credits.Select(each => each.Credit.Share.Fraction));
        Assert.Throws<ArgumentException>("parts", () => Split(("S1", 60m), ("S2", 40m), ("S1", 60m), ("S2", 40m)));
        Assert.Throws<ArgumentException>("splits", () => rules.WithSplits((order.Id.Document, SixtyForty)));
    }

    // Sales Cookie, "prevent double payment"
    [Fact]
    public void Pitfall_11_An_order_whose_date_moves_to_the_next_month_is_one_line_and_comes_once()
    {
        var order = Sale(new LocalDate(2026, 3, 31), 100m);
        var builder = order.ToBuilder();
        builder.Date = new LocalDate(2026, 4, 1);
        var moved = builder.Build();

        var twice = Assert.Throws<ArgumentException>("lines", () => ByAccount.Credit([order, moved]));
        Assert.Contains(order.Id.ToString(), twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("other", () => ByAccount.Credit([order]).Merge(ByAccount.Credit([moved])));
        Assert.Single(ByAccount.Credit([moved]).Credits);
    }

    [Fact]
    public void A_reinstated_sale_is_credited_as_the_sale_through_the_return_of_its_return()
    {
        var sale = Sale(new LocalDate(2026, 2, 20), 100m);
        var back = ReturnOf(sale, new LocalDate(2026, 4, 20));
        var again = ReturnOf(back, new LocalDate(2026, 5, 20));
        var credits = ByAccount.Credit([again, back, sale]);

        Assert.Equal([sale.Id, back.Id, again.Id], credits.Of(Person("S1")).Select(credit => credit.Line));
        Assert.Equal([null, sale, sale], credits.Of(Person("S1")).Select(credit => credit.Original));
        Assert.Empty(credits.Of(Person("S2")));
    }

    [Fact]
    public void Lines_that_take_each_other_back_in_a_circle_go_by_themselves()
    {
        var one = Sale(s_march, 100m);
        var two = ReturnOf(one, s_march);
        var builder = one.ToBuilder();
        builder.Original = two.Id;
        SalesLine[] circle = [builder.Build(), two];
        var kept = ByAccount.Credit(circle);
        var reasons = ByAccount.ForEach(
            circle, id => Array.Find(circle, line => line.Id == id), (_, line, sale) => Assert.Same(line, sale), (_, _) => { },
            CreditKnowledge.OfLines);

        Assert.Equal(2, kept.ReturnsWithoutOriginal.Count);
        Assert.Equal(kept.Reasons, reasons);
        Assert.All(kept.Credits, each => Assert.Null(each.Credit.Original));
    }

    [Fact]
    public void A_customer_who_moves_takes_no_credit_along()
    {
        SalesLine[] lines = [Sale(new LocalDate(2026, 2, 28), 10m), Sale(new LocalDate(2026, 3, 1), 10m)];
        var credits = ByAccount.Credit(lines);

        Assert.Equal(lines[0].Id, Assert.Single(credits.Of(Person("S1"))).Line);
        Assert.Equal(lines[1].Id, Assert.Single(credits.Of(Person("S2"))).Line);
    }
}
