using System;

namespace SalesDomain.Benchmarks.Measuring;

/// <summary>Marks what the library is compared with, and how many times as long it takes at least.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowerAttribute(string than, double atLeast) : Attribute
{
    /// <summary>The library's benchmark in the same class.</summary>
    internal string Than { get; } = than;

    internal double AtLeast { get; } = atLeast;
}
