using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Quotas;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>
/// What a job pays where every target is met exactly (on-target earnings, OTE): base pay and target incentive (目标奖金), and the target
/// incentive by component of the plan.
/// </summary>
/// <remarks>
/// The pay mix, 60/40 for example, names the base pay first. Nothing is rounded twice or lost: base pay and target incentive sum to the
/// on-target earnings, the targets of the components to the target incentive, and prorated parts that make up a period to the whole.
/// Immutable. Equality is by mix, components, weights and amounts.
/// </remarks>
public sealed class TargetPay : IEquatable<TargetPay>
{
    private static readonly Measure s_pay = Measure.OfMoney("pay", TaxBasis.WithoutTax);

    private readonly (string Component, Percentage Weight)[] _weights;
    private readonly Money[] _targets;
    private readonly ProratedPart[][] _parts;

    private TargetPay(
        Percentage baseShare, (string Component, Percentage Weight)[] weights, Money basePay, Money[] targets, ProratedPart[][] parts)
    {
        BaseShare = baseShare;
        _weights = weights;
        BasePay = basePay;
        _targets = targets;
        _parts = parts;
        TargetIncentive = Money.Sum(basePay.Currency, targets);
        OnTargetEarnings = basePay + TargetIncentive;
        IncentiveShare = Percentage.OneHundred - baseShare;
    }

    /// <summary>The declared share of the base pay: 60 % of a mix of 60/40.</summary>
    public Percentage BaseShare { get; }

    /// <summary>The declared share of the target incentive: 40 % of a mix of 60/40.</summary>
    public Percentage IncentiveShare { get; }

    /// <summary>What is paid whatever is sold.</summary>
    public Money BasePay { get; }

    /// <summary>What all components pay together at a payout of 100 %.</summary>
    public Money TargetIncentive { get; }

    /// <summary>Base pay and target incentive.</summary>
    public Money OnTargetEarnings { get; }

    /// <summary>The components, in the order given.</summary>
    public IReadOnlyList<string> Components => [.. _weights.Select(each => each.Component)];

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Target pay.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(TargetPay? left, TargetPay? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Target pay.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(TargetPay? left, TargetPay? right) => !(left == right);

    /// <summary>Target pay of a period, by its pay mix and the weights of the components.</summary>
    /// <param name="onTargetEarnings">Base pay and target incentive of the period together, above zero, in whole minor units.</param>
    /// <param name="baseShare">The share of the base pay, from 0 % to below 100 %.</param>
    /// <param name="weights">Each component once with its weight of zero or more, exactly 100 % together.</param>
    /// <returns>The target pay; what a share leaves over goes to the largest remainder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> or a component is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="onTargetEarnings"/> is finer than its currency pays, or the currency has no minor unit; there is no weight, a name
    /// is blank, has outer white space or comes twice, or the weights do not total 100 %.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="onTargetEarnings"/> is not above zero, <paramref name="baseShare"/> out of range, or a weight negative.
    /// </exception>
    public static TargetPay Of(Money onTargetEarnings, Percentage baseShare, params (string Component, Percentage Weight)[] weights)
    {
        var copy = Guard.Against.Nothing(weights, "a target incentive is of at least one component");
        foreach (var (component, weight) in copy)
        {
            Identifier.Checked(component, nameof(weights));
            if (weight < Percentage.Zero)
                throw Guards.OutOfRange(nameof(weights), component + " " + weight, "must not be negative");
            if (Array.FindAll(copy, each => string.Equals(each.Component, component, StringComparison.Ordinal)).Length > 1)
                throw Guards.Invalid(nameof(weights), "'" + component + "'", "must have each component once");
        }

        Guard.Against.NotWhole(copy.Select(each => each.Weight), nameof(weights));
        Guard.Against.NotPositive(onTargetEarnings);
        Guard.Against.NoMinorUnit(onTargetEarnings.Currency, nameof(onTargetEarnings));
        if (!onTargetEarnings.IsInMinorUnits)
            throw Guards.Invalid(nameof(onTargetEarnings), onTargetEarnings.ToString(), "must be in whole minor units");
        if (baseShare < Percentage.Zero || baseShare >= Percentage.OneHundred)
            throw Guards.OutOfRange(nameof(baseShare), baseShare.ToString(), "must be from 0% to below 100%");

        var mix = Apportionment.ToMinorUnit.Split(onTargetEarnings, [baseShare.Fraction, 1m - baseShare.Fraction]);
        var targets = Apportionment.ToMinorUnit.Split(mix[1], copy.Select(each => each.Weight.Fraction));
        return new TargetPay(baseShare, copy, mix[0], targets, parts: []);
    }

    /// <summary>The target incentive of a component.</summary>
    /// <param name="component">The component.</param>
    /// <returns>What it pays at a payout of 100 %.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such component.</exception>
    public Money TargetOf(string component)
    {
        Guard.Against.Null(component);
        var place = Array.FindIndex(_weights, each => string.Equals(each.Component, component, StringComparison.Ordinal));
        return place >= 0 ? _targets[place]
            : throw Guards.Invalid(nameof(component), "'" + component + "'", "must be a component of " + this);
    }

    /// <summary>What of it falls to a part of its period: a quarter of the year, or the days from a start on.</summary>
    /// <param name="proration">What counts: days, working days, months.</param>
    /// <param name="period">The period that this is the target pay of, with both ends.</param>
    /// <param name="held">The days held; those outside the period do not count. An open end is that of the period.</param>
    /// <param name="rounding">How a running total is rounded, to the minor unit or coarser.</param>
    /// <returns>The part. Parts that make up the period sum to the whole, amount by amount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="proration"/> or <paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="period"/> has an open end, or nothing in it counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not within the validity of the work calendar.</exception>
    public TargetPay Prorated(Proration proration, DateSpan period, DateSpan held, Rounding rounding) =>
        Prorated(proration, period, [held], rounding);

    /// <summary>What of it falls to several spans of its period: before a leave and after it.</summary>
    /// <param name="proration">What counts: days, working days, months.</param>
    /// <param name="period">The period that this is the target pay of, with both ends.</param>
    /// <param name="held">The spans held, in any order, at least one and without a common day.</param>
    /// <param name="rounding">How a running total is rounded, to the minor unit or coarser.</param>
    /// <returns>The part. Parts that make up the period sum to the whole, amount by amount.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end, or nothing in it counts; there is no span, or two overlap.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not within the validity of the work calendar.</exception>
    public TargetPay Prorated(Proration proration, DateSpan period, IEnumerable<DateSpan> held, Rounding rounding)
    {
        Guard.Against.Null(proration);
        var spans = Proration.InOrder(Guard.Against.Nothing(held, "it was held in at least one span"), nameof(held));
        Guard.Against.Null(rounding);
        var parts = Array.ConvertAll(
            [BasePay, .. _targets], amount => Array.ConvertAll(spans, span => proration.Of(s_pay.Of(amount), period, span, rounding)));
        return new TargetPay(
            BaseShare, _weights, SumOf(parts[0]), [.. parts.Skip(1).Select(SumOf)], parts);
    }

    /// <summary>How on-target earnings are made up.</summary>
    /// <returns>Base pay and the target incentive of each component, each with how it came about.</returns>
    public Explanation Explain() =>
        Node(
            "on-target earnings", OnTargetEarnings, Operation.Sum,
            [.. new[] { ExplainBase() }.Concat(_weights.Select((each, i) => ExplainTarget(each.Component, i)))]);

    /// <summary>Whether the other pays the same for the same components.</summary>
    /// <param name="other">The target pay to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TargetPay? other) =>
        ReferenceEquals(this, other)
        || (other is not null && BaseShare == other.BaseShare && BasePay == other.BasePay && _weights.SequenceEqual(other._weights)
            && _targets.SequenceEqual(other._targets));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TargetPay);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(BasePay.GetHashCode(), TargetIncentive.GetHashCode(), _weights.Length);

    /// <summary>The amounts: <c>CNY 200000.00: base pay CNY 120000.00, target incentive CNY 80000.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => OnTargetEarnings + ": base pay " + BasePay + ", target incentive " + TargetIncentive;

    private static Money SumOf(ProratedPart[] parts) =>
        Money.Sum(parts[0].Amount.Money.Currency, parts.Select(part => part.Amount.Money));

    private Explanation ExplainBase() =>
        _parts.Length > 0 ? ExplainParts("base pay", BasePay, _parts[0]) : ExplainMix("base pay", BasePay, 0);

    private Explanation ExplainTarget(string component, int place)
    {
        var name = "target incentive of " + component;
        return _parts.Length > 0 ? ExplainParts(name, _targets[place], _parts.Skip(1).ElementAt(place))
            : Node(
                name, _targets[place], Operation.Share(Apportionment.ToMinorUnit, place),
                [
                    ExplainMix("target incentive", TargetIncentive, 1),
                    .. _weights.Select(each => Constant("weight of " + each.Component, each.Weight.Fraction)),
                ]);
    }

    private Explanation ExplainMix(string name, Money amount, int place) =>
        Node(
            name, amount, Operation.Share(Apportionment.ToMinorUnit, place), Fact("on-target earnings", OnTargetEarnings),
            Constant("share of base pay", BaseShare.Fraction), Constant("share of target incentive", IncentiveShare.Fraction));

    private static Explanation ExplainParts(string name, Money amount, ProratedPart[] parts) =>
        Node(name, amount, Operation.Sum, Array.ConvertAll(parts, part => part.Explain()));
}
