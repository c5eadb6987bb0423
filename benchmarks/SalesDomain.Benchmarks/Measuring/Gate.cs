using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace SalesDomain.Benchmarks.Measuring;

/// <summary>
/// What holds on any machine, however busy: no scalar evaluation allocates, and none takes grossly longer than the hand-written code.
/// Whether the bounds themselves are met is for a quiet machine and the table.
/// </summary>
internal static class Gate
{
    // A bound missed by a little may be noise; three times is not.
    private const double Gross = 3;

    internal static int Run()
    {
        // Once: in a process that has measured before, every evaluation seems to allocate hundredths of a byte.
        var checks = Measure();
        foreach (var (holds, text) in checks)
            Console.WriteLine((holds ? "ok    " : "FAIL  ") + text);

        return checks.TrueForAll(check => check.Holds) ? 0 : 1;
    }

    private static List<(bool Holds, string Text)> Measure()
    {
        var summaries = BenchmarkRunner.Run(typeof(Gate).Assembly, Quick()).Where(summary => summary.BenchmarksCases.Length > 0).ToList();
        var failures = Outcome.Failures(summaries);
        return failures.Count > 0 ? [.. failures.Select(failure => (false, failure))] : [.. Measured.All(summaries).SelectMany(Checks)];
    }

    /// <summary>
    /// In this process and in short iterations, warm for longer than the runtime takes to compile in full, and silent but for the checks.
    /// </summary>
    private static ManualConfig Quick() =>
        ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithWarmupCount(15).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(50)))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .AddFilter(new SimpleFilter(IsGated))
            .WithOptions(ConfigOptions.DisableLogFile);

    private static bool IsGated(BenchmarkCase benchmark) =>
        IsMarked(benchmark.Descriptor.WorkloadMethod)
        || (benchmark.Descriptor.Baseline && benchmark.Descriptor.Type.GetMethods().Any(IsMarked));

    private static bool IsMarked(MethodInfo method) =>
        method.IsDefined(typeof(ScalarAttribute), false) || method.IsDefined(typeof(SlowerAttribute), false);

    private static IEnumerable<(bool Holds, string Text)> Checks(Measured measured)
    {
        var name = measured.Group + ", " + measured.Name;
        if (measured.IsScalar)
        {
            yield return (measured.Ratio <= Gross, $"{name}: {Text(measured.Ratio)} × baseline, at most {Text(Gross)}");
            yield return (measured.AllocatedBytes == 0, $"{name}: {Text(measured.AllocatedBytes)} B allocated, at most 0");
        }

        if (measured.Slower is { } slower)
        {
            var least = slower.AtLeast / Gross;
            yield return (measured.TimesTheLibrary >= least,
                $"{name}: {Text(measured.TimesTheLibrary)} × {slower.Than}, at least {Text(least)}");
        }
    }

    private static string Text(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "?";
}
