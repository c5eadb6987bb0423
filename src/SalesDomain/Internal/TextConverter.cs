using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SalesDomain.Internal;

/// <summary>Converts between a type and its canonical text, whatever the culture: settings files, property grids, model binders.</summary>
/// <typeparam name="T">A type with a public static <c>Parse(string)</c> that reads what its <c>ToString()</c> writes.</typeparam>
internal sealed class TextConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T> : TypeConverter
{
    private static readonly Func<string, T> s_parse =
        (Func<string, T>)Delegate.CreateDelegate(typeof(Func<string, T>), typeof(T).GetMethod("Parse", [typeof(string)])!);

    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? s_parse(text) : base.ConvertFrom(context, culture, value);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) && value is T typed ? typed.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
