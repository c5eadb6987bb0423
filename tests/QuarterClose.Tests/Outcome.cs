using System.IO;

namespace QuarterClose.Tests;

/// <summary>What one run of the program gave.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    internal static Outcome Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = Program.Run(args, output, error);
        return new Outcome(exitCode, output.ToString(), error.ToString());
    }
}
