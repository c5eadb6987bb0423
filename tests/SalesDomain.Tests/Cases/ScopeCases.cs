using System.Collections.Generic;
using System.Linq;
using NodaTime;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that a table of scopes answers alone, by their ids.</summary>
public sealed class ScopeCases
{
    private static readonly LocalDate s_day = new(2026, 3, 31);

    // frappe/erpnext: erpnext/accounts/doctype/pricing_rule/test_pricing_rule.py#test_pricing_rule_for_discount
    [Theory]
    [InlineData("Customer", 20)]
    [InlineData("Customer 1", 10)]
    public void PL_01_Customer_and_item_comes_before_item(string customer, int discount)
    {
        var item = new ProductId("Item");
        var rules = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Customer | ScopeDimensions.Product, ScopeDimensions.Product),
            ScopeEntry.Of("item", Scope.Everything.Only(item), Percent(10)),
            ScopeEntry.Of("item and customer", Scope.Everything.Only(item).Only(new CustomerId("Customer")), Percent(20)));

        Assert.Equal(Percent(discount), rules.Resolve(default(ScopeSubject).With(item).With(new CustomerId(customer)), s_day).Value);
    }

    // https://github.com/spree/spree/pull/14432
    [Theory]
    [InlineData("0.00", "0.00")]
    [InlineData(null, "50.00")]
    public void PL_10_Zero_is_a_price_and_an_absent_one_falls_back(string? listed, string price)
    {
        var customer = new CustomerId("C");
        var prices = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Customer, ScopeDimensions.None),
            ScopeEntry.Of("base", Scope.Everything, Money.Parse("USD 50.00")));
        if (listed is not null)
            prices = prices.With(ScopeEntry.Of("list", Scope.Everything.Only(customer), Money.Parse("USD " + listed)));

        Assert.Equal(Money.Parse("USD " + price), prices.Resolve(default(ScopeSubject).With(customer), s_day).Value);
    }

    // https://www.cloudfronts.com/?p=37087 (Dynamics 365, 'Find next')
    [Fact]
    public void ST_17_First_match_or_all_that_match()
    {
        var lines = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.None),
            ScopeEntry.Of("1", Scope.Everything, StepSchedule.From((0m, Percent(5)))).WithPrecedence(3),
            ScopeEntry.Of("2", Scope.Everything, StepSchedule.Bands(1m, (10m, 100m, Percent(10)))).WithPrecedence(2),
            ScopeEntry.Of("3", Scope.Everything, StepSchedule.Bands(1m, (101m, 500m, Percent(20)))).WithPrecedence(1));
        var matching = lines.Applicable(default, s_day).Where(line => line.Value.TryAt(12m, out _)).Select(line => line.Value.At(12m))
            .ToArray();

        Assert.Equal(Percent(5), matching[0]);
        Assert.Equal(Percent(15), matching.Aggregate((sum, percent) => sum + percent));
    }

    // https://tutorialkart.com/comparison-of-condition-types-in-an-exclusion-group (SAP SD exclusion procedure A); the base of 100 is not
    // theirs
    [Fact]
    public void ST_11_The_best_of_an_exclusion_group()
    {
        var customer = new CustomerId("C");
        var group = ScopeTable.Highest(
            Comparer<Percentage>.Default,
            ScopeEntry.Of("customer", Scope.Everything.Only(customer), Percent(10)),
            ScopeEntry.Of("promotion", Scope.Everything, Percent(15)));

        var applied = group.Resolve(default(ScopeSubject).With(customer), s_day);
        Assert.Equal("promotion", applied.Winner!.Name);
        Assert.Equal(Usd(85.00m), applied.Value.Complement().Of(Usd(100.00m)));
        Assert.Equal(["customer"], applied.Losers().Select(loser => loser.Entry.Name));
    }
}
