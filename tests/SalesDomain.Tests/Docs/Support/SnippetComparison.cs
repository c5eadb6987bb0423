using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Tests.Docs.Support;

/// <summary>Sets the snippets of the pages against the regions of the sources.</summary>
internal static class SnippetComparison
{
    /// <summary>Every difference as one complaint that names page and line; none when pages and regions are the same.</summary>
    internal static IReadOnlyList<string> Complaints(IReadOnlyList<Snippet> shown, IReadOnlyList<Snippet> compiled)
    {
        var complaints = new List<string>();
        foreach (var twice in compiled.GroupBy(region => region.Name).Where(regions => regions.Count() > 1))
            complaints.Add(twice.Last().Place(-1) + ": there is another region " + twice.Key + " at " + twice.First().Place(-1));

        foreach (var region in compiled.Where(region => shown.All(snippet => snippet.Name != region.Name)))
            complaints.Add(region.Place(-1) + ": no page shows the region " + region.Name);

        foreach (var snippet in shown)
        {
            if (compiled.FirstOrDefault(region => region.Name == snippet.Name) is not { } region)
                complaints.Add(snippet.Place(-2) + ": there is no region " + snippet.Name);
            else if (Difference(snippet, region) is { } difference)
                complaints.Add(difference);
        }

        return complaints;
    }

    private static string? Difference(Snippet shown, Snippet compiled)
    {
        for (var i = 0; i < Math.Max(shown.Lines.Count, compiled.Lines.Count); i++)
        {
            var (page, source) = (LineAt(shown, i), LineAt(compiled, i));
            if (page != source)
            {
                return shown.Place(i) + ": snippet " + shown.Name + " differs from " + compiled.Place(i) + "\n  page:   " + page
                    + "\n  source: " + source;
            }
        }

        return null;
    }

    private static string LineAt(Snippet snippet, int index) => index < snippet.Lines.Count ? snippet.Lines[index] : "(nothing)";
}
