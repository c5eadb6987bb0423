using System;
using Ardalis.GuardClauses;

namespace SalesDomain;

/// <summary>Two measures met in an operation that needs one: margin added to revenue, money divided as if it were pieces.</summary>
/// <remarks>
/// A difference in the tax basis alone is a <see cref="TaxBasisMismatchException"/>, in the unit alone a
/// <see cref="UnitMismatchException"/>.
/// </remarks>
public sealed class MeasureMismatchException : ArgumentException
{
    /// <summary>Creates the exception with a message that names both measures.</summary>
    /// <param name="expected">The measure the operation works in: the left operand's, or the rule's.</param>
    /// <param name="actual">The measure that was given.</param>
    /// <param name="parameterName">The parameter that carried <paramref name="actual"/>.</param>
    public MeasureMismatchException(Measure expected, Measure actual, string? parameterName)
        : this(expected, actual, of: null, parameterName)
    {
    }

    /// <summary>The same, naming what has it: a line, or a component.</summary>
    internal MeasureMismatchException(Measure expected, Measure actual, string? of, string? parameterName)
        : base((of is null ? "" : of + ": ") + Describe(expected, actual), parameterName)
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The measure the operation works in.</summary>
    public Measure Expected { get; }

    /// <summary>The measure that was given.</summary>
    public Measure Actual { get; }

    private static string Describe(Measure expected, Measure actual) =>
        "'" + Guard.Against.Null(actual) + "' does not go together with '" + Guard.Against.Null(expected) + "'.";
}
