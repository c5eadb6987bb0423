using System.Collections.Generic;

namespace SalesDomain.Tests.Docs.Support;

/// <summary>Code that a page shows, or the region of a source file that it is said to be. Lines have no common indent.</summary>
internal sealed class Snippet
{
    internal Snippet(string name, string file, int firstLine, IReadOnlyList<string> lines)
    {
        Name = name;
        File = file;
        FirstLine = firstLine;
        Lines = lines;
    }

    internal string Name { get; }

    internal string File { get; }

    /// <summary>The number of the first line of code in the file, counted from 1.</summary>
    internal int FirstLine { get; }

    internal IReadOnlyList<string> Lines { get; }

    /// <summary>File and line as compilers print them, so that an editor finds the place.</summary>
    internal string Place(int index) => File + ":" + (FirstLine + index);
}
