using System;
using System.Collections.Generic;

namespace SalesDomain.Benchmarks;

/// <summary>A comparison of speed is worth nothing between two things that do different work.</summary>
internal static class Same
{
    /// <summary>Fails the benchmark when library and hand-written code disagree on any of the facts.</summary>
    internal static void Results<TResult>(Func<int, TResult> handWritten, Func<int, TResult> measured, int count = Facts.Count)
    {
        for (var i = 0; i < count; i++)
            Result(handWritten(i), measured(i));
    }

    internal static void Result<TResult>(TResult handWritten, TResult measured)
    {
        if (!EqualityComparer<TResult>.Default.Equals(handWritten, measured))
            throw new InvalidOperationException($"The hand-written code gives {handWritten}, the measured code {measured}.");
    }
}
