using System.Collections.Generic;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class LinesFitThePage
{
    // That of .editorconfig.
    private const int Width = 140;

#if NET
    [Fact]
    public void No_line_of_the_sources_is_wider()
    {
        var files = SourceFiles.OfRepository();
        Assert.All(
            ["src/SalesDomain/Money.cs", "docs/examples/payout-curves.cs", "benchmarks/SalesDomain.Benchmarks/Program.cs"],
            path => Assert.Contains(files, file => file.Path == path));
        Faults.MustBeNone(SourceFiles.LinesOver(Width, files));
    }
#endif

    [Fact]
    public void The_check_finds_the_line_that_is()
    {
        var files = new List<(string, string)>
        {
            ("Fits.cs", new string('x', Width) + "\n" + new string('y', Width)),
            ("Wide.cs", "short\n" + new string('x', Width + 1) + "\n"),
        };
        Assert.Equal(["Wide.cs line 2 has 141 characters"], SourceFiles.LinesOver(Width, files));
    }
}
