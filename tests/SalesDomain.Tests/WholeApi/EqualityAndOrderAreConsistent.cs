using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class EqualityAndOrderAreConsistent
{
    [Fact]
    public void Every_type_that_compares_by_value_offers_all_of_equality_and_all_of_order_or_none() =>
        Faults.MustBeNone(PublicSurface.ClosedTypes.SelectMany(type => EqualityRules.FaultsOf(type).Select(fault => type + ": " + fault)));

    [Fact]
    public void Every_value_type_is_equatable() =>
        Assert.All(PublicSurface.ValueTypes, type => Assert.Contains(typeof(IEquatable<>).MakeGenericType(type), type.GetInterfaces()));

    [Fact]
    public void Equals_operators_hash_codes_and_order_agree_on_values()
    {
        // The samples are made twice, so that equal values are two instances; within a type no two samples are equal.
        var faults =
            from type in PublicSurface.ClosedTypes
            where Samples.Has(type) && EqualityRules.Operator(type, "op_Equality") is not null
            let ones = Samples.Of(type)
            let others = Samples.Of(type)
            from i in Enumerable.Range(0, ones.Count)
            from j in Enumerable.Range(0, others.Count)
            from fault in EqualityOfValues.FaultsOf(type, ones[i], others[j], i == j)
            select fault;
        Faults.MustBeNone(faults);
    }

    [Theory]
    [InlineData(typeof(BareStruct), "lacks IEquatable<T>|lacks op_Equality|lacks op_Inequality|lacks Equals(object)|lacks GetHashCode()")]
    [InlineData(typeof(EquatableClass), "lacks op_Equality|lacks op_Inequality|lacks Equals(object)|lacks GetHashCode()")]
    [InlineData(typeof(HalfOrdered), "lacks op_LessThanOrEqual|lacks op_GreaterThanOrEqual|lacks IComparable<T>|lacks IComparable")]
    [InlineData(typeof(OrderedForGenericsOnly), "lacks IComparable")]
    [InlineData(typeof(OverridesEqualsOnly), "lacks IEquatable<T>|lacks op_Equality|lacks op_Inequality")]
    [InlineData(typeof(PlainClass), "")]
    [InlineData(typeof(Consistent), "")]
    public void The_check_finds_what_is_missing(Type type, string faults) =>
        Assert.Equal(faults, string.Join("|", EqualityRules.FaultsOf(type)));

    [Fact]
    public void The_check_finds_values_on_which_the_doors_disagree()
    {
        Assert.Equal(
            ["Equals(object)", "Equals(T)", "==", "!=", "hash code"],
            EqualityOfValues.FaultsOf(typeof(Consistent), new Consistent(1), new Consistent(2), areEqual: true).Select(LastWord));
        Assert.Equal(
            ["==", "hash code", "CompareTo", "CompareTo the other way round", "op_LessThanOrEqual", "op_GreaterThan"],
            EqualityOfValues.FaultsOf(typeof(Disagreeing), new Disagreeing(), new Disagreeing(), areEqual: true).Select(LastWord));
        Assert.Empty(EqualityOfValues.FaultsOf(typeof(Consistent), new Consistent(1), new Consistent(1), areEqual: true));
    }

    private static string LastWord(string fault) => fault.Split([": "], StringSplitOptions.None).Last();

#pragma warning disable // What follows is written to break the rules.
    private readonly struct BareStruct;

    private sealed class PlainClass;

    private sealed class EquatableClass : IEquatable<EquatableClass>
    {
        public bool Equals(EquatableClass? other) => ReferenceEquals(this, other);
    }

    private sealed class OverridesEqualsOnly
    {
        public override bool Equals(object? obj) => obj is OverridesEqualsOnly;

        public override int GetHashCode() => 0;
    }

    private readonly record struct Consistent(int Value);

    private readonly record struct HalfOrdered(int Value)
    {
        public static bool operator <(HalfOrdered left, HalfOrdered right) => left.Value < right.Value;

        public static bool operator >(HalfOrdered left, HalfOrdered right) => left.Value > right.Value;

        public static bool operator <=(HalfOrdered left, int right) => left.Value <= right;

        public static bool operator >=(HalfOrdered left, int right) => left.Value >= right;
    }

    private readonly record struct OrderedForGenericsOnly(int Value) : IComparable<OrderedForGenericsOnly>
    {
        public int CompareTo(OrderedForGenericsOnly other) => Value.CompareTo(other.Value);
    }

    private sealed class Disagreeing : IEquatable<Disagreeing>, IComparable<Disagreeing>, IComparable
    {
        private static int s_made;
        private readonly int _number = ++s_made;

        public static bool operator ==(Disagreeing? left, Disagreeing? right) => false;

        public static bool operator !=(Disagreeing? left, Disagreeing? right) => false;

        public static bool operator <(Disagreeing left, Disagreeing right) => false;

        public static bool operator <=(Disagreeing left, Disagreeing right) => true;

        public static bool operator >(Disagreeing left, Disagreeing right) => false;

        public static bool operator >=(Disagreeing left, Disagreeing right) => true;

        public bool Equals(Disagreeing? other) => true;

        public override bool Equals(object? obj) => true;

        public override int GetHashCode() => _number;

        public int CompareTo(Disagreeing? other) => 1;

        public int CompareTo(object? obj) => 1;
    }
#pragma warning restore
}
