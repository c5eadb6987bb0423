using System;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Scopes;

public sealed class SetsOfAScope
{
    private static readonly CustomerId s_customer = new("C-1");
    private static readonly CustomerGroupId s_chain = new("CHAIN");
    private static readonly CustomerGroupId s_invited = new("INVITED");
    private static readonly ProductId s_tea = new("TEA-500");

    /// <summary>Each dimension alone: a subject in the set, one that is not, and the words of the reasons.</summary>
    public static TheoryData<ScopeDimensions, string, string> EveryDimension => new()
    {
        { ScopeDimensions.Customer, "scope.not-in-customers (customer B, allowed A)", "scope.excluded-customer (customer A)" },
        {
            ScopeDimensions.CustomerGroup, "scope.not-in-customer-groups (customer group B, allowed A)",
            "scope.excluded-customer-group (customer group A)"
        },
        {
            ScopeDimensions.CustomerClass, "scope.not-in-customer-classes (customer class B, allowed A)",
            "scope.excluded-customer-class (customer class A)"
        },
        { ScopeDimensions.Product, "scope.not-in-products (product B, allowed A)", "scope.excluded-product (product A)" },
        {
            ScopeDimensions.ProductCategory, "scope.not-in-product-categories (product category B, allowed A)",
            "scope.excluded-product-category (product category A)"
        },
        { ScopeDimensions.Channel, "scope.not-in-channels (channel B, allowed A)", "scope.excluded-channel (channel A)" },
        { ScopeDimensions.Territory, "scope.not-in-territories (territory B, allowed A)", "scope.excluded-territory (territory A)" },
        {
            ScopeDimensions.PriceKind, "scope.not-in-price-kinds (price kind Free, allowed Special)",
            "scope.excluded-price-kind (price kind Special)"
        },
    };

    [Theory]
    [MemberData(nameof(EveryDimension))]
    public void Hold_those_that_are_in_and_no_other(ScopeDimensions dimension, string notIn, string excluded)
    {
        var only = ScopesOf(dimension, isExclusion: false);
        var except = ScopesOf(dimension, isExclusion: true);
        var (first, second) = (SubjectOf(dimension, isFirst: true), SubjectOf(dimension, isFirst: false));

        Assert.True(only.Matches(first));
        Assert.False(only.Matches(second));
        Assert.False(except.Matches(first));
        Assert.True(except.Matches(second));

        Assert.Equal(dimension, only.Dimensions);
        Assert.Equal(ScopeDimensions.None, except.Dimensions);
        Assert.Equal(dimension, Assert.Single(only.Conditions).Dimension);
        Assert.Equal([notIn], only.Mismatches(second).Select(reason => reason.ToString()));
        Assert.Equal([excluded], except.Mismatches(first).Select(reason => reason.ToString()));
        Assert.Equal("only " + Text(only) + "|except " + Text(only), only + "|" + except);
    }

    [Theory]
    [MemberData(nameof(EveryDimension))]
    public void Do_not_hold_what_is_not_stated(ScopeDimensions dimension, string notIn, string excluded)
    {
        Assert.False(ScopesOf(dimension, isExclusion: false).Matches(default(ScopeSubject)));
        Assert.True(ScopesOf(dimension, isExclusion: true).Matches(default(ScopeSubject)));
        Assert.Equal(Figure.Absent, ScopesOf(dimension, isExclusion: false).Mismatches(default)[0].Figures[0].Value);
        Assert.NotEqual(notIn, excluded);
    }

    [Fact]
    public void Are_all_to_be_met()
    {
        var scope = Scope.Everything.Only(s_tea).Only(s_chain).Except(s_customer);
        var known = default(ScopeSubject).With(s_tea).InGroups(s_invited, s_chain);

        Assert.True(scope.Matches(known.With(new CustomerId("C-2"))));
        Assert.False(scope.Matches(known.With(s_customer)));
        Assert.Equal(
            ["scope.excluded-customer", "scope.not-in-customer-groups", "scope.not-in-products"],
            scope.Mismatches(default(ScopeSubject).With(s_customer)).Select(reason => reason.Code));
        Assert.Equal("except customers C-1; only customer groups CHAIN; only products TEA-500", scope.ToString());
    }

    [Fact]
    public void Of_groups_can_ask_for_one_of_these_and_one_of_those()
    {
        var both = Scope.Everything.Only(s_chain).Only(s_invited);
        var either = Scope.Everything.Only(s_chain, s_invited);

        Assert.False(both.Matches(default(ScopeSubject).InGroups(s_chain)));
        Assert.True(both.Matches(default(ScopeSubject).InGroups(s_chain, s_invited)));
        Assert.True(either.Matches(default(ScopeSubject).InGroups(s_chain)));
        Assert.True(either.Contains(both));
        Assert.False(both.Contains(either));
    }

    [Fact]
    public void Of_all_else_are_narrowed_to_what_they_have_in_common()
    {
        var (a, b, c) = (new ProductId("A"), new ProductId("B"), new ProductId("C"));

        Assert.Equal(Scope.Everything.Only(b), Scope.Everything.Only(a, b).Only(b, c));
        Assert.Equal(Scope.Everything.Only(a, b), Scope.Everything.Except(c).Only(a, b, c));
        Assert.Equal(Scope.Everything.Except(a, b), Scope.Everything.Except(b).Except(a, b));
        Assert.Equal("products", Assert.Throws<ArgumentException>(() => Scope.Everything.Only(a).Only(b)).ParamName);
        Assert.Equal("products", Assert.Throws<ArgumentException>(() => Scope.Everything.Only(a).Except(a, b)).ParamName);
    }

    [Fact]
    public void Are_read_off_a_line_where_a_line_says_enough()
    {
        var line = Line();
        Assert.True(Scope.Everything.Matches(line));
        Assert.True(Scope.Everything.Only(s_customer).Only(new ChannelId("WEB")).Except(PriceKind.Free).Matches(line));
        Assert.False(Scope.Everything.Only(new TerritoryId("EAST")).Matches(line));

        Assert.Equal("line", Assert.Throws<ArgumentException>(() => Scope.Everything.Except(s_chain).Matches(line)).ParamName);
        Assert.Equal(
            "line", Assert.Throws<ArgumentException>(() => Scope.Everything.Only(new CustomerClassId("A")).Matches(line)).ParamName);
        Assert.Equal(
            "line", Assert.Throws<ArgumentException>(() => Scope.Everything.Only(new ProductCategoryId("TEA")).Matches(line)).ParamName);
    }

    [Fact]
    public void Of_thousands_are_named_in_part()
    {
        var scope = Scope.Everything.Only([.. Enumerable.Range(1000, 5000).Select(number => new CustomerId("C" + number))]);

        Assert.True(scope.Matches(default(ScopeSubject).With(new CustomerId("C5999"))));
        Assert.Equal(
            "scope.not-in-customers (customer C6000, allowed C1000, C1001, C1002, C1003, C1004 and 4995 more)",
            Assert.Single(scope.Mismatches(default(ScopeSubject).With(new CustomerId("C6000")))).ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Few_and_many_are_searched_alike(int count)
    {
        var products = Enumerable.Range(0, count).Select(number => new ProductId("P" + number)).ToArray();
        var (only, except) = (Scope.Everything.Only(products), Scope.Everything.Except(products));
        for (var number = -1; number <= count; number++)
        {
            var subject = default(ScopeSubject).With(new ProductId("P" + number));
            Assert.Equal(number >= 0 && number < count, only.Matches(subject));
            Assert.Equal(!only.Matches(subject), except.Matches(subject));
        }
    }

    [Fact]
    public void Of_nobody_are_refused_and_nobody_left_out_is_nothing_said()
    {
        Assert.Equal("customers", Assert.Throws<ArgumentException>(() => Scope.Everything.Only(Array.Empty<CustomerId>())).ParamName);
        Assert.Equal("priceKinds", Assert.Throws<ArgumentException>(() => Scope.Everything.Only(Array.Empty<PriceKind>())).ParamName);
        Assert.Same(Scope.Everything, Scope.Everything.Except(Array.Empty<CustomerId>()));
        Assert.Equal("customers", Assert.Throws<ArgumentException>(() => Scope.Everything.Only(s_customer, default)).ParamName);
        Assert.Equal("priceKinds", Assert.Throws<ArgumentOutOfRangeException>(() => Scope.Everything.Only((PriceKind)6)).ParamName);
    }

    [Fact]
    public void Are_copied_from_the_array_given()
    {
        var products = new[] { new ProductId("A"), new ProductId("B") };
        var scope = Scope.Everything.Only(products);
        products[0] = new ProductId("Z");
        Assert.Equal(["A", "B"], Assert.Single(scope.Conditions).Codes);
    }

    [Fact]
    public void Make_equal_scopes_and_conditions_when_they_are_equal()
    {
        TestHelper.TestEqualsClass(
            Scope.Everything.Only(s_tea).Except(s_customer), Scope.Everything.Except(s_customer).Only(s_tea), Scope.Everything,
            Scope.Everything.Only(s_tea),
            Scope.Everything.Only(s_tea).Only(s_customer), Scope.Everything.Only(new ProductCategoryId("TEA-500")).Except(s_customer));
        TestHelper.TestEqualsClass(
            Scope.Everything.Only(s_tea).Conditions[0], Scope.Everything.Only(s_tea, s_tea).Conditions[0],
            Scope.Everything.Except(s_tea).Conditions[0],
            Scope.Everything.Only(s_tea, new ProductId("Z")).Conditions[0], Scope.Everything.Only(new ChannelId("TEA-500")).Conditions[0]);
        Assert.Equal("everything", Scope.Everything.ToString());
        Assert.Empty(Scope.Everything.Conditions);
    }

    internal static SalesLine Line() => new SalesLineBuilder
    {
        Stage = Stage.Ordered,
        Document = new DocumentId("SO-1"),
        Line = 1,
        Date = new LocalDate(2026, 3, 31),
        Customer = s_customer,
        ShipTo = new CustomerId("C-9"),
        Product = s_tea,
        Channel = new ChannelId("WEB"),
        PriceKind = PriceKind.Special,
        Quantity = Quantity.Pieces(1),
        NetAmount = new Money(1m, Currency.USD),
        Tax = Money.Zero(Currency.USD),
    }.Build();

    private static string Text(Scope only) => only.ToString().Substring("only ".Length);

    private static Scope ScopesOf(ScopeDimensions dimension, bool isExclusion)
    {
        var all = Scope.Everything;
        return dimension switch
        {
            ScopeDimensions.Customer => isExclusion ? all.Except(new CustomerId("A")) : all.Only(new CustomerId("A")),
            ScopeDimensions.CustomerGroup => isExclusion ? all.Except(new CustomerGroupId("A")) : all.Only(new CustomerGroupId("A")),
            ScopeDimensions.CustomerClass => isExclusion ? all.Except(new CustomerClassId("A")) : all.Only(new CustomerClassId("A")),
            ScopeDimensions.Product => isExclusion ? all.Except(new ProductId("A")) : all.Only(new ProductId("A")),
            ScopeDimensions.ProductCategory => isExclusion ? all.Except(new ProductCategoryId("A")) : all.Only(new ProductCategoryId("A")),
            ScopeDimensions.Channel => isExclusion ? all.Except(new ChannelId("A")) : all.Only(new ChannelId("A")),
            ScopeDimensions.Territory => isExclusion ? all.Except(new TerritoryId("A")) : all.Only(new TerritoryId("A")),
            _ => isExclusion ? all.Except(PriceKind.Special) : all.Only(PriceKind.Special),
        };
    }

    private static ScopeSubject SubjectOf(ScopeDimensions dimension, bool isFirst)
    {
        var (subject, code) = (default(ScopeSubject), isFirst ? "A" : "B");
        return dimension switch
        {
            ScopeDimensions.Customer => subject.With(new CustomerId(code)),
            ScopeDimensions.CustomerGroup => subject.InGroups(new CustomerGroupId(code)),
            ScopeDimensions.CustomerClass => subject.With(new CustomerClassId(code)),
            ScopeDimensions.Product => subject.With(new ProductId(code)),
            ScopeDimensions.ProductCategory => subject.With(new ProductCategoryId(code)),
            ScopeDimensions.Channel => subject.With(new ChannelId(code)),
            ScopeDimensions.Territory => subject.With(new TerritoryId(code)),
            _ => subject.With(isFirst ? PriceKind.Special : PriceKind.Free),
        };
    }
}
