using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SalesDomain.Tests.Docs.Support;
using Xunit;

namespace SalesDomain.Tests.Docs;

[Collection(nameof(ConsoleOutput))]
public sealed class SnippetsInThePages
{
    private static readonly string[] s_cultures = ["", "de-DE", "fa-IR", "th-TH", "zh-CN"];

    public static TheoryData<string> Names { get; } = [.. DocsFolder.Methods.Select(method => method.Name)];

    [Fact]
    public void The_pages_are_found()
    {
        Assert.Contains("docs/index.md", DocsFolder.Pages);
        Assert.Contains("docs/tiers.md", DocsFolder.Pages);
        Assert.Contains("src/SalesDomain/package.md", DocsFolder.Pages);
        Assert.DoesNotContain(DocsFolder.Pages, page => page.Contains("decisions"));
    }

    [Fact]
    public void Every_block_is_marked_and_every_region_ends() =>
        AssertNone(DocsFolder.ReadPages().Concat(DocsFolder.ReadSources()).SelectMany(reader => reader.Complaints));

    [Fact]
    public void Every_block_is_the_region_it_names_and_every_region_is_shown() =>
        AssertNone(SnippetComparison.Complaints(All(DocsFolder.ReadPages()), All(DocsFolder.ReadSources())));

    [Fact]
    public void Every_region_is_run_by_the_method_of_its_name() =>
        Assert.Equal(
            All(DocsFolder.ReadSources()).Select(region => region.Name).OrderBy(name => name, StringComparer.Ordinal),
            DocsFolder.Methods.Select(method => method.Name).OrderBy(name => name, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_snippet_prints_what_it_shows_in_every_culture(string name)
    {
        var region = All(DocsFolder.ReadSources()).Single(snippet => snippet.Name == name);
        var pages = All(DocsFolder.ReadPages()).Where(snippet => snippet.Name == name);
        var method = DocsFolder.Methods.Single(candidate => candidate.Name == name);
        var run = (Action)Delegate.CreateDelegate(typeof(Action), method);

        AssertNone(s_cultures
            .Select(culture => ShownOutput.Complaint(region, ConsoleOutput.Of(run, culture), pages) is { } complaint
                ? complaint + "\n  culture: " + CultureInfo.GetCultureInfo(culture).DisplayName : "")
            .Where(complaint => complaint.Length > 0).Take(1));
    }

    // The complaints themselves, not their count, are what helps whoever changed a page.
    private static void AssertNone(IEnumerable<string> complaints)
    {
        var text = string.Join("\n", complaints);
        Assert.True(text.Length == 0, "\n" + text);
    }

    private static IReadOnlyList<Snippet> All(IEnumerable<SnippetReader> readers) => [.. readers.SelectMany(reader => reader.Snippets)];
}
