using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class EveryDefaultWorksOrSaysWhatIsWrong
{
    [Fact]
    public void Every_member_of_a_default_works_or_says_what_is_wrong()
    {
        Assert.NotEmpty(PublicSurface.ValueTypes);
        Faults.MustBeNone(PublicSurface.ValueTypes.SelectMany(DefaultValues.FaultsOf));
    }

    [Fact]
    public void Every_member_that_is_given_a_default_works_or_says_what_is_wrong()
    {
        var faults =
            from type in PublicSurface.ClosedTypes
            where !type.IsEnum && !type.IsInterface
            from method in PublicSurface.Callables(type)
            from sample in Samples.Receivers(type)
            from fault in DefaultValues.FaultsOfTaking(method, sample)
            select fault;
        Faults.MustBeNone(faults);
    }

    [Fact]
    public void A_default_property_that_is_never_null_by_its_type_is_not_null() =>
        Faults.MustBeNone(PublicSurface.ValueTypes.SelectMany(NullProperties));

    [Fact]
    public void The_check_finds_what_fails_deep_inside()
    {
        Assert.Equal(
            [
                "default(Fragile).get_Length gives NullReferenceException",
                "default(Fragile).First gives IndexOutOfRangeException",
                "default(Fragile).Find gives KeyNotFoundException",
                "default(Fragile).Silent gives InvalidOperationException",
                "default(Fragile).Longer gives NullReferenceException",
                "default(Fragile).Equals(default) gives NotSupportedException",
            ],
            DefaultValues.FaultsOf(typeof(Fragile)).Select(Head).Distinct());
        Assert.Equal(
            [
                "Taker.Take with the default as fragile gives NullReferenceException",
                "Taker.TakeAll with the default as fragiles gives NullReferenceException",
            ],
            PublicSurface.Callables(typeof(Taker)).SelectMany(method => DefaultValues.FaultsOfTaking(method, new Taker())).Select(Head));
        Assert.Equal(["Fragile.Text"], NullProperties(typeof(Fragile)));
    }

    [Fact]
    public void The_check_lets_pass_what_works_or_says_what_is_wrong() => Faults.MustBeNone(DefaultValues.FaultsOf(typeof(Sturdy)));

    /// <summary>
    /// Properties of class type that are declared never null, and are null; those that throw are the other test's affair.
    /// </summary>
    private static IEnumerable<string> NullProperties(Type type) =>
        from property in type.GetProperties()
        where property.GetIndexParameters().Length == 0 && !property.PropertyType.IsValueType
            && Nullability.OfReturn(property.GetMethod!).RefusesNull
        where property.GetMethod!.IsStatic is false
        where Call.Of(property.GetMethod!, DefaultValues.Of(type)) is (null, null)
        select PublicSurface.Name(type) + "." + property.Name;

    private static string Head(string fault) => fault.Split([": "], StringSplitOptions.None)[0];

#pragma warning disable // What follows is written to break the rules.
    private readonly struct Fragile
    {
        private readonly string _text;
        private readonly int[] _numbers;

        public Fragile(string text)
        {
            _text = text;
            _numbers = [1];
        }

        public string Text => _text;

        public int Length => _text.Length;

        public int First() => (_numbers ?? [])[0];

        public int Find() => new Dictionary<int, int>()[_numbers?[0] ?? 0];

        public int Silent() => _text is null ? throw new InvalidOperationException() : 1;

        public bool Longer(decimal number) => _text.Length > number;

        public override bool Equals(object? obj) => obj is Fragile { _text: not null };

        public override int GetHashCode() => 0;
    }

    private readonly struct Sturdy
    {
        private readonly string? _text;

        public Sturdy(string text) => _text = text;

        public string Text => _text ?? throw new InvalidOperationException("This Sturdy holds no text.");

        public string Other => _text ?? throw new InvalidOperationException("It must hold a text.");

        public int Length => _text?.Length ?? 0;
    }

    private sealed class Taker
    {
        public int Take(Fragile fragile) => fragile.Length;

        public int TakeAll(IEnumerable<Fragile> fragiles) => fragiles.Sum(fragile => fragile.Length);

        public int TakeCarefully(Sturdy sturdy) => sturdy.Length;
    }
#pragma warning restore
}
