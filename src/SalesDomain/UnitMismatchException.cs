using System;
using Ardalis.GuardClauses;

namespace SalesDomain;

/// <summary>
/// Two quantities of different units met in an operation that needs one. Convert first, by <see cref="UnitConversions"/>.
/// </summary>
public sealed class UnitMismatchException : ArgumentException
{
    /// <summary>Creates the exception with a message that names both units.</summary>
    /// <param name="expected">The unit the operation works in: the left operand's, or the rule's.</param>
    /// <param name="actual">The unit that was given.</param>
    /// <param name="parameterName">The parameter that carried <paramref name="actual"/>.</param>
    public UnitMismatchException(UnitOfMeasure expected, UnitOfMeasure actual, string? parameterName)
        : this(expected, actual, of: null, parameterName)
    {
    }

    /// <summary>The same, naming what has it: a line, or a component.</summary>
    internal UnitMismatchException(UnitOfMeasure expected, UnitOfMeasure actual, string? of, string? parameterName)
        : base((of is null ? "" : of + ": ") + Describe(expected, actual), parameterName)
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The unit the operation works in.</summary>
    public UnitOfMeasure Expected { get; }

    /// <summary>The unit that was given.</summary>
    public UnitOfMeasure Actual { get; }

    private static string Describe(UnitOfMeasure expected, UnitOfMeasure actual) =>
        "The quantity must be in " + Guard.Against.Null(expected) + " and is in " + Guard.Against.Null(actual) + ".";
}
