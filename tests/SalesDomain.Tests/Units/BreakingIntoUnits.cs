using System;
using System.Linq;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Units;

public sealed class BreakingIntoUnits
{
    private static readonly UnitOfMeasure[] s_units = [UnitOfMeasure.Pallet, UnitOfMeasure.Case, UnitOfMeasure.Piece];

    private static readonly UnitConversions s_product = UnitConversions.Of(UnitOfMeasure.Piece)
        .With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24))
        .With(new Quantity(1m, UnitOfMeasure.Pallet), new Quantity(40m, UnitOfMeasure.Case));

    [Theory]
    [InlineData("1000 PCE", "1 PAL, 1 CS, 16 PCE")]
    [InlineData("960 PCE", "1 PAL, 0 CS, 0 PCE")]
    [InlineData("959 PCE", "0 PAL, 39 CS, 23 PCE")]
    [InlineData("961 PCE", "1 PAL, 0 CS, 1 PCE")]
    [InlineData("0 PCE", "0 PAL, 0 CS, 0 PCE")]
    [InlineData("24.5 PCE", "0 PAL, 1 CS, 0.5 PCE")]
    [InlineData("2.05 PAL", "2 PAL, 2 CS, 0 PCE")]
    [InlineData("0.0001 PAL", "0 PAL, 0 CS, 0.096 PCE")]
    [InlineData("100.25 CS", "2 PAL, 20 CS, 6 PCE")]
    public void Gives_whole_large_units_and_the_rest_in_the_last(string quantity, string parts) =>
        Assert.Equal(parts, string.Join(", ", s_product.Decompose(Quantity.Parse(quantity), s_units)));

    [Fact]
    public void May_leave_units_out_and_need_not_end_in_the_smallest()
    {
        Assert.Equal("41 CS, 16 PCE", Text(Quantity.Pieces(1000), UnitOfMeasure.Case, UnitOfMeasure.Piece));
        Assert.Equal("1 PAL, 0.5 CS", Text(Quantity.Pieces(972), UnitOfMeasure.Pallet, UnitOfMeasure.Case));
        Assert.Equal("2.05 PAL", Text(Quantity.Pieces(1968), UnitOfMeasure.Pallet));
    }

    [Property]
    public void Parts_convert_back_to_the_whole(decimal pieces)
    {
        var quantity = Quantity.Pieces(Math.Abs(pieces));

        Assert.Equal(
            quantity,
            Quantity.Sum(
                UnitOfMeasure.Piece, s_product.Decompose(quantity, s_units).Select(part => s_product.Convert(part, UnitOfMeasure.Piece))));
    }

    [Property]
    public void Every_part_is_whole_but_the_last_and_less_than_one_of_the_unit_before(Quantity any, byte unit)
    {
        var quantity = new Quantity(any.Abs().Amount, s_units[unit % 3]);

        var parts = s_product.Decompose(quantity, s_units);

        Assert.Equal(s_units, parts.Select(part => part.Unit));
        Assert.All(parts, part => Assert.False(part.IsNegative));
        Assert.All(parts.Take(2), part => Assert.Equal(decimal.Truncate(part.Amount), part.Amount));
        Assert.True(parts[1].Amount < 40m);
        Assert.True(parts[2].Amount < 24m);
    }

    [Fact]
    public void Is_exact_where_a_part_has_no_end_in_the_unit_of_the_whole()
    {
        // Three cases of 12 make a kilogram: half a kilogram is 18 pieces, though a case is 0.333… kg.
        var product = UnitConversions.Of(UnitOfMeasure.Kilogram)
            .With(new Quantity(3m, UnitOfMeasure.Case), new Quantity(1m, UnitOfMeasure.Kilogram))
            .With(Quantity.Pieces(12), new Quantity(1m, UnitOfMeasure.Case));

        Assert.Equal(
            "1 CS, 6 PCE",
            string.Join(", ", product.Decompose(new Quantity(0.5m, UnitOfMeasure.Kilogram), UnitOfMeasure.Case, UnitOfMeasure.Piece)));
    }

    [Fact]
    public void The_parts_cannot_be_changed_by_a_caller()
    {
        var parts = Assert.IsAssignableFrom<System.Collections.Generic.IList<Quantity>>(
            s_product.Decompose(Quantity.Pieces(1000), s_units));

        Assert.Throws<NotSupportedException>(() => parts[0] = default);
    }

    [Fact]
    public void Refuses_a_negative_quantity_and_one_of_no_unit_of_the_product()
    {
        Assert.Equal(
            "quantity", Assert.Throws<ArgumentOutOfRangeException>(() => s_product.Decompose(Quantity.Pieces(-0.01m), s_units)).ParamName);
        Assert.Equal(
            "quantity",
            Assert.Throws<ArgumentException>(() => s_product.Decompose(new Quantity(1m, UnitOfMeasure.Litre), s_units)).ParamName);
    }

    [Fact]
    public void Refuses_units_that_are_none_out_of_order_twice_or_not_of_the_product()
    {
        Refuse();
        Refuse(UnitOfMeasure.Case, UnitOfMeasure.Pallet);
        Refuse(UnitOfMeasure.Pallet, UnitOfMeasure.Piece, UnitOfMeasure.Case);
        Refuse(UnitOfMeasure.Case, UnitOfMeasure.Case);
        Refuse(UnitOfMeasure.Litre);
        Refuse(UnitOfMeasure.Case, UnitOfMeasure.Litre);
        Assert.Equal("units", Assert.Throws<ArgumentNullException>(() => s_product.Decompose(Quantity.Pieces(1), null!)).ParamName);
        Assert.Equal(
            "units",
            Assert.Throws<ArgumentNullException>(() => s_product.Decompose(Quantity.Pieces(1), UnitOfMeasure.Case, null!)).ParamName);
    }

    private static string Text(Quantity quantity, params UnitOfMeasure[] units) => string.Join(", ", s_product.Decompose(quantity, units));

    private static void Refuse(params UnitOfMeasure[] units) =>
        Assert.Equal("units", Assert.Throws<ArgumentException>(() => s_product.Decompose(Quantity.Pieces(1), units)).ParamName);
}
