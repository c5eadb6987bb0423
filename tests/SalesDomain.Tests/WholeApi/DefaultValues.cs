using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// Uses the default of a value type in every way: calls each of its members, and passes it to each member that takes one. It has to work
/// or say what is wrong; what it may not do is fail deep inside.
/// </summary>
internal static class DefaultValues
{
    internal static object Of(Type type) => Array.CreateInstance(type, 1).GetValue(0)!;

    /// <summary>Calls the members of the type, explicit implementations of interfaces included, on its default.</summary>
    internal static IEnumerable<string> FaultsOf(Type type)
    {
        var nothing = Of(type);
        var members = PublicSurface.Callables(type).Where(method => !method.IsConstructor)
            .Concat(
                type.GetInterfaces().SelectMany(implemented => type.GetInterfaceMap(implemented).TargetMethods)
                    .Where(method => !method.IsPublic && !method.IsGenericMethodDefinition))
            .Where(method => !method.GetParameters().Any(parameter => IsSpan(parameter.ParameterType)));
        foreach (var method in members)
        {
            // Once with defaults of the same type for arguments of that type, as in default == default, once with good ones.
            foreach (var sameIsDefault in new[] { true, false })
            {
                var arguments = method.GetParameters()
                    .Select(
                        parameter =>
                            sameIsDefault && parameter.ParameterType == type ? nothing : IsConversionFrom(parameter, type) ? nothing
                                : Samples.Argument(parameter));
                if (Fault(Call.Of(method, method.IsStatic ? null : nothing, arguments.ToArray()).Exception, method) is { } fault)
                    yield return "default(" + PublicSurface.Name(type) + ")." + method.Name + fault;
            }
        }

        foreach (var (what, outcome) in Basics(type, nothing))
        {
            if (Fault(outcome, type.GetMethod("ToString", [])!) is { } fault)
                yield return "default(" + PublicSurface.Name(type) + ")." + what + fault;
        }
    }

    /// <summary>Passes the default to every parameter of the method that takes the type, the other arguments being good ones.</summary>
    internal static IEnumerable<string> FaultsOfTaking(MethodBase method, object? target)
    {
        foreach (var parameter in method.GetParameters())
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? Samples.ElementOf(parameter.ParameterType)
                ?? parameter.ParameterType;
            if (!PublicSurface.IsValue(type) || type.Assembly != method.Module.Assembly)
                continue;

            object? value = Of(type);
            if (Samples.ElementOf(parameter.ParameterType) is not null)
                value = Samples.ArrayOf(parameter.ParameterType, value);

            var arguments = method.GetParameters().Select(other => other.Position == parameter.Position ? value : Samples.Argument(other))
                .ToArray();
            if (Fault(Call.Of(method, method.IsStatic ? null : target, arguments).Exception, method) is { } fault)
            {
                yield return PublicSurface.Name(method.DeclaringType!) + "." + method.Name + " with the default as " + parameter.Name
                    + fault;
            }
        }
    }

    private static IEnumerable<(string What, Exception? Outcome)> Basics(Type type, object nothing)
    {
        // Those that a type inherits when it does not declare them.
        yield return ("ToString", Record(() => _ = nothing.ToString()));
        yield return ("GetHashCode", Record(() => _ = nothing.GetHashCode()));
        yield return ("Equals(default)", Record(() => MustBe(true, nothing.Equals(Of(type)))));
        yield return ("Equals(null)", Record(() => MustBe(false, nothing.Equals(null))));
        if (nothing is IComparable comparable)
        {
            yield return ("CompareTo(default)", Record(() => MustBe(true, comparable.CompareTo(Of(type)) == 0)));
            yield return ("CompareTo(null)", Record(() => MustBe(true, comparable.CompareTo(null) > 0)));
        }

        if (nothing is IFormattable formattable)
            yield return ("ToString(format)", Record(() => MustBe(true, formattable.ToString(null, null) == nothing.ToString())));
    }

    private static Exception? Record(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static void MustBe(bool expected, bool actual)
    {
        if (actual != expected)
            throw new NotSupportedException("the wrong answer");
    }

    private static string? Fault(Exception? outcome, MethodBase method) =>
        outcome switch
        {
            null or FormatException or ArithmeticException => null,
            ArgumentException refusal => Call.FaultOfName(refusal, method),
            InvalidOperationException refusal when SaysWhatIsWrong(refusal, method) => null,
            _ => " gives " + outcome.GetType().Name + ": " + outcome.Message,
        };

    /// <summary>In words of our own: the framework's, about states, empty nullables and sequences, say nothing to the caller.</summary>
    private static bool SaysWhatIsWrong(InvalidOperationException refusal, MethodBase method) =>
        refusal.TargetSite?.Module == method.Module && refusal.Message != new InvalidOperationException().Message;

    private static bool IsConversionFrom(ParameterInfo parameter, Type type) =>
        parameter.Member.Name is "op_Implicit" or "op_Explicit" && parameter.ParameterType == type;

#if NET
    private static bool IsSpan(Type type) => type.IsByRefLike;
#else
    private static bool IsSpan(Type type) => type.IsPointer;
#endif
}
