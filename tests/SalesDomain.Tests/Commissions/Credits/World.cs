using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Organization;
using SalesDomain.Quotas;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Commissions.Credits;

/// <summary>Rules over the small world of <see cref="Quotas.Attaining.Sales"/>, with everything that crediting knows.</summary>
internal static class World
{
    internal static readonly CreditRules<SalespersonId> ByAccount =
        CreditRules.Of(Crediting.ByCustomer.Through(Accounts));

    internal static readonly AccessSequence Levels = AccessSequence.Of(
        ScopeDimensions.Customer | ScopeDimensions.PriceKind, ScopeDimensions.Customer, ScopeDimensions.PriceKind, ScopeDimensions.None);

    internal static readonly CreditSplit<SalespersonId> SixtyForty = Split(("S1", 60m), ("S2", 40m));

    internal static readonly CreditKnowledge Known = CreditKnowledge.OfLines.WithNewCustomers(
        (customer, day) => customer == Customer(4) ? null : day < Start && customer != Customer(1));

    internal static readonly CreditRule<SalespersonId>[] ByScope =
    [
        CreditRule.Of("special of 2", Scope.Everything.Only(Customer(2)).Only(PriceKind.Special), Split(("S3", 100m))),
        CreditRule.Of("customer 1", Scope.Everything.Only(Customer(1)), Split(("S1", 33.33m), ("S2", 33.33m), ("S3", 33.34m)))
            .During(DateSpan.OfMonth(2026, 5)),
        CreditRule.Of("new by hunters", Scope.Everything.Only(PriceKind.Standard), Split(("S3", 80m), ("S1", 20m))).ForNewCustomers(),
        CreditRule.Of("deep discounts", Scope.Everything.Only(PriceKind.Special), Split(("M1", 100m)))
            .WithDiscount(Percentage.FromPercent(20), null),
    ];

    internal static readonly CreditRule<SalespersonId>[] Extra =
    [
        CreditRule.Of("consignment desk", Scope.Everything.Only(PriceKind.Consignment), Split(("S3", 50m), ("M2", 50m)))
            .WithShare(Percentage.FromPercent(30)),
        CreditRule.Of("specialists", Scope.Everything, Crediting.ByProduct.Through(Assignments.Of(
            Assignment.Of(new ProductId("P"), Person("S2"), DateSpan.From(new LocalDate(2026, 2, 1))))))
            .WithShare(Percentage.FromPercent(150)).ForExistingCustomers(),
    ];

    internal static CreditRules<SalespersonId> Everything { get; } =
        ByAccount.WithRules(Levels, ByScope).WithOverlays(Extra).WithRollUp(CreditRollUp.Through(Managers))
            .WithReceipts(ReceiptCrediting.OfSale);

    internal static Gen<CreditRules<SalespersonId>> AnyRules { get; } = Gen.Elements(
        ByAccount, CreditRules.Of(Crediting.BySalesperson), CreditRules.Empty<SalespersonId>().WithOverlays(Extra),
        ByAccount.WithRollUp(CreditRollUp.Through(Managers)), Everything,
        Everything.WithRollUp(CreditRollUp.Through(Managers).WithShares(Percentage.OneHundred, Percentage.FromPercent(50))),
        Everything.WithRollUp(CreditRollUp.Through(Managers).IncludingOverlays()),
        ByAccount.WithRollUp(CreditRollUp.Through(Managers).UpTo(1)));

    /// <summary>Sales with list amounts of some, tax of some, and splits for some of their documents.</summary>
    internal static Arbitrary<SalesLine[]> AnySales { get; } =
        (from lines in Quotas.Attaining.Sales.Any.Generator
         from lists in Gen.ArrayOf(Gen.Choose(0, 3), lines.Length)
         select lines.Select((line, i) => WithList(line, lists[i])).ToArray()).ToArbitrary();

    internal static CreditSplit<SalespersonId> Split(params (string Person, decimal Percent)[] parts) =>
        CreditSplit.Of([.. parts.Select(part => (Person(part.Person), Percentage.FromPercent(part.Percent)))]);

    internal static CreditRules<SalespersonId> WithTeams(this CreditRules<SalespersonId> rules, SalesLine[] lines) =>
        rules.WithSplits([.. lines.Where((_, i) => i % 5 == 3).Select(line => (line.Id.Document, SixtyForty))]);

    internal static SalesCredits<SalespersonId> Credit(this CreditRules<SalespersonId> rules, SalesLine[] lines, CreditKnowledge known) =>
        rules.Credit(lines, [], known);

    private static SalesLine WithList(SalesLine line, int kind)
    {
        var builder = line.ToBuilder();
        builder.ListAmount = kind switch
        {
            0 => null,
            1 => line.NetAmount,
            2 => line.NetAmount * 1.25m,
            _ => line.NetAmount * 2m,
        };
        builder.Tax = line.NetAmount * 0.13m;
        return builder.Build();
    }
}
