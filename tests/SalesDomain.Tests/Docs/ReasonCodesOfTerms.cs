#if NET
using System;
using System.Linq;
using System.Text.RegularExpressions;
using SalesDomain.Tests.Docs.Support;
using SalesDomain.Tests.WholeApi;
using Xunit;

namespace SalesDomain.Tests.Docs;

public sealed class ReasonCodesOfTerms
{
    private const string Code = "terms\\.[a-z]+(-[a-z]+)*";

    [Fact]
    public void Every_code_of_the_context_is_on_its_page_once_and_no_other()
    {
        var given = SourceFiles.OfLibrary().Where(file => file.Path.StartsWith("Terms/", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(file.Text, "\"" + Code + "\"").Select(match => match.Value.Trim('"'))).Distinct();
        var told = Regex.Matches(DocsFolder.Read("docs/payment-terms.md"), "^\\| `(" + Code + ")` \\|", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

        Assert.Equal(given.OrderBy(code => code, StringComparer.Ordinal), told);
        Assert.Contains("terms.overpaid", told);
    }
}
#endif
