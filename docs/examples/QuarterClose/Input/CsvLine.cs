using System.Globalization;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace QuarterClose.Input;

/// <summary>The line being read: its fields by column name, checked. Numbers and dates are read alike in every culture.</summary>
public sealed class CsvLine(string file, CsvReader reader)
{
    // More digits than this would be rounded unseen when they are read.
    private const int MostDigits = 28;
    private const decimal Largest = 1_000_000_000m;

    public string Text(string column)
    {
        var text = reader.GetString(column);
        return text.Length > 0 && text == text.Trim() ? text : throw Refused(column, "must be a text without white space at its ends");
    }

    /// <summary>A text as above, or null where the field is empty.</summary>
    public string? OptionalText(string column) => reader.GetString(column).Length == 0 ? null : Text(column);

    public decimal Number(string column, decimal from = 0m, decimal to = Largest)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var text = reader.GetString(column);
        if (text.Length > MostDigits || !decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
            throw Refused(column, "is not a number such as 12.5");

        return number >= from && number <= to ? number
            : throw Refused(column, string.Create(CultureInfo.InvariantCulture, $"must be from {from} to {to}"));
    }

    public int WholeNumber(string column)
    {
        var number = Number(column, from: 1m);
        return decimal.IsInteger(number) ? decimal.ToInt32(number) : throw Refused(column, "must be a whole number");
    }

    public LocalDate Date(string column) =>
        LocalDatePattern.Iso.Parse(reader.GetString(column)).TryGetValue(default, out var date) ? date
            : throw Refused(column, "is not a date such as 1998-03-31");

    /// <summary>An error that names this line and one of its columns.</summary>
    public InputException Refused(string column, string why) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture, $"{file}, line {reader.LineNumber}, column {column}: '{reader.GetString(column)}' {why}."));
}
