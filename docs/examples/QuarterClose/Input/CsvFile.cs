using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsvHelper;

namespace QuarterClose.Input;

/// <summary>A CSV file with a fixed set of columns. What does not fit is refused, naming file, line and column.</summary>
public sealed class CsvFile(string name, params string[] columns)
{
    public string Name { get; } = name;

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions s_strict = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        MissingField = CsvMissingFieldHandling.Throw,
    };

    /// <summary>Reads every row, in the order of the file; there must be at least one.</summary>
    public List<T> Read<T>(string folder, Func<CsvLine, T> parse)
    {
        try
        {
            using var text = new StreamReader(Path.Combine(folder, Name), s_strictUtf8, detectEncodingFromByteOrderMarks: false);
            using var reader = CsvReader.Create(text, s_strict);
            CheckHeader(reader.Headers);
            var items = new List<T>();
            while (reader.Read())
                items.Add(parse(new CsvLine(Name, reader)));

            return items.Count > 0 ? items : throw new InputException(Name + ": has no rows.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(Name + ": is missing in " + folder + ".");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(Name + ": cannot be read: " + e.Message);
        }
        catch (DecoderFallbackException)
        {
            throw new InputException(Name + ": is not UTF-8 text.");
        }
        catch (CsvFormatException e)
        {
            throw new InputException($"{Name}, line {e.LineNumber}: is not well-formed CSV: {e.Message}");
        }
    }

    private void CheckHeader(IReadOnlyList<string> header)
    {
        if (columns.Except(header).FirstOrDefault() is { } missing)
            throw Refused(missing, "is missing");
        if (header.Except(columns).FirstOrDefault() is { } unknown)
            throw Refused(unknown, "is unknown");
        if (header.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Refused(twice.Key, "is there twice");

        InputException Refused(string column, string why) => new($"{Name}, line 1, column {column}: {why}.");
    }
}
