using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// A deal over pieces of several lines: three for the price of two, two chairs and a table for 999, the second at half price.
/// </summary>
/// <remarks>
/// <para>
/// Pieces are counted in the unit of the deal, which is the piece unless <see cref="In"/> says another: a case of 24 is 24 of them, and
/// each costs a 24th of it. Of each line its whole pieces count; a fraction is left out, and so are free goods, returns and what costs
/// nothing any more. A line that does not convert to the unit, such as goods by the kilogram, is in no deal; a reason says so.
/// </para>
/// <para>
/// The deal is given as often as the pieces allow, up to its own maximum, and not at all where that takes nothing off. A piece is of the
/// first part whose scope it is in. Which pieces come into deals is by the running price of one piece and then by line number, so that the
/// order of input decides nothing; a piece that is in one deal is in no other, unless the deal shares.
/// </para>
/// <para>
/// What is given lies on the pieces that are given, or, where that is declared, on all pieces of the deal by their value, so that nobody
/// gains by returning the others. The sum is the same. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed partial class Deal : IEquatable<Deal>
{
    private readonly Settings _settings;
    private readonly DealPart[] _parts;

    private Deal(Settings settings, DealPart[] parts)
    {
        _settings = settings;
        _parts = parts;
    }

    /// <summary>What one deal is made of, in the order in which pieces are assigned to them.</summary>
    public IReadOnlyList<DealPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>In what its pieces are counted: the piece, unless <see cref="In"/> says another.</summary>
    public UnitOfMeasure Unit => _settings.Unit;

    /// <summary>How many pieces are in one deal.</summary>
    public int Pieces => _parts.Sum(part => part.Pieces);

    /// <summary>What is given.</summary>
    public DealBenefit Benefit => _settings.Benefit;

    /// <summary>The percentage off the pieces that are given; null for a price and an amount.</summary>
    public Percentage? Rate => _settings.Rate;

    /// <summary>The price of one deal, or the amount off one; null for a percentage.</summary>
    public Money? Amount => _settings.Amount;

    /// <summary>How many of the cheapest pieces of each deal are given; zero where all are, or those of the last part.</summary>
    public int Cheapest => _settings.Cheapest;

    /// <summary>True when the pieces of the last part are given, and those of the others are bought.</summary>
    public bool GivesLastPart => _settings.GivesLastPart;

    /// <summary>Which pieces come into deals first.</summary>
    public PieceOrder Order => _settings.Order;

    /// <summary>
    /// True when the cheapest pieces of each deal by itself are given; false when the cheapest of all pieces in its deals are.
    /// </summary>
    public bool IsCheapestOfEachDeal => _settings.OfEach;

    /// <summary>How often it is given on one document at most, or null.</summary>
    public int? MostTimes => _settings.MostTimes;

    /// <summary>True when what is given is spread over all pieces of the deals, by their value.</summary>
    public bool IsSpread => _settings.IsSpread;

    /// <summary>True when it also takes pieces that are in other deals, and leaves its own to them.</summary>
    public bool SharesPieces => _settings.Shares;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A deal.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Deal? left, Deal? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A deal.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Deal? left, Deal? right) => !(left == right);

    /// <summary>
    /// The deal whose pieces are counted in another unit: three cases for the price of two, 10 % off each full five kilograms.
    /// </summary>
    /// <param name="unit">
    /// The unit. Each line converts by the units of its own product, and its whole cases count: of 50 bottles by the 24 two.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public Deal In(UnitOfMeasure unit) => With(_settings with { Unit = Guard.Against.Null(unit) });

    /// <summary>The deal with another choice of the pieces that come into it first.</summary>
    /// <param name="order">Which first.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is not defined.</exception>
    public Deal Taking(PieceOrder order) => With(_settings with { Order = Guard.Against.Undefined(order) });

    /// <summary>
    /// The deal that gives the cheapest pieces of each deal by itself, which is better for the customer than the cheapest of all: of six
    /// pieces by threes the third and the sixth, and not the fifth and the sixth.
    /// </summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">It does not give the cheapest, or has several parts.</exception>
    public Deal OfEachDeal() =>
        Cheapest > 0 && _parts.Length == 1 ? With(_settings with { OfEach = true })
            : throw new InvalidOperationException("'" + this + "' does not give the cheapest of one part.");

    /// <summary>The deal that is given only so often on one document.</summary>
    /// <param name="times">How often at most, at least 1.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below 1.</exception>
    public Deal AtMost(int times) => With(_settings with { MostTimes = Guard.Against.OutsideRange(1, int.MaxValue, times) });

    /// <summary>The deal whose benefit is spread over all its pieces by their value, so that a return of one costs nothing extra.</summary>
    /// <returns>The changed copy.</returns>
    public Deal Spreading() => With(_settings with { IsSpread = true });

    /// <summary>The deal that also takes pieces which are in other deals, and leaves its own pieces to them.</summary>
    /// <returns>The changed copy.</returns>
    public Deal Sharing() => With(_settings with { Shares = true });

    /// <summary>Whether the other is the same deal.</summary>
    /// <param name="other">The deal to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Deal? other) => other is not null && _settings == other._settings && _parts.SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Deal);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _parts.Aggregate(
            Hash.Combine((int)Benefit, Cheapest, MostTimes ?? 0, (int)Order), (hash, part) => Hash.Combine(hash, part.GetHashCode()));

    /// <summary>Parts and benefit: <c>3, 100% off the cheapest 1 of all</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            string.Join(" and ", _parts.Select(part => part.ToString())) + (IsOfPieces ? "" : " in " + Unit), Given(),
            Order == Usual(_settings) ? "" : Order == PieceOrder.DearestFirst ? "dearest first" : "cheapest first",
            MostTimes is { } most ? "at most " + InvariantText.Number(most) + " times" : "", IsSpread ? "spread over all" : "",
            SharesPieces ? "sharing pieces" : "");

    /// <summary>Whether its pieces are pieces, and no cases or kilograms.</summary>
    internal bool IsOfPieces => Unit == UnitOfMeasure.Piece;

    /// <summary>How many pieces of one deal the benefit is for.</summary>
    internal int GivenOfEach => Cheapest > 0 ? Cheapest : GivesLastPart ? _parts[_parts.Length - 1].Pieces : Pieces;

    private static PieceOrder Usual(Settings settings) =>
        settings.Cheapest > 0 || settings.GivesLastPart ? PieceOrder.CheapestFirst : PieceOrder.DearestFirst;

    private string Given()
    {
        var (amount, rate) = (Amount?.ToString(), Rate?.ToString());
        return Benefit switch
        {
            DealBenefit.Price => "for " + amount,
            DealBenefit.Amount => amount + " off",
            _ when Cheapest > 0 =>
                rate + " off the cheapest " + InvariantText.Number(Cheapest) + (IsCheapestOfEachDeal ? " of each deal" : " of all"),
            _ => rate + (GivesLastPart ? " off the last" : " off"),
        };
    }

    private Deal With(Settings settings) => new(settings, _parts);

    private sealed record Settings
    {
        internal UnitOfMeasure Unit { get; init; } = UnitOfMeasure.Piece;

        internal DealBenefit Benefit { get; init; }

        internal Percentage? Rate { get; init; }

        internal Money? Amount { get; init; }

        internal int Cheapest { get; init; }

        internal bool GivesLastPart { get; init; }

        internal PieceOrder Order { get; init; }

        internal bool OfEach { get; init; }

        internal int? MostTimes { get; init; }

        internal bool IsSpread { get; init; }

        internal bool Shares { get; init; }
    }
}
