using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests;

/// <summary>
/// The door of settings files, property grids and model binders; that values pass it unchanged is part of each type's round trip.
/// </summary>
public sealed class TypeConverters
{
    [Fact]
    public void Every_type_whose_text_reads_back_has_one()
    {
        var readable = typeof(Money).Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("Parse", [typeof(string)])?.ReturnType == type).ToArray();

        Assert.Contains(typeof(CustomerId), readable);
        Assert.All(readable, type =>
        {
            var converter = TypeDescriptor.GetConverter(type);
            Assert.True(converter.CanConvertFrom(typeof(string)), type.Name);
            Assert.True(converter.CanConvertTo(typeof(string)), type.Name);
            Assert.False(converter.CanConvertFrom(typeof(decimal)), type.Name);
        });
    }

    [Theory]
    [InlineData(typeof(Money), "2.50")]
    [InlineData(typeof(Currency), "usd")]
    [InlineData(typeof(Percentage), "12,5%")]
    [InlineData(typeof(Quantity), "PCE")]
    [InlineData(typeof(UnitOfMeasure), "")]
    [InlineData(typeof(Rounding), "half-away")]
    [InlineData(typeof(CustomerId), " A")]
    public void Refuse_the_texts_that_the_type_refuses(Type type, string text) =>
        Cultures.Each(culture => Assert.Throws<FormatException>(() => TypeDescriptor.GetConverter(type).ConvertFrom(null, culture, text)));

    [Fact]
    public void Convert_from_and_to_nothing_but_text()
    {
        var converter = TypeDescriptor.GetConverter(typeof(Money));

        Assert.Throws<NotSupportedException>(() => converter.ConvertFrom(2.5m));
        Assert.Throws<NotSupportedException>(() => converter.ConvertFrom(null!));
        Assert.Throws<NotSupportedException>(() => converter.ConvertTo(default(Money), typeof(decimal)));
    }

    [Fact]
    public void Ignore_the_culture_they_are_given() =>
        Assert.Equal(
            "USD 1234.50",
            TypeDescriptor.GetConverter(typeof(Money))
                .ConvertToString(null, CultureInfo.GetCultureInfo("de-DE"), new Money(1234.5m, Currency.USD)));
}
