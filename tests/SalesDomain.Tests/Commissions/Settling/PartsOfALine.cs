using System;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>A part of a line came back: the same part for every component, kind of credit and payee.</summary>
public sealed class PartsOfALine
{
    private static readonly LocalDate s_sold = new(2026, 2, 3);
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);

    private static CommissionEarning Of(string component, decimal amount, Measured @base, string line = "SO-17") =>
        CommissionEarning.Of("Reps 2026", component, Quarter(1), Cny(amount)).With(Line(line), s_sold).WithBase(@base);

    private static CommissionAccount Closed(params CommissionEarning[] earned) =>
        Nothing.SettleTwice(earned, Run(3), s_full).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));

    private static CommissionEvent Back(string id = "CN-1", params Measured[] returned) =>
        CommissionEvent.Return(Line(id), Line("SO-17"), s_sold, new LocalDate(2026, 5, 4), returned);

    private static Measured Units(decimal units) => Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(units));

    // 40 % of the sale as a direct credit, all of it as the override of the manager: no one amount is half of both.
    [Fact]
    public void Half_of_a_line_is_half_of_every_base_it_is_in()
    {
        var account = Closed(Of("direct", 12m, Revenue(400m)), Of("override", 10m, Revenue(1_000m)));
        Assert.Equal(Cny(-8m), account.SettleTwice([], Run(5).With(Back("CN-1", Revenue(200m))), s_full).ClawedBack);
        Assert.Equal(Cny(-17m), account.SettleTwice([], Run(5).With(Back("CN-1", Revenue(500m))), s_full).ClawedBack);

        var half = account.SettleTwice([], Run(5).With(Back().WithPart(Percent(50))), s_full);
        Assert.Equal([Cny(-6m), Cny(-5m)], half.Entries.Where(each => each.Event is not null).Select(each => each.Amount));
        Assert.Equal(Cny(-11m), half.ClawedBack);
        var all = half.Account.SettleTwice([], Run(6).With(Back("CN-2").WithPart(Percent(60))), s_full);
        Assert.Equal(Cny(0m), all.Account.Balances.Earned);
    }

    [Fact]
    public void Every_credit_of_a_return_has_the_same_event()
    {
        var sale = AnyCreditedSales.Sale(17, s_sold, 1_000m);
        var back = AnyCreditedSales.Sale(3, new LocalDate(2026, 5, 4), -500m, sale);
        CommissionEvent Event(decimal percent, CreditKind kind) =>
            CommissionEvent.Return(SalesCredit.Of(back, Percent(percent), kind, "rule").Following(sale));
        Assert.Equal(Event(40m, CreditKind.Direct), Event(100m, CreditKind.RollUp));
        Assert.Equal((Percent(50), 0), (Event(40m, CreditKind.Direct).Part!.Value, Event(40m, CreditKind.Direct).Returned.Count));
    }

    // The contest by units was told, the event recorded, and its hundred lost.
    [Fact]
    public void Nothing_is_recorded_while_it_is_not_said_how_much_came_back_of_one_component()
    {
        var account = Closed(Of("revenue", 300m, Revenue(3_000m)), Of("contest", 100m, Units(20m)));
        var unsaid = account.SettleTwice([], Run(5).With(Back("CN-1", Revenue(3_000m))), s_full);
        Assert.Empty(unsaid.Entries);
        Assert.Equal("commission.base-missing", Assert.Single(unsaid.Reasons).Code);

        var said = unsaid.Account.SettleTwice([], Run(5).With(Back("CN-1", Revenue(3_000m), Units(20m))), s_full);
        Assert.Equal((Cny(-400m), Cny(0m)), (said.ClawedBack, said.Account.Balances.Earned));

        // What is said by measure counts before the part of the line.
        var part = Back("CN-1", Revenue(900m)).WithPart(Quantity.Pieces(5m), Quantity.Pieces(20m));
        Assert.Equal(Cny(-90m - 25m), account.SettleTwice([], Run(5).With(part), s_full).ClawedBack);
    }

    [Fact]
    public void A_part_is_one_of_the_line_itself_and_three_thirds_are_all_of_it()
    {
        // A hundred of the three hundred came back among the facts: the second and the third hundred are what is left.
        var account = Closed(
            Of("revenue", 10m, Revenue(300m)), Of("revenue", -3.33m, Revenue(-100m), "CN-1").Following(Line("SO-17")));
        CommissionEvent Third(string id) => Back(id).WithPart(Quantity.Pieces(1m), Quantity.Pieces(3m));
        var second = account.SettleTwice([], Run(5).With(Third("CN-2")), s_full);
        Assert.Equal((Cny(-3.34m), Revenue(-100m)), (second.ClawedBack, second.Entries[0].Base!.Value));
        Assert.Equal(Cny(0m), second.Account.SettleTwice([], Run(6).With(Third("CN-3")), s_full).Account.Balances.Earned);

        var whole = Closed(Of("revenue", 1_000_000m, Revenue(1m)));
        var all = whole.SettleTwice([], Run(5).With(Third("CN-1"), Third("CN-2"), Third("CN-3")), s_full);
        Assert.Equal(Cny(0m), all.Account.Balances.Earned);
    }

    // An amount is that of one person; a part is that of everybody who shares the sale.
    [Fact]
    public void A_part_stands_in_the_run_of_everybody()
    {
        var march = PayoutBatch.Of(
            Run(3), s_full, [("Lin", Of("direct", 12m, Revenue(400m))), ("Wu", Of("direct", 18m, Revenue(600m)))]);
        var ledger = CommissionLedger.In<string>(Currency.CNY).Settle(march).Ledger.Close(Quarter(1), new LocalDate(2026, 4, 15));
        Assert.Throws<ArgumentException>("run", () => PayoutBatch.Of<string>(Run(5).With(Back("CN-1", Revenue(500m))), s_full, []));

        var settled = ledger.Settle(PayoutBatch.Of<string>(Run(5).With(Back().WithPart(Percent(50))), s_full, []));
        Assert.Equal((Cny(-6m), Cny(-9m)), (settled.Of("Lin").ClawedBack, settled.Of("Wu").ClawedBack));
    }

    [Fact]
    public void A_component_without_lines_is_asked_for_its_base()
    {
        var account = Closed(Earned(Quarter(1), 333.33m).WithBase(Revenue(10_000m)));
        var told = account.SettleTwice([], Run(5).With(Back().WithPart(Percent(10))), s_full);
        Assert.Equal((0, "commission.base-missing"), (told.Entries.Count, Assert.Single(told.Reasons).Code));
    }

    [Fact]
    public void What_is_no_part_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("part", () => Back().WithPart(Percent(0)));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => Back().WithPart(Percent(100.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("back", () => Back().WithPart(Quantity.Pieces(0m), Quantity.Pieces(3m)));
        Assert.Throws<ArgumentOutOfRangeException>("sold", () => Back().WithPart(Quantity.Pieces(4m), Quantity.Pieces(3m)));
        Assert.Throws<InvalidOperationException>(
            () => CommissionEvent.Uncollectible(Line("L-1"), s_sold, Cny(1m)).WithPart(Percent(50)));
        Assert.Equal(Percent(50), Back().WithPart(Percent(50)).WithDueDate(s_sold).WithInvoiceDate(s_sold).Part);
        Assert.NotEqual(Back(), Back().WithPart(Percent(50)));
    }
}
