using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>How a figure of an <see cref="Explanation"/> is said to follow from the figures below it. The set is closed.</summary>
/// <remarks>
/// Each operation carries its own plain code, written for reading and not shared with the rules: graduated is a sum of portions here, while the
/// rules use cumulative tiers. <see cref="Explanation.Verify"/> runs it and compares.
/// </remarks>
public sealed class Operation
{
    private readonly Func<IReadOnlyList<Figure>, Figure> _plainCode;

    private readonly Rounds _rounds;

    private Operation(string name, Func<IReadOnlyList<Figure>, Figure> plainCode, Rounds rounds = Rounds.Nothing)
    {
        Name = name;
        _plainCode = plainCode;
        _rounds = rounds;
    }

    /// <summary>Where decimals may need more than 28 digits, so that two correct ways to compute differ in the last.</summary>
    private enum Rounds
    {
        Nothing,
        Result,

        /// <summary>Operands of the kind of the result are multiplied before they are set against each other: what is lost there can be much in a small difference.</summary>
        Operands,
    }

    /// <summary>The sum of all figures, of one kind and unit.</summary>
    public static Operation Sum { get; } = new("sum", PlainCode.Sum);

    /// <summary>The first figure less all others, of one kind and unit; of two days, the number of days from the second to the first.</summary>
    public static Operation Difference { get; } = new("difference", PlainCode.Difference);

    /// <summary>The product of all figures: at most one amount, and a unit price with its quantity; the others numbers and percentages.</summary>
    public static Operation Product { get; } = new("product", PlainCode.Product, Rounds.Result);

    /// <summary>The first figure divided by the second.</summary>
    public static Operation Ratio { get; } = new("ratio", PlainCode.Ratio, Rounds.Result);

    /// <summary>The smallest of the figures.</summary>
    public static Operation Min { get; } = new("min", PlainCode.Min);

    /// <summary>The largest of the figures.</summary>
    public static Operation Max { get; } = new("max", PlainCode.Max);

    /// <summary>The first figure, held between the second (least) and the third (most).</summary>
    public static Operation Clamp { get; } = new("clamp", PlainCode.Clamp);

    /// <summary>Conditions and values in turn, and a value for none: the value after the first condition that is yes, or the last.</summary>
    public static Operation Select { get; } = new("select", PlainCode.Select);

    /// <summary>
    /// The value on the straight line through two points. The figures are the level, then level and value of the first point, then level and
    /// value of the second.
    /// </summary>
    public static Operation Interpolate { get; } = new("interpolate", PlainCode.Interpolate, Rounds.Operands);

    /// <summary>What the operation is called, with its rule: <c>sum</c>, <c>round minor-unit half-away</c>.</summary>
    public string Name { get; }

    /// <summary>One figure, rounded.</summary>
    /// <param name="rounding">The rule.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public static Operation Round(Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return new("round " + rounding, figures => PlainCode.Round(figures, rounding));
    }

    /// <summary>The value of the step that one figure lies in.</summary>
    /// <typeparam name="TLevel">The type of the levels.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="schedule">The schedule.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schedule"/> is null.</exception>
    public static Operation LookUp<TLevel, TValue>(StepSchedule<TLevel, TValue> schedule)
        where TLevel : IComparable<TLevel>
        where TValue : notnull
    {
        Guard.Against.Null(schedule);
        return new("look-up", figures => PlainSteps.LookUp(figures, schedule));
    }

    /// <summary>An amount, each part at its own rate.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation Graduated(TieredRate rate) =>
        Tiered("graduated", PlainSteps.Of(Guard.Against.Null(rate)), graduated: true);

    /// <summary>An achievement and its quota, each part of the achievement at its own rate.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation Graduated(AttainmentRate rate) =>
        Tiered("graduated on attainment", PlainSteps.Of(Guard.Against.Null(rate)), graduated: true);

    /// <summary>A quantity, each part at its own price.</summary>
    /// <param name="price">The breaks.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    public static Operation Graduated(TieredPrice price) =>
        Tiered("graduated price", PlainSteps.Of(Guard.Against.Null(price)), graduated: true);

    /// <summary>An amount, all of it at the rate reached.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation AllUnits(TieredRate rate) =>
        Tiered("all units", PlainSteps.Of(Guard.Against.Null(rate)), graduated: false);

    /// <summary>An achievement and its quota, all of the achievement at the rate reached.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation AllUnits(AttainmentRate rate) =>
        Tiered("all units on attainment", PlainSteps.Of(Guard.Against.Null(rate)), graduated: false);

    /// <summary>A quantity, all of it at the price reached.</summary>
    /// <param name="price">The breaks.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    public static Operation AllUnits(TieredPrice price) =>
        Tiered("all units price", PlainSteps.Of(Guard.Against.Null(price)), graduated: false);

    /// <summary>An amount and a rate of exchange: amount × rate in another currency.</summary>
    /// <param name="currency">The currency of the result.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public static Operation Convert(Currency currency)
    {
        Guard.Against.Null(currency);
        return new("convert to " + currency, figures => PlainCode.Convert(figures, currency), Rounds.Result);
    }

    /// <summary>A quantity in another unit of the product.</summary>
    /// <param name="conversions">The product's conversions.</param>
    /// <param name="unit">The unit of the result.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Operation Convert(UnitConversions conversions, UnitOfMeasure unit)
    {
        Guard.Against.Null(conversions);
        Guard.Against.Null(unit);
        return new("convert to " + unit, figures => PlainCode.Convert(figures, conversions, unit), Rounds.Result);
    }

    /// <summary>One part of a total that was apportioned. The figures are the total and every weight, zero or more, in order.</summary>
    /// <param name="apportionment">The apportionment, without bounds.</param>
    /// <param name="part">The index of the part, from 0.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="apportionment"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is negative.</exception>
    public static Operation Share(Apportionment apportionment, int part)
    {
        Guard.Against.Null(apportionment);
        Guard.Against.OutsideRange(0, int.MaxValue, part);
        return new("share " + InvariantText.Number(part + 1L), figures => PlainShare.Of(figures, apportionment, part));
    }

    /// <summary>Whether the first figure stands in a relation to the second.</summary>
    /// <param name="kind">The relation.</param>
    /// <returns>The operation; it gives yes or no.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not defined.</exception>
    public static Operation Compare(ComparisonKind kind)
    {
        Guard.Against.Undefined(kind);
        return new("compare " + PlainCode.Sign(kind), figures => PlainCode.Compare(figures, kind));
    }

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    /// <summary>Computes the figure by the plain code; throws what its types throw when the figures do not fit.</summary>
    internal Figure Recompute(IReadOnlyList<Figure> figures) => _plainCode(figures);

    /// <summary>The size of number whose last digits may differ, at least 1 because decimals end; zero where figures must be equal.</summary>
    internal decimal SizeThatRounds(IReadOnlyList<Figure> figures, Figure result)
    {
        if (_rounds == Rounds.Nothing)
            return 0m;

        var size = Math.Max(1m, Math.Abs(result.Number));
        return _rounds == Rounds.Result ? size
            : figures.Where(result.IsComparableWith).Aggregate(size, (largest, figure) => Math.Max(largest, Math.Abs(figure.Number)));
    }

    private static Operation Tiered(string name, PlainSteps steps, bool graduated) =>
        new(name, figures => graduated ? steps.Graduated(figures) : steps.AllUnits(figures), Rounds.Operands);
}
