using System.Collections.Generic;
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

    // https://tutorialkart.com/comparison-of-condition-types-in-an-exclusion-group (SAP SD exclusion procedure A); the base of 100 is not theirs
    [Fact]
    public void ST_11_The_best_of_an_exclusion_group()
    {
        var customer = new CustomerId("C");
        var group = ScopeTable.Highest(
            Comparer<Percentage>.Default,
            ScopeEntry.Of("customer", Scope.Everything.Only(customer), Percent(10)), ScopeEntry.Of("promotion", Scope.Everything, Percent(15)));

        var applied = group.Resolve(default(ScopeSubject).With(customer), s_day);
        Assert.Equal("promotion", applied.Winner!.Name);
        Assert.Equal(Usd(85.00m), applied.Value.Complement().Of(Usd(100.00m)));
        Assert.Equal(["customer"], System.Linq.Enumerable.Select(applied.Losers(), loser => loser.Entry.Name));
    }
}
