using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Reports;

namespace SalesDomain.Benchmarks.Measuring;

/// <summary>
/// Whether a run did what it was asked. BenchmarkDotNet writes a benchmark's exception into its log and ends as if nothing were wrong.
/// </summary>
internal static class Outcome
{
    internal static IReadOnlyList<string> Failures(IReadOnlyCollection<Summary> summaries)
    {
        if (summaries.Count == 0)
            return ["no benchmark was run"];

        var invalid = summaries.SelectMany(summary => summary.ValidationErrors).Where(error => error.IsCritical)
            .Select(error => error.Message);
        var missing = summaries.SelectMany(
            summary => summary.BenchmarksCases.Where(benchmark => summary[benchmark] is not { Success: true }))
            .Select(benchmark => benchmark.Descriptor.GetFilterName() + " did not run to its end");

        return [.. invalid, .. missing];
    }
}
