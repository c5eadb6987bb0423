using System;
using SalesDomain.Internal;
using Ardalis.GuardClauses;

namespace SalesDomain;

/// <summary>One line of one document.</summary>
/// <remarks>
/// Equality is by document and line. The default value names no document: its <see cref="Document"/> is the default identifier.
/// </remarks>
public readonly record struct LineId : IComparable<LineId>, IComparable
{
    /// <summary>Creates the reference.</summary>
    /// <param name="document">The document.</param>
    /// <param name="line">The line's number, zero or more.</param>
    /// <exception cref="ArgumentException"><paramref name="document"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="line"/> is negative.</exception>
    public LineId(DocumentId document, int line)
    {
        Document = Identifier.Given(document);
        Line = Guard.Against.OutsideRange(0, int.MaxValue, line);
    }

    /// <summary>The document.</summary>
    public DocumentId Document { get; }

    /// <summary>The line's number.</summary>
    public int Line { get; }

    /// <summary>Compares by document, then by line.</summary>
    /// <param name="other">The reference to compare with.</param>
    /// <returns>Negative, zero or positive as this comes before, at or after the other.</returns>
    public int CompareTo(LineId other) =>
        Document.CompareTo(other.Document) is var order && order != 0 ? order : Line.CompareTo(other.Line);

    int IComparable.CompareTo(object? obj) => ObjectComparison.With(this, obj);

    /// <summary>Document and line: <c>10248/1</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Document + "/" + InvariantText.Number(Line);
}
