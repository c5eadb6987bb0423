using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Docs;

public static class CreditingSnippets
{
    public static void DealTeam()
    {
        #region DealTeam
        var accounts = Assignments.Of(
            Assignment.Of(new CustomerId("D"), "Lin", DateSpan.Until(new LocalDate(2026, 3, 31))),
            Assignment.Of(new CustomerId("D"), "Wu", DateSpan.From(new LocalDate(2026, 4, 1))));
        CreditRules<string> rules = CreditRules.Of(Crediting.ByCustomer.Through(accounts))
            .WithSplits((new DocumentId("SO-17"), CreditSplit.Of(
                ("Lin", Percentage.FromPercent(60), "closer"), ("Gao", Percentage.FromPercent(40), "engineer"))));

        SalesLine[] lines =
        [
            Line("SO-17", new LocalDate(2026, 3, 4), "D", 1_000m), Line("SO-18", new LocalDate(2026, 3, 9), "D", 500m),
            Line("SO-19", new LocalDate(2026, 4, 2), "D", 800m), Line("SO-20", new LocalDate(2026, 4, 7), "E", 300m),
        ];
        SalesCredits<string> credits = rules.Credit(lines);
        Console.Write(credits);
        // Lin: SO-17/1 of 2026-03-04: 60% Direct by deal SO-17
        // Gao: SO-17/1 of 2026-03-04: 40% Direct by deal SO-17
        // Lin: SO-18/1 of 2026-03-09: 100% Direct by assignment
        // Wu: SO-19/1 of 2026-04-02: 100% Direct by assignment
        // nobody: SO-20/1 of 2026-04-07: credit.unassigned (share 100%)

        CreditTotals totals = credits.TotalsOf(
            ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered), DateSpan.OfYear(2026));
        Console.WriteLine(totals.All.Known.Money);         // CNY 2600.00
        Console.WriteLine(totals.Direct.Known.Money);      // CNY 2300.00
        Console.WriteLine(totals.Unassigned.Known.Money);  // CNY 300.00
        #endregion
    }

    public static void MostSpecificCredit()
    {
        #region MostSpecificCredit
        var split = CreditSplit.Evenly(Apportionment.InUnitsOf(0.01m), "Lin", "Wu", "Gao");
        var rules = CreditRules.Empty<string>().WithRules(
            AccessSequence.Of(ScopeDimensions.PriceKind, ScopeDimensions.None),
            CreditRule.Of("projects", Scope.Everything.Only(PriceKind.Project), split),
            CreditRule.Of("hunters", Scope.Everything, CreditSplit.Of(("Lin", Percentage.OneHundred))).ForNewCustomers(),
            CreditRule.Of("farmers", Scope.Everything, CreditSplit.Of(("Wu", Percentage.OneHundred))).ForExistingCustomers()
                .WithDiscount(from: null, below: Percentage.FromPercent(20)),
            CreditRule.Of("house", Scope.Everything, CreditSplit.Of(("house", Percentage.OneHundred))));

        SalesLine line = Line("SO-21", new LocalDate(2026, 3, 4), "D", 810m, list: 1_000m);
        var known = CreditKnowledge.OfLines.WithNewCustomers((customer, day) => customer == new CustomerId("N"));

        SalesCredits<string> credits = rules.Credit([line], [], known);
        Console.Write(credits.Explain("Wu", credits.Of("Wu")[0]));
        // Wu, Direct by farmers, of SO-21/1: 100%  [select]
        //   holds: farmers: Wu 100%; everything, existing customers, discount below 20%: yes  [fact]
        //   share by it: 100%  [by the rule]
        //   limits not met: hunters: Lin 100%; everything, new customers: no  [fact]
        //   share by it: 0%  [by the rule]
        //   holds: house: house 100%; everything: yes  [fact]
        //   share by it: 0%  [by the rule]
        //   nobody: none  [by the rule]
        #endregion
    }

    public static void OverlayAndRollUp()
    {
        #region OverlayAndRollUp
        var managers = Hierarchy.Of(("Lin", "Zhao"), ("Wu", "Zhao"), ("Zhao", "Sun"));
        var rules = CreditRules.Empty<string>()
            .WithSplits((new DocumentId("SO-17"), CreditSplit.Of(("Lin", Percentage.FromPercent(60)), ("Wu", Percentage.FromPercent(40)))))
            .WithOverlays(CreditRule.Of("product desk", Scope.Everything, CreditSplit.Of(("Gao", Percentage.OneHundred)))
                .WithShare(Percentage.FromPercent(30)))
            .WithRollUp(CreditRollUp.Through(managers).WithShares(Percentage.OneHundred, Percentage.FromPercent(50)));

        SalesCredits<string> credits = rules.Credit([Line("SO-17", new LocalDate(2026, 3, 4), "D", 1_000m)]);
        Console.Write(string.Concat(credits.Credits.Select(each => each.Payee + " " + each.Credit.Share + " " + each.Credit.Kind + "\n")));
        // Lin 60% Direct
        // Wu 40% Direct
        // Gao 30% Overlay
        // Zhao 100% RollUp
        // Sun 50% RollUp

        var totals = credits.TotalsOf(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Ordered), DateSpan.OfYear(2026));
        Console.WriteLine(totals.Direct.Known.Money);  // CNY 1000.00
        Console.WriteLine(totals.RollUp.Known.Money);  // CNY 1500.00
        #endregion
    }

    public static void CreditedAsItsSale()
    {
        #region CreditedAsItsSale
        var accounts = Assignments.Of(
            Assignment.Of(new CustomerId("D"), "Lin", DateSpan.Until(new LocalDate(2026, 3, 31))),
            Assignment.Of(new CustomerId("D"), "Wu", DateSpan.From(new LocalDate(2026, 4, 1))));
        var rules = CreditRules.Of(Crediting.ByCustomer.Through(accounts)).WithReceipts(ReceiptCrediting.OfSale);

        SalesLine sale = Line("INV-1", new LocalDate(2026, 3, 20), "D", 1_000m, stage: Stage.Invoiced);
        SalesLine back = Line("CN-1", new LocalDate(2026, 5, 6), "D", -200m, stage: Stage.Invoiced, original: sale.Id);
        var receipt = new CollectionLineBuilder
        {
            Document = new DocumentId("R-1"),
            Line = 1,
            Date = new LocalDate(2026, 6, 30),
            Customer = new CustomerId("D"),
            Amount = new Money(800m, Currency.CNY),
            Invoice = sale.Id.Document,
        }.Build();

        Console.Write(rules.Credit([sale, back], [receipt]));
        // Lin: INV-1/1 of 2026-03-20: 100% Direct by assignment
        // Lin: CN-1/1 of 2026-05-06: 100% Direct by assignment, as INV-1/1
        // Lin: R-1/1 of 2026-06-30 for INV-1/1: 100% of CNY 800.00 Direct by assignment

        var byDay = rules.WithReceipts(ReceiptCrediting.OfReceipt).Credit([sale, back], [receipt]);
        Console.WriteLine(byDay.Of("Wu").Single().Line);  // R-1/1
        #endregion
    }

    public static void ThreeViews()
    {
        #region ThreeViews
        SalesLine order = Line("SO-17", new LocalDate(2026, 3, 4), "D", 1_000m);
        var people = CreditRules.Empty<string>()
            .WithSplits((order.Id.Document, CreditSplit.Of(("Lin", Percentage.FromPercent(60)), ("Wu", Percentage.FromPercent(40)))));
        var territories = CreditRules.Of(Crediting.ByTerritory);
        var partners = CreditRules.Of(Crediting.ByChannel);

        var credits = people.Credit([order]);
        Console.WriteLine(credits.Of("Lin")[0].Share.Of(order.NetAmount));                     // CNY 600.00
        Console.WriteLine(credits.Of("Wu")[0].Share.Of(order.NetAmount));                      // CNY 400.00
        Console.WriteLine(territories.Credit([order]).Of(new TerritoryId("north"))[0].Share);  // 100%
        Console.WriteLine(partners.Credit([order]).Of(new ChannelId("partner"))[0].Share);     // 100%
        #endregion
    }

    public static void StreamedCredits()
    {
        #region StreamedCredits
        var rules = CreditRules.Empty<string>()
            .WithSplits((new DocumentId("SO-17"), CreditSplit.Of(("Lin", Percentage.FromPercent(60)), ("Wu", Percentage.FromPercent(40)))));
        SalesLine[] lines =
        [
            Line("SO-17", new LocalDate(2026, 3, 4), "D", 1_000m), Line("SO-18", new LocalDate(2026, 3, 9), "D", 500m),
        ];

        var sums = new Dictionary<string, decimal>();
        var open = 0m;
        IReadOnlyList<Reason> reasons = rules.ForEach(
            lines, originals: id => null,
            credited: (share, line, sale) =>
            {
                sums.TryGetValue(share.Payee, out var sum);
                sums[share.Payee] = sum + (line.NetAmount * share.Share).Amount;
            },
            uncredited: (line, share) => open += (line.NetAmount * share).Amount, CreditKnowledge.OfLines);

        Console.WriteLine(sums["Lin"] == 600m);  // True
        Console.WriteLine(open == 500m);         // True
        Console.WriteLine(reasons.Single());     // credit.unassigned (facts 1)
        #endregion
    }

    private static SalesLine Line(
        string document, LocalDate date, string customer, decimal amount, decimal? list = null, Stage stage = Stage.Ordered,
        LineId? original = null) => new SalesLineBuilder
    {
        Stage = stage,
        Document = new DocumentId(document),
        Line = 1,
        Date = date,
        Customer = new CustomerId(customer),
        Product = new ProductId("P"),
        Quantity = Quantity.Pieces(Math.Sign(amount)),
        ListAmount = list is { } stated ? new Money(stated, Currency.CNY) : null,
        NetAmount = new Money(amount, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
        Territory = new TerritoryId("north"),
        Channel = new ChannelId("partner"),
        Original = original,
    }.Build();
}
