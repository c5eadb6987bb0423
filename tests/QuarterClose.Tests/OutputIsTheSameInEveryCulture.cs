using System.Globalization;
using Xunit;

namespace QuarterClose.Tests;

public sealed class OutputIsTheSameInEveryCulture
{
    public static TheoryData<string, string[]> CulturesAndArguments()
    {
        var data = new TheoryData<string, string[]>();
        string[][] all =
        [
            [], ["--json"], ["--explain", "9", "--lines"], ["--json", "--explain", "4"], ["--explain", "10"], ["--year", "1997"],
            ["--year", "1997", "--json"], ["--year", "1997", "--explain", "2"],
            ["--commissions", "1997"], ["--commissions", "1997", "--json"], ["--commissions", "1997-Q3", "--explain", "9"],
            ["--prices", "1998-Q1"], ["--prices", "1998-Q1", "--json", "--explain", "10912"],
            ["--prices", "1998-Q1", "--explain", "6", "--lines"],
            ["--rebates", "1997"], ["--rebates", "1997", "--json"], ["--rebates", "1997", "--explain", "BONAP", "--lines"],
        ];
        foreach (var culture in new[] { "de-DE", "fa-IR", "th-TH", "zh-CN" })
        {
            foreach (var args in all)
                data.Add(culture, args);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(CulturesAndArguments))]
    public void As_in_the_invariant_one(string culture, string[] args) =>
        Assert.Equal(In("", () => Outcome.Of(args)), In(culture, () => Outcome.Of(args)));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Errors_with_numbers_in_them_too(string culture)
    {
        using var folder = new DataFolder();
        folder.Replace("order_details.csv", 2000, "11021,72,34.8,-70.5,0");

        Assert.Equal(
            "order_details.csv, line 2000, column quantity: '-70.5' must be from 1 to 1000000000.\n",
            In(culture, () => folder.Close().Error));
    }

    private static T In<T>(string name, System.Func<T> run)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}
