using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SalesDomain.Tests.Docs.Support;

/// <summary>
/// What a snippet says it prints: the comment two or more spaces after a <c>Console.WriteLine</c>, or the comment lines directly
/// below one that has none, the end of its loop between them left out of account.
/// </summary>
internal static class ShownOutput
{
    private static readonly Regex s_printWithComment = new(@"Console\.Write(Line)?\(.*\);\s{2,}// ?(?<shown>.*)$");
    private static readonly Regex s_print = new(@"Console\.Write(Line)?\(");
    private static readonly Regex s_commentLine = new(@"^\s*// ?(?<shown>.*)$");

    /// <summary>The lines shown, each with the index of the snippet's line that shows it.</summary>
    internal static IReadOnlyList<KeyValuePair<int, string>> Of(Snippet snippet)
    {
        var shown = new List<KeyValuePair<int, string>>();
        var isBelowPrint = false;
        for (var i = 0; i < snippet.Lines.Count; i++)
        {
            var line = snippet.Lines[i];
            var match = s_printWithComment.Match(line) is { Success: true } trailing ? trailing
                : isBelowPrint ? s_commentLine.Match(line) : Match.Empty;
            if (match.Success)
                shown.Add(new KeyValuePair<int, string>(i, match.Groups["shown"].Value.TrimEnd()));

            isBelowPrint = (isBelowPrint && (match.Success || line.Trim() == "}")) || (!match.Success && s_print.IsMatch(line));
        }

        return shown;
    }

    /// <summary>The first line that is not printed as shown, with its place in every page; null when all are.</summary>
    internal static string? Complaint(Snippet snippet, string printed, IEnumerable<Snippet> pages)
    {
        var shown = Of(snippet);
        var lines = printed.Replace("\r\n", "\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        if (lines[lines.Count - 1].Length == 0)
            lines.RemoveAt(lines.Count - 1);

        for (var i = 0; i < Math.Max(shown.Count, lines.Count); i++)
        {
            var says = i < shown.Count ? shown[i].Value : "(nothing)";
            var does = i < lines.Count ? lines[i] : "(nothing)";
            if (says == does)
                continue;

            var index = i < shown.Count ? shown[i].Key : snippet.Lines.Count - 1;
            var places = new[] { snippet }.Concat(pages).Select(page => page.Place(index));
            return string.Join(", ", places) + ": snippet " + snippet.Name + " does not print what it shows\n  shown:   " + says
                + "\n  printed: " + does;
        }

        return null;
    }
}
