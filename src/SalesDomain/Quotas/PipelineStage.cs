using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>A stage of a sale before it is one: how likely it is to be won from there, and how sure it counts in a forecast.</summary>
/// <remarks>Equality is by all values.</remarks>
public sealed record PipelineStage
{
    /// <summary>Creates a stage.</summary>
    /// <param name="name">The name, not blank.</param>
    /// <param name="probability">The share of the opportunities that are won from here, 0 % to 100 %.</param>
    /// <param name="category">The forecast category; closed means won, at 100 %, and omitted means lost or left out, at 0 %.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="probability"/> is outside 0 % to 100 %, or not 100 % of what is closed and 0 % of what is omitted; or
    /// <paramref name="category"/> is not defined.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank or begins or ends with white space.</exception>
    public PipelineStage(string name, Percentage probability, ForecastCategory category)
    {
        Name = Identifier.Checked(name);
        Probability = Guard.Against.NoPart(probability);
        Category = Guard.Against.Undefined(category);
        if (probability != Certain(category, probability))
            throw Guards.OutOfRange(nameof(probability), probability.ToString(),
                "must be 100% where the sale is closed and 0% where it is omitted");
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The share of the opportunities that are won from here.</summary>
    public Percentage Probability { get; }

    /// <summary>How sure what stands here counts in a forecast.</summary>
    public ForecastCategory Category { get; }

    /// <summary>Name, probability and category: <c>offer 70% BestCase</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + " " + Probability + " " + Category;

    /// <summary>The probability under a category: certain where it is decided.</summary>
    internal static Percentage Certain(ForecastCategory category, Percentage probability) =>
        category switch
        {
            ForecastCategory.Closed => Percentage.OneHundred,
            ForecastCategory.Omitted => Percentage.Zero,
            _ => probability,
        };
}
