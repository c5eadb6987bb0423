using System;
using System.ComponentModel;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A named rule that turns an exact figure into one that can be paid, printed or counted.</summary>
/// <remarks>
/// <para>
/// A rounding names its target (the currency's minor unit, a number of digits, a step such as 0.05, a price ending such as .99) and its
/// <see cref="RoundingMode"/>. It is exact on the decision: ties are found by remainder, never from a rounded quotient.
/// </para>
/// <para>
/// Every rounding is idempotent: a rounded value rounds to itself. Except by price endings, zero always rounds to zero and the neighbours
/// lie within one step.
/// </para>
/// <para>
/// Equality is by target and mode. The text round-trips through <see cref="Parse"/>: <c>minor-unit half-away</c>,
/// <c>digits:2 half-even</c>, <c>step:0.05 up</c>, <c>ending:0.99/1 half-away</c>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<Rounding>))]
public sealed partial class Rounding : IEquatable<Rounding>
{
    private readonly Target _target;
    private readonly int _digits;
    private readonly decimal _step;
    private readonly decimal _ending;

    private Rounding(Target target, RoundingMode mode, int digits, decimal step, decimal ending)
    {
        _target = target;
        Mode = Guard.Against.Undefined(mode);
        _digits = digits;
        _step = step;
        _ending = ending;
    }

    private enum Target
    {
        MinorUnit,
        Digits,
        Step,
        Ending,
    }

    /// <summary>
    /// To the currency's minor unit, half away from zero: what invoices, payroll and tax offices mean by rounding unless they say
    /// otherwise.
    /// </summary>
    public static Rounding Commercial { get; } = ToMinorUnit(RoundingMode.HalfAwayFromZero);

    /// <summary>To the currency's minor unit, half to even.</summary>
    public static Rounding Bankers { get; } = ToMinorUnit(RoundingMode.HalfEven);

    /// <summary>Which neighbour is taken.</summary>
    public RoundingMode Mode { get; }

    /// <summary>To the minor unit of the amount's own currency: 0.01 for USD, 1 for JPY, 0.001 for KWD, 0.0001 for CLF.</summary>
    /// <param name="mode">Which neighbour is taken.</param>
    /// <returns>A rounding for <see cref="Money"/> only.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not defined.</exception>
    public static Rounding ToMinorUnit(RoundingMode mode) => new(Target.MinorUnit, mode, 0, 0m, 0m);

    /// <summary>To a number of decimals, whatever the currency.</summary>
    /// <param name="digits">0 to 28 decimals.</param>
    /// <param name="mode">Which neighbour is taken.</param>
    /// <returns>The rounding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Rounding ToDigits(int digits, RoundingMode mode) =>
        new(Target.Digits, mode, Guard.Against.OutsideRange(0, DecimalMath.MostDigits, digits), 0m, 0m);

    /// <summary>To multiples of a step: 0.05 for cash in francs, 100 for plan figures, 0.25 for rates.</summary>
    /// <param name="step">The step, above zero, in major units.</param>
    /// <param name="mode">Which neighbour is taken.</param>
    /// <returns>The rounding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Rounding ToStep(decimal step, RoundingMode mode) => new(Target.Step, mode, 0, Guard.Against.NotPositive(step), 0m);

    /// <summary>
    /// To a price ending: amounts of the form <c>n × step + ending</c>. Ending 0.99 of 1 gives 0.99, 1.99, 2.99 …; ending 9.90 of 10 gives
    /// 9.90, 19.90 …
    /// </summary>
    /// <param name="ending">The ending, above zero and below <paramref name="step"/>.</param>
    /// <param name="step">The distance between two endings, above zero.</param>
    /// <param name="mode">Which neighbour is taken.</param>
    /// <returns>The rounding.</returns>
    /// <remarks>
    /// Zero stays zero: what is free is not priced at .99. Below the first ending there is no lower price with that ending, so a smaller
    /// amount takes the first ending whatever the mode. A negative amount (a credit) takes the ending of the price it reverses.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Rounding ToEnding(decimal ending, decimal step, RoundingMode mode)
    {
        Guard.Against.NotPositive(step);
        Guard.Against.NotPositive(ending);
        return ending < step ? new Rounding(Target.Ending, mode, 0, step, ending)
            : throw Guards.OutOfRange(nameof(ending), InvariantText.Number(ending), "must be below the step " + InvariantText.Number(step));
    }

    /// <summary>Rounds a plain number.</summary>
    /// <param name="value">The exact number.</param>
    /// <returns>The rounded number.</returns>
    /// <exception cref="InvalidOperationException">This rounds to a minor unit, and a plain number has no currency.</exception>
    /// <exception cref="OverflowException">The rounded number does not fit in a decimal, or needs more digits than one holds.</exception>
    public decimal Round(decimal value) =>
        _target == Target.MinorUnit
            ? throw new InvalidOperationException("'" + this + "' needs a currency; round a Money, or use ToDigits.")
            : RoundAmount(value, null);

    /// <summary>Whether both are the same rounding.</summary>
    /// <param name="left">The first rounding.</param>
    /// <param name="right">The second rounding.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Rounding? left, Rounding? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">The first rounding.</param>
    /// <param name="right">The second rounding.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Rounding? left, Rounding? right) => !(left == right);

    /// <summary>Whether the other has the same target and mode.</summary>
    /// <param name="other">The rounding to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Rounding? other) =>
        other is not null && _target == other._target && Mode == other.Mode && _digits == other._digits && _step == other._step
        && _ending == other._ending;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Rounding);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine((int)_target, (int)Mode, _digits, Hash.Combine(Hash.Of(_step), Hash.Of(_ending)));

    /// <summary>The rounding by which a negative amount is the mirror image of the positive one: up and down change places.</summary>
    internal Rounding Mirror =>
        Mode switch
        {
            RoundingMode.Ceiling => new Rounding(_target, RoundingMode.Floor, _digits, _step, _ending),
            RoundingMode.Floor => new Rounding(_target, RoundingMode.Ceiling, _digits, _step, _ending),
            _ => this,
        };

    /// <summary>Itself, or for a negative amount its mirror image: what takes something back is rounded as that was.</summary>
    internal Rounding For(decimal amount) => DecimalMath.HasMinusSign(amount) ? Mirror : this;

    /// <summary>To the same grid, whichever neighbour it takes, in another mode.</summary>
    internal Rounding InMode(RoundingMode mode) => new(_target, mode, _digits, _step, _ending);

    /// <summary>Whether it needs a currency.</summary>
    internal bool IsToMinorUnit => _target == Target.MinorUnit;

    /// <summary>What a rounded amount is a multiple of; null for a price ending, which is no multiple of anything.</summary>
    internal decimal? UnitFor(Currency? currency) =>
        _target switch
        {
            Target.MinorUnit => DecimalMath.PowerOfTenth(MinorDigits(currency)),
            Target.Digits => DecimalMath.PowerOfTenth(_digits),
            Target.Step => _step,
            _ => null,
        };

    internal decimal RoundAmount(decimal value, Currency? currency) =>
        _target switch
        {
            Target.MinorUnit => ToDigits(value, MinorDigits(currency)),
            Target.Digits => ToDigits(value, _digits),
            Target.Step => ToMultiple(value, _step, Mode),
            _ => ToPriceEnding(value),
        };

    private static int MinorDigits(Currency? currency) =>
        currency?.MinorDigits ?? throw new InvalidOperationException((currency ?? Currency.XXX) + " has no minor unit to round to.");

    private static decimal ToMultiple(decimal value, decimal step, RoundingMode mode)
    {
        // The remainder of decimals is exact where the quotient is not: a tie is a tie, however many digits the quotient would need.
        var rest = value % step;
        if (rest == 0m)
            return value;

        var towardZero = value - rest;
        var multiple = LeavesZero(value, rest, towardZero, step, mode) ? towardZero + (value < 0m ? -step : step) : towardZero;
        return multiple % step == 0m ? multiple : throw NeedsMoreDigits(value);
    }

    private static bool LeavesZero(decimal value, decimal rest, decimal towardZero, decimal step, RoundingMode mode)
    {
        var done = rest < 0m ? -rest : rest;
        var missing = step - done;
        return mode switch
        {
            RoundingMode.Up => true,
            RoundingMode.Down => false,
            RoundingMode.Ceiling => value > 0m,
            RoundingMode.Floor => value < 0m,
            RoundingMode.HalfEven => done > missing || (done == missing && towardZero / step % 2m != 0m),
            _ => done >= missing,
        };
    }

    private decimal ToDigits(decimal value, int digits) =>
        Mode switch
        {
            RoundingMode.HalfAwayFromZero => decimal.Round(value, digits, MidpointRounding.AwayFromZero),
            RoundingMode.HalfEven => decimal.Round(value, digits, MidpointRounding.ToEven),
            _ => ToMultiple(value, DecimalMath.PowerOfTenth(digits), Mode),
        };

    private decimal ToPriceEnding(decimal value)
    {
        if (value == 0m)
            return 0m;

        var price = value < 0m ? -value : value;
        var mode = value > 0m ? Mode : Mirrored(Mode);
        var ended = price <= _ending ? _ending : ToMultiple(price - _ending, _step, mode) + _ending;
        return ended % _step != _ending ? throw NeedsMoreDigits(value) : value < 0m ? -ended : ended;
    }

    // A sum of decimals that needs more digits than a decimal has is rounded silently, to what is no multiple of the step.
    private static OverflowException NeedsMoreDigits(decimal value) =>
        new("What " + InvariantText.Number(value) + " rounds to needs more digits than a decimal holds.");

    private static RoundingMode Mirrored(RoundingMode mode) =>
        mode switch
        {
            RoundingMode.Ceiling => RoundingMode.Down,
            RoundingMode.Floor => RoundingMode.Up,
            _ => mode,
        };
}
