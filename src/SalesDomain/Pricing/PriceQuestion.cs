using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>What a book is asked: which product, how much of it, for whom, on which day, in which currency.</summary>
internal readonly struct PriceQuestion(
    ProductId product, Quantity quantity, in ScopeSubject subject, LocalDate on, Currency currency, EarlierCount? earlier = null,
    CountedBeside? beside = null)
{
    internal ProductId Product { get; } = product;

    internal Quantity Quantity { get; } = quantity;

    internal ScopeSubject Subject { get; } = subject;

    internal LocalDate On { get; } = on;

    internal Currency Currency { get; } = currency;

    /// <summary>What was bought before, where anything is known of it; most sales are asked about without.</summary>
    internal EarlierCount? Earlier { get; } = earlier;

    /// <summary>What counts for a break beside the quantity, where that is not in the unit of the break; null where nothing does.</summary>
    internal CountedBeside? Beside { get; } = beside;

    /// <summary>The same on another day, without what was bought before.</summary>
    internal PriceQuestion At(LocalDate on) => new(Product, Quantity, Subject, on, Currency, null, Beside);

    internal PriceQuestion With(Quantity other) => new(Product, other, Subject, On, Currency, Earlier, Beside);

    /// <summary>The same of a quantity that has in it what counts beside another.</summary>
    internal PriceQuestion WithAll(Quantity all) => new(Product, all, Subject, On, Currency, Earlier);
}
