using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
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

    // Every earning of a schedule is so.
    private static CommissionAccount Unmeasured() => Closed(Earned(Quarter(1), 90m).With(Line("SO-17"), s_sold));

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

    // SO-17: 5 pieces at 200.00. An allowance of a hundred took half a piece's contest back, and nothing could say otherwise.
    [Theory]
    [InlineData(-100, 0, 10, 0, -3, 0, -4)]
    [InlineData(-400, -2.5, 40, 50, -12, -50, -16)]
    [InlineData(-500, -2.5, 50, 50, -15, -50, -20)]
    [InlineData(0, -5, 0, 100, 0, -100, 0)]
    public void A_credit_takes_its_part_of_the_money_and_its_part_of_the_pieces(
        decimal net, decimal pieces, int ofMoney, int ofPieces, int revenue, int contest, int margin)
    {
        var sale = Builder(17, 1_000m, 5m, null).Build();
        var back = CommissionEvent.Return(
            SalesCredit.Of(Builder(3, net, pieces, sale).Build(), Percent(100), CreditKind.Direct, "rule").Following(sale));
        Assert.Equal((Percent(ofMoney), Percent(ofPieces)), (back.Part!.Value, back.PartOfQuantity ?? back.Part.Value));
        Assert.Equal(ofMoney == ofPieces, back.PartOfQuantity is null);
        Assert.Equal(back, back.WithPart(Percent(ofMoney), Percent(ofPieces)).WithInvoiceDate(s_sold));

        var account = Closed(
            Of("revenue", 30m, Revenue(1_000m)), Of("contest", 100m, Units(5m)), Of("margin", 40m, Measure.Margin.Of(Cny(400m))));
        var settled = account.SettleTwice([], Run(5).With(back), s_full);
        Assert.Equal(
            [Cny(revenue), Cny(contest), Cny(margin)],
            settled.Entries.Where(each => each.Event is not null).Select(each => each.Amount));

        // The rest comes back by a second credit: all of each, and no more.
        var rest = back.WithPart(Percent(100), Percent(100));
        var other = CommissionEvent.Return(Line("CN-4"), rest.Line!.Value, s_sold, rest.On).WithPart(Percent(100), Percent(100));
        Assert.Equal(Cny(0m), settled.Account.SettleTwice([], Run(6).With(other), s_full).Account.Balances.Earned);
    }

    private static SalesLineBuilder Builder(int number, decimal net, decimal pieces, SalesLine? original)
    {
        var builder = AnyCreditedSales.Builder(number, original is null ? s_sold : new LocalDate(2026, 5, 4), net, original);
        builder.Quantity = Quantity.Pieces(pieces);
        return builder;
    }

    // The margin of an allowance is all of it: that is said of one person, in place of the event of everybody.
    [Fact]
    public void An_event_of_one_person_takes_the_place_of_that_of_everybody()
    {
        var march = PayoutBatch.Of(
            Run(3), s_full,
            [("Lin", Of("margin", 40m, Measure.Margin.Of(Cny(400m)))), ("Wu", Of("revenue", 30m, Revenue(1_000m)))]);
        var ledger = CommissionLedger.In<string>(Currency.CNY).Settle(march).Ledger.Close(Quarter(1), new LocalDate(2026, 4, 15));
        var batch = PayoutBatch.Of<string>(Run(5).With(Back().WithPart(Percent(10), Percent(0))), s_full, []);
        Assert.Equal(Cny(-4m), ledger.Settle(batch).Of("Lin").ClawedBack);

        var own = Back("CN-1", Measure.Margin.Of(Cny(100m))).WithPart(Percent(10), Percent(0));
        foreach (var each in new[] { batch.WithEvents(("Lin", own)), batch.WithRuns(("Lin", Run(5).With(own))) })
        {
            var settled = ledger.Settle(each);
            Assert.Equal((Cny(-10m), Cny(-3m)), (settled.Of("Lin").ClawedBack, settled.Of("Wu").ClawedBack));
        }

        // Two of one person that differ are refused.
        Assert.False(ledger.TrySettle(batch.WithEvents(("Lin", own), ("Lin", Back())), out _, out var refused));
        Assert.Equal("Lin", Assert.Single(refused).Payee);
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

    // The first half took 45.00, and the second nothing: without a base nobody knew what had come back.
    [Theory]
    [InlineData(50, 50, -45, -45)]
    [InlineData(30, 50, -27, -45)]
    [InlineData(50, 60, -45, -45)]
    public void Parts_of_a_line_without_a_base_add_up(int first, int second, int ofFirst, int ofSecond)
    {
        var one = Unmeasured().SettleTwice([], Run(5).With(Back("CN-1").WithPart(Percent(first))), s_full);
        var two = one.Account.SettleTwice([], Run(6).With(Back("CN-2").WithPart(Percent(second))), s_full);
        Assert.Equal((Cny(ofFirst), Cny(ofSecond)), (one.ClawedBack, two.ClawedBack));
        Assert.Equal((Percent(first), null), (one.Entries[0].Part!.Value, one.Entries[0].Base));

        // The first was a mistake: the second took all that was left, and takes now what it asked for.
        var won = two.Account.SettleTwice(
            [], Run(7).With(CommissionEvent.Reinstatement(Line("W-1"), Line("CN-1"), new LocalDate(2026, 7, 1))), s_full);
        Assert.Equal(Cny(90m - (0.9m * second)), won.Account.Balances.Earned);
    }

    // Three halves at half the window took 67.50, where all of the line at half the window is 45.00.
    [Fact]
    public void Pro_rata_no_more_than_all_of_a_line_without_a_base_comes_back()
    {
        var rules = Plain.WithClawBack(ClawBackRule.Full.WithinDays(180).ProRata());
        CommissionEvent Half(string id) =>
            CommissionEvent.Return(Line(id), Line("SO-17"), s_sold, s_sold.PlusDays(90)).WithPart(Percent(50));
        var account = Unmeasured();
        var all = account.SettleTwice([], Run(5).With(Half("CN-1"), Half("CN-2"), Half("CN-3")), rules);
        Assert.Equal([Cny(-22.50m), Cny(-22.50m), Cny(0m)], all.Entries.Where(each => each.Event is not null).Select(each => each.Amount));

        // The third half takes what one of the others gives back, once.
        var june = new LocalDate(2026, 6, 2);
        var won = all.Account.SettleTwice([], Run(6).With(CommissionEvent.Reinstatement(Line("W-1"), Line("CN-1"), june)), rules);
        Assert.Equal(Cny(45m), won.Account.Balances.Earned);
        var another = won.Account.SettleTwice([], Run(7).With(CommissionEvent.Reinstatement(Line("W-2"), Line("CN-2"), june)), rules);
        Assert.Equal(Cny(67.50m), another.Account.Balances.Earned);
        Assert.Single(another.Entries, each => each.Event is not null);
    }

    // A third of the line came back among the facts: another third of it is no third of what is left.
    [Fact]
    public void A_part_is_one_of_the_line_itself_without_a_base_too()
    {
        var account = Nothing.SettleTwice(
                [
                    Earned(Quarter(1), 10m).With(Line("SO-17"), s_sold),
                    Earned(Quarter(1), -3.33m).With(Line("CN-1"), s_sold).Following(Line("SO-17")),
                ],
                Run(3), s_full).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));
        CommissionEvent Third(string id) => Back(id).WithPart(Quantity.Pieces(1m), Quantity.Pieces(3m));
        var second = account.SettleTwice([], Run(5).With(Third("CN-2")), s_full);
        Assert.Equal(Cny(-3.33m), second.ClawedBack);
        var third = second.Account.SettleTwice([], Run(6).With(Third("CN-3")), s_full);
        Assert.Equal((Cny(-3.34m), Cny(0m)), (third.ClawedBack, third.Account.Balances.Earned));

        // Both at once, one of them of more than is left, and the other reinstated.
        var most = account.SettleTwice([], Run(5).With(Third("CN-2"), Back("CN-3").WithPart(Percent(60))), s_full);
        Assert.Equal(Cny(0m), most.Account.Balances.Earned);
        var won = most.Account.SettleTwice(
            [], Run(6).With(CommissionEvent.Reinstatement(Line("W-1"), Line("CN-2"), new LocalDate(2026, 6, 2))), s_full);
        Assert.Equal(Cny(6.67m - 6m), won.Account.Balances.Earned);
        Assert.Equal(Cny(0m), account.SettleTwice([], Run(5).With(Back("CN-2")), s_full).Account.Balances.Earned);
    }

    // A property that would have found it: what came back is said in parts, and the base says nothing else.
    [Property(MaxTest = 60)]
    public void Without_a_base_as_much_is_taken_back_as_with_one(NonEmptyArray<byte> parts, ushort cents, byte undone, bool isProRata)
    {
        var amount = (cents + 1) / 100m;
        var rule = ClawBackRule.Full.WithinDays(180);
        var rules = Plain.WithClawBack(isProRata ? rule.ProRata() : rule);
        CommissionEvent[] events =
        [
            .. parts.Get.Take(6).Select(
                (part, i) => CommissionEvent.Return(Line("CN-" + i), Line("SO-17"), s_sold, s_sold.PlusDays(10 + (20 * i)))
                    .WithPart(Percentage.FromFraction((part + 1) / 256m))),
        ];
        var won = CommissionEvent.Reinstatement(Line("W-1"), Line("CN-" + (undone % events.Length)), new LocalDate(2026, 8, 1));
        var earning = Earned(Quarter(1), amount).With(Line("SO-17"), s_sold);
        CommissionAccount After(CommissionEarning earned) =>
            Nothing.SettleTwice([earned], Run(3), rules).Account.Close(Quarter(1), new LocalDate(2026, 4, 15))
                .SettleTwice([], Run(7).With(events), rules).Account.SettleTwice([], Run(8).With(won), rules).Account;

        Assert.Equal(
            After(earning.WithBase(Revenue(256m))).Entries.Select(each => each.Amount), After(earning).Entries.Select(each => each.Amount));
    }

    // An entry that was made by hand says no part: it took what its event says, as far as it was left.
    [Fact]
    public void A_part_that_is_stored_is_read_again()
    {
        var account = Unmeasured().SettleTwice([], Run(5).With(Back("CN-1").WithPart(Percent(50))), s_full).Account;
        var entry = account.Entries.Single(each => each.Event is not null);
        var plain = CommissionEntry.Of(entry.Number, entry.Kind, entry.PayoutPeriod, entry.Recorded, entry.Amount)
            .For(Earned(Quarter(1), 90m).With(Line("SO-17"), s_sold)).Because();
        Assert.Equal(entry.Part, plain.With(entry.Event!, entry.TimeLeft, entry.Part).Part);
        foreach (var stored in new[] { plain.With(entry.Event!, entry.TimeLeft, entry.Part), plain.With(entry.Event!) })
        {
            var again = Unmeasured().Apply([stored]);
            Assert.Equal(Cny(-45m), again.SettleTwice([], Run(6).With(Back("CN-2").WithPart(Percent(50))), s_full).ClawedBack);
        }

        Assert.Throws<ArgumentOutOfRangeException>("part", () => plain.With(entry.Event!, part: Percent(-1)));
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
        Assert.Throws<ArgumentOutOfRangeException>("ofMoney", () => Back().WithPart(Percent(101), Percent(0)));
        Assert.Throws<ArgumentOutOfRangeException>("ofQuantity", () => Back().WithPart(Percent(0), Percent(0)));
        Assert.Equal(Back().WithPart(Percent(50)), Back().WithPart(Percent(50), Percent(50)));
        var money = Back().WithPart(Percent(10), Percent(0)).ToString();
        Assert.EndsWith("10% of the line, 0% of its quantity", money, StringComparison.Ordinal);
    }
}
