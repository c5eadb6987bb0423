using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using Xunit;
using static SalesDomain.Tests.Commissions.Settling.AccountSample;

namespace SalesDomain.Tests.Commissions.Settling;

public sealed class LossesOfAYear
{
    private static readonly PayoutRules s_rules =
        Plain.WithLossShare(Percent(10), Cny(400m)).WithLossLimit(DateSpan.OfYear(2026), Cny(1_000m));

    private static CommissionEvent Lost(string id, int month, decimal amount, int year = 2026) =>
        CommissionEvent.Uncollectible(Line(id), new LocalDate(year, month, 10), Cny(amount));

    private static CommissionEvent Paid(string id, string lost, int month) =>
        CommissionEvent.Reinstatement(Line(id), Line(lost), new LocalDate(2026, month, 20));

    [Fact]
    public void The_limit_of_a_year_holds_over_its_runs_beside_the_cap_of_one_amount()
    {
        var account = Nothing.SettleTwice([], Run(2).With(Lost("A", 2, 9_000m)), s_rules).Account;
        Assert.Equal(Cny(-400m), account.Balances.Earned);
        account = account.SettleTwice([], Run(3).With(Lost("B", 3, 3_500m)), s_rules).Account;
        Assert.Equal(Cny(-750m), account.Balances.Earned);
        account = account.SettleTwice([], Run(4).With(Lost("C", 4, 9_000m), Lost("D", 4, 100m)), s_rules).Account;
        Assert.Equal(Cny(-1_000m), account.Balances.Earned);

        // Of another year it is another limit.
        var next = PayoutRun.Of(DateSpan.OfMonth(2027, 1), new LocalDate(2027, 2, 10)).With(Lost("E", 1, 2_000m, 2027));
        Assert.Equal(Cny(-200m), account.SettleTwice([], next, s_rules).LossShared);
    }

    [Fact]
    public void A_reinstatement_gives_room_to_those_that_found_none()
    {
        var account = Nothing.SettleTwice(
            [], Run(4).With(Lost("A", 1, 4_000m), Lost("B", 2, 4_000m), Lost("C", 3, 4_000m), Lost("D", 4, 4_000m)), s_rules).Account;
        Assert.Equal(Cny(-1_000m), account.Balances.Earned);

        // A gives back 400: C had 200 of its 400, D nothing.
        var settlement = account.SettleTwice([], Run(5).With(Paid("P-1", "A", 5)), s_rules);
        Assert.Equal(
            [("P-1/1", Cny(400m)), ("C/1", Cny(-200m)), ("D/1", Cny(-200m))],
            settlement.Entries.Where(entry => entry.Kind == CommissionEntryKind.LossShared)
                .Select(entry => (entry.Event!.Id.ToString(), entry.Amount)));
        Assert.Equal(Cny(0m), settlement.LossShared);

        account = settlement.Account.SettleTwice([], Run(6).With(Paid("P-2", "C", 6), Paid("P-3", "D", 6)), s_rules).Account;
        Assert.Equal(Cny(-400m), account.Balances.Earned);
        account = account.SettleTwice([], Run(7).With(Lost("E", 7, 4_000m)), s_rules).Account;
        Assert.Equal(Cny(-800m), account.Balances.Earned);
    }

    [Fact]
    public void A_limit_that_was_raised_since_takes_no_more_than_a_reinstatement_gives_back()
    {
        var account = Nothing.SettleTwice(
            [], Run(4).With(Lost("A", 1, 4_000m), Lost("B", 2, 4_000m), Lost("C", 3, 4_000m), Lost("D", 4, 4_000m)), s_rules).Account;
        var raised = s_rules.WithLossLimit(DateSpan.OfYear(2026), Cny(1_500m));

        // A gives back 400: C had 200 of its 400, D nothing. With a limit of 1,500 there would be room for 600.
        var settlement = account.SettleTwice([], Run(5).With(Paid("P-1", "A", 5)), raised);
        Assert.Equal(Cny(0m), settlement.LossShared);
        Assert.Equal(Cny(-1_000m), settlement.Account.Balances.Earned);
        Assert.Equal(Cny(0m), Nothing.Apply(account.Entries).SettleTwice([], Run(5).With(Paid("P-1", "A", 5)), raised).LossShared);

        // By one that was lowered there is less room than it gives back, and what comes later has the room of today.
        var lowered = s_rules.WithLossLimit(DateSpan.OfYear(2026), Cny(700m));
        Assert.Equal(Cny(300m), account.SettleTwice([], Run(5).With(Paid("P-1", "A", 5)), lowered).LossShared);
        Assert.Equal(Cny(-400m), settlement.Account.SettleTwice([], Run(6).With(Lost("E", 6, 9_000m)), raised).LossShared);
    }

    [Fact]
    public void Where_spans_overlap_each_has_to_have_room_and_one_limit_stands_for_a_span()
    {
        var rules = s_rules.WithLossLimit(Quarter(1), Cny(300m));
        Assert.Equal(Cny(-300m), Nothing.SettleTwice([], Run(4).With(Lost("A", 3, 4_000m)), rules).LossShared);
        Assert.Equal(Cny(-400m), Nothing.SettleTwice([], Run(4).With(Lost("A", 4, 4_000m)), rules).LossShared);

        Assert.Equal(rules, s_rules.WithLossLimit(Quarter(1), Cny(5m)).WithLossLimit(Quarter(1), Cny(300m)));
        Assert.NotEqual(rules, s_rules);
        Assert.Equal([Quarter(1), DateSpan.OfYear(2026)], rules.LossLimits.Select(each => each.Span));
        Assert.Throws<ArgumentOutOfRangeException>("limit", () => rules.WithLossLimit(Quarter(1), Cny(-1m)));
        Assert.Throws<CurrencyMismatchException>("limit", () => rules.WithLossLimit(Quarter(1), new Money(1m, Currency.USD)));
    }

    [Property(MaxTest = 100)]
    public void No_order_of_losses_and_reinstatements_bears_more_than_the_limit_and_all_undone_bears_nothing(int seed)
    {
        var random = new Random(seed);
        var (account, losses) = (Nothing, new List<CommissionEvent>());
        var rules = Plain.WithLossShare(Percent(random.Next(1, 101))).WithLossLimit(DateSpan.OfYear(2026), Cny(random.Next(0, 900)));
        var limit = rules.LossLimits[0].Limit;
        foreach (var month in Enumerable.Range(1, 6))
        {
            losses.AddRange(Enumerable.Range(0, random.Next(3)).Select(i => Lost("L-" + month + "-" + i, month, random.Next(1, 2_000))));
            var undone = losses.Count == 0 ? []
                : new[] { Paid("P-" + month, losses[random.Next(losses.Count)].Id.Document.ToString(), month) };
            account = account.SettleTwice([], Run(month).With([.. losses, .. undone]), rules).Account;
            var standing = losses.Where(each => !account.Entries.Any(entry => entry.Event?.Undone == each.Id))
                .Sum(each => (each.Amount!.Value * rules.LossShare).Round(Rounding.Commercial).Amount);
            Assert.Equal(-Math.Min(standing, limit.Amount), account.Balances.Earned.Amount);
        }

        var rest = losses.Select((each, i) => Paid("R-" + i, each.Id.Document.ToString(), 7)).ToArray();
        Assert.Equal(Cny(0m), account.SettleTwice([], Run(7).With(rest), rules).Account.Balances.Earned);
    }
}
