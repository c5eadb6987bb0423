using System;
using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Rebates;

public sealed class WhatCountsForAnAgreement
{
    private static readonly LocalDate s_day = new(2026, 3, 31);
    private static readonly RebateAgreement s_tenPercent = Agreement(Yearly(RebateMode.AllUnits, (0m, Rate(10))));

    [Theory]
    [InlineData(PriceKind.Standard, 10)]
    [InlineData(PriceKind.Consignment, 10)]
    [InlineData(PriceKind.Project, 10)]
    [InlineData(PriceKind.Special, 0)]
    [InlineData(PriceKind.RebateFunded, 0)]
    public void Special_prices_and_goods_paid_from_rebates_do_not_count_unless_named(PriceKind kind, int earned)
    {
        var line = Sale(s_day, 100m, kind: kind);

        Assert.Equal(Cny(earned), s_tenPercent.Evaluate(line).Earned);
        Assert.Equal(Cny(10m), s_tenPercent.WithPriceKinds(kind).Evaluate(line).Earned);
    }

    [Fact]
    public void P_2_a_credit_note_that_settles_a_rebate_never_counts()
    {
        var named = s_tenPercent.WithPriceKinds(PriceKind.Standard, PriceKind.RebateFunded);
        var settlement = Sale(s_day, -10m, pieces: 0m, kind: PriceKind.RebateFunded, line: 2);

        Assert.Equal(Cny(10m), named.Evaluate(Sale(s_day, 100m), settlement).Earned);
        Assert.Equal(Cny(15m), named.Evaluate(Sale(s_day, 100m), Sale(s_day, 50m, kind: PriceKind.RebateFunded, line: 2)).Earned);
    }

    [Fact]
    public void A_credit_for_money_alone_counts_unless_it_is_left_out()
    {
        SalesLine[] lines = [Sale(s_day, 100m), Sale(s_day, -20m, pieces: 0m, line: 2)];

        Assert.Equal(Cny(8m), s_tenPercent.Evaluate(lines).Earned);
        Assert.Equal(Cny(10m), s_tenPercent.WithoutCreditNotes().Evaluate(lines).Earned);
    }

    [Theory]
    [InlineData(Stage.Ordered)]
    [InlineData(Stage.Delivered)]
    [InlineData(Stage.Invoiced)]
    [InlineData(Stage.Collected)]
    public void One_stage_counts(Stage stage)
    {
        SalesLine[] lines =
        [
            Sale(s_day, 100m, stage: Stage.Ordered), Sale(s_day, 200m, stage: Stage.Delivered), Sale(s_day, 300m, stage: Stage.Invoiced),
            Sale(s_day, 400m, stage: Stage.Collected),
        ];

        Assert.Equal(
            Cny(10m * ((int)stage + 1)), s_tenPercent.WithStage(stage).Evaluate(lines).Earned);
        Assert.Equal(Cny(30m), s_tenPercent.Evaluate(lines).Earned);
    }

    [Theory]
    [InlineData(2025, 12, 31, 0)]
    [InlineData(2026, 1, 1, 10)]
    [InlineData(2026, 12, 31, 10)]
    [InlineData(2027, 1, 1, 0)]
    public void Both_end_days_count(int year, int month, int day, int earned) =>
        Assert.Equal(Cny(earned), s_tenPercent.Evaluate(Sale(new LocalDate(year, month, day), 100m)).Earned);

    [Fact]
    public void The_day_of_the_service_decides_where_it_is_said()
    {
        var line = Sale(new LocalDate(2026, 4, 1), 100m).ToBuilder();
        line.ServiceDate = s_day;
        var quarterly = Agreement(OnRevenue("quarter", FiscalPeriodKind.Quarter, RebateScale.Flat(Rate(10))));
        var byService = quarterly.WithDateBasis(RebateDateBasis.ServiceDate);

        Assert.Equal(Cny(10m), quarterly.Evaluate(line.Build()).EarnedOf("quarter", Quarter(2)));
        Assert.Equal(Cny(10m), byService.Evaluate(line.Build()).EarnedOf("quarter", Quarter(1)));
        Assert.Equal(Cny(10m), byService.Evaluate(Sale(new LocalDate(2026, 4, 1), 100m)).EarnedOf("quarter", Quarter(2)));
        Assert.Equal((s_day, new LocalDate(2026, 4, 1)), (byService.DayOf(line.Build()), quarterly.DayOf(line.Build())));
    }

    [Fact]
    public void Net_or_gross_of_discounts_and_of_tax_is_the_measure()
    {
        var line = Sale(s_day, 100m, list: 120m, tax: 13m);
        Money Earned(Measure measure) =>
            Agreement(Rebate.Of(
                "year", FiscalPeriodKind.Year, RebateLevel.Turnover(measure), RebateScale.Flat(Rate(10)), RebateBasis.Of(measure)))
                .Evaluate(line).Earned;

        Assert.Equal(
            [Cny(10m), Cny(11.30m), Cny(12m)], new[] { Measure.Revenue, Measure.GrossRevenue, Measure.ListValue }.Select(Earned));
        Assert.Equal("measure", Assert.Throws<ArgumentException>(() => RebateBasis.Of(Measure.Margin)).ParamName);
        Assert.Equal("measure", Assert.Throws<ArgumentException>(() => RebateLevel.Turnover(Measure.Collections)).ParamName);
    }

    [Fact]
    public void A_line_without_the_amount_makes_it_unknown_and_not_zero()
    {
        var agreement = Agreement(Rebate.Of(
            "year", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.ListValue), RebateScale.Flat(Rate(10)),
            RebateBasis.Of(Measure.ListValue)));
        var result = agreement.Evaluate(Sale(s_day, 100m, list: 120m), Sale(s_day, 100m, line: 2)).Results[0];

        Assert.Equal((Cny(0m), Figure.Absent), (result.Earned, result.Level));
        Assert.Equal("rebate.amount-unknown (lines 1)", Assert.Single(result.Reasons).ToString());
        Assert.Null(AgreementTurnover.Of(agreement, [Sale(s_day, 100m)]).LevelOf("year", Year()));
        Assert.True(result.Explain().IsVerified);
    }

    [Fact]
    public void Scopes_of_agreement_rebate_level_and_basis_all_have_to_match()
    {
        var scope = Scope.Everything.Except(new ProductId("X"));
        var rebate = Rebate.Of(
            "year", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue), RebateScale.Of(
                RebateMode.AllUnits, StepSchedule.From((300m, Rate(10)))),
            RebateBasis.Of(Measure.Revenue).WithScope(Scope.Everything.Only(new ProductId("F"))))
            .WithScope(Scope.Everything.Except(new ProductId("Y")));
        SalesLine[] lines =
            [InMonth(1, 200m, product: "F"), InMonth(2, 100m), InMonth(3, 1_000m, product: "X"), InMonth(4, 1_000m, product: "Y")];

        Assert.Equal(Cny(20m), Agreement(rebate).WithScope(scope).Evaluate(lines).Earned);
        Assert.Equal(Cny(0m), Agreement(rebate).WithScope(scope).Evaluate(lines[0]).Earned);
    }

    [Fact]
    public void Categories_are_told_by_the_caller_and_asked_for_where_they_are_not()
    {
        var tea = new ProductCategoryId("tea");
        var agreement = s_tenPercent.WithScope(Scope.Everything.Only(tea));
        var book = RebateBook.Of(agreement);
        SalesLine[] lines = [InMonth(1, 100m, product: "P"), InMonth(1, 200m, product: "Q")];

        var turnovers = book.WithSubjects(line => ScopeSubject.FromLine(line).With(line.Product.Code == "P" ? tea : new("coffee")))
            .Turnovers(lines);

        Assert.Equal(Cny(10m), RebateStatement.Of(turnovers.All[0], RebateFigures.None, YearEnd).Earned);
        Assert.Equal(
            Cny(30m), RebateStatement.Of(turnovers.All[0].With(InMonth(2, 200m)), RebateFigures.None, YearEnd).Earned);
        Assert.Throws<ArgumentException>(() => book.Turnovers(lines));
    }

    [Fact]
    public void A_weight_is_a_quantity_to_which_products_convert()
    {
        var kilograms = Measure.Units(UnitOfMeasure.Kilogram);
        var agreement = Agreement(Rebate.Of(
            "weight", FiscalPeriodKind.Year, RebateLevel.Turnover(kilograms),
            RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((100m, RebateBenefit.PerUnit(Cny(2m), UnitOfMeasure.Kilogram)))),
            RebateBasis.Of(kilograms)));
        var book = RebateBook.Of(agreement);
        var bag = UnitConversions.Of(UnitOfMeasure.Kilogram).With(Quantity.Pieces(1m), new Quantity(25m, UnitOfMeasure.Kilogram));

        Assert.Equal(
            Cny(200m),
            RebateStatement.Of(book.WithUnits(_ => bag).Turnovers([InMonth(1, 500m, 4m)]).All[0], RebateFigures.None, YearEnd).Earned);
        Assert.Throws<UnitMismatchException>(() => book.Turnovers([InMonth(1, 500m, 4m)]));
    }

    [Fact]
    public void An_earlier_start_counts_the_lines_since_then()
    {
        var agreement = s_tenPercent.WithSpan(DateSpan.From(new LocalDate(2026, 6, 1)));

        Assert.Equal(Cny(0m), agreement.Evaluate(InMonth(3, 100m)).Earned);
        Assert.Equal(Cny(10m), agreement.WithSpan(DateSpan.From(new LocalDate(2026, 1, 1))).Evaluate(InMonth(3, 100m)).Earned);
        Assert.Equal(Cny(10m), agreement.WithSpan(DateSpan.Always).Evaluate(InMonth(3, 100m)).Earned);
    }

    [Fact]
    public void A_line_in_another_currency_is_refused()
    {
        var line = Sale(s_day, 100m).ToBuilder();
        (line.NetAmount, line.Tax) = (new Money(100m, Currency.USD), Money.Zero(Currency.USD));

        Assert.Equal(
            "lines", Assert.Throws<CurrencyMismatchException>(() => AgreementTurnover.Of(s_tenPercent, [line.Build()])).ParamName);
    }
}
