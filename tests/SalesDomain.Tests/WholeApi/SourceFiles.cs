using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// Where a type stands in the source: the folder is its namespace, the file is named after it, and no other public type is in there; and
/// how wide the lines are.
/// </summary>
internal static class SourceFiles
{
    private static readonly Regex s_namespace = new(@"^namespace ([\w.]+);", RegexOptions.Multiline);

    private static readonly Regex s_built = new("(^|/)(obj|bin|BenchmarkDotNet.Artifacts)/");

    // At the margin: a nested type has no file of its own.
    private static readonly Regex s_publicType = new(
        @"^public (?:(?:static|sealed|abstract|readonly|partial|ref|record|unsafe) )*"
        + @"(?:class|struct|interface|enum|record|delegate [\w<>?., ]+?) (?<name>\w+)(?:<(?<parameters>[\w, ]+)>)?",
        RegexOptions.Multiline);

    /// <summary>The library's source files, path from its folder and text.</summary>
    internal static IReadOnlyList<(string Path, string Text)> OfLibrary()
    {
        var source = Path.Combine(Root(), "src", "SalesDomain");
        return [.. In(source, source)];
    }

    /// <summary>All source files that are written by hand, path from the root of the repository and text.</summary>
    internal static IReadOnlyList<(string Path, string Text)> OfRepository()
    {
        var root = Root();
        return
        [
            .. new[] { "src", "tests", "benchmarks", "docs/examples" }
                .SelectMany(folder => In(root, Path.Combine(root, folder.Replace('/', Path.DirectorySeparatorChar)))),
        ];
    }

    internal static IEnumerable<string> LinesOver(int width, IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from line in file.Text.Split('\n').Select((text, i) => (Number: i + 1, text.Length))
        where line.Length > width
        select file.Path + " line " + line.Number + " has " + line.Length + " characters";

    internal static IEnumerable<string> FaultsOf(IEnumerable<(string Path, string Text)> files, IEnumerable<Type> publicTypes)
    {
        var found = new HashSet<string>();
        foreach (var (path, text) in files)
        {
            var folder = Path.GetDirectoryName(path)!.Replace('/', '.').Replace('\\', '.');
            var expected = folder.Length == 0 ? nameof(SalesDomain) : nameof(SalesDomain) + "." + folder;
            var name = s_namespace.Match(text).Groups[1].Value;
            var types = s_publicType.Matches(text).Cast<Match>().ToArray();
            if (name != expected && types.Length > 0)
                yield return path + " is in the namespace " + name;

            foreach (var type in types)
            {
                var parameters = type.Groups["parameters"].Value.Replace(" ", "");
                found.Add(name + "." + type.Groups["name"].Value + (parameters.Length == 0 ? "" : "`" + parameters.Split(',').Length));
                if (!IsFileOf(Path.GetFileName(path), type.Groups["name"].Value, parameters))
                    yield return path + " holds " + type.Groups["name"].Value;
            }
        }

        foreach (var type in publicTypes.Where(type => !type.IsNested && !found.Contains(type.FullName!)))
            yield return type.FullName + " has no file";
    }

    private static IEnumerable<(string Path, string Text)> In(string root, string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path.Substring(root.Length + 1).Replace('\\', '/'), path))
            .Where(file => !s_built.IsMatch(file.Path))
            .Select(file => (file.Path, File.ReadAllText(file.path).Replace("\r\n", "\n")));

    /// <summary>Type.cs, Type{T}.cs, or for a part of it Type.Facet.cs.</summary>
    private static bool IsFileOf(string file, string type, string parameters) =>
        file == type + ".cs" || (parameters.Length > 0 && file == type + "{" + parameters + "}.cs")
        || Regex.IsMatch(file, "^" + type + @"(\{" + parameters + @"\})?\.\w+\.cs$");

    private static string Root()
    {
        for (var at = new DirectoryInfo(Path.GetDirectoryName(typeof(SourceFiles).Assembly.Location)!); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "SalesDomain.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException("SalesDomain.sln is in no folder above the test assembly.");
    }
}
