using System;
using Ardalis.GuardClauses;

namespace SalesDomain;

/// <summary>
/// Two amounts of different currencies met in an operation that needs one: an addition, a comparison, a ratio. Zero is no exception.
/// </summary>
public sealed class CurrencyMismatchException : ArgumentException
{
    /// <summary>Creates the exception with a message that names both currencies.</summary>
    /// <param name="expected">The currency the operation works in: the left operand's, or the rule's.</param>
    /// <param name="actual">The currency that was given.</param>
    /// <param name="parameterName">The parameter that carried <paramref name="actual"/>.</param>
    public CurrencyMismatchException(Currency expected, Currency actual, string? parameterName)
        : this(expected, actual, of: null, parameterName)
    {
    }

    /// <summary>The same, naming what has it: a line, or a component.</summary>
    internal CurrencyMismatchException(Currency expected, Currency actual, string? of, string? parameterName)
        : base((of is null ? "" : of + ": ") + Describe(expected, actual), parameterName)
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The currency the operation works in.</summary>
    public Currency Expected { get; }

    /// <summary>The currency that was given.</summary>
    public Currency Actual { get; }

    private static string Describe(Currency expected, Currency actual)
    {
        Guard.Against.Null(expected);
        Guard.Against.Null(actual);

        // Two custom units may share a code and differ in their minor digits; the code alone would read "POINT is not POINT".
        return expected.Code == actual.Code
            ? "The two units named " + expected + " differ in their minor digits."
            : "The amount must be in " + expected + " and is in " + actual + ".";
    }
}
