using System;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Scopes;

public sealed class WhatIsAskedAbout
{
    private static readonly CustomerGroupId s_chain = new("CHAIN");
    private static readonly CustomerGroupId s_invited = new("INVITED");

    [Fact]
    public void Is_what_a_line_states()
    {
        var subject = ScopeSubject.FromLine(SetsOfAScope.Line());

        Assert.Equal(new CustomerId("C-1"), subject.Customer);
        Assert.Equal(new ProductId("TEA-500"), subject.Product);
        Assert.Equal(new ChannelId("WEB"), subject.Channel);
        Assert.Equal(PriceKind.Special, subject.PriceKind);
        Assert.Null(subject.Territory);
        Assert.Null(subject.CustomerClass);
        Assert.Null(subject.ProductCategory);
        Assert.Empty(subject.CustomerGroups);
        Assert.Equal("customer C-1, product TEA-500, channel WEB, price kind Special", subject.ToString());
        Assert.Equal(new CustomerId("C-9"), subject.With(SetsOfAScope.Line().ShipTo).Customer);
    }

    [Fact]
    public void Is_what_the_caller_knows()
    {
        var subject = default(ScopeSubject).With(new CustomerId("C")).InGroups(s_invited, s_chain, s_invited).With(new CustomerClassId("A"))
            .With(new ProductId("P")).With(new ProductCategoryId("TEA")).With(new ChannelId("WEB")).With(new TerritoryId("EAST"))
            .With(PriceKind.Project);

        Assert.Equal([s_chain, s_invited], subject.CustomerGroups);
        Assert.Equal(new CustomerClassId("A"), subject.CustomerClass);
        Assert.Equal(new ProductCategoryId("TEA"), subject.ProductCategory);
        Assert.Equal(new TerritoryId("EAST"), subject.Territory);
        Assert.Equal(
            "customer C, customer group CHAIN, customer group INVITED, customer class A, product P, product category TEA, "
                + "channel WEB, territory EAST, price kind Project",
            subject.ToString());
        Assert.Equal([s_chain], subject.InGroups(s_chain).CustomerGroups);
        Assert.Empty(subject.InGroups().CustomerGroups);
    }

    [Fact]
    public void Keeps_what_was_stated_of_the_customer_and_the_product_before()
    {
        var subject = default(ScopeSubject).With(new CustomerId("C")).InGroups(s_chain).With(new CustomerClassId("A"))
            .With(new ProductId("P")).With(new ProductCategoryId("TEA")).With(new CustomerId("D")).With(new ProductId("Q"));

        Assert.Equal("customer D, customer group CHAIN, customer class A, product Q, product category TEA", subject.ToString());
    }

    [Fact]
    public void Can_be_in_no_group_which_is_not_to_state_none()
    {
        var (forgotten, inNone) = (default(ScopeSubject).With(new CustomerId("C")),
            default(ScopeSubject).With(new CustomerId("C")).InGroups());
        var scope = Scope.Everything.Except(s_chain);

        Assert.True(scope.Matches(forgotten));
        Assert.True(scope.Matches(inNone));
        Assert.Equal(ScopeDimensions.CustomerGroup, scope.Unstated(forgotten));
        Assert.Equal(ScopeDimensions.None, scope.Unstated(inNone));
        Assert.Equal(ScopeDimensions.None, scope.Unstated(inNone.InGroups(s_chain)));
        Assert.Equal(
            ScopeDimensions.CustomerGroup | ScopeDimensions.Channel,
            scope.Only(new ChannelId("WEB")).Only(new CustomerId("C")).Unstated(forgotten));
        Assert.NotEqual(forgotten, inNone);
        Assert.Equal("customer C, no customer group", inNone.ToString());
        Assert.Empty(inNone.CustomerGroups);
        Assert.Equal([s_invited], inNone.InGroups(s_chain).InGroups(s_invited).CustomerGroups);
    }

    [Fact]
    public void Has_every_price_kind_there_is() =>
        Assert.All(typeof(PriceKind).GetEnumValues().Cast<PriceKind>(), kind =>
        {
            var subject = default(ScopeSubject).With(kind);
            Assert.Equal(kind, subject.PriceKind);
            Assert.Equal([kind.ToString()], Assert.Single(Scope.Everything.Only(kind).Conditions).Codes);
            Assert.True(Scope.Everything.Only(kind).Matches(subject));
        });

    [Fact]
    public void Is_equal_by_all_values_and_groups_in_any_order()
    {
        TestHelper.TestEqualsStruct(
            default(ScopeSubject).InGroups(s_chain, s_invited), default(ScopeSubject).InGroups(s_invited, s_chain), default,
            default(ScopeSubject).InGroups(s_chain),
            default(ScopeSubject).InGroups(s_chain, s_invited).With(PriceKind.Standard),
            default(ScopeSubject).With(new CustomerId("CHAIN")));
        TestHelper.TestEqualsStruct(
            default(ScopeSubject).With(new ProductId("A")), default(ScopeSubject).With(new ProductId("A")),
            default(ScopeSubject).With(new ProductCategoryId("A")));
    }

    [Fact]
    public void Holds_no_default_identifier_and_no_undefined_kind()
    {
        Assert.Equal("customer", Assert.Throws<ArgumentException>(() => default(ScopeSubject).With(default(CustomerId))).ParamName);
        Assert.Equal("groups", Assert.Throws<ArgumentException>(() => default(ScopeSubject).InGroups(s_chain, default)).ParamName);
        Assert.Equal(
            "customerClass", Assert.Throws<ArgumentException>(() => default(ScopeSubject).With(default(CustomerClassId))).ParamName);
        Assert.Equal("product", Assert.Throws<ArgumentException>(() => default(ScopeSubject).With(default(ProductId))).ParamName);
        Assert.Equal("category", Assert.Throws<ArgumentException>(() => default(ScopeSubject).With(default(ProductCategoryId))).ParamName);
        Assert.Equal("channel", Assert.Throws<ArgumentException>(() => default(ScopeSubject).With(default(ChannelId))).ParamName);
        Assert.Equal("territory", Assert.Throws<ArgumentException>(() => default(ScopeSubject).With(default(TerritoryId))).ParamName);
        Assert.Equal("priceKind", Assert.Throws<ArgumentOutOfRangeException>(() => default(ScopeSubject).With((PriceKind)(-1))).ParamName);
    }
}
