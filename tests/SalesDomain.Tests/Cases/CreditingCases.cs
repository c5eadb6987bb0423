using System.Linq;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using Xunit;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases of crediting from public sources, by their ids.</summary>
public sealed class CreditingCases
{
    private static readonly LocalDate s_day = new(2026, 3, 2);
    private static readonly SalespersonId s_one = new("one");
    private static readonly SalespersonId s_two = new("two");

    // https://github.com/getdokan/dokan/pull/3324
    [Fact]
    public void COM_SPLIT_003_One_side_is_rounded_and_the_other_has_the_exact_remainder()
    {
        var order = new Money(6.45m, Currency.USD);
        var commission = (order * Percentage.FromPercent(30)).Round(Rounding.Commercial);

        Assert.Equal(new Money(1.94m, Currency.USD), commission);
        Assert.Equal(new Money(4.51m, Currency.USD), order - commission);
        Assert.Equal([4.51m, 1.94m], Apportionment.ToMinorUnit.WithTies(TieBreak.Last).Split(order, new[] { 70m, 30m })
            .Select(part => part.Amount));
    }

    // https://github.com/frappe/erpnext/issues/57802 and https://github.com/frappe/erpnext/pull/57911
    [Theory]
    [InlineData("72.68", "10.93", "2.73", "13.66")]
    [InlineData("10.00", "58.02", "31.98")]
    public void COM_SPLIT_005_Shares_that_total_100_percent_are_accepted(params string[] percents)
    {
        var split = CreditSplit.Of([.. percents.Select(percent => (percent, Percentage.Parse(percent + "%")))]);

        Assert.Equal(100.00m, split.Parts.Sum(part => part.Share.Percent));
    }

    // https://github.com/frappe/erpnext/pull/56240
    [Fact]
    public void COM_SPLIT_006_Team_and_partner_are_credited_by_rules_of_their_own()
    {
        var partner = new ChannelId("partner");
        var order = Order("SO-1", 1000.00m, line => line.Channel = partner);
        var team = CreditRules.Empty<SalespersonId>()
            .WithSplits((order.Id.Document, CreditSplit.Of((s_one, Percentage.FromPercent(60)), (s_two, Percentage.FromPercent(40)))))
            .Credit([order]);
        var partners = CreditRules.Of(Crediting.ByChannel).Credit([order]);

        Assert.Equal([600.00m, 400.00m], team.Credits.Select(each => each.Credit.Share.Of(order.NetAmount).Amount));
        Assert.Equal(60.00m, (team.Of(s_one)[0].Share.Of(order.NetAmount) * Percentage.FromPercent(10)).Amount);
        Assert.Equal(50.00m, (partners.Of(partner)[0].Share.Of(order.NetAmount) * Percentage.FromPercent(5)).Amount);
    }

    // https://www.prowi.io/en/glossary/override-commission
    [Fact]
    public void COM_OVR_001_An_override_is_on_top_and_in_no_total_of_the_company()
    {
        decimal[] sales = [75_000m, 60_000m, 67_500m, 52_500m, 45_000m];
        var manager = new SalespersonId("manager");
        SalespersonId[] team = [.. sales.Select((_, i) => new SalespersonId("rep-" + (char)('1' + i)))];
        var hierarchy = Hierarchy.Of([.. team.Select(person => (person, manager))]);
        SalesLine[] orders =
        [
            .. sales.Select((amount, i) => Order("SO-" + (char)('1' + i), amount, line => line.Salesperson = team[i])),
        ];
        var credits = CreditRules.Of(Crediting.BySalesperson).WithRollUp(CreditRollUp.Through(hierarchy)).Credit(orders);

        Assert.Equal(
            [7500.00m, 6000.00m, 6750.00m, 5250.00m, 4500.00m],
            team.Select(person => (Credited(credits.Of(person)) * Percentage.FromPercent(10)).Amount));
        Assert.Equal(
            [2250.00m, 1800.00m, 2025.00m, 1575.00m, 1350.00m],
            credits.Of(manager).Select(credit => (credit.Share.Of(credit.Sale!.NetAmount) * Percentage.FromPercent(3)).Amount));
        Assert.Equal(9000.00m, (Credited(credits.Of(manager)) * Percentage.FromPercent(3)).Amount);

        var totals = credits.TotalsOf(ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Ordered), DateSpan.Always);
        Assert.Equal((300_000m, 300_000m, 300_000m), (
            totals.All.Known.Money.Amount, totals.Direct.Known.Money.Amount, totals.RollUp.Known.Money.Amount));
    }

    private static Money Credited(System.Collections.Generic.IEnumerable<SalesCredit> credits) =>
        Money.Sum(Currency.USD, credits.Select(credit => credit.Share.Of(credit.Sale!.NetAmount)));

    private static SalesLine Order(string document, decimal amount, System.Action<SalesLineBuilder> change)
    {
        var builder = new SalesLineBuilder
        {
            Stage = Stage.Ordered,
            Document = new DocumentId(document),
            Line = 1,
            Date = s_day,
            Customer = new CustomerId("C-1"),
            Product = new ProductId("P-1"),
            Quantity = Quantity.Pieces(1m),
            NetAmount = new Money(amount, Currency.USD),
            Tax = Money.Zero(Currency.USD),
        };
        change(builder);
        return builder.Build();
    }
}
