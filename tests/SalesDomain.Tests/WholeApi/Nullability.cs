using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// What C# says of null about a parameter and, inside it, about the elements of an array or tuple and the arguments of a generic type. Read
/// from the attributes that the compiler writes, because the framework's own reader does not exist on .NET Framework.
/// </summary>
internal sealed class Nullability
{
    private const byte NotNull = 1;
    private const byte MayBeNull = 2;

    private Nullability(Type type, byte flag, IReadOnlyList<Nullability> arguments)
    {
        Type = type;
        Flag = flag;
        Arguments = arguments;
    }

    internal Type Type { get; }

    /// <summary>Whether null is refused: a class, or a type parameter filled with one, without a question mark.</summary>
    internal bool RefusesNull => Flag == NotNull && !Type.IsValueType;

    /// <summary>Whether null is welcome: with a question mark, or where the code says nothing about null.</summary>
    internal bool TakesNull => Type.IsValueType ? Nullable.GetUnderlyingType(Type) is not null : Flag != NotNull;

    internal IReadOnlyList<Nullability> Arguments { get; }

    private byte Flag { get; }

    internal static Nullability Of(ParameterInfo parameter)
    {
        // The attributes stand on the definition; of a closed generic only the types are closed.
        var method = (MethodBase)parameter.Member;
        var open = method.Module.ResolveMethod(method.MetadataToken)!;
        var definition = parameter.Position < 0 ? ((MethodInfo)open).ReturnParameter : open.GetParameters()[parameter.Position];
        var flags = Flags(definition.GetCustomAttributesData()) ?? [Context(definition.Member)];
        if (definition.GetCustomAttributesData().Any(
            data => data.AttributeType.FullName == "System.Diagnostics.CodeAnalysis.AllowNullAttribute"))
            flags[0] = MayBeNull;

        var at = 0;
        return Read(definition.ParameterType, parameter.ParameterType, flags, ref at);
    }

    internal static Nullability OfReturn(MethodInfo method) => Of(method.ReturnParameter);

    private static Nullability Read(Type open, Type closed, byte[] flags, ref int at)
    {
        if (open.IsByRef)
            return Read(open.GetElementType()!, closed.GetElementType()!, flags, ref at);

        // A value type has a place in the sequence only where it is generic, and a Nullable<T> stands for its T.
        if (Nullable.GetUnderlyingType(open) is { } underlying)
        {
            var inner = Read(underlying, Nullable.GetUnderlyingType(closed)!, flags, ref at);
            return new Nullability(closed, MayBeNull, inner.Arguments);
        }

        var flag = open.IsValueType && !open.IsGenericType ? (byte)0 : flags.Length == 1 ? flags[0] : flags[at++];
        var arguments = new List<Nullability>();
        if (open.IsArray)
        {
            arguments.Add(Read(open.GetElementType()!, closed.GetElementType()!, flags, ref at));
        }
        else if (open.IsGenericType)
        {
            var (openArguments, closedArguments) = (open.GetGenericArguments(), closed.GetGenericArguments());
            for (var i = 0; i < openArguments.Length; i++)
                arguments.Add(Read(openArguments[i], closedArguments[i], flags, ref at));
        }

        return new Nullability(closed, flag, arguments);
    }

    private static byte Context(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            if (Flags(member.GetCustomAttributesData(), "NullableContextAttribute") is { } flags)
                return flags[0];
        }

        return 0;
    }

    private static byte[]? Flags(IEnumerable<CustomAttributeData> attributes, string name = "NullableAttribute")
    {
        var attribute = attributes.FirstOrDefault(data => data.AttributeType.FullName == "System.Runtime.CompilerServices." + name);
        return attribute?.ConstructorArguments[0].Value switch
        {
            byte flag => [flag],
            IEnumerable<CustomAttributeTypedArgument> several => [.. several.Select(flag => (byte)flag.Value!)],
            _ => null,
        };
    }
}
