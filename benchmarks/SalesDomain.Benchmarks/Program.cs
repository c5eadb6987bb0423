using System;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Perfolizer.Horology;
using SalesDomain.Benchmarks.Measuring;

if (args is ["gate"])
    return Gate.Run();

// A dry run only shows that every benchmark runs and agrees with its baseline: it needs no process of its own for each.
var job = Array.FindIndex(args, arg => arg is "--job" or "-j");
var isDry = job >= 0 && job + 1 < args.Length && string.Equals(args[job + 1], "dry", StringComparison.OrdinalIgnoreCase);
var arguments = isDry ? [.. args, "--inProcess"] : args;

// Without a job on the command line: iterations shorter than usual, and three processes, because where the code happens to lie in memory
// can move a few nanoseconds by a third. The warm-up lasts until the runtime has compiled everything in full: RulesEngine, whose code is
// large, takes two to three times as long before that, and would be made to look it.
var table = Job.Default.WithLaunchCount(3).WithWarmupCount(20).WithIterationCount(10).WithIterationTime(TimeInterval.FromMilliseconds(100));
var config = DefaultConfig.Instance.AddDiagnoser(MemoryDiagnoser.Default);
if (job < 0)
    config = config.AddJob(table);

var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, config).ToList();
if (summaries.Count == 0 && args.Any(arg => arg is "--list" or "--help" or "--info" or "--version"))
    return 0;

var failures = Outcome.Failures(summaries);
if (failures.Count > 0)
{
    Console.Error.WriteLine(string.Join('\n', failures));
    return 1;
}

if (!isDry)
{
    var path = Path.Combine(summaries[0].ResultsDirectoryPath, "performance.md");
    File.WriteAllText(path, ResultTable.Of(Measured.All(summaries)));
    Console.WriteLine(path);
}

return 0;
