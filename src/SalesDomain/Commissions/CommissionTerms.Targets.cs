using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

public sealed partial class CommissionTerms
{
    private static readonly Measure s_target = Measure.OfMoney("target incentive", TaxBasis.WithoutTax);

    /// <summary>With the target incentives of every component of a target pay.</summary>
    /// <param name="pay">The target pay of the measurement period.</param>
    /// <returns>The changed copy, in place of targets of these components before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pay"/> is null.</exception>
    public CommissionTerms WithTargets(TargetPay pay)
    {
        Guard.Against.Null(pay);
        return pay.Components.Aggregate(this, (terms, component) => terms.WithTarget(component, pay.TargetOf(component)));
    }

    /// <summary>The rate that pays the target incentive of a component at exactly its quota: target ÷ quota.</summary>
    /// <param name="component">The component.</param>
    /// <returns>
    /// The rate, a quotient of 28 digits; null where target or quota is missing, the quota is no money, or not above zero. A plan that
    /// should pay the target to the cent states the share of the target instead: <see cref="CommissionRate.TargetCurve(PayoutCurve)"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="component"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">Target and quota have different currencies.</exception>
    public Percentage? EffectiveRateOf(string component) =>
        Of(Guard.Against.Null(component)) is { Target: { } target, Quota: { Amount: > 0m } quota }
            && quota.Measure.Kind == FigureKind.Money
            ? Percentage.Ratio(target, quota.Money) : null;

    /// <summary>What of quotas and targets falls to a part of the measurement period: to somebody who came or left in it.</summary>
    /// <param name="proration">What counts: days, working days, months.</param>
    /// <param name="period">The measurement period, with both ends.</param>
    /// <param name="held">The days held; those outside the period do not count. An open end is that of the period.</param>
    /// <param name="quotas">How a running total of a quota is rounded; to a step where a quota is a count or a quantity.</param>
    /// <param name="targets">How a running total of a target incentive is rounded.</param>
    /// <returns>The changed copy; own rates stay. Spans that make up the period sum to its quotas and targets.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="proration"/>, <paramref name="quotas"/> or <paramref name="targets"/> is null.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="period"/> has an open end, or nothing in it counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not within the validity of the work calendar.</exception>
    /// <exception cref="InvalidOperationException">A rounding is to a minor unit and what it rounds has none.</exception>
    public CommissionTerms Prorated(Proration proration, DateSpan period, DateSpan held, Rounding quotas, Rounding targets) =>
        Prorated(proration, period, [held], quotas, targets);

    /// <summary>What of quotas and targets falls to several spans of the measurement period: before a leave and after it.</summary>
    /// <param name="proration">What counts: days, working days, months.</param>
    /// <param name="period">The measurement period, with both ends.</param>
    /// <param name="held">The spans held, in any order, at least one and without a common day.</param>
    /// <param name="quotas">How a running total of a quota is rounded; to a step where a quota is a count or a quantity.</param>
    /// <param name="targets">How a running total of a target incentive is rounded.</param>
    /// <returns>The changed copy; own rates stay. Spans that make up the period sum to its quotas and targets.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end, or nothing in it counts; there is no span, or two overlap.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is not within the validity of the work calendar.</exception>
    /// <exception cref="InvalidOperationException">A rounding is to a minor unit and what it rounds has none.</exception>
    public CommissionTerms Prorated(
        Proration proration, DateSpan period, IEnumerable<DateSpan> held, Rounding quotas, Rounding targets)
    {
        Guard.Against.Null(proration);
        var spans = Proration.InOrder(Guard.Against.Nothing(held, "the period was held in at least one span"), nameof(held));
        Guard.Against.Null(quotas);
        Guard.Against.Null(targets);
        if (period.Days is null)
            throw Guards.Invalid(nameof(period), period.ToString(), "must have both ends");

        return new CommissionTerms(_components.ConvertAll(terms => new ComponentTerms(
            terms.Quota is { } quota ? Part(quota, quotas) : null,
            terms.Target is { } target ? Part(s_target.Of(target), targets).Money : null, terms.Rate)));

        Measured Part(Measured whole, Rounding rounding) =>
            spans.Aggregate(whole.With(0m), (sum, span) => sum + proration.Of(whole, period, span, rounding).Amount);
    }
}
