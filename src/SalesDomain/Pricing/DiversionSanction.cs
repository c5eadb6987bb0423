using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// What follows from one rung of the ladder: an amount a unit, a share of the rebate, a share of the deposit, an amount, a termination
/// proposed, or several of these.
/// </summary>
/// <remarks>A termination is only proposed; whether there is one, a person decides. Immutable. Equality is by all settings.</remarks>
public sealed class DiversionSanction : IEquatable<DiversionSanction>
{
    private DiversionSanction()
    {
    }

    private DiversionSanction(DiversionSanction other)
    {
        PerUnit = other.PerUnit;
        Unit = other.Unit;
        RebateShare = other.RebateShare;
        DepositShare = other.DepositShare;
        IsOfBalance = other.IsOfBalance;
        Amount = other.Amount;
        ProposesTermination = other.ProposesTermination;
    }

    /// <summary>Nothing but the warning itself.</summary>
    public static DiversionSanction Warning { get; } = new();

    /// <summary>The amount for each unit that was found; null where there is none.</summary>
    public Money? PerUnit { get; private init; }

    /// <summary>The unit of <see cref="PerUnit"/>; null where there is none.</summary>
    public UnitOfMeasure? Unit { get; private init; }

    /// <summary>The share of the rebate of the period.</summary>
    public Percentage RebateShare { get; private init; }

    /// <summary>The share of the deposit that is agreed, or, where it is so declared, of its balance.</summary>
    public Percentage DepositShare { get; private init; }

    /// <summary>Whether the share of the deposit is of its balance, and not of what is agreed.</summary>
    public bool IsOfBalance { get; private init; }

    /// <summary>An amount for the occurrence; null where there is none.</summary>
    public Money? Amount { get; private init; }

    /// <summary>Whether it is proposed to end the contract.</summary>
    public bool ProposesTermination { get; private init; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A sanction.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DiversionSanction? left, DiversionSanction? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A sanction.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DiversionSanction? left, DiversionSanction? right) => !(left == right);

    /// <summary>The sanction with an amount for each unit that was found.</summary>
    /// <param name="amount">The amount, above zero.</param>
    /// <param name="unit">For one of which unit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    public DiversionSanction WithPerUnit(Money amount, UnitOfMeasure unit) =>
        new(this) { PerUnit = Guard.Against.NotPositive(amount), Unit = Guard.Against.Null(unit) };

    /// <summary>The sanction with a share of the rebate of the period, which is a fact of the call.</summary>
    /// <param name="share">From 0 % to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    public DiversionSanction WithRebateShare(Percentage share) =>
        new(this) { RebateShare = Guard.Against.NoPart(share) };

    /// <summary>
    /// The sanction with a share of the deposit that is agreed: who has not paid it in, or not topped it up, owes as much as who has.
    /// </summary>
    /// <param name="share">From 0 % to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    public DiversionSanction WithDepositShare(Percentage share) => new(this) { DepositShare = Guard.Against.NoPart(share) };

    /// <summary>The sanction whose share of the deposit is of its balance at the time: of what is there.</summary>
    /// <returns>The changed copy.</returns>
    public DiversionSanction TakingOfBalance() => new(this) { IsOfBalance = true };

    /// <summary>The sanction with an amount for the occurrence, however much was found.</summary>
    /// <param name="amount">The amount, above zero.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    public DiversionSanction WithAmount(Money amount) =>
        new(this) { Amount = Guard.Against.NotPositive(amount) };

    /// <summary>The sanction with a proposal to end the contract.</summary>
    /// <returns>The changed copy.</returns>
    public DiversionSanction ProposingTermination() => new(this) { ProposesTermination = true };

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The sanction to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DiversionSanction? other) =>
        other is not null && PerUnit == other.PerUnit && Unit == other.Unit && RebateShare == other.RebateShare
        && DepositShare == other.DepositShare && IsOfBalance == other.IsOfBalance && Amount == other.Amount
        && ProposesTermination == other.ProposesTermination;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DiversionSanction);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            Hash.Combine(PerUnit.GetHashCode(), Amount.GetHashCode()), RebateShare.GetHashCode(), DepositShare.GetHashCode(),
            ProposesTermination ? 1 : 0);

    /// <summary>What follows: <c>CNY 10.00 a PCE, 20% of the rebate</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var text = InvariantText.Listed(
            PerUnit is { } perUnit ? perUnit + " a " + Unit : "",
            RebateShare > Percentage.Zero ? RebateShare + " of the rebate" : "",
            DepositShare > Percentage.Zero ? DepositShare + (IsOfBalance ? " of the balance of the deposit" : " of the deposit") : "",
            Amount is { } amount ? amount.ToString() : "",
            ProposesTermination ? "termination proposed" : "");
        return text.Length > 0 ? text : "warning";
    }

    /// <summary>The amounts it names.</summary>
    internal IEnumerable<Money> Amounts()
    {
        if (PerUnit is { } perUnit)
            yield return perUnit;
        if (Amount is { } amount)
            yield return amount;
    }
}
