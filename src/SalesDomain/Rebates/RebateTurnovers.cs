using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What lines come to for all agreements of a book.</summary>
/// <remarks>
/// Lines that were summed apart, by customer or by file or in any other way, merge to the same as all of them at once. Immutable. Equality
/// is by all turnovers, in the order of the book.
/// </remarks>
public sealed class RebateTurnovers : IEquatable<RebateTurnovers>
{
    private readonly AgreementTurnover[] _all;

    internal RebateTurnovers(AgreementTurnover[] all, int lines, int linesOfNone)
    {
        _all = all;
        Lines = lines;
        LinesOfNone = linesOfNone;
    }

    /// <summary>The turnovers, in the order of the agreements in the book.</summary>
    public IReadOnlyList<AgreementTurnover> All => Array.AsReadOnly(_all);

    /// <summary>How many lines were read.</summary>
    public int Lines { get; }

    /// <summary>How many of them count for no agreement.</summary>
    public int LinesOfNone { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Turnovers.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RebateTurnovers? left, RebateTurnovers? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Turnovers.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RebateTurnovers? left, RebateTurnovers? right) => !(left == right);

    /// <summary>The turnover of one agreement.</summary>
    /// <param name="agreement">Its number.</param>
    /// <returns>The turnover.</returns>
    /// <exception cref="ArgumentException">The book has no agreement of that number.</exception>
    public AgreementTurnover Of(RebateAgreementId agreement)
    {
        Identifier.Given(agreement);
        return Array.Find(_all, turnover => turnover.Agreement.Id == agreement)
            ?? throw Guards.Invalid(nameof(agreement), agreement.ToString(), "must be an agreement of the book");
    }

    /// <summary>The turnovers of other lines of the same agreements added.</summary>
    /// <param name="other">The turnovers of the other lines.</param>
    /// <returns>Those of all lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The others are of other agreements, or of the same in another order.</exception>
    public RebateTurnovers Merge(RebateTurnovers other)
    {
        Guard.Against.Null(other);
        return other._all.Length == _all.Length
            ? new RebateTurnovers(
                [.. _all.Select((turnover, i) => turnover.Merge(other._all[i]))], Lines + other.Lines, LinesOfNone + other.LinesOfNone)
            : throw Guards.Invalid(nameof(other), InvariantText.Number(other._all.Length) + " agreements", "must be of the same book");
    }

    /// <summary>Whether the other has the same turnovers.</summary>
    /// <param name="other">The turnovers to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RebateTurnovers? other) =>
        other is not null && Lines == other.Lines && LinesOfNone == other.LinesOfNone && _all.SequenceEqual(other._all);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RebateTurnovers);

    /// <inheritdoc/>
    public override int GetHashCode() => _all.Aggregate(Lines, (hash, turnover) => Hash.Combine(hash, turnover.GetHashCode()));

    /// <summary>How many agreements and lines.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(_all.Length) + " agreements, " + InvariantText.Number(Lines) + " lines, "
        + InvariantText.Number(LinesOfNone) + " of none";
}
