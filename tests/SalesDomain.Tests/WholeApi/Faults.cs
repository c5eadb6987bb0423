using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

internal static class Faults
{
    /// <summary>Fails with every fault in full, a line each; xunit's own message would cut them short.</summary>
    internal static void MustBeNone(IEnumerable<string> faults)
    {
        string[] found = [.. faults.Distinct()];
        Assert.True(found.Length == 0, found.Length + " faults:" + Environment.NewLine + string.Join(Environment.NewLine, found));
    }
}
