using System;
using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What a payee earns by two plans.</summary>
/// <typeparam name="TPayee">The type of those who are paid.</typeparam>
/// <remarks>
/// Made by <see cref="CommissionCost{TPayee}.ComparedWith"/>; how each amount came about is told by its results. Immutable. Equality is by
/// all values.
/// </remarks>
public sealed class PayeeDifference<TPayee> : IEquatable<PayeeDifference<TPayee>>
    where TPayee : notnull
{
    internal PayeeDifference(TPayee payee, Money before, Money after)
    {
        Payee = payee;
        Before = before;
        After = after;
    }

    /// <summary>The payee.</summary>
    public TPayee Payee { get; }

    /// <summary>What the payee earns by the one.</summary>
    public Money Before { get; }

    /// <summary>What the payee earns by the other.</summary>
    public Money After { get; }

    /// <summary>What that is more, or less where it is negative.</summary>
    public Money Difference => After - Before;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A difference.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PayeeDifference<TPayee>? left, PayeeDifference<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A difference.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PayeeDifference<TPayee>? left, PayeeDifference<TPayee>? right) => !(left == right);

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The difference to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PayeeDifference<TPayee>? other) =>
        other is not null && EqualityComparer<TPayee>.Default.Equals(Payee, other.Payee) && Before == other.Before && After == other.After;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayeeDifference<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Payee.GetHashCode(), Before.GetHashCode(), After.GetHashCode());

    /// <summary>Who and what: <c>Lin: CNY 17115.00 to CNY 19215.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Any(Payee) + ": " + Before + " to " + After;
}
