using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace SalesDomain.Tests.Docs.Support;

/// <summary>The pages of the repository, the sources of their snippets, and the methods those are compiled into.</summary>
internal static class DocsFolder
{
    private const string SourceFolder = "tests/SalesDomain.Tests/Docs";

    private static readonly char[] s_separators = ['/', '\\'];

    /// <summary>The folder that holds the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Every page whose C# is checked, by its path from the root. A decision may sketch code that was never written.</summary>
    internal static IReadOnlyList<string> Pages { get; } =
        [.. AllPages().Where(page => !page.StartsWith("docs/decisions/", StringComparison.Ordinal))];

    internal static IReadOnlyList<string> Sources { get; } = [.. Files(SourceFolder, "*.cs", SearchOption.TopDirectoryOnly)];

    /// <summary>The methods that are snippets: public, static and parameterless, in a type whose name ends in Snippets.</summary>
    internal static IReadOnlyList<MethodInfo> Methods { get; } =
    [
        .. typeof(DocsFolder).Assembly.GetTypes()
            .Where(type => type.Namespace == "SalesDomain.Tests.Docs" && type.Name.EndsWith("Snippets", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)),
    ];

    internal static IEnumerable<string> AllPages()
    {
        string[] outside = ["README.md", "src/SalesDomain/package.md"];
        return outside.Where(page => File.Exists(Path.Combine(Root, page)))
            .Concat(Files("docs", "*.md", SearchOption.AllDirectories));
    }

    internal static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    internal static IReadOnlyList<SnippetReader> ReadPages() => [.. Pages.Select(page => SnippetReader.OfPage(page, Read(page)))];

    internal static IReadOnlyList<SnippetReader> ReadSources() =>
        [.. Sources.Select(source => SnippetReader.OfSource(source, Read(source)))];

    private static IEnumerable<string> Files(string folder, string pattern, SearchOption depth) =>
        Directory.GetFiles(Path.Combine(Root, folder), pattern, depth)
            .Select(path => path.Substring(Root.Length + 1).Replace('\\', '/'))
            .Where(path => !path.Split(s_separators).Any(part => part is "bin" or "obj"))
            .OrderBy(path => path, StringComparer.Ordinal);

    private static string FindRoot()
    {
        // The folder of the assembly, not the base directory: under a console runner that is the runner's own.
        var start = Path.GetDirectoryName(typeof(DocsFolder).Assembly.Location)!;
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SalesDomain.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("No folder above " + start + " holds SalesDomain.sln.");
    }
}
