using System;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>Which facts an actual is made of, and what each contributes.</summary>
public sealed class FactsThatCount
{
    private static readonly LocalDate s_day = new(2026, 2, 10);
    private static readonly DateSpan s_month = DateSpan.OfMonth(2026, 2);

    [Fact]
    public void One_stage_counts_and_the_others_are_counted_as_left_out()
    {
        var actuals = Revenue.Evaluate(
            s_month, Crediting.BySalesperson,
            [
                Sale(s_day, 100m), Sale(s_day, 100m, change: line => line.Stage = Stage.Ordered),
                Sale(s_day, 100m, change: line => line.Stage = Stage.Delivered),
            ]);

        Assert.Equal(Cny(100m), actuals.Of(Person("S1")).Value);
        Assert.Equal([new Reason("actual.other-stage", ("facts", 2))], actuals.Reasons);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(27, true)]
    [InlineData(28, false)]
    public void Pitfall_19_both_end_days_of_the_period_count(int daysFromStart, bool counts)
    {
        var actuals = Revenue.Evaluate(s_month, Crediting.BySalesperson, [Sale(new LocalDate(2026, 2, 1).PlusDays(daysFromStart), 100m)]);

        Assert.Equal(Cny(counts ? 100m : 0m), actuals.Total.Value);
        Assert.Equal(counts ? [] : [new Reason("actual.outside-period", ("facts", 1))], actuals.Reasons);
    }

    [Fact]
    public void The_scope_says_whether_special_prices_and_consignment_count_and_free_goods_are_no_units_sold()
    {
        SalesLine[] lines =
        [
            .. new[] { PriceKind.Standard, PriceKind.Special, PriceKind.Consignment }
            .Select(kind => Sale(s_day, 100m, change: line => line.PriceKind = kind)),
            Sale(s_day, 0m, change: line => { line.PriceKind = PriceKind.Free; line.Quantity = Quantity.Pieces(7); line.Cost = null; }),
        ];

        Assert.Equal(Cny(300m), Revenue.Evaluate(s_month, Crediting.BySalesperson, lines).Total.Value);
        var without = Revenue.Within(Scope.Everything.Except(PriceKind.Consignment, PriceKind.Special))
            .Evaluate(s_month, Crediting.BySalesperson, lines);
        Assert.Equal(Cny(100m), without.Total.Value);
        Assert.Equal([new Reason("actual.outside-scope", ("facts", 2))], without.Reasons);

        var units = ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced);
        Quantity? Of(ActualRule rule) => rule.Evaluate(s_month, Crediting.BySalesperson, lines).Total.Value?.Quantity;
        Assert.Equal(Quantity.Pieces(3), Of(units));
        Assert.Equal(Quantity.Pieces(10), Of(units.CountingFreeGoods()));
        Assert.Equal(Quantity.Pieces(3), Of(units.Within(Scope.Everything.Only(new ProductId("P")))));
        Assert.Equal(Quantity.Pieces(9), Of(units.CountingFreeGoods().Within(Scope.Everything.Except(PriceKind.Special))));
        Assert.Equal(
            [new Reason("actual.outside-scope", ("facts", 1))], units.Evaluate(s_month, Crediting.BySalesperson, lines).Reasons);
    }

    [Fact]
    public void Ten_cases_and_one_on_top_are_ten_sold()
    {
        SalesLine Cases(decimal cases, decimal amount, PriceKind kind) =>
            Sale(s_day, amount, change: line => (line.Quantity, line.PriceKind) = (new Quantity(cases, UnitOfMeasure.Case), kind));
        SalesLine[] lines = [Cases(10m, 1_000m, PriceKind.Standard), Cases(1m, 0m, PriceKind.Free)];
        var rule = ActualRule.OfUnits(UnitOfMeasure.Case, Stage.Invoiced);
        var quota = Measure.Units(UnitOfMeasure.Case).Of(new Quantity(11m, UnitOfMeasure.Case));
        Percentage? Rate(ActualRule of) =>
            of.Evaluate(s_month, Crediting.BySalesperson, lines).Against([(Person("S1"), quota)]).Of(Person("S1")).Rate;

        Assert.Equal(10m / 11m, Rate(rule)!.Value.Fraction);
        Assert.Equal(Percentage.OneHundred, Rate(rule.CountingFreeGoods()));
    }

    [Fact]
    public void A_scope_of_categories_asks_what_is_known_of_each_line()
    {
        var rule = Revenue.Within(Scope.Everything.Only(new ProductCategoryId("TEA")));
        SalesLine[] lines = [Sale(s_day, 100m), Sale(s_day, 20m, change: line => line.Product = new ProductId("Q"))];
        ScopeSubject Known(SalesLine line) =>
            ScopeSubject.FromLine(line).With(new ProductCategoryId(line.Product == new ProductId("P") ? "TEA" : "COCOA"));

        Assert.Throws<InvalidOperationException>(() => rule.Evaluate(s_month, Crediting.BySalesperson, lines));
        Assert.Equal(Cny(100m), rule.Evaluate(s_month, Crediting.BySalesperson, lines, Known).Total.Value);
        Assert.Throws<InvalidOperationException>(
            () => ActualRule.OfCollections(Currency.CNY).Within(Scope.Everything.Only(new ProductId("P")))
            .Evaluate(s_month, Crediting.BySalesperson, [Receipt(s_day, 1m)]));
    }

    [Fact]
    public void Pitfall_1_a_return_is_negative_whatever_its_price_kind()
    {
        var sale = Sale(s_day, 100m, change: line => line.PriceKind = PriceKind.Special);
        var actuals = Revenue.Evaluate(s_month, Crediting.BySalesperson, [sale, ReturnOf(sale, s_day, 0.25m), Sale(s_day, -200m)]);

        Assert.Equal(Cny(-125m), actuals.Of(Person("S1")).Value);
        Assert.Equal(3, actuals.Of(Person("S1")).FactCount);
    }

    [Fact]
    public void A_fact_that_comes_twice_is_refused_unless_the_caller_vouches_for_it()
    {
        var sale = Sale(s_day, 100m);

        var refusal = Assert.Throws<ArgumentException>(
            "lines", () => Revenue.Evaluate(s_month, Crediting.BySalesperson, [sale, Sale(s_day, 1m), sale]));
        Assert.Contains(sale.Id.ToString(), refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            "lines", () => Revenue.WithReturns(ReturnRule.OfOriginal).Evaluate(s_month, Crediting.BySalesperson, [sale, sale]));
        Assert.Equal(Cny(200m), Revenue.TrustingIds().Evaluate(s_month, Crediting.BySalesperson, [sale, sale]).Total.Value);

        // An order and its invoice may have one number; only one of them is read.
        var order = sale.ToBuilder();
        order.Stage = Stage.Ordered;
        Assert.Equal(Cny(100m), Revenue.Evaluate(s_month, Crediting.BySalesperson, [order.Build(), sale]).Total.Value);
    }

    [Fact]
    public void An_unknown_value_makes_the_sum_unknown_and_is_seen()
    {
        var margin = ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced);
        var actuals = margin.Evaluate(
            s_month, Crediting.BySalesperson,
            [Sale(s_day, 100m), Sale(s_day, 60m, change: line => line.Cost = null), Sale(s_day, 40m, "S2")]);
        var sum = actuals.Of(Person("S1"));

        Assert.Null(sum.Value);
        Assert.Equal((new Money(50m, Currency.CNY), 2, 1), (sum.Known.Money, sum.FactCount, sum.UnknownCount));
        Assert.Equal(new Money(20m, Currency.CNY), actuals.Of(Person("S2")).Value?.Money);
        Assert.Equal([new Reason("actual.unknown-value", ("facts", 1))], actuals.Reasons);
        Assert.Equal(
            "attainment.unknown-actual (facts of unknown value 1, known part CNY 50.00)",
            sum.Against(Measure.Margin.Of(new Money(80m, Currency.CNY))).Reasons.Single().ToString());
        Proof.Holds(Figure.Absent, sum.Explain());
        Proof.Holds(Figure.Absent, sum.Against(Measure.Margin.Of(new Money(80m, Currency.CNY))).Explain());
    }

    [Fact]
    public void Pitfall_13_another_currency_is_refused_or_converted_by_declared_rates()
    {
        var inDollars = Sale(s_day, 100m, change: line =>
        {
            line.NetAmount = new Money(100m, Currency.USD);
            line.Tax = Money.Zero(Currency.USD);
            line.Cost = new Money(70m, Currency.CNY);
        });
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.12345m, new LocalDate(2026, 2, 1)));
        var converted = Revenue.WithRates(rates, Rounding.Commercial);
        var margin = ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced);

        Assert.Throws<CurrencyMismatchException>("lines", () => Revenue.Evaluate(s_month, Crediting.BySalesperson, [inDollars]));
        Assert.Throws<CurrencyMismatchException>("lines", () => margin.Evaluate(s_month, Crediting.BySalesperson, [inDollars]));
        Assert.Equal(Cny(712.35m), converted.Evaluate(s_month, Crediting.BySalesperson, [inDollars]).Total.Value);
        Assert.Equal(
            new Money(642.35m, Currency.CNY),
            margin.WithRates(rates, Rounding.Commercial).Evaluate(s_month, Crediting.BySalesperson, [inDollars]).Total.Value?.Money);

        // No rate yet on that day: unknown, not zero and not 1 to 1.
        var early = inDollars.ToBuilder();
        early.Date = new LocalDate(2026, 1, 31);
        Assert.Equal(1, converted.Evaluate(DateSpan.Always, Crediting.BySalesperson, [early.Build()]).Total.UnknownCount);
        Assert.Throws<InvalidOperationException>(
            () => ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced).WithRates(rates, Rounding.Commercial));
    }

    [Fact]
    public void A_line_in_another_unit_is_refused() =>
        Assert.Throws<UnitMismatchException>("lines", () =>
            ActualRule.OfUnits(UnitOfMeasure.Case, Stage.Invoiced).Evaluate(s_month, Crediting.BySalesperson, [Sale(s_day, 1m)]));

    [Fact]
    public void Collections_count_when_the_money_comes_in_or_when_the_bill_falls_due()
    {
        var bill = Receipt(s_day, 300m, line => { line.Instrument = Instrument.BankBill; line.Maturity = new LocalDate(2026, 5, 10); });
        CollectionLine[] receipts = [Receipt(s_day, 100m), bill];
        var rule = ActualRule.OfCollections(Currency.CNY);
        Money? Of(ActualRule of, DateSpan span) => of.Evaluate(span, Crediting.BySalesperson, receipts).Of(Person("S1")).Value?.Money;

        Assert.Equal(new Money(400m, Currency.CNY), Of(rule, s_month));
        Assert.Equal(new Money(100m, Currency.CNY), Of(rule.WithBills(BillDay.OfMaturity), s_month));
        Assert.Equal(new Money(300m, Currency.CNY), Of(rule.WithBills(BillDay.OfMaturity), DateSpan.OfMonth(2026, 5)));
        Assert.Equal(new Money(100m, Currency.CNY), Of(rule.Only(Instrument.Cash), s_month));
        Assert.Equal(
            [new Reason("actual.other-instrument", ("facts", 1))],
            rule.Only(Instrument.Cash).Evaluate(s_month, Crediting.BySalesperson, receipts).Reasons);
        Assert.Equal("collections, with tax", rule.Measure.ToString());
    }

    [Fact]
    public void Pitfall_11_a_line_whose_day_was_moved_to_the_next_month_counts_in_one_of_them_and_never_beside_itself()
    {
        var before = Sale(new LocalDate(2026, 3, 31), 100m);
        var builder = before.ToBuilder();
        builder.Date = new LocalDate(2026, 4, 1);
        var moved = builder.Build();
        decimal? Of(DateSpan span, params SalesLine[] lines) =>
            Revenue.Evaluate(span, Crediting.BySalesperson, lines).Total.Value?.Money.Amount;

        Assert.Equal((100m, 0m), (Of(DateSpan.OfMonth(2026, 3), before), Of(DateSpan.OfMonth(2026, 4), before)));
        Assert.Equal((0m, 100m), (Of(DateSpan.OfMonth(2026, 3), moved), Of(DateSpan.OfMonth(2026, 4), moved)));
        foreach (var span in new[] { DateSpan.OfMonth(2026, 3), DateSpan.OfMonth(2026, 4), DateSpan.OfYear(2026) })
            Assert.Throws<ArgumentException>("lines", () => Of(span, before, moved));
    }

    [Fact]
    public void Pitfall_13_a_dishonoured_bill_takes_back_on_its_own_day_or_that_of_the_receipt()
    {
        var bill = Receipt(s_day, 300m, line => { line.Instrument = Instrument.BankBill; line.Maturity = new LocalDate(2026, 5, 10); });
        var back = Receipt(new LocalDate(2026, 5, 12), -300m, line =>
        {
            line.Instrument = Instrument.BankBill;
            line.Maturity = new LocalDate(2026, 5, 10);
            line.Original = bill.Id;
        });
        var rule = ActualRule.OfCollections(Currency.CNY);
        decimal? Of(ActualRule of, DateSpan span) => of.Evaluate(span, Crediting.ByCustomer, [bill, back]).Total.Value?.Money.Amount;

        Assert.Equal((300m, -300m), (Of(rule, s_month), Of(rule, DateSpan.OfMonth(2026, 5))));
        Assert.Equal(
            (0m, 0m),
            (Of(rule.WithReturns(ReturnRule.OfOriginal), s_month), Of(rule.WithReturns(ReturnRule.OfOriginal), DateSpan.OfMonth(2026, 5))));
        Assert.Equal(
            (0m, 0m), (Of(rule.WithBills(BillDay.OfMaturity), s_month), Of(rule.WithBills(BillDay.OfMaturity), DateSpan.OfMonth(2026, 5))));
    }

    [Fact]
    public void A_rule_reads_the_facts_it_is_about()
    {
        Assert.Throws<InvalidOperationException>(() => Revenue.Evaluate(s_month, Crediting.BySalesperson, [Receipt(s_day, 1m)]));
        Assert.Throws<InvalidOperationException>(
            () => ActualRule.OfCollections(Currency.CNY).Evaluate(s_month, Crediting.BySalesperson, [Sale(s_day, 1m)]));
        Assert.Throws<ArgumentException>(
            "crediting", () => ActualRule.OfCollections(Currency.CNY).Evaluate(s_month, Crediting.ByProduct, [Receipt(s_day, 1m)]));
        Assert.Throws<ArgumentException>(
            "crediting", () => ActualRule.OfCollections(Currency.CNY).Evaluate(s_month, Crediting.ByShipTo, [Receipt(s_day, 1m)]));
        Assert.Throws<ArgumentException>("measure", () => ActualRule.OfSales(Measure.Collections, Currency.CNY, Stage.Invoiced));
        Assert.Throws<ArgumentException>(
            "measure", () => ActualRule.OfSales(Measure.Units(UnitOfMeasure.Piece), Currency.CNY, Stage.Invoiced));
        Assert.Throws<InvalidOperationException>(() => Revenue.WithBills(BillDay.OfMaturity));
        Assert.Throws<InvalidOperationException>(() => Revenue.Only(Instrument.Cash));
        Assert.Throws<ArgumentOutOfRangeException>("stage", () => ActualRule.OfSales(Measure.Revenue, Currency.CNY, (Stage)9));
        Assert.Throws<ArgumentOutOfRangeException>("stage", () => ActualRule.OfUnits(UnitOfMeasure.Piece, (Stage)9));
        Assert.Throws<InvalidOperationException>(() => Revenue.CountingFreeGoods());
        Assert.Throws<InvalidOperationException>(() => ActualRule.OfCollections(Currency.CNY).CountingFreeGoods());
        Assert.Throws<ArgumentOutOfRangeException>("returns", () => Revenue.WithReturns((ReturnRule)9));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => ActualRule.OfCollections(Currency.CNY).WithBills((BillDay)9));
        Assert.Throws<ArgumentOutOfRangeException>("instruments", () => ActualRule.OfCollections(Currency.CNY).Only((Instrument)9));
        Assert.Throws<ArgumentException>("instruments", () => ActualRule.OfCollections(Currency.CNY).Only());
    }

    [Fact]
    public void Rules_are_compared_by_all_settings()
    {
        var rates = ExchangeRates.Of();
        TestHelper.TestEqualsClass(
            Revenue, ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced),
            ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced),
            ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Invoiced),
            ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered),
            Revenue.Within(Scope.Everything.Except(PriceKind.Free)), Revenue.WithReturns(ReturnRule.OfOriginal),
            Revenue.WithRates(rates, Rounding.Commercial),
            Revenue.TrustingIds());
        var collections = ActualRule.OfCollections(Currency.CNY);
        TestHelper.TestEqualsClass(
            collections.Only(Instrument.BankBill, Instrument.Cash), collections.Only(Instrument.Cash, Instrument.BankBill, Instrument.Cash),
            collections,
            collections.Only(Instrument.Cash), collections.Only(Instrument.BankBill, Instrument.Cash).WithBills(BillDay.OfMaturity));
        var units = ActualRule.OfUnits(UnitOfMeasure.Case, Stage.Invoiced);
        TestHelper.TestEqualsClass(
            units.CountingFreeGoods(), units.CountingFreeGoods().CountingFreeGoods(), units, units.WithReturns(ReturnRule.OwnerOfOriginal));
        Assert.Equal((false, true, true), (units.CountsFreeGoods, units.CountingFreeGoods().CountsFreeGoods, Revenue.CountsFreeGoods));
        Assert.EndsWith("; everything, without free goods; returns OfReturn", units.ToString(), StringComparison.Ordinal);
        Assert.Equal("revenue, without tax; Invoiced; CNY; everything; returns OfReturn", Revenue.ToString());
        Assert.Equal(
            "collections, with tax; CNY; everything; returns OfReturn; Cash; bills OfMaturity",
            collections.Only(Instrument.Cash).WithBills(BillDay.OfMaturity).ToString());
    }
}
