using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

public sealed partial class Discount
{
    /// <summary>The discount in another place.</summary>
    /// <param name="sequence">The number, zero or more; discounts of lines have lower numbers than discounts of the order.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequence"/> is negative.</exception>
    public Discount At(int sequence) => new(_settings with { Sequence = Guard.Against.OutsideRange(0, int.MaxValue, sequence) });

    /// <summary>The discount of another base.</summary>
    /// <param name="basis">Of what the percentage is taken.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> is null.</exception>
    /// <exception cref="InvalidOperationException">This is no percentage, and no amount by steps of amount.</exception>
    public Discount On(DiscountBase basis)
    {
        Guard.Against.Null(basis);
        return Kind is DiscountKind.Percent or DiscountKind.PercentOfOrder || CountsAmounts ? new Discount(_settings with { Base = basis })
            : throw new InvalidOperationException("'" + Name + "' is no percentage and has no base.");
    }

    /// <summary>The discount with another way to count for its steps and its minimum quantity.</summary>
    /// <param name="basis">What is added up.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">
    /// This is a discount of the order, which counts all lines in its scope; a deal of several parts; or it has neither steps nor a minimum
    /// quantity, for which anything could count.
    /// </exception>
    /// <remarks>
    /// A deal is formed of all pieces in its scope. By product or by line, each deal is of one product (同款) or one line; a minimum still
    /// counts over all.
    /// </remarks>
    public Discount Counting(BreakBasis basis)
    {
        Guard.Against.Undefined(basis);
        if (IsOfOrder)
            throw new InvalidOperationException("'" + Name + "' is of the order and counts all lines in its scope together.");
        if (Deal is not null)
        {
            return Deal.Parts.Count == 1 || basis == BreakBasis.MixGroup ? new Discount(_settings with { Counts = basis })
                : throw new InvalidOperationException("'" + Name + "' is a deal of several parts, which are not of one product.");
        }

        return IsCounting ? new Discount(_settings with { Counts = basis, CountedScope = null })
            : throw new InvalidOperationException("'" + Name + "' has neither steps nor a minimum quantity; give it those first.");
    }

    /// <summary>The discount for which other lines count than those that it is for: any 60 teas, 10 % off green tea.</summary>
    /// <param name="scope">Which lines count, all together.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="InvalidOperationException">It has neither steps nor a minimum.</exception>
    /// <remarks>
    /// A minimum amount of a deal leaves out the pieces that it gives, so that a gift does not pay for itself. Lines that are declared here
    /// count as they are, also where the minimum is of the document. A minimum of the document for anything else counts all that is sold.
    /// </remarks>
    public Discount CountingOver(Scope scope)
    {
        Guard.Against.Null(scope);
        return IsCounting || MinimumAmount is not null
            ? new Discount(_settings with { Counts = IsOverLines ? Counts : BreakBasis.MixGroup, CountedScope = scope })
            : throw new InvalidOperationException(
                "'" + Name + "' has "
                + (Deal is null ? "neither steps nor a minimum; give it those first." : "no minimum; give it one first."));
    }

    /// <summary>
    /// The discount with each part of what counts at its own step: from 100 pieces 5 %, from 500 8 % takes nothing off the first 100, 5 %
    /// off the next 400 and 8 % off the rest.
    /// </summary>
    /// <returns>The changed copy. Of what counts together, each line has the part that its base, or its quantity, is of it.</returns>
    /// <remarks>
    /// Off = base × Σ part × rate ÷ what counts, multiplied first and divided once; by the unit quantity × Σ part × amount ÷ what counts.
    /// There is no jump at a bound, so that at one price no quantity costs more than a larger one; where several prices are counted by the
    /// piece, a cheap piece more may raise the rate of the dear ones. Bounds are points on a scale, as in <see cref="TieredPrice"/>. What
    /// lies below the first step, or above a ceiling, has nothing taken off.
    /// </remarks>
    /// <exception cref="InvalidOperationException">
    /// There are no steps of percentages or of amounts by the unit: an amount off the order at once has no parts.
    /// </exception>
    public Discount Graduated() =>
        QuantitySteps is not null || AmountSteps is not null || (Kind == DiscountKind.PerUnit && OffByQuantity is not null)
            ? new Discount(_settings with { IsGraduated = true })
            : throw new InvalidOperationException("'" + Name + "' has no steps of percentages or of amounts by the unit.");

    /// <summary>The steps of a graduated discount with the sums below them; null of any other.</summary>
    internal TierTable? GraduatedTable() =>
        !IsGraduated ? null
            : QuantitySteps is { } byQuantity ? GraduatedLevel.Table(byQuantity, level => level.Amount, rate => rate.Fraction)
            : AmountSteps is { } byAmount ? GraduatedLevel.Table(byAmount, level => level.Amount, rate => rate.Fraction)
            : GraduatedLevel.Table(OffByQuantity!, level => level.Amount, off => off.Amount);

    /// <summary>The discount also for lines of certain price kinds, which it leaves out otherwise.</summary>
    /// <param name="kinds">Special, project or rebate-funded prices; standard and consignment prices are never left out.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined, or is <see cref="PriceKind.Free"/>.</exception>
    public Discount Including(params PriceKind[] kinds)
    {
        Guard.Against.Null(kinds);
        var bits = _settings.Kinds;
        foreach (var kind in kinds)
        {
            if (Guard.Against.Undefined(kind, nameof(kinds)) == PriceKind.Free)
                throw Guards.OutOfRange(nameof(kinds), kind.ToString(), "must not be free goods, which take no discount");

            bits |= kind is PriceKind.Standard or PriceKind.Consignment ? 0 : 1 << (int)kind;
        }

        return new Discount(_settings with { Kinds = bits });
    }

    /// <summary>The discount for certain lines only.</summary>
    /// <param name="scope">Which lines.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public Discount For(Scope scope) => new(_settings with { Scope = Guard.Against.Null(scope) });

    /// <summary>The discount on certain days only.</summary>
    /// <param name="period">The days of the document, both ends included.</param>
    /// <returns>The changed copy.</returns>
    public Discount During(DateSpan period) => new(_settings with { Period = period });

    /// <summary>The discount from a quantity on.</summary>
    /// <param name="minimum">The least quantity, as <see cref="Counts"/> adds it up; positive, in the unit of the steps.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException">The steps are in another unit.</exception>
    public Discount FromQuantity(Quantity minimum)
    {
        Guard.Against.NotPositive(minimum.Amount, nameof(minimum));
        return StepUnit is { } unit && unit != minimum.Unit ? throw new UnitMismatchException(unit, minimum.Unit, nameof(minimum))
            : new Discount(_settings with { MinimumQuantity = minimum });
    }

    /// <summary>The discount from an amount of the lines in its scope on, as they stand when it has its turn: 1,000 of a brand.</summary>
    /// <param name="minimum">
    /// The least amount, positive, of the lines that count; free goods and returns do not, nor what a deal gives.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    public Discount FromAmount(Money minimum) => FromAmount(minimum, DiscountBase.Running);

    /// <summary>The discount from an amount of the lines in its scope on.</summary>
    /// <param name="minimum">
    /// The least amount, positive, of the lines that count; free goods and returns do not, nor what a deal gives.
    /// </param>
    /// <param name="of">At which prices they are measured: at list, as they stand, or after a named discount.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="of"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    public Discount FromAmount(Money minimum, DiscountBase of) => From(minimum, of, measuresDocument: false);

    /// <summary>The discount from an amount of the whole document on, as it stands when the discount has its turn.</summary>
    /// <param name="minimum">
    /// The least amount, positive, of all that is sold, in any scope; free goods, returns and what a deal gives do not count.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    public Discount FromDocumentAmount(Money minimum) => FromDocumentAmount(minimum, DiscountBase.Running);

    /// <summary>The discount from an amount of the whole document on.</summary>
    /// <param name="minimum">
    /// The least amount, positive, of all that is sold, in any scope; free goods, returns and what a deal gives do not count.
    /// </param>
    /// <param name="of">At which prices the document is measured: at list, as it stands, or after a named discount.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="of"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is not positive.</exception>
    public Discount FromDocumentAmount(Money minimum, DiscountBase of) => From(minimum, of, measuresDocument: true);

    /// <summary>The discount only where the document has another line in a scope.</summary>
    /// <param name="companion">What the other line must be; free goods and returns do not count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="companion"/> is null.</exception>
    public Discount Beside(Scope companion) => new(_settings with { Companion = Guard.Against.Null(companion) });

    /// <summary>The discount only where a coupon is presented.</summary>
    /// <param name="coupon">The code of the coupon; case counts. Not empty, no white space at either end.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coupon"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="coupon"/> is empty or padded.</exception>
    public Discount WithCoupon(string coupon) => new(_settings with { Coupon = Coupon.Of(Identifier.Checked(coupon)) });

    /// <summary>The discount after which nothing more comes upon the line, not even a discount of the order.</summary>
    /// <returns>The changed copy.</returns>
    public Discount AsLast() => new(_settings with { IsLast = true });

    /// <summary>Whether what counts is added up for steps, for every full quantity or amount, or for a minimum quantity.</summary>
    internal bool IsCounting =>
        StepUnit is not null || AmountSteps is not null || CountsAmounts || MinimumQuantity is not null;

    /// <summary>
    /// Whether what a deal gives does not count for its own minimum: as long as no scope is declared that counts, and something can count
    /// beside what it gives.
    /// </summary>
    internal bool LeavesOutGiven
    {
        get
        {
            if (Deal is null || CountedScope is not null)
                return false;

            var counted = MeasuresDocument ? Scope.Everything : Scope;
            return Deal.GivenOfEach < Deal.Pieces || !Scope.Contains(counted)
                || !Deal.Parts.Any(part => part.Scope.Contains(counted));
        }
    }

    /// <summary>Whether it is for lines of a price kind.</summary>
    internal bool Takes(PriceKind? kind) =>
        kind is null or PriceKind.Standard or PriceKind.Consignment || (_settings.Kinds & 1 << (int)kind.Value) != 0;

    private Discount From(Money minimum, DiscountBase of, bool measuresDocument) =>
        new(_settings with
        {
            MinimumAmount = Guard.Against.NotPositive(minimum),
            MinimumAmountBase = Guard.Against.Null(of),
            MeasuresDocument = measuresDocument,
        });
}
