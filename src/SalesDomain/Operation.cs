using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>How a figure of an <see cref="Explanation"/> is said to follow from the figures below it. The set is closed.</summary>
/// <remarks>
/// Each operation carries its own plain code, written for reading and, but for rounding and unit conversion, not shared with the rules:
/// graduated is a sum of portions here, while the rules use cumulative tiers. <see cref="Explanation.Verify"/> runs it and compares.
/// </remarks>
public sealed partial class Operation
{
    private readonly Func<IReadOnlyList<Figure>, Figure> _plainCode;
    private readonly Func<IReadOnlyList<Figure>, IReadOnlyList<string>>? _portions;

    private Operation(
        string name,
        Func<IReadOnlyList<Figure>, Figure> plainCode,
        bool mayRound = false,
        string detail = "",
        Func<IReadOnlyList<Figure>, IReadOnlyList<string>>? portions = null)
    {
        Name = name;
        Detail = detail;
        _plainCode = plainCode;
        _portions = portions;
        MayRound = mayRound;
    }

    /// <summary>The sum of all figures, of one kind and unit; or a date and numbers of days after it.</summary>
    public static Operation Sum { get; } = new("sum", PlainCode.Sum, mayRound: true);

    /// <summary>
    /// The first figure less all others, of one kind and unit; the days between two dates; or a date and numbers of days before it.
    /// </summary>
    public static Operation Difference { get; } = new("difference", PlainCode.Difference, mayRound: true);

    /// <summary>
    /// The product of all figures: at most one amount, and a unit price with its quantity; the others numbers and percentages.
    /// </summary>
    public static Operation Product { get; } = new("product", PlainCode.Product, mayRound: true);

    /// <summary>The first figure divided by the second; absent when the second is zero.</summary>
    public static Operation Ratio { get; } = new("ratio", PlainCode.Ratio, mayRound: true);

    /// <summary>The smallest of the figures.</summary>
    public static Operation Min { get; } = new("min", PlainCode.Min);

    /// <summary>The largest of the figures.</summary>
    public static Operation Max { get; } = new("max", PlainCode.Max);

    /// <summary>The first figure, held between the second (least) and the third (most).</summary>
    public static Operation Clamp { get; } = new("clamp", PlainCode.Clamp);

    /// <summary>
    /// Conditions and values in turn, and a value for none: the value after the first condition that is yes, or the last.
    /// </summary>
    public static Operation Select { get; } = new("select", PlainCode.Select);

    /// <summary>
    /// The value on the straight line through two points. The figures are the level, then level and value of the first point, then level
    /// and value of the second.
    /// </summary>
    public static Operation Interpolate { get; } = new("interpolate", PlainCode.Interpolate, mayRound: true);

    /// <summary>Its name: <c>sum</c>, <c>round</c>, <c>graduated</c>. Stable, so that a translated statement can be keyed by it.</summary>
    public string Name { get; }

    /// <summary>The rule it works by, in canonical text (the rounding, the tiers, the unit), or an empty text.</summary>
    public string Detail { get; }

    /// <summary>True where decimals may need more than 28 digits, so that two correct ways to compute differ in the last.</summary>
    internal bool MayRound { get; }

    /// <summary>One figure, rounded.</summary>
    /// <param name="rounding">The rule.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public static Operation Round(Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return new("round", figures => PlainCode.Round(figures, rounding), detail: rounding.ToString());
    }

    /// <summary>
    /// The first figure divided by the second, to the power of the third divided by the fourth, to so many decimals, a tie going up; absent
    /// where a decimal does not hold it. The first two are numbers or percentages, the others whole numbers, and all above zero.
    /// </summary>
    /// <param name="decimals">0 to 28.</param>
    /// <returns>The operation; it gives a number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of its range.</exception>
    public static Operation Power(int decimals)
    {
        Guard.Against.OutsideRange(0, DecimalMath.MostDigits, decimals);
        return new(
            "power", figures => PlainCode.Power(figures, decimals), detail: "to " + InvariantText.Number(decimals) + " decimals");
    }

    /// <summary>The value of the step that one figure lies in; absent outside the steps.</summary>
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
        return new("look-up", figures => PlainSteps.LookUp(figures, schedule), detail: schedule.ToString());
    }

    /// <summary>
    /// The value of the cell that two figures lie in, the first choosing the row, the second the column; absent outside the steps.
    /// </summary>
    /// <typeparam name="TRow">The type of the levels of the rows.</typeparam>
    /// <typeparam name="TColumn">The type of the levels of the columns.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="matrix">The matrix.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is null.</exception>
    public static Operation LookUp<TRow, TColumn, TValue>(StepMatrix<TRow, TColumn, TValue> matrix)
        where TRow : IComparable<TRow>
        where TColumn : IComparable<TColumn>
        where TValue : notnull
    {
        Guard.Against.Null(matrix);
        return new("look-up", figures => PlainSteps.LookUp(figures, matrix), detail: matrix.ToString());
    }

    /// <summary>
    /// The payout of a curve: of one figure, a number or a percentage, or of three, the target incentive with an achievement and its quota,
    /// as <see cref="PayoutCurve.Payout(Money, Money, Money)"/> takes them; absent where there is none.
    /// </summary>
    /// <param name="curve">The curve.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    public static Operation InterpolateOn(PayoutCurve curve)
    {
        Guard.Against.Null(curve);
        return new("interpolate", figures => PlainCurve.Interpolate(figures, curve), mayRound: true, detail: curve.ToString());
    }

    /// <summary>The rate that an amount reaches; absent where it reaches none.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation LookUp(TieredRate rate) => Reached(PlainSteps.Of(Guard.Against.Null(rate)), rate.ToString());

    /// <summary>The rate that an achievement and its quota reach; absent where they reach none.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation LookUp(AttainmentRate rate) => Reached(PlainSteps.Of(Guard.Against.Null(rate)), rate.ToString());

    /// <summary>The unit price that a quantity reaches; absent where there is none.</summary>
    /// <param name="price">The breaks.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    public static Operation LookUp(TieredPrice price) => Reached(PlainSteps.Of(Guard.Against.Null(price)), price.ToString());

    /// <summary>An amount, each part at its own rate.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation Graduated(TieredRate rate) =>
        Graduated(PlainSteps.Of(Guard.Against.Null(rate)), rate.ToString());

    /// <summary>An achievement and its quota, each part of the achievement at its own rate.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation Graduated(AttainmentRate rate) =>
        Graduated(PlainSteps.Of(Guard.Against.Null(rate)), rate.ToString());

    /// <summary>A quantity, each part at its own price.</summary>
    /// <param name="price">The breaks.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    public static Operation Graduated(TieredPrice price) =>
        Graduated(PlainSteps.Of(Guard.Against.Null(price)), price.ToString());

    /// <summary>An amount, all of it at the rate reached.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation AllUnits(TieredRate rate) =>
        AllUnits(PlainSteps.Of(Guard.Against.Null(rate)), rate.ToString());

    /// <summary>An achievement and its quota, all of the achievement at the rate reached.</summary>
    /// <param name="rate">The tiers.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rate"/> is null.</exception>
    public static Operation AllUnits(AttainmentRate rate) =>
        AllUnits(PlainSteps.Of(Guard.Against.Null(rate)), rate.ToString());

    /// <summary>A quantity, all of it at the price reached.</summary>
    /// <param name="price">The breaks.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="price"/> is null.</exception>
    public static Operation AllUnits(TieredPrice price) =>
        AllUnits(PlainSteps.Of(Guard.Against.Null(price)), price.ToString());

    /// <summary>
    /// An amount in another currency, by rates that lead from its own to that one: each multiplies, or divides where it is quoted the other
    /// way.
    /// </summary>
    /// <param name="currency">The currency of the result.</param>
    /// <param name="rates">The rates in order; none where the amount is in that currency already.</param>
    /// <returns>The operation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/>, <paramref name="rates"/> or a rate is null.</exception>
    public static Operation Convert(Currency currency, params ExchangeRate[] rates)
    {
        Guard.Against.Null(currency);
        Guard.Against.Null(rates);
        Array.ForEach(rates, rate => Guard.Against.Null(rate, nameof(rates)));
        ExchangeRate[] copy = [.. rates];
        return new(
            "convert", figures => PlainCode.Convert(figures, currency, copy), mayRound: true,
            detail: string.Join(", ", copy.Select(rate => rate.ToString()).Prepend("to " + currency)));
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
        return new("convert", figures => PlainCode.Convert(figures, conversions, unit), mayRound: true, detail: "to " + unit);
    }

    /// <summary>Whether the first figure stands in a relation to the second.</summary>
    /// <param name="kind">The relation.</param>
    /// <returns>The operation; it gives yes or no.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not defined.</exception>
    public static Operation Compare(ComparisonKind kind)
    {
        Guard.Against.Undefined(kind);
        return new("compare", figures => PlainCode.Compare(figures, kind), detail: PlainCode.Sign(kind));
    }

    /// <summary>What was asked about and the day, then the level and the value of each entry that holds, and a value for none.</summary>
    /// <param name="policy">How the table decides which is stronger, in words.</param>
    /// <param name="plainCode">The same as a computation.</param>
    internal static Operation Resolve(string policy, Func<IReadOnlyList<Figure>, Figure> plainCode) =>
        new("resolve", plainCode, detail: policy);

    /// <summary>Name and detail.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Detail.Length == 0 ? Name : Name + " " + Detail;

    /// <summary>Computes the figure by the plain code; throws what its types throw when the figures do not fit.</summary>
    internal Figure Recompute(IReadOnlyList<Figure> figures) => _plainCode(figures);

    /// <summary>The parts of a graduated figure in words; none for other operations and for figures that do not fit.</summary>
    internal IReadOnlyList<string> Portions(IReadOnlyList<Figure> figures) => _portions?.Invoke(figures) ?? [];

    private static Operation Reached(PlainSteps steps, string detail) => new("look-up", steps.Reached, detail: detail);

    private static Operation AllUnits(PlainSteps steps, string detail) => new("all units", steps.AllUnits, mayRound: true, detail: detail);

    private static Operation Graduated(PlainSteps steps, string detail) =>
        new("graduated", steps.Graduated, mayRound: true, detail: detail, portions: steps.Portions);
}
