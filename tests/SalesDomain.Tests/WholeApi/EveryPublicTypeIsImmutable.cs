using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class EveryPublicTypeIsImmutable
{
    [Fact]
    public void No_public_type_but_a_builder_can_change()
    {
        var faults =
            from type in PublicSurface.Types
            where !PublicSurface.IsBuilder(type)
            from fault in Immutability.FaultsOf(type)
            select type + ": " + fault;
        Faults.MustBeNone(faults);
    }

    [Fact]
    public void No_type_at_all_keeps_static_state_that_can_change()
    {
        var faults = PublicSurface.Library.GetTypes()
            .SelectMany(type => Immutability.StaticFaultsOf(type).Select(fault => type + ": " + fault));
        Faults.MustBeNone(faults);
    }

    [Fact]
    public void A_collection_handed_out_cannot_be_written_to()
    {
        var faults = PublicSurface.ClosedTypes.Where(Samples.Has).SelectMany(Samples.Of).SelectMany(WritableCollectionsOf);
        Faults.MustBeNone(faults);
    }

    [Fact]
    public void The_check_finds_every_way_to_change()
    {
        Assert.Equal(
            [
                "field <CanBeSet>k__BackingField can be set",
                "field PublicField can be set",
                "field _fieldOfTheBase can be set",
                "field _privateField can be set",
                "field _staticField can be set",
                "property Array hands out a collection that can be written to",
                "property CanBeSet can be set",
                "property Init is init",
                "property List hands out a collection that can be written to",
                "property Required is init",
                "property Required is required",
            ],
            Immutability.FaultsOf(typeof(Mutable)).OrderBy(fault => fault, StringComparer.Ordinal));
        Assert.Equal(["static field _staticField can be set"], Immutability.StaticFaultsOf(typeof(Mutable)));
        Assert.Equal(
            [".Array of Mutable", ".List of Mutable", ".ReadOnlyInName of Mutable"], WritableCollectionsOf(new Mutable { Required = 1 }));
    }

    [Fact]
    public void The_check_lets_an_immutable_type_pass()
    {
        Assert.Empty(Immutability.FaultsOf(typeof(Immutable)));
        Assert.Empty(Immutability.StaticFaultsOf(typeof(Immutable)));
        Assert.Empty(WritableCollectionsOf(new Immutable()));
    }

    private static IEnumerable<string> WritableCollectionsOf(object sample) =>
        from property in sample.GetType().GetProperties()
        where typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
        where Call.Of(property.GetMethod!, sample).Result is IList { IsReadOnly: false }
        select "." + property.Name + " of " + PublicSurface.Name(sample.GetType());

#pragma warning disable // What follows is written to break the rules.
    private class MutableBase
    {
        private int _fieldOfTheBase;
    }

    private sealed class Mutable : MutableBase
    {
        public int PublicField;
        private static int _staticField;
        private int _privateField;

        public int CanBeSet { get; set; }

        public int Init { get; init; }

        public required int Required { get; init; }

        public int[] Array { get; } = [];

        public List<int> List { get; } = [];

        public IReadOnlyList<int> ReadOnlyInName { get; } = new[] { 1 };
    }

    private sealed class Immutable
    {
        private static readonly Func<int, int> s_function = value => value;

        public int Value { get; } = s_function(1);

        public IReadOnlyList<int> Values { get; } = System.Array.AsReadOnly(new[] { 1 });
    }
#pragma warning restore
}
