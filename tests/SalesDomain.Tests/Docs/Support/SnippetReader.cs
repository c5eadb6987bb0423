using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SalesDomain.Tests.Docs.Support;

/// <summary>Finds the snippets of one file, and what is wrong with the way they are marked.</summary>
internal sealed class SnippetReader
{
    private static readonly Regex s_fence = new(@"^\s*```+\s*(csharp|cs|c#)\s*$", RegexOptions.IgnoreCase);
    private static readonly Regex s_fenceEnd = new(@"^\s*```+\s*$");
    private static readonly Regex s_marker = new(@"^\s*<!-- snippet: (\w+) -->\s*$");
    private static readonly Regex s_region = new(@"^\s*#region (\w+)\s*$");
    private static readonly Regex s_regionEnd = new(@"^\s*#endregion\s*$");

    private readonly List<Snippet> _snippets = [];
    private readonly List<string> _complaints = [];
    private readonly string _file;
    private readonly string[] _lines;

    private SnippetReader(string file, string text)
    {
        _file = file;
        _lines = text.Replace("\r\n", "\n").Split('\n');
    }

    internal IReadOnlyList<Snippet> Snippets => _snippets;

    internal IReadOnlyList<string> Complaints => _complaints;

    /// <summary>The C# blocks of a page, each named by the comment on the line above it.</summary>
    internal static SnippetReader OfPage(string file, string text)
    {
        var reader = new SnippetReader(file, text);
        for (var i = 0; i < reader._lines.Length; i++)
        {
            if (s_fence.IsMatch(reader._lines[i]))
                i = reader.Take(i, reader.NameAbove(i), s_fenceEnd, "the code block has no end");
        }

        return reader;
    }

    /// <summary>The regions of a source file.</summary>
    internal static SnippetReader OfSource(string file, string text)
    {
        var reader = new SnippetReader(file, text);
        for (var i = 0; i < reader._lines.Length; i++)
        {
            if (s_region.Match(reader._lines[i]) is { Success: true } region)
                i = reader.Take(i, region.Groups[1].Value, s_regionEnd, "the region has no end");
        }

        return reader;
    }

    private string? NameAbove(int fence)
    {
        var marker = fence > 0 ? s_marker.Match(_lines[fence - 1]) : Match.Empty;
        if (marker.Success)
            return marker.Groups[1].Value;

        _complaints.Add(_file + ":" + (fence + 1) + ": the C# block has no <!-- snippet: Name --> on the line above it");
        return null;
    }

    /// <summary>Takes the lines after the opening one, and returns the index of the closing one.</summary>
    private int Take(int opening, string? name, Regex end, string missing)
    {
        var closing = Array.FindIndex(_lines, opening + 1, line => end.IsMatch(line));
        if (closing < 0)
        {
            _complaints.Add(_file + ":" + (opening + 1) + ": " + missing);
            return _lines.Length;
        }

        if (name is not null)
            _snippets.Add(new Snippet(name, _file, opening + 2, Dedented(_lines.Skip(opening + 1).Take(closing - opening - 1).ToArray())));

        return closing;
    }

    private static string[] Dedented(string[] lines)
    {
        var filled = lines.Where(line => line.Trim().Length > 0).ToArray();
        var indent = filled.Length == 0 ? 0 : filled.Min(line => line.Length - line.TrimStart().Length);
        return Array.ConvertAll(lines, line => line.Trim().Length == 0 ? "" : line.Substring(indent).TrimEnd());
    }
}
