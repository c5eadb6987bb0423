using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Ledgers;

/// <summary>
/// An account moves with its own phasing: the new total laid over the months to come by the owner's would have him due in September what
/// the account has in December.
/// </summary>
public sealed class ChangedQuotasInTime
{
    private static readonly LocalDate s_yearEnd = new(2026, 12, 31);
    private static readonly DocumentId s_move = new("Q-7");
    private static readonly Reason s_why = new("account-moved");
    private static readonly PhasedQuota s_li = Phasing.Even(Months2026).Split(Revenue(1_000_000m), Cents);
    private static readonly PhasedQuota s_wang = Phasing.ByDays(Months2026).Split(Revenue(800_000m), Cents);

    private static readonly QuotaLedger<string> s_ledger = QuotaLedger.Of(
        new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("Li", Revenue(1_000_000m)), ("Wang", Revenue(800_000m)));

    private static readonly PhasedQuota s_account = Phasing.ByWeights(
        Months2026, Enumerable.Repeat(10_000m, 11).Append(20_000m)).Split(Revenue(130_000m), Cents);

    [Fact]
    public void What_is_due_after_a_move_is_the_owners_quota_less_the_accounts()
    {
        var (ledger, account) = Moved(new LocalDate(2026, 9, 1));
        var quota = Balance(ledger, "Li").Phase(s_li, (s_move, account));

        Assert.Equal(Revenue(50_000m), account.Total);
        Assert.Equal(Revenue(950_000m), quota.Total);
        Assert.Equal(Revenue(666_666.67m), quota.QuotaToDate(new LocalDate(2026, 8, 31)));
        Assert.Equal(Revenue(740_000m), quota.QuotaToDate(new LocalDate(2026, 9, 30)));
        Assert.Equal(Revenue(63_333.33m), quota[11]);
        Assert.Equal(s_wang[11] + Revenue(20_000m), Balance(ledger, "Wang").Phase(s_wang, (s_move, account))[11]);
    }

    [Fact]
    public void A_change_without_a_phasing_lies_as_the_owners_quota_to_come()
    {
        var september = new LocalDate(2026, 9, 1);
        var ledger = s_ledger.Record(QuotaChange.Relief(s_move, september, september, "Li", Revenue(40_000m), s_why));
        var quota = Balance(ledger, "Li").Phase(s_li);
        Assert.Equal(s_li.Parts.Take(8), quota.Parts.Take(8));
        Assert.Equal(s_li.Parts.Skip(8).Select(part => part - Revenue(10_000m)), quota.Parts.Skip(8));

        // From the middle of September half of a month of three and a half.
        var middle = new LocalDate(2026, 9, 16);
        ledger = s_ledger.Record(QuotaChange.Relief(s_move, middle, middle, "Li", Revenue(35_000m), s_why));
        quota = Balance(ledger, "Li").Phase(s_li);
        Assert.Equal(s_li[8] - Revenue(5_000m), quota[8]);
        Assert.Equal(s_li[11] - Revenue(10_000m), quota[11]);
        Assert.Equal(s_li.QuotaToDate(middle.PlusDays(-1)), quota.QuotaToDate(middle.PlusDays(-1)));
        Assert.True(quota.Explain(middle).IsVerified && quota.Explain(8).IsVerified);

        // By working days where those are counted: 11 of the 22 of September.
        var working = s_li.Phasing.InWorkingDays(WorkCalendar.MondayToFriday).Split(s_li.Total, Cents);
        Assert.Equal(s_li[8] - Revenue(5_000m), Balance(ledger, "Li").Phase(working)[8]);
    }

    [Theory]
    [InlineData(RoundingMode.Floor)]
    [InlineData(RoundingMode.Ceiling)]
    [InlineData(RoundingMode.HalfEven)]
    public void A_change_and_its_reversal_cancel_in_every_month_whatever_the_rounding(RoundingMode mode)
    {
        var day = new LocalDate(2026, 10, 1);
        var ledger = QuotaLedger.Of(new LocalDate(2026, 1, 5), DateSpan.OfYear(2026), ("Li", Revenue(0m)))
            .Record(QuotaChange.Correction(s_move, day, day, "Li", Revenue(100m), s_why))
            .Reverse(s_move, new DocumentId("Q-9"), day, new Reason("stays"));
        var first = Phasing.Even(Months2026).Split(Revenue(0m), Rounding.ToDigits(2, mode));
        var quota = Balance(ledger, "Li").Phase(first);

        Assert.All(quota.Parts, part => Assert.True(part.IsZero));
    }

    [Fact]
    public void A_change_with_its_own_phasing_is_what_the_difference_is()
    {
        var (ledger, account) = Moved(new LocalDate(2026, 9, 1));

        Assert.Equal(s_li - account, Balance(ledger, "Li").Phase(s_li, (s_move, account)));
        Assert.Equal((s_li - account).GetHashCode(), Balance(ledger, "Li").Phase(s_li, (s_move, account)).GetHashCode());
        Assert.NotEqual(s_li - account, (s_li - account).AllowingNegative());
    }

    [Property(MaxTest = 200)]
    public Property Both_sides_of_a_transfer_are_due_together_what_they_were_on_every_day() =>
        Prop.ForAll(Gen.Choose(0, 364).Two().ToArbitrary(), Gen.Elements(false, true).Two().ToArbitrary(), (days, choices) =>
        {
            var (effective, day) = (new LocalDate(2026, 1, 1).PlusDays(days.Item1), new LocalDate(2026, 1, 1).PlusDays(days.Item2));
            var (ledger, account) = Moved(effective);
            if (choices.Item1)
                ledger = ledger.Reverse(s_move, new DocumentId("Q-9"), s_yearEnd, new Reason("stays"));
            var li = choices.Item2 ? s_li.Phasing.InWorkingDays(WorkCalendar.MondayToFriday).Split(s_li.Total, Cents) : s_li;
            var (from, to) = (
                Balance(ledger, "Li").Phase(li, (s_move, account)), Balance(ledger, "Wang").Phase(s_wang, (s_move, account)));
            var together = from.QuotaToDate(day) + to.QuotaToDate(day);
            var before = li.QuotaToDate(day) + s_wang.QuotaToDate(day);
            Tampering.IsNamed(from.Explain(day), days.Item2);
            return Math.Abs(AmountOf(together - before)) < 0.000000000000001m
                && (day >= effective || from.QuotaToDate(day) == li.QuotaToDate(day))
                && (choices.Item1 || from.QuotaToDate(day) == li.QuotaToDate(day) - account.QuotaToDate(day))
                && from.Total == Balance(ledger, "Li").Amount
                && from.Parts.Zip(to.Parts, (one, other) => one + other).SequenceEqual(
                    li.Parts.Zip(s_wang.Parts, (one, other) => one + other));
        });

    [Fact]
    public void Who_joins_later_begins_with_nothing()
    {
        var july = new LocalDate(2026, 7, 1);
        var ledger = s_ledger.Record(
            QuotaChange.Admission(new DocumentId("Q-8"), july, july, "Chen", Revenue(0m), s_why),
            QuotaChange.Transfer(s_move, july, july, "Li", "Chen", Revenue(300_000m), s_why));
        var quota = Balance(ledger, "Chen").Phase(s_li.Phasing.Split(Revenue(0m), Cents));

        Assert.True(quota.QuotaToDate(july.PlusDays(-1)).IsZero);
        Assert.Equal(Enumerable.Repeat(Revenue(50_000m), 6), quota.Parts.Skip(6));
    }

    [Fact]
    public void Several_changes_may_leave_a_month_less_than_nothing_only_together()
    {
        var (july, august) = (new LocalDate(2026, 7, 1), new LocalDate(2026, 8, 1));
        QuotaChange<string> Relief(string id, decimal amount) =>
            QuotaChange.Relief(new DocumentId(id), july, july, "Li", Revenue(amount), s_why);
        var december = Phasing.Even(PlanPeriods.Of(DateSpan.OfMonth(2026, 12))).Split(Revenue(100_000m), Cents);
        var ledger = s_ledger.Record(Relief("Q-1", 100_000m));
        (DocumentId, PhasedQuota) own = (new DocumentId("Q-1"), december);

        Assert.Throws<ArgumentException>("first", () => Balance(ledger, "Li").Phase(s_li, own));
        Assert.Equal(Revenue(-16_666.67m), Balance(ledger, "Li").Phase(s_li.AllowingNegative(), own)[11]);
        var more = ledger.Record(QuotaChange.Correction(new DocumentId("Q-2"), august, august, "Li", Revenue(100_000m), s_why));
        var quota = Balance(more, "Li").Phase(s_li, own);
        Assert.Equal((Revenue(3_333.33m), false), (quota[11], quota.AllowsNegative));
    }

    [Fact]
    public void A_phasing_that_is_not_the_changes_is_refused()
    {
        var september = new LocalDate(2026, 9, 1);
        var (ledger, account) = Moved(september);
        var balance = Balance(ledger, "Li");

        // The account of the whole year, another amount, another change, the same twice, another first quota.
        Assert.Throws<ArgumentException>("phased", () => balance.Phase(s_li, (s_move, s_account)));
        Assert.Throws<ArgumentException>(
            "phased", () => balance.Phase(s_li, (s_move, s_account.Phasing.Split(Revenue(50_000m), Cents))));
        Assert.Throws<ArgumentException>("phased", () => balance.Phase(s_li, (s_move, account + account)));
        Assert.Throws<ArgumentException>("phased", () => balance.Phase(s_li, (new DocumentId("Q-1"), account)));
        Assert.Throws<ArgumentException>("phased", () => balance.Phase(s_li, (s_move, account), (s_move, account)));
        Assert.Throws<ArgumentException>("first", () => balance.Phase(s_wang, (s_move, account)));
        Assert.Throws<ArgumentNullException>("phased", () => balance.Phase(s_li, (s_move, null!)));

        // Nothing to come that the change could lie in.
        var early = Phasing.ByWeights(Months2026, Months2026.Spans.Select((_, i) => i < 8 ? 1m : 0m)).Split(s_li.Total, Cents);
        Assert.Throws<ArgumentException>("first", () => balance.Phase(early));
        var toAugust = new DateSpan(new LocalDate(2026, 1, 1), new LocalDate(2026, 8, 31));
        Assert.Throws<ArgumentException>(
            "first", () => balance.Phase(Phasing.Even(PlanPeriods.Of(toAugust)).Split(s_li.Total, Cents)));
    }

    private static (QuotaLedger<string> Ledger, PhasedQuota Account) Moved(LocalDate effective)
    {
        var account = Proration.ByDays.Of(s_account, DateSpan.From(effective), Cents).ToPhasedQuota()!;
        return (s_ledger.Record(QuotaChange.Transfer(s_move, s_yearEnd, effective, "Li", "Wang", account.Total, s_why)), account);
    }

    private static QuotaBalance<string> Balance(QuotaLedger<string> ledger, string owner) =>
        ledger.BalanceOf(owner, s_yearEnd, s_yearEnd);

    private static Measured Revenue(decimal amount) => Measure.Revenue.Of(Cny(amount));
}
