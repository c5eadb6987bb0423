using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.ReturnedSales;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What is kept after a return is rated in the mode of the price that the sale had.</summary>
public sealed class ReturnsRatedAnew
{
    private static readonly ReturnPolicy s_policy = ReturnPolicy.AtSalePrice(Rounding.Commercial);

    private static TieredPrice Breaks() => TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 10m), (100m, 9.2m));

    // 150 = 100 at 10.00 and 50 at 9.20. Read as all-units, 100 at 9.20 lost nothing: 486.67.
    [Fact]
    public void A_graduated_sale_of_150_of_which_50_come_back_is_credited_460()
    {
        var credit = ReturnedSale.Of(Sold(150m, 1500m, 1460m), s_policy.RatingTheRest(ItemPrice.Of(Breaks()).Graduated()))
            .Credit(Quantity.Pieces(50));

        Assert.Equal(Cny(460m), credit.Amount);
        Assert.Equal((Cny(26.67m), null, Cny(1000m)), (credit.LostQuantityPrice, credit.KeptPrice, credit.KeptAmount));
        Assert.Equal(
            "pricing.return-rated-graduated (kept 100 PCE, costs CNY 1000.00, lost CNY 26.67)", credit.Reasons.Single().ToString());
        Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());

        // 101 kept: one of them at 9.20. All-units, 100 kept are at 9.20 still.
        Assert.Equal(
            Cny(460m - 9.2m),
            ReturnedSale.Of(Sold(150m, 1500m, 1460m), s_policy.RatingTheRest(ItemPrice.Of(Breaks()).Graduated()))
                .Credit(Quantity.Pieces(49)).Amount);
        Assert.Equal(
            Cny(460m), ReturnedSale.Of(Sold(150m, 1500m, 1380m), s_policy.RatingTheRest(Breaks())).Credit(Quantity.Pieces(50)).Amount);
    }

    [Fact]
    public void What_was_sold_at_another_price_keeps_its_distance_from_a_graduated_one()
    {
        // 150 at a special 1,310, a yuan a piece below 1,460: 100 kept are 900, a yuan below 1,000.
        var credit = ReturnedSale.Of(Sold(150m, 1500m, 1310m), s_policy.RatingTheRest(ItemPrice.Of(Breaks()).Graduated()))
            .Credit(Quantity.Pieces(50));

        Assert.Equal(Cny(410m), credit.Amount);
        Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
    }

    [Theory]
    [InlineData(100, 50, "460.00")]
    [InlineData(100, 49, "450.80")]
    public void What_is_counted_beside_is_graduated_with_it(int beside, int returned, string credit)
    {
        // 50 of 150 together; the 50 pay the last 50: 460. What stays is no less than 100.
        var policy = s_policy.RatingTheRest(ItemPrice.Of(Breaks()).Graduated(), Quantity.Pieces(beside));
        var given = ReturnedSale.Of(Sold(50m, 500m, 1460m / 3m), policy).Credit(Quantity.Pieces(returned));

        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    public enum Mode
    {
        From,
        UpTo,
        ByWeight,
        ByValue,
        PerHundred,
        Graduated,
        GraduatedUpTo,
        GraduatedPerHundred,
    }

    [Property(MaxTest = 400)]
    public void Sale_and_returns_in_any_cuts_are_what_is_kept_rated_whole(
        Mode mode, PositiveInt first, PositiveInt second, NonNegativeInt rest, PositiveInt hundredths)
    {
        var (one, two, kept) = (first.Get % 12 + 1, second.Get % 12 + 1, rest.Get % 12);
        var scale = hundredths.Get / 10_000m;
        var sold = one + two + kept;
        var net = Worth(mode, sold, scale);
        var sale = ReturnedSale.Of(Sold(sold, net, net), Policy(mode, scale));

        var cut = sale.Credit(Quantity.Pieces(one));
        var then = cut.After.Credit(Quantity.Pieces(two));
        var whole = sale.Credit(Quantity.Pieces(one + two));
        var single = Enumerable.Range(0, one + two).Aggregate(sale, (each, _) => each.Credit(Quantity.Pieces(1)).After);

        Assert.Equal(whole.After.Credited, then.After.Credited);
        Assert.Equal(whole.After.Credited, single.Credited);
        Assert.True(whole.Explain().IsVerified, whole.Explain().ToString());
        Assert.True(then.Explain().IsVerified, then.Explain().ToString());

        // Where more pieces would have cost less, what was due then stays due: nobody is charged for a return.
        var least = Enumerable.Range(kept, one + two + 1).Min(pieces => Worth(mode, pieces, scale));
        if (mode == Mode.UpTo)
            Assert.InRange(net - whole.After.Credited.Amount, 0m, least);
        else
            Assert.Equal(least, net - whole.After.Credited.Amount);
    }

    [Fact]
    public void What_cannot_be_converted_is_refused()
    {
        var byWeight = ItemPrice.Of(TieredPrice.From(Currency.CNY, UnitOfMeasure.Kilogram, (0m, 10m)), Quantity.Pieces(1));

        Assert.Throws<UnitMismatchException>("policy", () => ReturnedSale.Of(Sold(1m, 1m, 1m), s_policy.RatingTheRest(byWeight)));
        Assert.Throws<UnitMismatchException>(
            "policy",
            () => ReturnedSale.Of(
                Sold(1m, 1m, 1m), s_policy.RatingTheRest(ItemPrice.Of(Cny(1m)), new Quantity(1m, UnitOfMeasure.Case))));
        Assert.Throws<ArgumentOutOfRangeException>("countedBeside", () => s_policy.RatingTheRest(byWeight, Quantity.Pieces(-1)));
        TestHelper.TestEqualsClass(
            s_policy.RatingTheRest(byWeight), s_policy.RatingTheRest(byWeight), s_policy.RatingTheRest(byWeight, Quantity.Pieces(1)),
            s_policy.RatingTheRest(byWeight).WithUnits(HalfKilograms()), s_policy.RatingTheRest(ItemPrice.Of(Breaks()).Graduated()));
    }

    private static ReturnPolicy Policy(Mode mode, decimal scale)
    {
        var (high, mid, low) = (10m * scale, 8m * scale, 7m * scale);
        var hundred = Quantity.Pieces(100);
        var from = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, high), (5m, mid), (9m, low));
        var upTo = TieredPrice.UpTo(Currency.CNY, UnitOfMeasure.Piece, (5m, high), (9m, mid)).ThenAbove(low);
        var perHundred = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, high * 100m), (5m, mid * 100m), (9m, low * 100m));
        return mode switch
        {
            Mode.From => s_policy.RatingTheRest(from),
            Mode.UpTo => s_policy.RatingTheRest(upTo),
            Mode.ByWeight => s_policy.WithUnits(HalfKilograms()).RatingTheRest(ItemPrice.Of(
                TieredPrice.From(Currency.CNY, UnitOfMeasure.Kilogram, (0m, high), (2.5m, mid), (4.5m, low)), Quantity.Pieces(1))),
            Mode.ByValue => s_policy.RatingTheRest(ItemPrice.ByValue(
                StepSchedule.From((Cny(0m), Cny(high)), (Cny(5m * high), Cny(mid)), (Cny(9m * high), Cny(low))), Quantity.Pieces(1))),
            Mode.PerHundred => s_policy.RatingTheRest(ItemPrice.Of(perHundred, hundred)),
            Mode.Graduated => s_policy.RatingTheRest(ItemPrice.Of(from).Graduated()),
            Mode.GraduatedUpTo => s_policy.RatingTheRest(ItemPrice.Of(upTo).Graduated()),
            _ => s_policy.RatingTheRest(ItemPrice.Of(perHundred, hundred).Graduated()),
        };
    }

    // Worked by hand, in pieces.
    private static decimal Worth(Mode mode, int pieces, decimal scale)
    {
        var price = mode == Mode.UpTo ? pieces > 9 ? 7m : pieces > 5 ? 8m : 10m : pieces >= 9 ? 7m : pieces >= 5 ? 8m : 10m;
        var amount = mode < Mode.Graduated ? price * pieces
            : (10m * Math.Min(pieces, 5)) + (8m * Math.Max(0, Math.Min(pieces, 9) - 5)) + (7m * Math.Max(0, pieces - 9));
        return Cny(amount * scale).ToCents().Amount;
    }

    private static UnitConversions HalfKilograms() =>
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(0.5m, UnitOfMeasure.Kilogram), Quantity.Pieces(1));
}
