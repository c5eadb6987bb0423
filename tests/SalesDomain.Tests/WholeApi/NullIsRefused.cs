using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class NullIsRefused
{
    [Fact]
    public void Null_is_refused_by_the_name_of_the_parameter_and_taken_where_it_is_allowed()
    {
        var faults = new List<string>();
        var refused = 0;
        foreach (var type in PublicSurface.Types)
        {
            // A static class has no closed form and no sample; its generic methods are closed one by one.
            foreach (var closed in Samples.Closed(type).Where(closed => !closed.IsEnum && !closed.IsInterface))
            {
                // On every sample: a from-scale and a to-scale let different members through.
                faults.AddRange(NullArguments.FaultsOf(closed, Samples.Receivers(closed), out var refusals));
                refused += refusals;
            }
        }

        Faults.MustBeNone(faults);

        // The annotations are read from metadata: were they not found, nothing would have to be refused.
        Assert.True(refused > 50, "Only " + refused + " nulls had to be refused.");
    }

    [Fact]
    public void The_check_finds_every_null_that_is_let_in_or_wrongly_refused()
    {
        var faults = NullArguments.FaultsOf(typeof(Careless<string>), [new Careless<string>("")], out var refusals);
        Assert.Equal(
            [
                "Careless..ctor(text), text = null is not refused",
                "Careless.Length(text), text = null gives NullReferenceException",
                "Careless.OptionalLength(text), text = null gives NullReferenceException",
                "Careless.Refuses(optional), optional = null is refused, though it is declared nullable",
                "Careless.WrongName(text), text = null is refused in the name of 'value'",
                "Careless.Generic(value), value = null is not refused",
                "Careless.Days(days), days = null gives InvalidOperationException",
                "Careless.Elements(texts), texts = [null] is not refused",
                "Careless.Elements(texts), texts = [good, null] is not refused",
                "Careless.LaterElements(texts), texts = [good, null] is not refused",
                "Careless.Grid(texts), texts = [null] is not refused",
                "Careless.Grid(texts), texts = [good, null] is not refused",
                "Careless.Tuples(pairs), pairs = [null as Item2] is not refused",
                "Careless.Tuples(pairs), pairs = [good, null as Item2] is not refused",
                "Careless.Lazily(text), text = null is not refused",
            ],
            faults.Select(fault => fault.Split([": "], StringSplitOptions.None)[0]));
        Assert.Equal(19, refusals);
    }

    [Fact]
    public void The_check_lets_careful_members_pass()
    {
        Faults.MustBeNone(NullArguments.FaultsOf(typeof(Careful), [new Careful()], out var refusals));
        Assert.Equal(7, refusals);
    }

    [Fact]
    public void A_sample_without_the_operation_is_passed_over_if_another_has_it()
    {
        Faults.MustBeNone(NullArguments.FaultsOf(typeof(Able), [new Able(false), new Able(true)], out var refusals));
        Assert.Equal(3, refusals);

        var faults = NullArguments.FaultsOf(typeof(Able), [new Able(false)], out _);
        Assert.Equal(["Able.Texts(texts), texts = [null]: no sample has the operation",
            "Able.Texts(texts), texts = [good, null]: no sample has the operation"], faults);
    }

#pragma warning disable // What follows is written to break the rules.
    private sealed class Careless<T>
        where T : notnull
    {
        public Careless(string text)
        {
        }

        public int Length(string text) => text.Length;

        public int OptionalLength(string? text) => text!.Length;

        public void Refuses(string? optional) => ThrowIfNull(optional, nameof(optional));

        public void WrongName(string text) => ThrowIfNull(text, "value");

        public void Generic(T value)
        {
        }

        public int Days(int? days) => days!.Value;

        public void Elements(params string[] texts) => ThrowIfNull(texts, nameof(texts));

        public void LaterElements(string[] texts)
        {
            ThrowIfNull(texts, nameof(texts));
            ThrowIfNull(texts[0], nameof(texts));
        }

        public void Grid(string[,] texts) => ThrowIfNull(texts, nameof(texts));

        public void Tuples((string, string)[] pairs)
        {
            ThrowIfNull(pairs, nameof(pairs));
            foreach (var pair in pairs)
                ThrowIfNull(pair.Item1, nameof(pairs));
        }

        public IEnumerable<string> Lazily(string text)
        {
            ThrowIfNull(text, nameof(text));
            yield return text;
        }
    }

    private sealed class Careful
    {
        public void Text(string text) => ThrowIfNull(text, nameof(text));

        public void Optional(string? text) => _ = text;

        public void OptionalInside(List<string?>? texts) => _ = texts;

        public void Second(int number, string text) => ThrowIfNull(text, nameof(text));

        public void Elements(params string[] texts) =>
            Array.ForEach(texts ?? throw new ArgumentNullException(nameof(texts)), text => ThrowIfNull(text, nameof(texts)));

        public void Pair((string, string?) pair) => ThrowIfNull(pair.Item1, nameof(pair));

        public void Callback(Func<string, string> function) => ThrowIfNull(function, nameof(function));

        public override bool Equals(object? obj) => obj is Careful;

        public override int GetHashCode() => 0;
    }

    private sealed class Able
    {
        private readonly bool _isAble;

        internal Able(bool isAble) => _isAble = isAble;

        public void Texts(string[] texts)
        {
            ThrowIfNull(texts, nameof(texts));
            if (!_isAble)
                throw new InvalidOperationException("It is not able to.");
            Array.ForEach(texts, text => ThrowIfNull(text, nameof(texts)));
        }
    }

    private static void ThrowIfNull(object? value, string name)
    {
        if (value is null)
            throw new ArgumentNullException(name);
    }
#pragma warning restore
}
