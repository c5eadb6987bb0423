using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Finds what in a type could change after it is made, or could be set only by a compiler newer than C# 7.3.</summary>
internal static class Immutability
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] s_mutableCollections =
    [
        typeof(ICollection<>), typeof(IList<>), typeof(ISet<>), typeof(IDictionary<,>), typeof(List<>), typeof(HashSet<>),
        typeof(SortedSet<>),
        typeof(Dictionary<,>), typeof(SortedDictionary<,>), typeof(SortedList<,>), typeof(Queue<>), typeof(Stack<>), typeof(LinkedList<>),
    ];

    internal static IEnumerable<string> FaultsOf(Type type)
    {
        if (type.IsEnum || PublicSurface.IsDelegate(type))
            return [];

        var faults = new List<string>();
        for (var at = type; at is not null && at.Assembly == type.Assembly; at = at.BaseType)
        {
            faults.AddRange(
                at.GetFields(Own).Where(field => !field.IsInitOnly && !field.IsLiteral)
                    .Select(field => "field " + field.Name + " can be set"));
        }

        foreach (var property in type.GetProperties().Where(property => property.DeclaringType!.Assembly == type.Assembly))
        {
            if (property.GetSetMethod() is { } setter)
                faults.Add("property " + property.Name + (IsInit(setter) ? " is init" : " can be set"));
            if (IsRequired(property))
                faults.Add("property " + property.Name + " is required");
            if (IsMutableCollection(property.PropertyType))
                faults.Add("property " + property.Name + " hands out a collection that can be written to");
        }

        faults.AddRange(type.GetFields().Where(IsRequired).Select(field => "field " + field.Name + " is required"));
        return faults;
    }

    /// <summary>Static state that can change, in any type but those the compiler makes to keep its delegates in.</summary>
    internal static IEnumerable<string> StaticFaultsOf(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) ? []
            : type.GetFields(Own).Where(field => field.IsStatic && !field.IsInitOnly && !field.IsLiteral)
                .Where(
                    field =>
                        !field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                        || field.Name.EndsWith("k__BackingField", StringComparison.Ordinal))
                .Select(field => "static field " + field.Name + " can be set");

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers()
            .Any(modifier => modifier.FullName == "System.Runtime.CompilerServices.IsExternalInit");

    private static bool IsRequired(MemberInfo member) =>
        member.GetCustomAttributesData().Any(
            data => data.AttributeType.FullName == "System.Runtime.CompilerServices.RequiredMemberAttribute");

    private static bool IsMutableCollection(Type type) =>
        type.IsArray || (type.IsGenericType && s_mutableCollections.Contains(type.GetGenericTypeDefinition()));
}
