#if NET
using System;
using System.Linq;
using System.Text.RegularExpressions;
using SalesDomain.Tests.Docs.Support;
using SalesDomain.Tests.WholeApi;
using Xunit;

namespace SalesDomain.Tests.Docs;

public sealed class DiscountReasonCodes
{
    private const string Code = "pricing\\.discount(-[a-z]+)+";

    [Fact]
    public void Every_code_of_a_discount_is_on_the_page_once_and_no_other()
    {
        var given = SourceFiles.OfLibrary().Where(file => file.Path.StartsWith("Pricing/", StringComparison.Ordinal))
            .SelectMany(file => Codes(file.Text, "\"" + Code + "\"")).Distinct().OrderBy(code => code, StringComparer.Ordinal).ToList();

        Assert.Contains("pricing.discount-excluded", given);
        Assert.Equal(
            given, Codes(DocsFolder.Read("docs/discounts.md"), "^\\| `" + Code + "` \\|").OrderBy(code => code, StringComparer.Ordinal));
    }

    private static string[] Codes(string text, string pattern) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline).Select(match => Regex.Match(match.Value, Code).Value)];
}
#endif
