using System.Collections.Generic;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class EveryTypeHasItsFile
{
#if NET
    [Fact]
    public void Folder_is_namespace_and_a_public_type_stands_alone_in_its_file()
    {
        var files = SourceFiles.OfLibrary();
        Assert.Contains(files, file => file.Path == "Money.Operators.cs");
        Faults.MustBeNone(SourceFiles.FaultsOf(files, PublicSurface.Types));
    }
#endif

    [Fact]
    public void The_check_finds_what_stands_elsewhere()
    {
        var files = new List<(string, string)>
        {
            ("Money.cs",
                "namespace SalesDomain;\n\npublic readonly partial struct Money : IEquatable<Money>\n{\n"
                    + "    public sealed class Nested\n}\n"),
            ("Money.Text.cs", "namespace SalesDomain;\n\npublic readonly partial struct Money\n"),
            ("Timeline{T}.cs", "namespace SalesDomain;\n\npublic sealed class Timeline<T> : IEquatable<Timeline<T>>\n"),
            ("TimelineSlice.cs", "namespace SalesDomain;\n\npublic readonly struct TimelineSlice<T>\n"),
            ("StepSchedule{TLevel,TValue}.cs", "namespace SalesDomain;\n\npublic sealed class StepSchedule<TLevel, TValue>\n"),
            ("Internal/Guard.cs", "namespace Ardalis.GuardClauses;\n\ninternal sealed class Guard\n"),
            ("Internal/Visible.cs", "namespace SalesDomain;\n\npublic static class Visible\n"),
            ("Lines.cs", "namespace SalesDomain;\n\npublic sealed record SalesLine\n{\n}\n\npublic enum Lines\n{\n}\n"),
            ("Wrong{T}.cs", "namespace SalesDomain;\n\npublic sealed record Wrong\n"),
            ("Function.cs", "namespace SalesDomain;\n\npublic delegate IReadOnlyList<Money>? Mapping(Money value);\n"),
        };
        Assert.Equal(
            [
                "Internal/Visible.cs is in the namespace SalesDomain", "Lines.cs holds SalesLine", "Wrong{T}.cs holds Wrong",
                "Function.cs holds Mapping", "SalesDomain.Percentage has no file",
            ],
            SourceFiles.FaultsOf(files, [typeof(Money), typeof(Timeline<>), typeof(StepSchedule<,>), typeof(Percentage)]));
    }
}
