using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas.Ledgers;

public sealed class StatesAsKnown
{
    private static readonly LocalDate s_first = new(2026, 1, 1);

    private static readonly QuotaLedger<int> s_empty = QuotaLedger.Of(
        s_first, DateSpan.OfYear(2026), (0, Measure.Revenue.Of(Cny(1000m))), (1, Measure.Revenue.Of(Cny(500m))),
        (2, Measure.Revenue.Of(Cny(0m))))
        .AllowingNegative();

    private static Gen<QuotaLedger<int>> Transfers => Changes(onlyTransfers: true);

    private static Gen<QuotaLedger<int>> All => Changes(onlyTransfers: false);

    [Property(MaxTest = 150)]
    public Property Transfers_sum_to_zero_on_every_day_as_known_on_every_day() =>
        Prop.ForAll(Transfers.ToArbitrary(), Days, (ledger, days) =>
            ledger.Changes.All(change => change.Lines.Sum(line => line.Amount.Money.Amount) == 0m)
            && ledger.Balances(days.Item1, days.Item2).Count == 3 + ledger.Changes.Count(change =>
                change.Kind == QuotaChangeKind.Admission && change.Recorded <= days.Item2)
            && ledger.Total(days.Item1, days.Item2) == Measure.Revenue.Of(Cny(1500m)));

    [Property(MaxTest = 150)]
    public Property A_state_as_known_on_a_day_never_changes_when_later_days_are_recorded_on() =>
        Prop.ForAll(All.ToArbitrary(), Days, (ledger, days) =>
        {
            // The prefixes that hold all that was recorded by the day.
            var then = ledger.Changes.Count(change => change.Recorded <= days.Item2);
            return Enumerable.Range(then, ledger.Changes.Count - then + 1).All(count =>
                Prefix(ledger, count).Balances(days.Item1, days.Item2).SequenceEqual(ledger.Balances(days.Item1, days.Item2)));
        });

    [Fact]
    public void Every_kind_of_change_is_among_the_ledgers()
    {
        var kinds = All.Sample(200, 30).SelectMany(ledger => ledger.Changes).ToLookup(change => change.Kind);

        Assert.Equal(6, kinds.Count);
        Assert.Contains(kinds[QuotaChangeKind.Transfer], change => change.Lines.Count == 3);
        Assert.Contains(kinds[QuotaChangeKind.Reversal], change => change.Lines.Count == 3);
    }

    [Property(MaxTest = 100)]
    public Property The_history_of_an_owner_gives_the_same_balance_on_every_day() =>
        Prop.ForAll(All.ToArbitrary(), Days, (ledger, days) =>
            ledger.Balances(days.Item1, days.Item2).All(each =>
                ledger.HistoryOf(each.Owner).At(days.Item1, knownOn: days.Item2) == each.Amount));

    [Property(MaxTest = 100)]
    public Property A_reversal_leaves_every_day_as_it_was() =>
        Prop.ForAll(All.Where(ledger => ledger.Changes.Count > 0).ToArbitrary(), Days, (ledger, days) =>
        {
            var last = ledger.Changes[ledger.Changes.Count - 1];
            var undone = ledger.Reverse(last.Id, new DocumentId("undo"), last.Recorded, new Reason("mistake"))
                .Balances(days.Item1, last.Recorded).Select(balance => balance.Amount).ToArray();
            var before = Prefix(ledger, ledger.Changes.Count - 1).Balances(days.Item1, last.Recorded)
                .Select(balance => balance.Amount).ToArray();

            // Who was admitted by it stays, with nothing.
            return undone.Take(before.Length).SequenceEqual(before) && undone.Skip(before.Length).All(amount => amount.IsZero)
                && undone.Length == before.Length + (last.Kind == QuotaChangeKind.Admission ? 1 : 0);
        });

    [Property(MaxTest = 100)]
    public Property Changes_recorded_in_two_ledgers_and_merged_are_those_recorded_in_one() =>
        Prop.ForAll(All.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), Days, (ledger, choice, days) =>
        {
            // Who joins has joined in both, and what is undone is in both with what undoes it; changes of a day are in another
            // order by another way to merge, and so are those who join then.
            bool IsLeft(int i) => ((choice >> (i % 31)) & 1) == 0;
            bool IsOfBoth(QuotaChange<int> change) =>
                change.Kind == QuotaChangeKind.Admission || change.Reverses is not null
                || ledger.Changes.Any(later => later.Reverses == change.Id);
            var left = s_empty.Record(ledger.Changes.Where((change, i) => IsOfBoth(change) || IsLeft(i)));
            var right = s_empty.Record(ledger.Changes.Where((change, i) => IsOfBoth(change) || !IsLeft(i)));
            return left.Merge(right) == ledger && right.Merge(left) == ledger && ledger.Merge(left) == ledger
                && right.Merge(left).GetHashCode() == ledger.GetHashCode()
                && right.Merge(left).Balances(days.Item1, days.Item2).SequenceEqual(ledger.Balances(days.Item1, days.Item2));
        });

    [Property(MaxTest = 100)]
    public Property Recording_any_of_it_again_changes_nothing() =>
        Prop.ForAll(All.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (ledger, choice) =>
            ReferenceEquals(ledger.Record(ledger.Changes), ledger)
            && ledger.Changes.Where((_, i) => i == choice % ledger.Changes.Count).All(change =>
                ledger.ReasonsAgainst(change).Count == 0 && ReferenceEquals(ledger.Record(change), ledger)));

    [Property(MaxTest = 100)]
    public Property Every_balance_verifies_and_a_changed_figure_is_named() =>
        Prop.ForAll(All.ToArbitrary(), Days, (ledger, days) =>
        {
            foreach (var balance in ledger.Balances(days.Item1, days.Item2))
                Tampering.IsNamed(balance.Explain(), days.Item1.Day);
        });

    private static Arbitrary<(LocalDate, LocalDate)> Days =>
        (from day in Gen.Choose(0, 364) from known in Gen.Choose(0, 400) select (
            s_first.PlusDays(day), s_first.PlusDays(known))).ToArbitrary();

    private static QuotaLedger<int> Prefix(QuotaLedger<int> ledger, int count) => s_empty.Record([.. ledger.Changes.Take(count)]);

    private static Gen<QuotaLedger<int>> Changes(bool onlyTransfers) =>
        from changes in (
            from kind in onlyTransfers
                ? Gen.Elements(Kind.Transfer, Kind.TransferToSeveral, Kind.Admission, Kind.Reversal)
                : Gen.Elements(
                    Kind.Relief, Kind.Correction, Kind.HedgeRelease, Kind.Transfer, Kind.TransferToSeveral, Kind.Admission, Kind.Reversal)
            from recorded in Gen.Choose(0, 40)
            from effective in Gen.Choose(0, 364)
            from owner in Gen.Choose(0, 1000)
            from cents in Gen.Choose(1, 100_000)
            select (kind, recorded, effective, owner, cents)).ListOf()
        select Recorded(changes);

    private static QuotaLedger<int> Recorded(IEnumerable<(Kind Kind, int Recorded, int Effective, int Owner, int Cents)> changes)
    {
        var (ledger, recorded, number, owners) = (s_empty, s_first, 0, 3);
        foreach (var change in changes)
        {
            recorded = recorded.PlusDays(change.Recorded);
            number++;
            var id = new DocumentId("Q-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var amount = Measure.Revenue.Of(Cny(change.Cents / 100m));
            var (effective, because) = (s_first.PlusDays(change.Effective), new Reason("changed"));
            var owner = change.Owner % owners;

            // A reversal can be undone as well, each once.
            var standing = ledger.Changes.Where(each => ledger.Changes.All(later => later.Reverses != each.Id)).ToArray();
            ledger = change.Kind switch
            {
                Kind.Relief => ledger.Record(QuotaChange.Relief(id, recorded, effective, owner, amount, because)),
                Kind.Correction => ledger.Record(QuotaChange.Correction(id, recorded, effective, owner, amount, because)),
                Kind.HedgeRelease => ledger.Record(QuotaChange.HedgeRelease(id, recorded, effective, owner, amount, because)),
                Kind.Transfer => ledger.Record(
                    QuotaChange.Transfer(id, recorded, effective, owner, (owner + 1) % owners, amount, because)),
                Kind.TransferToSeveral => ledger.Record(QuotaChange.Transfer(
                    id, recorded, effective, owner, because, ((owner + 1) % owners, amount), ((owner + 2) % owners, amount * 0.3m))),
                Kind.Admission => ledger.Record(QuotaChange.Admission(id, recorded, effective, owners++, amount * 0m, because)),
                _ => standing.Length == 0 ? ledger
                    : ledger.Reverse(standing[change.Owner % standing.Length].Id, id, recorded, because),
            };
        }

        return ledger;
    }

    private enum Kind
    {
        Relief,
        Correction,
        HedgeRelease,
        Transfer,
        TransferToSeveral,
        Admission,
        Reversal,
    }
}
