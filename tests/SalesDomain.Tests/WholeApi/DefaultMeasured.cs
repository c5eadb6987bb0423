using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// Calls members with the default <see cref="Measured"/>, which measures nothing, wherever they take one: alone, as a nullable, inside a
/// tuple or a collection, or as what a function returns. Every other argument is a good one.
/// </summary>
internal static class DefaultMeasured
{
    /// <summary>The faults found, and through <paramref name="refusals"/> which places had to refuse it.</summary>
    internal static IEnumerable<string> FaultsOf(Type type, IReadOnlyList<object?> samples, out int refusals)
    {
        var outcomes =
            from sample in samples
            from method in PublicSurface.Callables(type)
            where !(method.Name is "Equals" or "op_Equality" or "op_Inequality")
            from parameter in method.GetParameters()
            where !parameter.IsOut
            from given in Defaults(parameter.ParameterType, Samples.Argument(parameter))
            let name = PublicSurface.Name(type) + "." + method.Name + "("
                + string.Join(", ", method.GetParameters().Select(each => each.Name)) + "), " + parameter.Name + given.What
            select (Name: name, Fault: FaultOf(Invoke(method, sample, parameter, given.Value), method, sample, parameter));

        // Of several samples one that has the operation must show the refusal, and none may show anything else.
        var byPlace = outcomes.GroupBy(outcome => outcome.Name).ToArray();
        refusals = byPlace.Length;
        return byPlace
            .Where(place =>
                !place.Any(outcome => outcome.Fault is null) || place.Any(outcome => outcome.Fault is { } fault && !IsPassedOver(fault)))
            .Select(place => place.Key + place.First(outcome => outcome.Fault is not null).Fault).ToArray();
    }

    private const string PassedOver = ": no sample has the operation";

    private static bool IsPassedOver(string fault) => fault == PassedOver;

    /// <summary>The good value with one default in it, once for each place that takes a Measured.</summary>
    private static IEnumerable<(object? Value, string What)> Defaults(Type type, object? good)
    {
        if (type == typeof(Measured) || type == typeof(Measured?))
        {
            yield return (default(Measured), "");
        }
        else if (PublicSurface.IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            foreach (var (value, what) in invoke.ReturnType == typeof(void) ? [] : Defaults(invoke.ReturnType, null))
            {
                var parameters = invoke.GetParameters().Select(each => Expression.Parameter(each.ParameterType));
                yield return (
                    Expression.Lambda(type, Expression.Convert(Expression.Constant(value), invoke.ReturnType), parameters).Compile(),
                    what + " returned");
            }
        }
        else if (Samples.ElementOf(type) is { } element && good is Array array)
        {
            var first = array.Cast<object?>().First();
            foreach (var (value, what) in Defaults(element, first))
            {
                yield return (Samples.ArrayOf(type, value), what + " in [default]");

                // After a good element too: what looks at the first alone must not pass.
                yield return (Samples.ArrayOf(type, first, value), what + " in [good, default]");
            }
        }
        else if (Samples.IsTuple(type))
        {
            var fields = type.GetFields();
            for (var i = 0; i < fields.Length; i++)
            {
                var at = i;
                foreach (var (value, what) in Defaults(fields[i].FieldType, fields[i].GetValue(good)))
                {
                    var parts = fields.Select((field, j) => j == at ? value : field.GetValue(good)).ToArray();
                    yield return (Activator.CreateInstance(type, parts), what);
                }
            }
        }
    }

    private static Exception? Invoke(MethodBase method, object? sample, ParameterInfo parameter, object? value)
    {
        var arguments = method.GetParameters()
            .Select(other => other.Position == parameter.Position ? value : other.IsOut ? null : Samples.Argument(other)).ToArray();
        return Call.Of(method, method.IsStatic ? null : sample, arguments).Exception;
    }

    private static string? FaultOf(Exception? outcome, MethodBase method, object? sample, ParameterInfo parameter) =>
        outcome switch
        {
            null => " is not refused",
            ArgumentNullException or ArgumentOutOfRangeException => " gives " + outcome.GetType().Name + ": " + outcome.Message,
            ArgumentException refusal when refusal.ParamName == parameter.Name && refusal.Message.Contains("the default Measured") => null,
            ArgumentException refusal => " is refused in the name of '" + refusal.ParamName + "': " + refusal.Message,
            InvalidOperationException when IsWithoutOperation(method, sample, parameter, outcome) => PassedOver,
            _ => " gives " + outcome.GetType().Name + ": " + outcome.Message,
        };

    private static bool IsWithoutOperation(MethodBase method, object? sample, ParameterInfo parameter, Exception outcome) =>
        Invoke(method, sample, parameter, Samples.Argument(parameter)) is InvalidOperationException same && same.Message == outcome.Message;
}
