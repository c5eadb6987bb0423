using System;
using System.IO;
using Xunit;

namespace QuarterClose.Tests;

public sealed class OutputIsApproved
{
    [Theory]
    [InlineData("default.txt")]
    [InlineData("explain-5.txt", "--explain", "5")]
    [InlineData("result.json", "--json")]
    [InlineData("year-1997.txt", "--year", "1997")]
    [InlineData("year-1997-explain-5.txt", "--year", "1997", "--explain", "5")]
    [InlineData("year-1997.json", "--year", "1997", "--json")]
    [InlineData("commissions-1997.txt", "--commissions", "1997")]
    [InlineData("commissions-1997.json", "--commissions", "1997", "--json")]
    [InlineData("commissions-1997-explain-9.txt", "--commissions", "1997", "--explain", "9")]
    [InlineData("commissions-1997-11.txt", "--commissions", "1997-11")]
    [InlineData("commissions-1997-11-explain-7.txt", "--commissions", "1997-11", "--explain", "7")]
    [InlineData("prices-1998-Q1.txt", "--prices", "1998-Q1")]
    [InlineData("prices-1998-Q1.json", "--prices", "1998-Q1", "--json")]
    [InlineData("prices-1998-Q1-explain-7.txt", "--prices", "1998-Q1", "--explain", "7")]
    [InlineData("rebates-1997.txt", "--rebates", "1997")]
    [InlineData("rebates-1997.json", "--rebates", "1997", "--json")]
    [InlineData("rebates-1997-explain-R-1.txt", "--rebates", "1997", "--explain", "R-1")]
    [InlineData("rebates-1997-explain-BONAP.txt", "--rebates", "1997", "--explain", "BONAP")]
    public void Byte_for_byte(string approved, params string[] args)
    {
        var outcome = Outcome.Of(args);

        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.Empty(outcome.Error);
        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "approved", approved)).ReplaceLineEndings("\n"), outcome.Output);
    }

    [Theory]
    [InlineData("--explain", "5")]
    [InlineData("--json")]
    [InlineData("--year", "1997")]
    [InlineData("--year", "1997", "--json")]
    [InlineData("--commissions", "1997")]
    [InlineData("--commissions", "1997-11")]
    [InlineData("--commissions", "1997-Q3")]
    [InlineData("--prices", "1998-Q1")]
    [InlineData("--prices", "1998-Q1", "--json")]
    [InlineData("--rebates", "1997")]
    [InlineData("--rebates", "1997", "--json")]
    [InlineData("--rebates", "1997", "--explain", "BONAP")]
    [InlineData]
    public void In_plain_ASCII_of_a_width_that_any_page_holds(params string[] args)
    {
        var output = Outcome.Of(args).Output;

        Assert.DoesNotContain(output, letter => letter is not ('\n' or (>= ' ' and <= '~')));
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }
}
