using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>What waited while another return stood is taken back by the return that asked for it, and given back with it.</summary>
public sealed class ReturnsUndoneLater
{
    private const decimal Revenue = 1_633.17m;
    private const decimal Commission = 16.33m;

    private static readonly LocalDate s_sold = new(2026, 3, 4);
    private static readonly PayoutRules s_full = Plain.WithClawBack(ClawBackRule.Full);

    private static CommissionAccount Closed(decimal revenue = Revenue, decimal commission = Commission) =>
        Nothing.Settle(
            [
                CommissionEarning.Of("Reps 2026", "revenue", Quarter(1), Cny(commission)).With(Line("SO-1"), s_sold)
                    .WithBase(Revenue(revenue)),
            ],
            Run(3), s_full).Account.Close(Quarter(1), new LocalDate(2026, 4, 15));

    private static CommissionEvent Returned(string id, LocalDate on, decimal revenue) =>
        CommissionEvent.Return(Line(id), Line("SO-1"), s_sold, on, Revenue(revenue));

    private static CommissionEvent Undone(string id, LocalDate on) => CommissionEvent.Reinstatement(Line("U" + id), Line(id), on);

    private static Money Earned(CommissionAccount account, IEnumerable<CommissionEvent> events) =>
        account.Settle([], Run(11).With([.. events]), s_full).Account.Balances.Earned;

    private static Money EarnedMonthByMonth(CommissionAccount account, IReadOnlyList<CommissionEvent> events)
    {
        for (var month = 5; month <= 11; month++)
            account = account.Settle([], Run(month).With([.. events.Where(each => each.On.Month <= month)]), s_full).Account;

        return account.Balances.Earned;
    }

    // Finding: all that still came back was booked on the last return, whatever it asked for, and stayed when another was undone.
    [Fact]
    public void Two_full_returns_are_undone_and_the_return_of_a_part_stays()
    {
        CommissionEvent[] events =
        [
            Returned("C0", new LocalDate(2026, 5, 2), Revenue), Returned("C2", new LocalDate(2026, 6, 9), Revenue),
            Returned("C1", new LocalDate(2026, 7, 24), 65.33m), Undone("C0", new LocalDate(2026, 8, 31)),
            Undone("C2", new LocalDate(2026, 9, 3)),
        ];
        Assert.Equal(Cny(15.68m), Earned(Closed(), events));
        Assert.Equal(Cny(15.68m), EarnedMonthByMonth(Closed(), events));
        Assert.Equal(Cny(0m), Earned(Closed(), events.Take(4)));
        Assert.Equal(Cny(0m), EarnedMonthByMonth(Closed(), [.. events.Take(4)]));
    }

    // Each reversal is exact, so the rounding of the running total can be left by a cent for each.
    [Property]
    public void What_stands_is_what_the_returns_that_were_not_undone_leave((byte Part, byte Day, byte Undone)[] returns, ushort units)
    {
        var revenue = (1 + (units % 60)) * 33.33m;
        var commission = decimal.Round(revenue * 0.0777m, 2, MidpointRounding.AwayFromZero);
        var (events, standing, undone) = (new List<CommissionEvent>(), 0m, 0);
        foreach (var (part, day, undo) in returns.Take(5))
        {
            var id = "C" + events.Count;
            var on = new LocalDate(2026, 5, 1).PlusDays(day % 120);
            var back = part % 2 == 0 ? revenue : decimal.Round(revenue * (1 + (part % 70)) / 100m, 2);
            events.Add(Returned(id, on, back));
            if (undo % 2 == 0)
            {
                undone++;
                events.Add(Undone(id, on.PlusDays(undo % 60)));
            }
            else
            {
                standing += back;
            }
        }

        var left = commission - decimal.Round(
            commission * Math.Min(standing, revenue) / revenue, 2, MidpointRounding.AwayFromZero);
        var account = Closed(revenue, commission);
        foreach (var earned in new[] { Earned(account, events), EarnedMonthByMonth(account, events) })
        {
            Assert.InRange(earned.Amount, left - (0.01m * undone), left + (0.01m * undone));
            if (standing == 0m || standing >= revenue)
                Assert.Equal(left, earned.Amount);
        }
    }
}
