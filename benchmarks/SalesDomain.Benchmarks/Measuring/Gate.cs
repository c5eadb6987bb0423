using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SalesDomain.Benchmarks.Measuring;

/// <summary>
/// What holds on any machine, however busy: no scalar evaluation allocates, and none takes grossly longer than the hand-written code. The
/// bounds themselves are a matter of a quiet machine and the table.
/// </summary>
internal static class Gate
{
    // A bound missed by a little may be noise; three times is not.
    private const double Gross = 3;

    internal static int Run()
    {
        // In this process and in short iterations: a minute in all. Nothing is logged but the checks.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(5).WithIterationCount(7).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(50));
        var config = ManualConfig.CreateEmpty().AddJob(job).AddDiagnoser(MemoryDiagnoser.Default)
            .AddFilter(new SimpleFilter(IsGated)).WithOptions(ConfigOptions.DisableLogFile)
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance);

        var summaries = BenchmarkRunner.Run(typeof(Gate).Assembly, config).Where(summary => summary.BenchmarksCases.Length > 0).ToList();
        var failures = Outcome.Failures(summaries);
        if (failures.Count > 0)
        {
            foreach (var failure in failures)
                Console.WriteLine("FAIL  " + failure);

            return 1;
        }

        var checks = Measured.All(summaries).SelectMany(Checks).ToList();
        foreach (var (holds, text) in checks)
            Console.WriteLine((holds ? "ok    " : "FAIL  ") + text);

        return checks.Count > 0 && checks.All(check => check.Holds) ? 0 : 1;
    }

    private static bool IsGated(BenchmarkCase benchmark)
    {
        var siblings = benchmark.Descriptor.Type.GetMethods();
        var method = benchmark.Descriptor.WorkloadMethod;
        return IsMarked(method) || (benchmark.Descriptor.Baseline && siblings.Any(IsMarked));
    }

    private static bool IsMarked(System.Reflection.MethodInfo method) =>
        method.IsDefined(typeof(ScalarAttribute), false) || method.IsDefined(typeof(SlowerAttribute), false);

    private static IEnumerable<(bool Holds, string Text)> Checks(Measured measured)
    {
        var name = measured.Group + ": " + measured.Name;
        if (measured.IsScalar)
        {
            yield return (measured.Ratio <= Gross, name + " takes " + Text(measured.Ratio) + " × " + measured.BaselineName + ", at most " + Text(Gross));
            yield return (measured.AllocatedBytes == 0, name + " allocates " + Text(measured.AllocatedBytes) + " B, at most 0");
        }

        if (measured.Slower is { } slower)
        {
            var atLeast = slower.AtLeast / Gross;
            yield return (measured.TimesTheLibrary >= atLeast, name + " takes " + Text(measured.TimesTheLibrary) + " × " + measured.LibraryName + ", at least " + Text(atLeast));
        }
    }

    private static string Text(double? number) => number?.ToString("0.00", CultureInfo.InvariantCulture) ?? "?";
}
