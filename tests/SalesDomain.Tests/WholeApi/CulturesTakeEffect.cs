using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;
using Xunit.Sdk;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// On a machine without culture data every culture would be the invariant one, and every test under cultures would pass unseen.
/// </summary>
public sealed class CulturesTakeEffect
{
    [Fact]
    public void Each_runs_under_all_five_and_sets_both_cultures()
    {
        var seen = new List<string>();
        Cultures.Each(culture =>
        {
            Assert.Same(culture, CultureInfo.CurrentCulture);
            Assert.Same(culture, CultureInfo.CurrentUICulture);
            seen.Add(culture.Name);
        });
        Assert.Equal(["", "de-DE", "fa-IR", "th-TH", "zh-CN"], seen);
    }

    [Fact]
    public void They_differ_where_it_hurts()
    {
        var numbers = new List<string>();
        var years = new List<int>();
        Cultures.Each(culture =>
        {
            numbers.Add((-1234.5m).ToString("N1", CultureInfo.CurrentCulture));
            years.Add(culture.Calendar.GetYear(new DateTime(2026, 1, 1)));
        });
        Assert.Equal("-1,234.5", numbers[0]);
        Assert.Equal("-1.234,5", numbers[1]);
        Assert.DoesNotContain(numbers[2], numbers.Take(2));
        Assert.Equal(2569, years[3]);
    }

    [Fact]
    public void The_culture_before_is_restored_after_a_failure_too()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Assert.ThrowsAny<XunitException>(() => Cultures.Each(() => throw new InvalidOperationException()));
        Assert.Equal(before, (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture));
    }
}
