using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// When a commission is looked at by a person before it is paid (意外大单): an attainment, a single deal or a commission that nobody
/// planned for, because the quota was wrong or the sale not the payee's work.
/// </summary>
/// <remarks>
/// It flags, and changes nothing: what is earned stays earned until the person who decides says otherwise, by a figure that a factor of the
/// plan goes by, a quota that is corrected, or a cap that was agreed before. Above means above: the limit itself is not flagged. Immutable.
/// Equality is by limits.
/// </remarks>
public sealed class WindfallReview : IEquatable<WindfallReview>
{
    private WindfallReview(Percentage? attainment, Percentage? dealOfQuota, Percentage? commissionOfTarget)
    {
        Attainment = attainment;
        DealOfQuota = dealOfQuota;
        CommissionOfTarget = commissionOfTarget;
    }

    /// <summary>Flags nothing.</summary>
    public static WindfallReview None { get; } = new(attainment: null, dealOfQuota: null, commissionOfTarget: null);

    /// <summary>The attainment above which a component is flagged, or null.</summary>
    public Percentage? Attainment { get; }

    /// <summary>The share of the quota above which a single deal is flagged, or null.</summary>
    public Percentage? DealOfQuota { get; }

    /// <summary>The multiple of the target incentive above which what a component has earned is flagged, or null.</summary>
    public Percentage? CommissionOfTarget { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WindfallReview? left, WindfallReview? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WindfallReview? left, WindfallReview? right) => !(left == right);

    /// <summary>The rule that flags an attainment.</summary>
    /// <param name="attainment">The limit, above zero: 200 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attainment"/> is not above zero.</exception>
    public WindfallReview WithAttainment(Percentage attainment) =>
        new(Positive(attainment, nameof(attainment)), DealOfQuota, CommissionOfTarget);

    /// <summary>The rule that flags a single deal.</summary>
    /// <param name="dealOfQuota">The limit as a share of the quota, above zero: 50 %.</param>
    /// <returns>The changed copy. Deals are told apart where the component is paid by them, or credits were kept.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dealOfQuota"/> is not above zero.</exception>
    public WindfallReview WithDealOfQuota(Percentage dealOfQuota) =>
        new(Attainment, Positive(dealOfQuota, nameof(dealOfQuota)), CommissionOfTarget);

    /// <summary>The rule that flags a commission.</summary>
    /// <param name="commissionOfTarget">The limit as a multiple of the target incentive, above zero: 300 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="commissionOfTarget"/> is not above zero.</exception>
    public WindfallReview WithCommissionOfTarget(Percentage commissionOfTarget) =>
        new(Attainment, DealOfQuota, Positive(commissionOfTarget, nameof(commissionOfTarget)));

    /// <summary>What a person should look at.</summary>
    /// <param name="result">What a payee has earned.</param>
    /// <returns>
    /// A reason for each, with the component: <c>windfall.attainment</c> with level, quota and limit; <c>windfall.deal</c> with deal,
    /// amount, quota and limit; <c>windfall.commission</c> with earned, target and limit. Where there is no quota above zero, or no target,
    /// there is nothing to compare with, and no flag.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public IReadOnlyList<Reason> Review(CommissionResult result) =>
        Guard.Against.Null(result).Components.SelectMany(component => Review(result, component)).ToList().AsReadOnly();

    /// <summary>Whether the other has the same limits.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WindfallReview? other) =>
        other is not null && Attainment == other.Attainment && DealOfQuota == other.DealOfQuota
        && CommissionOfTarget == other.CommissionOfTarget;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WindfallReview);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Attainment.GetHashCode(), DealOfQuota.GetHashCode(), CommissionOfTarget.GetHashCode());

    /// <summary>The limits: <c>attainment above 200%, a deal above 50% of quota</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Attainment is null && DealOfQuota is null && CommissionOfTarget is null ? "nothing"
            : InvariantText.Listed(
                Attainment is { } attainment ? "attainment above " + attainment : "",
                DealOfQuota is { } deal ? "a deal above " + deal + " of quota" : "",
                CommissionOfTarget is { } commission ? "a commission above " + commission + " of target" : "");

    private static Percentage Positive(Percentage limit, string parameterName) =>
        limit > Percentage.Zero ? limit : throw Guards.OutOfRange(parameterName, limit.ToString(), "must be above 0%");

    // Multiplied and not divided, so that a limit that is met exactly is not missed by a last digit.
    private IEnumerable<Reason> Review(CommissionResult result, ComponentResult component)
    {
        var name = ("component", (Figure)component.Component.Name);
        if (component.Quota is { Amount: > 0m } quota)
        {
            if (Attainment is { } most && component.Level is { } achieved && achieved.Amount > most.Fraction * quota.Amount)
            {
                yield return new Reason(
                    "windfall.attainment", name, ("level", achieved.Value), ("quota", quota.Value), ("limit", most));
            }

            foreach (var (deal, level) in DealOfQuota is null ? [] : component.LevelsByDeal())
            {
                if (level.Amount > DealOfQuota!.Value.Fraction * quota.Amount)
                {
                    yield return new Reason(
                        "windfall.deal", name, ("deal", deal.ToString()), ("amount", level.Value), ("quota", quota.Value),
                        ("limit", DealOfQuota.Value));
                }
            }
        }

        if (CommissionOfTarget is { } multiple && component.Earned is { } earned
            && result.Terms.TargetOf(component.Component.Name) is { IsPositive: true } target
            && earned.Amount > multiple.Fraction * target.Amount)
        {
            yield return new Reason("windfall.commission", name, ("earned", earned), ("target", target), ("limit", multiple));
        }
    }
}
