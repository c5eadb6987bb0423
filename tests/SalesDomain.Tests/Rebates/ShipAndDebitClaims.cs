using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Rebates.ClaimSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>Each line of a claim is granted, reduced or refused, and says why.</summary>
public sealed class ShipAndDebitClaims
{
    private static Gen<ShipAndDebitClaim[]> Claims { get; } =
        (from line in Gen.Choose(1, 12) from sale in Gen.Choose(1, 6) from pieces in Gen.Choose(1, 80) from more in Gen.Choose(-20, 20)
         from day in Gen.Choose(0, 40) from returned in Gen.Choose(0, 4)
         select returned == 0
             ? Claim(line, Sale(sale + 100, -pieces, original: sale), -pieces, Sold.PlusDays(day))
             : Claim(line, Sale(sale, pieces), Math.Max(1m, (2m * pieces) + more), Sold.PlusDays(day)))
        .ListOf().Select(claims => claims.GroupBy(claim => claim.Id).Select(group => group.First()).ToArray());

    [Theory]
    [InlineData("C-9", "P-1", 0, 30, "D-1", "SD-7", "")]
    [InlineData("C-8", "P-1", 0, 30, "D-1", "SD-7", "claim.customer-not-eligible")]
    [InlineData("C-9", "P-2", 0, 30, "D-1", "SD-7", "claim.product-not-covered")]
    [InlineData("C-9", "P-1", 21, 30, "D-1", "SD-7", "")]
    [InlineData("C-9", "P-1", 22, 30, "D-1", "SD-7", "claim.outside-window")]
    [InlineData("C-9", "P-1", 0, 60, "D-1", "SD-7", "")]
    [InlineData("C-9", "P-1", 0, 61, "D-1", "SD-7", "claim.too-late")]
    [InlineData("C-9", "P-1", 0, -1, "D-1", "SD-7", "claim.before-sale")]
    [InlineData("C-9", "P-1", 0, 30, "D-2", "SD-7", "claim.not-the-dealer")]
    [InlineData("C-9", "P-1", 0, 30, "D-1", "SD-8", "claim.other-contract")]
    [InlineData("C-8", "P-2", 22, 30, "D-2", "SD-8", "claim.other-contract claim.not-the-dealer claim.customer-not-eligible"
        + " claim.product-not-covered claim.outside-window")]
    public void A_line_that_is_not_of_the_contract_is_refused_with_every_reason(
        string customer, string product, int sold, int claimed, string dealer, string contract, string codes)
    {
        var on = Sold.PlusDays(sold);
        var claim = Claim(1, Sale(1, 50m, customer, product, on), on: on.PlusDays(claimed), dealer: dealer, contract: contract);
        var line = Assert.Single(Contract().WithClaimDays(60).Judge([claim]).Lines);

        Assert.Equal(codes, string.Join(" ", line.Reasons.Select(reason => reason.Code)));
        Assert.Equal(codes.Length == 0 ? ClaimState.Granted : ClaimState.Refused, line.State);
        Assert.Equal(codes.Length == 0 ? Usd(100m) : Usd(0m), line.Granted);
        Assert.True(line.Explain().IsVerified);
    }

    [Theory]
    [InlineData(299, 598, ClaimState.Granted)]
    [InlineData(300, 600, ClaimState.Granted)]
    [InlineData(301, 600, ClaimState.Reduced)]
    public void The_cap_holds_the_units_down(int pieces, int granted, ClaimState state)
    {
        var result = Contract(Price.WithCap(Quantity.Pieces(300m))).Judge([Claim(1, Sale(1, pieces))]);

        Assert.Equal(Usd(granted), result.Granted);
        Assert.Equal(state, result.Lines[0].State);
        Assert.Equal(state == ClaimState.Reduced, result.Lines[0].Reasons.Any(reason => reason.Code == "claim.over-cap"));
        Assert.True(result.Explain().IsVerified);
    }

    [Fact]
    public void What_the_cap_leaves_goes_to_the_lines_in_their_order_and_then_to_none()
    {
        var result = Contract(Price.WithCap(Quantity.Pieces(100m)))
            .Judge([Claim(3, Sale(3, 10m)), Claim(2, Sale(2, 60m)), Claim(1, Sale(1, 60m))]);

        Assert.Equal([Usd(120m), Usd(80m), Usd(0m)], result.Lines.Select(line => line.Granted));
        Assert.Equal("claim.used-up (cap 100 PCE)", result.Lines[2].Reasons[0].ToString());
        Assert.Equal(Quantity.Pieces(100m), result.UnitsOf(new ProductId("P-1")));
        Assert.Null(result.UnitsOf(new ProductId("P-2")));
    }

    [Theory]
    [InlineData(99.99, 99.99, ClaimState.Granted)]
    [InlineData(100, 100, ClaimState.Granted)]
    [InlineData(100.01, 100, ClaimState.Reduced)]
    public void No_more_is_granted_than_claimed_or_due(double claimed, double granted, ClaimState state)
    {
        var line = Contract().Judge([Claim(1, Sale(1, 50m), (decimal)claimed)]).Lines[0];

        Assert.Equal(Usd((decimal)granted), line.Granted);
        Assert.Equal(state, line.State);
        Assert.Equal(Usd((decimal)claimed) - line.Granted, line.NotGranted);
    }

    [Fact]
    public void A_sale_is_granted_once_and_a_line_that_was_refused_may_come_again()
    {
        var result = Contract().Judge([Claim(1, Sale(1, 50m)), Claim(2, Sale(1, 50m)), Claim(3, Sale(2, 5m), contract: "SD-8"),
            Claim(4, Sale(2, 5m))]);

        Assert.Equal("claim.claimed-before (sale SI-1/1, claim CL-1/1)", result.Lines[1].Reasons[0].ToString());
        Assert.Equal(
            [ClaimState.Granted, ClaimState.Refused, ClaimState.Refused, ClaimState.Granted], result.Lines.Select(line => line.State));
    }

    [Fact]
    public void Sales_in_cases_count_in_pieces_where_that_is_known()
    {
        var cases = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));
        var claim = Claim(1, Sale(1, 2m, unit: UnitOfMeasure.Case), 96m);

        Assert.Equal(Usd(96m), Contract(Price.WithUnits(cases)).Judge([claim]).Granted);
        Assert.Equal("claim.unit-not-converted (quantity 2 CS)", Contract().Judge([claim]).Lines[0].Reasons[0].ToString());
    }

    [Fact]
    public void Held_to_cost_goods_bought_below_the_list_earn_less_and_a_cost_that_is_not_shown_is_not_proven()
    {
        var result = Contract().HeldToCost().Judge(
            [
                Claim(1, Sale(1, 50m, cost: 450m)), Claim(2, Sale(2, 50m, cost: 600m)), Claim(3, Sale(3, 50m)),
                Claim(4, Sale(4, 50m, cost: 300m)),
            ]);

        Assert.Equal([Usd(50m), Usd(100m), Usd(0m), Usd(0m)], result.Lines.Select(line => line.Granted));
        Assert.Equal(ClaimState.NotProven, result.Lines[2].State);
        Assert.Equal(Usd(100m), result.NotProven);
        Assert.Equal(Usd(150m), result.Refused);
        Assert.True(result.Explain().IsVerified);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(199, 0)]
    [InlineData(200, 0)]
    [InlineData(201, -2)]
    [InlineData(500, -600)]
    public void Goods_that_came_back_are_first_those_that_were_not_granted(int returned, int takenBack)
    {
        var sold = Claim(1, Sale(1, 500m));
        var contract = Contract(Price.WithCap(Quantity.Pieces(300m)));
        ShipAndDebitClaim[] claims = returned == 0 ? [sold] : [sold, Claim(2, Sale(2, -returned, original: 1))];
        var result = contract.Judge(claims);

        Assert.Equal(Usd(600m + takenBack), result.Granted);
        Assert.True(result.Explain().IsVerified);
    }

    [Fact]
    public void What_came_back_frees_the_cap_and_of_no_sale_nothing_is_taken_back()
    {
        var result = Contract(Price.WithCap(Quantity.Pieces(100m))).Judge(
            [Claim(1, Sale(1, 100m)), Claim(2, Sale(2, -40m, original: 1)), Claim(3, Sale(3, 60m)), Claim(4, Sale(4, -5m, original: 9))]);

        Assert.Equal([Usd(200m), Usd(-80m), Usd(80m), Usd(0m)], result.Lines.Select(line => line.Granted));
        Assert.Equal("claim.nothing-to-take-back (sale SI-1/9)", result.Lines[3].Reasons[0].ToString());
    }

    [Property]
    public Property The_order_of_lines_decides_nothing_and_nothing_exceeds_claim_or_cap() =>
        Prop.ForAll(
            Claims.ToArbitrary(),
            claims =>
            {
                var contract = Contract(Price.WithCap(Quantity.Pieces(150m)));
                var result = contract.Judge(claims);
                var reversed = contract.Judge(claims.Reverse().Concat(claims));

                Assert.Equal(result.Lines.Select(line => line.ToString()), reversed.Lines.Select(line => line.ToString()));
                Assert.All(
                    result.Lines.Where(line => !line.Claim.Sale.IsReturn), line => Assert.True(line.Granted <= line.Claim.Amount));
                Assert.InRange(result.UnitsOf(new ProductId("P-1"))!.Value.Amount, 0m, 150m);
                Assert.InRange(result.Granted.Amount, 0m, 300m);
                Assert.Equal(result.Claimed, result.Granted + result.Refused + result.NotProven);
                Assert.True(result.Explain().IsVerified);
            });

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Equal(
            "contract",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => ShipAndDebitPrice.Of(new ProductId("P-1"), Usd(10m), Usd(10m), UnitOfMeasure.Piece)).ParamName);
        Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => Claim(1, Sale(1, 50m), -1m)).ParamName);
        Assert.Equal(
            "claims",
            Assert.Throws<ArgumentException>(() => Contract().Judge([Claim(1, Sale(1, 50m)), Claim(1, Sale(2, 50m))])).ParamName);
        Assert.Equal(
            "prices",
            Assert.Throws<ArgumentException>(
                () => ShipAndDebitContract.Of(
                    new DocumentId("SD-1"), new CustomerId("D-1"), DateSpan.Always, Rounding.Commercial, Price, Price)).ParamName);
    }
}
