using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// What somebody is credited with of a sale in a streamed run; one object for all sales that are credited in the same way.
/// </summary>
/// <typeparam name="TPayee">The type of those who are credited.</typeparam>
/// <remarks>Immutable; equality is by all values.</remarks>
public sealed class PayeeShare<TPayee> : IEquatable<PayeeShare<TPayee>>
    where TPayee : notnull
{
    internal PayeeShare(TPayee payee, Percentage share, CreditKind kind, string rule)
    {
        Payee = payee;
        Share = share;
        Kind = kind;
        Rule = rule;
    }

    /// <summary>Who is credited.</summary>
    public TPayee Payee { get; }

    /// <summary>With which share of the sale, above zero.</summary>
    public Percentage Share { get; }

    /// <summary>In which capacity.</summary>
    public CreditKind Kind { get; }

    /// <summary>The name of the rule that gives it.</summary>
    public string Rule { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PayeeShare<TPayee>? left, PayeeShare<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A share.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PayeeShare<TPayee>? left, PayeeShare<TPayee>? right) => !(left == right);

    /// <summary>Whether the other has the same payee, share, capacity and rule.</summary>
    /// <param name="other">The share to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PayeeShare<TPayee>? other) =>
        other is not null && EqualityComparer<TPayee>.Default.Equals(Payee, other.Payee) && Share == other.Share && Kind == other.Kind
        && string.Equals(Rule, other.Rule, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayeeShare<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Payee.GetHashCode(), Share.GetHashCode(), (int)Kind);

    /// <summary>Payee, share, capacity and rule: <c>Lin 60% Direct by deal SO-17</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Any(Payee) + " " + Share + " " + Kind.ToString() + " by " + Rule;
}
