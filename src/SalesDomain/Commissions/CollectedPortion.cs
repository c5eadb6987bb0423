using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What one receipt, less what took it back, is of what is collected of a deal.</summary>
internal readonly struct CollectedPortion(LineId receipt, LocalDate paidOn, LocalDate? due, decimal amount, bool isDownPayment)
    : IEquatable<CollectedPortion>
{
    /// <summary>By the day of the receipt, and by its number on the same day.</summary>
    internal static IComparer<CollectedPortion> InOrder { get; } = Comparer<CollectedPortion>.Create((left, right) =>
        left.PaidOn.CompareTo(right.PaidOn) is var order && order != 0 ? order : left.Receipt.CompareTo(right.Receipt));

    internal LineId Receipt { get; } = receipt;

    internal LocalDate PaidOn { get; } = paidOn;

    internal LocalDate? Due { get; } = due;

    internal decimal Amount { get; } = amount;

    /// <summary>Whether it is for the order itself, so that it is in time where it says of no day that it was due.</summary>
    internal bool IsDownPayment { get; } = isDownPayment;

    /// <summary>Whether more goes back than its receipt was, so that nobody knows whose days it has.</summary>
    internal bool IsWithoutOriginal => Amount < 0m;

    /// <summary>Days from the due date to the receipt, negative before it; null without a due date.</summary>
    internal int? DaysLate => Due is { } due ? DayNumber.Of(PaidOn) - DayNumber.Of(due) : null;

    internal CollectedPortion Of(decimal amount) => new(Receipt, PaidOn, Due, amount, IsDownPayment);

    public bool Equals(CollectedPortion other) =>
        Receipt == other.Receipt && PaidOn == other.PaidOn && Due == other.Due && Amount == other.Amount
        && IsDownPayment == other.IsDownPayment;

    public override bool Equals(object? obj) => obj is CollectedPortion other && Equals(other);

    public override int GetHashCode() => Receipt.GetHashCode();
}
