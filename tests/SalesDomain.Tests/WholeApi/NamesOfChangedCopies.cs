using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

/// <summary>A method With… or Without… makes a changed copy. What only asks would read as if it made one.</summary>
public sealed class NamesOfChangedCopies
{
    [Fact]
    public void A_method_With_or_Without_returns_a_copy_of_its_own_type() => Faults.MustBeNone(FaultsOf(PublicSurface.Types));

    [Fact]
    public void The_check_finds_a_question_that_is_named_like_a_copy() =>
        Assert.Equal(
            ["Ledger.WithAction gives no Ledger", "Ledger.WithoutAction gives no Ledger"], FaultsOf([typeof(Ledger)])
                .OrderBy(fault => fault, StringComparer.Ordinal));

    private static IEnumerable<string> FaultsOf(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && MakesACopy(method.Name) && Plain(method.ReturnType) != Plain(type)
        select PublicSurface.Name(type) + "." + method.Name + " gives no " + PublicSurface.Name(type);

    // Within is another word.
    private static bool MakesACopy(string name) =>
        new[] { "Without", "With" }.Any(word =>
            name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || char.IsUpper(name[word.Length])));

    private static Type Plain(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

#pragma warning disable // What follows is written to break the rule.
    private sealed class Ledger
    {
        public Ledger With(int entry) => this;

        public Ledger Without(int entry) => this;

        public int WithinDays(int days) => days;

        public int[] WithoutAction(int day) => [];

        public bool WithAction(int day) => true;

        public bool WithEntries => true;
    }
#pragma warning restore
}
