using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// Calls a type's public members with null where C# says there is none, also inside an array or a tuple, and with null where C# allows it;
/// every other argument is a good one. A sample that refuses the good arguments too, because it has no such operation, is passed over when
/// another sample of the type shows that the null is refused.
/// </summary>
internal static class NullArguments
{
    /// <summary>The faults found, and through <paramref name="refusals"/> how many nulls had to be refused.</summary>
    internal static IReadOnlyList<string> FaultsOf(Type type, IReadOnlyList<object?> samples, out int refusals)
    {
        var faults = new List<string>();
        var refused = new HashSet<string>();
        var passedOver = new List<string>();
        foreach (var sample in samples)
            FaultsOf(type, sample, faults, refused, passedOver);

        refusals = refused.Count;
        faults.AddRange(
            passedOver.Distinct().Where(name => !refused.Contains(name)).Select(name => name + ": no sample has the operation"));
        return faults;
    }

    private static void FaultsOf(Type type, object? sample, List<string> faults, HashSet<string> refused, List<string> passedOver)
    {
        foreach (var method in PublicSurface.Callables(type))
        {
            foreach (var parameter in method.GetParameters())
            {
                if (parameter.IsOut || IsSpan(parameter.ParameterType))
                    continue;

                // Equality takes null whatever the annotation; records written by the compiler have none on Equals(object).
                var nullability = Nullability.Of(parameter);
                var name = PublicSurface.Name(type) + "." + method.Name + "("
                    + string.Join(", ", method.GetParameters().Select(each => each.Name)) + "), " + parameter.Name;
                if (IsEquality(method) || nullability.TakesNull)
                {
                    if (FaultOfTaking(Invoke(method, sample, parameter, null), method) is { } fault)
                        faults.Add(name + " = null" + fault);
                    continue;
                }

                foreach (var (value, what) in Nulls(nullability, Samples.Argument(parameter)))
                {
                    var outcome = Invoke(method, sample, parameter, value);
                    if (outcome is InvalidOperationException && IsWithoutOperation(method, sample, parameter, outcome))
                    {
                        passedOver.Add(name + what);
                        continue;
                    }

                    refused.Add(name + what);
                    if (FaultOfRefusing(outcome, parameter.Name!) is { } fault)
                        faults.Add(name + what + fault);
                }
            }
        }
    }

    private static bool IsWithoutOperation(MethodBase method, object? sample, ParameterInfo parameter, Exception outcome) =>
        Invoke(method, sample, parameter, Samples.Argument(parameter)) is InvalidOperationException same && same.Message == outcome.Message;

    /// <summary>The good value with one null in it, once for each place that must not hold one.</summary>
    private static IEnumerable<(object? Value, string What)> Nulls(Nullability declared, object? good)
    {
        if (declared.RefusesNull)
            yield return (null, " = null");

        if (good is Array array && declared.Arguments is [var element])
        {
            var first = array.Cast<object?>().First();
            foreach (var (value, what) in Nulls(element, first))
            {
                yield return (Samples.ArrayOf(array.GetType(), value), " = [" + what.TrimStart(' ', '=') + "]");

                // After a good element too: what looks at the first alone must not pass.
                yield return (Samples.ArrayOf(array.GetType(), first, value), " = [good, " + what.TrimStart(' ', '=') + "]");
            }
        }

        if (Samples.IsTuple(declared.Type))
        {
            var fields = declared.Type.GetFields();
            for (var i = 0; i < fields.Length; i++)
            {
                foreach (var (value, what) in Nulls(declared.Arguments[i], fields[i].GetValue(good)))
                {
                    yield return (
                        Activator.CreateInstance(
                            declared.Type, fields.Select((field, at) => at == i ? value : field.GetValue(good)).ToArray()),
                        what + " as " + fields[i].Name);
                }
            }
        }
    }

    private static Exception? Invoke(MethodBase method, object? sample, ParameterInfo parameter, object? value)
    {
        var arguments = method.GetParameters()
            .Select(
                other =>
                    other.Position == parameter.Position ? value : other.IsOut || IsSpan(other.ParameterType) ? null
                        : Samples.Argument(other)).ToArray();
        return Call.Of(method, method.IsStatic ? null : sample, arguments).Exception;
    }

    private static string? FaultOfRefusing(Exception? outcome, string parameterName) =>
        outcome switch
        {
            null => " is not refused",
            ArgumentNullException refusal when refusal.ParamName == parameterName => null,
            ArgumentNullException refusal => " is refused in the name of '" + refusal.ParamName + "'",
            _ => " gives " + outcome.GetType().Name + ": " + outcome.Message,
        };

    private static string? FaultOfTaking(Exception? outcome, MethodBase method) =>
        outcome switch
        {
            null => null,
            ArgumentNullException => " is refused, though it is declared nullable",
            ArgumentException refusal => Call.FaultOfName(refusal, method),
            _ => " gives " + outcome.GetType().Name + ": " + outcome.Message,
        };

    private static bool IsEquality(MethodBase method) => method.Name is "Equals" or "op_Equality" or "op_Inequality";

#if NET
    private static bool IsSpan(Type type) => type.IsByRefLike;
#else
    private static bool IsSpan(Type type) => type.IsPointer;
#endif
}
