using System;
using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Measures;

public sealed class TaxInAndOut
{
    private static readonly Percentage s_vat = Percent(13);

    [Fact]
    public void Revenue_with_tax_is_gross_revenue_and_back()
    {
        var net = Measure.Revenue.Of(Cny(1_000_000m));

        Assert.Equal(Measure.GrossRevenue.Of(Cny(1_130_000m)), net.WithTax(s_vat));
        Assert.Equal(net, net.WithTax(s_vat).WithoutTax(s_vat));
    }

    [Fact]
    public void Collections_without_tax_are_not_rounded() =>
        Assert.Equal(Cny(100m / 1.13m), Measure.Collections.Of(Cny(100m)).WithoutTax(s_vat).Money);

    [Property]
    public void Tax_put_in_and_taken_out_leaves_the_amount(Money money, Percentage percentage)
    {
        var rate = percentage < Percentage.Zero ? -percentage : percentage;
        var net = Measure.OfMoney("expense", TaxBasis.WithoutTax).Of(money);

        Assert.Equal(money * (Percentage.OneHundred + rate), net.WithTax(rate).Money);
        Assert.Equal(net, net.WithTax(rate).WithoutTax(rate));
    }

    [Property]
    public void A_rate_for_what_is_on_the_basis_already_is_refused(Money money)
    {
        var (gross, net) = (Measure.Receivables.Of(money), Measure.Revenue.Of(money));

        Assert.Contains("'receivables, with tax' is with tax already", Refusal(() => gross.WithTax(s_vat)), StringComparison.Ordinal);
        Assert.Contains("'revenue, without tax' is without tax already", Refusal(() => net.WithoutTax(s_vat)), StringComparison.Ordinal);

        // Not even at zero: whoever names a rate is mistaken about the amount.
        Assert.Throws<InvalidOperationException>(() => gross.WithTax(Percentage.Zero));
        Assert.Throws<InvalidOperationException>(() => net.WithoutTax(Percentage.Zero));

        static string Refusal(Func<Measured> conversion) => Assert.Throws<InvalidOperationException>(() => conversion()).Message;
    }

    [Fact]
    public void What_bears_no_tax_becomes_receivable_at_a_rate_of_zero()
    {
        var deposit = Measure.OfMoney("deposit", TaxBasis.WithoutTax).Of(Cny(50_000m));

        Assert.Equal(Measure.Receivables.Of(Cny(50_000m)), deposit.WithTax(Percentage.Zero).As(Measure.Receivables));
    }

    [Fact]
    public void A_rate_of_zero_changes_the_basis_alone() =>
        Assert.Equal(Measure.Receivables.On(TaxBasis.WithoutTax).Of(Usd(5m)), Measure.Receivables.Of(Usd(5m)).WithoutTax(Percentage.Zero));

    [Fact]
    public void A_negative_rate_and_what_is_no_money_are_refused()
    {
        var (net, visits) = (Measure.Revenue.Of(Usd(1m)), Measure.Count("visits").Of(1m));

        Assert.Throws<ArgumentOutOfRangeException>("rate", () => net.WithTax(Percent(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => net.WithoutTax(Percent(-100m)));
        Assert.Throws<InvalidOperationException>(() => visits.WithTax(s_vat));
        Assert.Throws<InvalidOperationException>(() => visits.WithoutTax(s_vat));
    }

    [Fact]
    public void A_measure_has_a_twin_on_the_other_basis()
    {
        Assert.Same(Measure.GrossRevenue, Measure.Revenue.On(TaxBasis.WithTax));
        Assert.Same(Measure.Revenue, Measure.GrossRevenue.On(TaxBasis.WithoutTax));
        Assert.Same(Measure.Revenue, Measure.Revenue.On(TaxBasis.WithoutTax));
        Assert.Equal("collections, without tax", Measure.Collections.On(TaxBasis.WithoutTax).ToString());
        Assert.Same(Measure.Collections, Measure.Collections.On(TaxBasis.WithoutTax).On(TaxBasis.WithTax));
        Assert.Throws<InvalidOperationException>(() => Measure.Count("visits").On(TaxBasis.WithTax));
        Assert.Throws<ArgumentOutOfRangeException>("taxBasis", () => Measure.Revenue.On((TaxBasis)2));
        Assert.Throws<ArgumentOutOfRangeException>("taxBasis", () => Measure.OfMoney("expense", (TaxBasis)2));
    }
}
