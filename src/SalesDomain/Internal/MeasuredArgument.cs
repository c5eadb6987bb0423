using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace SalesDomain.Internal;

/// <summary>Refuses measured values that cannot be used, by the name of the parameter.</summary>
internal static class MeasuredArgument
{
    /// <summary>Refuses the default value, which measures nothing.</summary>
    internal static Measured Given(Measured value, [CallerArgumentExpression(nameof(value))] string? parameterName = null) =>
        value != default ? value : throw Guards.Invalid(parameterName, "it is the default Measured", "must measure something");

    /// <summary>Refuses the default value; what is not known or not there is null.</summary>
    internal static Measured? Given(Measured? value, [CallerArgumentExpression(nameof(value))] string? parameterName = null) =>
        value is { } given ? Given(given, parameterName) : null;

    /// <summary>Refuses a value that cannot be added to another, where both are there.</summary>
    internal static void MustGoTogether(Measured? one, Measured? other, string parameterName)
    {
        if (one is { } left && other is { } right)
            Measured.RequireSame(left, right, parameterName);
    }

    /// <summary>Refuses values of which one cannot be added to the first, where they are there.</summary>
    internal static void MustGoTogether(IEnumerable<Measured?> values, string parameterName)
    {
        Measured? first = null;
        foreach (var value in values)
        {
            MustGoTogether(first, value, parameterName);
            first ??= value;
        }
    }
}
