using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;
using static SalesDomain.Tests.Commissions.Bases.ScheduledDeals;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>A floor of 500 a quarter (保底) beside lines that are earned with their progress.</summary>
public sealed class FloorsByProgress
{
    private static readonly EarningSchedule s_onMoney = EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percent(100)));
    private static readonly SalesLine s_order = Line(Stage.Ordered, "SO-1", On(2, 10), 2_000m);
    private static readonly SalesLine s_invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 2_000m, "SO-1");
    private static readonly SalesLine s_cancelled = Line(Stage.Ordered, "CA-1", On(5, 1), -2_000m, original: "SO-1");
    private static readonly CollectionLine s_paid = Paid("R-1", "INV-1", On(5, 20), 2_260m);

    [Fact]
    public void Who_sold_a_little_has_the_floor_like_who_sold_nothing()
    {
        var sold = Plan().Evaluate(s_order);
        Assert.Equal((Cny(500m), Cny(500m)), (sold.Earned, Plan().Evaluate().Earned));
        Assert.Equal(["orders: 500"], Of(Halves, Plan().Evaluate(), DealBook.Of([]), 1));

        var unpaid = DealBook.Of([s_order], []);
        Assert.Equal(["SO-1/1: 100", "orders: 400"], Of(Halves, sold, unpaid, 1));
        Assert.Empty(Of(Halves, sold, unpaid, 2));
        Assert.Equal(["orders: 500"], Of(s_onMoney, sold, unpaid, 1));

        // What the line earns later is in the floor already; in the end 200 are of the line, and 300 of the floor.
        var paid = DealBook.Of([s_order, s_invoice], [s_paid]);
        Assert.Equal(["SO-1/1: 100", "orders: 400"], Of(Halves, sold, paid, 1));
        Assert.Equal(["SO-1/1: 100", "orders: -100"], Of(Halves, sold, paid, 2));
        Assert.Empty(Of(Halves, sold, paid, 3));

        // Cancelled, it is as if nothing had been sold.
        Assert.Equal(["SO-1/1: -100", "orders: 100"], Of(Halves, sold, DealBook.Of([s_order, s_cancelled], []), 2));
    }

    [Fact]
    public void Who_sold_more_than_the_floor_and_waits_for_the_money_has_the_floor()
    {
        var order = Line(Stage.Ordered, "SO-1", On(2, 10), 6_000m);
        var invoice = Line(Stage.Invoiced, "INV-1", On(3, 1), 6_000m, "SO-1");
        var deals = DealBook.Of([order, invoice], [Paid("R-1", "INV-1", On(5, 20), 6_780m)]);
        var sold = Plan().Evaluate(order);

        Assert.Equal(["orders: 500"], Of(s_onMoney, sold, deals, 1));
        Assert.Equal(["SO-1/1: 600", "orders: -500"], Of(s_onMoney, sold, deals, 2));
        Assert.Equal(
            "commission.floor-to-date (component orders, floor CNY 500.00, earned by lines CNY 0.00)",
            s_onMoney.ToEarnings(sold, deals, DateSpan.OfQuarter(2026, 1)).Single().Reasons.Single().ToString());
    }

    // A receipt without a due date: what the line has earned is not known, and the floor is.
    [Fact]
    public void A_line_that_is_not_known_does_not_keep_the_floor()
    {
        var late = s_onMoney.WithLateness(Lateness);
        var deals = DealBook.Of([s_order, s_invoice], [Paid("R-1", "INV-1", On(3, 20), 2_260m)]);
        Assert.Equal(["SO-1/1: not known", "orders: 500"], Of(late, Plan().Evaluate(s_order), deals, 1));
    }

    // The payee leaves in April. What the line earns in May is not his, and so it is not set against his floor; what is cancelled is.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_leaver_keeps_the_floor(bool isCancelled)
    {
        var deals = isCancelled ? DealBook.Of([s_order, s_cancelled], []) : DealBook.Of([s_order, s_invoice], [s_paid]);
        var (sold, rules) = (Plan().Evaluate(s_order), PayoutRules.Of(Rounding.Commercial));
        var account = CommissionAccount.In(Currency.CNY)
            .Settle(Halves.ToEarnings(sold, deals, DateSpan.OfQuarter(2026, 1)), Run(3), rules).Account.Leave(On(3, 31));
        var second = Halves.ToEarnings(sold, deals, DateSpan.OfQuarter(2026, 2));

        Assert.Equal(Cny(500m), account.Settle(second, Run(6), rules).Account.Balances.Earned);
        Assert.Equal(Cny(500m), account.Settle(second, Run(6), rules.EarningAfterLeaving()).Account.Balances.Earned);
        Assert.Empty(account.Settle(second, Run(6), rules.EarningAfterLeaving()).Reasons);
    }

    // Whatever is sold, paid, late or cancelled: at the end of each quarter not less is earned than by who sold nothing.
    [Property(MaxTest = 200)]
    public Property Who_sold_never_has_less_than_who_sold_nothing() =>
        Prop.ForAll(
            Cases(),
            any =>
            {
                var plan = Plan(any.Floor, any.Factor);
                var (sold, none) = (Evaluated(plan, any.Factor, any.Orders), Evaluated(plan, any.Factor, []));
                var (deals, nothing) = (Deals(any, isWhole: false), DealBook.Of([]));
                var (earned, least) = (0m, 0m);
                foreach (var quarter in Enumerable.Range(1, 4).Select(each => DateSpan.OfQuarter(2026, each)))
                {
                    earned += any.Schedule.ToEarnings(sold, deals, quarter).Sum(each => each.Amount.Amount);
                    least += any.Schedule.ToEarnings(none, nothing, quarter).Sum(each => each.Amount.Amount);
                    Assert.True(earned >= least, earned + " of " + least);
                }
            });

    // When all is paid, lines and what the floor adds are what the component came to, after multipliers and the cap of the plan.
    [Property(MaxTest = 200)]
    public Property Lines_and_the_rest_sum_to_the_component() =>
        Prop.ForAll(
            Cases(),
            any =>
            {
                var plan = Plan(any.Floor, any.Factor, any.Cap);
                var sold = Evaluated(plan, any.Factor, any.Orders);
                var deals = Deals(any, isWhole: true);
                CommissionEarning[] all =
                    [.. Enumerable.Range(1, 4).SelectMany(each => any.Schedule.ToEarnings(sold, deals, DateSpan.OfQuarter(2026, each)))];
                Assert.Equal(sold.Of("orders").Earned, Sum(all.Where(each => each.Component == "orders")));
                Assert.Equal(sold.Earned, Sum(all));
                Assert.Equal(sold.Of("orders").Earned, sold.Of("orders").Unattributed
                    + Money.Sum(Currency.CNY, sold.Of("orders").Credits.Select(each => each.Earned)));
            });

    private static Arbitrary<Case> Cases() =>
        (from orders in Gen.Choose(1, 600_000).ArrayOf(3)
         from count in Gen.Choose(1, 3)
         from paid in Gen.Choose(0, 100).ArrayOf(3)
         from cancelled in Gen.Choose(0, 100).ArrayOf(3)
         from floor in Gen.Choose(0, 60_000)
         from factor in Gen.Elements(100, 100, 33, 150, 0)
         from cap in Gen.Choose(1, 90_000)
         from share in Gen.Elements(1, 50, 99)
         from pace in Gen.Elements(EarningPace.InProportion, EarningPace.WhenLineComplete, EarningPace.OnFirstOfDeal)
         select new Case(
             [.. orders.Take(count).Select((cents, i) => Line(Stage.Ordered, "SO-" + (char)('1' + i), On(2, 10), cents / 100m))],
             paid, cancelled, floor / 100m, factor, cap / 100m,
             EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percent(share)), (Stage.Collected, Percent(100 - share)))
                 .With(Stage.Collected, pace))).ToArbitrary();

    private static DealBook Deals(Case any, bool isWhole)
    {
        List<SalesLine> lines = [.. any.Orders];
        List<CollectionLine> receipts = [];
        for (var i = 0; i < any.Orders.Length; i++)
        {
            var (order, number) = (any.Orders[i], ((char)('1' + i)).ToString());
            var part = isWhole ? 1m : any.Paid[i] / 100m;
            lines.Add(Line(Stage.Invoiced, "INV-" + number, On(3, 1), order.NetAmount.Amount, order.Id.Document.ToString()));
            if (part > 0m)
                receipts.Add(Paid("R-" + number, "INV-" + number, On(3 + (3 * i), 20), order.GrossAmount.Amount * part));
            if (!isWhole && any.Cancelled[i] > 50)
            {
                lines.Add(
                    Line(
                        Stage.Ordered, "CA-" + number, On(5, 1), -order.NetAmount.Amount * any.Cancelled[i] / 100m,
                        original: order.Id.Document.ToString()));
            }
        }

        return DealBook.Of(lines, receipts);
    }

    private static CommissionPlan Plan(decimal floor = 500m, int factor = 100, decimal? cap = null)
    {
        var orders = CommissionComponent.Cumulative(
            "orders", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered)),
            CommissionRate.Flat(Percent(10))).WithFloor(Cny(floor));
        if (factor != 100)
            orders = orders.ModifiedBy(CommissionModifier.Factor("quality"));
        var plan = cap is null ? CommissionPlan.Of("Orders 2026", Currency.CNY, Rounding.Commercial, orders)
            : CommissionPlan.Of(
                "Orders 2026", Currency.CNY, Rounding.Commercial, orders,
                CommissionComponent.OfGoal("launch", CommissionRate.Score("score")));
        return cap is { } most ? plan.WithCap(Cny(most)) : plan;
    }

    private static CommissionResult Evaluated(CommissionPlan plan, int factor, SalesLine[] orders)
    {
        var quarter = DateSpan.OfQuarter(2026, 1);
        var figures = plan.Sum(quarter, orders.Select(Own));
        if (factor != 100)
            figures = figures.WithFigure("quality", Percent(factor));
        var terms = CommissionTerms.None;
        if (plan.Components.Count > 1)
            (figures, terms) = (figures.WithFigure("score", Percent(100)), terms.WithTarget("launch", Cny(321.45m)));
        return plan.Evaluate(quarter, terms, figures);
    }

    private static Money Sum(IEnumerable<CommissionEarning> earnings) => Money.Sum(Currency.CNY, earnings.Select(each => each.Amount));

    private static string[] Of(EarningSchedule schedule, CommissionResult result, DealBook deals, int quarter) =>
    [
        .. schedule.ToEarnings(result, deals, DateSpan.OfQuarter(2026, quarter)).Select(
            each => (each.Line?.ToString() ?? each.Component) + ": "
                + (each.IsKnown ? each.Amount.Amount.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : "not known")),
    ];

    private sealed record Case(
        SalesLine[] Orders, int[] Paid, int[] Cancelled, decimal Floor, int Factor, decimal Cap, EarningSchedule Schedule);
}
