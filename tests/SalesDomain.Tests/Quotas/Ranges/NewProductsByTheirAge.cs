using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using Xunit;
using static SalesDomain.Tests.Quotas.Ranges.MixSample;
using static SalesDomain.Tests.Quotas.Ranges.NewProductSample;

namespace SalesDomain.Tests.Quotas.Ranges;

public sealed class NewProductsByTheirAge
{
    private static readonly LocalDate s_launched = new(2026, 3, 15);
    private static readonly (ProductId Product, LocalDate Launched)[] s_launches =
        [(new ProductId("N"), s_launched), (new ProductId("O"), new LocalDate(2020, 1, 1))];

    private static readonly NewProductRule s_rule = NewProductRule.Of(Sales.Revenue, 12);

    [Theory]
    [InlineData(2027, 3, 14, true)]
    [InlineData(2027, 3, 15, false)]
    [InlineData(2026, 3, 15, true)]
    [InlineData(2026, 3, 14, true)]
    public void Practice_G4_1_a_product_is_new_to_the_day_before_so_many_months_from_its_launch(int year, int month, int day, bool isNew)
    {
        var sales = s_rule.Evaluate(
            DateSpan.Always, s_launches, [Sold("N", "A", new LocalDate(year, month, day), 30m), Sold("O", "A", s_launched, 70m)]);

        Assert.Equal(Percent(isNew ? 30m : 0m), sales.Share);
        Assert.Equal(isNew ? "new CNY 30.00 of CNY 100.00, 30%" : "new CNY 0.00 of CNY 100.00, 0%", sales.ToString());
        Assert.Equal((isNew ? 1 : 0, isNew ? 1 : 2), (sales.New.FactCount, sales.Old.FactCount));
    }

    [Theory]
    [InlineData(2026, 8, 31, 6, "2026-08-31/2027-02-27")]
    [InlineData(2026, 3, 15, 12, "2026-03-15/2027-03-14")]
    [InlineData(2024, 2, 29, 12, "2024-02-29/2025-02-27")]
    [InlineData(2026, 1, 1, 1, "2026-01-01/2026-01-31")]
    public void The_last_new_day_is_the_one_before_the_same_day_of_the_month(int year, int month, int day, int months, string expected) =>
        Assert.Equal(expected, NewProductRule.Of(Sales.Revenue, months).NewDays(new LocalDate(year, month, day)).ToString());

    [Fact]
    public void What_was_new_when_it_was_sold_is_new_in_a_review_years_later()
    {
        SalesLine[] lines =
            [Sold("N", "A", s_launched.PlusDays(10), 25m), Sold("O", "A", s_launched, 75m), Sold("N", "A", s_launched.PlusYears(3), 900m)];

        Assert.Equal(Percent(25m), s_rule.Evaluate(DateSpan.OfYear(2026), s_launches, lines).Share);
        Assert.Equal(Percent(2.5m), s_rule.Evaluate(DateSpan.Always, s_launches, lines).Share);
    }

    [Fact]
    public void A_sale_before_the_launch_is_new_and_shown()
    {
        var sales = s_rule.Evaluate(
            DateSpan.Always, s_launches, [Sold("N", "A", s_launched.PlusDays(-1), 10m), Sold("N", "A", s_launched, 90m)]);

        Assert.Equal(Percentage.OneHundred, sales.Share);
        Assert.Equal(Cny(10m), sales.BeforeLaunch.Value);
        Assert.Equal(Cny(10m), sales.Products[0].BeforeLaunch.Value);
        Assert.Equal("new-product.before-launch (facts 1, amount CNY 10.00)", Assert.Single(sales.Reasons).ToString());
    }

    [Fact]
    public void A_product_without_a_launch_day_leaves_the_share_unknown_unless_it_counts_as_old()
    {
        SalesLine[] lines = [Sold("N", "A", s_launched, 30m), Sold("?", "A", s_launched, 70m)];

        var unknown = s_rule.Evaluate(DateSpan.Always, s_launches, lines);
        Assert.Null(unknown.Share);
        Assert.Equal(["?"], unknown.UndatedProducts.Select(product => product.Code));
        Assert.Equal("new-product.undated (products 1, facts 1, amount CNY 70.00)", Assert.Single(unknown.Reasons).ToString());
        Assert.Equal("new CNY 30.00 of CNY 100.00, ?", unknown.ToString());
        Proof.Holds(Figure.Absent, unknown.Explain());

        var old = s_rule.CountingUndatedAsOld().Evaluate(DateSpan.Always, s_launches, lines);
        Assert.Equal((Percent(30m), Cny(70m), 0), (old.Share, old.Old.Value, old.Undated.FactCount));
        Assert.Equal(["?"], old.UndatedProducts.Select(product => product.Code));
        Assert.Empty(old.Reasons);
    }

    [Fact]
    public void A_new_product_of_which_nothing_was_sold_is_seen()
    {
        var quarter = DateSpan.OfQuarter(2027, 1);
        var line = Assert.Single(s_rule.Evaluate(quarter, s_launches, [Sold("O", "A", quarter.Start!.Value, 1m)]).Products);

        Assert.Equal(("N", 0, Percentage.Zero, 0), (line.Product.Code, line.Sales.FactCount, line.Share, line.Buyers.Count));
        Assert.Equal("N: CNY 0.00, 0%; 0 buyers, 0 with 2 orders or more", line.ToString());
        Assert.Equal((s_launched, "2026-03-15/2027-03-14"), (line.Launched, line.NewDays.ToString()));

        // New on the first day of the span, and not any more on the day before; launched on its last day, or after it.
        IEnumerable<string> NewIn(DateSpan span) => s_rule.Evaluate(span, s_launches, []).Products.Select(each => each.Product.Code);
        Assert.Equal(["N"], NewIn(DateSpan.From(new LocalDate(2027, 3, 14))));
        Assert.Empty(NewIn(DateSpan.From(new LocalDate(2027, 3, 15))));
        Assert.Equal(["N"], NewIn(new DateSpan(new LocalDate(2026, 1, 1), s_launched)));
        Assert.Empty(NewIn(new DateSpan(new LocalDate(2026, 1, 1), s_launched.PlusDays(-1))));
    }

    [Fact]
    public void Free_goods_are_no_revenue_and_no_units_sold_unless_the_rule_counts_them()
    {
        SalesLine[] lines =
        [
            Sold("N", "A", s_launched, 30m),
            Sales.Sale(s_launched, 0m, customer: 1, change: line =>
            {
                line.Product = new ProductId("N");
                line.Quantity = Quantity.Pieces(9m);
                line.PriceKind = PriceKind.Free;
            }),
            Sold("O", "A", s_launched, 70m),
        ];
        var units = ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced);

        Assert.Equal(Percent(30m), s_rule.Evaluate(DateSpan.Always, s_launches, lines).Share);
        Assert.Equal(
            10m / 11m,
            NewProductRule.Of(units.CountingFreeGoods(), 12).Evaluate(DateSpan.Always, s_launches, lines).Share!.Value.Fraction);
        Assert.Equal(Percent(50m), NewProductRule.Of(units, 12).Evaluate(DateSpan.Always, s_launches, lines).Share);
    }

    [Fact]
    public void A_return_of_a_later_day_is_as_new_as_the_sale_where_it_counts_on_its_day()
    {
        var sale = Sold("N", "A", s_launched, 40m);
        SalesLine[] lines = [sale, Sold("O", "A", s_launched, 60m), Sold("N", "A", s_launched.PlusYears(2), -40m, original: sale)];

        var ofReturn = s_rule.Evaluate(DateSpan.Always, s_launches, lines);
        Assert.Equal((Cny(40m), Cny(20m)), (ofReturn.New.Value, ofReturn.Old.Value));

        var ofOriginal = NewProductRule.Of(Sales.Revenue.WithReturns(ReturnRule.OfOriginal), 12).Evaluate(
            DateSpan.Always, s_launches, lines);
        Assert.Equal((Cny(0m), Cny(60m)), (ofOriginal.New.Value, ofOriginal.Old.Value));

        // By either, the order came back whole and is none.
        Assert.Equal((0, 0), (ofReturn.Buyers.Count, ofOriginal.Buyers.Count));

        // In its own period, and as new as the sale, though the product is not new on any day of it.
        var later = NewProductRule.Of(Sales.Revenue.WithReturns(ReturnRule.OwnerOfOriginal), 12).Evaluate(
            DateSpan.From(s_launched.PlusYears(2)), s_launches, lines);
        Assert.Equal((Cny(-40m), Cny(0m)), (later.New.Value, later.Old.Value));
        Assert.Equal("N", Assert.Single(later.Products).Product.Code);
        Assert.Equal(0, later.Buyers.Count);
    }

    [Fact]
    public void Where_the_total_is_not_above_zero_or_not_known_there_is_no_share()
    {
        var returned = s_rule.Evaluate(DateSpan.Always, s_launches, [Sold("N", "A", s_launched, 5m), Sold("O", "A", s_launched, -5m)]);
        Assert.Null(returned.Share);
        Assert.Equal("new-product.no-positive-total (total CNY 0.00)", Assert.Single(returned.Reasons).ToString());
        Proof.Holds(Figure.Absent, returned.Explain());
        Proof.Holds(Figure.Absent, returned.Products[0].Explain());

        var margin = NewProductRule.Of(ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced), 12);
        var withoutCost = Sold("N", "A", s_launched, 5m).ToBuilder();
        withoutCost.Cost = null;
        var unknown = margin.Evaluate(DateSpan.Always, s_launches, [withoutCost.Build(), Sold("O", "A", s_launched, 5m)]);
        Assert.Null(unknown.Share);
        Assert.Equal("actual.unknown-value (facts 1)", Assert.Single(unknown.Reasons).ToString());
        Assert.Equal("new ? of ?, ?", unknown.ToString());
        Proof.Holds(Figure.Absent, unknown.Explain());
    }

    [Fact]
    public void What_does_not_count_is_told()
    {
        var ordered = Sold("N", "A", s_launched, 5m).ToBuilder();
        ordered.Stage = Stage.Ordered;
        var sales = NewProductRule.Of(
            Sales.Revenue.Within(Scope.Everything.Except(new ProductId("X"))).WithReturns(ReturnRule.OfOriginal), 12).Evaluate(
            DateSpan.OfYear(2026), s_launches,
            [
                ordered.Build(), Sold("N", "A", s_launched.PlusYears(1), 1m), Sold("X", "A", s_launched, 1m),
                Sold("O", "A", s_launched, -1m),
            ]);

        Assert.Equal(
            [
                "new-product.no-positive-total", "actual.return-without-original", "actual.other-stage", "actual.outside-period",
                "actual.outside-scope",
            ],
            sales.Reasons.Select(reason => reason.Code));
        Assert.Single(sales.ReturnsWithoutOriginal);
    }

    [Fact]
    public void A_scope_may_speak_of_what_no_line_states_when_that_is_told()
    {
        var family = new ProductCategoryId("pumps");
        var rule = NewProductRule.Of(Sales.Revenue.Within(Scope.Everything.Only(family)), 12);
        SalesLine[] lines = [Sold("N", "A", s_launched, 5m), Sold("O", "A", s_launched, 5m)];

        Assert.Throws<InvalidOperationException>(() => rule.Evaluate(DateSpan.Always, s_launches, lines));
        Assert.Equal(
            Percentage.OneHundred,
            rule.Evaluate(
                DateSpan.Always, s_launches, lines,
                line => ScopeSubject.FromLine(line).With(line.Product.Code == "N" ? family : new ProductCategoryId("valves"))).Share);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        static void Refused<TException>(string parameter, Func<object> act)
            where TException : ArgumentException =>
            Assert.Equal(parameter, Assert.ThrowsAny<TException>(act).ParamName);
        var line = Sold("N", "A", s_launched, 5m);

        Refused<ArgumentException>("sales", () => NewProductRule.Of(ActualRule.OfCollections(Currency.CNY), 12));
        Refused<ArgumentOutOfRangeException>("months", () => NewProductRule.Of(Sales.Revenue, 0));
        Refused<ArgumentOutOfRangeException>("months", () => NewProductRule.Of(Sales.Revenue, 1_201));
        Refused<ArgumentOutOfRangeException>("orders", () => s_rule.WithRepeatOrders(0));
        Refused<ArgumentException>("launches", () => s_rule.Evaluate(DateSpan.Always, [s_launches[0], s_launches[0]], []));
        Refused<ArgumentException>("launches", () => s_rule.Evaluate(DateSpan.Always, [(default, s_launched)], []));
        Refused<ArgumentException>(
            "launches", () => s_rule.Evaluate(DateSpan.Always, [(new ProductId("N"), s_launched.WithCalendar(CalendarSystem.Julian))], []));
        Refused<ArgumentException>("launched", () => s_rule.NewDays(s_launched.WithCalendar(CalendarSystem.Julian)));
        Refused<ArgumentException>("lines", () => s_rule.Evaluate(DateSpan.Always, s_launches, [line, line]));
        Assert.Throws<OverflowException>(() => s_rule.NewDays(LocalDate.MaxIsoValue));
        Assert.Equal(
            "new for 12 months, back from 2 orders on; revenue, without tax; Invoiced; CNY; everything; returns OfReturn",
            s_rule.ToString());
    }

    [Property(Arbitrary = [typeof(NewProductSample)], MaxTest = 300)]
    public void New_old_and_undated_are_the_total_and_every_line_is_as_old_as_on_its_day(NewProductSample sample)
    {
        var sales = sample.Rule.Evaluate(sample.Span, sample.Launches, sample.Lines);
        var plain = PlainReading.Of(sample);

        Assert.Equal(plain.Sum(each => each.Line.NetAmount.Amount), sales.Total.Known.Money.Amount);
        Assert.Equal(sales.Total.Known, sales.New.Known + sales.Old.Known + sales.Undated.Known);
        Assert.Equal(plain.Where(each => each.IsNew == true).Sum(each => each.Line.NetAmount.Amount), sales.New.Known.Money.Amount);
        Assert.Equal(sales.New.Known, sales.Products.Aggregate(Cny(0m), (sum, product) => sum + product.Sales.Known));
        var isUnknown = sales.Total.Known.Money.Amount <= 0m || (!sample.Rule.CountsUndatedAsOld && plain.Any(each => each.IsNew is null));
        Assert.Equal(isUnknown ? null : sales.New.Known.Money.Amount / sales.Total.Known.Money.Amount, sales.Share?.Fraction);
        Proof.Holds(Figure.OrAbsent(sales.Share), sales.Explain());
        Assert.All(sales.Products, product => Proof.Holds(Figure.OrAbsent(product.Share), product.Explain()));
    }

    [Property(Arbitrary = [typeof(NewProductSample)], MaxTest = 300)]
    public void Buyers_are_those_of_a_plain_reading_of_orders_and_returns(NewProductSample sample)
    {
        var sales = sample.Rule.Evaluate(sample.Span, sample.Launches, sample.Lines);
        var plain = PlainReading.Of(sample);

        foreach (var product in sales.Products)
        {
            Assert.Equal(
                PlainReading.Buyers(plain, [product.Product]),
                product.Buyers.Customers.Select(customer => (customer.Code, product.Buyers.OrdersOf(customer))));
        }

        Assert.Equal(
            PlainReading.Buyers(plain, [.. sample.Launches.Select(launch => launch.Product)]),
            sales.Buyers.Customers.Select(customer => (customer.Code, sales.Buyers.OrdersOf(customer))));
        Assert.Equal(
            sales.Buyers.Customers.Count(customer => sales.Buyers.OrdersOf(customer) >= sample.Rule.RepeatOrders),
            sales.Buyers.RepeatCount);
        Proof.Holds(Figure.OrAbsent(sales.Buyers.RepeatRate), sales.Buyers.Explain());
    }

    [Property(Arbitrary = [typeof(NewProductSample)])]
    public void The_order_of_the_lines_does_not_matter(NewProductSample sample)
    {
        var one = sample.Rule.Evaluate(sample.Span, sample.Launches, sample.Lines);
        var other = sample.Rule.Evaluate(sample.Span, [.. sample.Launches.Reverse()], [.. sample.Lines.Reverse()]);

        Assert.Equal((one.New, one.Old, one.Undated, one.BeforeLaunch), (other.New, other.Old, other.Undated, other.BeforeLaunch));
        Assert.Equal(one.Products.Select(product => product.ToString()), other.Products.Select(product => product.ToString()));
        Assert.Equal(one.Reasons, other.Reasons);
    }

    /// <summary>The rule read sentence by sentence, with a pass over all lines for each question.</summary>
    private sealed record PlainReading(SalesLine Line, string Document, bool? IsNew)
    {
        internal static PlainReading[] Of(NewProductSample sample) =>
            [.. sample.Lines.Select(line => Of(line, sample)).Where(each => each is not null)!];

        internal static IEnumerable<(string Customer, int Orders)> Buyers(PlainReading[] lines, ProductId[] products) =>
            lines.Where(each => each.IsNew == true && each.Document == each.Line.Id.Document.Code && products.Contains(each.Line.Product))
                .Where(own => lines.Where(each => each.Document == own.Document && each.Line.Product == own.Line.Product
                        && (each.IsNew == true || each.Line.Original is not null))
                    .Sum(each => each.Line.NetAmount.Amount) > 0m)
                .GroupBy(each => each.Line.Customer.Code, each => each.Document)
                .Select(documents => (documents.Key, documents.Distinct().Count()))
                .OrderBy(each => each.Key, StringComparer.Ordinal);

        private static PlainReading? Of(SalesLine line, NewProductSample sample)
        {
            var original = line.Original is { } id ? sample.Lines.Single(each => each.Id == id) : null;
            var returns = sample.Rule.Sales.Returns;
            var on = returns != ReturnRule.OfReturn && original is not null ? original.Date : line.Date;
            if (!sample.Span.Contains(returns == ReturnRule.OwnerOfOriginal ? line.Date : on))
                return null;

            var launches = sample.Launches.Where(launch => launch.Product == line.Product).ToArray();
            bool? isNew = launches.Length == 0 ? null : on < launches[0].Launched.PlusMonths(sample.Rule.Months);
            return new PlainReading(line, (original ?? line).Id.Document.Code, isNew);
        }
    }
}
