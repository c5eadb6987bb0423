using System;
using Xunit;

namespace SalesDomain.Tests.Identifiers;

/// <summary>What every identifier that wraps one code promises.</summary>
public abstract class CodesOfTheCaller<T>(Func<string, T> create, Func<T, string> code, Func<string, T> parse)
    where T : struct, IEquatable<T>, IComparable<T>, IComparable
{
    [Theory]
    [InlineData("10248")]
    [InlineData("ALFKI")]
    [InlineData("华东-01")]
    [InlineData("a b")]
    [InlineData("-")]
    public void Are_kept_and_printed_as_they_are(string text)
    {
        Assert.Equal(text, code(create(text)));
        TestHelper.TestRoundTrip(create(text), text);
    }

    [Fact]
    public void Are_equal_letter_by_letter() =>
        TestHelper.TestEqualsStruct(create("ALFKI"), create("ALFKI"), create("alfki"), create("ALFK"), default);

    [Fact]
    public void Are_in_ordinal_order_whatever_the_culture() =>
        Cultures.Each(() =>
        {
            TestHelper.TestCompareTo(create("A10"), create("A10"), create("A2"), create("B"), create("a"), create("Ä"), create("A10x"));
            TestHelper.TestCompareTo(default, default, create("-"));
        });

    [Fact]
    public void Hold_no_code_by_default_and_say_so()
    {
        T nothing = default;

        Assert.Equal("", nothing.ToString());
        Assert.Contains(typeof(T).Name, Assert.Throws<InvalidOperationException>(() => code(nothing)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" A")]
    [InlineData("A ")]
    [InlineData("\tA")]
    [InlineData("A\n")]
    [InlineData("\u3000A")]
    public void Are_not_empty_and_have_no_outer_white_space(string text)
    {
        Assert.Equal("code", Assert.Throws<ArgumentException>(() => create(text)).ParamName);
        TestHelper.TestBadTexts(parse, text);
    }

    [Fact]
    public void Refuse_null_by_its_name()
    {
        Assert.Equal("code", Assert.Throws<ArgumentNullException>(() => create(null!)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => parse(null!)).ParamName);
    }
}

public sealed class CodesOfCustomers() : CodesOfTheCaller<CustomerId>(code => new(code), id => id.Code, CustomerId.Parse);

public sealed class CodesOfCustomerGroups() : CodesOfTheCaller<CustomerGroupId>(code => new(code), id => id.Code, CustomerGroupId.Parse);

public sealed class CodesOfCustomerClasses() : CodesOfTheCaller<CustomerClassId>(code => new(code), id => id.Code, CustomerClassId.Parse);

public sealed class CodesOfProductCategories() : CodesOfTheCaller<ProductCategoryId>(
    code => new(code), id => id.Code, ProductCategoryId.Parse);

public sealed class CodesOfProducts() : CodesOfTheCaller<ProductId>(code => new(code), id => id.Code, ProductId.Parse);

public sealed class CodesOfSalespersons() : CodesOfTheCaller<SalespersonId>(code => new(code), id => id.Code, SalespersonId.Parse);

public sealed class CodesOfTerritories() : CodesOfTheCaller<TerritoryId>(code => new(code), id => id.Code, TerritoryId.Parse);

public sealed class CodesOfChannels() : CodesOfTheCaller<ChannelId>(code => new(code), id => id.Code, ChannelId.Parse);

public sealed class CodesOfDocuments() : CodesOfTheCaller<DocumentId>(code => new(code), id => id.Code, DocumentId.Parse);

public sealed class CodesOfRoles() : CodesOfTheCaller<RoleId>(code => new(code), id => id.Code, RoleId.Parse);
