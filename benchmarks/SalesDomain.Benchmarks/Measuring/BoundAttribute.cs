using System;

namespace SalesDomain.Benchmarks.Measuring;

/// <summary>How many times as long as its hand-written baseline a benchmark may take.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BoundAttribute(double atMost) : Attribute
{
    internal double AtMost { get; } = atMost;
}
