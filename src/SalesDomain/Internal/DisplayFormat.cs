using System;
using System.Globalization;

namespace SalesDomain.Internal;

/// <summary>The format strings that value types with a unit share: G (canonical), N (unit and number), and the number alone.</summary>
internal readonly struct DisplayFormat
{
    private const int MostDecimals = 28;

    private readonly int? _decimals;

    private DisplayFormat(bool isCanonical, bool hasUnit, int? decimals)
    {
        IsCanonical = isCanonical;
        HasUnit = hasUnit;
        _decimals = decimals;
    }

    internal bool IsCanonical { get; }

    internal bool HasUnit { get; }

    internal static DisplayFormat Parse(string? format, char withoutUnit)
    {
        if (string.IsNullOrEmpty(format) || format == "G")
            return new DisplayFormat(isCanonical: true, hasUnit: true, null);

        var kind = format![0];
        var decimals = Decimals(format);
        return (kind == 'N' || kind == withoutUnit) && !(decimals > MostDecimals)
            ? new DisplayFormat(isCanonical: false, kind == 'N', decimals)
            : throw new FormatException(
                "The format '" + format + "' is not G, N or " + withoutUnit + ", the last two with 0 to 28 decimals.");
    }

    /// <summary>The number after the letter, null when there is none, too large a number when it is no number.</summary>
    private static int? Decimals(string format)
    {
        int? decimals = null;
        for (var i = 1; i < format.Length; i++)
        {
            if (format[i] is < '0' or > '9' || decimals > MostDecimals)
                return MostDecimals + 1;

            decimals = ((decimals ?? 0) * 10) + (format[i] - '0');
        }

        return decimals;
    }

    /// <summary>
    /// Grouped by the provider's culture; without stated decimals, every significant one and at least <paramref name="leastDecimals"/>.
    /// </summary>
    internal string Number(decimal value, int leastDecimals, IFormatProvider? provider)
    {
        var decimals = _decimals ?? Math.Max(leastDecimals, DecimalMath.SignificantDecimals(value));
        return value.ToString("N" + InvariantText.Number(decimals), provider ?? CultureInfo.InvariantCulture);
    }

    /// <summary>In the provider's percent pattern; without stated decimals, every significant one.</summary>
    internal string Percent(decimal fraction, IFormatProvider? provider)
    {
        var decimals = _decimals ?? DecimalMath.SignificantDecimals(fraction * 100m);
        return fraction.ToString("P" + InvariantText.Number(decimals), provider ?? CultureInfo.InvariantCulture);
    }
}
