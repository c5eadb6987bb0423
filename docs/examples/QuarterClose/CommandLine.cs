using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using QuarterClose.Rules;

namespace QuarterClose;

/// <summary>The options of the program; whatever is wrong with them is an <see cref="InputException"/> like any other.</summary>
public sealed class CommandLine(TextWriter output)
{
    private readonly Option<int?> _year = new("--year")
    {
        HelpName = "YEAR",
        Description =
            "Review a whole year instead of closing the quarter: quotas, attainment by team, pace, alerts, territories. Known is 1997.",
    };

    private readonly Option<string> _commissions = new("--commissions")
    {
        HelpName = "PERIOD",
        Description =
            "The commissions of 1997, paid by month and trued up by quarter; or the statements of one month, 1997-09, or true-up, 1997-Q3.",
    };

    private readonly Option<string> _prices = new("--prices")
    {
        HelpName = "QUARTER",
        Description =
            "The prices of the quarter, from list price to pocket margin by category, and who had to approve them. Known is 1998-Q1.",
    };

    private readonly Option<int?> _rebates = new("--rebates")
    {
        HelpName = "YEAR",
        Description =
            "The rebates of a year: three agreements, accrued month by month, settled, and closed to zero. Known is 1997.",
    };

    private readonly Option<string> _explain = new("--explain")
    {
        HelpName = "ID",
        Description =
            "Explain the commission of one employee, with --year the attainment with the team, with --commissions the statements; with "
            + "--prices the pocket margin of one category or the approval of one order, with --rebates what was earned and is left of one "
            + "agreement or of one customer; and verify the explanation.",
    };

    private readonly Option<bool> _lines = new("--lines")
    {
        Description = "With --explain: show every order line down to price, quantity and discount.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print everything as one JSON document; with --explain, the explanation is part of it.",
    };

    private readonly Option<string> _data = new("--data")
    {
        HelpName = "DIR",
        Description = "The folder of the CSV files, instead of the one that comes with the program.",
    };

    private static string OwnData => Path.Combine(AppContext.BaseDirectory, "data", "northwind");

    /// <summary>The options, or null when help or the version was asked for and printed.</summary>
    public Options? Parse(string[] args)
    {
        var command = new RootCommand(
            "Closes the quarter 1998-Q1 of Northwind: plan, quotas, commissions, price check. Or shows its prices, reviews the year "
            + "1997, pays the commissions of it, or settles its rebates.")
        {
            _year, _commissions, _prices, _rebates, _explain, _lines, _json, _data,
        };
        Options? options = null;
        command.SetAction(given => options = new Options(
            given.GetValue(_year) is not null,
            given.GetValue(_commissions),
            given.GetValue(_prices) is not null,
            given.GetValue(_rebates) is not null,
            given.GetValue(_explain),
            given.GetValue(_lines) ? Detail.Lines : Detail.Orders,
            given.GetValue(_json),
            given.GetValue(_data) ?? OwnData));

        var parsed = command.Parse(args);
        if (parsed.Errors is [var first, ..])
            throw new InputException(first.Message);

        CheckYear("--year: the plan of {0} is unknown", parsed.GetValue(_year));
        CheckYear("--rebates: the agreements of {0} are unknown", parsed.GetValue(_rebates));
        CheckReports(parsed);
        if (parsed.GetValue(_commissions) is { } period && period != YearTerms.Of1997.Year.Label
            && PayTerms.Of1997.Runs.All(run => run.Name != period))
        {
            throw new InputException(
                "--commissions: '" + period + "' is unknown; known are " + YearTerms.Of1997.Year.Label + ", "
                + string.Join(", ", PayTerms.Of1997.Runs.Select(run => run.Name)) + ".");
        }

        if (parsed.GetValue(_prices) is { } quarter && quarter != PriceTerms.Of1998Q1.Quarter.Name)
        {
            throw new InputException(
                "--prices: the prices of '" + quarter + "' are unknown; known is " + PriceTerms.Of1998Q1.Quarter.Name + ".");
        }

        parsed.Invoke(new InvocationConfiguration { Output = output });
        return options is not { Explain: null, Detail: Detail.Lines } ? options
            : throw new InputException("--lines shows the lines of an explanation: it needs --explain ID.");
    }

    private static void CheckYear(string unknown, int? given)
    {
        if (given is { } year && year != YearTerms.Of1997.Year.Year)
        {
            throw new InputException(
                string.Format(CultureInfo.InvariantCulture, unknown, year) + "; known is " + YearTerms.Of1997.Year.Label + ".");
        }
    }

    private void CheckReports(ParseResult parsed)
    {
        string[] reports =
        [
            .. new[]
            {
                parsed.GetValue(_year) is null ? null : "--year", parsed.GetValue(_commissions) is null ? null : "--commissions",
                parsed.GetValue(_prices) is null ? null : "--prices", parsed.GetValue(_rebates) is null ? null : "--rebates",
            }.OfType<string>(),
        ];
        if (reports.Length > 1)
            throw new InputException(string.Join(" and ", reports.Take(2)) + " are two reports: one of them at a time.");
    }
}
