using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What a customer asks for: who, on which day, in which currency, and which lines.</summary>
/// <remarks>Lines are kept by their numbers, in whatever order they were given. Immutable; equality is by all values.</remarks>
public sealed partial class QuoteRequest : IEquatable<QuoteRequest>
{
    private readonly Settings _settings;

    private QuoteRequest(Settings settings) => _settings = settings;

    /// <summary>The day that counts for discounts, tax, costs, approvals and terms, and for prices unless another is declared.</summary>
    public LocalDate Date => _settings.Date;

    /// <summary>The day whose price lists hold: that of the request, unless another was declared.</summary>
    public LocalDate PriceDate => _settings.PriceDate ?? _settings.Date;

    /// <summary>Which price an open order takes where that of the price date is no longer that of <see cref="Date"/>.</summary>
    public OpenOrderPrice OpenOrderPrice => _settings.OpenOrderPrice;

    /// <summary>The currency of the quotation.</summary>
    public Currency Currency => _settings.Currency;

    /// <summary>What is known of the sale beside its lines: the customer with its groups, the channel.</summary>
    public ScopeSubject Subject => _settings.Subject;

    /// <summary>The lines, by their numbers.</summary>
    public IReadOnlyList<QuoteLine> Lines => Array.AsReadOnly(_settings.Lines);

    /// <summary>The coupons that are presented, in ordinal order.</summary>
    public IReadOnlyList<string> Coupons => Array.AsReadOnly(_settings.Coupons);

    /// <summary>What coupons and promotions granted before; nothing unless stated.</summary>
    public PromotionHistory History => _settings.History;

    /// <summary>What was bought before; nothing unless stated.</summary>
    public PurchaseHistory Purchases => _settings.Purchases;

    /// <summary>The last day on which the quotation holds, or null for that of the rules.</summary>
    public LocalDate? ValidUntil => _settings.ValidUntil;

    /// <summary>The day that the terms of payment count from, or null for the day of the quotation.</summary>
    public LocalDate? Baseline => _settings.Baseline;

    /// <summary>The number that the quotation will have, or null.</summary>
    public DocumentId? Document => _settings.Document;

    /// <summary>The approvals on file, in the order given.</summary>
    public IReadOnlyList<Approval> Approvals => Array.AsReadOnly(_settings.Approvals);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A request.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(QuoteRequest? left, QuoteRequest? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A request.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(QuoteRequest? left, QuoteRequest? right) => !(left == right);

    /// <summary>A request for products and quantities.</summary>
    /// <param name="date">The day that counts for prices; the caller chooses the time zone.</param>
    /// <param name="currency">The currency of the quotation.</param>
    /// <param name="subject">What is known of the sale beside its lines.</param>
    /// <param name="lines">Number, product and quantity of at least one line, in any order; each number once.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> or <paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no lines, two have one number, a product is the default value, or <paramref name="date"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a quantity is zero.</exception>
    public static QuoteRequest Of(
        LocalDate date, Currency currency, ScopeSubject subject, params (int Number, ProductId Product, Quantity Quantity)[] lines)
    {
        Guard.Against.Null(lines);
        return Of(date, currency, subject, Array.ConvertAll(lines, line => QuoteLine.Of(line.Number, line.Product, line.Quantity)));
    }

    /// <summary>A request for lines of any kind.</summary>
    /// <param name="date">The day that counts for prices; the caller chooses the time zone.</param>
    /// <param name="currency">The currency of the quotation.</param>
    /// <param name="subject">What is known of the sale beside its lines.</param>
    /// <param name="lines">At least one line, in any order; each number once.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="currency"/>, <paramref name="lines"/> or a line is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are no lines, two have one number, or <paramref name="date"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount of a line has another currency.</exception>
    public static QuoteRequest Of(LocalDate date, Currency currency, ScopeSubject subject, params QuoteLine[] lines)
    {
        Guard.Against.OtherCalendar(date);
        Guard.Against.Null(currency);
        var copy = Guard.Against.Nothing(lines, "a document has at least one line");
        foreach (var line in copy)
        {
            Guard.Against.Null(line, nameof(lines));
            foreach (var stated in line.Amounts())
            {
                if (stated.Currency != currency)
                {
                    throw new CurrencyMismatchException(
                        currency, stated.Currency, "line " + InvariantText.Number(line.Number), nameof(lines));
                }
            }
        }

        Array.Sort(copy, (left, right) => left.Number.CompareTo(right.Number));
        for (var i = 1; i < copy.Length; i++)
        {
            if (copy[i].Number == copy[i - 1].Number)
                throw Guards.Invalid(nameof(lines), InvariantText.Number(copy[i].Number), "must have each number once");
        }

        return new QuoteRequest(new Settings(date, currency, subject, copy));
    }

    /// <summary>The request for which coupons are presented, in place of those before.</summary>
    /// <param name="coupons">Their codes, in any order.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coupons"/> or a code is null.</exception>
    /// <exception cref="ArgumentException">A code is empty, or has white space at an end.</exception>
    public QuoteRequest WithCoupons(params string[] coupons)
    {
        var presented = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var coupon in Guard.Against.Null(coupons))
            presented.Add(Identifier.Checked(coupon, nameof(coupons)));

        return new QuoteRequest(_settings with { Coupons = [.. presented] });
    }

    /// <summary>The request beside what was granted before, in place of what was stated before.</summary>
    /// <param name="history">
    /// The uses of coupons and promotions so far, which their limits and budgets count. Those of the document that the request names are
    /// left out, so that it is quoted again alike.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    public QuoteRequest WithHistory(PromotionHistory history) => new(_settings with { History = Guard.Against.Null(history) });

    /// <summary>The request beside what was bought before, in place of what was stated before.</summary>
    /// <param name="purchases">
    /// The purchases, which count for breaks of lists that declare it (<see cref="PriceListVersion.Cumulative"/>): of the product or the
    /// mix group, as the rules declare, of this customer. Those of the document that the request names are left out.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="purchases"/> is null.</exception>
    public QuoteRequest WithPurchases(PurchaseHistory purchases) => new(_settings with { Purchases = Guard.Against.Null(purchases) });

    /// <summary>The request at the prices of another day, as an order on call is that of its framework order.</summary>
    /// <param name="priceDate">
    /// The day whose price lists hold, as long as the quotation does; a line may state another. Everything else goes by the day of the
    /// request: discounts, tax, floors, costs, approvals and terms.
    /// </param>
    /// <param name="takes">
    /// Which price is taken where the list has moved since: that of the price date, that of the day of the request, on which an open order
    /// is delivered, or the lower of both. <c>pricing.quote-price-day</c> says which it was, and what the other was.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="priceDate"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="takes"/> is not defined.</exception>
    public QuoteRequest WithPriceDate(LocalDate priceDate, OpenOrderPrice takes = OpenOrderPrice.OrderDay)
    {
        Guard.Against.OtherCalendar(priceDate);
        return new QuoteRequest(_settings with { PriceDate = priceDate, OpenOrderPrice = Guard.Against.Undefined(takes) });
    }

    /// <summary>The request for a quotation that holds until a day.</summary>
    /// <param name="until">The last day, itself included; not before the day of the request.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="until"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is before the day of the request.</exception>
    public QuoteRequest WithValidity(LocalDate until)
    {
        Guard.Against.OtherCalendar(until);
        return until < Date
            ? throw Guards.OutOfRange(
                nameof(until), InvariantText.Date(until), "must not be before the day of the request, " + InvariantText.Date(Date))
            : new QuoteRequest(_settings with { ValidUntil = until });
    }

    /// <summary>The request whose terms of payment count from another day than that of the quotation.</summary>
    /// <param name="baseline">The day that is expected, of invoice, delivery or receipt, as the terms say.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="baseline"/> is not of the ISO calendar.</exception>
    public QuoteRequest WithBaseline(LocalDate baseline) =>
        new(_settings with { Baseline = Guard.Against.OtherCalendar(baseline) });

    /// <summary>The request with the number that the quotation will have, by which approvals on file are given.</summary>
    /// <param name="document">The number.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="document"/> is the default value.</exception>
    public QuoteRequest WithDocument(DocumentId document) => new(_settings with { Document = Identifier.Given(document) });

    /// <summary>The request with approvals on file, in place of those before.</summary>
    /// <param name="approvals">
    /// The approvals; one that names <see cref="PriceAuthority.BelowFloor"/> lets prices go below their floors.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="approvals"/> or an approval is null.</exception>
    public QuoteRequest WithApprovals(params Approval[] approvals)
    {
        Approval[] copy = [.. Guard.Against.Null(approvals)];
        Array.ForEach(copy, approval => Guard.Against.Null(approval, nameof(approvals)));
        return new QuoteRequest(_settings with { Approvals = copy });
    }

    /// <summary>Whether the other asks for the same.</summary>
    /// <param name="other">The request to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(QuoteRequest? other) => other is not null && _settings.Equals(other._settings);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as QuoteRequest);

    /// <inheritdoc/>
    public override int GetHashCode() => _settings.GetHashCode();

    /// <summary>Day, currency, subject and lines: <c>2026-03-31 CNY, customer D-1; 1: 40 PCE P-1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            InvariantText.Date(Date) + " " + Currency.Code, Subject.ToString(),
            PriceDateText(_settings.PriceDate, OpenOrderPrice),
            ValidUntil is { } until ? "valid until " + InvariantText.Date(until) : "",
            Baseline is { } baseline ? "terms from " + InvariantText.Date(baseline) : "",
            Coupons.Count > 0 ? "coupons " + string.Join(" ", Coupons) : "",
            History.Uses.Count > 0 ? "history: " + History : "",
            !Purchases.IsEmpty ? "bought before: " + Purchases : "",
            Document is { } document ? "document " + document : "",
            Approvals.Count > 0 ? "approvals " + string.Join(" ", Approvals.Select(approval => approval.Id.ToString())) : "")
        + string.Concat(Lines.Select(line => "; " + line));

    /// <summary>The day whose prices a line has, whether it was declared, and what an open order takes.</summary>
    internal (LocalDate On, bool IsDeclared, OpenOrderPrice Takes) PricesOf(QuoteLine line) =>
        line.PriceDate is { } own ? (own, true, line.OpenOrderPrice) : (PriceDate, _settings.PriceDate is not null, OpenOrderPrice);

    /// <summary>What is said of a price date; nothing without one.</summary>
    internal static string PriceDateText(LocalDate? priceDate, OpenOrderPrice takes) =>
        priceDate is not { } priced ? ""
            : "prices of " + InvariantText.Date(priced)
                + takes switch
                {
                    OpenOrderPrice.DeliveryDay => " moved to the day of delivery",
                    OpenOrderPrice.LowerOfBoth => " or of the day of delivery if lower",
                    _ => "",
                };

    /// <summary>The request for some of its lines, or for other quantities of them, in the order of their numbers.</summary>
    internal QuoteRequest Ordering(QuoteLine[] lines) => new(_settings with { Lines = lines });
}
