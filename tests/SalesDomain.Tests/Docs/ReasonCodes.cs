#if NET
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using SalesDomain.Tests.Docs.Support;
using SalesDomain.Tests.WholeApi;
using Xunit;

namespace SalesDomain.Tests.Docs;

public sealed class ReasonCodes
{
    private const string Page = "docs/commission-reasons.md";
    private const string Code = "(commission|credit|windfall)\\.[a-z]+(-[a-z]+)*";

    [Fact]
    public void Every_code_of_the_context_is_on_the_page_and_no_other()
    {
        var given = SourceFiles.OfLibrary().Where(file => file.Path.StartsWith("Commissions/", StringComparison.Ordinal))
            .SelectMany(file => Codes(file.Text, "\"" + Code + "\"")).ToHashSet();
        Assert.Contains("commission.gated", given);
        Assert.Equal(given.OrderBy(code => code), Codes(DocsFolder.Read(Page), "^\\| `" + Code + "` \\|").Distinct().OrderBy(code => code));
    }

    [Fact]
    public void Every_code_of_prices_through_the_channel_is_on_its_page_and_no_other()
    {
        const string code = "channel\\.[a-z]+(-[a-z]+)*";
        IEnumerable<string> Found(string text, string pattern) =>
            Regex.Matches(text, pattern, RegexOptions.Multiline).Select(match => Regex.Match(match.Value, code).Value);
        var given = SourceFiles.OfLibrary().Where(file => file.Path.StartsWith("Pricing/", StringComparison.Ordinal))
            .SelectMany(file => Found(file.Text, "\"" + code + "\"")).ToHashSet();

        Assert.Contains("channel.no-corridor", given);
        Assert.Equal(
            given.OrderBy(each => each), Found(DocsFolder.Read("docs/channel-prices.md"), "^\\| `" + code + "` \\|").OrderBy(each => each));
    }

    [Fact]
    public void No_code_is_explained_twice()
    {
        var codes = Codes(DocsFolder.Read(Page), "^\\| `" + Code + "` \\|").ToList();
        Assert.Equal(codes.Distinct(), codes);
    }

    private static IEnumerable<string> Codes(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.Multiline).Select(match => Regex.Match(match.Value, Code).Value);
}
#endif
