using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Reports;

namespace SalesDomain.Benchmarks.Measuring;

/// <summary>One benchmark's figures, beside those of the hand-written baseline of its class and category in the same run.</summary>
internal sealed class Measured
{
    private readonly BenchmarkReport _report;
    private readonly BenchmarkReport? _baseline;
    private readonly BenchmarkReport? _library;

    private Measured(BenchmarkReport report, IReadOnlyList<BenchmarkReport> all)
    {
        _report = report;
        _baseline = all.FirstOrDefault(other =>
            other.BenchmarkCase.Descriptor.Baseline && TypeOf(other) == TypeOf(report)
            && other.BenchmarkCase.Descriptor.Categories.SequenceEqual(report.BenchmarkCase.Descriptor.Categories));
        _library = all.FirstOrDefault(other =>
            TypeOf(other) == TypeOf(report) && other.BenchmarkCase.Descriptor.WorkloadMethod.Name == Slower?.Than);
    }

    internal string Group => TypeOf(_report).Name;

    internal string Name => NameOf(_report);

    internal bool IsBaseline => _report.BenchmarkCase.Descriptor.Baseline;

    internal bool IsScalar => Attribute<ScalarAttribute>() is not null;

    internal double? Bound => Attribute<BoundAttribute>()?.AtMost;

    internal SlowerAttribute? Slower => Attribute<SlowerAttribute>();

    /// <summary>The median, which one disturbed iteration does not move.</summary>
    internal double Nanoseconds => NanosecondsOf(_report);

    internal double? Ratio => _baseline is null ? null : Nanoseconds / NanosecondsOf(_baseline);

    /// <summary>How many times as long as the library this takes, for what the library is compared with.</summary>
    internal double? TimesTheLibrary => _library is null ? null : Nanoseconds / NanosecondsOf(_library);

    /// <summary>Not rounded to whole bytes an operation: a few bytes in a thousand evaluations are seen too.</summary>
    internal double AllocatedBytes =>
        _report.GcStats.GetTotalAllocatedBytes(excludeAllocationQuantumSideEffects: true) / (double)_report.GcStats.TotalOperations
        ?? throw new InvalidOperationException(Name + " was run without the memory diagnoser.");

    internal static IReadOnlyList<Measured> All(IEnumerable<Summary> summaries)
    {
        var reports = summaries.SelectMany(summary => summary.Reports).ToList();
        return [.. reports.Select(report => new Measured(report, reports))];
    }

    private static Type TypeOf(BenchmarkReport report) => report.BenchmarkCase.Descriptor.Type;

    private static string NameOf(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    private static double NanosecondsOf(BenchmarkReport report) =>
        report.ResultStatistics?.Median ?? throw new InvalidOperationException(NameOf(report) + " was not measured.");

    private T? Attribute<T>()
        where T : Attribute =>
        _report.BenchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<T>();
}
