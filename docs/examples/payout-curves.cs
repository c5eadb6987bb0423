#:project ../../src/SalesDomain/SalesDomain.csproj

// One idea: the same three points make three plans. What lies between and beyond them has to be said: steps, lines that stop, lines that go
// on. Run: dotnet run docs/examples/payout-curves.cs

using System;
using SalesDomain;

(decimal Level, decimal Payout)[] points = [(80m, 50m), (100m, 100m), (120m, 200m)];

var steps = StepSchedule.From(points).ThenBelow(0m);
var capped = PayoutCurve.Rising(points).ZeroBelow().FlatAbove();
var open = PayoutCurve.Rising(points).ZeroBelow().ContinuedAbove();

Console.WriteLine(capped);
Console.WriteLine("attainment   steps   lines to 120   lines without end");
foreach (var level in new[] { 79m, 80m, 90m, 99m, 100m, 110m, 120m, 150m })
    Console.WriteLine($"{Pct(level),10}  {Pct(steps.At(level)),6}  {Pct(capped.At(level)),13}  {Pct(open.At(level)),18}");

Console.WriteLine();
Console.WriteLine("One more point of attainment pays so many points:");
foreach (CurveSegment segment in open.Segments)
    Console.WriteLine($"  {segment}");

static Percentage Pct(decimal percent) => Percentage.FromPercent(percent);
