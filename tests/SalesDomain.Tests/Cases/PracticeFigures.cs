using System.Linq;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>
/// Worked figures of a head of sales, by the section that states them; those of the single rules are in <see cref="PracticeRules"/>.
/// </summary>
public sealed class PracticeFigures
{
    private static readonly Percentage s_vat = Percent(13);
    private static readonly Rounding s_down = Rounding.ToDigits(0, RoundingMode.Down);

    [Fact]
    public void G4_3_Balance_of_price_and_rebate()
    {
        var purchases = Cny(745_000m);

        // The dealer resells at a margin of 8 %, has 420,000 tied up and wants 30 % a year of it, a quarter of that in the quarter.
        var resale = (purchases / Percent(8).Complement().Fraction).ToCents();
        var margin = resale - purchases;
        var least = (Percent(30).Of(Cny(420_000m)) / 4) + Cny(48_000m) - margin;
        Assert.Equal(Cny(809_782.61m), resale);
        Assert.Equal(Cny(64_782.61m), margin);
        Assert.Equal(Cny(14_717.39m), least);
        Assert.Equal(Percent(1.98m), Percentage.Ratio(least, purchases).To(2));

        // The maker keeps 20 % of revenue net of the rebate.
        var makersMargin = purchases - ((Cny(70m) + Cny(2m)) * 7_900);
        var most = (makersMargin - Percent(20).Of(purchases)) / Percent(20).Complement().Fraction;
        Assert.Equal(Cny(176_200m), makersMargin);
        Assert.Equal(Cny(34_000.00m), most);
        Assert.Equal(Percent(4.56m), Percentage.Ratio(most, purchases).To(2));
    }

    [Fact]
    public void G4_4_Load_and_money_of_a_truck()
    {
        var (carton, price) = (Quantity.Pieces(20), Cny(94.00m));
        var byVolume = s_down.Round(Percent(88).Fraction * 55m / 0.06m);
        var byWeight = s_down.Round(10_000m / 14m);
        var pieces = carton * byWeight;
        var truck = price * pieces.Amount * (Percentage.OneHundred + s_vat);
        Assert.Equal((806m, 714m), (byVolume, byWeight));
        Assert.Equal(Quantity.Pieces(14_280), pieces);
        Assert.Equal(Cny(1_516_821.60m), truck);

        var (credit, rebate) = (Cny(384_000m), Money.Min(Cny(100_000m), Percent(10).Of(truck)));
        var perCarton = price * carton.Amount * (Percentage.OneHundred + s_vat);
        Assert.Equal(Cny(1_032_821.60m), truck - credit - rebate);
        Assert.Equal(Cny(2_124.40m), perCarton);
        Assert.Equal(180m, s_down.Round(credit / perCarton));

        var partLoad = s_down.Round(Percent(60).Fraction * byWeight);
        Assert.Equal(428m, partLoad);
        Assert.Equal(0.4902m, (Cny(7_000m) / pieces.Amount).Amount.To(4));
        Assert.Equal(0.8178m, (Cny(7_000m) / (carton * partLoad).Amount).Amount.To(4));
    }

    [Fact]
    public void G4_5_Shop_sign_and_its_claw_back()
    {
        var area = new Quantity(24m, UnitOfMeasure.SquareMetre);

        var claim = Percent(70).Of(Cny(350m) * area.Amount);

        Assert.Equal(Cny(5_880m), claim);
        Assert.Equal(Cny(3_675.00m), claim * 15 / 24);
    }

    [Fact]
    public void G4_6_Output_of_a_promoter_per_day_and_hour()
    {
        var sales = Cny(86_400m);

        Assert.Equal(Cny(3_323.08m), (sales / 26).ToCents());
        Assert.Equal(Cny(415.38m), (sales / 208).ToCents());
    }

    [Fact]
    public void S5_Process_and_result_weighted() =>
        Assert.Equal(91.2m, (Percent(70).Fraction * 96m) + (Percent(30).Fraction * 80m));

    [Fact]
    public void S7_2_Limit_of_a_key_customer() => Assert.Equal(Cny(224_640m), Percent(120).Of(Cny(187_200m)));

    [Fact]
    public void S7_3_Total_cost_ratio_and_budget_shared_with_the_person()
    {
        var spent = Money.Sum(Currency.CNY, new[] { 60_000m, 15_040m, 10_000m, 12_000m }.Select(Cny));
        Assert.Equal(Percent(9.704m), Percentage.Ratio(spent, Cny(1_000_000m)));

        var budget = Percent(3).Of(Cny(1_225_000m));
        Assert.Equal(Cny(36_750m), budget);
        Assert.Equal(Cny(3_250m), Cny(40_000m) - budget);
        Assert.Equal(Cny(1_625m), Percent(50).Of(Cny(40_000m) - budget));
        Assert.Equal(Cny(735m), Percent(30).Of(budget - Cny(34_300m)));
    }

    [Fact]
    public void S7_5_Visits_made_of_visits_planned() => Assert.Equal(Percent(93.75m), Percentage.Ratio(90m, 96m));

    [Fact]
    public void S7_Hotel_daily_pay_and_its_two_divisors()
    {
        var calendar = WorkCalendar.MondayToFriday;

        Assert.Equal(21.75m, calendar.AveragePaidDaysAMonth);
        Assert.Equal(20.67m, calendar.AverageWorkingDaysAMonth(statutoryHolidays: 13).To(2));
        Assert.Equal(Cny(300.00m), Cny(6_525m) * 12 / calendar.AveragePaidDaysAYear);
        Assert.Equal(Cny(300.00m), Cny(6_525m) / calendar.AveragePaidDaysAMonth);
    }

    [Fact]
    public void S2_Pricing_effective_discount_of_a_document()
    {
        var steps = Percentage.Successive(Percent(8), Percent(5));
        Assert.Equal(Percent(12.6m), steps);

        // With 10 + 1 free, the free piece at list: 11 pieces' list for 10 pieces' net.
        var list = Cny(100m);
        Assert.Equal(
            Percent(20.55m),
            Percentage.Ratio(list * steps.Complement() * 10, list * 11)?.Complement()
                .Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));
    }

    [Fact]
    public void S2_Pricing_authority_tests_the_effective_discount_of_a_document()
    {
        var (salesperson, manager, director) = (new RoleId("salesperson"), new RoleId("area manager"), new RoleId("sales director"));
        var authority = Authority.Over("discount")
            .With(salesperson, ("discount", AuthorityLimit.AtMost(Percent(8))))
            .With(manager, ("discount", AuthorityLimit.AtMost(Percent(12.6m))))
            .With(director, ("discount", AuthorityLimit.Unlimited));
        var (list, net) = (Cny(1_000m), Percentage.Successive(Percent(8), Percent(5)).Complement().Of(Cny(1_000m)));
        var withFreeGoods = Percentage.Ratio(net, list / 10m * 11)!.Value.Complement();

        // At the limit is within it.
        Assert.Equal(salesperson, authority.Decide(("discount", Percent(8))).Role);
        Assert.Equal(salesperson, authority.Decide(("discount", Percent(5))).Role);
        Assert.Equal(manager, authority.Decide(("discount", Percentage.Ratio(net, list)!.Value.Complement())).Role);
        Assert.Equal(director, authority.Decide(("discount", withFreeGoods)).Role);
        Assert.Equal(Percent(20.55m), withFreeGoods.Round(Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero)));
    }

    [Fact]
    public void S2_Pricing_tax_is_taken_out_of_the_line_and_not_of_the_unit()
    {
        var (gross, withVat) = (Cny(9.99m), (Percentage.OneHundred + s_vat).Fraction);

        Assert.Equal(Cny(8_840.71m), (gross * 1_000 / withVat).ToCents());
        Assert.Equal(Cny(8.84m), (gross / withVat).ToCents());
        Assert.Equal(Cny(8_840.00m), (gross / withVat).ToCents() * 1_000);
    }

    [Fact]
    public void S2_Rebates_nested_additive_or_net_of_earlier_ones()
    {
        var (target, months) = (Cny(300_000m), new[] { 300_000m, 400_000m, 250_000m }.Select(Cny).ToArray());

        var monthly = Money.Sum(Currency.CNY, months.Where(month => month >= target).Select(Percent(1).Of));
        var quarterly = Percent(1.5m).Of(Money.Sum(Currency.CNY, months));

        Assert.Equal(Cny(7_000m), monthly);
        Assert.Equal(Cny(14_250m), quarterly);
        Assert.Equal(Cny(21_250m), monthly + quarterly);
        Assert.Equal(Cny(7_250m), quarterly - monthly);
    }

    [Fact]
    public void S2_Rebates_two_failures_withhold_additively_by_default()
    {
        var (rebate, failure) = (Cny(14_900m), Percent(20));

        Assert.Equal(Cny(8_940m), (failure + failure).Complement().Of(rebate));
        Assert.Equal(Percent(36), Percentage.Successive(failure, failure));
        Assert.Equal(Cny(9_536m), Percentage.Successive(failure, failure).Complement().Of(rebate));
    }

    [Fact]
    public void S2_Appraisals_figures()
    {
        Assert.Equal(90.0m, 89.95m.To(1));
        Assert.Equal(Percent(88.89m), Percentage.Ratio(120m + 40m, 100m + 80m).To(2));
        Assert.Equal(Cny(8_910m), Cny(9_000m) * 1.1m * 0.9m);
        Assert.Equal(Percent(88.89m), Percentage.Ratio(Cny(120_000m), Cny(135_000m)).To(2));
    }

    [Fact]
    public void S3_Annual_cost_of_a_cash_discount_by_the_simple_method()
    {
        var forgone = Percent(2).Fraction / Percent(2).Complement().Fraction;

        Assert.Equal(Percent(37.24m), Percentage.Ratio(forgone * 365m, 20m).To(2));
        Assert.Equal(Percent(36.73m), Percentage.Ratio(forgone * 360m, 20m).To(2));
    }

    [Fact]
    public void S3_Eleven_days_elapsed_are_eleven()
    {
        var (month, done) = (Cny(120_000m), Cny(35_000m));
        var april = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 4);
        var due = month * april.ElapsedDays(new NodaTime.LocalDate(2026, 4, 11)) / april.Days;

        Assert.Equal(Cny(44_000m), due);
        Assert.Equal(Percent(79.5m), Percentage.Ratio(done, due).To(1));
        Assert.Equal(Percent(72.9m), Percentage.Ratio(done, month * 12 / 30).To(1));
    }
}
