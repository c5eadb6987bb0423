using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What comes back brings no more than was paid for it, unless what is kept has its discounts in full.</summary>
public sealed class ReturnsUpToWhatWasPaid
{
    /// <summary>What was paid for what is back, line by line, worked out beside the library.</summary>
    internal static Money PaidFor(ReturnedDocument sale) =>
        Money.Sum(
            sale.Sold.Net.Currency,
            sale.Sold.Lines.Where(line => !line.Line.IsReturn).Select(line =>
            {
                var (back, sold) = (sale.ReturnedOf(line.Line.Number).Amount, line.Line.Quantity.Amount);
                var part = (line.Net * back / sold).Round(Rounding.Commercial);
                return back == sold ? line.Net : Money.Min(part, line.Net);
            }));

    // 10 at 100.00 less 100.00 from 200.00: 2 kept still have the coupon whole, and would cost 50.00 each.
    [Theory]
    [InlineData(200, 7, "630.00", "700.00")]
    [InlineData(200, 8, "720.00", "800.00")]
    [InlineData(200, 9, "800.00", "800.00")]
    [InlineData(200, 10, "900.00", "900.00")]
    [InlineData(0, 9, "810.00", "900.00")]
    [InlineData(0, 10, "900.00", "900.00")]
    public void An_amount_off_that_the_rest_still_earns_is_not_left_to_it_whole(int from, int back, string credit, string inFull)
    {
        var coupon = Discount.OfOrder("spring", Cny(100m));
        var sale = ReturnedDocument.Of(
            Schedule(from == 0 ? coupon : coupon.FromAmount(Cny(from))).Apply(Order(Line(1, 100m, 10m))));
        var given = sale.Credit(1, Quantity.Pieces(back));
        var old = sale.WithDiscountsKeptInFull().Credit(1, Quantity.Pieces(back));

        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.Equal("CNY " + inFull, old.Amount.ToString());
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
        Assert.True(old.Explain().IsVerified, old.Explain().ToString());
        Assert.Equal(credit != inFull, given.Reasons.Any(reason => reason.Code == "pricing.return-limited-to-paid"));
        Assert.DoesNotContain(old.Reasons, reason => reason.Code == "pricing.return-limited-to-paid");
    }

    [Fact]
    public void The_reason_says_what_was_paid_and_the_last_credit_brings_the_rest()
    {
        var sale = ReturnedDocument.Of(
            Schedule(Discount.OfOrder("spring", Cny(100m)).FromAmount(Cny(200m))).Apply(Order(Line(1, 100m, 10m))));
        var credit = sale.Credit(1, Quantity.Pieces(8));

        Assert.Equal(
            "pricing.return-limited-to-paid (less CNY 800.00, paid CNY 720.00, limited CNY 80.00)", credit.Reasons.Single().ToString());
        Assert.Equal(Cny(720m), credit.After.Due);
        Assert.Equal(Cny(180m), credit.After.Credit(1, Quantity.Pieces(2)).Amount);
        Assert.False(sale.KeepsDiscountsInFull);
        Assert.True(sale.WithDiscountsKeptInFull().Credit(1, Quantity.Pieces(8)).After.KeepsDiscountsInFull);
        Assert.Equal("CNY 900.00, credited CNY 0.00; discounts kept in full", sale.WithDiscountsKeptInFull().ToString());
    }

    // 500 + 500 less 100 from 500: line 1 was 450.00, and line 2 did not move.
    [Fact]
    public void A_line_of_which_nothing_comes_back_is_credited_nothing()
    {
        var sale = ReturnedDocument.Of(
            Schedule(Discount.OfOrder("spring", Cny(100m)).FromAmount(Cny(500m))).Apply(Order(Line(1, 100m, 5m), Line(2, 100m, 5m))));
        var credit = sale.Credit(1, Quantity.Pieces(5));

        Assert.Equal("line 1: 5 PCE, CNY 450.00", credit.Lines.Single().ToString());
        Assert.Equal(Cny(450m), credit.Amount);
        Assert.True(credit.Lines[0].Explain().IsVerified, credit.Lines[0].Explain().ToString());
        Assert.Equal(
            ["line 1: 5 PCE, CNY 450.00", "line 2: CNY 50.00"],
            sale.WithDiscountsKeptInFull().Credit(1, Quantity.Pieces(5)).Lines.Select(line => line.ToString()));
    }

    // Line 1 has 10 % from 10 pieces and 47.37 of 100.00 off; of what is kept it has 44.44 and line 2 the other 55.56, 2.93 more.
    [Fact]
    public void What_a_line_gains_of_a_discount_that_is_shared_otherwise_goes_to_the_line_that_lost_one()
    {
        var sale = ReturnedDocument.Of(
            Schedule(
                    Discount.Percent("ten", Percent(10)).For(Only("P-1")).FromQuantity(Quantity.Pieces(10)).At(1),
                    Discount.OfOrder("spring", Cny(100m)).At(2))
                .Apply(Order(Line(1, 50m, 10m), Line(2, 50m, 10m))));
        var credit = sale.Credit(1, Quantity.Pieces(2));

        Assert.Equal([402.63m, 447.37m], sale.Sold.Nets());
        Assert.Equal([355.56m, 444.44m], credit.After.Rest!.Nets());
        Assert.Equal("line 1: 2 PCE, CNY 50.00", credit.Lines.Single().ToString());
        Assert.Equal(Cny(50m), credit.Amount);
        Assert.True(credit.Lines[0].Explain().IsVerified, credit.Lines[0].Explain().ToString());
        Assert.Equal(
            ["line 1: 2 PCE, CNY 47.07", "line 2: CNY 2.93"],
            sale.WithDiscountsKeptInFull().Credit(1, Quantity.Pieces(2)).Lines.Select(line => line.ToString()));
    }

    [Property(MaxTest = 300)]
    public void No_line_brings_more_than_was_paid_for_what_is_back_of_it_and_none_is_credited_that_did_not_move(
        (byte Cents, byte Sold, byte Back)[] rows, PositiveInt seed, bool isGraduated)
    {
        if (rows.Length == 0)
            return;

        rows = [.. rows.Take(6)];
        var steps = Discount.Percent("steps", ByPieces((5m, 7m), (9m, 11m))).Counting(BreakBasis.MixGroup).At(10);
        var sold = Schedule(
                isGraduated ? steps.Graduated() : steps,
                Discount.OfOrder("spring", Cny(1 + (seed.Get % 9))).FromAmount(Cny(1 + (seed.Get % 40))).At(90))
            .Apply(Order([.. rows.Select((row, i) => Line(i, (row.Cents + 1) / 7m, (row.Sold % 12) + 1))]));
        var note = rows.Select((row, i) => (Line: i, Returned: Quantity.Pieces(row.Back % ((row.Sold % 12) + 2))))
            .Where(line => line.Returned.IsPositive).ToArray();
        if (note.Length == 0)
            return;

        var credit = ReturnedDocument.Of(sold).Credit(note);
        var inFull = ReturnedDocument.Of(sold).WithDiscountsKeptInFull().Credit(note);
        var paid = PaidFor(credit.After);
        var less = sold.Net - (credit.After.Rest?.Net ?? Cny(0m));

        Assert.Equal(Money.Max(Cny(0m), Money.Min(less, paid)), credit.Amount);
        Assert.Equal(Money.Max(Cny(0m), less), inFull.Amount);
        Assert.Equal(credit.Amount, Money.Sum(Currency.CNY, credit.Lines.Select(line => line.Amount)));
        Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
        Assert.All(credit.Lines, line =>
        {
            Assert.True(line.Amount <= PaidFor(line), line.ToString());
            Assert.True(line.Explain().IsVerified, line.Explain().ToString());
        });

        // Where nothing is above what was paid, both are one, line by line.
        if (inFull.Lines.All(line => line.Amount <= PaidFor(line)))
            Assert.Equal(inFull.Lines.Select(line => line.ToString()), credit.Lines.Select(line => line.ToString()));
    }

    private static Money PaidFor(DocumentCreditLine line) =>
        Money.Min(line.Sold.Net, (line.Sold.Net * line.Returned.Amount / line.Sold.Line.Quantity.Amount).Round(Rounding.Commercial));
}
