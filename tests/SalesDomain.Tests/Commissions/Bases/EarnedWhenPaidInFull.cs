using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>With the first payment, or when all is paid (全款到账): of a line, or of the whole contract.</summary>
public sealed class EarnedWhenPaidInFull
{
    private static readonly EarningSchedule s_thirty =
        EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(30)), (Stage.Collected, Percent(70)));

    private static readonly SalesLine s_one = Line(Stage.Ordered, "SO-1", On(2, 10), 5_000m);
    private static readonly SalesLine s_two = Line(Stage.Ordered, "SO-1", On(2, 10), 5_000m, number: 2);
    private static readonly SalesLine s_first = Line(Stage.Invoiced, "INV-1", On(3, 1), 5_000m, "SO-1");
    private static readonly SalesLine s_second = OfTwo(Line(Stage.Invoiced, "INV-2", On(3, 1), 5_000m, "SO-1"));
    private static readonly CollectionLine s_paid = Paid("R-1", "INV-1", On(3, 20), 5_650m);

    // Lines of 5,000 at 10 %, 30 % with the order and 70 % when paid. The first is invoiced and paid, the second is open.
    [Theory]
    [InlineData(EarningPace.WhenLineComplete, "500", "150")]
    [InlineData(EarningPace.WhenDealComplete, "150", "150")]
    [InlineData(EarningPace.OnFirstOfLine, "500", "150")]
    [InlineData(EarningPace.OnFirstOfDeal, "500", "500")]
    [InlineData(EarningPace.InProportion, "500", "150")]
    public void The_pace_says_whether_it_asks_the_line_or_the_deal(EarningPace pace, string one, string two) =>
        Assert.Equal((Number(one), Number(two)), Earned(pace, [s_one, s_two, s_first], [s_paid]));

    [Fact]
    public void The_contract_is_paid_in_full_when_nothing_that_stands_is_open()
    {
        var cancelled = Line(Stage.Ordered, "CA-1", On(3, 2), -5_000m, originalLine: s_two.Id);
        CollectionLine[] both = [s_paid, Paid("R-2", "INV-2", On(3, 21), 5_650m)];

        Assert.Equal((500m, 500m), Earned(EarningPace.WhenDealComplete, [s_one, s_two, s_first, s_second], both));
        Assert.Equal((150m, 150m), Earned(EarningPace.WhenDealComplete, [s_one, s_two, s_first, s_second], [s_paid]));

        // The second line is cancelled: it earns nothing, and holds nothing up.
        Assert.Equal((500m, 0m), Earned(EarningPace.WhenDealComplete, [s_one, s_two, s_first, cancelled], [s_paid]));
        Assert.Equal((500m, 0m), Earned(EarningPace.OnFirstOfDeal, [s_one, s_two, s_first, cancelled], [s_paid]));
    }

    // 10,000 at 10 %, of which 4,000 are cancelled, or credited after they were invoiced; what is left is paid in full: 600.
    [Theory]
    [InlineData(EarningPace.WhenLineComplete)]
    [InlineData(EarningPace.WhenDealComplete)]
    [InlineData(EarningPace.OnFirstOfLine)]
    [InlineData(EarningPace.OnFirstOfDeal)]
    public void What_is_cancelled_or_credited_is_not_waited_for_and_not_paid(EarningPace pace)
    {
        var order = Line(Stage.Ordered, "SO-1", On(2, 10), 10_000m);
        var cancelled = Line(Stage.Ordered, "CA-1", On(2, 20), -4_000m, original: "SO-1");
        var invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 10_000m, "SO-1");
        var note = Line(Stage.Invoiced, "CN-1", On(3, 2), -4_000m, originalLine: invoice.Id);
        var paid = Paid("R-1", "INV-1", On(3, 20), 6_780m);
        Money Of(params SalesLine[] lines) =>
            s_thirty.With(Stage.Collected, pace).Earned(Cny(1_000m), DealProgress.OfFacts(order.Id.Document, lines, [paid])).ToDate;

        Assert.Equal(Cny(600m), Of(order, cancelled, Line(Stage.Invoiced, "INV-1", On(3, 1), 6_000m, "SO-1")));
        Assert.Equal(Cny(600m), Of(order, cancelled, invoice, note));
        Assert.Equal(Cny(600m), Of(order, invoice, note));
        var explanation = s_thirty.With(Stage.Collected, pace)
            .Earned(Cny(1_000m), DealProgress.OfFacts(order.Id.Document, [order, cancelled, invoice, note], [paid])).Explain();
        Assert.True(explanation.IsVerified);
        Assert.Equal(Cny(600m), explanation.Value);
    }

    // Taxes of three invoices come to a cent less than that of the order.
    [Fact]
    public void A_cent_of_tax_is_not_waited_for()
    {
        var order = Line(Stage.Ordered, "SO-1", On(2, 10), 100m);
        SalesLine[] invoices =
            [.. new[] { 33.33m, 33.33m, 33.34m }.Select((net, i) => Line(Stage.Invoiced, "INV-" + (char)('1' + i), On(3, 1), net, "SO-1"))];
        CollectionLine[] paid =
        [
            .. invoices.Select((line, i) =>
                Paid("R-" + (char)('1' + i), line.Id.Document.ToString(), On(3, 9), line.GrossAmount.Amount)),
        ];

        Assert.Equal(Cny(112.99m), Money.Sum(Currency.CNY, paid.Select(each => each.Amount)));
        Assert.Equal(
            Cny(10m),
            s_thirty.With(Stage.Collected, EarningPace.WhenDealComplete)
                .Earned(Cny(10m), DealProgress.OfFacts(order.Id.Document, [order, .. invoices], paid)).ToDate);
    }

    // A credit note and its refund are each enough to lower what is collected: neither alone makes a difference, and both are named.
    [Theory]
    [InlineData(EarningPace.InProportion)]
    [InlineData(EarningPace.WhenLineComplete)]
    [InlineData(EarningPace.WhenDealComplete)]
    public void A_credit_note_and_its_refund_are_both_named(EarningPace pace)
    {
        var note = Line(Stage.Invoiced, "CN-1", On(8, 2), -5_000m, originalLine: s_first.Id);
        var deals = DealBook.Of([s_one, s_first, note], [s_paid, Back(s_paid, "R-2", On(8, 9), 5_650m)]);
        var third = s_thirty.With(Stage.Collected, pace).ToEarnings(At(10m).Evaluate(s_one), deals, DateSpan.OfQuarter(2026, 3)).Single();

        Assert.Equal(Cny(-500m), third.Amount);
        Assert.Equal([note.Id, new LineId(new DocumentId("R-2"), 1)], third.Included);
    }

    // Of an order of one line, line and deal are the same.
    [Property(MaxTest = 100)]
    public Property Of_one_line_the_paces_of_the_line_and_of_the_deal_are_one() =>
        Prop.ForAll(
            Gen.Choose(0, 120).ArrayOf(3).ToArbitrary(), parts =>
            {
                var cancelled = Line(Stage.Ordered, "CA-1", On(2, 20), (-50m * parts[0]) - 1m, original: "SO-1");
                var note = Line(Stage.Invoiced, "CN-1", On(3, 2), (-50m * parts[1]) - 1m, originalLine: s_first.Id);
                var deals = DealBook.Of([s_one, cancelled, s_first, note], [Paid("R-1", "INV-1", On(3, 20), 56.5m * parts[2])]);
                Money Of(EarningPace pace) => Money.Sum(
                    Currency.CNY,
                    s_thirty.With(Stage.Collected, pace).ToEarnings(At(10m).Evaluate(s_one), deals, DateSpan.OfQuarter(2026, 1))
                        .Select(each => each.Amount));

                return Of(EarningPace.OnFirstOfLine) == Of(EarningPace.OnFirstOfDeal)
                    && Of(EarningPace.WhenLineComplete) == Of(EarningPace.WhenDealComplete)
                    && Of(EarningPace.WhenLineComplete) <= Of(EarningPace.InProportion)
                    && Of(EarningPace.InProportion) <= Of(EarningPace.OnFirstOfLine);
            });

    // Whatever is cancelled, credited and paid, what is earned explains itself, and figures that are changed are found.
    [Property(MaxTest = 200)]
    public Property What_has_fallen_explains_itself_at_every_pace() =>
        Prop.ForAll(
            Gen.Choose(0, 120).ArrayOf(3).ToArbitrary(), Gen.Choose(0, 4).Select(pace => (EarningPace)pace).ToArbitrary(),
            Gen.Choose(0, 1_000).ToArbitrary(), (parts, pace, choice) =>
            {
                var cancelled = Line(Stage.Ordered, "CA-1", On(2, 20), (-50m * parts[0]) - 1m, original: "SO-1");
                var note = Line(Stage.Invoiced, "CN-1", On(3, 2), (-50m * parts[1]) - 1m, originalLine: s_first.Id);
                var earned = s_thirty.With(Stage.Collected, pace).Earned(
                    Cny(500m),
                    DealProgress.OfFacts(
                        s_one.Id.Document, [s_one, cancelled, s_first, note], [Paid("R-1", "INV-1", On(3, 20), 56.5m * parts[2])]));

                Assert.Equal(earned.ToDate, earned.Explain().Value);
                Tampering.IsNamed(earned.Explain(), choice);
            });

    private static (decimal One, decimal Two) Earned(EarningPace pace, SalesLine[] lines, CollectionLine[] receipts)
    {
        var earnings = s_thirty.With(Stage.Collected, pace)
            .ToEarnings(At(10m).Evaluate(s_one, s_two), DealBook.Of(lines, receipts), DateSpan.OfQuarter(2026, 1));
        return (Of(s_one), Of(s_two));

        decimal Of(SalesLine line) => earnings.SingleOrDefault(each => each.Line == line.Id)?.Amount.Amount ?? 0m;
    }

    private static SalesLine OfTwo(SalesLine line)
    {
        var builder = line.ToBuilder();
        builder.OrderLine = new LineId(new DocumentId("SO-1"), 2);
        return builder.Build();
    }
}
