using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Units;

public sealed class ConvertingUnits
{
    private static readonly UnitOfMeasure s_threePack = UnitOfMeasure.FromCode("PK3");

    private static readonly UnitConversions s_product = UnitConversions.Of(UnitOfMeasure.Piece)
        .With(Cases(1), Quantity.Pieces(24))
        .With(Pallets(1), Cases(40))
        .With(Kilograms(3.5m), Quantity.Pieces(1000))
        .With(new Quantity(1m, s_threePack), Quantity.Pieces(3));

    private static readonly Rounding s_upToWhole = Rounding.ToDigits(0, RoundingMode.Up);

    [Fact]
    public void Follows_the_chain_of_declarations_exactly()
    {
        Assert.Equal(Quantity.Pieces(960), s_product.Convert(Pallets(1), UnitOfMeasure.Piece));
        Assert.Equal(Pallets(1), s_product.Convert(Quantity.Pieces(960), UnitOfMeasure.Pallet));
        Assert.Equal(Cases(60), s_product.Convert(Pallets(1.5m), UnitOfMeasure.Case));
        Assert.Equal(Pallets(0.025m), s_product.Convert(Cases(1), UnitOfMeasure.Pallet));
        Assert.Equal(Kilograms(3.36m), s_product.Convert(Pallets(1), UnitOfMeasure.Kilogram));
        Assert.Equal(Quantity.Pieces(2000), s_product.Convert(Kilograms(7), UnitOfMeasure.Piece));
        Assert.Equal(Cases(-2), s_product.Convert(Quantity.Pieces(-48), UnitOfMeasure.Case));
        Assert.Equal(Pallets(0), s_product.Convert(Quantity.Pieces(0), UnitOfMeasure.Pallet));
    }

    [Fact]
    public void Multiplies_first_and_divides_last()
    {
        // 72 pieces are 24 three-packs; through a stored third they would be 23.99….
        Assert.Equal(new Quantity(24m, s_threePack), s_product.Convert(Quantity.Pieces(72), s_threePack));
        Assert.Equal(new Quantity(8m, s_threePack), s_product.Convert(Cases(1), s_threePack));
        Assert.Equal(0.3333333333333333333333333333m, s_product.Convert(Quantity.Pieces(1), s_threePack).Amount);
        Assert.Equal(0.6666666666666666666666666667m, s_product.Convert(Quantity.Pieces(2), s_threePack).Amount);
    }

    [Fact]
    public void Is_exact_where_the_product_alone_would_not_fit_in_a_decimal()
    {
        var conversions = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1000001m, s_threePack), Quantity.Pieces(1000003m));

        // 12345678901234567890 × 1000001 pieces-to-be: times 1000003 they have 32 digits, the result has 26.
        Assert.Equal(
            Quantity.Pieces(12345678901234567890m * 1000003m),
            conversions.Convert(new Quantity(12345678901234567890m * 1000001m, s_threePack), UnitOfMeasure.Piece));
    }

    [Property(MaxTest = 300)]
    public void Gives_the_exact_quotient_or_the_nearest_decimal(
        decimal amount, ushort cases, ushort pieces, ushort pallets, ushort casesPerPallet)
    {
        var conversions = UnitConversions.Of(UnitOfMeasure.Piece)
            .With(Cases((cases % 100) + 1), Quantity.Pieces((pieces % 1000) + 1))
            .With(Pallets((pallets % 100) + 0.5m), Cases((casesPerPallet % 100) + 1));
        var exact = Exact.Of(amount) * Exact.Of((cases % 100) + 1) / Exact.Of((pieces % 1000) + 1)
            * Exact.Of((pallets % 100) + 0.5m) / Exact.Of((casesPerPallet % 100) + 1);

        var converted = conversions.Convert(Quantity.Pieces(amount), UnitOfMeasure.Pallet);

        Assert.Equal(UnitOfMeasure.Pallet, converted.Unit);
        if (exact.FitsDecimal)
            Assert.Equal(exact, Exact.Of(converted.Amount));
        else
            Assert.True(IsNearest(converted.Amount, exact), converted + " is not the decimal next to " + exact);
    }

    [Property]
    public void There_and_back_is_the_same_quantity(decimal amount)
    {
        foreach (var unit in new[] { UnitOfMeasure.Case, UnitOfMeasure.Pallet, s_threePack, UnitOfMeasure.Kilogram })
        {
            // Down to pieces is exact; so is up again.
            var quantity = new Quantity(amount * 7m, unit);
            var there = s_product.Convert(quantity, UnitOfMeasure.Piece);

            Assert.Equal(quantity, s_product.Convert(there, unit));
        }
    }

    [Property]
    public void By_way_of_a_smaller_unit_is_as_good_as_directly(short pallets)
    {
        var quantity = Pallets(pallets);

        Assert.Equal(
            s_product.Convert(quantity, UnitOfMeasure.Piece),
            s_product.Convert(s_product.Convert(quantity, UnitOfMeasure.Case), UnitOfMeasure.Piece));
    }

    [Property]
    public void To_its_own_unit_changes_nothing(decimal amount)
    {
        foreach (var unit in s_product.Units)
            Assert.Equal(new Quantity(amount, unit), s_product.Convert(new Quantity(amount, unit), unit));
    }

    [Property]
    public void Does_not_depend_on_the_order_of_declaration(decimal amount)
    {
        var otherwise = UnitConversions.Of(UnitOfMeasure.Pallet)
            .With(Quantity.Pieces(960), Pallets(1))
            .With(new Quantity(8m, s_threePack), Quantity.Pieces(24))
            .With(Kilograms(0.0035m), Quantity.Pieces(1))
            .With(Cases(20), Pallets(0.5m));

        Assert.Equal(s_product.Units, otherwise.Units);
        foreach (var from in s_product.Units)
        {
            foreach (var to in s_product.Units)
                Assert.Equal(s_product.Convert(new Quantity(amount, from), to), otherwise.Convert(new Quantity(amount, from), to));
        }
    }

    [Fact]
    public void Up_to_whole_cases_is_what_an_order_wants_and_down_what_a_stock_fills()
    {
        Assert.Equal(Cases(4), s_product.Convert(Quantity.Pieces(87.5m), UnitOfMeasure.Case, s_upToWhole));
        Assert.Equal(Cases(3), s_product.Convert(Quantity.Pieces(87.5m), UnitOfMeasure.Case, Rounding.ToDigits(0, RoundingMode.Down)));
        Assert.Equal(Cases(4), s_product.Convert(Quantity.Pieces(96), UnitOfMeasure.Case, s_upToWhole));
        Assert.Equal(Cases(5), s_product.Convert(Quantity.Pieces(96.0001m), UnitOfMeasure.Case, s_upToWhole));
        Assert.Equal(Cases(0), s_product.Convert(Quantity.Pieces(0), UnitOfMeasure.Case, s_upToWhole));
    }

    [Property]
    public void Rounded_up_never_orders_too_little_nor_a_case_too_much(decimal pieces)
    {
        var cases = s_product.Convert(Quantity.Pieces(Math.Abs(pieces)), UnitOfMeasure.Case, s_upToWhole);

        Assert.Equal(decimal.Truncate(cases.Amount), cases.Amount);
        Assert.True(s_product.Convert(cases, UnitOfMeasure.Piece).Amount >= Math.Abs(pieces));
        Assert.True(s_product.Convert(cases, UnitOfMeasure.Piece).Amount - 24m < Math.Abs(pieces));
    }

    [Fact]
    public void Knows_its_base_unit_and_every_unit_the_largest_first()
    {
        Assert.Equal(UnitOfMeasure.Piece, s_product.BaseUnit);
        Assert.Equal([UnitOfMeasure.Pallet, UnitOfMeasure.Kilogram, UnitOfMeasure.Case, s_threePack, UnitOfMeasure.Piece], s_product.Units);
    }

    [Fact]
    public void Leaves_the_conversions_it_was_made_from_as_they_were()
    {
        var before = UnitConversions.Of(UnitOfMeasure.Piece);
        _ = before.With(Cases(1), Quantity.Pieces(24));

        Assert.Equal(UnitOfMeasure.Piece, Assert.Single(before.Units));
    }

    [Fact]
    public void Refuses_a_unit_that_the_product_does_not_have()
    {
        Assert.Equal(
            "quantity",
            Assert.Throws<ArgumentException>(() => s_product.Convert(new Quantity(1m, UnitOfMeasure.Litre), UnitOfMeasure.Piece))
                .ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentException>(() => s_product.Convert(Quantity.Pieces(1), UnitOfMeasure.Litre)).ParamName);
        Assert.Equal(
            "unit",
            Assert.Throws<ArgumentException>(() => s_product.Convert(Quantity.Pieces(1), UnitOfMeasure.Litre, s_upToWhole)).ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_an_equation_of_nothing(int amount)
    {
        var product = UnitConversions.Of(UnitOfMeasure.Piece);

        Assert.Equal(
            "quantity", Assert.Throws<ArgumentOutOfRangeException>(() => product.With(Cases(amount), Quantity.Pieces(24))).ParamName);
        Assert.Equal("equals", Assert.Throws<ArgumentOutOfRangeException>(() => product.With(Cases(1), Quantity.Pieces(amount))).ParamName);
    }

    [Fact]
    public void Refuses_to_declare_a_unit_twice_or_from_one_not_declared()
    {
        Assert.Equal("quantity", Assert.Throws<ArgumentException>(() => s_product.With(Cases(1), Quantity.Pieces(12))).ParamName);
        Assert.Equal("quantity", Assert.Throws<ArgumentException>(() => s_product.With(Quantity.Pieces(24), Cases(1))).ParamName);
        Assert.Equal(
            "equals",
            Assert.Throws<ArgumentException>(
                () => s_product.With(new Quantity(1m, UnitOfMeasure.Hour), new Quantity(1m, UnitOfMeasure.Litre))).ParamName);
    }

    [Fact]
    public void Refuses_what_does_not_fit_in_a_decimal() =>
        Assert.Throws<OverflowException>(() => s_product.Convert(Cases(decimal.MaxValue), UnitOfMeasure.Piece));

    [Fact]
    public void Refuses_null_by_its_name()
    {
        Assert.Equal("baseUnit", Assert.Throws<ArgumentNullException>(() => UnitConversions.Of(null!)).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentNullException>(() => s_product.Convert(Cases(1), null!)).ParamName);
        Assert.Equal("unit", Assert.Throws<ArgumentNullException>(() => s_product.Convert(Cases(1), null!, s_upToWhole)).ParamName);
        Assert.Equal(
            "rounding", Assert.Throws<ArgumentNullException>(() => s_product.Convert(Cases(1), UnitOfMeasure.Piece, null!)).ParamName);
    }

    /// <summary>
    /// Within half of the last decimal: the 28th, or that of the shortest number which another decimal would make too long.
    /// </summary>
    private static bool IsNearest(decimal value, Exact exact)
    {
        var lastDecimal = Exact.Of(0.0000000000000000000000000001m);
        var lastOfLong = exact.Abs() / Exact.Of(decimal.Truncate(decimal.MaxValue / 10m));
        return (Exact.Of(value) - exact).Abs() <= Exact.Half * (lastOfLong > lastDecimal ? lastOfLong : lastDecimal);
    }

    private static Quantity Cases(decimal amount) => new(amount, UnitOfMeasure.Case);

    private static Quantity Pallets(decimal amount) => new(amount, UnitOfMeasure.Pallet);

    private static Quantity Kilograms(decimal amount) => new(amount, UnitOfMeasure.Kilogram);
}
