using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>Events that a run has together come to what they come to one by one: each sees what those before it entered.</summary>
public sealed class EventsOfOneRun
{
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);
    private static readonly LocalDate s_sold = new(2026, 1, 15);

    // A line that a correction brings comes back in the same run: 70 of 1,000, of which 600 come back, 42.
    [Fact]
    public void What_a_correction_brings_comes_back_in_the_same_run()
    {
        var settled = Closed().SettleTwice([], Run(5).With(Brought(1, "SO-3", 1_000m), Back(2, "SO-3", 600m)), s_full);
        Assert.Equal((Cny(70m), Cny(-42m)), (settled.Earned, settled.ClawedBack));

        // One that includes the return has it among the facts, and one after it does not: 30 and 40.
        var including = settled.Account.SettleTwice(
            [], Run(6).With(Brought(3, "SO-1", 100m, "RT-4"), Back(4, "SO-1", 100m), Back(5, "SO-2", 100m)), s_full);
        Assert.Equal((Cny(7m), Cny(-7m)), (including.Earned, including.ClawedBack));
        Assert.Equal(["commission.among-the-facts"], including.Reasons.Select(each => each.Code));
    }

    [Property(MaxTest = 100)]
    public Property Together_they_come_to_what_they_come_to_one_by_one() =>
        Prop.ForAll(
            Gen.ArrayOf(
                from kind in Gen.Choose(0, 3)
                from line in Gen.Choose(1, 4)
                from other in Gen.Choose(1, 12)
                from revenue in Gen.Choose(1, 1_500)
                select (kind, line, other, revenue)).ToArbitrary(),
            any =>
            {
                // Corrections say what was earned, and come first.
                CommissionEvent[] events =
                [
                    .. any.Take(12).Select((each, i) => Event(i + 1, each))
                        .OrderBy(each => each.Kind != CommissionEventKind.Correction).ThenBy(each => each.On),
                ];
                var together = Closed().Settle([], Run(5).With(events), s_full);
                var (account, entries) = (Closed(), new List<CommissionEntry>());
                foreach (var each in events)
                {
                    var settled = account.Settle([], Run(5).With(each), s_full);
                    entries.AddRange(settled.Entries);
                    account = settled.Account;
                }

                Assert.Equal(OfLines(entries), OfLines(together.Entries));
                return account.Balances.Earned == together.Account.Balances.Earned;
            });

    private static IEnumerable<(CommissionEntryKind, LineId?, Money)> OfLines(IEnumerable<CommissionEntry> entries) =>
        entries.Where(entry => entry.Line is not null).Select(entry => (entry.Kind, entry.Line, entry.Amount));

    private static CommissionEvent Event(int number, (int Kind, int Line, int Other, int Revenue) any) => any.Kind switch
    {
        0 => Brought(number, "SO-" + any.Line, any.Revenue),
        1 => Brought(number, "SO-" + any.Line, any.Revenue, "RT-" + any.Other),
        2 => Brought(number, "FO-" + any.Line, any.Revenue, follows: "SO-" + any.Line),
        _ => Back(number, "SO-" + any.Line, any.Revenue),
    };

    private static CommissionEvent Brought(int number, string line, decimal revenue, string? included = null, string? follows = null)
    {
        var more = OfLine(Quarter(1), line, revenue, 7m, s_sold);
        if (included is not null)
            more = more.Including(Line(included));
        if (follows is not null)
            more = more.Following(Line(follows));
        return CommissionEvent.Correction(Line("CO-" + number), new(2026, 5, number), more, new Reason("brought"));
    }

    private static CommissionEvent Back(int number, string line, decimal revenue) =>
        CommissionEvent.Return(Line("RT-" + number), Line(line), s_sold, new(2026, 5, number), Revenue(revenue));

    private static CommissionAccount Closed() =>
        Nothing.Settle(
            [OfLine(Quarter(1), "SO-1", 1_000m, 7m, s_sold), OfLine(Quarter(1), "SO-2", 1_000m, 7m, s_sold)], Run(3), s_full).Account
            .Close(Quarter(1), new(2026, 4, 15));
}
