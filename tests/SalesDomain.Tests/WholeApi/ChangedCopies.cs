using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// Calls what makes a changed copy of a definition that compares by value, with one argument, and finds the settings that equality or the
/// text forgets: whatever is given, the copy equals what it was made from, or reads like it.
/// </summary>
internal static class ChangedCopies
{
    internal const string IsEqual = "every copy is equal";
    internal const string ReadsAlike = "every copy reads alike";
    internal const string IsNotShown = "no sample gives another";

    /// <summary>The methods of a definition that set one thing: With…, and what else takes one argument and returns the type.</summary>
    internal static IEnumerable<MethodInfo> SettersOf(Type type) =>
        type.IsValueType || EqualityRules.Operator(type, "op_Equality") is null ? []
            : PublicSurface.Callables(type).OfType<MethodInfo>().Where(
                method => !method.IsStatic && !method.IsSpecialName && method.ReturnType == type && method.GetParameters().Length == 1);

    internal static string NameOf(Type type, MethodInfo setter) =>
        PublicSurface.Name(type) + "." + setter.Name + "(" + setter.GetParameters()[0].Name + ")";

    internal static IEnumerable<(string Setter, string Fault)> FaultsOf(Type type, IReadOnlyList<object> samples)
    {
        foreach (var setter in SettersOf(type))
        {
            var name = NameOf(type, setter);
            var isShown = false;
            foreach (var sample in samples)
            {
                var copies = Arguments(setter.GetParameters()[0]).Select(argument => Call.Of(setter, sample, argument))
                    .Where(outcome => outcome.Exception is null).Select(outcome => outcome.Result!).ToArray();
                var others = Array.FindAll(copies, copy => !copy.Equals(sample));
                isShown = isShown || others.Length > 0;

                // One argument alone can be what the sample has already; what is taken away, merged or chosen can be nothing.
                if (others.Length == 0 && copies.Length > 1 && IsSetting(setter.Name))
                    yield return (name, IsEqual);
                if (others.Length > 0 && Array.TrueForAll(others, copy => copy.ToString() == sample.ToString()))
                    yield return (name, ReadsAlike);
            }

            if (!isShown)
                yield return (name, IsNotShown);
        }
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("With", StringComparison.Ordinal) && !name.StartsWith("Without", StringComparison.Ordinal);

    /// <summary>All samples of the parameter, one at a time; an array holds one, a tuple the first of each, then the second.</summary>
    private static IEnumerable<object> Arguments(ParameterInfo parameter) =>
        Samples.Has(parameter.ParameterType) ? Samples.Of(parameter.ParameterType)
            : Samples.ElementOf(parameter.ParameterType) is { } element
                ? Values(element).Select(value => (object)Samples.ArrayOf(parameter.ParameterType, value))
            : PublicSurface.IsDelegate(parameter.ParameterType) ? [Samples.Argument(parameter)!]
            : Values(parameter.ParameterType);

    private static IEnumerable<object> Values(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Values(underlying);
        if (!Samples.IsTuple(type))
            return Samples.Has(type) || type.IsEnum ? Samples.Of(type) : [Samples.Argument(type)!];

        var fields = Array.ConvertAll(type.GetGenericArguments(), field => Values(field).ToArray());
        return Enumerable.Range(0, fields.Max(values => values.Length)).Select(
            i => Activator.CreateInstance(type, (object?[])[.. fields.Select(values => values[i % values.Length])])!);
    }
}
