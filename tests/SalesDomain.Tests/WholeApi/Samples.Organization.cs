using System;
using System.Collections.Generic;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_organization = new()
    {
    };
}
