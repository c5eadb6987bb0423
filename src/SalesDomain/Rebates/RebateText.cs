using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What the definitions of rebates check and print alike.</summary>
internal static class RebateText
{
    /// <summary>The names of things, joined.</summary>
    internal static string Listed<T>(IEnumerable<T> items) => string.Join(", ", items.Select(item => InvariantText.Any(item!)));

    /// <summary>A measure that a sum of sales lines can be taken by: revenue, gross revenue, list value, units.</summary>
    internal static Measure OfSales(Measure measure, string parameterName)
    {
        Guard.Against.Null(measure, parameterName);
        return measure.Source == MeasureSource.SalesLines && measure != Measure.Margin ? measure
            : throw Guards.Invalid(
                parameterName, measure.ToString(), "must be an amount or a quantity that sales lines state, not a margin");
    }

    internal static Measured OfSales(Measured value, bool isPositive, string parameterName)
    {
        OfSales(MeasuredArgument.Given(value, parameterName).Measure, parameterName);
        return !isPositive || value.Amount > 0m ? value
            : throw Guards.OutOfRange(parameterName, value.ToString(), "must be positive");
    }
}
