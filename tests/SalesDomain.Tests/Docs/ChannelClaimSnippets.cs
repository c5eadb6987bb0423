using System;
using NodaTime;
using SalesDomain.Rebates;

namespace SalesDomain.Tests.Docs;

public static class ChannelClaimSnippets
{
    public static void ADealerClaimsTheDifference()
    {
        #region ADealerClaimsTheDifference
        Money Dollars(decimal amount) => new(amount, Currency.USD);
        var (dealer, hospital, product) = (new CustomerId("D-1"), new CustomerId("C-9"), new ProductId("P-1"));
        var contract = ShipAndDebitContract.Of(
                new DocumentId("SD-7"), dealer, DateSpan.OfQuarter(2026, 1), Rounding.Commercial,
                ShipAndDebitPrice.Of(product, acquisition: Dollars(10m), contract: Dollars(8m), UnitOfMeasure.Piece)
                    .WithCap(Quantity.Pieces(300)))
            .WithCustomers(hospital).WithClaimDays(60);

        // The dealer's own sale to the hospital.
        var sale = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("SI-1"),
            Line = 1,
            Date = new LocalDate(2026, 3, 10),
            Customer = hospital,
            Product = product,
            Quantity = Quantity.Pieces(350),
            NetAmount = Dollars(2_800m),
            Tax = Dollars(0m),
        }.Build();
        ShipAndDebitClaim Claim(int line, int month) =>
            ShipAndDebitClaim.Of(
                new LineId(new DocumentId("CL-1"), line), new LocalDate(2026, month, 8), dealer, contract.Number, sale, Dollars(700m));

        ShipAndDebitResult result = contract.Judge([Claim(1, 4), Claim(2, 6)]);
        Console.WriteLine(result);                      // SD-7: USD 600.00 of USD 1400.00
        Console.WriteLine(result.Lines[0]);             // CL-1/1: Reduced, USD 600.00 of USD 700.00
        Console.WriteLine(result.Lines[0].Reasons[0]);  // claim.over-cap (sold 350 PCE, left 300 PCE)
        Console.WriteLine(result.Lines[1].Reasons[0]);  // claim.claimed-before (sale SI-1/1, claim CL-1/1)
        Console.WriteLine(result.Lines[1].Reasons[1]);  // claim.too-late (claimed 2026-06-08, until 2026-05-09)
        #endregion
    }

    public static void PromotionMoneyOnEvidence()
    {
        #region PromotionMoneyOnEvidence
        Money Yuan(decimal amount) => new(amount, Currency.CNY);
        var dealer = new CustomerId("D-1");
        var sign = PromotionAllowance.Of(
                new DocumentId("MDF-3"), dealer, DateSpan.OfQuarter(2026, 2), share: Percentage.FromPercent(70), most: Yuan(10_000m),
                Rounding.Commercial)
            .WithEvidence("invoice", "photograph").WithClaimDays(30).WithMonths(24);
        var claim = PromotionClaim.Of(
                new DocumentId("PC-1"), new LocalDate(2026, 5, 20), sign.Number, dealer, spent: Yuan(24m * 350m))
            .With(ClaimEvidence.Of("invoice", new DocumentId("F-1"), new LocalDate(2026, 5, 20)));

        PromotionClaimResult first = sign.Judge([claim], asOf: new LocalDate(2026, 6, 1))[0];
        Console.WriteLine(first);                       // PC-1: NotProven
        Console.WriteLine(first.Reasons[0]);            // claim.evidence-missing (evidence photograph)

        var complete = claim.With(ClaimEvidence.Of("photograph", new DocumentId("A-1"), new LocalDate(2026, 6, 10)));
        PromotionClaimResult then = sign.Judge([complete], asOf: new LocalDate(2026, 6, 30))[0];
        Console.WriteLine(then);                        // PC-1: Granted, CNY 5880.00
        Console.WriteLine(then.ClawBackAfter(months: 9));    // PC-1 after 9 months: CNY 3675.00
        #endregion
    }

    public static void WhatACustomerDeducted()
    {
        #region WhatACustomerDeducted
        Money Dollars(decimal amount) => new(amount, Currency.USD);
        var customer = new CustomerId("D-1");
        var credit = DeductibleCredit.Of(new DocumentId("CN-7"), customer, Quantity.Pieces(300), price: Dollars(2m));
        var deduction = CustomerDeduction.Of(
                new LineId(new DocumentId("PA-3"), 1), new LocalDate(2026, 4, 20), customer, Quantity.Pieces(310), price: Dollars(2.20m))
            .WithReference(credit.Number);

        DeductionMatch match = DeductionMatch.Of(Currency.USD, [deduction], [credit]);
        Console.WriteLine(match);                        // USD 600.00 of USD 682.00 matched, USD 0.00 left of the credits
        Console.WriteLine(match.Lines[0].PriceDifference);       // USD 62.00
        Console.WriteLine(match.Lines[0].QuantityDifference);    // USD 20.00
        Console.WriteLine(match.Lines[0].Reasons[2]);            // deduction.not-matched (amount USD 82.00)
        #endregion
    }
}
