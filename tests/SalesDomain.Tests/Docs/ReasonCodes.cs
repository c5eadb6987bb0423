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
    private const string Word = "[a-z]+(-[a-z]+)*";

    [Theory]
    [InlineData("^Commissions/", "(commission|credit|windfall)\\." + Word, "commission-reasons", "commission.gated")]
    [InlineData("^Terms/", "terms\\." + Word, "payment-terms", "terms.overpaid")]
    [InlineData("^Pricing/(PriceBook|ResolvedPrice)", "pricing\\." + Word, "price-lists", "pricing.no-break")]
    [InlineData("^Pricing/", "pricing\\.(approval|split)(-[a-z]+)+", "price-authority", "pricing.split-over-a-day")]
    [InlineData("^Pricing/", "pricing\\.quote(-[a-z]+)+", "quotations", "pricing.quote-near-break")]
    [InlineData("^Pricing/", "pricing\\.(promotion|coupon)(-[a-z]+)+", "promotions", "pricing.coupon-used-up")]
    [InlineData("^Pricing/(?!ResolvedPrice)", "pricing\\.(discount|return)(-[a-z]+)+", "discounts", "pricing.discount-excluded")]
    [InlineData("^Pricing/.*Waterfall", "pricing\\." + Word, "price-waterfall", "pricing.rebate-funded")]
    [InlineData("^Pricing/", "channel\\.(?!deposit|diversion)" + Word, "channel-prices", "channel.no-corridor")]
    [InlineData("^Rebates/", "(claim|deduction)\\." + Word, "channel-claims", "claim.over-cap")]
    [InlineData("^Rebates/", "settlement\\." + Word, "rebate-accounts", "settlement.carried")]
    [InlineData("^Pricing/(Deposit|Diversion)", "channel\\.(deposit|diversion)(-[a-z]+)+", "diversion", "channel.diversion-no-trace")]
    [InlineData("^Rebates/Rebate(Run|Result)", "rebate\\." + Word, "rebates", "rebate.no-target")]
    public void Every_code_is_on_its_page_once_and_no_other(string files, string code, string page, string one)
    {
        var given = SourceFiles.OfLibrary().Where(file => Regex.IsMatch(file.Path, files))
            .SelectMany(file => Codes(file.Text, "\"" + code + "\"", code)).Distinct()
            .OrderBy(each => each, StringComparer.Ordinal).ToList();
        var told = Codes(DocsFolder.Read("docs/" + page + ".md"), "^\\| `" + code + "` \\|", code);

        Assert.Contains(one, given);
        Assert.Equal(given, told.OrderBy(each => each, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Codes(string text, string pattern, string code) =>
        Regex.Matches(text, pattern, RegexOptions.Multiline).Select(match => Regex.Match(match.Value, code).Value);
}
#endif
