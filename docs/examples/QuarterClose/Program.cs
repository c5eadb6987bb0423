using System;
using System.IO;
using System.Linq;
using System.Text;
using QuarterClose.Input;
using QuarterClose.Output;
using QuarterClose.Rules;

namespace QuarterClose;

/// <summary>
/// Closes the quarter 1998-Q1 of Northwind, shows its prices, reviews the year 1997, pays its commissions or settles its rebates: read,
/// apply the rules, print.
/// </summary>
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

    /// <summary>What --commissions YEAR --explain prints, and the exit code.</summary>
    public static (string Page, int ExitCode) Report(PaidYear year, PayProof proof, bool json) =>
        (json ? PayJson.Of(year, null, proof.Person.Person, proof.Parts) : StatementReport.Of(proof),
            proof.IsVerified ? Success : NotVerified);

    /// <summary>What --commissions RUN --explain prints, and the exit code.</summary>
    public static (string Page, int ExitCode) Report(PaidYear year, StatementProof proof, bool json) =>
        (json ? PayJson.Of(year, proof.Run.Run, proof.Run.Person, proof.Shown) : StatementReport.Of(proof),
            proof.IsVerified ? Success : NotVerified);

    /// <summary>What --prices --explain prints, and the exit code.</summary>
    public static (string Page, int ExitCode) Report(PricedQuarter prices, PriceProof proof, bool json) =>
        (json ? PriceJson.Of(prices, proof) : PriceReport.Of(proof), proof.Proven.IsVerified ? Success : NotVerified);

    /// <summary>What --rebates --explain prints, and the exit code.</summary>
    public static (string Page, int ExitCode) Report(RebatedYear rebates, RebateProof proof, bool json) =>
        (json ? RebateJson.Of(rebates, proof) : RebateReport.Of(proof), proof.IsVerified ? Success : NotVerified);

    private static (string Page, int ExitCode) Settle(Options options, RebatedYear rebates)
    {
        if (options.Explain is null)
            return (options.Json ? RebateJson.Of(rebates) : RebateReport.Of(rebates), rebates.IsVerified ? Success : NotVerified);

        return Report(rebates, rebates.ProofOf(options.Explain, options.Detail), options.Json);
    }

    private static (string Page, int ExitCode) Price(Options options, PricedQuarter prices)
    {
        if (options.Explain is null)
            return (options.Json ? PriceJson.Of(prices) : PriceReport.Of(prices), Success);

        return Report(prices, PriceProof.Of(prices, options.Explain, options.Detail), options.Json);
    }

    private static (string Page, int ExitCode) Review(Options options, YearReview review)
    {
        if (options.Explain is null)
            return (options.Json ? YearJson.Of(review) : YearReport.Of(review), Success);

        return Report(review, YearProof.Of(review, options.Explain, options.Detail), options.Json);
    }

    private static YearReview Reviewed(Options options, SalesData data) =>
        YearTerms.Of1997.Close(data, NorthwindReader.ReadField(options.DataFolder, data));

    private static (string Page, int ExitCode) Pay(Options options, PaidYear year)
    {
        var run = year.Runs.FirstOrDefault(each => each.Name == options.Commissions);
        if (options.Explain is null)
        {
            var page = options.Json ? PayJson.Of(year, run) : run is null ? PayReport.Of(year) : StatementReport.Of(year.Of(run));
            return (page, year.IsVerified ? Success : NotVerified);
        }

        var person = year.PersonOf(options.Explain);
        return run is null ? Report(year, year.ProofOf(person), options.Json)
            : Report(year, new StatementProof(person.Of(run), options.Detail), options.Json);
    }

    private static (string Page, int ExitCode) Close(Options options)
    {
        var data = NorthwindReader.Read(options.DataFolder);
        if (options.IsYear)
            return Review(options, Reviewed(options, data));

        if (options.IsPrices)
            return Price(options, PriceTerms.Of1998Q1.Price(NorthwindReader.ReadPrices(options.DataFolder, data)));

        if (options.IsRebates)
            return Settle(options, RebateTerms.Of1997.Settle(data, NorthwindReader.ReadCustomers(options.DataFolder)));

        if (options.Commissions is not null)
        {
            var returns = NorthwindReader.ReadReturns(options.DataFolder, data);
            return Pay(options, PaidYear.Of(PayTerms.Of1997, data, Reviewed(options, data), returns));
        }

        var closed = Terms.Of1998Q1.Close(data);
        if (options.Explain is null)
            return (options.Json ? JsonReport.Of(closed) : TextReport.Of(closed), Success);

        return Report(closed, Proof.Of(closed, options.Explain, options.Detail), options.Json);
    }
}
