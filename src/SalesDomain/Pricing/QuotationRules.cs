using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Terms;

namespace SalesDomain.Pricing;

/// <summary>What a house quotes by: its price lists, discounts and tax rates, and what else is declared.</summary>
/// <remarks>
/// <para>
/// One tax basis is declared for all quotations. A price of a list with the other basis is brought to it on the line, exactly and before
/// any discount; so discounts, fixed prices and floors are all in one basis. Tax is split off the line, or added to it, after the
/// discounts.
/// </para>
/// <para>
/// What counts for a break of a price list is the product over the document, unless lines are declared to count by themselves, or together
/// as a mix group. Lines at standard and consignment prices count, as they do for discounts; others only where <see cref="CountingAlso"/>
/// says so. What comes back never counts, and of free goods only what states a promotion that gives among what is ordered, since it was
/// ordered.
/// </para>
/// <para>Immutable. Equality is by all of it.</para>
/// </remarks>
public sealed partial class QuotationRules : IEquatable<QuotationRules>
{
    private readonly Settings _settings;

    private QuotationRules(Settings settings) => _settings = settings;

    /// <summary>The price lists.</summary>
    public PriceBook Prices => _settings.Prices;

    /// <summary>The discounts; their rounding is that of amounts.</summary>
    public DiscountSchedule Discounts => _settings.Discounts;

    /// <summary>The tax in percent of the net amount, by sale and day.</summary>
    public ScopeTable<Percentage> TaxRates => _settings.TaxRates;

    /// <summary>Whether list amounts, discounts and floors of a quotation have the tax in them.</summary>
    public TaxBasis Basis => _settings.Basis;

    /// <summary>How net and tax of a line are rounded: as the discounts are, unless stated.</summary>
    public Rounding TaxRounding => _settings.TaxRounding ?? Discounts.Rounding;

    /// <summary>What counts for a break of a price list outside of the mix groups: the product, or the line.</summary>
    public BreakBasis BreakBasis => _settings.BreakBasis;

    /// <summary>The sales whose quantities count together for a break, whatever the product, by their texts.</summary>
    public IReadOnlyList<Scope> MixGroups => Array.AsReadOnly(_settings.MixGroups);

    /// <summary>The price kinds that count for a break beside standard and consignment prices, in their order.</summary>
    public IReadOnlyList<PriceKind> CountedKinds => Array.AsReadOnly(_settings.CountedKinds);

    /// <summary>The lowest prices by sale and day, each of one of its own unit, or null where none are declared.</summary>
    public ScopeTable<ItemPrice>? Floors => _settings.Floors;

    /// <summary>What is expected to come off after the invoice, or null where none is declared.</summary>
    public WaterfallSchedule? Waterfall => _settings.Waterfall;

    /// <summary>The terms of payment by sale and day, or null where none are declared.</summary>
    public ScopeTable<PaymentTerms>? Terms => _settings.Terms;

    /// <summary>The working days that terms move their days to, or null.</summary>
    public WorkCalendar? Calendar => _settings.Calendar;

    /// <summary>Who may approve prices, or null where nobody is asked.</summary>
    public PriceAuthority? Authority => _settings.Authority;

    /// <summary>The promotions that give free goods, by their names.</summary>
    public IReadOnlyList<FreeGoodsPromotion> FreeGoods => Array.AsReadOnly(_settings.FreeGoods);

    /// <summary>How near the next break must be to be told, in percent of the quantity; null where it is not told.</summary>
    public Percentage? NearBreak => _settings.NearBreak;

    /// <summary>How many days a quotation holds beyond its own; 0 unless stated.</summary>
    public int ValidDays => _settings.ValidDays;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Rules.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(QuotationRules? left, QuotationRules? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Rules.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(QuotationRules? left, QuotationRules? right) => !(left == right);

    /// <summary>Rules with one tax rate for everything.</summary>
    /// <param name="prices">The price lists.</param>
    /// <param name="discounts">The discounts; none in one of <c>DiscountSchedule.Of(rounding)</c>.</param>
    /// <param name="taxRate">The tax in percent of the net amount, zero or more.</param>
    /// <param name="basis">Whether list amounts, discounts and floors have the tax in them.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="prices"/> or <paramref name="discounts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="taxRate"/> is negative, or <paramref name="basis"/> is not defined.
    /// </exception>
    public static QuotationRules Of(PriceBook prices, DiscountSchedule discounts, Percentage taxRate, TaxBasis basis)
    {
        Guard.Against.Below(0m, taxRate.Fraction, nameof(taxRate));
        return Of(prices, discounts, Everywhere("tax", taxRate), basis);
    }

    /// <summary>Rules with tax rates by product, customer or day.</summary>
    /// <param name="prices">The price lists.</param>
    /// <param name="discounts">The discounts; none in one of <c>DiscountSchedule.Of(rounding)</c>.</param>
    /// <param name="taxRates">The tax in percent of the net amount, zero or more. A sale without a rate is not quoted.</param>
    /// <param name="basis">Whether list amounts, discounts and floors have the tax in them.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="prices"/>, <paramref name="discounts"/> or <paramref name="taxRates"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative, or <paramref name="basis"/> is not defined.</exception>
    public static QuotationRules Of(PriceBook prices, DiscountSchedule discounts, ScopeTable<Percentage> taxRates, TaxBasis basis)
    {
        Guard.Against.Null(prices);
        Guard.Against.Null(discounts);
        foreach (var entry in Guard.Against.Null(taxRates).Entries)
            Guard.Against.Below(0m, entry.Value.Fraction, nameof(taxRates));

        return new QuotationRules(new Settings(prices, discounts, taxRates, Guard.Against.Undefined(basis)));
    }

    /// <summary>Prices a request.</summary>
    /// <param name="request">What is asked for.</param>
    /// <returns>The quotation. A line that has no price is in it with the reasons, and in no total.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// Amounts are rounded to the minor unit of a currency that has none; or the rules have an authority, and the request
    /// states no document or no customer: a check that could not be made must not pass.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">
    /// The discounts, an amount that earns free goods or what comes off after the invoice have amounts in another currency.
    /// </exception>
    /// <exception cref="InvalidOperationException">The terms move days to working days, and there is no calendar.</exception>
    /// <exception cref="OverflowException">An amount does not fit in a decimal.</exception>
    public Quotation Quote(QuoteRequest request) => Quote(request, []);

    /// <summary>Prices a request, and judges it with the other orders of the customer on that day.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="ordersOfTheDay">
    /// The other orders, each as <see cref="Quotation.Case"/>; those of the same customer and day count.
    /// </param>
    /// <returns>The quotation. A line that has no price is in it with the reasons, and in no total.</returns>
    /// <inheritdoc cref="Quote(QuoteRequest)" path="/exception"/>
    /// <exception cref="ArgumentNullException">An argument or an order is null.</exception>
    public Quotation Quote(QuoteRequest request, IEnumerable<PriceCase> ordersOfTheDay)
    {
        Guard.Against.Null(request);
        Guard.Against.Null(ordersOfTheDay);
        PriceCase[] others = [.. ordersOfTheDay];
        Array.ForEach(others, other => Guard.Against.Null(other, nameof(ordersOfTheDay)));
        if (Authority is not null && (request.Document is null || request.Subject.Customer is null))
        {
            throw Guards.Invalid(nameof(request), request.ToString(), "must state document and customer, for the authority");
        }

        if (TaxRounding.IsToMinorUnit || Discounts.Rounding.IsToMinorUnit)
            Guard.Against.NoMinorUnit(request.Currency, nameof(request));

        return new Quotation(this, request, others);
    }

    /// <summary>Whether the other quotes by the same.</summary>
    /// <param name="other">The rules to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(QuotationRules? other) => other is not null && _settings.Equals(other._settings);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as QuotationRules);

    /// <inheritdoc/>
    public override int GetHashCode() => _settings.GetHashCode();

    /// <summary>What is declared, a line each.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        "prices " + Measure.Text(Basis) + ", breaks by " + (BreakBasis == BreakBasis.Line ? "line" : "product")
        + string.Concat(MixGroups.Select(mix => ", together (" + mix + ")"))
        + (CountedKinds.Count == 0 ? "" : ", counting also " + string.Join(", ", CountedKinds.Select(kind => kind.ToString())))
        + "\n" + Prices
        + Discounts + "\n"
        + "tax, rounded to " + TaxRounding + ": " + TaxRates
        + (Floors is null ? "" : "floors: " + Floors)
        + (Terms is null ? "" : "terms: " + Terms)
        + (Waterfall is null ? "" : "waterfall: " + Waterfall + "\n")
        + (Authority is null ? "" : "authority: " + Authority + "\n")
        + string.Concat(FreeGoods.Select(promotion => "free goods: " + promotion + "\n"))
        + (NearBreak is { } near ? "next break within " + near + "\n" : "")
        + (ValidDays == 0 ? "" : "valid for " + InvariantText.Number(ValidDays) + " days\n");

    /// <summary>Whether a line of a price kind counts for a break.</summary>
    internal bool Counts(PriceKind? kind) =>
        kind is null or PriceKind.Standard or PriceKind.Consignment || Array.IndexOf(_settings.CountedKinds, kind.Value) >= 0;

    /// <summary>
    /// Whether a free line is among what was ordered, by a promotion that gives of lines that count for a break and of no others.
    /// </summary>
    internal bool IsFreeAmongOrdered(QuoteLine line, LocalDate on) =>
        line.Promotion is { } name && Array.Find(_settings.FreeGoods, each => string.Equals(each.Name, name, StringComparison.Ordinal))
            is { Goods.IsInclusive: true } promotion && promotion.Period.Contains(on) && promotion.IncludedKinds.All(kind => Counts(kind));

    private static ScopeTable<T> Everywhere<T>(string name, T value)
        where T : notnull =>
        ScopeTable.MostSpecific(AccessSequence.Of(ScopeDimensions.None), ScopeEntry.Of(name, Scope.Everything, value));
}
