using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Measures;

public sealed class NamesOfMeasures
{
    private static readonly string[] s_names = ["visits", "sell-out", "a, count", "a, in PCE", "x, with tax", "units", "revenue", "回款",
        ",", ", ,", "a,  b"];

    [Fact]
    public void A_measure_prints_and_reads_back_in_every_culture()
    {
        TestHelper.TestRoundTrip(Measure.Revenue, "revenue, without tax");
        TestHelper.TestRoundTrip(Measure.GrossRevenue, "revenue, with tax");
        TestHelper.TestRoundTrip(Measure.ListValue, "list value, without tax");
        TestHelper.TestRoundTrip(Measure.Margin, "margin, without tax");
        TestHelper.TestRoundTrip(Measure.Collections, "collections, with tax");
        TestHelper.TestRoundTrip(Measure.Receivables, "receivables, with tax");
        TestHelper.TestRoundTrip(Measure.Units(UnitOfMeasure.Case), "units, in CS");
        TestHelper.TestRoundTrip(Measure.Count("visits"), "visits, count");
        TestHelper.TestRoundTrip(Measure.OfMoney("expense", TaxBasis.WithTax), "expense, with tax");
        TestHelper.TestRoundTrip(Measure.OfQuantity("display", UnitOfMeasure.SquareMetre), "display, in MTK");
    }

    [Fact]
    public void A_name_with_a_joint_in_it_is_read_back_too() =>
        Assert.All(s_names, name =>
        {
            Assert.Equal(Measure.Count(name), Measure.Parse(Measure.Count(name).ToString()));
            if (name != "units")
                Assert.Equal(Measure.OfQuantity(name, UnitOfMeasure.FromCode("in,箱")),
                    Measure.Parse(Measure.OfQuantity(name, UnitOfMeasure.FromCode("in,箱")).ToString()));
            if (name != "revenue")
                Assert.Equal(Measure.OfMoney(name, TaxBasis.WithTax), Measure.Parse(Measure.OfMoney(name, TaxBasis.WithTax).ToString()));
        });

    [Property]
    public void Any_name_is_read_back_or_refused(string? name)
    {
        if (string.IsNullOrEmpty(name) || char.IsWhiteSpace(name![0]) || char.IsWhiteSpace(name[name.Length - 1]))
            Assert.ThrowsAny<ArgumentException>(() => Measure.Count(name!));
        else
            Assert.Equal(name, Measure.Parse(Measure.Count(name).ToString()).Name);
    }

    [Fact]
    public void Own_measures_read_back_read_facts_again()
    {
        Assert.Equal(MeasureSource.SalesLines, Measure.Parse("margin, without tax").Source);
        Assert.Equal(MeasureSource.SalesLines, Measure.Parse("units, in PCE").Source);
        Assert.Equal(MeasureSource.CollectionLines, Measure.Parse("collections, with tax").Source);
    }

    [Fact]
    public void Other_texts_are_refused() =>
        TestHelper.TestBadTexts(
            Measure.Parse, "", "revenue", "revenue, ", ", count", "revenue,count", " visits, count", "visits , count", "visits, Count",
                "visits, count ", "a, in ",
            "a, in P E", "a, inPCE", "a, no tax", ", ");

    [Fact]
    public void Measures_are_compared_by_name_kind_basis_and_unit() =>
        TestHelper.TestEqualsClass(
            Measure.OfMoney("expense", TaxBasis.WithoutTax), Measure.OfMoney("expense", TaxBasis.WithoutTax),
                Measure.OfMoney("expense", TaxBasis.WithTax),
            Measure.OfMoney("Expense", TaxBasis.WithoutTax), Measure.Count("expense"), Measure.OfQuantity("expense", UnitOfMeasure.Piece),
            Measure.OfQuantity("expense", UnitOfMeasure.Case), Measure.Revenue);

    [Theory]
    [InlineData("revenue")]
    [InlineData("list value")]
    [InlineData("margin")]
    [InlineData("collections")]
    [InlineData("receivables")]
    public void The_name_of_an_own_measure_of_money_is_taken(string name)
    {
        Assert.All(new[] { TaxBasis.WithoutTax, TaxBasis.WithTax }, basis =>
            Assert.Throws<ArgumentException>(nameof(name), () => Measure.OfMoney(name, basis)));

        // Of what is no money it is free: it reads no facts and equals nothing that does.
        Assert.Equal(MeasureSource.Given, Measure.Count(name).Source);
        Assert.Equal(MeasureSource.Given, Measure.OfQuantity(name, UnitOfMeasure.Piece).Source);
    }

    [Fact]
    public void The_name_units_is_taken_among_quantities() =>
        Assert.Throws<ArgumentException>("name", () => Measure.OfQuantity("units", UnitOfMeasure.Piece));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" visits")]
    [InlineData("visits\t")]
    public void An_empty_or_padded_name_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(nameof(name), () => Measure.Count(name));
        Assert.Throws<ArgumentException>(nameof(name), () => Measure.OfMoney(name, TaxBasis.WithTax));
        Assert.Throws<ArgumentException>(nameof(name), () => Measure.OfQuantity(name, UnitOfMeasure.Piece));
    }
}
