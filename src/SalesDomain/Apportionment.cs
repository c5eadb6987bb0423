using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Splits a whole into parts by weight, in whole units, so that the parts always sum to the whole.</summary>
/// <remarks>
/// <para>
/// The method is that of the largest remainder (Hamilton): every part first gets the whole units of its exact share, and the units left
/// over go one each to the parts with the largest remainders. Ties follow a stated <see cref="TieBreak"/>. Shares and remainders are
/// computed in whole numbers of any size, so nothing depends on the rounding of a quotient.
/// </para>
/// <para>
/// A part of weight zero gets nothing (unless it has a minimum); a negative total is split as its positive one and the signs turned. With
/// bounds, the parts that would leave theirs are held at them and the rest is shared by the others in proportion, as far as that is
/// possible.
/// </para>
/// <para>
/// A total that is no multiple of the unit is refused, unless <see cref="WithRestTo"/> names the part that takes the rest: 12,345,678 in
/// thousands leaves 678.
/// </para>
/// </remarks>
public sealed class Apportionment : IEquatable<Apportionment>
{
    private Apportionment(decimal? unit, TieBreak ties, int? restTo)
    {
        Unit = unit;
        Ties = ties;
        RestTo = restTo;
    }

    /// <summary>Money in the minor unit of its currency, the first part winning ties.</summary>
    public static Apportionment ToMinorUnit { get; } = new(null, TieBreak.First, null);

    /// <summary>Whole numbers of anything (people, cases, points), the first part winning ties.</summary>
    public static Apportionment ToWhole { get; } = InUnitsOf(1m);

    /// <summary>The unit in which parts are given out, or null for the minor unit of the total's currency.</summary>
    public decimal? Unit { get; }

    /// <summary>Who wins among equal remainders.</summary>
    public TieBreak Ties { get; }

    /// <summary>The index of the part that takes what is no multiple of the unit, or null when such a total is refused.</summary>
    public int? RestTo { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A apportionment.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Apportionment? left, Apportionment? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A apportionment.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Apportionment? left, Apportionment? right) => !(left == right);

    /// <summary>Any unit: 100 for plan figures in hundreds, 0.01 for hundredths of a per cent, 24 for whole cases of pieces.</summary>
    /// <param name="unit">The unit, above zero, in major units of money or in the total's unit of measure.</param>
    /// <returns>An apportionment in that unit, the first part winning ties.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not positive.</exception>
    public static Apportionment InUnitsOf(decimal unit) => new(Guard.Against.NotPositive(unit), TieBreak.First, null);

    /// <summary>The same apportionment with another rule for ties.</summary>
    /// <param name="ties">Who wins among equal remainders.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ties"/> is not defined.</exception>
    public Apportionment WithTies(TieBreak ties) => new(Unit, Guard.Against.Undefined(ties), RestTo);

    /// <summary>The same apportionment, in which one part takes what is left of a total that is no multiple of the unit.</summary>
    /// <param name="part">The index of the part, from 0.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is negative.</exception>
    public Apportionment WithRestTo(int part) => new(Unit, Ties, Guard.Against.OutsideRange(0, int.MaxValue, part));

    /// <summary>Splits an amount of money.</summary>
    /// <param name="total">The whole, of any sign.</param>
    /// <param name="weights">One weight a part, zero or more; only their ratio counts.</param>
    /// <returns>The parts, in the order of the weights; their sum is <paramref name="total"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no weights, all are zero though the total is not, or the total is no multiple of the unit and no part takes the rest.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or the part that takes the rest does not exist.</exception>
    public Money[] Split(Money total, IEnumerable<decimal> weights) => Split(total, Parts(weights), nameof(weights));

    /// <summary>Splits an amount of money in proportion to other amounts: a quota by last year's sales, a discount by line.</summary>
    /// <param name="total">The whole, of any sign.</param>
    /// <param name="weights">One amount a part, zero or more, all of one currency, which may differ from the total's.</param>
    /// <returns>The parts, in the order of the weights; their sum is <paramref name="total"/>.</returns>
    /// <inheritdoc cref="Split(Money, IEnumerable{decimal})" path="/exception"/>
    /// <exception cref="CurrencyMismatchException">The weights are of different currencies.</exception>
    public Money[] Split(Money total, IEnumerable<Money> weights)
    {
        Guard.Against.Null(weights);
        Currency? currency = null;
        return Split(total, weights.Select(weight =>
        {
            currency ??= weight.Currency;
            return weight.Currency == currency ? weight.Amount
                : throw new CurrencyMismatchException(currency, weight.Currency, nameof(weights));
        }));
    }

    /// <summary>Splits an amount of money among parts with bounds.</summary>
    /// <param name="total">The whole, of any sign.</param>
    /// <param name="parts">Weights and bounds; the bounds are signed as the total is.</param>
    /// <returns>The amounts, in the order of the parts; their sum is <paramref name="total"/> and each is within its bounds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no parts, the total is no multiple of the unit and no part takes the rest, or no split can keep all bounds.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The part that takes the rest does not exist.</exception>
    public Money[] Split(Money total, IEnumerable<ApportionmentPart> parts) => Split(total, parts, nameof(parts));

    /// <summary>Splits an amount of money into equal parts, as nearly as the unit allows: 8.00 by 3 is 2.67, 2.67, 2.66.</summary>
    /// <param name="total">The whole, of any sign.</param>
    /// <param name="parts">How many parts, at least 1.</param>
    /// <returns>The parts; their sum is <paramref name="total"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="parts"/> is less than 1, or the part that takes the rest does not exist.
    /// </exception>
    /// <exception cref="ArgumentException">The total is no multiple of the unit and no part takes the rest.</exception>
    public Money[] SplitEvenly(Money total, int parts) =>
        Split(total, Parts(Enumerable.Repeat(1m, Guard.Against.OutsideRange(1, int.MaxValue, parts)), nameof(parts)), nameof(parts));

    /// <summary>Splits a quantity.</summary>
    /// <param name="total">The whole, of any sign.</param>
    /// <param name="weights">One weight a part, zero or more.</param>
    /// <returns>The parts, in the order of the weights; their sum is <paramref name="total"/>.</returns>
    /// <inheritdoc cref="Split(Money, IEnumerable{decimal})" path="/exception"/>
    /// <exception cref="InvalidOperationException">This apportions in minor units of a currency.</exception>
    public Quantity[] Split(Quantity total, IEnumerable<decimal> weights) => Split(total, Parts(weights), nameof(weights));

    /// <summary>Splits a quantity among parts with bounds.</summary>
    /// <param name="total">The whole, of any sign.</param>
    /// <param name="parts">Weights and bounds.</param>
    /// <returns>The quantities, in the order of the parts; their sum is <paramref name="total"/> and each is within its bounds.</returns>
    /// <inheritdoc cref="Split(Money, IEnumerable{ApportionmentPart})" path="/exception"/>
    /// <exception cref="InvalidOperationException">This apportions in minor units of a currency.</exception>
    public Quantity[] Split(Quantity total, IEnumerable<ApportionmentPart> parts) => Split(total, parts, nameof(parts));

    /// <summary>Splits a plain number: head count, points, hundredths of a per cent.</summary>
    /// <param name="total">The whole, of any sign.</param>
    /// <param name="weights">One weight a part, zero or more.</param>
    /// <returns>The parts, in the order of the weights; their sum is <paramref name="total"/>.</returns>
    /// <inheritdoc cref="Split(Money, IEnumerable{decimal})" path="/exception"/>
    /// <exception cref="InvalidOperationException">This apportions in minor units of a currency.</exception>
    public decimal[] Split(decimal total, IEnumerable<decimal> weights) => Split(total, Parts(weights), nameof(weights));

    /// <summary>Splits a plain number among parts with bounds.</summary>
    /// <param name="total">The whole, of any sign.</param>
    /// <param name="parts">Weights and bounds.</param>
    /// <returns>The parts, in order; their sum is <paramref name="total"/> and each is within its bounds.</returns>
    /// <inheritdoc cref="Split(Money, IEnumerable{ApportionmentPart})" path="/exception"/>
    /// <exception cref="InvalidOperationException">This apportions in minor units of a currency.</exception>
    public decimal[] Split(decimal total, IEnumerable<ApportionmentPart> parts) => Split(total, parts, nameof(parts));

    /// <summary>Whether the other has the same unit, ties and part for the rest.</summary>
    /// <param name="other">The apportionment to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Apportionment? other) => other is not null && Unit == other.Unit && Ties == other.Ties && RestTo == other.RestTo;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Apportionment);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Hash.Of(Unit ?? 0m), (int)Ties, RestTo ?? -1);

    /// <summary>The rule in words: <c>in units of 100, ties to the first</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Describe();

    private string Describe()
    {
        var ties = Ties switch
        {
            TieBreak.Last => "ties to the last",
            TieBreak.LargestWeight => "ties to the largest weight",
            _ => "ties to the first",
        };
        var rest = RestTo is { } part ? ", rest to part " + InvariantText.Number(part + 1L) : "";
        return (Unit is { } unit ? "in units of " + InvariantText.Number(unit) : "in minor units") + ", " + ties + rest;
    }

    internal decimal UnitFor(Currency currency) => Unit ?? Guard.Against.NoMinorUnit(currency, "total");

    private static IEnumerable<ApportionmentPart> Parts(IEnumerable<decimal> weights, string parameterName = "weights")
    {
        Guard.Against.Null(weights, parameterName);
        return weights.Select((weight, index) => weight >= 0m ? new ApportionmentPart(weight)
            : throw Guards.OutOfRange(
                parameterName, InvariantText.Number(weight), "must be at least 0 and is not at index " + InvariantText.Number(index)));
    }

    private Money[] Split(Money total, IEnumerable<ApportionmentPart> parts, string parameterName)
    {
        var currency = total.Currency;
        return Array.ConvertAll(Split(total.Amount, UnitFor(currency), parts, parameterName), amount => new Money(amount, currency));
    }

    private Quantity[] Split(Quantity total, IEnumerable<ApportionmentPart> parts, string parameterName)
    {
        var unit = total.Unit;
        return Array.ConvertAll(Split(total.Amount, parts, parameterName), amount => new Quantity(amount, unit));
    }

    private decimal[] Split(decimal total, IEnumerable<ApportionmentPart> parts, string parameterName)
    {
        Guard.Against.Null(parts, parameterName);
        var unit = Unit
            ?? throw new InvalidOperationException("A plain number or a quantity has no minor unit: apportion it in units of a number.");
        return Split(total, unit, parts, parameterName);
    }

    private decimal[] Split(decimal total, decimal unit, IEnumerable<ApportionmentPart> parts, string parameterName)
    {
        var all = Guard.Against.Nothing(parts, "there is nobody to give the total to", parameterName);
        if (RestTo >= all.Length)
        {
            throw Guards.OutOfRange(
                parameterName, InvariantText.Number(all.Length),
                "must include index " + InvariantText.Number(RestTo.Value) + ", which takes the rest");
        }

        var rest = total % unit;
        if (rest != 0m && RestTo is null)
        {
            throw Guards.Invalid(
                nameof(total), InvariantText.Number(total), "must be a multiple of the unit " + InvariantText.Number(unit));
        }

        var amounts = new LargestRemainder(total - rest, unit, all, Ties, RestTo, rest, parameterName).Split();
        if (RestTo is { } taker)
            amounts[taker] += rest;

        return amounts;
    }
}
