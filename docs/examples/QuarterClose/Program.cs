using System;
using System.IO;
using System.Text;
using QuarterClose.Input;
using QuarterClose.Output;
using QuarterClose.Rules;

namespace QuarterClose;

/// <summary>Closes the quarter 1998-Q1 of Northwind, or reviews the year 1997: read, apply the rules, print.</summary>
public static class Program
{
    public const int Success = 0;
    public const int NotVerified = 1;
    public const int BadInput = 2;

    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Run(args, Console.Out, Console.Error);
    }

    /// <summary>The whole program on any pair of writers, so that a test can run it.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            var (page, exitCode) = new CommandLine(output).Parse(args) is { } options ? Close(options) : ("", Success);
            output.Write(page);
            return exitCode;
        }
        catch (InputException e)
        {
            error.WriteLine(e.Message);
            return BadInput;
        }
    }

    /// <summary>What --explain prints, and the exit code: a proof that fails must not pass for one.</summary>
    public static (string Page, int ExitCode) Report(ClosedQuarter closed, Proof proof, bool json) =>
        (json ? JsonReport.Of(closed, proof) : ProofReport.Of(proof), proof.IsVerified ? Success : NotVerified);

    /// <summary>What --year --explain prints, and the exit code.</summary>
    public static (string Page, int ExitCode) Report(YearReview review, YearProof proof, bool json) =>
        (json ? YearJson.Of(review, proof) : YearReport.Of(proof), proof.Proven.IsVerified ? Success : NotVerified);

    private static (string Page, int ExitCode) Review(Options options, YearReview review)
    {
        if (options.Explain is null)
            return (options.Json ? YearJson.Of(review) : YearReport.Of(review), Success);

        return Report(review, YearProof.Of(review, options.Explain, options.Detail), options.Json);
    }

    private static (string Page, int ExitCode) Close(Options options)
    {
        var data = NorthwindReader.Read(options.DataFolder);
        if (options.IsYear)
            return Review(options, YearTerms.Of1997.Close(data, NorthwindReader.ReadField(options.DataFolder, data)));

        var closed = Terms.Of1998Q1.Close(data);
        if (options.Explain is null)
            return (options.Json ? JsonReport.Of(closed) : TextReport.Of(closed), Success);

        return Report(closed, Proof.Of(closed, options.Explain, options.Detail), options.Json);
    }
}
