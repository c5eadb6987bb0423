using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>Between which rates a rebate has to lie so that a dealer goes on and a maker keeps its margin (利益平衡点).</summary>
/// <remarks>
/// <para>
/// A dealer needs hurdle × funds × months ÷ 12 + expense − margin. A maker can give (margin − floor × revenue) ÷ (1 − floor) where its
/// floor is of the revenue after the rebate, and margin − floor × revenue where it is of the revenue before. The dealer's purchases are
/// the maker's revenue, and both rates are of them. Nothing is rounded but what is printed, and that into the range.
/// </para>
/// <para>Immutable. Equality is by purchases and both sides.</para>
/// </remarks>
public sealed class RebateRange : IEquatable<RebateRange>
{
    private const decimal MonthsOfAYear = 12m;

    private readonly RebateRangeSteps _steps;

    private RebateRange(Money purchases, DealerEconomics dealer, MakerEconomics maker)
    {
        Purchases = purchases;
        Dealer = dealer;
        Maker = maker;
        _steps = Rule();
        LeastRate = Percentage.FromFraction(Least / purchases);
        MostRate = Percentage.FromFraction(Most / purchases);
        IsFeasible = Least <= Most;
        var zero = Money.Zero(purchases.Currency);
        DealerShort = IsFeasible ? zero : Least - Money.Max(zero, Most);
        MakerShort = IsFeasible ? zero : Least - Most;
        Reasons = IsFeasible ? Array.AsReadOnly<Reason>([])
            : Array.AsReadOnly<Reason>(
            [
                new Reason("channel.no-feasible-rebate", ("least", Least), ("most", Most)),
                .. DealerShort.IsZero ? Array.Empty<Reason>() : [new Reason("channel.dealer-short", ("short", DealerShort))],
                new Reason("channel.maker-short", ("short", MakerShort)),
            ]);
    }

    /// <summary>What the dealer buys of the maker, without tax.</summary>
    public Money Purchases { get; }

    /// <summary>The dealer's side.</summary>
    public DealerEconomics Dealer { get; }

    /// <summary>The maker's side.</summary>
    public MakerEconomics Maker { get; }

    /// <summary>What the dealer lacks to its return without a rebate; negative where it has more than that.</summary>
    public Money DealerNeeds => _steps.DealerNeeds;

    /// <summary>The least rebate: what the dealer needs, and not below zero.</summary>
    public Money Least => _steps.Least;

    /// <summary>The most the maker can give; negative where it is below its floor without a rebate.</summary>
    public Money Most => _steps.MakerCanGive;

    /// <summary>Least ÷ purchases, to 28 digits.</summary>
    public Percentage LeastRate { get; }

    /// <summary>Most ÷ purchases, to 28 digits.</summary>
    public Percentage MostRate { get; }

    /// <summary>Whether there is a rebate that is enough for the one and not too much for the other; the two may be the same.</summary>
    public bool IsFeasible { get; }

    /// <summary>What the dealer still lacks when the maker gives all it can; zero where the range is not empty.</summary>
    public Money DealerShort { get; }

    /// <summary>What the maker would give beyond what it can, for the dealer to have enough; zero where the range is not empty.</summary>
    public Money MakerShort { get; }

    /// <summary>
    /// Of an empty range <c>channel.no-feasible-rebate</c> (least, most), <c>channel.dealer-short</c> (short) where the dealer needs a
    /// rebate, and <c>channel.maker-short</c> (short); none otherwise.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A range.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(RebateRange? left, RebateRange? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A range.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(RebateRange? left, RebateRange? right) => !(left == right);

    /// <summary>The range of a dealer and its maker.</summary>
    /// <param name="purchases">What the dealer buys of the maker in the months, above zero, without tax.</param>
    /// <param name="dealer">The dealer's side, in those months.</param>
    /// <param name="maker">The maker's side, in those months.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dealer"/> or <paramref name="maker"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="purchases"/> is zero or negative.</exception>
    /// <exception cref="CurrencyMismatchException">A side is in another currency than the purchases.</exception>
    public static RebateRange Of(Money purchases, DealerEconomics dealer, MakerEconomics maker)
    {
        Guard.Against.NotPositive(purchases);
        Guard.Against.Null(dealer);
        Guard.Against.Null(maker);
        if (dealer.GrossMargin.Currency != purchases.Currency)
            throw new CurrencyMismatchException(purchases.Currency, dealer.GrossMargin.Currency, nameof(dealer));

        return maker.Margin.Currency == purchases.Currency ? new RebateRange(purchases, dealer, maker)
            : throw new CurrencyMismatchException(purchases.Currency, maker.Margin.Currency, nameof(maker));
    }

    /// <summary>Who is short at a rate, and by how much.</summary>
    /// <param name="rate">The rebate ÷ the purchases, zero or more.</param>
    /// <returns>
    /// <c>channel.dealer-short</c> (short) where the dealer needs more, <c>channel.maker-short</c> (short) where the maker can give less;
    /// none within the range, its ends included.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    public IReadOnlyList<Reason> ReasonsAgainst(Percentage rate)
    {
        if (rate < Percentage.Zero)
            throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

        var reasons = new List<Reason>();
        if (rate < LeastRate)
            reasons.Add(new Reason("channel.dealer-short", ("short", Least - (Purchases * rate))));
        if (rate > MostRate)
            reasons.Add(new Reason("channel.maker-short", ("short", (Purchases * rate) - Most)));
        return reasons.AsReadOnly();
    }

    /// <summary>Whether there is a rebate for both, and why.</summary>
    /// <returns>The explanation, whose figure is <see cref="IsFeasible"/>.</returns>
    public Explanation Explain() =>
        Node("there is a rebate for both", IsFeasible, Operation.Compare(ComparisonKind.LessOrEqual), ExplainLeast(), ExplainMost());

    /// <summary>How the least rate follows from the dealer's side.</summary>
    /// <returns>The explanation, whose figure is <see cref="LeastRate"/>.</returns>
    public Explanation ExplainLeastRate() => Node("least rate", LeastRate, Operation.Ratio, ExplainLeast(), Fact("purchases", Purchases));

    /// <summary>How the most follows from the maker's side.</summary>
    /// <returns>The explanation, whose figure is <see cref="MostRate"/>.</returns>
    public Explanation ExplainMostRate() => Node("most rate", MostRate, Operation.Ratio, ExplainMost(), Fact("purchases", Purchases));

    /// <summary>Whether the other is of the same purchases and sides.</summary>
    /// <param name="other">The range to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RebateRange? other) =>
        other is not null && Purchases == other.Purchases && Dealer == other.Dealer && Maker == other.Maker;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RebateRange);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Purchases.GetHashCode(), Dealer.GetHashCode(), Maker.GetHashCode());

    /// <summary>
    /// The range to hundredths of a percent, the least rounded up and the most down, so that both are rates of the range:
    /// <c>from 1.98% to 4.56%</c>, or <c>none: from 5.1% to 4.56%</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var (least, most) = ShownRate.Inside(LeastRate, MostRate);
        return (IsFeasible ? "" : "none: ") + "from " + least + " to " + most;
    }

    private RebateRangeSteps Rule()
    {
        var ofMonths = Dealer.Funds * Dealer.Hurdle * Dealer.Months;
        var due = ofMonths / MonthsOfAYear;
        var mustEarn = due + Dealer.Expense;
        var needs = mustEarn - Dealer.GrossMargin;

        var floorMargin = Purchases * Maker.Floor;
        var above = Maker.Margin - floorMargin;
        var rest = Percentage.OneHundred - Maker.Floor;
        var canGive = Maker.IsFloorOfNetRevenue ? above / rest : above;
        return new RebateRangeSteps(
            ofMonths, due, mustEarn, needs, floorMargin, above, rest, canGive, Money.Max(Money.Zero(Purchases.Currency), needs));
    }

    private Explanation ExplainLeast() =>
        Node(
            "least rebate", Least, Operation.Max, Constant("none", Money.Zero(Purchases.Currency)),
            Node(
                "dealer needs", DealerNeeds, Operation.Difference,
                Node("must earn", _steps.MustEarn, Operation.Sum, ExplainReturn(), Fact("expense", Dealer.Expense)),
                Fact("dealer's margin", Dealer.GrossMargin)));

    private Explanation ExplainReturn() =>
        Node(
            "return due", _steps.Return, Operation.Ratio,
            Node(
                "return of a year × months", _steps.ReturnOfMonths, Operation.Product, Fact("funds", Dealer.Funds),
                Constant("hurdle", Dealer.Hurdle), Constant("months", (decimal)Dealer.Months)),
            Constant("months of a year", MonthsOfAYear));

    private Explanation ExplainMost()
    {
        var above = Node(
            "above the floor", _steps.AboveFloor, Operation.Difference, Fact("maker's margin", Maker.Margin),
            Node(
                "floor of revenue", _steps.FloorMargin, Operation.Product, Fact("revenue", Purchases), Constant("floor", Maker.Floor)));
        return !Maker.IsFloorOfNetRevenue ? above
            : Node(
                "most rebate", Most, Operation.Ratio, above,
                Node(
                    "1 - floor", _steps.Rest, Operation.Difference, Constant("whole", Percentage.OneHundred),
                    Constant("floor", Maker.Floor)));
    }
}
