using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>
/// Worked figures of the rules of a head of sales, as far as money, percentages, quantities and rounding alone give them.
/// </summary>
public sealed class PracticeRules
{
    private static readonly Rounding s_up = Rounding.ToDigits(0, RoundingMode.Up);

    [Fact]
    public void R_2_New_customers_that_a_growth_plan_needs()
    {
        var kept = Cny(9_500_000m) * Percent(8).Complement() * (Percentage.OneHundred + Percent(2));
        var missing = Cny(12_000_000m) - kept;
        var customers = (missing - Cny(1_200_000m)) / Cny(180_000m);

        Assert.Equal(Cny(8_914_800m), kept);
        Assert.Equal(Cny(3_085_200m), missing);
        Assert.Equal(10.47m, customers.To(2));
        Assert.Equal(11m, s_up.Round(customers));
    }

    [Fact]
    public void R_3_Needed_a_month_for_the_rest_of_the_year() =>
        Assert.Equal(
            Cny(1_266_667m), ((Cny(12_000_000m) - Cny(4_400_000m)) / 6).Round(Rounding.ToDigits(0, RoundingMode.HalfAwayFromZero)));

    [Fact]
    public void R_4_Pace()
    {
        var (quota, sold) = (Cny(1_200_000m), Cny(540_000m));
        var (calendar, month, asOf) = (WorkCalendar.MondayToFriday, DateSpan.OfMonth(2021, 9), new LocalDate(2021, 9, 15));
        var (days, gone, left) = (
            calendar.WorkingDays(month), calendar.ElapsedWorkingDays(month, asOf), calendar.RemainingWorkingDays(month, asOf));
        Assert.Equal((22, 11, 11), (days, gone, left));

        var attained = Percentage.Ratio(sold, quota)!.Value;
        var elapsed = Percentage.Ratio(gone, days)!.Value;

        Assert.Equal(Percent(45), attained);
        Assert.Equal(Percent(50), elapsed);
        Assert.Equal(-5m, attained.PointsAbove(elapsed));
        Assert.Equal(Cny(60_000m), (quota - sold) / left);
        Assert.Equal(Cny(1_080_000m), sold * days / gone);
        Assert.Equal(Percent(128.57m), Percentage.Ratio(sold, Percent(35).Of(quota)).To(2));
    }

    [Fact]
    public void R_5_Process_rebate_and_the_reach_of_a_step()
    {
        var pool = Percent(1).Of(Cny(950_000m));
        var reached = (Percent(40) * 1.0m) + (Percent(30) * 0.8m) + (Percent(30) * 0m);
        Assert.Equal(Cny(9_500m), pool);
        Assert.Equal(Cny(6_080m), reached.Of(pool));

        var (now, next) = (Cny(960_000m), Cny(1_000_000m));
        var gained = Percent(2).Of(next) - Percent(1).Of(now);
        Assert.Equal(Cny(9_600m), Percent(1).Of(now));
        Assert.Equal(Cny(10_400m), gained);
        Assert.Equal(Percent(26), Percentage.Ratio(gained, next - now));
        Assert.Equal(Cny(19_200m), Percent(2).Of(Cny(80_000m) * 12));
    }

    [Fact]
    public void R_6_Penalty_for_diversion()
    {
        var perPiece = Cny(10m) * 500;
        var penalty = perPiece + Percent(20).Of(Cny(14_900m));

        Assert.Equal(Cny(7_980m), penalty);
        Assert.Equal(Cny(3_000m), Percent(60).Of(perPiece));
        Assert.Equal(Cny(92_020m), Cny(100_000m) - penalty);
    }

    [Fact]
    public void R_7_Price_protection()
    {
        var (stock, bought) = (Quantity.Pieces(1_200) + Quantity.Pieces(300), Quantity.Pieces(900));
        var eligible = stock < bought ? stock : bought;

        var claim = (Cny(94m) - Cny(90m)) * eligible.Amount;

        Assert.Equal(Cny(3_600m), claim);
        Assert.Equal(Cny(3_000m), Money.Min(claim, Cny(3_000m)));
    }

    [Theory]
    [InlineData(860, 800, 107.50)]
    [InlineData(860, 1130, 76.11)]
    [InlineData(860, 1630, 52.76)]
    [InlineData(780, 900, 86.67)]
    public void R_8_Collection_rate_by_four_names(int collected, int basis, decimal percent) =>
        Assert.Equal(Percent(percent), Percentage.Ratio(Cny(collected), Cny(basis)).To(2));

    [Fact]
    public void R_9_Discounting_a_bill()
    {
        var (face, rate) = (Cny(1_000_000m), Percent(2.4m));
        var days = Period.DaysBetween(new LocalDate(2026, 3, 20), new LocalDate(2026, 9, 15));
        Money Interest(int count, int year) => (rate.Of(face) * count / year).ToCents();

        Assert.Equal(179, days);
        Assert.Equal(Cny(11_933.33m), Interest(days, 360));
        Assert.Equal(Cny(988_066.67m), face - Interest(days, 360));
        Assert.Equal(Cny(987_866.67m), face - Interest(days + 3, 360));
        Assert.Equal(Cny(11_769.86m), Interest(days, 365));
        Assert.Equal(Percent(2.429m), Percentage.Ratio(Interest(days, 360) * 360, (face - Interest(days, 360)) * days).To(3));
    }

    [Fact]
    public void R_9_One_price_in_cash_on_account_and_by_bill()
    {
        var thirtyDays = Percent(4.8m) * 30 / 360;
        var halfAYear = Percent(4.8m) * 180 / 360;

        Assert.Equal(Cny(996.00m), thirtyDays.Complement().Of(Cny(1_000m)));
        Assert.Equal(Cny(1_024.59m), (Cny(1_000m) / halfAYear.Complement().Fraction).ToCents());
    }

    [Fact]
    public void R_9_Instruments_converted_to_cash()
    {
        var worth = Cny(300_000m) + (Cny(400_000m) * (Percent(2.4m) * 180 / 360).Complement())
            + (Cny(100_000m) * (Percent(5) * 180 / 360).Complement());

        Assert.Equal(Cny(792_700m), worth);
        Assert.Equal(Percent(99.09m), Percentage.Ratio(worth, Cny(800_000m)).To(2));
    }

    [Fact]
    public void R_11_Credit_limit_and_cost_of_credit()
    {
        var shipped = Cny(1_560_000m);

        Assert.Equal(Cny(156_000m), shipped / 10);
        Assert.Equal(Cny(130_000m), shipped / 12);
        Assert.Equal(Cny(187_200m), shipped / 10 * 1.5m * 0.8m);
        Assert.Equal(Cny(5_051.10m), (Percent(4.8m).Of(Cny(841_850m)) * 45 / 360).ToCents());
    }

    [Fact]
    public void R_12_Allowance_by_age_and_by_class()
    {
        Money Allowance(decimal[] thousands, decimal[] rates) =>
            Money.Sum(Currency.CNY, thousands.Zip(rates, (open, rate) => Percent(rate).Of(Cny(open * 1_000m))));

        Assert.Equal(Cny(96_000m), Allowance([800m, 150m, 60m, 20m, 10m, 5m], [5m, 10m, 30m, 50m, 80m, 100m]));
        Assert.Equal(Cny(59_000m), Allowance([1_000m, 200m, 80m, 30m, 10m], [1m, 2m, 25m, 50m, 100m]));
    }

    [Fact]
    public void R_13_Consignment()
    {
        var (sent, sold, back) = (Quantity.Pieces(1_000), Quantity.Pieces(640), Quantity.Pieces(60));

        Assert.Equal(Cny(60_160m), Cny(94m) * sold.Amount);
        Assert.Equal(Quantity.Pieces(300), sent - sold - back);
        Assert.Equal(Cny(28_200m), Cny(94m) * (sent - sold - back).Amount);

        // Filling the stock up is no line; what the dealer reports as sold is one, and counts against a quota.
        var line = Sales.Sale(new LocalDate(2026, 2, 10), 60_160m, change: builder =>
        {
            builder.PriceKind = PriceKind.Consignment;
            builder.Quantity = sold;
        });
        foreach (var rule in new[] { Sales.Revenue, Sales.Revenue.Within(Scope.Everything.Except(PriceKind.Free, PriceKind.RebateFunded)) })
            Assert.Equal(Cny(60_160m), rule.Evaluate(DateSpan.OfMonth(2026, 2), Crediting.BySalesperson, [line]).Total.Value?.Money);
    }

    [Fact]
    public void R_14_Free_goods_are_a_discount()
    {
        Assert.Equal(Percent(9.09m), Percentage.Ratio(Quantity.Pieces(1), Quantity.Pieces(11)).To(2));
        Assert.Equal(Percent(10), Percentage.Ratio(Quantity.Pieces(1), Quantity.Pieces(10)));
    }

    [Fact]
    public void R_15_Commission_on_collection_by_lateness()
    {
        (Money Collected, Percentage Factor)[] collections =
        [
            (Cny(113_000m), Percent(100)), (Cny(56_500m), Percent(90)), (Cny(33_900m), Percent(50)), (Cny(22_600m), Percent(0)),
        ];
        Money WithoutTax(Money gross) => gross / 1.13m;

        var commissions = collections.Select(collection => collection.Factor * Percent(2) * WithoutTax(collection.Collected)).ToArray();

        Assert.Equal([2_000m, 900m, 300m, 0m], commissions.Select(commission => commission.Amount));
        Assert.Equal(Cny(3_200m), Money.Sum(Currency.CNY, commissions));
        Assert.Equal(
            Cny(4_000m), Money.Sum(Currency.CNY, collections.Select(collection => Percent(2).Of(WithoutTax(collection.Collected)))));
        Assert.Equal(Cny(423.75m), Percent(6).Of(Cny(33_900m)) * 75 / 360);
    }

    [Fact]
    public void R_16_Commission_by_the_price_reached() => Assert.Equal(Cny(940.00m), Percent(2).Of(Cny(50_000m)) * Percent(94));

    [Fact]
    public void R_17_Risk_money()
    {
        var kept = Percent(20).Of(Cny(3_200m));

        Assert.Equal(Cny(640m), kept);
        Assert.Equal(Cny(7_680m), kept * 12);
        Assert.Equal(Cny(6_144m), Percent(80).Of(kept * 12));
    }

    [Theory]
    [InlineData(8_000, 1_600)]
    [InlineData(2_900, 410)]
    public void R_18_A_recovery_is_capped_by_the_wage(int wage, int recovered)
    {
        var (due, least) = (Cny(3_000m), Cny(2_490m));

        Assert.Equal(Cny(recovered), Money.Min(due, Money.Min(Percent(20).Of(Cny(wage)), Cny(wage) - least)));
    }

    [Fact]
    public void R_20_Order_of_one_and_a_half_times_the_sales()
    {
        var conversions = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24));
        var (before, bought, stock) = (Quantity.Pieces(40), Quantity.Pieces(60), Quantity.Pieces(25));

        var sold = before + bought - stock;
        var order = (1.5m * sold) - stock;

        Assert.Equal(Quantity.Pieces(75), sold);
        Assert.Equal(Quantity.Pieces(87.5m), order);
        Assert.Equal(new Quantity(4m, UnitOfMeasure.Case), conversions.Convert(order, UnitOfMeasure.Case, s_up));
        Assert.Equal(4.67m, (stock.Amount * 14m / sold.Amount).To(2));
    }

    [Fact]
    public void R_21_Late_payment_charge() => Assert.Equal(Cny(419.71m), (Percent(0.05m).Of(Cny(139_904m)) * 6).ToCents());
}
