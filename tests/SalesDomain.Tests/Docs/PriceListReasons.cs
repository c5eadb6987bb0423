#if NET
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SalesDomain.Tests.Docs.Support;
using SalesDomain.Tests.WholeApi;
using Xunit;

namespace SalesDomain.Tests.Docs;

public sealed class PriceListReasons
{
    private const string Code = "pricing\\.[a-z]+(-[a-z]+)*";

    [Fact]
    public void Every_code_of_a_resolved_price_is_on_the_page_once_and_no_other()
    {
        var given = SourceFiles.OfLibrary()
            .Where(file => Regex.IsMatch(file.Path, "^Pricing/(PriceBook|ResolvedPrice)"))
            .SelectMany(file => Codes(file.Text, "\"" + Code + "\"")).Distinct();
        var told = Codes(DocsFolder.Read("docs/price-lists.md"), "^\\| `" + Code + "` \\|");

        Assert.Equal(given.OrderBy(code => code, StringComparer.Ordinal), told.OrderBy(code => code, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Codes(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.Multiline).Select(match => Regex.Match(match.Value, Code).Value);
}
#endif
