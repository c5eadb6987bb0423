using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Each pitfall of pricing, P-10 to P-29 of the domain notes, is the name of a test that runs: <c>P_10_…</c>.</summary>
public sealed class EveryPitfallIsNamed
{
    private const int First = 10;
    private const int Last = 29;

    private static readonly Regex s_pitfall = new("(^|_)P_(?<number>[0-9]+)_");

    [Fact]
    public void By_a_test_of_pricing_that_is_not_skipped() =>
        Assert.Empty(Missing(
            typeof(EveryPitfallIsNamed).Assembly.GetTypes()
                .Where(type => type.Namespace?.StartsWith("SalesDomain.Tests.Pricing", StringComparison.Ordinal) == true)));

    [Fact]
    public void A_skipped_test_a_method_that_is_no_test_and_another_number_do_not_count() =>
        Assert.Equal(
            Enumerable.Range(First, Last - First + 1).Where(number => number is not 12 and not 25), Missing([typeof(Sample)]));

    private static IEnumerable<int> Missing(IEnumerable<Type> types)
    {
        var named = types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any(fact => fact.Skip is null))
            .SelectMany(method => s_pitfall.Matches(method.Name).Cast<Match>())
            .Select(match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture))
            .ToHashSet();
        return Enumerable.Range(First, Last - First + 1).Where(number => !named.Contains(number));
    }

#pragma warning disable xUnit1000, xUnit1004 // What is looked at here must not run.
    private sealed class Sample
    {
        [Fact(Skip = "as a test that is skipped")]
        public void P_11_skipped() => Assert.NotNull(this);

        [Fact]
        public void P_12_counts() => Assert.NotNull(this);

        public void P_13_is_no_test() => Assert.NotNull(this);

        [Fact]
        public void RT_02_P_25_counts_too() => Assert.NotNull(this);

        [Fact]
        public void P_1_is_of_rebates_and_P100_is_none() => Assert.NotNull(this);
    }
#pragma warning restore xUnit1000, xUnit1004
}
