using System;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

/// <summary>What was forfeited by who left and came back is given back by a stated release.</summary>
public sealed class HeldAgainAfterLeaving
{
    // 50 % of the three thousand were released, and the next run set two thousand apart again: -1,000, and 500 more forfeited.
    [Theory]
    [InlineData(50, 15_000, 1_500, 1_500, false)]
    [InlineData(50, 15_000, 1_500, 1_500, true)]
    [InlineData(100, 15_000, 3_000, 0, false)]
    [InlineData(0, 15_000, 0, 3_000, false)]
    [InlineData(50, 20_000, 2_000, 2_000, false)]
    [InlineData(50, 20_000, 2_000, 2_000, true)]
    public void What_a_stated_release_gives_back_is_not_set_apart_again(
        int part, int earned, int released, int forfeited, bool isOfYear)
    {
        var span = isOfYear ? DateSpan.OfYear(2026) : Quarter(2);
        var rules = Plain.WithHoldback(
            HoldbackRule.Of(Percent(20)).WithRelease(StepSchedule.From((Percent(0), Percent(0)), (Percent(95), Percent(80))))
                .ForfeitingRest().WithLeaving(HoldbackOnLeaving.Forfeited));
        var june = Nothing.SettleTwice([Earned(Quarter(2), 10_000m)], Run(5), rules).Account.Leave(new LocalDate(2026, 5, 15))
            .SettleTwice([], Run(5), rules).Account.Rejoin().SettleTwice([Earned(Quarter(2), earned)], Run(6), rules).Account;
        Assert.Equal(Cny(2_000m), june.Balances.Forfeited);
        var july = june.SettleTwice([], Run(7).WithHoldbackRelease(span, Percent(part)), rules);
        Assert.Equal((Cny(released), Cny(forfeited - 2_000m)), (july.Released, july.Forfeited));
        Assert.Equal(july.Account, june.Apply(july.Entries));

        var august = july.Account.SettleTwice([], Run(8), rules);
        Assert.Empty(august.Entries);
        Assert.Empty(august.Reasons);

        // It falls with what is earned as any release does, and a better figure releases more.
        var fallen = august.Account.SettleTwice([Earned(Quarter(2), earned / 2m)], Run(9), rules);
        Assert.Equal((Cny(-released / 2m), Cny(-forfeited / 2m)), (fallen.Released, fallen.Forfeited));
        var better = august.Account.SettleTwice([], Run(9).WithHoldbackFigure(span, Percent(96)), rules);
        Assert.Equal(Cny(Math.Max(released, earned * 0.16m)), better.Account.Balances.Total(CommissionEntryKind.HoldbackReleased));
    }

    // A part below the one released before was told as kept, and gave back what was forfeited all the same.
    [Fact]
    public void A_stated_release_that_is_kept_as_it_is_gives_nothing_back()
    {
        var rules = Plain.WithHoldback(HoldbackRule.Of(Percent(20)).WithLeaving(HoldbackOnLeaving.Forfeited));
        var back = Nothing.SettleTwice(
                [Earned(Quarter(2), 10_000m)], Run(5).WithHoldbackRelease(Quarter(2), Percent(60)), rules).Account
            .Leave(new LocalDate(2026, 5, 15)).SettleTwice([], Run(5), rules).Account.Rejoin();
        Assert.Equal(Cny(800m), back.Balances.Forfeited);
        var worse = back.SettleTwice([], Run(6).WithHoldbackRelease(Quarter(2), Percent(50)), rules);
        Assert.Empty(worse.Entries);
        Assert.Equal("commission.release-kept", Assert.Single(worse.Reasons).Code);
        var same = back.SettleTwice([], Run(6).WithHoldbackRelease(Quarter(2), Percent(60)), rules);
        Assert.Equal((Cny(0m), Cny(-800m), Cny(800m)), (same.Released, same.Forfeited, same.Account.Balances.HeldBack));
    }
}
