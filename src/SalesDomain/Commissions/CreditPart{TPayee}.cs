using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What one of those who share a sale has of it.</summary>
/// <typeparam name="TPayee">The type of those who are credited.</typeparam>
/// <remarks>A part of a <see cref="CreditSplit{TPayee}"/>. Immutable; equality is by payee, share and role.</remarks>
public sealed class CreditPart<TPayee> : IEquatable<CreditPart<TPayee>>
    where TPayee : notnull
{
    internal CreditPart(TPayee payee, Percentage share, string? role)
    {
        Payee = payee;
        Share = share;
        Role = role;
    }

    /// <summary>Who is credited.</summary>
    public TPayee Payee { get; }

    /// <summary>With which share, above zero.</summary>
    public Percentage Share { get; }

    /// <summary>In which role, for people to read: closer, account manager; null where none was given.</summary>
    public string? Role { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CreditPart<TPayee>? left, CreditPart<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A part.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CreditPart<TPayee>? left, CreditPart<TPayee>? right) => !(left == right);

    /// <summary>Whether the other has the same payee, share and role.</summary>
    /// <param name="other">The part to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CreditPart<TPayee>? other) =>
        other is not null && EqualityComparer<TPayee>.Default.Equals(Payee, other.Payee) && Share == other.Share
        && string.Equals(Role, other.Role, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditPart<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Payee.GetHashCode(), Share.GetHashCode());

    /// <summary>Payee, share and role: <c>Lin 60% (closer)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Any(Payee) + " " + Share + (Role is null ? "" : " (" + Role + ")");
}
