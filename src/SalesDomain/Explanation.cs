using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// How a figure came about: a tree of stated figures, each with the operation that is said to give it from the figures below.
/// </summary>
/// <remarks>
/// <para>
/// A rule computes once and keeps every intermediate figure as its steps; its explanation states those steps and computes nothing.
/// <see cref="Verify"/> recomputes each node by the operation's own plain code, so that engine and explanation cannot part unnoticed:
/// change any one computed figure, and its node is named.
/// </para>
/// <para>
/// A selection, a comparison, a rounding, a share or a look-up agrees when it is equal. Sums, products and quotients, which may need more
/// digits than a decimal holds, agree when they differ by no more than 10⁻²⁵ of the largest figure concerned (and of 1): for amounts in the
/// billions that is sixteen decimals. Immutable. The explanation of a streamed run ends at a sum of n facts.
/// </para>
/// </remarks>
public sealed class Explanation
{
    // A decimal holds 28 digits, and 28 decimals: two correct orders of computing with quotients can differ in the last. Three orders of
    // magnitude are left for sums.
    private const decimal Tolerance = 1e-25m;
    private const int MostDecimalsShown = 8;
    private const int DecimalsOfLongFigure = 6;

    private Explanation(ExplanationKind kind, string name, Figure value, Operation? operation, Explanation[] children, int factCount)
    {
        Kind = kind;
        Name = Guard.Against.NullOrWhiteSpace(name);
        Value = value;
        Operation = operation;
        Children = Array.AsReadOnly(children);
        FactCount = factCount;
    }

    /// <summary>Where the figure comes from.</summary>
    public ExplanationKind Kind { get; }

    /// <summary>What the figure is called.</summary>
    public string Name { get; }

    /// <summary>The figure, as stated.</summary>
    public Figure Value { get; }

    /// <summary>The operation said to give it, or null for a fact, a constant or a sum of facts.</summary>
    public Operation? Operation { get; }

    /// <summary>The figures it is said to follow from, in the order the operation takes them.</summary>
    public IReadOnlyList<Explanation> Children { get; }

    /// <summary>How many facts a sum of facts stands for; 0 for other kinds.</summary>
    public int FactCount { get; }

    /// <summary>True when <see cref="Verify"/> finds nothing.</summary>
    public bool IsVerified => Verify().Count == 0;

    /// <summary>A figure given by the caller's data.</summary>
    /// <param name="name">What it is called, not empty.</param>
    /// <param name="value">The figure.</param>
    /// <returns>The leaf.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static Explanation Fact(string name, Figure value) => new(ExplanationKind.Fact, name, value, null, [], 0);

    /// <summary>A figure given by the rule's definition.</summary>
    /// <param name="name">What it is called, not empty.</param>
    /// <param name="value">The figure.</param>
    /// <returns>The leaf.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static Explanation Constant(string name, Figure value) => new(ExplanationKind.Constant, name, value, null, [], 0);

    /// <summary>The sum of facts that were streamed and not kept.</summary>
    /// <param name="name">What it is called, not empty.</param>
    /// <param name="value">The sum.</param>
    /// <param name="count">How many facts, zero or more.</param>
    /// <returns>The leaf.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Explanation FactSum(string name, Figure value, int count) =>
        new(ExplanationKind.FactSum, name, value, null, [], Guard.Against.OutsideRange(0, int.MaxValue, count));

    /// <summary>A figure said to follow from others.</summary>
    /// <param name="name">What it is called, not empty.</param>
    /// <param name="value">The figure, from the steps of the rule.</param>
    /// <param name="operation">The operation said to give it.</param>
    /// <param name="children">The figures it follows from, in the order the operation takes them.</param>
    /// <returns>The node.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="name"/>, <paramref name="operation"/>, <paramref name="children"/> or a child is null.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> or <paramref name="children"/> is empty.</exception>
    public static Explanation Node(string name, Figure value, Operation operation, params Explanation[] children)
    {
        Guard.Against.Null(operation);
        var copy = Guard.Against.Nothing(children, "a computed figure follows from at least one other");
        Array.ForEach(copy, child => Guard.Against.Null(child, nameof(children)));
        return new Explanation(ExplanationKind.Computed, name, value, operation, copy, 0);
    }

    /// <summary>Recomputes every node from the stated figures below it.</summary>
    /// <returns>
    /// The nodes whose stated figure is not what their operation gives, from the root down; empty when the explanation is a proof.
    /// </returns>
    public IReadOnlyList<Discrepancy> Verify()
    {
        var found = new List<Discrepancy>();
        Collect(Name, found);
        return found.AsReadOnly();
    }

    /// <summary>
    /// The tree as indented text: name, figure and operation a line, and under a graduated figure that verifies its portions. Figures of
    /// more than 8 decimals are shown to 6 and marked ≈.
    /// </summary>
    /// <returns>The text, lines ended by a line feed.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        Print(text, 0);
        return text.ToString();
    }

    /// <summary>
    /// The explanation in which facts are explained in their turn: a quota by the target above it, a commission by its revenue, down to the
    /// lines of an order.
    /// </summary>
    /// <param name="explain">
    /// For a fact, a sum of facts or a constant: how its figure came about, or null for one that stays as it is. What takes its place is
    /// not asked about again.
    /// </param>
    /// <returns>The explanation with the same figure, and the same object where nothing is explained further.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="explain"/> is null.</exception>
    /// <exception cref="ArgumentException">The explanation of a figure has another figure.</exception>
    public Explanation Expand(Func<Explanation, Explanation?> explain)
    {
        Guard.Against.Null(explain);
        if (Operation is null)
        {
            return explain(this) is not { } further ? this
                : further.Value == Value ? further
                : throw Guards.Invalid(nameof(explain), Name + ": " + further.Value, "must explain the figure " + Value);
        }

        var children = Children.Select(child => child.Expand(explain)).ToArray();
        return children.SequenceEqual(Children) ? this : new Explanation(Kind, Name, Value, Operation, children, FactCount);
    }

    private bool Agrees(Figure recomputed, Figure[] figures)
    {
        // A ratio is a number; a rule may state it as a percentage.
        var isSameKind = Value.IsComparableWith(recomputed)
            || (Operation == Operation.Ratio && Value.Kind == FigureKind.Percentage && recomputed.Kind == FigureKind.Number);
        if (!isSameKind || Value.Number == recomputed.Number)
            return isSameKind;

        var largest = figures.Aggregate(
            Math.Max(1m, Math.Abs(recomputed.Number)), (most, figure) => Math.Max(most, Math.Abs(figure.Number)));
        return Operation!.MayRound && IsWithin(largest * Tolerance, Value.Number, recomputed.Number);
    }

    private static bool IsWithin(decimal tolerance, decimal left, decimal right)
    {
        // Of opposite signs the difference may not fit in a decimal.
        var (low, high) = left < right ? (left, right) : (right, left);
        return low < 0m && high > 0m ? -low <= tolerance && high <= tolerance : high - low <= tolerance;
    }

    private void Collect(string path, List<Discrepancy> found)
    {
        if (Operation is not null && Check(path) is { } discrepancy)
            found.Add(discrepancy);

        foreach (var child in Children)
            child.Collect(path + "/" + child.Name, found);
    }

    private Discrepancy? Check(string path)
    {
        try
        {
            var figures = ChildFigures();
            var recomputed = Operation!.Recompute(figures);
            return Agrees(recomputed, figures) ? null
                : new Discrepancy(path, this, recomputed, Operation + " gives " + recomputed + ", stated is " + Value);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or ArithmeticException)
        {
            return new Discrepancy(path, this, null, Operation + " cannot be applied: " + e.Message);
        }
    }

    private void Print(StringBuilder text, int depth)
    {
        var origin = Kind switch
        {
            ExplanationKind.Fact => "fact",
            ExplanationKind.Constant => "by the rule",
            ExplanationKind.FactSum => "sum of " + InvariantText.Number(FactCount) + " facts",
            _ => Operation!.ToString(),
        };

        text.Append(' ', depth * 2).Append(Name).Append(": ").Append(Shown(Value)).Append("  [").Append(origin).Append("]\n");
        if (Operation is not null && Check(Name) is null)
        {
            foreach (var portion in Operation.Portions(ChildFigures()))
                text.Append(' ', (depth + 1) * 2).Append("· ").Append(portion).Append('\n');
        }

        foreach (var child in Children)
            child.Print(text, depth + 1);
    }

    private Figure[] ChildFigures()
    {
        var figures = new Figure[Children.Count];
        for (var i = 0; i < figures.Length; i++)
            figures[i] = Children[i].Value;

        return figures;
    }

    internal static string Shown(Figure figure)
    {
        var number = figure.Kind == FigureKind.Percentage ? figure.Number * 100m : figure.Number;
        if (DecimalMath.SignificantDecimals(number) <= MostDecimalsShown)
            return figure.ToString();

        var digits = figure.Kind == FigureKind.Percentage ? DecimalsOfLongFigure + 2 : DecimalsOfLongFigure;
        return "≈ " + figure.With(decimal.Round(figure.Number, digits, MidpointRounding.AwayFromZero));
    }
}
