using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The codes that open a discount, and how often each may be used (优惠券).</summary>
/// <remarks>
/// One code is enough; of several that are presented the first with uses left is used, in ordinal order. How often a code was used is a
/// fact of the call, a <see cref="PromotionHistory"/>. Case counts. Immutable; equality is by value, the order of codes does not matter.
/// </remarks>
public sealed class Coupon : IEquatable<Coupon>
{
    private readonly string[] _codes;

    private Coupon(string[] codes, int? mostUses, int? mostUsesPerCustomer)
    {
        _codes = codes;
        MostUses = mostUses;
        MostUsesPerCustomer = mostUsesPerCustomer;
    }

    /// <summary>The codes, in ordinal order.</summary>
    public IReadOnlyList<string> Codes => Array.AsReadOnly(_codes);

    /// <summary>How often each code may be used in all, or null.</summary>
    public int? MostUses { get; }

    /// <summary>How often one customer may use the coupon, whatever the code, or null.</summary>
    public int? MostUsesPerCustomer { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A coupon.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Coupon? left, Coupon? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A coupon.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Coupon? left, Coupon? right) => !(left == right);

    /// <summary>A coupon of one code, without limits.</summary>
    /// <param name="code">The code; not empty, no white space at either end.</param>
    /// <returns>The coupon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is empty or padded.</exception>
    public static Coupon Of(string code) => new([Identifier.Checked(code)], mostUses: null, mostUsesPerCustomer: null);

    /// <summary>A coupon of several codes, each of one use.</summary>
    /// <param name="codes">At least one code, each once; not empty, no white space at either end.</param>
    /// <returns>The coupon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="codes"/> or a code is null.</exception>
    /// <exception cref="ArgumentException">There are no codes, or one is empty, padded or there twice.</exception>
    public static Coupon OfSingleUse(params string[] codes) => OfSingleUse((IEnumerable<string>)codes);

    /// <inheritdoc cref="OfSingleUse(string[])"/>
    public static Coupon OfSingleUse(IEnumerable<string> codes)
    {
        var copy = Guard.Against.Nothing(codes, "a coupon has at least one code");
        Array.ForEach(copy, code => Identifier.Checked(code, nameof(codes)));
        Guard.Against.NameTwice(copy, nameof(codes), "code");
        Array.Sort(copy, StringComparer.Ordinal);
        return new Coupon(copy, 1, mostUsesPerCustomer: null);
    }

    /// <summary>The coupon each code of which may be used so often.</summary>
    /// <param name="uses">How often in all, at least 1.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="uses"/> is below 1.</exception>
    public Coupon WithMostUses(int uses) => new(_codes, Guard.Against.OutsideRange(1, int.MaxValue, uses), MostUsesPerCustomer);

    /// <summary>The coupon that one customer may use so often.</summary>
    /// <param name="uses">How often, at least 1. A document whose customer is not known then cannot use it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="uses"/> is below 1.</exception>
    public Coupon WithMostUsesPerCustomer(int uses) => new(_codes, MostUses, Guard.Against.OutsideRange(1, int.MaxValue, uses));

    /// <summary>Whether the other has the same codes and limits.</summary>
    /// <param name="other">The coupon to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Coupon? other) =>
        other is not null && MostUses == other.MostUses && MostUsesPerCustomer == other.MostUsesPerCustomer
        && _codes.SequenceEqual(other._codes, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Coupon);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _codes.Aggregate(
            Hash.Combine(MostUses ?? 0, MostUsesPerCustomer ?? 0),
            (hash, code) => Hash.Combine(hash, StringComparer.Ordinal.GetHashCode(code)));

    /// <summary>Codes and limits: <c>A1 or A2, 1 use each, 1 per customer</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            string.Join(" or ", _codes),
            MostUses is not { } most ? ""
                : InvariantText.Number(most) + (most == 1 ? " use" : " uses") + (_codes.Length > 1 ? " each" : ""),
            MostUsesPerCustomer is { } each ? InvariantText.Number(each) + " per customer" : "");
}
