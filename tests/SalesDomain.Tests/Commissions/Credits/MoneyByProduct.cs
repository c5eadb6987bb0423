using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Commissions.Credits.World;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Commissions.Credits;

/// <summary>
/// Money credited as the invoice it pays keeps the line it is for, so that collected money has a product, a price kind, a category.
/// </summary>
public sealed class MoneyByProduct
{
    private static readonly LocalDate s_day = new(2026, 2, 10);
    private static readonly DateSpan s_year = DateSpan.OfYear(2026);
    private static readonly ProductId s_pump = new("PUMP");
    private static readonly ProductId s_part = new("PART");
    private static readonly ActualRule s_collections = ActualRule.OfCollections(Currency.CNY);
    private static readonly CommissionMeasure s_all = CommissionMeasure.Of(s_collections);
    private static readonly CommissionMeasure s_pumps = Of(Scope.Everything.Only(s_pump));
    private static readonly CommissionMeasure s_rest = Of(Scope.Everything.Except(s_pump));

    private static readonly CreditRules<SalespersonId> s_rules =
        CreditRules.Empty<SalespersonId>().WithReceipts(ReceiptCrediting.OfSale)
            .WithRules(AccessSequence.Of(ScopeDimensions.None), CreditRule.Of("team", Scope.Everything, SixtyForty));

    private static readonly CommissionPlan s_plan = CommissionPlan.Of(
        "By product", Currency.CNY, Rounding.Commercial,
        CommissionComponent.Cumulative("pumps", s_pumps, CommissionRate.Flat(Percentage.FromPercent(3))),
        CommissionComponent.Cumulative("rest", s_rest, CommissionRate.Flat(Percentage.FromPercent(1))));

    // Up to six lines, and payments by instalments of a few cents to all of it, in cents.
    private static readonly Arbitrary<(int[] Lines, int[] Cuts, int Seed)> s_any =
        (from count in Gen.Choose(1, 6)
         from lines in Gen.ArrayOf(Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, 2_000_000)), count)
         from cuts in Gen.Choose(0, 9)
         from at in Gen.ArrayOf(Gen.OneOf(Gen.Choose(1, 6), Gen.Choose(1, lines.Sum())), cuts)
         from seed in Gen.Choose(0, 1_000_000)
         select (lines, at, seed)).ToArbitrary();

    [Fact]
    public void Collected_money_has_a_rate_a_product()
    {
        // 2,260 with tax of pumps and 1,130 of parts, paid by 1,000 and 2,390.
        var invoice = Invoice((s_pump, 2_260m), (s_part, 1_130m));
        CollectionLine[] receipts = [Paid(invoice, 1, 1_000m), Paid(invoice, 2, 2_390m)];
        var credits = s_rules.Credit(invoice, receipts);
        var own = credits.Of(Person("S1"));

        Assert.Equal(
            [(s_pump, 666.67m), (s_part, 333.33m), (s_pump, 1_593.33m), (s_part, 796.67m)],
            own.Where(credit => credit.Receipt is not null)
                .Select(credit => (credit.InvoiceLine!.Product!, credit.PartAmount!.Value.Amount)));

        var result = s_plan.Evaluate(s_year, CommissionTerms.None, s_plan.Sum(s_year, own));
        Assert.Equal(2_260m * 0.6m, result.Of("pumps").Base!.Value.Money.Amount);
        Assert.Equal(1_130m * 0.6m, result.Of("rest").Base!.Value.Money.Amount);

        // 60 % of 2,260 at 3 % and of 1,130 at 1 %.
        Assert.Equal(new Money(40.68m + 6.78m, Currency.CNY), result.Earned);
        Assert.Empty(result.Explain().Verify());

        // One key a component and receipt, however many lines it pays.
        var earnings = result.ToEarnings(byCredit: true);
        Assert.Equal(
            [("pumps", receipts[0].Id), ("pumps", receipts[1].Id), ("rest", receipts[0].Id), ("rest", receipts[1].Id)],
            earnings.Select(each => (each.Component, each.Line!.Value)));
        Assert.Equal(receipts[0].Id + " for " + invoice[0].Id + ": CNY 12.00", result.Of("pumps").Credits[0].ToString());
    }

    [Fact]
    public void A_receipt_for_several_lines_of_a_component_is_one_earning()
    {
        var invoice = Invoice((s_part, 100m), (s_part, 50m), (s_pump, 50m));
        var own = s_rules.Credit(invoice, [Paid(invoice, 1, 200m)]).Of(Person("S1"));
        var earnings = s_plan.Evaluate(s_year, CommissionTerms.None, s_plan.Sum(s_year, own)).ToEarnings(byCredit: true);

        Assert.Equal(["pumps", "rest"], earnings.Select(each => each.Component));
        Assert.Equal(90m, earnings[1].Base!.Value.Money.Amount);
        Assert.Equal(0.90m, earnings[1].Amount.Amount);
    }

    [Fact]
    public void R_16_money_for_sales_at_a_special_price_is_paid_by_a_rule_of_its_own()
    {
        var standard = Line(1, s_part, 900m);
        var special = Change(Line(2, s_part, 100m), line => line.PriceKind = PriceKind.Special);
        var own = s_rules.Credit([standard, special], [Paid([standard, special], 1, 500m)]).Of(Person("S1"));

        Assert.Equal(50m * 0.6m, Of(Scope.Everything.Only(PriceKind.Special)).Sum(own).Value!.Value.Money.Amount);
        Assert.Equal(450m * 0.6m, Of(Scope.Everything.Except(PriceKind.Special)).Sum(own).Value!.Value.Money.Amount);
    }

    [Fact]
    public void A_category_is_what_is_known_of_the_line()
    {
        var category = new ProductCategoryId("SPARE");
        ScopeSubject Known(SalesLine line) =>
            ScopeSubject.FromLine(line).With(line.Product == s_part ? category : new ProductCategoryId("MACHINE"));
        var invoice = Invoice((s_pump, 200m), (s_part, 100m));
        var own = s_rules.Credit(invoice, [Paid(invoice, 1, 30m)]).Of(Person("S2"));
        var spare = Of(Scope.Everything.Only(category));

        Assert.Equal(4m, spare.Sum(own, Known).Value!.Value.Money.Amount);
        Assert.Throws<InvalidOperationException>(() => spare.Sum(own));
        var plan = CommissionPlan.Of(
            "Spare", Currency.CNY, Rounding.Commercial,
            CommissionComponent.Cumulative("spare", spare, CommissionRate.Flat(Percentage.OneHundred)));
        Assert.Equal(4m, plan.Evaluate(s_year, CommissionTerms.None, plan.Sum(s_year, own, Known)).Earned.Amount);
    }

    [Fact]
    public void Customer_channel_and_territory_are_those_of_the_line_that_is_paid()
    {
        var line = Change(Line(1, s_part, 100m), each =>
            (each.Channel, each.Territory) = (new ChannelId("partner"), new TerritoryId("north")));
        var receipt = Receipt(s_day.PlusDays(9), 100m, each => (each.Invoice, each.Customer) = (line.Id.Document, Customer(3)));
        var credit = s_rules.Credit([line], [receipt]).Of(Person("S1")).Single(each => each.Receipt is not null);

        Assert.True(Of(Scope.Everything.Only(new ChannelId("partner"))).Of(credit).Value is not null);
        Assert.True(Of(Scope.Everything.Only(new TerritoryId("north"))).Of(credit).Value is not null);
        Assert.True(Of(Scope.Everything.Only(line.Customer)).Of(credit).Value is not null);
        Assert.Equal("commission.outside-scope", Of(Scope.Everything.Only(Customer(3))).Of(credit).Reasons.Single().Code);
    }

    [Fact]
    public void Tax_is_taken_out_by_the_rate_of_the_line()
    {
        var invoice = Invoice((s_pump, 113m), (s_part, 109m));
        var rates = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product),
            ScopeEntry.Of("pumps", Scope.Everything.Only(s_pump), Percentage.FromPercent(13)),
            ScopeEntry.Of("parts", Scope.Everything.Only(s_part), Percentage.FromPercent(9)));
        var own = s_rules.Credit(invoice, [Paid(invoice, 1, 222m)]).Of(Person("S1"));
        var sum = s_all.WithoutTax(rates, Rounding.Commercial).Sum(own);

        Assert.Equal(120m, sum.Value!.Value.Money.Amount);
    }

    [Fact]
    public void Money_of_which_nobody_says_what_it_is_for_is_unknown_where_the_product_matters()
    {
        var credit = SalesCredit.Of(Receipt(s_day, 100m), Percentage.OneHundred, CreditKind.Direct, "own");
        var sum = s_pumps.Sum([credit]);

        Assert.Null(sum.Value);
        Assert.Equal([new Reason("commission.no-invoice-line", ("line", credit.Line.ToString()))], sum.Reasons);
        Assert.True(s_pumps.Of(credit).IsUnknown);
        Assert.Equal(100m, s_all.Sum([credit]).Value!.Value.Money.Amount);
        Assert.Equal(0m, s_pumps.LeavingOutUnknown().Sum([credit]).Value!.Value.Money.Amount);

        var unapplied = ByAccount.WithReceipts(ReceiptCrediting.OfSale).Credit([], [credit.Receipt!]);
        Assert.Null(unapplied.TotalsOf(s_pumps.Rule, s_year).All.Value);
    }

    [Fact]
    public void Money_for_a_line_is_a_deal_of_the_order_of_the_line()
    {
        var order = new LineId(new DocumentId("SO-1"), 1);
        var invoiced = Change(Line(1, s_part, 100m), line => line.OrderLine = order);
        var own = s_rules.Credit([invoiced], [Paid([invoiced], 1, 100m)]).Of(Person("S1"));

        Assert.All(own, credit => Assert.Equal(order.Document, credit.Deal));
    }

    [Fact]
    public void Late_money_and_its_cost_are_of_the_part()
    {
        var invoice = Invoice((s_pump, 300m), (s_part, 100m));
        var late = Change(Paid(invoice, 1, 400m), receipt => receipt.DueDate = receipt.Date!.Value.PlusDays(-36));
        var credit = s_rules.Credit(invoice, [late]).Of(Person("S1")).Single(each => each.InvoiceLine?.Product == s_pump);
        var charge = CostOfFunds.Of(Percentage.FromPercent(10), DayCountBasis.Actual360, Rounding.Commercial).Charge(credit);
        Assert.Equal(300m * 0.6m * 0.01m, charge.Value!.Value.Amount);

        var factors = StepSchedule.UpTo((30, Percentage.OneHundred)).ThenAbove(Percentage.FromPercent(50));
        var counted = s_pumps.WithLateness(factors).Of(credit);
        Assert.Equal(90m, counted.Value!.Value.Money.Amount);
        Tampering.IsNamed(counted.Explain(), 1);
    }

    [Fact]
    public void A_part_is_of_money_in_the_currency_of_the_receipt()
    {
        var sale = Line(1, s_part, 100m);
        var ofSale = SalesCredit.Of(sale, Percentage.OneHundred, CreditKind.Direct, "own");
        var ofMoney = SalesCredit.Of(Receipt(s_day, 100m), Percentage.OneHundred, CreditKind.Direct, "own");

        Assert.Throws<InvalidOperationException>(() => ofSale.For(sale, new Money(1m, Currency.CNY)));
        Assert.Throws<CurrencyMismatchException>("part", () => ofMoney.For(sale, new Money(1m, Currency.USD)));
        Assert.Throws<CurrencyMismatchException>("part", () => ofMoney.For(sale, default));
        var ordered = Change(sale, line => line.Stage = Stage.Ordered);
        Assert.Throws<ArgumentException>("invoiceLine", () => ofMoney.For(ordered, new Money(1m, Currency.CNY)));
        foreach (var outside in new[] { -0.01m, 100.01m })
            Assert.Throws<ArgumentOutOfRangeException>("part", () => ofMoney.For(sale, new Money(outside, Currency.CNY)));
        var back = SalesCredit.Of(Receipt(s_day, -100m), Percentage.OneHundred, CreditKind.Direct, "own");
        foreach (var outside in new[] { 0.01m, -100.01m })
            Assert.Throws<ArgumentOutOfRangeException>("part", () => back.For(sale, new Money(outside, Currency.CNY)));
        Assert.Equal(-100m, back.For(sale, new Money(-100m, Currency.CNY)).PartAmount!.Value.Amount);
        Assert.Equal(0m, ofMoney.For(sale, new Money(0m, Currency.CNY)).PartAmount!.Value.Amount);
        Assert.NotEqual(ofMoney, ofMoney.For(sale, new Money(100m, Currency.CNY)));
        Assert.Equal(ofMoney.For(sale, new Money(1m, Currency.CNY)), ofMoney.For(sale, new Money(1m, Currency.CNY)));

        // The same line twice in one capacity by one rule is a slip; two lines of one receipt are not.
        var other = Line(2, s_part, 100m);
        var (one, two) = (ofMoney.For(sale, new Money(40m, Currency.CNY)), ofMoney.For(other, new Money(60m, Currency.CNY)));
        Assert.Equal(100m, s_plan.Sum(s_year, [one, two]).BaseOf("rest")!.Value.Money.Amount);
        Assert.Throws<ArgumentException>("credits", () => s_plan.Sum(s_year, [one, one]));
    }

    [Property(MaxTest = 200)]
    public Property Parts_total_their_receipt_and_lines_are_paid_when_the_invoice_is() =>
        Prop.ForAll(s_any, any =>
        {
            var (invoice, receipts) = World(any);
            var parts = Parts(invoice, receipts);
            foreach (var receipt in receipts)
            {
                var own = parts.Where(part => part.Receipt == receipt.Id).ToArray();
                Assert.Equal(receipt.Amount.Amount, own.Sum(part => part.Amount));
                Assert.All(own, part => Assert.True(part.Amount > 0m));
            }

            foreach (var line in invoice)
                Assert.Equal(line.GrossAmount.Amount, parts.Where(part => part.Line == line.Id).Sum(part => part.Amount));
        });

    [Property(MaxTest = 100)]
    public Property A_line_never_has_a_cent_more_than_its_part_of_what_was_paid() =>
        Prop.ForAll(s_any, any =>
        {
            var (invoice, receipts) = World(any);
            var parts = Parts(invoice, receipts);
            var whole = invoice.Sum(line => line.GrossAmount.Amount);
            foreach (var until in receipts.Select(receipt => receipt.Date).Distinct())
            {
                var paid = receipts.Where(receipt => receipt.Date <= until).ToDictionary(receipt => receipt.Id);
                var share = paid.Values.Sum(receipt => receipt.Amount.Amount) / whole;
                foreach (var line in invoice)
                {
                    var of = parts.Where(part => part.Line == line.Id && paid.ContainsKey(part.Receipt)).Sum(part => part.Amount);
                    Assert.True(of - (line.GrossAmount.Amount * share) < 0.0100000001m);
                }
            }
        });

    [Property(MaxTest = 200)]
    public Property What_comes_back_mirrors_its_receipt_line_by_line_and_a_second_payment_pays_the_invoice() =>
        Prop.ForAll(s_any, any =>
        {
            var (invoice, receipts) = World(any);

            // Every other receipt comes back, at once or in two parts, and is paid again.
            var back = receipts.Where((_, i) => i % 2 == any.Seed % 2).SelectMany((receipt, i) => Back(receipt, i + any.Seed)).ToArray();
            var again = receipts.Where((_, i) => i % 2 == any.Seed % 2).Select((receipt, i) => Change(receipt, change =>
            {
                change.Document = new DocumentId("A" + i.ToString(CultureInfo.InvariantCulture));
                change.Date = s_day.PlusDays(100 + i);
            })).ToArray();
            CollectionLine[] all = [.. receipts, .. back, .. again];
            var parts = Parts(invoice, all);
            foreach (var receipt in all)
                Assert.Equal(receipt.Amount.Amount, parts.Where(part => part.Receipt == receipt.Id).Sum(part => part.Amount));
            foreach (var line in invoice)
            {
                var ofLine = parts.Where(part => part.Line == line.Id).ToArray();
                Assert.Equal(line.GrossAmount.Amount, ofLine.Sum(part => part.Amount));
                foreach (var receipt in receipts.Where(receipt => Array.Exists(back, each => each.Original == receipt.Id)))
                {
                    var ids = back.Where(each => each.Original == receipt.Id).Select(each => each.Id).Append(receipt.Id).ToArray();
                    Assert.Equal(0m, ofLine.Where(part => ids.Contains(part.Receipt)).Sum(part => part.Amount));
                }
            }
        });

    [Property(MaxTest = 60)]
    public Property By_product_is_the_total_in_whatever_order_facts_come_and_whether_they_are_kept_or_not() =>
        Prop.ForAll(s_any, any =>
        {
            var (invoice, receipts) = World(any);
            CollectionLine[] all = [.. receipts, .. receipts.Take(2).SelectMany((receipt, i) => Back(receipt, i))];
            var credits = s_rules.Credit(invoice, all);
            Assert.Equal(credits, s_rules.Credit([.. invoice.Reverse()], [.. all.Reverse()]));

            var own = credits.Of(Person("S1"));
            var figures = s_plan.Sum(s_year, own);
            var total = s_all.Sum(own).Value!.Value.Money.Amount;
            Assert.Equal(total, all.Sum(receipt => receipt.Amount.Amount) * 0.6m);
            Assert.Equal(total, figures.BaseOf("pumps")!.Value.Money.Amount + figures.BaseOf("rest")!.Value.Money.Amount);

            var builder = s_plan.Figures<SalespersonId>(s_year);
            foreach (var credit in own)
                builder.Add(Person("S1"), credit);
            Assert.Equal(figures.BaseOf("pumps"), builder.Of(Person("S1")).BaseOf("pumps"));

            var result = s_plan.Evaluate(s_year, CommissionTerms.None, figures);
            var reversed = s_plan.Evaluate(s_year, CommissionTerms.None, s_plan.Sum(s_year, own.Reverse()));
            Assert.Equal(result.ToEarnings(byCredit: true), reversed.ToEarnings(byCredit: true));
            Assert.Equal(result.Earned.Amount, result.ToEarnings(byCredit: true).Sum(earning => earning.Amount.Amount));

            var totals = credits.TotalsOf(s_pumps.Rule, DateSpan.Always);
            Assert.Equal(figures.BaseOf("pumps")!.Value.Money.Amount, totals.Direct.Known.Money.Amount * 0.6m);
        });

    private static CommissionMeasure Of(Scope scope) => CommissionMeasure.Of(s_collections.Within(scope));

    private static (LineId Receipt, LineId Line, decimal Amount)[] Parts(SalesLine[] invoice, CollectionLine[] receipts) =>
    [
        .. s_rules.Credit(invoice, receipts).Of(Person("S1")).Where(credit => credit.Receipt is not null)
            .Select(credit => (credit.Line, credit.InvoiceLine!.Id, credit.PartAmount!.Value.Amount)),
    ];

    private static (SalesLine[] Invoice, CollectionLine[] Receipts) World((int[] Lines, int[] Cuts, int Seed) any)
    {
        var invoice = any.Lines.Select((cents, i) => Line(i + 1, i % 2 == 0 ? s_pump : s_part, cents / 100m)).ToArray();
        var whole = any.Lines.Sum();
        int[] cuts = [0, .. any.Cuts.Where(cut => cut < whole).Distinct().OrderBy(cut => cut), whole];
        long random = any.Seed;
        var receipts = new List<CollectionLine>();
        for (var i = 1; i < cuts.Length; i++)
        {
            random = ((random * 1_103_515) + 12_345) % 0x7FFFFFF;
            receipts.Add(Paid(invoice, i, (cuts[i] - cuts[i - 1]) / 100m, days: (int)(random % 30)));
        }

        return (invoice, [.. receipts]);
    }

    private static IEnumerable<CollectionLine> Back(CollectionLine receipt, int seed)
    {
        var first = seed % 3 == 0 ? Math.Round(receipt.Amount.Amount / 3m, 2, MidpointRounding.AwayFromZero) : 0m;
        var parts = new[] { first, receipt.Amount.Amount - first }.Where(part => part != 0m).ToArray();
        return parts.Select((part, i) => Change(receipt, back =>
        {
            back.Document = new DocumentId("B" + i.ToString(CultureInfo.InvariantCulture) + "-" + receipt.Id.Document);
            back.Date = receipt.Date.PlusDays((seed % 40) + i);
            back.Amount = new Money(-part, Currency.CNY);
            back.Original = receipt.Id;
        }));
    }

    // 60 % of 3,390 for 30 days of 360 at 6 %: what the receipt would cost as a whole.
    [Fact]
    public void Late_money_costs_the_same_whatever_lines_it_is_for()
    {
        var invoice = Invoice((s_pump, 2_260m), (s_part, 1_130m));
        var receipt = Receipt(s_day.PlusDays(60), 3_390m, change =>
        {
            (change.Document, change.Line, change.DueDate) = (new DocumentId("R1"), 1, s_day.PlusDays(30));
            (change.Invoice, change.Customer) = (invoice[0].Id.Document, invoice[0].Customer);
        });
        var credits = s_rules.Credit(invoice, [receipt]).Of(Person("S1"));
        var funds = CostOfFunds.Of(Percentage.FromPercent(6), DayCountBasis.Actual360, Rounding.Commercial);
        var plan = s_plan.WithCostOfFunds(funds);
        var charges = funds.Charges(credits);
        Assert.Equal(2, charges.Count);

        var result = plan.Evaluate(s_year, CommissionTerms.None, plan.Sum(s_year, credits).WithCharges(charges));
        Assert.Equal(new Money(10.17m, Currency.CNY), result.CostOfFunds!.Amount);
        Assert.Empty(result.Explain().Verify());
        var earnings = result.ToEarnings(byCredit: true);
        Assert.Equal(earnings.Count, earnings.Select(each => (each.Component, each.Line)).Distinct().Count());
        Assert.Equal(result.Earned, Money.Sum(Currency.CNY, earnings.Select(each => each.Amount)));

        var twice = Assert.Throws<ArgumentException>(() => plan.Sum(s_year, credits).WithCharges([charges[0], charges[0]]));
        Assert.Equal("charges", twice.ParamName);
    }

    private static SalesLine[] Invoice(params (ProductId Product, decimal Gross)[] lines) =>
        [.. lines.Select((line, i) => Line(i + 1, line.Product, line.Gross))];

    private static SalesLine Line(int number, ProductId product, decimal gross) =>
        Sale(s_day, gross, change: line =>
        {
            (line.Stage, line.Document, line.Line, line.Product) = (Stage.Invoiced, new DocumentId("INV"), number, product);
            (line.NetAmount, line.Tax) = (new Money(gross, Currency.CNY), Money.Zero(Currency.CNY));
        });

    private static CollectionLine Paid(SalesLine[] invoice, int number, decimal amount, int days = 20) =>
        Receipt(s_day.PlusDays(days), amount, receipt =>
        {
            (receipt.Document, receipt.Line) = (new DocumentId("R" + number.ToString("00", CultureInfo.InvariantCulture)), 1);
            (receipt.Invoice, receipt.Customer) = (invoice[0].Id.Document, invoice[0].Customer);
        });

    private static SalesLine Change(SalesLine line, Action<SalesLineBuilder> change)
    {
        var builder = line.ToBuilder();
        change(builder);
        return builder.Build();
    }

    private static CollectionLine Change(CollectionLine receipt, Action<CollectionLineBuilder> change)
    {
        var builder = receipt.ToBuilder();
        change(builder);
        return builder.Build();
    }
}
