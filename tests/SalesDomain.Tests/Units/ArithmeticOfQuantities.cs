using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Units;

public sealed class ArithmeticOfQuantities
{
    private static readonly Quantity s_case = new(1m, UnitOfMeasure.Case);

    [Fact]
    public void Reads_as_arithmetic()
    {
        Assert.Equal(Quantity.Pieces(5), Quantity.Pieces(3) + Quantity.Pieces(2));
        Assert.Equal(Quantity.Pieces(-1), Quantity.Pieces(2) - Quantity.Pieces(3));
        Assert.Equal(new Quantity(3m, UnitOfMeasure.Case), s_case * 3);
        Assert.Equal(s_case * 3, 3 * s_case);
        Assert.Equal(new Quantity(0.5m, UnitOfMeasure.Case), s_case / 2);
        Assert.Equal(4m, Quantity.Pieces(10) / Quantity.Pieces(2.5m));
        Assert.Equal(Quantity.Pieces(12), Quantity.Pieces(120) * Percentage.FromPercent(10));
        Assert.Equal(Quantity.Pieces(12), Percentage.FromPercent(10) * Quantity.Pieces(120));
    }

    [Property]
    public void Sums_and_differences_are_exact_and_keep_the_unit(QuantityPair pair)
    {
        Assert.Equal(Exact.Of(pair.Left.Amount) + Exact.Of(pair.Right.Amount), Exact.Of((pair.Left + pair.Right).Amount));
        Assert.Equal(Exact.Of(pair.Left.Amount) - Exact.Of(pair.Right.Amount), Exact.Of((pair.Left - pair.Right).Amount));
        Assert.Equal(pair.Left.Unit, (pair.Left + pair.Right).Unit);
        Assert.Equal(pair.Left.Unit, (pair.Left - pair.Right).Unit);
    }

    [Property]
    public void Addition_commutes_and_subtraction_undoes_it(QuantityPair pair)
    {
        Assert.Equal(pair.Left + pair.Right, pair.Right + pair.Left);
        Assert.Equal(pair.Left, pair.Left + pair.Right - pair.Right);
        Assert.True((pair.Left + -pair.Left).IsZero);
    }

    [Property]
    public void The_absolute_quantity_has_no_sign_and_exactly_one_sign_is_true(Quantity quantity)
    {
        Assert.Equal(quantity.IsNegative ? -quantity : quantity, quantity.Abs());
        Assert.False(quantity.Abs().IsNegative);
        Assert.Equal(1, new[] { quantity.IsNegative, quantity.IsZero, quantity.IsPositive }.Count(isTrue => isTrue));
    }

    [Property]
    public void Sums_of_many_do_not_depend_on_the_order(decimal[] amounts, UnitOfMeasure unit)
    {
        var quantities = Array.ConvertAll(amounts, amount => new Quantity(amount, unit));
        var sum = quantities.Aggregate(Quantity.Zero(unit), (left, right) => left + right);

        Assert.Equal(sum, Quantity.Sum(unit, quantities));
        Assert.Equal(sum, Quantity.Sum(unit, quantities.Reverse().Select(quantity => quantity)));
    }

    [Fact]
    public void The_default_value_is_no_pieces()
    {
        Quantity nothing = default;

        Assert.Equal(Quantity.Pieces(0), nothing);
        Assert.Equal(UnitOfMeasure.Piece, nothing.Unit);
        Assert.Equal("0 PCE", nothing.ToString());
        Assert.Equal(Quantity.Pieces(2), nothing + Quantity.Pieces(2));
    }

    [Fact]
    public void Equality_and_order_are_by_amount_in_one_unit()
    {
        TestHelper.TestEqualsStruct(
            Quantity.Pieces(2.5m), new Quantity(2.50m, UnitOfMeasure.FromCode("PCE")), Quantity.Pieces(2.51m),
            new Quantity(2.5m, UnitOfMeasure.Case), default);
        TestHelper.TestCompareTo(Quantity.Pieces(2.5m), Quantity.Pieces(2.50m), Quantity.Pieces(2.5001m), Quantity.Pieces(10));
        TestHelper.TestCompareTo(
            new Quantity(-2m, UnitOfMeasure.Case), new Quantity(-2.0m, UnitOfMeasure.Case), Quantity.Zero(UnitOfMeasure.Case));
    }

    [Property]
    public void Trailing_zeros_change_neither_equality_nor_hash_nor_text(Quantity quantity)
    {
        var longer = quantity * 1.00000m;

        Assert.Equal(quantity, longer);
        Assert.Equal(quantity.GetHashCode(), longer.GetHashCode());
        Assert.Equal(quantity.ToString(), longer.ToString());
    }

    [Fact]
    public void What_no_decimal_holds_is_refused()
    {
        var largest = Quantity.Pieces(decimal.MaxValue);

        Assert.Throws<OverflowException>(() => largest + Quantity.Pieces(1));
        Assert.Throws<OverflowException>(() => -largest - Quantity.Pieces(1));
        Assert.Throws<OverflowException>(() => largest * 2m);
        Assert.Throws<OverflowException>(() => Quantity.Sum(UnitOfMeasure.Piece, [largest, Quantity.Pieces(1)]));
    }

    [Fact]
    public void Division_by_zero_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => s_case / 0m);
        Assert.Throws<DivideByZeroException>(() => s_case / Quantity.Zero(UnitOfMeasure.Case));
    }

    [Fact]
    public void Null_is_refused_by_its_name()
    {
        Assert.Equal("unit", Assert.Throws<ArgumentNullException>(() => new Quantity(1m, null!)).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentNullException>(() => Quantity.Zero(null!)).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentNullException>(() => Quantity.Sum(null!, [])).ParamName);
        Assert.Equal(
            "quantities",
            Assert.Throws<ArgumentNullException>(() => Quantity.Sum(UnitOfMeasure.Case, (IEnumerable<Quantity>)null!)).ParamName);
    }
}
