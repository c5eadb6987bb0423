using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Rebates;

/// <summary>What a customer deducts is matched with what it was granted, and what differs is named.</summary>
public sealed class DeductionsMatched
{
    private static readonly DeductibleCredit s_credit =
        DeductibleCredit.Of(new DocumentId("CN-7"), new CustomerId("D-1"), Quantity.Pieces(300m), Usd(2m));

    private static Gen<CustomerDeduction[]> Deductions { get; } =
        (from line in Gen.Choose(1, 9) from credit in Gen.Choose(0, 3) from customer in Gen.Choose(1, 2) from cents in Gen.Choose(1, 60_000)
         from day in Gen.Choose(1, 5)
         select Deduction(line, Usd(cents / 100m), credit, "D-" + (char)('0' + customer), day))
        .ListOf().Select(deductions => deductions.GroupBy(each => each.Id).Select(group => group.First()).ToArray());

    [Fact]
    public void The_difference_is_taken_apart_into_price_and_quantity()
    {
        var line = Match(Units(310m, 2.20m)).Lines[0];

        Assert.Equal(Usd(62m), line.PriceDifference);
        Assert.Equal(Usd(20m), line.QuantityDifference);
        Assert.Equal(line.Deduction.Amount - s_credit.Amount, line.PriceDifference!.Value + line.QuantityDifference!.Value);
        Assert.Equal(Usd(82m), line.NotMatched);
        Assert.Equal(
            [
                "deduction.other-price (deducted USD 2.20, granted USD 2.00, effect USD 62.00)",
                "deduction.other-quantity (deducted 310 PCE, granted 300 PCE, effect USD 20.00)",
                "deduction.not-matched (amount USD 82.00)",
            ],
            line.Reasons.Select(reason => reason.ToString()));
        Assert.True(line.Explain().IsVerified);
    }

    [Theory]
    [InlineData(599.99, "deduction.other-amount", 0)]
    [InlineData(600, "", 0)]
    [InlineData(600.01, "deduction.other-amount deduction.not-matched", 0.01)]
    public void An_amount_alone_is_compared_as_an_amount(double deducted, string codes, double left)
    {
        var line = Match(Deduction(1, Usd((decimal)deducted), 7)).Lines[0];

        Assert.Equal(codes, string.Join(" ", line.Reasons.Select(reason => reason.Code)));
        Assert.Equal(Usd((decimal)left), line.NotMatched);
    }

    [Fact]
    public void Without_a_known_reference_or_of_another_customer_nothing_is_matched()
    {
        var match = Match(
            CustomerDeduction.Of(new LineId(new DocumentId("PA-1"), 1), new LocalDate(2026, 4, 20), new CustomerId("D-1"), Usd(5m)),
            Deduction(2, Usd(6m), 8), Deduction(3, Usd(7m), 7, "D-2"));

        Assert.Equal(
            ["deduction.no-reference", "deduction.unknown-reference", "deduction.other-customer"],
            match.Lines.Select(line => line.Reasons[0].Code));
        Assert.Equal(Usd(18m), match.NotMatched);
        Assert.Equal(Usd(600m), match.Left);
        Assert.True(match.Explain().IsVerified);
    }

    [Fact]
    public void A_credit_is_used_once_by_those_who_come_first()
    {
        var match = Match(Deduction(2, Usd(400m), 7, day: 2), Deduction(1, Usd(400m), 7, day: 1));

        Assert.Equal([Usd(400m), Usd(200m)], match.Lines.Select(line => line.Matched));
        Assert.Equal("deduction.used-before (credit USD 600.00, used USD 400.00)", match.Lines[1].Reasons[0].ToString());
        Assert.Equal(Usd(0m), match.LeftOf(new DocumentId("CN-7")));
        Assert.Null(match.LeftOf(new DocumentId("CN-8")));
    }

    [Property]
    public Property Matched_never_exceeds_the_credit_and_the_order_decides_nothing() =>
        Prop.ForAll(
            Deductions.ToArbitrary(),
            deductions =>
            {
                DeductibleCredit[] credits =
                    [.. Enumerable.Range(1, 3).Select(i => DeductibleCredit.Of(Number(i), new CustomerId("D-1"), Usd(100m * i)))];
                var match = DeductionMatch.Of(Currency.USD, deductions, credits);
                var other = DeductionMatch.Of(Currency.USD, deductions.Reverse().Concat(deductions), credits.Reverse());

                foreach (var credit in credits)
                {
                    var matched = match.Lines.Where(line => line.Credit == credit).Sum(line => line.Matched.Amount);
                    Assert.InRange(matched, 0m, credit.Amount.Amount);
                    Assert.Equal(credit.Amount.Amount - matched, match.LeftOf(credit.Number)!.Value.Amount);
                }

                Assert.Equal(match.Deducted, match.Matched + match.NotMatched);
                Assert.Equal(match.Lines.Select(line => line.ToString()), other.Lines.Select(line => line.ToString()));
                Assert.True(match.Explain().IsVerified);
            });

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Equal(
            "deductions",
            Assert.Throws<ArgumentException>(() => Match(Deduction(1, Usd(1m), 7), Deduction(1, Usd(2m), 7))).ParamName);
        Assert.Equal(
            "credits",
            Assert.Throws<ArgumentException>(
                () => DeductionMatch.Of(Currency.USD, [], [s_credit, DeductibleCredit.Of(Number(7), new CustomerId("D-1"), Usd(1m))]))
                .ParamName);
        Assert.Throws<CurrencyMismatchException>(() => DeductionMatch.Of(Currency.CNY, [], [s_credit]));
    }

    private static DeductionMatch Match(params CustomerDeduction[] deductions) => DeductionMatch.Of(Currency.USD, deductions, [s_credit]);

    private static DocumentId Number(int credit) => new("CN-" + (char)('0' + credit));

    private static CustomerDeduction Units(decimal pieces, decimal price) =>
        CustomerDeduction.Of(
                new LineId(new DocumentId("PA-1"), 1), new LocalDate(2026, 4, 20), new CustomerId("D-1"), Quantity.Pieces(pieces),
                Usd(price))
            .WithReference(Number(7));

    private static CustomerDeduction Deduction(int line, Money amount, int credit, string customer = "D-1", int day = 20) =>
        CustomerDeduction.Of(new LineId(new DocumentId("PA-1"), line), new LocalDate(2026, 4, day), new CustomerId(customer), amount)
            .WithReference(Number(credit));
}
