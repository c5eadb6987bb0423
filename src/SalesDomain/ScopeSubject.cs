using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// What is known of one sale when a <see cref="Scope"/> is asked about it: who buys what, through which channel, in which territory, on
/// what terms.
/// </summary>
/// <remarks>
/// <para>
/// Nothing has to be stated, and what is not stated is no wildcard: a scope of some customers does not match a subject without a
/// customer, and a scope that leaves some customers out does not leave that subject out. <see cref="Scope.Unstated"/> says what a scope
/// speaks of and the subject does not state.
/// </para>
/// <para>
/// A customer may be in several groups; of everything else there is one value. Where categories, territories or customers form a tree,
/// the subject states the lowest, and the scope lists everything below the branch it means.
/// </para>
/// <para>
/// A <c>With</c> replaces what was stated of its dimension and of no other, <see cref="InGroups"/> all groups, and but for these nothing is
/// allocated: state what is known of the customer once, and product and category line by line. Equality is by all values, groups in any
/// order; to be in no group is not to state none. The default value states nothing.
/// </para>
/// </remarks>
public readonly struct ScopeSubject : IEquatable<ScopeSubject>
{
    private string? CustomerCode { get; init; }

    // Null when not stated, the code of one, or in an array those of several in ordinal order, each once; the array is empty for none.
    private object? GroupCodes { get; init; }

    private string? ClassCode { get; init; }

    private string? ProductCode { get; init; }

    private string? CategoryCode { get; init; }

    private string? ChannelCode { get; init; }

    private string? TerritoryCode { get; init; }

    private string? PriceKindName { get; init; }

    /// <summary>Who buys, or null.</summary>
    public CustomerId? Customer => CustomerCode is { } code ? new CustomerId(code) : null;

    /// <summary>The groups the customer is in, in ordinal order; none when it is in none, or when they are not stated.</summary>
    public IReadOnlyList<CustomerGroupId> CustomerGroups =>
        Array.AsReadOnly(Array.ConvertAll(Codes(GroupCodes), code => new CustomerGroupId(code)));

    /// <summary>The class of the customer, or null.</summary>
    public CustomerClassId? CustomerClass => ClassCode is { } code ? new CustomerClassId(code) : null;

    /// <summary>What is sold, or null.</summary>
    public ProductId? Product => ProductCode is { } code ? new ProductId(code) : null;

    /// <summary>The category of the product, or null.</summary>
    public ProductCategoryId? ProductCategory => CategoryCode is { } code ? new ProductCategoryId(code) : null;

    /// <summary>Through which channel, or null.</summary>
    public ChannelId? Channel => ChannelCode is { } code ? new ChannelId(code) : null;

    /// <summary>In which territory, or null.</summary>
    public TerritoryId? Territory => TerritoryCode is { } code ? new TerritoryId(code) : null;

    /// <summary>On what terms, or null.</summary>
    public PriceKind? PriceKind => PriceKindName is { } name ? Dimension.PriceKindOf(name) : null;

    /// <summary>
    /// What a line states: customer, product, price kind, and channel and territory where it has them. Groups, class and category are
    /// known to the caller.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <returns>
    /// The subject. The customer is who buys; to ask for the ship-to, replace it before its groups and its class are stated:
    /// <c>.With(line.ShipTo)</c> keeps those of the customer before.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static ScopeSubject FromLine(SalesLine line)
    {
        Guard.Against.Null(line);
        return new ScopeSubject
        {
            CustomerCode = line.Customer.Code,
            ProductCode = line.Product.Code,
            ChannelCode = line.Channel?.Code,
            TerritoryCode = line.Territory?.Code,
            PriceKindName = Dimension.CodeOf(line.PriceKind),
        };
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A subject.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(ScopeSubject left, ScopeSubject right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A subject.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(ScopeSubject left, ScopeSubject right) => !left.Equals(right);

    /// <summary>The subject with this customer.</summary>
    /// <param name="customer">Who buys.</param>
    /// <returns>
    /// The changed copy. It keeps the groups and the class that were stated of the customer before: state those of the new one as well.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public ScopeSubject With(CustomerId customer) => this with { CustomerCode = Identifier.Given(customer).Code };

    /// <summary>The subject with a customer in exactly these groups, in place of any stated before.</summary>
    /// <param name="groups">All groups of the customer, in any order; none when it is known to be in none.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    /// <exception cref="ArgumentException">A group is the default value.</exception>
    public ScopeSubject InGroups(params CustomerGroupId[] groups)
    {
        Guard.Against.Null(groups);
        var codes = ScopeCondition.Sorted(groups.Select(group => Identifier.Given(group, nameof(groups)).Code));
        return this with { GroupCodes = codes.Length == 1 ? codes[0] : codes };
    }

    /// <summary>The subject with a customer of this class.</summary>
    /// <param name="customerClass">The class of the customer.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="customerClass"/> is the default value.</exception>
    public ScopeSubject With(CustomerClassId customerClass) => this with { ClassCode = Identifier.Given(customerClass).Code };

    /// <summary>The subject with this product.</summary>
    /// <param name="product">What is sold.</param>
    /// <returns>The changed copy. It keeps the category that was stated of the product before: state that of the new one as well.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    public ScopeSubject With(ProductId product) => this with { ProductCode = Identifier.Given(product).Code };

    /// <summary>The subject with a product of this category.</summary>
    /// <param name="category">The category of the product, in a tree the lowest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="category"/> is the default value.</exception>
    public ScopeSubject With(ProductCategoryId category) => this with { CategoryCode = Identifier.Given(category).Code };

    /// <summary>The subject with this channel.</summary>
    /// <param name="channel">Through which channel.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="channel"/> is the default value.</exception>
    public ScopeSubject With(ChannelId channel) => this with { ChannelCode = Identifier.Given(channel).Code };

    /// <summary>The subject with this territory.</summary>
    /// <param name="territory">In which territory, in a tree the lowest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="territory"/> is the default value.</exception>
    public ScopeSubject With(TerritoryId territory) => this with { TerritoryCode = Identifier.Given(territory).Code };

    /// <summary>The subject with this price kind.</summary>
    /// <param name="priceKind">On what terms.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priceKind"/> is not defined.</exception>
    public ScopeSubject With(PriceKind priceKind) => this with { PriceKindName = Dimension.CodeOf(priceKind) };

    /// <summary>Whether the other states the same.</summary>
    /// <param name="other">The subject to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ScopeSubject other) =>
        CustomerCode == other.CustomerCode && ClassCode == other.ClassCode && ProductCode == other.ProductCode
        && CategoryCode == other.CategoryCode && ChannelCode == other.ChannelCode && TerritoryCode == other.TerritoryCode
        && PriceKindName == other.PriceKindName && AreSame(GroupCodes, other.GroupCodes);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ScopeSubject other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 0;
        for (var i = 0; i < Dimension.Count; i++)
            hash = Hash.Combine(hash, HashOf(Given(i)));

        return hash;
    }

    /// <summary>What is stated: <c>customer C-1, customer group G-1, customer group G-2, product P-1</c>.</summary>
    /// <returns>The text, with <c>no customer group</c> for a customer in none; empty when nothing is stated.</returns>
    public override string ToString()
    {
        var subject = this;
        return string.Join(", ", Dimension.All.SelectMany((dimension, i) => subject.Given(i) is string[] { Length: 0 }
            ? ["no " + dimension.Singular]
            : Codes(subject.Given(i)).Select(code => dimension.Singular + " " + code)));
    }

    /// <summary>What is stated of a dimension: null, one code, or the codes of several in an array.</summary>
    internal object? Given(int dimension) =>
        dimension switch
        {
            0 => CustomerCode,
            1 => GroupCodes,
            2 => ClassCode,
            3 => ProductCode,
            4 => CategoryCode,
            5 => ChannelCode,
            6 => TerritoryCode,
            _ => PriceKindName,
        };

    /// <summary>What a line itself states of a dimension, as <see cref="FromLine"/> would.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static string? Given(SalesLine line, int dimension) =>
        dimension switch
        {
            0 => line.Customer.Code,
            3 => line.Product.Code,
            5 => line.Channel?.Code,
            6 => line.Territory?.Code,
            7 => Dimension.CodeOf(line.PriceKind),
            _ => null,
        };

    /// <summary>Of some dimensions those of which nothing is stated.</summary>
    internal ScopeDimensions Unstated(ScopeDimensions mentioned)
    {
        var unstated = ScopeDimensions.None;
        for (var i = 0; i < Dimension.Count; i++)
            unstated |= Given(i) is null ? Dimension.All[i].Flag : ScopeDimensions.None;

        return unstated & mentioned;
    }

    internal static string[] Codes(object? given) => given switch { null => [], string code => [code], _ => (string[])given };

    private static bool AreSame(object? groups, object? others) =>
        groups is string[] several ? others is string[] more && several.SequenceEqual(more) : Equals(groups, others);

    private static int HashOf(object? given)
    {
        if (given is not string[] several)
            return given is string code ? StringComparer.Ordinal.GetHashCode(code) : 0;

        var hash = several.Length + 1;
        foreach (var one in several)
            hash = Hash.Combine(hash, StringComparer.Ordinal.GetHashCode(one));

        return hash;
    }
}
