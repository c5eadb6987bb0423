using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// A factor on the whole of a component: a multiplier, a decelerator, an accelerator on everything, or a gate, which is a factor of 0 %.
/// </summary>
/// <remarks>
/// <para>
/// It goes by the attainment of the component, or by a figure that is given by its name: the margin, the discount discipline, the
/// collection rate, the factor of an appraisal. A figure that nobody gave is not taken for good: what the component pays is not known
/// until it is given, or nothing, by <see cref="CommissionPlan.WithUnstatedFigures"/>. What is negative, because more came
/// back than was sold, passes as it is: a closed gate does not forgive it. Between two figures it goes by a matrix (目标完成率 × 回款率).
/// </para>
/// <para>Immutable. Equality is by figures and steps.</para>
/// </remarks>
public sealed class CommissionModifier : IEquatable<CommissionModifier>
{
    private readonly StepSchedule<Percentage, Percentage>? _factors;
    private readonly StepMatrix<Percentage, Percentage, Percentage>? _matrix;

    private CommissionModifier(
        string? figureName, string? columnName, StepSchedule<Percentage, Percentage>? factors,
        StepMatrix<Percentage, Percentage, Percentage>? matrix)
    {
        FigureName = figureName;
        ColumnName = columnName;
        _factors = factors;
        _matrix = matrix;
    }

    /// <summary>The name of the figure that it goes by; null where it is the component's own attainment.</summary>
    public string? FigureName { get; }

    /// <summary>The name of the second figure, which chooses the column of a matrix; null for none.</summary>
    public string? ColumnName { get; }

    /// <summary>Whether it needs the attainment of a quota.</summary>
    public bool NeedsQuota => FigureName is null;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A modifier.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionModifier? left, CommissionModifier? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A modifier.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionModifier? left, CommissionModifier? right) => !(left == right);

    /// <summary>By the component's own attainment: half of everything below 80 % of quota.</summary>
    /// <param name="factors">The factors, zero or more, by attainment. Where there is no step nothing is paid.</param>
    /// <returns>The modifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="factors"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative.</exception>
    public static CommissionModifier ByAttainment(StepSchedule<Percentage, Percentage> factors) =>
        new(figureName: null, columnName: null, Checked(factors), matrix: null);

    /// <summary>By a figure: 1.15 times from a margin of 20 %.</summary>
    /// <param name="figure">The name under which the figure is given, not blank.</param>
    /// <param name="factors">The factors, zero or more, by the figure. Where there is no step nothing is paid.</param>
    /// <returns>The modifier.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="figure"/> is blank or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative.</exception>
    public static CommissionModifier ByFigure(string figure, StepSchedule<Percentage, Percentage> factors) =>
        new(Identifier.Checked(figure), columnName: null, Checked(factors), matrix: null);

    /// <summary>A figure is the factor itself: that of an appraisal.</summary>
    /// <param name="figure">The name under which the factor is given, not blank.</param>
    /// <returns>The modifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="figure"/> is blank or has outer white space.</exception>
    public static CommissionModifier Factor(string figure) =>
        new(Identifier.Checked(figure), columnName: null, factors: null, matrix: null);

    /// <summary>By the component's own attainment and a figure: attainment of quota and collection rate.</summary>
    /// <param name="factors">The factors, zero or more; the rows are attainments, the columns the figure.</param>
    /// <param name="columns">The name under which the figure of the columns is given, not blank.</param>
    /// <returns>The modifier.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="columns"/> is blank or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A factor is negative.</exception>
    public static CommissionModifier ByMatrix(StepMatrix<Percentage, Percentage, Percentage> factors, string columns)
    {
        Guard.Against.Null(factors);
        foreach (var row in factors.Rows.Values)
            Checked(row, nameof(factors));

        return new(figureName: null, Identifier.Checked(columns), factors: null, factors);
    }

    /// <summary>A gate that is open from a figure on: paid only with at least 90 % of the reports handed in.</summary>
    /// <param name="figure">The name under which the figure is given, not blank.</param>
    /// <param name="least">The least with which it is open, itself included.</param>
    /// <returns>The modifier, of factor 0 % below and 100 % from there on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="figure"/> is blank or has outer white space.</exception>
    public static CommissionModifier GateFrom(string figure, Percentage least) =>
        new(
            Identifier.Checked(figure), columnName: null,
            StepSchedule.From((least, Percentage.OneHundred)).ThenBelow(Percentage.Zero), matrix: null);

    /// <summary>A gate that is open up to a figure: paid only with an average discount of at most 5 %.</summary>
    /// <param name="figure">The name under which the figure is given, not blank.</param>
    /// <param name="most">The most with which it is open, itself included.</param>
    /// <returns>The modifier, of factor 100 % up to there and 0 % above.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="figure"/> is blank or has outer white space.</exception>
    public static CommissionModifier GateUpTo(string figure, Percentage most) =>
        new(
            Identifier.Checked(figure), columnName: null,
            StepSchedule.UpTo((most, Percentage.OneHundred)).ThenAbove(Percentage.Zero), matrix: null);

    /// <summary>Whether the other goes by the same figures and steps.</summary>
    /// <param name="other">The modifier to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionModifier? other) =>
        other is not null && string.Equals(FigureName, other.FigureName, StringComparison.Ordinal)
        && string.Equals(ColumnName, other.ColumnName, StringComparison.Ordinal) && _factors == other._factors && _matrix == other._matrix;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionModifier);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            StringComparer.Ordinal.GetHashCode(FigureName ?? ""), StringComparer.Ordinal.GetHashCode(ColumnName ?? ""),
            _factors?.GetHashCode() ?? 0, _matrix?.GetHashCode() ?? 0);

    /// <summary>What it goes by and the factors: <c>times by margin: from 0%: 100%, from 20%: 115%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        _factors is null && _matrix is null ? "times " + FigureName
            : "times by " + (FigureName ?? "attainment") + (ColumnName is null ? "" : " and " + ColumnName) + ": "
                + (_factors?.ToString() ?? _matrix!.ToString());

    /// <summary>What it does, in a sentence for the person who is paid.</summary>
    internal string Describe()
    {
        var by = (FigureName ?? "attainment of quota") + (ColumnName is null ? "" : " and " + ColumnName);
        return _factors is null && _matrix is null ? "That is multiplied by " + by + "."
            : "That is multiplied by " + by + ": " + (_factors?.ToString() ?? _matrix!.ToString()) + ".";
    }

    /// <summary>The attainments at which the factor changes.</summary>
    internal IReadOnlyList<Percentage> AttainmentBounds => FigureName is not null ? [] : _factors?.Bounds ?? _matrix?.Rows.Bounds ?? [];

    internal ModifierSteps Evaluate(Percentage? attainment, CommissionFigures figures)
    {
        var row = FigureName is null ? attainment : figures.FigureOf(FigureName);
        var column = ColumnName is null ? null : figures.FigureOf(ColumnName);
        Percentage? factor = null;
        if (row is { } given && (_matrix is null || column is not null))
        {
            factor = _matrix is not null ? (_matrix.TryAt(given, column!.Value, out var cell) ? cell : null)
                : _factors is not null ? (_factors.TryAt(given, out var step) ? step : null)
                : given;
        }

        return new ModifierSteps(this, row, column, factor);
    }

    /// <summary>Why it leaves a component unpaid, where it has no factor.</summary>
    internal Reason ReasonOf(string component, in ModifierSteps steps) =>
        steps.Row is null ? new Reason(RateSteps.FigureMissing, ("component", component), ("figure", FigureName ?? "attainment"))
        : _matrix is not null && steps.Column is null
            ? new Reason(RateSteps.FigureMissing, ("component", component), ("figure", ColumnName!))
        : new Reason("commission.no-factor", ("component", component), (FigureName ?? "attainment", steps.Row.Value));

    /// <summary>How the factor came about; absent where there is none.</summary>
    internal Explanation ExplainFactor(in ModifierSteps steps, Explanation attainment)
    {
        const string Name = "factor";
        var row = FigureName is null ? attainment : Explanation.Fact(FigureName, Figure.OrAbsent(steps.Row));
        var factor = Figure.OrAbsent(steps.Factor);
        return _matrix is null && _factors is null ? row
            // A look-up takes no absent figure, so what is not given is said in its place.
            : steps.Row is null ? Conditions.LeaveOut(Name, Conditions.IsMissing(row))
            : _matrix is not null && steps.Column is null
                ? Conditions.LeaveOut(Name, Conditions.IsMissing(Explanation.Fact(ColumnName!, Figure.Absent)))
            : _matrix is not null
                ? Explanation.Node(Name, factor, Operation.LookUp(_matrix), row, Explanation.Fact(ColumnName!, steps.Column!.Value))
            : Explanation.Node(Name, factor, Operation.LookUp(_factors!), row);
    }

    private static StepSchedule<Percentage, Percentage> Checked(
        StepSchedule<Percentage, Percentage> factors, [CallerArgumentExpression(nameof(factors))] string? parameterName = null)
    {
        Guard.Against.Null(factors);
        foreach (var factor in factors.Values)
        {
            if (factor < Percentage.Zero)
                throw Guards.OutOfRange(parameterName, factor.ToString(), "must not be negative");
        }

        return factors;
    }
}
