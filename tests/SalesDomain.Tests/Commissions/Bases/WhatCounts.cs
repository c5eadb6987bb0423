using System;
using System.Linq;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

public sealed class WhatCounts
{
    [Theory]
    [InlineData(CreditKind.Direct)]
    [InlineData(CreditKind.Overlay)]
    [InlineData(CreditKind.RollUp)]
    public void Direct_credits_count_unless_other_capacities_are_named(CreditKind kind)
    {
        var credit = Of(Sale(100m), 1m, kind);

        Assert.Equal(kind == CreditKind.Direct, Revenue.Of(credit).Value is not null);
        Assert.Equal(100m, Revenue.Counting(kind).Counted(credit));
        Assert.Equal(kind == CreditKind.RollUp ? 0m : 100m, Revenue.Counting(CreditKind.Overlay, CreditKind.Direct).Sum([credit]).Amount());
        if (kind != CreditKind.Direct)
            Assert.Equal("commission.other-kind-of-credit", Revenue.Of(credit).Reasons.Single().Code);
    }

    [Fact]
    public void A_share_of_the_fact_counts() => Assert.Equal(60m, Revenue.Counted(Of(Sale(100m), 0.6m)));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void A_window_has_both_its_ends(int day, bool counts)
    {
        var spiff = Revenue.During(new DateSpan(Day, Day.PlusDays(9)));
        var credit = spiff.Of(Of(Sale(100m, change: line => line.Date = Day.PlusDays(day))));

        Assert.Equal(counts, credit.Value is not null);
        Assert.Equal(counts ? [] : ["commission.outside-window"], credit.Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void A_return_counts_in_the_window_and_the_scope_of_the_sale_it_takes_back()
    {
        var sale = Sale(100m);
        var back = Back(sale, 1m).ToBuilder();
        back.PriceKind = PriceKind.Special;
        var spiff = CommissionMeasure
            .Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(Scope.Everything.Only(PriceKind.Standard)))
            .During(DateSpan.On(Day));

        Assert.Equal(-100m, spiff.Counted(Of(back.Build()).Following(sale)));
        Assert.Null(spiff.Of(Of(back.Build())).Value);
        Assert.Equal(0m, spiff.Sum([Of(sale), Of(back.Build()).Following(sale)]).Amount());
    }

    [Fact]
    public void Other_stages_scopes_and_kinds_of_facts_are_left_out_and_say_so()
    {
        var special = CommissionMeasure.Of(
            ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(Scope.Everything.Only(PriceKind.Special)));

        Assert.Equal("commission.outside-scope", special.Of(Of(Sale(100m))).Reasons.Single().Code);
        Assert.Equal("commission.other-fact", Revenue.Of(Of(Sale(100m, change: line => line.Stage = Stage.Ordered))).Reasons.Single().Code);
        Assert.Equal("commission.other-fact", Revenue.Of(Of(Receipt(100m, 0))).Reasons.Single().Code);
        Assert.Equal("commission.other-fact", Collected.Of(Of(Sale(100m))).Reasons.Single().Code);
        Assert.False(Collected.Of(Of(Sale(100m))).IsUnknown);
        Assert.Equal(0, special.Sum([Of(Sale(100m))]).CreditCount);
    }

    [Fact]
    public void A_category_is_known_by_what_the_caller_knows_of_the_line()
    {
        var category = new ProductCategoryId("TOOLS");
        var tools = CommissionMeasure.Of(
            ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).Within(Scope.Everything.Only(category)));
        SalesCredit[] credits = [Of(Sale(100m)), Of(Sale(30m, change: line => line.Product = new ProductId("Q")))];
        ScopeSubject Known(SalesLine line) =>
            ScopeSubject.FromLine(line).With(line.Product == new ProductId("P") ? category : new ProductCategoryId("TOYS"));

        Assert.Equal(100m, tools.Sum(credits, Known).Amount());
        Assert.Equal(100m, tools.Of(credits[0], Known).Value!.Value.Money.Amount);
        Assert.Throws<InvalidOperationException>(() => tools.Sum(credits));
        Assert.Throws<InvalidOperationException>(() => tools.Of(credits[0]));
    }

    [Fact]
    public void What_is_unknown_makes_the_sum_unknown_and_names_its_line()
    {
        var (known, unknown) = (Of(Sale(100m, cost: 60m)), Of(Sale(50m)));
        var margin = Sales(Measure.Margin);
        var sum = margin.Sum([unknown, known]);

        Assert.Null(sum.Value);
        Assert.Equal((Cny(40m), 2, 1), (sum.Known.Money, sum.CreditCount, sum.UnknownCount));
        Assert.Equal([new Reason("commission.no-cost", ("line", unknown.Line.ToString()))], sum.Reasons);
        Assert.Null(sum.Against(Measure.Margin.Of(Cny(80m))).Rate);
        Assert.True(margin.Of(unknown).IsUnknown);

        var leftOut = margin.LeavingOutUnknown().Sum([known, unknown]);
        Assert.Equal(40m, leftOut.Amount());
        Assert.Equal(Percent(50), leftOut.Against(Measure.Margin.Of(Cny(80m))).Rate);
        Assert.Equal(sum.Reasons, leftOut.Reasons);
    }

    [Fact]
    public void A_sum_says_what_it_is_of_and_refuses_a_quota_on_the_other_tax_basis()
    {
        var withoutTax = Collected.WithoutTax(Percent(13)).Sum([Of(Receipt(113m, null))]);

        Assert.Equal(TaxBasis.WithoutTax, withoutTax.Known.Measure.TaxBasis);
        Assert.Equal("collections, without tax: CNY 100.00 of 1 credits", withoutTax.ToString());
        Assert.Throws<TaxBasisMismatchException>(() => withoutTax.Against(Measure.Collections.Of(Cny(100m))));
        Assert.Equal(Percent(100), withoutTax.Against(Measure.Collections.On(TaxBasis.WithoutTax).Of(Cny(100m))).Rate);
        Assert.Throws<ArgumentException>(() => withoutTax.Plus(Collected.Sum([])));
    }

    [Fact]
    public void Currencies_are_converted_on_the_day_of_the_fact_and_refused_without_rates()
    {
        var line = Sale(100m, change: builder =>
        {
            builder.NetAmount = new Money(100m, Currency.USD);
            builder.Tax = Money.Zero(Currency.USD);
            builder.ListAmount = new Money(125m, Currency.USD);
        });
        Assert.Throws<CurrencyMismatchException>(() => Revenue.Sum([Of(line)]));
        var rates = ExchangeRates.Of(
            new ExchangeRate(Currency.USD, Currency.CNY, 7.1234m, Day),
            new ExchangeRate(Currency.USD, Currency.CNY, 7.5m, Day.PlusDays(30)));
        var converted = CommissionMeasure.Of(
            ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced).WithRates(rates, Rounding.Commercial));
        var above = CommissionMeasure.Of(
                ActualRule.OfSales(Measure.Margin, Currency.CNY, Stage.Invoiced).WithRates(rates, Rounding.Commercial))
            .OfMarginPart(MarginPart.UpToList, Rounding.Commercial);
        var priced = line.ToBuilder();
        priced.Cost = Cny(700m);

        Assert.Equal(712.34m, converted.Counted(Of(line)));
        Assert.Equal(-712.34m, converted.Counted(Of(Back(line, 1m)).Following(line)));
        Assert.Equal(569.87m, converted.WithPriceCoefficient(Rounding.Commercial).Counted(Of(line)));
        Assert.Equal(12.34m, above.Counted(Of(priced.Build())));
        Assert.All(
            new[] { converted.Of(Of(line)), above.Of(Of(priced.Build())), converted.Of(Of(Back(line, 1m)).Following(line)) },
            credit => Assert.True(credit.Explain().IsVerified, credit.Explain().ToString()));

        var before = line.ToBuilder();
        before.Date = Day.PlusDays(-1);
        Assert.Equal("commission.no-exchange-rate", converted.Of(Of(before.Build())).Reasons.Single().Code);
    }

    [Fact]
    public void Units_count_without_free_goods()
    {
        var units = CommissionMeasure.Of(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced));
        var free = Of(Sale(0m, pieces: 3m, change: line => line.PriceKind = PriceKind.Free));

        Assert.Equal(Quantity.Pieces(5m), units.Sum([Of(Sale(10m, pieces: 10m), 0.5m), free]).Value!.Value.Quantity);
        Assert.Throws<ArgumentException>(() => units.WithPriceCoefficient(Rounding.Commercial));
    }

    [Fact]
    public void A_measure_that_makes_no_sense_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Revenue.WithoutTax(Percent(13)));
        Assert.Throws<InvalidOperationException>(() => Collected.WithoutTax(Percent(13)).WithoutTax(Percent(6)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Collected.WithoutTax(Percent(-1)));
        Assert.Throws<InvalidOperationException>(() => Collected.WithPriceCoefficient(Rounding.Commercial));
        Assert.Throws<InvalidOperationException>(() => Revenue.WithLateness(Lateness));
        Assert.Throws<ArgumentException>(() => Collected.WithLateness(StepSchedule.From((0, Percent(-1)))));
        Assert.Throws<InvalidOperationException>(() => Revenue.OfMarginPart(MarginPart.AboveCost, Rounding.Commercial));
        Assert.Throws<InvalidOperationException>(
            () => Sales(Measure.Margin).WithPriceCoefficient(Rounding.Commercial).OfMarginPart(MarginPart.AboveCost, Rounding.Commercial));
        Assert.Throws<InvalidOperationException>(
            () => Sales(Measure.Margin).OfMarginPart(MarginPart.AboveCost, Rounding.Commercial).WithPriceCoefficient(Rounding.Commercial));
        Assert.Throws<ArgumentException>(() => Revenue.Counting());
        Assert.Throws<ArgumentException>(
            () => Collected.WithoutTax(
                ScopeTable.MostSpecific(AccessSequence.Of(ScopeDimensions.None), ScopeEntry.Of("a", Scope.Everything, Percent(-1))),
                Rounding.Commercial));
    }

    [Fact]
    public void Measures_are_equal_by_all_their_settings() =>
        TestHelper.TestEqualsClass(
            Sales(Measure.Margin), Sales(Measure.Margin), Revenue, Sales(Measure.Margin).Counting(CreditKind.RollUp),
            Sales(Measure.Margin).During(DateSpan.On(Day)), Sales(Measure.Margin).LeavingOutUnknown(),
            Sales(Measure.Margin).OfMarginPart(MarginPart.AboveCost, Rounding.Commercial),
            Sales(Measure.Margin).OfMarginPart(MarginPart.AboveList, Rounding.Commercial),
            Sales(Measure.Margin).WithPriceCoefficient(Rounding.Commercial),
            Sales(Measure.Margin).WithPriceCoefficient(Rounding.Commercial, UnstatedFact.CountsInFull),
            Collected, Collected.WithLateness(Lateness), Collected.WithLateness(Lateness, UnstatedFact.CountsInFull),
            Collected.WithoutTax(Percent(13)), Collected.WithoutTax(Percent(6)));
}
