using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The price waterfall of one sold line, or why it has none.</summary>
/// <remarks>Immutable. Equality is by line, waterfall and reasons.</remarks>
public sealed class LineWaterfall : IEquatable<LineWaterfall>
{
    private readonly Reason[] _reasons;

    internal LineWaterfall(LineId line, PriceWaterfall? waterfall, params Reason[] reasons)
    {
        (Line, Waterfall, _reasons) = (line, waterfall, reasons);
    }

    /// <summary>The line.</summary>
    public LineId Line { get; }

    /// <summary>The waterfall; null for a line without a list amount (<c>pricing.no-list-amount</c>), and for one paid out of a rebate
    /// (<c>pricing.rebate-funded</c>), which the deduction of that rebate counts already.</summary>
    public PriceWaterfall? Waterfall { get; }

    /// <summary>
    /// What is missing: the waterfall, a deduction (<c>pricing.other-unit</c>) or the margin (<c>pricing.no-cost</c>,
    /// <c>pricing.cost-in-another-currency</c>); empty where nothing is.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A line.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(LineWaterfall? left, LineWaterfall? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A line.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(LineWaterfall? left, LineWaterfall? right) => !(left == right);

    /// <summary>Whether the other has the same line, waterfall and reasons.</summary>
    /// <param name="other">The line to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(LineWaterfall? other) =>
        other is not null && Line == other.Line && Waterfall == other.Waterfall && _reasons.SequenceEqual(other._reasons);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LineWaterfall);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Line.GetHashCode(), Waterfall?.GetHashCode() ?? 0);

    /// <summary>The line with its waterfall, and the reasons.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Line + ": " + Waterfall + (Waterfall is not null && _reasons.Length > 0 ? "; " : "")
        + string.Join("; ", _reasons.Select(reason => reason.ToString()));
}
