using System;
using System.Linq;
using SalesDomain.Tests.Docs.Support;
using Xunit;

namespace SalesDomain.Tests.Docs;

/// <summary>The negative control: what the check of the snippets must find.</summary>
public sealed class SnippetsThatDoNotHold
{
    private static readonly string s_page = Text(
        "Words.", "", "<!-- snippet: Add -->", "```csharp", "var a = 1;", "Console.WriteLine(a);  // 1", "```");
    private static readonly string s_source = Text(
        "class X", "{", "    #region Add", "    var a = 1;", "    Console.WriteLine(a);  // 1", "    #endregion", "}");

    [Fact]
    public void The_same_text_with_another_indent_holds() => Assert.Empty(Complaints(s_page, s_source));

    [Fact]
    public void A_changed_line_is_named_in_page_and_source() =>
        Assert.Equal(
            ["page.md:5: snippet Add differs from Source.cs:4\n  page:   var a = 2;\n  source: var a = 1;"],
            Complaints(s_page.Replace("a = 1", "a = 2"), s_source));

    [Fact]
    public void A_changed_indent_inside_a_snippet_is_a_difference() =>
        Assert.StartsWith(
            "page.md:6: snippet Add differs", Complaints(s_page.Replace("Console", "  Console"), s_source).Single(),
            StringComparison.Ordinal);

    [Fact]
    public void A_line_more_in_the_source_is_a_difference() =>
        Assert.EndsWith(
            "page:   (nothing)\n  source: var b = 2;", Complaints(s_page, s_source.Replace("// 1", "// 1\n    var b = 2;")).Single(),
            StringComparison.Ordinal);

    [Fact]
    public void A_block_without_region_is_named() =>
        Assert.Contains("page.md:3: there is no region Sub", Complaints(s_page.Replace(": Add", ": Sub"), s_source));

    [Fact]
    public void A_region_that_no_page_shows_is_named() =>
        Assert.Contains("Source.cs:3: no page shows the region Sub", Complaints(s_page, s_source.Replace("region Add", "region Sub")));

    [Fact]
    public void Two_regions_of_one_name_are_named() =>
        Assert.Equal(["Source.cs:10: there is another region Add at Source.cs:3"], Complaints(s_page, s_source + "\n" + s_source));

    [Theory]
    [InlineData("csharp")]
    [InlineData("cs")]
    [InlineData("C#")]
    public void A_block_without_marker_is_named(string language) =>
        Assert.Equal(
            ["page.md:2: the C# block has no <!-- snippet: Name --> on the line above it"],
            SnippetReader.OfPage("page.md", Text("Words.", "```" + language, "var a = 1;", "```")).Complaints);

    [Fact]
    public void A_block_of_another_language_is_left_alone()
    {
        var reader = SnippetReader.OfPage("page.md", Text("```sh", "dotnet test", "```"));

        Assert.Empty(reader.Complaints);
        Assert.Empty(reader.Snippets);
    }

    [Fact]
    public void A_block_or_region_without_end_is_named()
    {
        Assert.Equal(
            ["page.md:4: the code block has no end"], SnippetReader.OfPage("page.md", s_page.Replace("// 1\n```", "// 1")).Complaints);
        Assert.Equal(
            ["Source.cs:3: the region has no end"], SnippetReader.OfSource("Source.cs", s_source.Replace("#endregion", "")).Complaints);
    }

    [Theory]
    [InlineData("1\n", null)]
    [InlineData("1\r\n", null)]
    [InlineData("2\n", "Source.cs:5, page.md:6: snippet Add does not print what it shows\n  shown:   1\n  printed: 2")]
    [InlineData("", "Source.cs:5, page.md:6: snippet Add does not print what it shows\n  shown:   1\n  printed: (nothing)")]
    [InlineData("1\n2\n", "Source.cs:5, page.md:6: snippet Add does not print what it shows\n  shown:   (nothing)\n  printed: 2")]
    public void What_is_printed_must_be_what_is_shown(string printed, string? complaint)
    {
        var region = SnippetReader.OfSource("Source.cs", s_source).Snippets.Single();

        Assert.Equal(complaint, ShownOutput.Complaint(region, printed, SnippetReader.OfPage("page.md", s_page).Snippets));
    }

    [Fact]
    public void Output_of_several_lines_stands_below_the_call()
    {
        string[] lines =
        [
            "// why, not what",
            "    Console.WriteLine(tree);",
            "}",
            "// root",
            "//   leaf",
            "var x = 1;  // not printed",
            "Console.WriteLine(\"a; // b\");  // a; // b",
            "// a remark about what follows",
        ];
        var shown = ShownOutput.Of(new Snippet("Tree", "Source.cs", 1, lines));

        Assert.Equal(["root", "  leaf", "a; // b"], shown.Select(line => line.Value));
        Assert.Equal([3, 4, 6], shown.Select(line => line.Key));
    }

    private static string[] Complaints(string page, string source) =>
        [
            .. SnippetComparison.Complaints(
                SnippetReader.OfPage("page.md", page).Snippets, SnippetReader.OfSource("Source.cs", source).Snippets),
        ];

    private static string Text(params string[] lines) => string.Join("\n", lines);
}
