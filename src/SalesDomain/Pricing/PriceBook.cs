using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The price lists of a house, and the one way in which a sale comes to its price.</summary>
/// <remarks>
/// <para>
/// Of the lists in the currency asked for that hold for the sale on its day, the most specific by the <see cref="AccessSequence"/> is asked
/// first, of equally specific ones that of the higher precedence. A list that has no price for the product, the quantity or the unit is
/// passed over, and the next is asked: the first price found is the price (<see cref="ScopeChoice.MostSpecific"/>). Of a book that is
/// <see cref="TakingLowest"/> all are asked, and the lowest wins, of equal ones the most specific.
/// </para>
/// <para>
/// Only where no list in that currency has a price, those in the <see cref="GenericCurrency"/> are asked in the same way and their price
/// is converted by the rate of the day. A price kept in the currency of the document is never passed over for one that has to be
/// converted. No price is an answer with its reasons, never zero.
/// </para>
/// <para>
/// Two equally specific lists of one currency, one precedence and common days whose scopes could meet are refused when the book is built,
/// and so are formulas of lists that are not there, chains of formulas that come back to a list, and formulas that would pass from prices
/// without tax to prices with it, or back, without a tax rate. Immutable; equality is by all of it,
/// in any order of lists and products.
/// </para>
/// </remarks>
public sealed partial class PriceBook : IEquatable<PriceBook>
{
    private readonly PriceShelf[] _shelves;
    private readonly PriceList[] _lists;
    private readonly Dictionary<string, PriceList> _byName;
    private readonly Dictionary<string, PricedProduct> _products;

    private PriceBook(
        PriceShelf[] shelves, PriceList[] lists, Dictionary<string, PriceList> byName, AccessSequence sequence)
    {
        _shelves = shelves;
        _lists = lists;
        _byName = byName;
        Sequence = sequence;
        _products = [];
    }

    private PriceBook(
        PriceBook book, ScopeChoice choice, Dictionary<string, PricedProduct> products, ExchangeRates? rates, Currency? genericCurrency,
        Rounding? genericRounding)
        : this(book._shelves, book._lists, book._byName, book.Sequence)
    {
        Choice = choice;
        _products = products;
        Rates = rates;
        GenericCurrency = genericCurrency;
        GenericRounding = genericRounding;
    }

    /// <summary>Which list is asked first, by what it is about.</summary>
    public AccessSequence Sequence { get; }

    /// <summary>Whether the most specific list with a price wins, or the one with the lowest price.</summary>
    public ScopeChoice Choice { get; }

    /// <summary>The lists, by their names in ordinal order.</summary>
    public IReadOnlyList<PriceList> Lists => Array.AsReadOnly(_lists);

    /// <summary>What is known of products beside their prices, by their codes in ordinal order.</summary>
    public IReadOnlyList<PricedProduct> Products =>
        Array.AsReadOnly(_products.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ToArray());

    /// <summary>The rates by which formulas and the generic currency are converted, or null.</summary>
    public ExchangeRates? Rates { get; }

    /// <summary>The currency whose lists are asked, and converted, where those of the document's have no price; or null for none.</summary>
    public Currency? GenericCurrency { get; }

    /// <summary>How a converted price is rounded, or null when it is not.</summary>
    public Rounding? GenericRounding { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A book.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceBook? left, PriceBook? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A book.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceBook? left, PriceBook? right) => !(left == right);

    /// <summary>A book of lists.</summary>
    /// <param name="sequence">Which list is asked first: that of the customer, of a group, of the channel, of everybody.</param>
    /// <param name="lists">The lists, in any order.</param>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentNullException">An argument or a list is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two lists have one name; what a list is about is not in the sequence; two equally specific lists could both hold; the base of a
    /// formula is not among the lists; a list is computed from itself; a formula comes from prices without tax to prices with it, or back,
    /// and states no tax rate, or states one and has no use for it.
    /// </exception>
    public static PriceBook Of(AccessSequence sequence, params PriceList[] lists)
    {
        Guard.Against.Null(sequence);
        Guard.Against.Null(lists);
        Array.ForEach(lists, list => Guard.Against.Null(list, nameof(lists)));
        Guard.Against.NameTwice(lists.Select(list => list.Name), nameof(lists));
        var byName = new Dictionary<string, PriceList>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            PriceShelf.LevelOf(list, sequence, nameof(lists));
            byName.Add(list.Name, list);
        }

        FormulaChains.Check(byName, nameof(lists));
        FormulaTaxes.Check(byName, nameof(lists));
        PriceList[] sorted = [.. byName.Values.OrderBy(list => list.Name, StringComparer.Ordinal)];
        PriceShelf[] shelves =
        [
            .. sorted.GroupBy(list => list.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
                .Select(group => PriceShelf.Of(group.Key, group, sequence, nameof(lists))),
        ];
        return new PriceBook(shelves, sorted, byName, sequence);
    }

    /// <summary>The book in which the list with the lowest price for the quantity wins.</summary>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// Of the lists in the currency asked for. Those in the <see cref="GenericCurrency"/> are not compared with them, and are asked only
    /// where none of them has a price: 1.00 dollar at 7.10 does not beat 10.00 yuan.
    /// </remarks>
    /// <exception cref="InvalidOperationException">
    /// Lists of one currency have their prices with tax and without: the lower of two such numbers is not the lower price.
    /// </exception>
    public PriceBook TakingLowest()
    {
        foreach (var group in _lists.GroupBy(list => list.Currency))
        {
            var first = group.First();
            if (group.FirstOrDefault(list => list.TaxBasis != first.TaxBasis) is { } other)
            {
                throw new InvalidOperationException(
                    "The prices of '" + first.Name + "' are " + Measure.Text(first.TaxBasis) + ", those of '" + other.Name + "' "
                    + Measure.Text(other.TaxBasis) + ": the lowest number of both is not the lowest price.");
            }
        }

        return new PriceBook(this, ScopeChoice.Lowest, _products, Rates, GenericCurrency, GenericRounding);
    }

    /// <summary>The book with what is known of more products: their units, their cost.</summary>
    /// <param name="products">The products, each once and none that is in the book already.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="products"/> or a product is null.</exception>
    /// <exception cref="ArgumentException">A product comes twice.</exception>
    public PriceBook With(params PricedProduct[] products)
    {
        Guard.Against.Null(products);
        var table = new Dictionary<string, PricedProduct>(_products, StringComparer.Ordinal);
        foreach (var product in products)
        {
            if (table.ContainsKey(Guard.Against.Null(product, nameof(products)).Product.Code))
                throw Guards.Invalid(nameof(products), product.Product.Code, "must have each product once");

            table.Add(product.Product.Code, product);
        }

        return new PriceBook(this, Choice, table, Rates, GenericCurrency, GenericRounding);
    }

    /// <summary>The book with rates, by which formulas convert their base.</summary>
    /// <param name="rates">The rates.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    public PriceBook WithRates(ExchangeRates rates) =>
        new(this, Choice, _products, Guard.Against.Null(rates), GenericCurrency, GenericRounding);

    /// <summary>The book with a currency whose prices are converted where there is none in the currency asked for.</summary>
    /// <param name="currency">The currency of the lists to fall back on.</param>
    /// <param name="rounding">How a converted price is rounded, once and after the conversion, or null when it is not.</param>
    /// <returns>The changed copy. Without <see cref="WithRates"/> no price comes of it, and <c>pricing.no-rate</c> says so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public PriceBook WithGenericCurrency(Currency currency, Rounding? rounding = null) =>
        new(this, Choice, _products, Rates, Guard.Against.Null(currency), rounding);

    /// <summary>The price of a quantity of a product for a sale.</summary>
    /// <param name="product">The product; it takes the place of one that the subject states.</param>
    /// <param name="quantity">
    /// How much of it, in the unit that is ordered. Of a negative quantity the break is that of the quantity without its sign, and
    /// <see cref="ResolvedPrice.Warnings"/> says that a return was looked up: it has the price of its sale wherever that is known.
    /// </param>
    /// <param name="subject">What else is known of the sale: the customer with its groups, the channel.</param>
    /// <param name="on">The price date: the day of the order unless something else is agreed. The caller chooses the time zone.</param>
    /// <param name="currency">The currency of the document.</param>
    /// <returns>The price, or that there is none and why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="product"/> is the default value, or <paramref name="on"/> not of the ISO calendar.
    /// </exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public ResolvedPrice Price(ProductId product, Quantity quantity, ScopeSubject subject, LocalDate on, Currency currency)
    {
        Identifier.Given(product);
        Guard.Against.OtherCalendar(on);
        Guard.Against.Null(currency);
        return Price(new PriceQuestion(product, quantity, subject.With(product), on, currency));
    }

    /// <summary>Whether the other has the same lists, products and rates, and decides in the same way.</summary>
    /// <param name="other">The book to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceBook? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Choice == other.Choice && Sequence == other.Sequence && GenericCurrency == other.GenericCurrency
            && GenericRounding == other.GenericRounding && Rates == other.Rates && SameEntries.Of(_products, other._products)
            && _lists.SequenceEqual(other._lists));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceBook);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _lists.Aggregate(Hash.Combine(_products.Count, (int)Choice), (hash, list) => Hash.Combine(hash, list.GetHashCode()));

    /// <summary>How the book decides, and its lists.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        Policy + (GenericCurrency is null ? "" : ", else converted from " + GenericCurrency)
        + (GenericRounding is null ? "" : ", rounded to " + GenericRounding) + "\n" + string.Concat(_lists.Select(list => list.ToString()));
}
