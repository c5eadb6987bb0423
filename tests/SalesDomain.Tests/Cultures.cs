using System;
using System.Collections.Generic;
using System.Globalization;
using Xunit.Sdk;

namespace SalesDomain.Tests;

/// <summary>The cultures that catch what the invariant one hides: decimal comma, other digit signs, other calendars.</summary>
internal static class Cultures
{
    internal static IReadOnlyList<CultureInfo> All { get; } =
    [
        CultureInfo.InvariantCulture,
        CultureInfo.GetCultureInfo("de-DE"),
        CultureInfo.GetCultureInfo("fa-IR"),
        CultureInfo.GetCultureInfo("th-TH"),
        CultureInfo.GetCultureInfo("zh-CN"),
    ];

    internal static void Each(Action action) => Each(_ => action());

    /// <summary>Runs the action once under each culture; a failure names the culture.</summary>
    internal static void Each(Action<CultureInfo> action)
    {
        foreach (var culture in All)
        {
            try
            {
                In(culture, () => action(culture));
            }
            catch (Exception e)
            {
                throw new XunitException("Under the culture '" + culture.Name + "': " + e);
            }
        }
    }

    internal static void In(CultureInfo culture, Action action)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
