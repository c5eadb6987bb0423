using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Finds what a type lacks to be compared the same way through every door.</summary>
internal static class EqualityRules
{
    internal static readonly string[] Comparisons = ["op_LessThan", "op_LessThanOrEqual", "op_GreaterThan", "op_GreaterThanOrEqual"];

    private static readonly string[] s_equalities = ["op_Equality", "op_Inequality"];

    internal static IEnumerable<string> FaultsOf(Type type)
    {
        if (type.IsEnum || type.IsInterface || PublicSurface.IsStatic(type) || PublicSurface.IsDelegate(type))
            return [];

        var faults = new List<string>();
        var isEquatable = Implements(type, typeof(IEquatable<>));
        var isComparable = Implements(type, typeof(IComparable<>));
        var comparisons = Comparisons.Count(name => Operator(type, name) is not null);
        var mustCompareByValue = type.IsValueType || isEquatable || isComparable
            || s_equalities.Any(name => Operator(type, name) is not null)
            || DeclaresItself(type, "Equals", typeof(object));

        void Need(bool has, string what)
        {
            if (!has)
                faults.Add("lacks " + what);
        }

        if (mustCompareByValue)
        {
            Need(isEquatable, "IEquatable<T>");
            foreach (var name in s_equalities)
                Need(Operator(type, name) is not null, name);
            Need(DeclaresItself(type, "Equals", typeof(object)), "Equals(object)");
            Need(DeclaresItself(type, "GetHashCode"), "GetHashCode()");
        }

        if (comparisons > 0)
        {
            foreach (var name in Comparisons)
                Need(Operator(type, name) is not null, name);
        }

        if (comparisons > 0 || isComparable || typeof(IComparable).IsAssignableFrom(type))
        {
            Need(isComparable, "IComparable<T>");
            Need(typeof(IComparable).IsAssignableFrom(type), "IComparable");
        }

        return faults;
    }

    internal static MethodInfo? Operator(Type type, string name) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.Static, null, [type, type], null) is { } method
            && method.ReturnType == typeof(bool)
            ? method : null;

    private static bool Implements(Type type, Type open) =>
        type.GetInterfaces().Any(
            implemented =>
                implemented.IsGenericType && implemented.GetGenericTypeDefinition() == open
                && implemented.GetGenericArguments()[0] == type);

    private static bool DeclaresItself(Type type, string name, params Type[] parameters) =>
        type.GetMethod(name, parameters)?.DeclaringType == type;
}
