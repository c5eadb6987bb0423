using System;

namespace SalesDomain;

/// <summary>
/// An amount with tax met one without in an operation that needs one basis: receivables over sales, collections over revenue.
/// </summary>
/// <remarks>Bring both to one basis first: read <see cref="Measure.GrossRevenue"/>, or convert by <see cref="Measured.WithTax"/>.</remarks>
public sealed class TaxBasisMismatchException : ArgumentException
{
    /// <summary>Creates the exception with a message that names both bases.</summary>
    /// <param name="expected">The basis the operation works on: the left operand's, or the rule's.</param>
    /// <param name="actual">The basis that was given.</param>
    /// <param name="parameterName">The parameter that carried <paramref name="actual"/>.</param>
    public TaxBasisMismatchException(TaxBasis expected, TaxBasis actual, string? parameterName)
        : this(expected, actual, of: null, parameterName)
    {
    }

    /// <summary>The same, naming what has it: a line, or a component.</summary>
    internal TaxBasisMismatchException(TaxBasis expected, TaxBasis actual, string? of, string? parameterName)
        : base((of is null ? "" : of + ": ") + Describe(expected, actual), parameterName)
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The basis the operation works on.</summary>
    public TaxBasis Expected { get; }

    /// <summary>The basis that was given.</summary>
    public TaxBasis Actual { get; }

    private static string Describe(TaxBasis expected, TaxBasis actual) =>
        "The amount must be " + Measure.Text(expected) + " and is " + Measure.Text(actual) + ".";
}
