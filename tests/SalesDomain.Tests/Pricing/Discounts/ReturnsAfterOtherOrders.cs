using System;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.ReturnedSales;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>A sale by a list that counts over documents comes back: what was bought before keeps its own price.</summary>
public sealed class ReturnsAfterOtherOrders
{
    private static readonly ReturnPolicy s_policy = ReturnPolicy.AtSalePrice(Rounding.Commercial);

    private static readonly ItemPrice s_price = ItemPrice.Of(
        TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 10m), (100m, 9.2m), (300m, 8.5m)));

    private static readonly ItemPrice s_byValue = ItemPrice.ByValue(
        StepSchedule.From((Cny(0m), Cny(30m)), (Cny(700m), Cny(27m))), Quantity.Pieces(1));

    public enum Mode
    {
        From,
        ByWeight,
        ByValue,
        PerHundred,
        Graduated,
        GraduatedPerHundred,
    }

    // 60 at 10.00 were bought before 80 at 9.20. With the 60 as pieces beside, 50 back were 388.00 and all 688.00.
    [Theory]
    [InlineData(false, 736, 436)]
    [InlineData(true, 768, 468)]
    public void Fifty_of_80_bought_after_60_leave_30_at_their_own_step(bool isGraduated, decimal net, decimal credit)
    {
        var sale = ReturnedSale.Of(
            Sold(80m, 800m, net),
            s_policy.RatingTheRest(isGraduated ? s_price.Graduated() : s_price).WithBoughtBefore(Quantity.Pieces(60)));
        var first = sale.Credit(Quantity.Pieces(50));
        var rest = first.After.Credit(Quantity.Pieces(30));

        Assert.Equal((Cny(credit), Cny(300m)), (first.Amount, rest.Amount));
        Assert.Equal(Cny(net), sale.Credit(Quantity.Pieces(80)).Amount);
        Assert.Equal((isGraduated ? null : Cny(10m), Cny(300m)), (first.KeptPrice, first.KeptAmount));
        Assert.True(first.Explain().IsVerified, first.Explain().ToString());
        Assert.True(rest.Explain().IsVerified, rest.Explain().ToString());
    }

    // Before and kept together: 100 are at 9.20 still, 99 are not.
    [Theory]
    [InlineData(40, "368.00", 0)]
    [InlineData(41, "368.00", 1)]
    public void What_was_bought_before_goes_into_the_step_of_what_is_kept(int returned, string credit, int reasons)
    {
        var sale = ReturnedSale.Of(Sold(80m, 800m, 736m), s_policy.RatingTheRest(s_price).WithBoughtBefore(Quantity.Pieces(60)));
        var given = sale.Credit(Quantity.Pieces(returned));

        // At 41 back, 39 at 10.00 are 390.00, 346.00 would be due: what was due for 40 stays due.
        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.Equal(reasons, given.Reasons.Count);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Fact]
    public void What_the_sale_says_was_bought_before_is_given_as_it_is()
    {
        var book = PriceBook.Of(
                AccessSequence.Of(ScopeDimensions.None),
                PriceList.Of("frame", Currency.CNY, TaxBasis.WithoutTax).During(
                    DateSpan.OfYear(2026),
                    PriceListVersion.Empty.With(new("P-1"), s_price.Graduated()).Cumulative(over: DateSpan.OfYear(2026))))
            .With(PricedProduct.Of(new("P-1"), UnitConversions.Of(UnitOfMeasure.Piece)));
        var price = book.Price(
            new("P-1"), Quantity.Pieces(80), default, new(2026, 2, 10), Currency.CNY,
            PurchaseHistory.Of(EarlierPurchase.Of(new("P-1"), Quantity.Pieces(60), new(2026, 1, 10))));
        var sale = ReturnedSale.Of(
            Sold(80m, 800m, price.Amount.Amount),
            s_policy.RatingTheRest(s_price.Graduated()).WithBoughtBefore(price));

        Assert.Equal((Cny(768m), Cny(468m)), (price.Amount, sale.Credit(Quantity.Pieces(50)).Amount));
    }

    // 5 pieces are no decimal of a case of 24: as pieces they meet a bound that they would miss as cases. 29 are kept in all; from 30
    // on 8.80 is lost, and the case that is kept costs 240.00 of the 422.40.
    [Theory]
    [InlineData(29, "211.20", 0)]
    [InlineData(30, "182.40", 1)]
    public void Pieces_were_bought_before_and_cases_are_sold(int bound, string credit, int reasons)
    {
        var breaks = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 10m), (bound, 8.8m));
        var cases = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24));
        var line = Sold(2m, 480m, 422.4m).ToBuilder();
        line.Quantity = new Quantity(2m, UnitOfMeasure.Case);
        var sale = ReturnedSale.Of(
            line.Build(), s_policy.RatingTheRest(breaks).WithBoughtBefore(Quantity.Pieces(5)).WithUnits(cases));
        var given = sale.Credit(new Quantity(1m, UnitOfMeasure.Case));

        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.Equal(reasons, given.Reasons.Count);
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    [Property(MaxTest = 400)]
    public void Sale_and_returns_in_any_cuts_are_what_is_kept_after_what_was_bought_before(
        Mode mode, NonNegativeInt earlier, PositiveInt first, PositiveInt second, NonNegativeInt rest, PositiveInt hundredths)
    {
        var (before, one, two, kept) = (earlier.Get % 12, first.Get % 12 + 1, second.Get % 12 + 1, rest.Get % 12);
        var scale = hundredths.Get / 10_000m;
        var sold = one + two + kept;
        var net = Worth(mode, before, sold, scale);
        var sale = ReturnedSale.Of(Sold(sold, net, net), After(Policy(mode, scale), mode, scale, before));

        var then = sale.Credit(Quantity.Pieces(one)).After.Credit(Quantity.Pieces(two));
        var whole = sale.Credit(Quantity.Pieces(one + two));
        var single = Enumerable.Range(0, one + two).Aggregate(sale, (each, _) => each.Credit(Quantity.Pieces(1)).After);

        Assert.Equal(whole.After.Credited, then.After.Credited);
        Assert.Equal(whole.After.Credited, single.Credited);
        Assert.Equal(Cny(net), sale.Credit(Quantity.Pieces(sold)).Amount);
        Assert.Equal(Cny(net), kept == 0 ? single.Credited : single.Credit(Quantity.Pieces(kept)).After.Credited);
        Tampering.IsNamed(whole.Explain(), hundredths.Get % 1000);
        Assert.True(then.Explain().IsVerified, then.Explain().ToString());

        // Where more pieces would have cost less, what was due then stays due.
        var least = Enumerable.Range(kept, one + two + 1).Min(pieces => Worth(mode, before, pieces, scale));
        Assert.Equal(least, net - whole.After.Credited.Amount);
    }

    [Property]
    public void Nothing_before_is_as_if_it_were_not_said(Mode mode, PositiveInt first, NonNegativeInt rest, PositiveInt hundredths)
    {
        var (one, kept, scale) = (first.Get % 12 + 1, rest.Get % 12, hundredths.Get / 10_000m);
        var line = Sold(one + kept, 1m, Worth(mode, 0, one + kept, scale));
        var policy = Policy(mode, scale);

        Assert.Equal(
            ReturnedSale.Of(line, policy).Credit(Quantity.Pieces(one)).Amount,
            ReturnedSale.Of(line, After(policy, mode, scale, 0)).Credit(Quantity.Pieces(one)).Amount);
    }

    [Fact]
    public void It_is_kept_by_the_other_settings_and_refused_where_it_makes_no_sense()
    {
        var policy = s_policy.WithBoughtBefore(Quantity.Pieces(60)).RatingTheRest(s_price, Quantity.Pieces(5)).WithUnits(HalfKilograms());

        Assert.Equal((Quantity.Pieces(60), Quantity.Pieces(5)), (policy.BoughtBefore, policy.CountedBeside));
        Assert.Contains("with 5 PCE beside, 60 PCE bought before, ", policy.ToString());
        TestHelper.TestEqualsClass(
            s_policy.WithBoughtBefore(Quantity.Pieces(60)), s_policy.WithBoughtBefore(Quantity.Pieces(60)), s_policy,
            s_policy.WithBoughtBefore(Quantity.Pieces(61)));
        Assert.Throws<ArgumentOutOfRangeException>("boughtBefore", () => s_policy.WithBoughtBefore(Quantity.Pieces(-1)));
        Assert.Throws<UnitMismatchException>(
            "policy",
            () => ReturnedSale.Of(
                Sold(1m, 1m, 1m), s_policy.RatingTheRest(s_price).WithBoughtBefore(new Quantity(1m, UnitOfMeasure.Case))));
    }

    // 10 at 30.00, or at 27.00 from 700.00 on, after so much of other products: 9 are 270.00 at the first price.
    [Theory]
    [InlineData("430.00", "27.00")]
    [InlineData("429.99", "0.00")]
    [InlineData("400.00", "0.00")]
    public void The_value_that_was_bought_before_goes_into_the_step_of_what_is_kept(string before, string credit)
    {
        var sale = ReturnedSale.Of(
            Sold(10m, 300m, 270m), s_policy.RatingTheRest(s_byValue).WithBoughtBefore(Money.Parse("CNY " + before)));
        var given = sale.Credit(Quantity.Pieces(1));

        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.Equal(Cny(270m), given.After.Credit(Quantity.Pieces(9)).After.Credited);
        Tampering.IsNamed(given.Explain(), 7);
        Assert.Contains("bought before", given.Explain().ToString());
    }

    [Fact]
    public void What_a_mix_group_by_value_counted_before_is_given_as_it_is()
    {
        var other = ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(20m)), (Cny(700m), Cny(18m))), Quantity.Pieces(1));
        var book = PriceBook.Of(
            AccessSequence.Of(ScopeDimensions.None),
            PriceList.Of("frame", Currency.CNY, TaxBasis.WithoutTax).During(
                DateSpan.OfYear(2026),
                PriceListVersion.Empty.With(new("P-1"), s_byValue).With(new("P-2"), other).Cumulative(over: DateSpan.OfYear(2026))));
        var rules = QuotationRules.Of(
                book, DiscountSchedule.Of(Rounding.Commercial), Percent(13m), TaxBasis.WithoutTax)
            .CountingTogether(Scope.Everything);
        var price = rules.Quote(
                QuoteRequest.Of(new(2026, 2, 10), Currency.CNY, default, QuoteLine.Of(1, new("P-1"), Quantity.Pieces(10)))
                    .WithPurchases(
                        PurchaseHistory.Of(EarlierPurchase.Of(new("P-2"), Quantity.Pieces(20), new(2026, 1, 10)))))
            .Lines[0].Price;
        var policy = s_policy.RatingTheRest(s_byValue).WithBoughtBefore(price);

        Assert.Equal((Cny(270m), Cny(400m), null), (price.Amount, policy.ValueBoughtBefore!.Value, policy.BoughtBefore));
        Assert.Equal(policy, s_policy.RatingTheRest(s_byValue).WithBoughtBefore(price.ValueBoughtBefore!.Value));
        Assert.Equal(Cny(0m), ReturnedSale.Of(Sold(10m, 300m, 270m), policy).Credit(Quantity.Pieces(1)).Amount);
    }

    // 295.00 are reached by 10 pieces and not by 9; by the tenth of a metre 9.9 reach them, and 0.1 back are 2.70.
    [Theory]
    [InlineData("1", "0.00")]
    [InlineData("0.5", "0.00")]
    [InlineData("0.1", "2.70")]
    [InlineData("0.01", "4.32")]
    public void What_is_due_is_the_greatest_of_the_multiples_that_can_come_back(string smallest, string credit)
    {
        var record = ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(30m)), (Cny(295m), Cny(27m))), Quantity.Pieces(1));
        var policy = s_policy.RatingTheRest(record);
        var multiples = policy.InMultiplesOf(Quantity.Pieces(decimal.Parse(smallest, CultureInfo.InvariantCulture)));
        var given = ReturnedSale.Of(Sold(10m, 300m, 270m), multiples).Credit(Quantity.Pieces(1));

        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Assert.Equal(Cny(0m), ReturnedSale.Of(Sold(10m, 300m, 270m), policy).Credit(Quantity.Pieces(1)).Amount);
        Tampering.IsNamed(given.Explain(), 5);
    }

    [Fact]
    public void The_smallest_quantity_is_above_zero_and_in_the_unit_of_the_sale()
    {
        var policy = s_policy.InMultiplesOf(Quantity.Pieces(0.5m));

        Assert.Equal((null, Quantity.Pieces(0.5m)), (s_policy.Smallest, policy.Smallest));
        Assert.Equal(Quantity.Pieces(0.5m), policy.RatingTheRest(s_price, Quantity.Pieces(1)).WithUnits(HalfKilograms()).Smallest);
        Assert.Equal(Quantity.Pieces(0.5m), policy.WithBoughtBefore(Quantity.Pieces(1)).WithBoughtBefore(Cny(1m)).Smallest);
        Assert.Contains("in multiples of 0.5 PCE", policy.ToString());
        Assert.Throws<ArgumentOutOfRangeException>("smallest", () => s_policy.InMultiplesOf(Quantity.Pieces(0m)));
        Assert.Throws<UnitMismatchException>(
            "policy", () => ReturnedSale.Of(Sold(1m, 1m, 1m), s_policy.InMultiplesOf(new Quantity(1m, UnitOfMeasure.Case))));
        TestHelper.TestEqualsClass(
            policy, s_policy.InMultiplesOf(Quantity.Pieces(0.5m)), s_policy, s_policy.InMultiplesOf(Quantity.Pieces(1m)));
    }

    // 5 pieces of a case at 240.00 are 50.00, which 24 at 10.00 each do not show as a decimal of a case.
    [Theory]
    [InlineData("149.99", "40.00")]
    [InlineData("150.00", "45.00")]
    public void A_value_before_stands_beside_pieces_of_a_case(string before, string credit)
    {
        var record = ItemPrice.ByValue(
            StepSchedule.From((Cny(0m), Cny(240m)), (Cny(200m), Cny(216m))), new Quantity(1m, UnitOfMeasure.Case));
        var cases = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24));
        var sale = ReturnedSale.Of(
            Sold(10m, 100m, 90m),
            s_policy.RatingTheRest(record).WithUnits(cases).WithBoughtBefore(Money.Parse("CNY " + before)));
        var given = sale.Credit(Quantity.Pieces(5));

        // 5 that are kept below the step are 50.00 of the 90.00; 6 were 54.00 at 209.99, so that 36.00 were due for 4.
        Assert.Equal("CNY " + credit, given.Amount.ToString());
        Tampering.IsNamed(given.Explain(), 11);
    }

    [Fact]
    public void By_value_a_quantity_is_refused_and_by_quantity_a_value()
    {
        var sold = Sold(10m, 300m, 270m);
        var (byValue, byQuantity) = (s_policy.RatingTheRest(s_byValue), s_policy.RatingTheRest(s_price));

        Assert.Throws<ArgumentException>("policy", () => ReturnedSale.Of(sold, byValue.WithBoughtBefore(Quantity.Pieces(0))));
        Assert.Throws<ArgumentException>("policy", () => ReturnedSale.Of(sold, byQuantity.WithBoughtBefore(Cny(0m))));
        Assert.Throws<CurrencyMismatchException>("policy", () => ReturnedSale.Of(sold, byValue.WithBoughtBefore(Usd(1m))));
        Assert.Throws<ArgumentOutOfRangeException>("boughtBefore", () => byValue.WithBoughtBefore(Cny(-0.01m)));

        // The last that was given counts.
        var last = byValue.WithBoughtBefore(Quantity.Pieces(1)).WithBoughtBefore(Cny(2m));
        Assert.Equal((null, Cny(2m)), (last.BoughtBefore, last.ValueBoughtBefore));
        Assert.Equal((Quantity.Pieces(3), null), (last.WithBoughtBefore(Quantity.Pieces(3)).BoughtBefore, byValue.ValueBoughtBefore));
        Assert.Contains("CNY 2.00 bought before, ", last.ToString());
        Assert.Equal(Cny(2m), last.RatingTheRest(s_byValue, Quantity.Pieces(1)).WithUnits(HalfKilograms()).ValueBoughtBefore);
        TestHelper.TestEqualsClass(last, byValue.WithBoughtBefore(Cny(2m)), byValue, byValue.WithBoughtBefore(Cny(3m)));
    }

    private static ReturnPolicy After(ReturnPolicy policy, Mode mode, decimal scale, int pieces) =>
        mode == Mode.ByValue ? policy.WithBoughtBefore(Cny(pieces * 10m * scale)) : policy.WithBoughtBefore(Quantity.Pieces(pieces));

    private static ReturnPolicy Policy(Mode mode, decimal scale)
    {
        var (high, mid, low) = (10m * scale, 8m * scale, 7m * scale);
        var hundred = Quantity.Pieces(100);
        var from = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, high), (9m, mid), (16m, low));
        var perHundred = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, high * 100m), (9m, mid * 100m), (16m, low * 100m));
        return mode switch
        {
            Mode.From => s_policy.RatingTheRest(from),
            Mode.ByWeight => s_policy.WithUnits(HalfKilograms()).RatingTheRest(ItemPrice.Of(
                TieredPrice.From(Currency.CNY, UnitOfMeasure.Kilogram, (0m, high), (4.5m, mid), (8m, low)), Quantity.Pieces(1))),
            Mode.ByValue => s_policy.RatingTheRest(ItemPrice.ByValue(
                StepSchedule.From((Cny(0m), Cny(high)), (Cny(9m * high), Cny(mid)), (Cny(16m * high), Cny(low))), Quantity.Pieces(1))),
            Mode.PerHundred => s_policy.RatingTheRest(ItemPrice.Of(perHundred, hundred)),
            Mode.Graduated => s_policy.RatingTheRest(ItemPrice.Of(from).Graduated()),
            _ => s_policy.RatingTheRest(ItemPrice.Of(perHundred, hundred).Graduated()),
        };
    }

    // Worked by hand, in pieces: at the step of all together, or what all together cost less what those before cost.
    private static decimal Worth(Mode mode, int before, int pieces, decimal scale)
    {
        decimal Graduated(int all) => (10m * Math.Min(all, 9)) + (8m * Math.Max(0, Math.Min(all, 16) - 9)) + (7m * Math.Max(0, all - 16));
        var together = before + pieces;
        var amount = mode >= Mode.Graduated ? Graduated(together) - Graduated(before)
            : pieces * (together >= 16 ? 7m : together >= 9 ? 8m : 10m);
        return Cny(amount * scale).ToCents().Amount;
    }

    private static UnitConversions HalfKilograms() =>
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(0.5m, UnitOfMeasure.Kilogram), Quantity.Pieces(1));
}
