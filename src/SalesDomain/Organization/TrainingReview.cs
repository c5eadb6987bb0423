using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Where everybody stands with every course on a day, and the share of what is required that is valid.</summary>
/// <remarks>Made by <see cref="TrainingMatrix.Review"/>.</remarks>
public sealed class TrainingReview
{
    private readonly TrainingCell[] _cells;
    private readonly Lazy<Dictionary<(SalespersonId, CourseId), TrainingCell>> _index;

    internal TrainingReview(LocalDate on, TrainingCell[] cells)
    {
        AsOf = on;
        _cells = cells;
        _index = new Lazy<Dictionary<(SalespersonId, CourseId), TrainingCell>>(
            () => cells.ToDictionary(cell => (cell.Salesperson, cell.Course)));
        Required = cells.Count(cell => cell.IsRequired);
        Valid = cells.Count(cell => cell.IsValid);
        InTime = cells.Count(cell => cell.IsInTime);
        Due = Required - InTime;
        Share = Percentage.Ratio(Valid, Required);
        ShareOfDue = Percentage.Ratio(Valid, Due);
    }

    /// <summary>The day.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The cells by person, in the order the people were given, and by course.</summary>
    public IReadOnlyList<TrainingCell> Cells => Array.AsReadOnly(_cells);

    /// <summary>How many cells are required.</summary>
    public int Required { get; }

    /// <summary>How many of them are valid, expiring soon or not.</summary>
    public int Valid { get; }

    /// <summary><see cref="Valid"/> ÷ <see cref="Required"/>, to 28 digits; null where nothing is required.</summary>
    public Percentage? Share { get; }

    /// <summary>How many of the required cells are not valid and have time still: those of a new hire within the days to do it
    /// in.</summary>
    public int InTime { get; }

    /// <summary>How many cells are required and either valid or past the last day in time: <see cref="Required"/> less
    /// <see cref="InTime"/>.</summary>
    public int Due { get; }

    /// <summary>
    /// <see cref="Valid"/> ÷ <see cref="Due"/>, to 28 digits; null where nothing is due. A new hire does not lower it before the last day
    /// in time is over, and never is it below <see cref="Share"/>.
    /// </summary>
    public Percentage? ShareOfDue { get; }

    /// <summary>The cell of a person and a course, if there is one.</summary>
    /// <param name="salesperson">The person.</param>
    /// <param name="course">The course.</param>
    /// <param name="cell">The cell, or null.</param>
    /// <returns>False where the person has no role, or no role requires the course.</returns>
    /// <exception cref="ArgumentException">An identifier holds no code.</exception>
    public bool TryCell(SalespersonId salesperson, CourseId course, [NotNullWhen(true)] out TrainingCell? cell)
    {
        Identifier.Given(salesperson);
        Identifier.Given(course);
        return _index.Value.TryGetValue((salesperson, course), out cell);
    }

    /// <summary>The review of some of the cells: of one person, of one course.</summary>
    /// <param name="condition">Whether a cell is taken.</param>
    /// <returns>The review of those cells.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is null.</exception>
    public TrainingReview Where(Func<TrainingCell, bool> condition)
    {
        Guard.Against.Null(condition);
        return new TrainingReview(AsOf, Array.FindAll(_cells, cell => condition(cell)));
    }

    /// <summary>The share from how many cells are valid and how many are required.</summary>
    /// <returns>The tree; its root is the share, absent where nothing is required. A cell explains itself.</returns>
    public Explanation Explain() =>
        Explanation.Node(
            "share of required training that is valid", Figure.OrAbsent(Share), Operation.Ratio,
            Explanation.FactSum("valid", (decimal)Valid, Valid), Explanation.FactSum("required", (decimal)Required, Required));

    /// <summary>The share of what is due from how many cells are valid, required, and in time still.</summary>
    /// <returns>The tree; its root is <see cref="ShareOfDue"/>, absent where nothing is due.</returns>
    public Explanation ExplainShareOfDue() =>
        Explanation.Node(
            "share of due training that is valid", Figure.OrAbsent(ShareOfDue), Operation.Ratio,
            Explanation.FactSum("valid", (decimal)Valid, Valid),
            Explanation.Node(
                "due", (decimal)Due, Operation.Difference, Explanation.FactSum("required", (decimal)Required, Required),
                Explanation.FactSum("in time still", (decimal)InTime, InTime)));

    /// <summary>Day and counts, for a log: <c>2026-03-31: 17 of 20 valid, 2 in time still</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(AsOf) + ": " + InvariantText.Number(Valid) + " of " + InvariantText.Number(Required) + " valid"
        + (InTime == 0 ? "" : ", " + InvariantText.Number(InTime) + " in time still");
}
