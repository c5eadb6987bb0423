using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>A customer whose purchases count for an agreement, and the days on which they do.</summary>
/// <remarks>Equality is by both. The default value names no customer, and is refused wherever a member is asked for.</remarks>
public readonly record struct RebateMember
{
    /// <summary>A member.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="span">The days on which it is a member.</param>
    /// <exception cref="System.ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public RebateMember(CustomerId customer, DateSpan span)
    {
        Customer = Identifier.Given(customer);
        Span = span;
    }

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>The days on which it is a member.</summary>
    public DateSpan Span { get; }

    /// <summary>The customer, and the days unless they are all.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Customer + (Span == DateSpan.Always ? "" : " " + Span);
}
