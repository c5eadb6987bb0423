using System;
using Xunit;

namespace SalesDomain.Tests.Units;

public sealed class UnitsOfMeasure
{
    [Fact]
    public void Are_their_codes()
    {
        TestHelper.TestRoundTrip(UnitOfMeasure.Piece, "PCE");
        TestHelper.TestRoundTrip(UnitOfMeasure.Case, "CS");
        TestHelper.TestRoundTrip(UnitOfMeasure.Pallet, "PAL");
        TestHelper.TestRoundTrip(UnitOfMeasure.Kilogram, "KGM");
        TestHelper.TestRoundTrip(UnitOfMeasure.Litre, "LTR");
        TestHelper.TestRoundTrip(UnitOfMeasure.SquareMetre, "MTK");
        TestHelper.TestRoundTrip(UnitOfMeasure.CubicMetre, "MTQ");
        TestHelper.TestRoundTrip(UnitOfMeasure.Hour, "HUR");
        TestHelper.TestRoundTrip(UnitOfMeasure.FromCode("箱"), "箱");
    }

    [Fact]
    public void Are_equal_by_code_letter_by_letter() =>
        TestHelper.TestEqualsClass(
            UnitOfMeasure.Piece, UnitOfMeasure.FromCode("PCE"), UnitOfMeasure.FromCode("pce"), UnitOfMeasure.FromCode("PCE."),
            UnitOfMeasure.Case);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("P CE")]
    [InlineData("PCE ")]
    [InlineData("P\tCE")]
    [InlineData("P\u00A0CE")]
    [InlineData("箱\u3000")]
    public void Have_no_empty_code_and_no_white_space_in_it(string code)
    {
        Assert.Equal("code", Assert.Throws<ArgumentException>(() => UnitOfMeasure.FromCode(code)).ParamName);
        TestHelper.TestBadTexts(UnitOfMeasure.Parse, code);
    }

    [Fact]
    public void Refuse_null_by_its_name()
    {
        Assert.Equal("code", Assert.Throws<ArgumentNullException>(() => UnitOfMeasure.FromCode(null!)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => UnitOfMeasure.Parse(null!)).ParamName);
    }
}
