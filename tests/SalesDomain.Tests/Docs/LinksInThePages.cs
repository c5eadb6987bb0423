using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using SalesDomain.Tests.Docs.Support;
using Xunit;

namespace SalesDomain.Tests.Docs;

public sealed class LinksInThePages
{
    private static readonly Regex s_link = new(@"\]\((?<target>[^)\s#]+)(#[^)]*)?\)");

    [Fact]
    public void Every_link_to_a_file_of_the_repository_finds_it()
    {
        var links = DocsFolder.AllPages().SelectMany(page => s_link.Matches(DocsFolder.Read(page)).Cast<Match>()
            .Select(link => (Page: page, Target: link.Groups["target"].Value))
            .Where(link => !link.Target.Contains("://"))).ToList();

        Assert.NotEmpty(links);
        var broken = string.Join(
            "\n", links.Where(link => !Exists(link.Page, link.Target)).Select(link => link.Page + " links to " + link.Target));
        Assert.True(broken.Length == 0, "\n" + broken);
    }

    [Fact]
    public void A_link_to_nothing_is_found() => Assert.False(Exists("docs/index.md", "no-such-page.md"));

    private static bool Exists(string page, string target)
    {
        var path = Path.Combine(DocsFolder.Root, Path.GetDirectoryName(page)!, target);
        return File.Exists(path) || Directory.Exists(path);
    }
}
