using NodaTime;

namespace SalesDomain.Pricing;

/// <content>Which day's price a line has.</content>
internal sealed partial class QuoteSteps
{
    // Net ÷ quantity, and a price without its tax, need be no decimal.
    private static readonly Rounding s_shown = Rounding.ToDigits(6, RoundingMode.HalfAwayFromZero);

    /// <summary>
    /// That the list has moved since the order day: which day's price is taken, and what the other was; null where both are the same, and
    /// where the line does not cost what a list says.
    /// </summary>
    internal Reason? PriceDay(TaxBasis basis)
    {
        if (!Price.HasPrice || !IsOfList)
            return null;

        var other = _other ?? (Price.On == _on ? Price : Price.At(_on));
        var (price, unlike) = (ShownPrice(basis, Price), ShownPrice(basis, other));
        return price == unlike ? null
            : new Reason(
                "pricing.quote-price-day", Number, QuoteWarnings.ListOf(this), ("price day", Price.On), ("price", price),
                ("other day", other.On), ("other price", unlike));
    }

    /// <summary>Whether the line costs what a list says: it is neither free nor negotiated, nor by its value.</summary>
    internal bool IsOfList => Subject.PriceKind != PriceKind.Free && !IsNegotiated && Stated is null;

    /// <summary>The price of one ordered unit in a tax basis, at the rate of the quotation; absent without one.</summary>
    internal Figure ShownPrice(TaxBasis basis, ResolvedPrice price) =>
        price.HasPrice ? In(basis, price.TaxBasis!.Value, price.UnitPrice).Round(s_shown) : Figure.Absent;

    private Money In(TaxBasis basis, TaxBasis own, Money amount) =>
        own == basis || !Rate.HasValue ? amount
            : basis == TaxBasis.WithTax ? amount * (Percentage.OneHundred + Rate.Value) : amount / (Percentage.OneHundred + Rate.Value);

    private (ResolvedPrice Price, ResolvedPrice? Other, bool Holds) PriceOf(
        QuotationRules rules, QuoteRequest request, QuoteCounting counting, int index)
    {
        var (on, isDeclared, takes) = request.PricesOf(Line);
        var ordered = Asked(on);
        if (takes == OpenOrderPrice.OrderDay || on == request.Date)
            return (ordered, null, isDeclared && takes == OpenOrderPrice.OrderDay);

        var delivered = Asked(request.Date);
        return takes == OpenOrderPrice.DeliveryDay || IsLower(rules.Basis, delivered, ordered)
            ? (delivered, ordered, false) : (ordered, delivered, true);

        ResolvedPrice Asked(LocalDate day) =>
            rules.Prices.Price(counting.QuestionOf(index, day));
    }

    // By what all that counts together costs, so that nothing is divided; a price is lower than none.
    private bool IsLower(TaxBasis basis, ResolvedPrice price, ResolvedPrice than) =>
        price.HasPrice
        && (!than.HasPrice || In(basis, price.TaxBasis!.Value, price.Amount) < In(basis, than.TaxBasis!.Value, than.Amount));
}
