using System;

namespace SalesDomain.Pricing;

/// <summary>What totals of promotions are kept by: the discount, and what else is named of code or customer and document.</summary>
internal readonly struct PromotionKey : IEquatable<PromotionKey>
{
    private readonly string _discount;
    private readonly string? _coupon;
    private readonly string? _customer;
    private readonly string? _document;

    internal PromotionKey(string discount, string? coupon, CustomerId? customer, DocumentId? document)
    {
        _discount = discount;
        _coupon = coupon;
        _customer = customer?.Code;
        _document = document?.Code;
    }

    public bool Equals(PromotionKey other) => InOrder(this, other) == 0;

    public override bool Equals(object? obj) => obj is PromotionKey other && Equals(other);

    public override int GetHashCode() =>
        Internal.Hash.Combine(StringComparer.Ordinal.GetHashCode(_discount), Of(_coupon), Of(_customer), Of(_document));

    internal static int InOrder(PromotionKey left, PromotionKey right)
    {
        var order = string.CompareOrdinal(left._discount, right._discount);
        order = order != 0 ? order : string.CompareOrdinal(left._coupon, right._coupon);
        order = order != 0 ? order : string.CompareOrdinal(left._customer, right._customer);
        return order != 0 ? order : string.CompareOrdinal(left._document, right._document);
    }

    private static int Of(string? code) => code is null ? 0 : StringComparer.Ordinal.GetHashCode(code);
}
