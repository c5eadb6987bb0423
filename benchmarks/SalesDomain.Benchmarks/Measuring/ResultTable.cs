using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace SalesDomain.Benchmarks.Measuring;

/// <summary>The table of docs/performance.md.</summary>
internal static class ResultTable
{
    internal static string Of(IReadOnlyList<Measured> all)
    {
        var text = new StringBuilder();
        text.Append("| Work | Time | × baseline | Bound | Allocated |\n|---|---:|---:|---:|---:|\n");
        foreach (var group in all.GroupBy(measured => measured.Group))
        {
            text.Append("| **").Append(group.Key).Append("** | | | | |\n");
            foreach (var measured in group)
                Append(text, measured);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Measured measured)
    {
        var cells = new[]
        {
            measured.Name, Time(measured.Nanoseconds), measured.IsBaseline ? "1" : Number(measured.Ratio, "0.00"), Bound(measured),
            Number(measured.AllocatedBytes, "#,0") + " B",
        };
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    private static string Bound(Measured measured) =>
        measured.Slower is { } slower
            ? Number(measured.TimesTheLibrary, "#,0") + " × the library; at least " + Number(slower.AtLeast, "0")
            : measured.Bound is { } bound ? "at most " + Number(bound, "0.0")
            : "";

    private static string Time(double nanoseconds) =>
        nanoseconds < 1e3 ? Number(nanoseconds, "0.0") + " ns"
        : nanoseconds < 1e6 ? Number(nanoseconds / 1e3, "0.00") + " µs"
        : Number(nanoseconds / 1e6, "0.0") + " ms";

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
