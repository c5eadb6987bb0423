using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>A claim of promotion money as it was judged.</summary>
/// <remarks>Equality is by reference. Made by <see cref="PromotionAllowance.Judge"/>.</remarks>
public sealed class PromotionClaimResult
{
    private readonly PromotionSteps _steps;

    internal PromotionClaimResult(
        PromotionAllowance allowance, PromotionClaim claim, ClaimState state, LocalDate? completeOn, PromotionSteps steps,
        List<Reason> reasons)
    {
        Allowance = allowance;
        Claim = claim;
        State = state;
        CompleteOn = completeOn;
        _steps = steps;
        Reasons = reasons.AsReadOnly();
    }

    /// <summary>The allowance.</summary>
    public PromotionAllowance Allowance { get; }

    /// <summary>The claim.</summary>
    public PromotionClaim Claim { get; }

    /// <summary>What became of it.</summary>
    public ClaimState State { get; }

    /// <summary>The day on which claim and evidence were all there; null while something is missing, or it was not looked at.</summary>
    public LocalDate? CompleteOn { get; }

    /// <summary>What is granted; null where it is not proven, since nothing is decided then.</summary>
    public Money? Granted => State == ClaimState.NotProven ? null : _steps.Granted;

    /// <summary>
    /// Why it is refused: <c>claim.other-allowance</c> (claimed, allowance), <c>claim.not-the-customer</c> (customer),
    /// <c>claim.too-late</c> (claimed, until), <c>claim.used-up</c> (cap); why less is granted: <c>claim.too-late</c> with a share for
    /// late ones, <c>claim.over-most</c> (claimed, left); why it is not proven: <c>claim.evidence-missing</c> (evidence) of each kind,
    /// <c>claim.evidence-used-before</c> (document, claim), and <c>claim.deadline-passed</c> (until).
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How what is granted follows from what was spent.</summary>
    /// <returns>The explanation, whose figure is <see cref="Granted"/>, absent where it is not proven.</returns>
    public Explanation Explain()
    {
        if (State == ClaimState.Refused || State == ClaimState.NotProven)
            return Conditions.Fix("granted", Figure.OrAbsent(Granted), Fact(Reasons[0].Code, true));

        var asked = Node("share of spent", _steps.Asked, Operation.Product, Fact("spent", Claim.Spent), Constant("share", Allowance.Share));
        var exact = !_steps.IsLate ? asked
            : Node("late", _steps.Exact, Operation.Product, asked, Constant("share of late ones", Allowance.LateShare));
        return Node(
            "granted", _steps.Granted, Operation.Min, Node("rounded", _steps.Rounded, Operation.Round(Allowance.Rounding), exact),
            Fact("left of the allowance", _steps.Left));
    }

    /// <summary>What comes back from a customer who leaves before what it was paid is earned: granted × months left ÷ months.</summary>
    /// <param name="months">The whole months it stayed, from 0.</param>
    /// <returns>What is taken back; zero where all is earned, or nothing was granted.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is negative.</exception>
    public PromotionClawBack ClawBackAfter(int months) =>
        new(this, Guard.Against.OutsideRange(0, int.MaxValue, months), _steps.Granted);

    /// <summary>Number, state and amount: <c>PC-1: Granted, CNY 5880.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Claim.Id + ": " + State.ToString() + (Granted is { } granted ? ", " + granted : "");
}
