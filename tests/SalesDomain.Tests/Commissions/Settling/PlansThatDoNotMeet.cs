using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>A line under two plans: what one of them holds, or has lost, says nothing about the other.</summary>
public sealed class PlansThatDoNotMeet
{
    private static readonly LocalDate s_sold = new(2026, 2, 3);
    private static readonly LocalDate s_closed = new(2026, 4, 15);
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);

    private static readonly CommissionEvent s_back = CommissionEvent.Return(Line("CN-1"), Line("SO-17"), s_sold, new LocalDate(2026, 5, 4));

    private static CommissionEarning Of(string plan, DateSpan period, string line, decimal amount, string component = "revenue") =>
        CommissionEarning.Of(plan, component, period, Cny(amount)).With(Line(line), s_sold).WithBase(Revenue(amount * 10m));

    private static CommissionEarning Reps(decimal amount, string line = "SO-17") => Of("Reps 2026", s_year, line, amount);

    private static readonly CommissionAccount s_account = Nothing
        .SettleTwice([Reps(300m), Of("Spring contest", Quarter(1), "SO-17", 100m)], Run(3), s_full).Account.Close(Quarter(1), s_closed);

    private static readonly CommissionEarning[] s_facts = [Reps(300m), Reps(-300m, "CN-1").Following(Line("SO-17"))];

    // The contest's hundred was never taken back: the facts of the year held the return.
    [Fact]
    public void A_return_among_the_facts_of_one_plan_is_taken_back_of_another_that_is_closed()
    {
        var settlement = s_account.SettleTwice(s_facts, Run(5).With(s_back), s_full);
        Assert.Equal((Cny(-300m), Cny(-100m)), (settlement.Earned, settlement.ClawedBack));
        Assert.Equal(Cny(0m), settlement.Account.Balances.Earned);
        Assert.Empty(settlement.Account.Close(s_year, new(2027, 1, 15)).SettleTwice([], Run(6).With(s_back), s_full).Entries);
    }

    // The other order: the year's return was refused, since the contest had been clawed back, and the payee kept three hundred.
    [Fact]
    public void A_return_that_was_taken_back_of_one_plan_is_entered_in_another()
    {
        var taken = s_account.SettleTwice([], Run(5).With(s_back), s_full);
        Assert.Equal(Cny(-100m), taken.ClawedBack);
        var settlement = taken.Account.SettleTwice(s_facts, Run(6).With(s_back), s_full);
        Assert.Equal((Cny(-300m), Cny(0m)), (settlement.Earned, settlement.Account.Balances.Earned));
    }

    [Fact]
    public void A_plan_whose_facts_never_held_the_return_is_taken_back_when_it_is_closed()
    {
        var taken = s_account.SettleTwice([], Run(5).With(s_back), s_full).Account.Close(s_year, new LocalDate(2026, 7, 1));
        var year = taken.SettleTwice([], Run(6).With(s_back), s_full);
        Assert.Equal((Cny(-300m), Cny(0m)), (year.ClawedBack, year.Account.Balances.Earned));

        var won = CommissionEvent.Reinstatement(Line("W-1"), Line("CN-1"), new LocalDate(2026, 8, 1));
        Assert.Equal(Cny(400m), year.Account.SettleTwice([], Run(7).With(won, s_back), s_full).Account.Balances.Earned);
    }

    [Fact]
    public void What_an_earning_includes_is_asked_by_plan_too()
    {
        var included = s_account.SettleTwice([Reps(0m).Including(Line("CN-1"))], Run(5).With(s_back), s_full);
        Assert.Equal((Cny(-300m), Cny(-100m)), (included.Earned, included.ClawedBack));
        var after = s_account.SettleTwice([], Run(5).With(s_back), s_full).Account
            .SettleTwice([Reps(0m).Including(Line("CN-1"))], Run(6), s_full);
        Assert.Equal(Cny(0m), after.Account.Balances.Earned);
    }

    [Fact]
    public void What_an_event_does_not_say_is_told_of_each_plan_by_its_name()
    {
        var inDollars = CommissionEvent.Return(
            Line("CN-1"), Line("SO-17"), s_sold, new LocalDate(2026, 5, 4), Measure.Revenue.Of(new Money(5m, Currency.USD)));
        var settled = s_account.Close(s_year, s_closed).SettleTwice([], Run(5).With(inDollars), s_full);
        Assert.Equal(
            [(Figure)"Reps 2026", "Spring contest"],
            settled.Reasons.Where(reason => reason.Code == "commission.base-missing").Select(reason => reason.Find("plan")!.Value)
                .OrderBy(plan => plan.ToString()));
        Assert.Empty(settled.Entries);
    }

    // The contest has the return of a sale that only the own plan pays: the two are not one.
    [Fact]
    public void A_return_follows_the_sale_of_its_own_plan_only()
    {
        var account = Nothing.SettleTwice(
            [
                Of("Reps 2026", Quarter(1), "SO-17", 300m),
                Of("Spring contest", Quarter(1), "CN-9", -100m).Following(Line("SO-17")), Of("Spring contest", Quarter(1), "SO-18", 150m),
            ],
            Run(3), s_full).Account.Close(Quarter(1), s_closed);
        Assert.Equal(Cny(-300m), account.SettleTwice([], Run(5).With(s_back), s_full).ClawedBack);

        // In a later period the sale of the own plan comes before that of another plan in the period.
        var next = Nothing.SettleTwice(
                [Of("Reps 2026", Quarter(1), "SO-17", 300m), Of("Spring contest", Quarter(2), "SO-17", 100m)], Run(3), s_full).Account
            .SettleTwice([Of("Reps 2026", Quarter(2), "CN-2", -90m).Following(Line("SO-17"))], Run(4), s_full).Account
            .Close(Quarter(1), s_closed);
        Assert.Equal(Cny(-210m), next.SettleTwice([], Run(5).With(s_back), s_full).ClawedBack);
    }

    // The contest was below its threshold: the event was spent by it, and the year kept three hundred.
    [Theory]
    [InlineData(0, "commission.nothing-to-take-back (event CN-1/1)")]
    [InlineData(100, null)]
    public void An_event_is_not_spent_by_a_closed_plan_while_another_is_open(int ofContest, string? told)
    {
        var contest = CommissionEarning.Of("Spring contest", "revenue", Quarter(1), Cny(ofContest)).With(Line("SO-17"), s_sold)
            .WithBase(Revenue(1_000m));
        var account = Nothing.SettleTwice([Reps(300m), contest], Run(3), s_full).Account.Close(Quarter(1), s_closed);

        // It is told until no plan is open.
        foreach (var month in new[] { 5, 6 })
        {
            var open = account.SettleTwice([], Run(month).With(s_back), s_full);
            Assert.Equal(Cny(month == 5 ? -ofContest : 0m), open.ClawedBack);
            Assert.Equal(
                "commission.re-rated-instead (event CN-1/1, plan Reps 2026, period 2026-01-01/2026-12-31)", open.Reasons[^1].ToString());
            string[] before = told is null ? [] : [told];
            Assert.Equal(before, open.Reasons.Take(open.Reasons.Count - 1).Select(reason => reason.ToString()));
            account = open.Account;
        }

        var year = account.Close(s_year, new LocalDate(2026, 7, 15)).SettleTwice([], Run(7).With(s_back), s_full);
        Assert.Equal((Cny(-300m), Cny(0m)), (year.ClawedBack, year.Account.Balances.Earned));
        Assert.Empty(year.Reasons);
        Assert.Empty(year.Account.SettleTwice([], Run(7).With(s_back), s_full).Reasons);
    }

    // The contest found nothing, and the event was spent while the facts of the year had it; the year without it kept three hundred.
    [Fact]
    public void An_event_is_not_spent_while_an_open_plan_has_it_among_its_facts()
    {
        var contest = CommissionEarning.Of("Spring contest", "revenue", Quarter(1), Cny(0m)).With(Line("SO-17"), s_sold)
            .WithBase(Revenue(1_000m));
        var account = Nothing.SettleTwice([Reps(300m), contest], Run(3), s_full).Account.Close(Quarter(1), s_closed);
        var among = account.SettleTwice(
            [Reps(300m), Of("Reps 2026", s_year, "CN-1", -300m).Following(Line("SO-17"))], Run(5).With(s_back), s_full);
        Assert.Equal((Cny(-300m), Cny(0m)), (among.Earned, among.ClawedBack));
        Assert.DoesNotContain(among.Entries, entry => entry.Event is not null);
        Assert.Equal("commission.nothing-to-take-back", Assert.Single(among.Reasons).Code);

        var anew = among.Account.SettleTwice([Reps(300m)], Run(6), s_full).Account.Close(s_year, new LocalDate(2026, 7, 15));
        Assert.Equal(Cny(300m), anew.Balances.Earned);
        var year = anew.SettleTwice([], Run(7).With(s_back), s_full);
        Assert.Equal((Cny(-300m), Cny(0m)), (year.ClawedBack, year.Account.Balances.Earned));
    }

    [Fact]
    public void What_the_rules_do_not_take_back_is_recorded_when_no_plan_is_open()
    {
        var late = Plain.WithClawBack(ClawBackRule.Full.WithinDays(30));
        foreach (var (rules, code) in new[] { (Plain, "commission.no-claw-back"), (late, "commission.outside-window") })
        {
            var open = s_account.SettleTwice([], Run(5).With(s_back), rules);
            Assert.Empty(open.Entries);
            Assert.Equal([code, "commission.re-rated-instead"], open.Reasons.Select(reason => reason.Code));
            var closed = open.Account.Close(s_year, new LocalDate(2026, 7, 1)).SettleTwice([], Run(6).With(s_back), rules);
            Assert.Equal((code, Cny(0m)), (Assert.Single(closed.Reasons).Code, Assert.Single(closed.Entries).Amount));
            Assert.Empty(closed.Account.SettleTwice([], Run(7).With(s_back), s_full).Entries);
        }
    }

    // The contest was corrected, and nothing said that the year was not.
    [Fact]
    public void A_correction_of_a_base_tells_which_plan_is_computed_again_instead()
    {
        CommissionEvent More(Measured more) =>
            CommissionEvent.CorrectionOfBase(Line("C-1"), Line("SO-17"), new LocalDate(2026, 5, 1), more, new Reason("missed"));
        var settlement = s_account.SettleTwice([], Run(5).With(More(Revenue(100m))), s_full);
        Assert.Equal(Cny(10m), settlement.Earned);
        Assert.Equal(
            "commission.re-rated-instead (event C-1/1, plan Reps 2026, period 2026-01-01/2026-12-31)",
            Assert.Single(settlement.Reasons).ToString());

        // The contest is paid on pieces: the number is not spent by it.
        var pieces = CommissionEarning.Of("Spring contest", "pieces", Quarter(1), Cny(100m)).With(Line("SO-17"), s_sold)
            .WithBase(Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(5m)));
        var account = Nothing.SettleTwice([Reps(300m), pieces], Run(3), s_full).Account.Close(Quarter(1), s_closed);
        Assert.Empty(account.SettleTwice([], Run(5).With(More(Revenue(100m))), s_full).Entries);
        var year = account.Close(s_year, new LocalDate(2026, 7, 1)).SettleTwice([], Run(6).With(More(Revenue(100m))), s_full);
        Assert.Equal(Cny(10m), year.Earned);
        var other = account.SettleTwice([], Run(5).With(More(Measure.Revenue.Of(new Money(1m, Currency.USD)))), s_full);
        Assert.Equal((0, "commission.base-missing"), (other.Entries.Count, Assert.Single(other.Reasons).Code));
    }

    // SO-17 is a tenth of what the team sold: the own line went back, and nothing said that a tenth of the pool did not.
    [Fact]
    public void A_share_of_a_pool_is_told_of_an_event_that_cannot_reach_it()
    {
        var pool = CommissionEarning.Of("Team pool 2026", "revenue", Quarter(1), Cny(5_625m));
        var cancelled = CommissionEvent.Cancellation(Line("CA-1"), Line("SO-17"), s_sold, new LocalDate(2026, 5, 4));
        const string told = "commission.not-reached (event CA-1/1, plan Team pool 2026, earning revenue 2026-01-01/2026-03-31)";
        var lin = Nothing.SettleTwice([Of("Reps 2026", Quarter(1), "SO-17", 300m), pool], Run(3), s_full).Account
            .Close(Quarter(1), s_closed);
        var own = lin.SettleTwice([], Run(5).With(cancelled), s_full);
        Assert.Equal((Cny(-300m), told), (own.ClawedBack, Assert.Single(own.Reasons).ToString()));

        // A member without the line: nothing is taken, and the number is not spent.
        var wu = Nothing.SettleTwice([pool], Run(3), s_full).Account.Close(Quarter(1), s_closed);
        var member = wu.SettleTwice([], Run(5).With(cancelled), s_full);
        Assert.Equal((0, told), (member.Entries.Count, Assert.Single(member.Reasons).ToString()));

        // A correction that includes the line of the event takes it back, and nothing is told any more.
        var share = CommissionEvent.Correction(
            Line("C-1"), new LocalDate(2026, 5, 4),
            CommissionEarning.Of("Team pool 2026", "revenue", Quarter(1), Cny(-562.50m)).Including(Line("CA-1")), new Reason("cancelled"));
        foreach (var (account, left) in new[] { (lin, 5_062.50m), (wu, 5_062.50m) })
        {
            var corrected = account.SettleTwice([], Run(5).With(cancelled, share), s_full);
            Assert.Equal(Cny(left), corrected.Account.Balances.Earned);
            Assert.DoesNotContain(corrected.Reasons, reason => reason.Code == "commission.not-reached");
        }

        // Nothing is told where the rules would take nothing back, nor of an open pool: that is computed again.
        Assert.Equal(
            ["commission.no-claw-back"], lin.SettleTwice([], Run(5).With(cancelled), Plain).Reasons.Select(reason => reason.Code));
        var short30 = Plain.WithClawBack(ClawBackRule.Full.WithinDays(30));
        Assert.Equal(
            ["commission.outside-window"], lin.SettleTwice([], Run(5).With(cancelled), short30).Reasons.Select(reason => reason.Code));
        Assert.Equal(
            ["commission.re-rated-instead"],
            wu.Reopen(Quarter(1), new LocalDate(2026, 5, 1)).SettleTwice([], Run(5).With(cancelled), s_full).Reasons
                .Select(reason => reason.Code));
    }

    // The version typed into the name pays twice.
    [Fact]
    public void A_plan_that_begins_to_pay_the_lines_of_another_is_told_once()
    {
        var first = Nothing.SettleTwice(
            [Of("Reps 2026 v1", Quarter(1), "SO-1", 70m), Of("Reps 2026 v1", Quarter(1), "SO-2", 7m)], Run(1), Plain);
        Assert.Empty(first.Reasons);
        CommissionEarning[] again =
        [
            Of("Reps 2026 v2", Quarter(1), "SO-1", 80m), Of("Reps 2026 v2", Quarter(1), "SO-2", 8m),
            Of("Reps 2026 v2", Quarter(1), "SO-1", 5m, "bonus"), Of("Reps 2026 v2", Quarter(1), "SO-3", 8m),
        ];
        var beside = first.Account.SettleTwice(again, Run(2), Plain);
        Assert.Equal(
            "commission.beside (plan Reps 2026 v2, beside Reps 2026 v1, earning revenue 2026-01-01/2026-03-31, lines 2)",
            Assert.Single(beside.Reasons).ToString());
        Assert.Empty(beside.Account.SettleTwice([.. again, Of("Reps 2026 v2", Quarter(1), "SO-4", 8m)], Run(3), Plain).Reasons);

        // Both at once; and one that takes the place of the other.
        var both = Nothing.SettleTwice(
            [Of("Reps 2026 v1", Quarter(1), "SO-1", 70m), Of("Reps 2026 v2", Quarter(1), "SO-1", 80m)], Run(1), Plain);
        Assert.Equal("commission.beside", Assert.Single(both.Reasons).Code);
        var instead = first.Account.SettleTwice(again, Run(2).Restating("Reps 2026 v1", Quarter(1)), Plain);
        Assert.Empty(instead.Reasons);
        Assert.Equal(Cny(101m), instead.Account.Balances.Earned);
    }

    // "Reps 2026 v1" 4,000 and "v2" 4,200 without lines, or streamed: 8,200 were paid, and nobody was told.
    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    [InlineData(true, true, 1)]
    public void A_version_typed_into_the_name_is_told_whether_lines_are_kept_or_not(bool firstHasLines, bool secondHasLines, int lines)
    {
        CommissionEarning Version(string plan, decimal amount, bool hasLines) =>
            hasLines ? Of(plan, Quarter(1), "SO-1", amount) : CommissionEarning.Of(plan, "revenue", Quarter(1), Cny(amount));
        var (v1, v2) = (Version("Reps 2026 v1", 4_000m, firstHasLines), Version("Reps 2026 v2", 4_200m, secondHasLines));
        var told = "commission.beside (plan Reps 2026 v2, beside Reps 2026 v1, earning revenue 2026-01-01/2026-03-31, lines " + lines + ")";

        var first = Nothing.SettleTwice([v1], Run(1), Plain);
        Assert.Empty(first.Reasons);
        var beside = first.Account.SettleTwice([v2], Run(2), Plain);
        Assert.Equal((Cny(8_200m), told), (beside.Account.Balances.Earned, Assert.Single(beside.Reasons).ToString()));
        Assert.Empty(beside.Account.SettleTwice([Version("Reps 2026 v2", 4_300m, secondHasLines)], Run(3), Plain).Reasons);
        Assert.Equal(told, Assert.Single(Nothing.SettleTwice([v1, v2], Run(1), Plain).Reasons).ToString());

        // Another component, another period, and one in place of the other.
        Assert.Empty(first.Account.SettleTwice([Of("Contest", Quarter(1), "SO-1", 7m, "contest")], Run(2), Plain).Reasons);
        Assert.Empty(first.Account.SettleTwice([Of("Contest", Quarter(2), "SO-1", 7m)], Run(2), Plain).Reasons);
        Assert.Empty(first.Account.SettleTwice([v2], Run(2).Restating("Reps 2026 v1", Quarter(1)), Plain).Reasons);
    }
}
