using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.ReturnedSales;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What is due is the greatest of all that could have come back before, whatever the scale is.</summary>
public sealed class ReturnsOfEveryCut
{
    private static readonly ReturnPolicy s_policy = ReturnPolicy.AtSalePrice(Rounding.Commercial);

    // 20.00, from 100 at 5.00, from 200 at 14.00: 300 at the special 1,500.00 where the record says 3,900.00, 13.00 a piece. 100 back are
    // 500.00. The 187 that are kept after 113 cost 2,435.00, 4.00 above their 13.00: 561.00 are due, and never more after that.
    [Fact]
    public void A_graduated_scale_that_rises_again_credits_two_parcels_as_one()
    {
        var record = ItemPrice.Of(
            TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 20m), (100m, 5m), (200m, 14m))).Graduated();
        var sale = ReturnedSale.Of(Sold(300m, 6_000m, 1_500m), s_policy.RatingTheRest(record));
        var first = sale.Credit(Quantity.Pieces(100));

        Assert.Equal((Cny(500m), Cny(61m)), (first.Amount, first.After.Credit(Quantity.Pieces(100)).Amount));
        Assert.Equal(
            [Cny(560m), Cny(561m), Cny(561m)],
            new[] { 112, 113, 114 }.Select(pieces => sale.Credit(Quantity.Pieces(pieces)).Amount));
        Assert.Equal(sale.Credit(Quantity.Pieces(200)).Amount, InParcels(sale, 200));
    }

    [Property(MaxTest = 600)]
    public void It_is_the_greatest_of_all_smaller_returns(
        byte[] steps, PositiveInt pieces, PositiveInt cents, PositiveInt back, bool graduated, bool special)
    {
        var (bounds, prices) = Scale(steps);
        bounds[0] = graduated ? 0 : bounds[0];
        var sold = Math.Max(bounds[0], (pieces.Get % 40) + 1);
        var breaks = TieredPrice.From(
            Currency.CNY, UnitOfMeasure.Piece, [.. bounds.Zip(prices, (bound, price) => ((decimal)bound, price))]);
        var record = graduated ? ItemPrice.Of(breaks).Graduated() : ItemPrice.Of(breaks);
        var net = special ? cents.Get / 100m : Cents(Cost(sold));
        var returned = (back.Get % sold) + 1;
        var credit = ReturnedSale.Of(Sold(sold, 1_000m, net), s_policy.RatingTheRest(record)).Credit(Quantity.Pieces(returned));

        Assert.Equal(Cny(Math.Max(0m, Enumerable.Range(1, returned).Max(Due))), credit.Amount);
        Tampering.IsNamed(credit.Explain(), cents.Get);

        decimal Due(int r)
        {
            var (kept, share) = (sold - r, net * r / sold);
            if (kept == 0)
                return net;

            var part = Cost(sold) * kept / sold;
            var worth = Math.Max(Cost(kept), part);
            return net == Cents(Cost(sold)) ? net - Cents(worth)
                : worth > part ? Math.Min(Cents(share - (worth - part)), net) : Math.Min(Cents(share), net);
        }

        // By hand: all of it at the step it reaches, or each part at its own; below the first step at its price.
        decimal Cost(int k)
        {
            var step = Array.FindLastIndex(bounds, bound => bound <= k);
            if (!graduated || step < 0)
                return k * prices[Math.Max(step, 0)];

            return Enumerable.Range(0, step + 1).Sum(
                i => prices[i] * ((i == step ? k : bounds[i + 1]) - (i == 0 ? 0 : bounds[i])));
        }
    }

    // From 10 at 10.00, from 50 at 9.00; 50 were sold for 450.00. Below 10 there is no price.
    [Theory]
    [InlineData("45", "400.00")]
    [InlineData("40 5 5", "350.00 50.00 50.00")]
    [InlineData("40 1 4 5", "350.00 10.00 40.00 50.00")]
    [InlineData("41 9", "360.00 90.00")]
    public void What_is_kept_below_the_first_step_does_not_go_back_to_the_best_price(string parcels, string credits)
    {
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (10m, 10m), (50m, 9m));
        var sale = ReturnedSale.Of(Sold(50m, 500m, 450m), s_policy.RatingTheRest(breaks));
        var given = parcels.Split(' ').Select(parcel =>
        {
            var credit = sale.Credit(Quantity.Pieces(int.Parse(parcel, System.Globalization.CultureInfo.InvariantCulture)));
            Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
            sale = credit.After;
            return credit.Amount.ToString().Substring(4);
        });

        Assert.Equal(credits, string.Join(" ", given));
    }

    // 10 cases of 24 at 10.00 a bottle.
    [Theory]
    [InlineData(10, "100.00")]
    [InlineData(24, "240.00")]
    [InlineData(240, "2400.00")]
    public void A_bottle_of_a_case_comes_back(int bottles, string credit)
    {
        var sale = ReturnedSale.Of(Cases(10m, 2_400m), InBottles());
        var given = sale.Credit(Quantity.Pieces(bottles));

        Assert.Equal(Quantity.Pieces(240), sale.Quantity);
        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.Equal(Quantity.Pieces(240 - bottles), given.After.Open);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        Assert.Equal(Cny(240m), sale.Credit(new Quantity(1m, UnitOfMeasure.Case)).Amount);
        Assert.Throws<UnitMismatchException>("returned", () => sale.Credit(new Quantity(1m, UnitOfMeasure.Kilogram)));
    }

    [Fact]
    public void Returns_are_counted_in_a_unit_that_says_what_was_sold()
    {
        var inCases = InBottles().InMultiplesOf(new Quantity(1m, UnitOfMeasure.Case));

        Assert.Equal(new Quantity(2m, UnitOfMeasure.Case), ReturnedSale.Of(Sold(48m, 480m, 480m), inCases).Quantity);
        Assert.Throws<ArgumentException>("policy", () => ReturnedSale.Of(Sold(50m, 500m, 500m), inCases));
    }

    [Fact]
    public void A_case_comes_back_bottle_by_bottle_and_is_credited_whole()
    {
        var sale = ReturnedSale.Of(Cases(1m, 100m), InBottles());
        var last = Enumerable.Range(0, 24).Aggregate(sale, (each, _) => each.Credit(Quantity.Pieces(1)).After);

        Assert.Equal((Cny(100m), Quantity.Pieces(0)), (last.Credited, last.Open));
        Assert.True(last.Credit(Quantity.Pieces(1)).IsRefused);
    }

    // By the case 240.00, from 2 cases on 220.00: 2 at 440.00, of which 1 bottle leaves 47 at 10.00.
    [Theory]
    [InlineData(1, "0.00")]
    [InlineData(24, "200.00")]
    public void Breaks_by_the_case_are_asked_for_what_is_left_of_it(int bottles, string credit)
    {
        var breaks = TieredPrice.From(
            Currency.CNY, UnitOfMeasure.Case, (0m, 240m), (2m, 220m));
        var sale = ReturnedSale.Of(Cases(2m, 440m), InBottles().RatingTheRest(breaks));

        Assert.Equal("CNY " + credit, sale.Credit(Quantity.Pieces(bottles)).Amount.ToString());
    }

    [Fact]
    public void Nothing_beside_is_as_if_it_were_not_said()
    {
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 0.345m), (4m, 0.251m));
        Money Credit(ReturnPolicy policy) => ReturnedSale.Of(Sold(4m, 1.38m, 1m), policy).Credit(Quantity.Pieces(3)).Amount;

        Assert.Equal(Cny(0.65m), Credit(s_policy.RatingTheRest(breaks)));
        Assert.Equal(Cny(0.65m), Credit(s_policy.RatingTheRest(breaks, Quantity.Pieces(0))));
    }

    // 3,200 at 94.00, below 3,000 at 96.00: from 200 back on the rest keeps what it was credited.
    [Theory]
    [InlineData(200, "")]
    [InlineData(201, "pricing.return-rated-anew (kept 2999 PCE, price CNY 96.00, lost CNY 94.00, as when back 200 PCE)")]
    [InlineData(250, "pricing.return-rated-anew (kept 2950 PCE, price CNY 96.00, lost CNY 4700.00, as when back 200 PCE)")]
    public void What_stays_due_since_less_was_back_says_since_when(int returned, string reasons)
    {
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 100m), (1_000m, 96m), (3_000m, 94m));
        var credit = ReturnedSale.Of(Sold(3_200m, 320_000m, 300_800m), s_policy.RatingTheRest(breaks)).Credit(Quantity.Pieces(returned));

        Assert.Equal(Cny(18_800m), credit.Amount);
        Assert.Equal(reasons, string.Join("; ", credit.Reasons));
    }

    private static decimal Cents(decimal amount) => Cny(amount).ToCents().Amount;

    private static Money InParcels(ReturnedSale sale, int pieces) =>
        Enumerable.Range(0, pieces).Aggregate(sale, (each, _) => each.Credit(Quantity.Pieces(1)).After).Credited;

    private static (int[] Bounds, decimal[] Prices) Scale(byte[] steps)
    {
        var (bounds, prices) = (new System.Collections.Generic.List<int>(), new System.Collections.Generic.List<decimal>());
        foreach (var step in steps.Take(5))
        {
            bounds.Add(bounds.Count == 0 ? step % 3 : bounds[bounds.Count - 1] + 1 + (step % 7));
            prices.Add((step % 23 / 2m) + 0.01m);
        }

        return bounds.Count == 0 ? ([0], [3.33m]) : ([.. bounds], [.. prices]);
    }

    private static ReturnPolicy InBottles() =>
        s_policy.InMultiplesOf(Quantity.Pieces(1)).WithUnits(
            UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24)));

    private static SalesLine Cases(decimal cases, decimal net)
    {
        var line = Sold(cases, net, net).ToBuilder();
        line.Quantity = new Quantity(cases, UnitOfMeasure.Case);
        return line.Build();
    }
}
