using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>How many are free of a quantity (搭赠): 1 on top of each 10, or 1 among each 10.</summary>
/// <remarks>
/// <para>
/// Exclusive goods come on top of what is ordered: 10 + 1 is 1 ÷ 11 = 9.09 % off. Inclusive goods are among what is ordered: 1 in 10 is
/// 10 % off. A minimum opens the offer; what is ordered then counts from the first piece.
/// </para>
/// <para>
/// The field has three rules. By the unit of reference, the default, each full portion counts: of 3 by the hundred, 280 earn 6. Pro rata,
/// parts of a portion count too: 8. With whole units, 280 earn nothing, since they are no multiple of 100. A pro-rata quantity is rounded
/// by the rounding that is named, since sources differ: 8.4 is 8 where it is rounded down, 25.6 is 26 where it is rounded to the nearest.
/// </para>
/// <para>
/// Tiers are portions of which the highest that is reached counts, and what it leaves over earns by the lower ones: of 10 + 1, 50 + 8,
/// 100 + 20, 60 are 8 + 1. An amount earns too (满赠): one for every full 300, or so many from an amount on. Whole units apart, none ever
/// gives less for more.
/// </para>
/// <para>
/// What comes on top may be in another unit than what earns it (每满 10 箱送 1 个): a cup for every 10 cases, whatever a case holds. What is
/// ordered and what is free are then no one quantity, so that there is no <see cref="DeliveredOf"/> and no
/// <see cref="EffectiveDiscount"/>; a document counts both by its lines.
/// </para>
/// <para>The mirror image of a sale is a return: its sign is turned. Immutable; equality is by all values.</para>
/// </remarks>
public sealed partial class FreeGoods : IEquatable<FreeGoods>
{
    private readonly FreeGoods[] _tiers;

    private FreeGoods(UnitOfMeasure unit, params FreeGoods[] tiers)
    {
        Unit = unit;
        _tiers = tiers;
    }

    private FreeGoods(FreeGoods other)
        : this(other.Unit, other._tiers)
    {
        Per = other.Per;
        PerAmount = other.PerAmount;
        Free = other.Free;
        IsInclusive = other.IsInclusive;
        Minimum = other.Minimum;
        ProRata = other.ProRata;
        IsWholeUnits = other.IsWholeUnits;
        Steps = other.Steps;
        FromNothing = other.FromNothing;
        LosesRest = other.LosesRest;
    }

    /// <summary>The unit of what is free.</summary>
    public UnitOfMeasure Unit { get; }

    /// <summary>The portion that earns free goods; null where an amount earns them, or one of several tiers.</summary>
    public Quantity? Per { get; private init; }

    /// <summary>What is free of each portion; null where steps or tiers say it.</summary>
    public Quantity? Free { get; private init; }

    /// <summary>True when free goods are among what is ordered, false when they come on top.</summary>
    public bool IsInclusive { get; private init; }

    /// <summary>The least quantity ordered, or null.</summary>
    public Quantity? Minimum { get; private init; }

    /// <summary>How a pro-rata quantity is rounded; null where only whole portions count.</summary>
    public Rounding? ProRata { get; private init; }

    /// <summary>True where nothing is free unless the quantity is a whole multiple of the portion (SAP: whole units).</summary>
    public bool IsWholeUnits { get; private init; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An offer.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(FreeGoods? left, FreeGoods? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An offer.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(FreeGoods? left, FreeGoods? right) => !(left == right);

    /// <summary>Free goods on top of what is ordered: 1 for each 10 ordered.</summary>
    /// <param name="per">The portion, positive.</param>
    /// <param name="free">
    /// What is free of it, positive; in the same unit or in another: one piece for every 10 cases. Where the same product is given, its
    /// lines have to convert to both.
    /// </param>
    /// <returns>The offer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is not positive.</exception>
    public static FreeGoods Exclusive(Quantity per, Quantity free)
    {
        Guard.Against.NotPositive(per.Amount, nameof(per));
        Guard.Against.NotPositive(free.Amount, nameof(free));
        return new FreeGoods(free.Unit) { Per = per, Free = free };
    }

    /// <summary>Free goods among what is ordered: 1 of each 10 delivered.</summary>
    /// <param name="per">The portion, positive.</param>
    /// <param name="free">What is free of it, positive, no more than the portion, in the same unit.</param>
    /// <returns>The offer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is not positive, or more is free than the portion.</exception>
    /// <exception cref="UnitMismatchException">The two are in different units.</exception>
    public static FreeGoods Inclusive(Quantity per, Quantity free)
    {
        var onTop = Exclusive(per, free);
        return per.Unit != free.Unit ? throw new UnitMismatchException(per.Unit, free.Unit, nameof(free))
            : free <= per ? new FreeGoods(onTop) { IsInclusive = true }
            : throw Guards.OutOfRange(nameof(free), free.ToString(), "must be no more than the portion " + per);
    }

    /// <summary>The offer from a quantity on.</summary>
    /// <param name="minimum">The least quantity ordered, positive.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="minimum"/> is in another unit than the portion.</exception>
    /// <exception cref="InvalidOperationException">An amount or one of several tiers earns, which begin where they say.</exception>
    public FreeGoods From(Quantity minimum)
    {
        Guard.Against.NotPositive(minimum.Amount, nameof(minimum));
        return new FreeGoods(OfOnePortion()) { Minimum = InUnit(minimum, nameof(minimum)) };
    }

    /// <summary>The offer in which parts of a portion count as well.</summary>
    /// <param name="rounding">How the free quantity is rounded; not to a minor unit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rounding"/> is to a minor unit, which a quantity does not have.</exception>
    /// <exception cref="InvalidOperationException">An amount or one of several tiers earns.</exception>
    public FreeGoods Prorated(Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return rounding.IsToMinorUnit ? throw Guards.Invalid(nameof(rounding), rounding.ToString(), "must be of a plain number")
            : new FreeGoods(OfOnePortion()) { ProRata = rounding, IsWholeUnits = false };
    }

    /// <summary>The offer of which nothing is free unless the quantity is a whole multiple of the portion.</summary>
    /// <returns>The changed copy, no longer pro rata.</returns>
    /// <exception cref="InvalidOperationException">An amount or one of several tiers earns.</exception>
    public FreeGoods WholeUnits() => new(OfOnePortion()) { ProRata = null, IsWholeUnits = true };

    /// <summary>How many are free of a quantity ordered.</summary>
    /// <param name="ordered">What is ordered; negative for a return.</param>
    /// <returns>
    /// ⌊ordered ÷ portion⌋ × free, or pro rata ordered × free ÷ portion, rounded; zero below the minimum. Of tiers the same by the
    /// highest that is reached, and what it leaves over by the lower ones. Inclusive goods are never more than what is ordered.
    /// </returns>
    /// <exception cref="UnitMismatchException"><paramref name="ordered"/> is in another unit than the portion.</exception>
    /// <exception cref="InvalidOperationException">An amount earns, and no quantity.</exception>
    /// <exception cref="OverflowException">The quantity does not fit in a decimal.</exception>
    public Quantity FreeOf(Quantity ordered)
    {
        var free = StepsOf(InUnit(ordered, nameof(ordered)).Abs().Amount).Free;
        return new Quantity(ordered.IsNegative ? -free : free, Unit);
    }

    /// <summary>How many are paid for: what is ordered, less free goods among it.</summary>
    /// <param name="ordered">What is ordered; negative for a return.</param>
    /// <returns>The quantity to charge.</returns>
    /// <exception cref="UnitMismatchException"><paramref name="ordered"/> is in another unit.</exception>
    /// <exception cref="InvalidOperationException">An amount earns, and no quantity.</exception>
    public Quantity ChargedOf(Quantity ordered) => IsInclusive ? ordered - FreeOf(ordered) : InUnit(ordered, nameof(ordered));

    /// <summary>How many are delivered: what is ordered, and free goods on top of it.</summary>
    /// <param name="ordered">What is ordered; negative for a return.</param>
    /// <returns>The quantity to deliver.</returns>
    /// <exception cref="UnitMismatchException"><paramref name="ordered"/> is in another unit, or what is free is.</exception>
    /// <exception cref="InvalidOperationException">An amount earns, and no quantity.</exception>
    public Quantity DeliveredOf(Quantity ordered) => IsInclusive ? InUnit(ordered, nameof(ordered)) : ordered + FreeOf(ordered);

    /// <summary>The discount that free goods amount to: free ÷ delivered; 10 + 1 is 9.09 %.</summary>
    /// <param name="ordered">What is ordered.</param>
    /// <returns>The discount, not rounded, or null where nothing is ordered.</returns>
    /// <exception cref="UnitMismatchException"><paramref name="ordered"/> is in another unit, or what is free is.</exception>
    /// <exception cref="InvalidOperationException">An amount earns, and no quantity.</exception>
    public Percentage? EffectiveDiscount(Quantity ordered) => Percentage.Ratio(FreeOf(ordered), DeliveredOf(ordered));

    /// <summary>Whether the other is the same offer.</summary>
    /// <param name="other">The offer to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(FreeGoods? other) =>
        other is not null && Unit == other.Unit && Per == other.Per && PerAmount == other.PerAmount && Free == other.Free
        && IsInclusive == other.IsInclusive && Minimum == other.Minimum && ProRata == other.ProRata && IsWholeUnits == other.IsWholeUnits
        && LosesRest == other.LosesRest && Steps == other.Steps && _tiers.SequenceEqual(other._tiers);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as FreeGoods);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _tiers.Aggregate(
            Hash.Combine(Hash.Combine(Per.GetHashCode(), Free.GetHashCode(), IsInclusive ? 1 : 0), PerAmount.GetHashCode()),
            (hash, tier) => Hash.Combine(hash, tier.GetHashCode()));

    /// <summary>The offer in words: <c>1 PCE on top of each 10 PCE, from 100 PCE</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Steps is { } steps ? steps.ToString()
        : IsTiered ? string.Join(" or ", _tiers.Select(tier => tier.ToString())) + (LosesRest ? ", the rest lost" : "")
        : InvariantText.Listed(
            Free!.Value + (PerAmount is { } amount ? " for every " + amount
                : (IsInclusive ? " among each " : " on top of each ") + Per!.Value),
            Minimum is { } minimum ? "from " + minimum : "",
            ProRata is { } rounding ? "pro rata " + rounding : IsWholeUnits ? "whole units" : "");

    /// <summary>The unit of what earns; null where an amount does.</summary>
    internal UnitOfMeasure? PortionUnit => Per?.Unit ?? (IsTiered ? _tiers[0].PortionUnit : null);

    /// <summary>How many are free of a quantity, or of an amount, without a sign.</summary>
    internal FreeGoodsSteps StepsOf(decimal ordered)
    {
        if (FromNothing is { } steps)
            return new FreeGoodsSteps { Ordered = ordered, Free = steps.At(new Money(ordered, steps.Bounds[0].Currency)).Amount };
        if (IsTiered)
            return TierStepsOf(ordered);

        var portion = PortionAmount;
        var freeOfOne = Free!.Value.Amount;
        var whole = (ordered - (ordered % portion)) / portion;
        var isMultiple = ordered % portion == 0m;
        var (product, exact, free) = (0m, 0m, whole * freeOfOne);
        var ofUnits = free;
        free = IsWholeUnits && !isMultiple ? 0m : free;
        if (ProRata is { } rounding)
        {
            product = ordered * freeOfOne;
            exact = product / portion;
            free = rounding.Round(exact);
        }

        var within = IsInclusive ? Math.Min(free, ordered) : free;
        var isOpen = Minimum is not { } minimum || ordered >= minimum.Amount;
        return new FreeGoodsSteps
        {
            Ordered = ordered,
            IsOpen = isOpen,
            Portions = ordered / portion,
            Whole = whole,
            IsReached = ordered >= portion,
            InPortions = whole * portion,
            Rest = ordered % portion,
            Product = product,
            Exact = exact,
            IsMultiple = isMultiple,
            OfWhole = ofUnits,
            OfPortions = free,
            Within = within,
            Free = isOpen ? within : 0m,
        };
    }

    // A portion is of a quantity or of an amount, and the two are counted alike.
    private decimal PortionAmount => Per?.Amount ?? PerAmount!.Value.Amount;

    private FreeGoods OfOnePortion() =>
        Per is not null ? this : throw new InvalidOperationException("'" + this + "' is not of one portion of a quantity.");

    private Quantity InUnit(Quantity quantity, string parameterName) =>
        IsByAmount ? throw new InvalidOperationException("'" + this + "' goes by an amount and not by a quantity.")
            : quantity.Unit == PortionUnit ? quantity : throw new UnitMismatchException(PortionUnit!, quantity.Unit, parameterName);
}
