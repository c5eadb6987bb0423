using System;
using System.ComponentModel;
using System.Globalization;

namespace SalesDomain.Tests.WholeApi.Flawed;

internal sealed class NumberConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is not string text ? base.ConvertFrom(context, culture, value) : Number.Is(Flaw.ConvertFrom) ? new Number(0)
            : Number.Parse(text);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        Number.Is(Flaw.ConvertTo) ? "0" : value!.ToString();
}
