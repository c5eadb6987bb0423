using System;
using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Measures;

public sealed class RatiosOnOneBasis
{
    private static readonly Measure s_pieces = Measure.Units(UnitOfMeasure.Piece);
    private static readonly Measure s_visits = Measure.Count("visits");

    [Property]
    public void A_ratio_on_one_basis_is_that_of_the_amounts(MoneyPair pair)
    {
        var (part, whole) = (Measure.Collections.Of(pair.Left), Measure.GrossRevenue.Of(pair.Right));

        Assert.Equal(Percentage.Ratio(pair.Left, pair.Right), Measured.Ratio(part, whole));
        Assert.Equal(pair.Right.IsZero, Measured.Ratio(part, whole) is null);
    }

    [Property]
    public void A_mix_of_tax_bases_is_refused_whatever_the_amounts(MoneyPair pair)
    {
        var (with, without) = (Measure.Receivables.Of(pair.Left), Measure.Revenue.Of(pair.Right));

        var refusal = Assert.Throws<TaxBasisMismatchException>("whole", () => Measured.Ratio(with, without));
        Assert.Equal((TaxBasis.WithTax, TaxBasis.WithoutTax), (refusal.Expected, refusal.Actual));
        Assert.StartsWith("The amount must be with tax and is without tax.", refusal.Message, StringComparison.Ordinal);
        refusal = Assert.Throws<TaxBasisMismatchException>("whole", () => Measured.Ratio(without, with));
        Assert.Equal((TaxBasis.WithoutTax, TaxBasis.WithTax), (refusal.Expected, refusal.Actual));
    }

    [Fact]
    public void Nothing_to_attain_gives_no_attainment()
    {
        Assert.Null(Measured.Ratio(Measure.Revenue.Of(Usd(5m)), Measure.Revenue.Of(Usd(0m))));
        Assert.Null(Measured.Ratio(Measure.Revenue.Of(Usd(0m)), Measure.Revenue.Of(Usd(0m))));
        Assert.Null(Measured.Ratio(s_visits.Of(5m), s_visits.Of(0m)));
        Assert.Equal(Percentage.Zero, Measured.Ratio(s_visits.Of(0m), s_visits.Of(5m)));
    }

    [Fact]
    public void Money_pieces_and_counts_are_no_share_of_one_another()
    {
        Measured[] values = [Measure.Revenue.Of(Usd(1m)), s_pieces.Of(Quantity.Pieces(1m)), s_visits.Of(1m)];
        foreach (var part in values)
        {
            foreach (var whole in values)
            {
                if (part.Measure.Kind != whole.Measure.Kind)
                {
                    var refusal = Assert.Throws<MeasureMismatchException>("whole", () => Measured.Ratio(part, whole));
                    Assert.Equal((part.Measure, whole.Measure), (refusal.Expected, refusal.Actual));
                }
            }
        }
    }

    [Fact]
    public void Other_currencies_and_units_are_refused()
    {
        Assert.Throws<CurrencyMismatchException>("whole", () => Measured.Ratio(Measure.Revenue.Of(Usd(1m)), Measure.Revenue.Of(Cny(1m))));
        Assert.Throws<UnitMismatchException>(
            "whole", () => Measured.Ratio(s_pieces.Of(Quantity.Pieces(1m)),
                Measure.Units(UnitOfMeasure.Case).Of(new Quantity(1m, UnitOfMeasure.Case))));
    }

    [Fact]
    public void Counts_of_different_things_have_a_ratio() =>
        Assert.Equal(Percent(60), Measured.Ratio(Measure.Count("productive visits").Of(108m), s_visits.Of(180m)));

    [Fact]
    public void Money_is_spread_over_a_number_or_a_quantity()
    {
        var revenue = Measure.Revenue.Of(Cny(54_000m));

        Assert.Equal(Cny(500m), Measured.MoneyPer(revenue, s_visits.Of(108m)));
        Assert.Equal(Cny(54m), Measured.MoneyPer(revenue, s_pieces.Of(Quantity.Pieces(1_000m))));
        Assert.Null(Measured.MoneyPer(revenue, s_visits.Of(0m)));
    }

    [Fact]
    public void Money_per_money_is_a_ratio_and_pieces_per_visit_are_no_money()
    {
        var revenue = Measure.Revenue.Of(Cny(1m));

        Assert.Throws<MeasureMismatchException>("whole", () => Measured.MoneyPer(revenue, Measure.Revenue.Of(Cny(0m))));
        Assert.Throws<InvalidOperationException>(() => Measured.MoneyPer(s_pieces.Of(Quantity.Pieces(1m)), s_visits.Of(1m)));
    }
}
