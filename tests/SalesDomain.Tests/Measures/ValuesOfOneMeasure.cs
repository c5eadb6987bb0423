using System;
using FsCheck.Xunit;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Measures;

public sealed class ValuesOfOneMeasure
{
    private static readonly Measure s_pieces = Measure.Units(UnitOfMeasure.Piece);
    private static readonly Measure s_visits = Measure.Count("visits");

    [Property]
    public void Values_of_one_measure_add_as_their_amounts_do(MoneyPair pair)
    {
        var (left, right) = (Measure.Margin.Of(pair.Left), Measure.Margin.Of(pair.Right));

        Assert.Equal(Measure.Margin.Of(pair.Left + pair.Right), left + right);
        Assert.Equal(Measure.Margin.Of(pair.Left - pair.Right), left - right);
        Assert.Equal(Measure.Margin.Of(-pair.Left), -left);
        Assert.Equal(pair.Left.CompareTo(pair.Right), left.CompareTo(right));
        Assert.Equal(pair.Left.IsZero, left.IsZero);
    }

    [Property]
    public void Quantities_and_counts_likewise(QuantityPair pair)
    {
        var measure = Measure.OfQuantity("sell-out", pair.Left.Unit);

        Assert.Equal(pair.Left + pair.Right, (measure.Of(pair.Left) + measure.Of(pair.Right)).Quantity);
        Assert.Equal(pair.Left.Amount - pair.Right.Amount, (s_visits.Of(pair.Left.Amount) - s_visits.Of(pair.Right.Amount)).Number);
    }

    [Property]
    public void A_value_is_multiplied_by_a_number_or_a_percentage(Money money, Percentage share)
    {
        var value = Measure.Revenue.Of(money);

        Assert.Equal(Measure.Revenue.Of(money * 30m), value * 30m);
        Assert.Equal(value * 30m, 30m * value);
        Assert.Equal(Measure.Revenue.Of(money * share), value * share);
        Assert.Equal(value * share, share * value);
    }

    [Fact]
    public void Equal_measures_need_not_be_one_object()
    {
        var (left, right) = (Measure.Count("visits").Of(1m), Measure.Parse("visits, count").Of(2m));
        var (point, other) = (Currency.Custom("POINT", 0, "Loyalty points"), Currency.Custom("POINT", 0, "Loyalty points"));

        Assert.Equal(s_visits.Of(3m), left + right);
        Assert.True(left < right);
        Assert.Equal(Percent(50), Measured.Ratio(left, right));
        Assert.Equal(new Money(3m, point), (Measure.Revenue.Of(new Money(1m, point)) + Measure.Revenue.Of(new Money(2m, other))).Money);
    }

    [Fact]
    public void Two_measures_bases_units_or_currencies_are_neither_added_nor_compared()
    {
        var revenue = Measure.Revenue.Of(Usd(0m));
        var pieces = s_pieces.Of(Quantity.Pieces(0m));

        Refuse<MeasureMismatchException>(revenue, Measure.Margin.Of(Usd(0m)));
        Refuse<MeasureMismatchException>(revenue, s_visits.Of(0m));
        Refuse<MeasureMismatchException>(revenue, Measure.Count("revenue").Of(0m));
        Refuse<MeasureMismatchException>(s_visits.Of(0m), Measure.Count("orders").Of(0m));
        Refuse<MeasureMismatchException>(pieces, Measure.OfQuantity("sell-out", UnitOfMeasure.Piece).Of(Quantity.Pieces(0m)));
        Refuse<TaxBasisMismatchException>(revenue, Measure.GrossRevenue.Of(Usd(0m)));
        Refuse<UnitMismatchException>(pieces, Measure.Units(UnitOfMeasure.Case).Of(Quantity.Zero(UnitOfMeasure.Case)));
        Refuse<CurrencyMismatchException>(revenue, Measure.Revenue.Of(Cny(0m)));
        Refuse<CurrencyMismatchException>(revenue, Measure.Revenue.Of(default(Money)));
    }

    [Fact]
    public void A_value_goes_under_another_measure_on_the_same_basis_only()
    {
        var sold = Measure.GrossRevenue.Of(Cny(1_130m));

        Assert.Equal(Cny(1_630m), (Measure.Receivables.Of(Cny(500m)) + sold.As(Measure.Receivables)).Money);
        Assert.Throws<TaxBasisMismatchException>("measure", () => Measure.Revenue.Of(Cny(1_000m)).As(Measure.Receivables));
        Assert.Throws<MeasureMismatchException>("measure", () => sold.As(s_visits));
        Assert.Throws<UnitMismatchException>("measure", () => s_pieces.Of(Quantity.Pieces(1m)).As(Measure.Units(UnitOfMeasure.Case)));
    }

    [Fact]
    public void Each_kind_of_value_has_its_own_property_and_no_other()
    {
        var (money, quantity, number) = (Measure.Revenue.Of(Usd(5m)), s_pieces.Of(Quantity.Pieces(5m)), s_visits.Of(5m));

        Assert.Equal([Usd(5m), Quantity.Pieces(5m), 5m], new Figure[] { money.Value, quantity.Value, number.Value });
        Assert.Throws<InvalidOperationException>(() => quantity.Money);
        Assert.Throws<InvalidOperationException>(() => number.Money);
        Assert.Throws<InvalidOperationException>(() => money.Quantity);
        Assert.Throws<InvalidOperationException>(() => number.Quantity);
        Assert.Throws<InvalidOperationException>(() => money.Number);
        Assert.Throws<InvalidOperationException>(() => quantity.Number);
    }

    [Fact]
    public void A_measure_takes_values_of_its_kind_and_unit()
    {
        Assert.Throws<InvalidOperationException>(() => Measure.Revenue.Of(5m));
        Assert.Throws<InvalidOperationException>(() => Measure.Revenue.Of(Quantity.Pieces(5m)));
        Assert.Throws<InvalidOperationException>(() => s_visits.Of(Usd(5m)));
        Assert.Throws<InvalidOperationException>(() => s_visits.Of(Quantity.Pieces(5m)));
        Assert.Throws<InvalidOperationException>(() => s_pieces.Of(5m));
        Assert.Equal(UnitOfMeasure.Case, Assert.Throws<UnitMismatchException>("quantity", () =>
            s_pieces.Of(new Quantity(1m, UnitOfMeasure.Case))).Actual);
    }

    [Fact]
    public void Values_are_compared_by_measure_and_amount()
    {
        var value = Measure.Revenue.Of(Usd(2.5m));
        TestHelper.TestEqualsStruct(
            value, Measure.Parse("revenue, without tax").Of(Usd(2.50m)), Measure.Revenue.Of(Usd(3m)), Measure.Revenue.Of(Cny(2.5m)),
                Measure.GrossRevenue.Of(Usd(2.5m)),
            Measure.Margin.Of(Usd(2.5m)), s_visits.Of(2.5m), default);
        TestHelper.TestCompareTo(value, Measure.Revenue.Of(Usd(2.50m)), Measure.Revenue.Of(Usd(2.51m)));
    }

    [Fact]
    public void The_default_value_measures_nothing_and_says_so()
    {
        var nothing = default(Measured);

        Assert.Equal("", nothing.ToString());
        Assert.Contains("Measure.Revenue.Of", Assert.Throws<InvalidOperationException>(() => nothing.Measure).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => nothing + s_visits.Of(1m));
        Assert.Throws<InvalidOperationException>(() => Measured.Ratio(nothing, nothing));
    }

    [Fact]
    public void A_value_prints_its_measure_in_every_culture() =>
        Cultures.Each(() =>
        {
            Assert.Equal("revenue, without tax: CNY 1000000.50", Measure.Revenue.Of(Cny(1_000_000.5m)).ToString());
            Assert.Equal("units, in PCE: -1234.5 PCE", s_pieces.Of(Quantity.Pieces(-1_234.5m)).ToString());
            Assert.Equal("visits, count: 1.5", s_visits.Of(1.5m).ToString());
        });

    private static void Refuse<TException>(Measured left, Measured right)
        where TException : ArgumentException
    {
        Assert.Throws<TException>(nameof(right), () => left + right);
        Assert.Throws<TException>(nameof(right), () => left - right);
        Assert.Throws<TException>(nameof(right), () => left < right);
        Assert.Throws<TException>(nameof(right), () => left <= right);
        Assert.Throws<TException>(nameof(right), () => left > right);
        Assert.Throws<TException>(nameof(right), () => left >= right);
        Assert.Throws<TException>("other", () => left.CompareTo(right));
        Assert.NotEqual(left, right);
    }
}
