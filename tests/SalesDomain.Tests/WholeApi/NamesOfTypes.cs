using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class NamesOfTypes
{
    [Fact]
    public void No_public_type_is_named_like_a_namespace_or_like_a_common_type_of_NodaTime() =>
        Faults.MustBeNone(FaultsOf(PublicSurface.Types));

    [Fact]
    public void The_check_finds_such_names()
    {
        Assert.Equal(
            [
                "Credit is named like a namespace", "Period is named like a type of NodaTime", "Pricing is named like a namespace",
                "SalesDomain is named like a namespace",
            ],
            FaultsOf([typeof(Credit), typeof(Period), typeof(Pricing<>), typeof(SalesDomain), typeof(SalesCredit)])
                .OrderBy(fault => fault, StringComparer.Ordinal));
    }

    /// <summary>Also the namespaces to come, so that a name taken now does not stand in their way.</summary>
    private static IEnumerable<string> FaultsOf(IEnumerable<Type> types)
    {
        var namespaces = PublicSurface.Library.GetTypes().Select(type => type.Namespace?.Split('.').Last())
            .Concat(Floor.All.Select(floor => floor.Context)).ToHashSet();
        foreach (var name in types.Select(PublicSurface.Name))
        {
            if (namespaces.Contains(name))
                yield return name + " is named like a namespace";
            if (typeof(NodaTime.LocalDate).Assembly.GetType("NodaTime." + name) is not null)
                yield return name + " is named like a type of NodaTime";
        }
    }

#pragma warning disable // What follows is written to break the rules.
    private sealed class Credit;

    private sealed class SalesCredit;

    private sealed class Period;

    private sealed class Pricing<T>;

    private sealed class SalesDomain;
#pragma warning restore
}
