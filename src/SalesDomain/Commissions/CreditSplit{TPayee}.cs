using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Who shares a sale, and how: a deal team, the owner of an account and a partner.</summary>
/// <typeparam name="TPayee">The type of those who are credited.</typeparam>
/// <remarks>
/// The shares total exactly 100 %, as decimals: 72.68 %, 10.93 %, 2.73 % and 13.66 % do, which binary fractions deny. Nobody is in it
/// twice. Immutable; equality is by the parts in their order.
/// </remarks>
public sealed class CreditSplit<TPayee> : IEquatable<CreditSplit<TPayee>>
    where TPayee : notnull
{
    private readonly (TPayee Payee, Percentage Share, string? Role)[] _parts;

    private CreditSplit((TPayee Payee, Percentage Share, string? Role)[] parts) => _parts = parts;

    /// <summary>The parts, in the order given: who, which share, and in which role (closer, account manager), for people to read.</summary>
    public IReadOnlyList<(TPayee Payee, Percentage Share, string? Role)> Parts => Array.AsReadOnly(_parts);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A split.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CreditSplit<TPayee>? left, CreditSplit<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A split.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CreditSplit<TPayee>? left, CreditSplit<TPayee>? right) => !(left == right);

    /// <summary>Whether the other has the same parts in the same order.</summary>
    /// <param name="other">The split to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CreditSplit<TPayee>? other) =>
        ReferenceEquals(this, other) || (other is not null && _parts.SequenceEqual(other._parts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditSplit<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => _parts.Aggregate(_parts.Length, (hash, part) => Hash.Combine(hash, part.GetHashCode()));

    /// <summary>The parts: <c>Lin 60% (closer), Wu 40%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(", ", _parts.Select(Text));

    internal static CreditSplit<TPayee> Create(IEnumerable<(TPayee Payee, Percentage Share, string? Role)> parts, string parameterName)
    {
        var all = Guard.Against.Nothing(parts, "a split has at least one part", parameterName);
        var seen = new HashSet<TPayee>();
        foreach (var (payee, share, _) in all)
        {
            if (payee is null)
                throw new ArgumentNullException(parameterName);
            if (!seen.Add(payee))
                throw Guards.Invalid(parameterName, InvariantText.Any(payee), "must name each payee once");
            if (share <= Percentage.Zero)
            {
                throw Guards.OutOfRange(
                    parameterName, share.ToString(), "must be above 0% and is not for " + InvariantText.Any(payee));
            }
        }

        var split = new CreditSplit<TPayee>(all);
        var total = all.Aggregate(Percentage.Zero, (sum, part) => sum + part.Share);
        return total == Percentage.OneHundred ? split
            : throw Guards.Invalid(parameterName, total + " in '" + split + "'", "must total exactly 100%");
    }

    private static string Text((TPayee Payee, Percentage Share, string? Role) part) =>
        InvariantText.Any(part.Payee) + " " + part.Share + (part.Role is null ? "" : " (" + part.Role + ")");
}
