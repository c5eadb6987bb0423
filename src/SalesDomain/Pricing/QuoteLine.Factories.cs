using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>How lines are made, and what is stated of them.</content>
public sealed partial class QuoteLine
{
    /// <summary>A line to be priced.</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="product">The product.</param>
    /// <param name="quantity">
    /// How much, in the unit that is ordered; not zero. A negative quantity gets no price, and the quotation says so: a return has that of
    /// its sale.
    /// </param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> is negative, or <paramref name="quantity"/> is zero.
    /// </exception>
    public static QuoteLine Of(int number, ProductId product, Quantity quantity)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Identifier.Given(product);
        return quantity.IsZero
            ? throw Guards.OutOfRange(nameof(quantity), quantity.ToString(), "must not be zero: a line is of something")
            : new QuoteLine(number, product, quantity, new Settings());
    }

    /// <summary>A line of what comes back, at the price of its sale.</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="product">The product.</param>
    /// <param name="returned">How much comes back, above zero.</param>
    /// <param name="credit">What it is credited with, zero or more: <see cref="ReturnCredit.Amount"/>.</param>
    /// <param name="basis">Whether the credit has the tax in it.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> or <paramref name="credit"/> is negative, <paramref name="returned"/> is not positive, or
    /// <paramref name="basis"/> is not defined.
    /// </exception>
    public static QuoteLine Returned(int number, ProductId product, Quantity returned, Money credit, TaxBasis basis)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Identifier.Given(product);
        Guard.Against.NotPositive(returned.Amount, nameof(returned));
        Guard.Against.Below(0m, credit.Amount, nameof(credit));
        return new QuoteLine(
            number, product, -returned, new Settings { Credit = credit, CreditBasis = Guard.Against.Undefined(basis) });
    }

    /// <summary>A gift of a product that need have no sales price (赠品).</summary>
    /// <param name="number">The number of the line in the document, zero or more.</param>
    /// <param name="product">The product.</param>
    /// <param name="quantity">How much is given, above zero.</param>
    /// <param name="value">
    /// What one <paramref name="unit"/> is worth, zero or more, in the tax basis of the quotation: its list price for discounts and
    /// authority where no list has one. A price of the book goes before it.
    /// </param>
    /// <param name="unit">Of what one the value is: the ordered unit, or one that the price book converts.</param>
    /// <returns>The line, of the kind <see cref="PriceKind.Free"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="number"/> or <paramref name="value"/> is negative, or <paramref name="quantity"/> is not positive.
    /// </exception>
    public static QuoteLine Free(int number, ProductId product, Quantity quantity, Money value, UnitOfMeasure unit)
    {
        Guard.Against.OutsideRange(0, int.MaxValue, number);
        Identifier.Given(product);
        Guard.Against.NotPositive(quantity.Amount, nameof(quantity));
        return new QuoteLine(
            number, product, quantity,
            new Settings { PriceKind = SalesDomain.PriceKind.Free, Value = Of(value, unit, nameof(value)) });
    }

    /// <summary>The line of a product of this category.</summary>
    /// <param name="category">The category, in a tree the lowest.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="category"/> is the default value.</exception>
    public QuoteLine With(ProductCategoryId category) => Changed(_settings with { Category = Identifier.Given(category) });

    /// <summary>The line on these terms: <see cref="PriceKind.Free"/> for free goods.</summary>
    /// <param name="priceKind">On what terms.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priceKind"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">
    /// It would be free at a negotiated price, or a gift of a stated value or of a promotion that is not free.
    /// </exception>
    public QuoteLine With(PriceKind priceKind)
    {
        Guard.Against.Undefined(priceKind);
        if (priceKind == SalesDomain.PriceKind.Free ? NegotiatedPrice is not null : Value is not null || Promotion is not null)
            throw new InvalidOperationException("'" + this + "' cannot be of the price kind " + priceKind + ".");

        return Changed(_settings with { PriceKind = priceKind });
    }

    /// <summary>The line that is the free goods of a promotion, and there for no other.</summary>
    /// <param name="name">The name of a <see cref="FreeGoodsPromotion"/>; case counts. Not empty, no white space at either end.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="InvalidOperationException">The line does not state <see cref="PriceKind.Free"/>.</exception>
    public QuoteLine OfPromotion(string name)
    {
        var checkedName = Identifier.Checked(name);
        return PriceKind == SalesDomain.PriceKind.Free ? Changed(_settings with { Promotion = checkedName })
            : throw new InvalidOperationException("'" + this + "' is not free.");
    }

    /// <summary>The line with a lowest price of one of a unit, below which no discount goes (底价).</summary>
    /// <param name="floor">
    /// The lowest net price of one <paramref name="unit"/>, zero or more, in the tax basis of the quotation: 80.00 a piece on a line of
    /// cases of 12 is 960.00 a case.
    /// </param>
    /// <param name="unit">Of what one the floor is: the ordered unit, or one that the price book converts.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is negative.</exception>
    public QuoteLine WithFloor(Money floor, UnitOfMeasure unit) =>
        Changed(_settings with { Floor = Of(floor, unit, nameof(floor)) });

    /// <summary>The line at a price that was agreed for it (议价).</summary>
    /// <param name="price">
    /// The price of one <paramref name="unit"/>, zero or more, in the tax basis of the quotation. What it is below the list price is a
    /// deduction of its own, <see cref="DiscountedLine.Negotiated"/>, which an authority judges with the others; it stops at a floor.
    /// Where no list has a record of the product, as of what is made to order, it is the list price too, so that nothing is taken off,
    /// and a warning <c>pricing.quote-agreed-without-list</c> says so. Where one has, and gives no price for this quantity, unit, day or
    /// currency, the line is not priced, for that reason and <c>pricing.quote-agreed-beside-list</c>.
    /// </param>
    /// <param name="unit">Of what one the price is: the ordered unit, or one that the price book converts.</param>
    /// <returns>
    /// The changed copy: at a special price, unless it states another kind than standard and consignment prices, and so without further
    /// discounts but those that include that kind.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The line comes back, or is free.</exception>
    public QuoteLine AtPrice(Money price, UnitOfMeasure unit) =>
        !IsReturn && PriceKind != SalesDomain.PriceKind.Free
            ? Changed(_settings with { Negotiated = Of(price, unit, nameof(price)) })
            : throw new InvalidOperationException("'" + this + "' cannot be sold at a negotiated price.");

    /// <summary>
    /// The line at the prices of another day than the other lines have: call-offs of two framework orders, on one document.
    /// </summary>
    /// <param name="priceDate">The day whose price lists hold for the line; it goes before that of the request.</param>
    /// <param name="takes">
    /// Which price is taken where the list has moved since: that of the price date, that of the day of the request, on which an open order
    /// is delivered, or the lower of both. It goes before that of the request too.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="priceDate"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="takes"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">The line comes back: it has the price of its sale.</exception>
    public QuoteLine WithPriceDate(LocalDate priceDate, OpenOrderPrice takes = OpenOrderPrice.OrderDay)
    {
        Guard.Against.OtherCalendar(priceDate);
        Guard.Against.Undefined(takes);
        return !IsReturn ? Changed(_settings with { PriceDate = priceDate, OpenOrderPrice = takes })
            : throw new InvalidOperationException("'" + this + "' has the price of its sale.");
    }

    /// <summary>The line of what is only sold by so many, for what is said of larger quantities.</summary>
    /// <param name="smallest">The smallest quantity sold, above zero, in the ordered unit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smallest"/> is not positive.</exception>
    /// <exception cref="UnitMismatchException"><paramref name="smallest"/> has another unit than the quantity.</exception>
    public QuoteLine InMultiplesOf(Quantity smallest)
    {
        Guard.Against.NotPositive(smallest.Amount, nameof(smallest));
        return smallest.Unit == Quantity.Unit ? Changed(_settings with { Smallest = smallest })
            : throw new UnitMismatchException(Quantity.Unit, smallest.Unit, nameof(smallest));
    }

    private static PerUnit Of(Money amount, UnitOfMeasure unit, string parameterName)
    {
        Guard.Against.Below(0m, amount.Amount, parameterName);
        return new PerUnit(amount, Guard.Against.Null(unit));
    }
}
