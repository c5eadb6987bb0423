using Xunit;

namespace QuarterClose.Tests;

public sealed class CommandLineIsChecked
{
    [Theory]
    [InlineData("'42' is unknown; known are 1, 2, 3, 4, 5, 6, 7, 8, 9.", "--explain", "42")]
    [InlineData("'05' is unknown", "--explain", "05")]
    [InlineData("--explain", "--explain")]
    [InlineData("--explain", "--explain", "1", "--explain", "2")]
    [InlineData("the plan of 1999 is unknown; known is 1997", "--year", "1999")]
    [InlineData("--year", "--year", "last")]
    [InlineData("'42' is unknown; known are 1, 2, 3, 4, 5, 6, 7, 8, 9.", "--year", "1997", "--explain", "42")]
    [InlineData("'1998' is unknown; known are 1997, 1997-01, 1997-02, 1997-03, 1997-Q1, 1997-04", "--commissions", "1998")]
    [InlineData("'1997-13' is unknown", "--commissions", "1997-13")]
    [InlineData("--year and --commissions are two reports", "--commissions", "1997", "--year", "1997")]
    [InlineData("'42' is unknown; known are 1, 2, 3, 4, 5, 6, 7, 8, 9.", "--commissions", "1997", "--explain", "42")]
    [InlineData("'42' is unknown; known are 1, 2, 3, 4, 5, 6, 7, 8, 9.", "--commissions", "1997-Q2", "--explain", "42")]
    [InlineData("--year and --prices are two reports", "--prices", "1998-Q1", "--year", "1997")]
    [InlineData("--commissions and --prices are two reports", "--prices", "1998-Q1", "--commissions", "1997")]
    [InlineData("the prices of '1998-Q2' are unknown; known is 1998-Q1.", "--prices", "1998-Q2")]
    [InlineData("'10248' is neither a category nor an order of 1998-Q1", "--prices", "1998-Q1", "--explain", "10248")]
    [InlineData("--lines shows the lines of an explanation", "--prices", "1998-Q1", "--lines")]
    [InlineData("the agreements of 1998 are unknown; known is 1997.", "--rebates", "1998")]
    [InlineData("--rebates", "--rebates", "last")]
    [InlineData("--prices and --rebates are two reports", "--prices", "1998-Q1", "--rebates", "1997")]
    [InlineData("'ALFKI' is neither an agreement nor a customer of one; known are R-1, R-2", "--rebates", "1997", "--explain", "ALFKI")]
    [InlineData("--lines shows the lines of an explanation", "--rebates", "1997", "--lines")]
    [InlineData("--bogus", "--bogus")]
    [InlineData("extra", "extra")]
    [InlineData("--lines shows the lines of an explanation", "--lines")]
    public void What_makes_no_sense_gives_one_line_and_exit_code_2(string named, params string[] args)
    {
        var outcome = Outcome.Of(args);

        Assert.Equal(Program.BadInput, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(named, outcome.Error);
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Help_names_every_option_and_closes_nothing()
    {
        var outcome = Outcome.Of("--help");

        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.All(
            new[]
            {
                "--year <YEAR>", "--commissions <PERIOD>", "--prices <QUARTER>", "--rebates <YEAR>", "--explain <ID>", "--lines", "--json",
                "--data <DIR>",
            },
            option => Assert.Contains(option, outcome.Output));
        Assert.DoesNotContain("Buchanan", outcome.Output);
    }
}
