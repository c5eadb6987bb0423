using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SalesDomain.Tests.WholeApi;

/// <summary>What a caller of the library can see, read by reflection, so that types added later are held to the same rules.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static Assembly Library { get; } = typeof(Money).Assembly;

    internal static IReadOnlyList<Type> Types { get; } =
        [.. Library.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>The types with their type parameters filled in, as the samples fill them.</summary>
    internal static IReadOnlyList<Type> ClosedTypes { get; } = [.. Types.SelectMany(Samples.Closed)];

    internal static IEnumerable<Type> ValueTypes => ClosedTypes.Where(IsValue);

    /// <summary>A struct of data: no enum, which has no members of ours.</summary>
    internal static bool IsValue(Type type) => type.IsValueType && !type.IsEnum;

    internal static bool IsStatic(Type type) => type.IsAbstract && type.IsSealed;

    internal static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    /// <summary>A builder is the one kind of type that may change.</summary>
    internal static bool IsBuilder(Type type) => Name(type).EndsWith("Builder", StringComparison.Ordinal);

    internal static string Name(Type type) => type.Name.Split('`')[0];

    /// <summary>Constructors, methods, accessors and operators that the type itself declares, generic methods closed.</summary>
    internal static IEnumerable<MethodBase> Callables(Type type) =>
        type.IsEnum || IsDelegate(type) ? []
            : type.GetConstructors(Declared)
            .Concat<MethodBase>(type.GetMethods(Declared).Where(method => !method.IsAbstract).Select(Close));

    private static MethodInfo Close(MethodInfo method)
    {
        if (!method.IsGenericMethodDefinition)
            return method;

        // A class as type argument, so that null can be given; a struct only where the constraints allow nothing else.
        return TryClose(method, typeof(string)) ?? TryClose(method, typeof(Money))
            ?? throw new InvalidOperationException(
                "Neither string nor Money fits the type parameters of " + method.DeclaringType + "." + method + ".");
    }

    private static MethodInfo? TryClose(MethodInfo method, Type argument)
    {
        try
        {
            return method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => argument)]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
