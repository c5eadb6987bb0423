using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
#if NET
using System.Runtime.Loader;
#endif
using Xunit;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// The constants of the library (currencies, units, roundings) refer to each other. Whichever type a program touches first, every constant
/// is there.
/// </summary>
public sealed class TypeInitialization
{
    [Fact]
    public void Every_static_property_has_a_value() => Faults.MustBeNone(NullsIn(PublicSurface.ClosedTypes));

    [Fact]
    public void Every_type_of_the_library_initialises() => Faults.MustBeNone(FailingIn(PublicSurface.Library.GetTypes()));

    [Fact]
    public void The_check_finds_a_type_that_does_not() =>
        Assert.Equal(["Failing: InvalidOperationException"], FailingIn([typeof(Failing), typeof(Circular)]));

    [Fact]
    public void The_check_finds_a_constant_made_from_one_that_is_not_there_yet() =>
        Assert.Equal(["Circular.Second is null", "Circular.Failing throws InvalidOperationException"], NullsIn([typeof(Circular)]));

#if NET
    [Fact]
    public void Every_type_can_be_the_first_one_touched()
    {
        var names = PublicSurface.Library.GetTypes()
            .Where(
                type =>
                    type.TypeInitializer is not null && !type.ContainsGenericParameters
                    && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Select(type => type.FullName!).ToArray();
        Assert.Contains(typeof(Currency).FullName, names);
        Faults.MustBeNone(names.SelectMany(first => FaultsWhenFirst(PublicSurface.Library.Location, first)));
    }

    [Fact]
    public void The_check_finds_a_type_that_must_not_be_the_first() =>
        Assert.Equal(
            ["Chicken first: Egg.FromChicken is null"],
            FaultsWhenFirst(typeof(Chicken).Assembly.Location, typeof(Chicken).FullName!, typeof(Chicken).FullName!, typeof(Egg).FullName!)
                .Concat(
                    FaultsWhenFirst(
                        typeof(Egg).Assembly.Location, typeof(Egg).FullName!, typeof(Chicken).FullName!, typeof(Egg).FullName!)));

    /// <summary>Loads the assembly anew, so that none of its types is initialised, and initialises one type before all others.</summary>
    private static string[] FaultsWhenFirst(string assemblyPath, string first, params string[] looked)
    {
        var context = new AssemblyLoadContext(first, isCollectible: true);
        try
        {
            var assembly = context.LoadFromAssemblyPath(assemblyPath);
            var firstType = assembly.GetType(first, throwOnError: true)!;
            RuntimeHelpers.RunClassConstructor(firstType.TypeHandle);
            var types = looked.Length > 0 ? looked.Select(name => assembly.GetType(name, throwOnError: true)!)
                : assembly.GetExportedTypes();
            return [.. NullsIn(types).Select(fault => firstType.Name + " first: " + fault)];
        }
        finally
        {
            context.Unload();
        }
    }
#endif

    private static IEnumerable<string> FailingIn(IEnumerable<Type> types) =>
        from type in types
        where !type.ContainsGenericParameters
        let failure = Record.Exception(() => RuntimeHelpers.RunClassConstructor(type.TypeHandle))
        where failure is not null
        select type.Name + ": " + (failure.InnerException ?? failure).GetType().Name;

    private static IEnumerable<string> NullsIn(IEnumerable<Type> types) =>
        from type in types
        where !type.ContainsGenericParameters
        from property in type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let outcome = Call.Of(property.GetMethod!, null)
        let elements = outcome.Result is System.Collections.IEnumerable several and not string ? several.Cast<object?>() : []
        where outcome.Result is null || elements.Contains(null)
        select PublicSurface.Name(type) + "." + property.Name + (outcome.Exception is { } e ? " throws " + e.GetType().Name : " is null");

#pragma warning disable // What follows is written to break the rules.
    private static class Circular
    {
        public static object Second { get; } = First!;

        public static object First { get; } = "made too late";

        public static object Failing => throw new InvalidOperationException();
    }

    private static class Failing
    {
        public static object Value { get; } = new int[0].Max();
    }

    // Egg first goes well. Chicken first makes Egg read Own before it is there.
    private static class Chicken
    {
        static Chicken()
        {
        }

        public static object FromEgg { get; } = Egg.Own;

        public static object Own { get; } = "chicken";
    }

    private static class Egg
    {
        static Egg()
        {
        }

        public static object Own { get; } = "egg";

        public static object FromChicken { get; } = Chicken.Own;
    }
#pragma warning restore
}
