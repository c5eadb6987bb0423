using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

namespace SalesDomain.Tests.Currencies;

/// <summary>The active list of ISO 4217, as published, against what the library knows.</summary>
public sealed class IsoList
{
    private static readonly string[][] s_published =
        [
            .. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(typeof(IsoList).Assembly.Location)!, "Data", "iso4217.csv")).Skip(1)
            .Select(line => line.Split(',')),
        ];

    public static IEnumerable<object?[]> Published() =>
        s_published.Select(row => new object?[]
        {
            row[0], row[1], row[2].Length == 0 ? null : int.Parse(row[2], CultureInfo.InvariantCulture),
        });

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_published_currency_is_known_by_code_by_number_and_by_property(string code, string number, int? digits)
    {
        var currency = Currency.FromCode(code);

        Assert.Equal(code, currency.Code);
        Assert.Equal(number, currency.NumericCode?.ToString("000", CultureInfo.InvariantCulture));
        Assert.Equal(digits, currency.MinorDigits);
        Assert.True(currency.IsIso);
        Assert.Same(currency, Currency.FromNumericCode(int.Parse(number, CultureInfo.InvariantCulture)));
        Assert.Same(currency, Currency.Parse(code));
        Assert.Same(currency, typeof(Currency).GetProperty(code, BindingFlags.Public | BindingFlags.Static)?.GetValue(null));
    }

    [Fact]
    public void Nothing_else_is_on_the_list()
    {
        Assert.Equal(s_published.Select(row => row[0]), Currency.Iso.Select(currency => currency.Code));
        Assert.Equal(s_published.Length, Properties().Length);
    }

    [Fact]
    public void The_names_are_the_published_ones() =>
        Assert.Equal(s_published.Select(row => row[3]), Currency.Iso.Select(currency => currency.EnglishName));

    [Fact]
    public void Numeric_codes_are_unique_and_have_three_digits()
    {
        Assert.Equal(Currency.Iso.Count, Currency.Iso.Select(currency => currency.NumericCode).Distinct().Count());
        Assert.All(Currency.Iso, currency => Assert.InRange(currency.NumericCode!.Value, 1, 999));
    }

    [Fact]
    public void The_list_is_in_the_order_of_its_codes() =>
        Assert.Equal(
            Currency.Iso.Select(currency => currency.Code).OrderBy(code => code, StringComparer.Ordinal),
            Currency.Iso.Select(currency => currency.Code));

    [Fact]
    public void The_list_cannot_be_changed_by_a_caller()
    {
        var list = Assert.IsAssignableFrom<IList<Currency>>(Currency.Iso);

        Assert.Throws<NotSupportedException>(() => list[0] = Currency.USD);
    }

    [Theory]
    [InlineData("CNY", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    [InlineData("XAU", null)]
    [InlineData("XXX", null)]
    public void Minor_digits_are_those_of_the_list_and_absent_where_it_names_none(string code, int? digits) =>
        Assert.Equal(digits, Currency.FromCode(code).MinorDigits);

    [Theory]
    [InlineData("BGN")]
    [InlineData("HRK")]
    [InlineData("DEM")]
    [InlineData("VEF")]
    [InlineData("ZWL")]
    public void Retired_currencies_are_not_on_it(string code)
    {
        Assert.False(Currency.TryFromCode(code, out var currency));
        Assert.Null(currency);
    }

    private static PropertyInfo[] Properties() =>
        [
            .. typeof(Currency).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Currency)),
        ];
}
