using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Quotas;
using Xunit;
using static SalesDomain.Tests.Quotas.Attaining.Sales;

namespace SalesDomain.Tests.Quotas.Attaining;

/// <summary>A return counts on its own day or on that of the sale, to whoever has the customer then or to whoever was credited.</summary>
public sealed class ReturnsOnTwoDays
{
    private static readonly LocalDate s_sold = new(2026, 2, 10);
    private static readonly LocalDate s_returned = new(2026, 4, 2);
    private static readonly ActualRule s_asNeverSold = Revenue.WithReturns(ReturnRule.OfOriginal);
    private static readonly ActualRule s_forPay = Revenue.WithReturns(ReturnRule.OwnerOfOriginal);
    private static readonly Crediting<SalespersonId> s_accounts = Crediting.ByCustomer.Through(Accounts);

    [Property]
    public Property Pitfall_2_a_sale_and_the_note_that_takes_it_back_whole_are_read_alike_and_leave_nothing() =>
        Prop.ForAll(
            Gen.Elements(ReturnRule.OfReturn, ReturnRule.OwnerOfOriginal, ReturnRule.OfOriginal).ToArbitrary(),
            Gen.Elements(PriceKind.Standard, PriceKind.Special, PriceKind.Free, PriceKind.Consignment).ToArbitrary(),
            Gen.Elements(
                Scope.Everything, Scope.Everything.Except(PriceKind.Free), Scope.Everything.Only(PriceKind.Standard),
                Scope.Everything.Only(Customer(2))).ToArbitrary(),
            (returns, kind, scope) =>
            {
                var sale = Sale(s_sold, 100m, change: line => line.PriceKind = kind);
                var builder = ReturnOf(sale, s_returned).ToBuilder();
                builder.PriceKind = kind;
                var actuals = Revenue.Within(scope).WithReturns(returns)
                    .Evaluate(DateSpan.OfYear(2026), s_accounts, [sale, builder.Build()]);
                return actuals.Total.Value == Cny(0m) && (actuals.Total.FactCount is 0 or 2);
            });

    [Fact]
    public void On_its_own_day_it_counts_to_whoever_has_the_customer_then()
    {
        var sale = Sale(s_sold, 100m);
        SalesLine[] lines = [sale, ReturnOf(sale, s_returned)];

        Assert.Equal(Cny(100m), Revenue.Evaluate(DateSpan.OfQuarter(2026, 1), s_accounts, lines).Of(Person("S1")).Value);
        Assert.Equal(Cny(-100m), Revenue.Evaluate(DateSpan.OfQuarter(2026, 2), s_accounts, lines).Of(Person("S2")).Value);
    }

    [Fact]
    public void On_the_day_of_the_original_it_is_as_if_it_had_never_been_sold()
    {
        var sale = Sale(s_sold, 100m);
        SalesLine[] lines = [ReturnOf(sale, s_returned, 0.4m), sale];

        Assert.Equal(Cny(60m), s_asNeverSold.Evaluate(DateSpan.OfQuarter(2026, 1), s_accounts, lines).Of(Person("S1")).Value);
        var second = s_asNeverSold.Evaluate(DateSpan.OfQuarter(2026, 2), s_accounts, lines);
        Assert.Empty(second.Owners);
        Assert.Equal([new Reason("actual.outside-period", ("facts", 2))], second.Reasons);
    }

    [Fact]
    public void In_its_own_period_it_is_charged_to_whoever_was_credited_with_the_sale()
    {
        var sale = Sale(s_sold, 100m);
        SalesLine[] lines = [sale, ReturnOf(sale, s_returned, 0.3m)];
        var crediting = s_accounts.RolledUpThrough(Managers);

        Assert.Equal(Cny(100m), s_forPay.Evaluate(DateSpan.OfQuarter(2026, 1), crediting, lines).Of(Person("S1")).Value);
        var second = s_forPay.Evaluate(DateSpan.OfQuarter(2026, 2), crediting, lines);
        Assert.Equal(Cny(-30m), second.Of(Person("S1")).Value);
        Assert.Equal(0, second.Of(Person("S2")).FactCount);

        // And to the team of the day of the sale, which was credited with it: S1 came to M2 in April.
        Assert.Equal((Cny(-30m), 0), (second.OfTeam(Person("M1")).Value, second.OfTeam(Person("M2")).FactCount));
        Assert.Empty(second.ReturnsWithoutOriginal);
        Assert.Equal([new Reason("actual.outside-period", ("facts", 1))], second.Reasons);
    }

    [Fact]
    public void It_is_charged_where_the_sale_counted_and_at_the_rate_of_its_own_day()
    {
        var sale = Sale(s_sold, 100m, change: line => line.PriceKind = PriceKind.Special);
        SalesLine[] lines = [sale, ReturnOf(sale, s_returned)];
        var second = DateSpan.OfQuarter(2026, 2);

        Assert.Equal(PriceKind.Standard, lines[1].PriceKind);
        Assert.Equal(0, s_forPay.Within(Scope.Everything.Except(PriceKind.Special)).Evaluate(second, s_accounts, lines).Total.FactCount);
        Assert.Equal(Cny(-100m), s_forPay.Within(Scope.Everything.Only(PriceKind.Special)).Evaluate(second, s_accounts, lines).Total.Value);

        var rates = ExchangeRates.Of(
            new ExchangeRate(Currency.CNY, Currency.USD, 0.10m, s_sold), new ExchangeRate(Currency.CNY, Currency.USD, 0.20m, s_returned));
        var inDollars = ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Invoiced)
            .WithReturns(ReturnRule.OwnerOfOriginal).WithRates(rates, Rounding.Commercial);
        Assert.Equal(new Money(-20m, Currency.USD), inDollars.Evaluate(second, s_accounts, lines).Of(Person("S1")).Value?.Money);
    }

    [Fact]
    public void For_pay_too_an_original_that_is_not_there_is_seen()
    {
        var back = ReturnOf(Sale(s_sold, 100m), s_returned);
        var actuals = s_forPay.Evaluate(DateSpan.OfQuarter(2026, 2), s_accounts, [back]);

        Assert.Equal(Cny(-100m), actuals.Of(Person("S2")).Value);
        Assert.Equal([back.Id], actuals.ReturnsWithoutOriginal);
    }

    [Property(MaxTest = 50)]
    public Property Owners_come_to_what_was_never_sold_in_the_end_and_periods_to_what_came_back_in_them() =>
        Prop.ForAll(Any, Gen.Choose(-400, 300).ToArbitrary(), (lines, day) =>
        {
            var crediting = s_accounts.RolledUpThrough(Managers);
            var (pay, never) = (s_forPay.Evaluate(DateSpan.Always, crediting, lines),
                s_asNeverSold.Evaluate(DateSpan.Always, crediting, lines));
            Assert.Equal(never.Owners, pay.Owners);
            Assert.Equal((never.Unassigned, never.OverAssigned), (pay.Unassigned, pay.OverAssigned));
            foreach (var owner in pay.Owners)
                Assert.Equal((never.Of(owner), never.OfTeam(owner)), (pay.Of(owner), pay.OfTeam(owner)));

            var quarter = new DateSpan(Start.PlusDays(day), Start.PlusDays(day + 90));
            Assert.Equal(Revenue.Evaluate(quarter, crediting, lines).Total, s_forPay.Evaluate(quarter, crediting, lines).Total);
        });

    [Fact]
    public void An_original_that_is_not_there_is_seen_and_the_return_counts_on_its_own_day()
    {
        var back = ReturnOf(Sale(s_sold, 100m), s_returned);
        var nameless = Sale(s_returned, -5m);
        var actuals = s_asNeverSold.Evaluate(DateSpan.OfQuarter(2026, 2), s_accounts, [back, nameless, Sale(s_returned, 7m)]);

        Assert.Equal(Cny(-98m), actuals.Of(Person("S2")).Value);
        Assert.Equal(new[] { back.Id, nameless.Id }.OrderBy(id => id), actuals.ReturnsWithoutOriginal);
        Assert.Contains(new Reason("actual.return-without-original", ("facts", 2)), actuals.Reasons);
        Assert.Empty(Revenue.Evaluate(DateSpan.OfQuarter(2026, 2), s_accounts, [back]).ReturnsWithoutOriginal);
    }

    [Fact]
    public void Pitfall_4_what_is_reinstated_leads_to_the_same_sale()
    {
        var sale = Sale(s_sold, 100m);
        var back = ReturnOf(sale, s_returned);
        var reinstated = ReturnOf(back, s_returned.PlusDays(9));
        var actuals = s_asNeverSold.Evaluate(DateSpan.OfQuarter(2026, 1), s_accounts, [reinstated, back, sale]);

        Assert.Equal((Cny(100m), 3), (actuals.Of(Person("S1")).Value, actuals.Of(Person("S1")).FactCount));
        Assert.Empty(actuals.ReturnsWithoutOriginal);
    }

    [Fact]
    public void Lines_that_take_back_each_other_count_on_their_own_days_and_are_seen()
    {
        var one = Sale(s_sold, -100m);
        var other = ReturnOf(one, s_returned);
        var builder = one.ToBuilder();
        builder.Original = other.Id;
        var actuals = s_asNeverSold.Evaluate(DateSpan.Always, s_accounts, [builder.Build(), other]);

        Assert.Equal(Cny(0m), actuals.Total.Value);
        Assert.Equal(2, actuals.ReturnsWithoutOriginal.Count);
    }

    [Property(MaxTest = 50)]
    public Property A_sale_and_its_full_return_leave_everything_as_it_was() =>
        Prop.ForAll(Any, Gen.Choose(-300, 300).ToArbitrary(), (lines, day) =>
        {
            var sale = Sale(Start.PlusDays(day), 123.45m, customer: 2);
            var back = ReturnOf(sale, Start.PlusDays(day + 80));
            Crediting<SalespersonId>[] creditings =
                [s_accounts, s_accounts.RolledUpThrough(Managers), s_accounts.AsAssignedOn(s_returned), Crediting.BySalesperson];
            foreach (var crediting in creditings)
            {
                var before = s_asNeverSold.Evaluate(DateSpan.OfYear(2026), crediting, lines);
                var after = s_asNeverSold.Evaluate(DateSpan.OfYear(2026), crediting, [back, .. lines, sale]);
                Assert.Equal(before.Total.Known, after.Total.Known);
                Assert.Equal(before.Unassigned.Known, after.Unassigned.Known);
                foreach (var owner in after.Owners)
                {
                    Assert.Equal(before.Of(owner).Known, after.Of(owner).Known);
                    Assert.Equal(before.OfTeam(owner).Known, after.OfTeam(owner).Known);
                }
            }
        });
}
