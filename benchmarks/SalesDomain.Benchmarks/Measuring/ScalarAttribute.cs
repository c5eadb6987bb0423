using System;

namespace SalesDomain.Benchmarks.Measuring;

/// <summary>Marks an evaluation of one fact, or a sum of such, that must not allocate.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScalarAttribute : Attribute;
