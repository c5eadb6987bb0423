using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

public sealed partial class FreeGoods
{
    /// <summary>For every full what amount <see cref="Free"/> is given; null where a quantity or steps say it.</summary>
    public Money? PerAmount { get; private init; }

    /// <summary>How many are free from which amount on, or null.</summary>
    public StepSchedule<Money, Quantity>? Steps { get; private init; }

    /// <summary>The portions of which the highest that is reached counts, the smallest first; none where there is only one.</summary>
    public IReadOnlyList<FreeGoods> Tiers => Array.AsReadOnly(_tiers);

    /// <summary>True where what the highest portion leaves over earns nothing by the lower ones.</summary>
    public bool LosesRest { get; private init; }

    /// <summary>True where an amount earns, and no quantity.</summary>
    public bool IsByAmount => PerAmount is not null || Steps is not null;

    /// <summary>Free goods for every full amount (满赠): 1 for every 300; 650 are two.</summary>
    /// <param name="every">For every full what, positive.</param>
    /// <param name="free">What is free each time, positive.</param>
    /// <returns>The offer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="every"/> or <paramref name="free"/> is not positive.
    /// </exception>
    public static FreeGoods ForEvery(Money every, Quantity free)
    {
        Guard.Against.NotPositive(every);
        Guard.Against.NotPositive(free.Amount, nameof(free));
        return new FreeGoods(free.Unit) { PerAmount = every, Free = free };
    }

    /// <summary>Free goods by the step that an amount reaches, once: 1 from 300 on, 3 from 600 on.</summary>
    /// <param name="steps">
    /// How many are free from which amount on: a from-scale above zero without an end; quantities of one unit, positive, and never
    /// fewer for more.
    /// </param>
    /// <returns>The offer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is null.</exception>
    /// <exception cref="ArgumentException">The steps have another form, or give fewer for more.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is not positive, or the first level.</exception>
    /// <exception cref="UnitMismatchException">Two quantities are in different units.</exception>
    public static FreeGoods BySteps(StepSchedule<Money, Quantity> steps)
    {
        Guard.Against.Null(steps);
        if (steps.Side != StepSide.From || steps.IsOpenBelow || !steps.IsOpenAbove)
            throw Guards.Invalid(nameof(steps), steps.ToString(), "must begin at a level each, the last without an end");

        Guard.Against.NotPositive(steps.Bounds[0].Amount, nameof(steps));
        var before = steps.Values[0];
        foreach (var free in steps.Values)
        {
            Guard.Against.NotPositive(free.Amount, nameof(steps));
            if (free.Unit != before.Unit)
                throw new UnitMismatchException(before.Unit, free.Unit, nameof(steps));
            if (free < before)
                throw Guards.Invalid(nameof(steps), steps.ToString(), "must not give fewer for more");

            before = free;
        }

        return new FreeGoods(before.Unit)
        {
            Steps = steps,
            FromNothing = steps.ThenBelow(new Quantity(0m, before.Unit)),
        };
    }

    /// <summary>Free goods by the highest of several portions that is reached: 10 + 1, 50 + 8, 100 + 20; 60 are 8 + 1.</summary>
    /// <param name="tiers">
    /// At least one portion on top of what is ordered, in any order; each size once, and a larger one gives no less for each.
    /// </param>
    /// <returns>
    /// The offer; what a portion leaves over earns by the lower ones, unless <see cref="LosingRest"/> says that it is lost. Of the tiers
    /// that are reached the one to begin with is that which gives most: the highest, but where portions do not divide each other (20 by
    /// 10 + 1 and 15 + 1.5 are 2). So tiers never give less than one of them alone.
    /// </returns>
    /// <remarks>Were a larger portion to give less for each, 50 pieces might earn fewer than 49.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="tiers"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are none, one is no plain portion on top, two are of one size, or a larger one gives less for each.
    /// </exception>
    /// <exception cref="UnitMismatchException">Two have portions in different units, or give in different ones.</exception>
    public static FreeGoods Tiered(params FreeGoods[] tiers)
    {
        var sorted = Guard.Against.Nothing(tiers, "there is at least one tier");
        foreach (var tier in sorted)
        {
            if (Guard.Against.Null(tier, nameof(tiers)) != PlainOf(tier))
                throw Guards.Invalid(nameof(tiers), tier.ToString(), "must be a portion on top of what is ordered, and nothing more");
            if (tier.PortionUnit != sorted[0].PortionUnit)
                throw new UnitMismatchException(sorted[0].PortionUnit!, tier.PortionUnit!, nameof(tiers));
            if (tier.Unit != sorted[0].Unit)
                throw new UnitMismatchException(sorted[0].Unit, tier.Unit, nameof(tiers));
        }

        Array.Sort(sorted, (left, right) => left.PortionAmount.CompareTo(right.PortionAmount));
        for (var i = 1; i < sorted.Length; i++)
        {
            var (one, next) = (sorted[i - 1], sorted[i]);
            if (one.Per == next.Per)
                throw Guards.Invalid(nameof(tiers), next.Per!.Value.ToString(), "must have each portion once");
            if (next.Free!.Value.Amount * one.PortionAmount < one.Free!.Value.Amount * next.PortionAmount)
                throw Guards.Invalid(nameof(tiers), next.ToString(), "must give no less for each than " + one);
        }

        return new FreeGoods(sorted[0].Unit, sorted);
    }

    /// <summary>The tiers of which the highest that is reached counts alone: of 60, 50 earn 8 and 10 earn nothing.</summary>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// A higher tier may then give less than a lower one alone: by 10 + 1 and 100 + 11, 190 are 11, and by 10 + 1 they are 19.
    /// </remarks>
    /// <exception cref="InvalidOperationException">There are no tiers.</exception>
    public FreeGoods LosingRest() =>
        IsTiered ? new FreeGoods(this) { LosesRest = true }
            : throw new InvalidOperationException("'" + this + "' has no tiers.");

    /// <summary>How many are free of an amount bought.</summary>
    /// <param name="bought">The amount; negative for a return.</param>
    /// <returns>⌊bought ÷ every⌋ × free, or what the step gives; zero below the first.</returns>
    /// <exception cref="CurrencyMismatchException"><paramref name="bought"/> has another currency.</exception>
    /// <exception cref="InvalidOperationException">A quantity earns, and no amount.</exception>
    public Quantity FreeOf(Money bought)
    {
        if (!IsByAmount)
            throw new InvalidOperationException("'" + this + "' goes by a quantity and not by an amount.");
        if (bought.Currency != Currency)
            throw new CurrencyMismatchException(Currency!, bought.Currency, nameof(bought));

        var free = StepsOf(bought.Abs().Amount).Free;
        return new Quantity(bought.IsNegative ? -free : free, Unit);
    }

    internal bool IsTiered => _tiers.Length > 0;

    /// <summary>The currency of the amount that earns, or null.</summary>
    internal Currency? Currency => PerAmount?.Currency ?? Steps?.Bounds[0].Currency;

    /// <summary>The steps, with nothing below the first.</summary>
    internal StepSchedule<Money, Quantity>? FromNothing { get; private init; }

    private static FreeGoods? PlainOf(FreeGoods tier) =>
        tier.Per is { } per ? new FreeGoods(tier.Unit) { Per = per, Free = tier.Free } : null;

    private FreeGoodsSteps TierStepsOf(decimal ordered)
    {
        if (LosesRest)
            return HighestOf(ordered);

        // Begun with each tier that is reached; a higher one that is not reached changes nothing.
        var begun = new List<FreeGoodsSteps> { DownFrom(0, ordered) };
        for (var i = 1; i < _tiers.Length && ordered >= _tiers[i].PortionAmount; i++)
            begun.Add(DownFrom(i, ordered));

        var free = 0m;
        foreach (var steps in begun)
            free = Math.Max(free, steps.Free);
        return new FreeGoodsSteps { Ordered = ordered, Free = free, Tiers = begun.ToArray() };
    }

    private FreeGoodsSteps HighestOf(decimal ordered)
    {
        var tiers = new FreeGoodsSteps[_tiers.Length];
        var free = 0m;
        for (var i = tiers.Length - 1; i >= 0; i--)
        {
            tiers[i] = _tiers[i].StepsOf(ordered);
            free = free == 0m ? tiers[i].Free : free;
        }

        return new FreeGoodsSteps { Ordered = ordered, Free = free, Tiers = tiers };
    }

    private FreeGoodsSteps DownFrom(int highest, decimal ordered)
    {
        var tiers = new FreeGoodsSteps[highest + 1];
        var (rest, free) = (ordered, 0m);
        for (var i = highest; i >= 0; i--)
        {
            tiers[i] = _tiers[i].StepsOf(rest);
            (rest, free) = (tiers[i].Rest, free + tiers[i].Free);
        }

        return new FreeGoodsSteps { Ordered = ordered, Free = free, Tiers = tiers };
    }
}
