using System;
using System.Globalization;
using System.IO;
using Xunit;

namespace SalesDomain.Tests.Docs.Support;

/// <summary>The console belongs to the whole process: tests that read it are in this collection and run while no other test does.</summary>
[CollectionDefinition(nameof(ConsoleOutput), DisableParallelization = true)]
public sealed class ConsoleOutput
{
    /// <summary>What the action prints when the process runs in a culture.</summary>
    internal static string Of(Action action, string culture)
    {
        var console = Console.Out;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var writer = new StringWriter(CultureInfo.CurrentCulture);
            Console.SetOut(writer);
            action();
            return writer.ToString();
        }
        finally
        {
            Console.SetOut(console);
            CultureInfo.CurrentCulture = before;
        }
    }
}
