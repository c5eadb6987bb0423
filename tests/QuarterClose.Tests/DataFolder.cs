using System;
using System.IO;
using System.Linq;

namespace QuarterClose.Tests;

/// <summary>A copy of the Northwind files, to be spoiled by a test.</summary>
internal sealed class DataFolder : IDisposable
{
    internal DataFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Own, "*.csv"))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
    }

    internal static string Own => Path.Combine(AppContext.BaseDirectory, "data", "northwind");

    internal string Folder { get; } = Directory.CreateTempSubdirectory("quarter-close-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal string FileNamed(string file) => Path.Combine(Folder, file);

    /// <summary>Replaces a line, counted from 1 as an editor does.</summary>
    internal void Replace(string file, int line, string text)
    {
        var lines = File.ReadAllLines(FileNamed(file));
        lines[line - 1] = text;
        File.WriteAllText(FileNamed(file), string.Join('\n', lines.Append("")));
    }

    internal void Append(string file, string line) => File.AppendAllText(FileNamed(file), line + "\n");

    internal Outcome Close(params string[] args) => Outcome.Of([.. args, "--data", Folder]);
}
