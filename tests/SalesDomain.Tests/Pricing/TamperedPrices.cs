using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>Whoever changes one computed figure of a price is named.</summary>
public sealed class TamperedPrices
{
    [Property(MaxTest = 200)]
    public void A_changed_figure_of_a_resolved_price_is_named(
        PositiveInt cents, PositiveInt pieces, byte less, byte record, bool isInCases, bool isLowest, NonNegativeInt choice)
    {
        var price = Cny(1m + (cents.Get / 100m));
        var units = UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));
        var yen = ListOf("yen", ItemPrice.Of(new Money(100m, Currency.JPY)), Currency.JPY);
        var formula = PriceFormula.Of("own").Less(Percent(less % 101)).Rounded(Rounding.Commercial).Plus(Cny(0.5m))
            .WithMargin(Percent(5m), Percent(60m));
        var book = BookOf(
                ListOf("own", Record(record, price)),
                Always("computed", PriceListVersion.Empty.WithFormula(formula)).For(Scope.Everything.Only(Dealer)), yen)
            .With(PricedProduct.Of(Widget, units).WithCost(Timeline.Always(Cny(0.9m))))
            .WithRates(ExchangeRates.Of(new ExchangeRate(Currency.JPY, Currency.CNY, 0.0461m, Day)))
            .WithGenericCurrency(Currency.JPY, Rounding.Commercial);
        var asked = new Quantity(pieces.Get, isInCases ? UnitOfMeasure.Case : UnitOfMeasure.Piece);

        Tampering.IsNamed((isLowest ? book.TakingLowest() : book).Ask(asked).Explain(), choice.Get);
        Tampering.IsNamed(book.Ask(asked, default(ScopeSubject)).Explain(), choice.Get);
    }

    [Property(MaxTest = 200)]
    public void A_changed_figure_of_a_converted_price_is_named(PositiveInt cents, PositiveInt pieces, NonNegativeInt choice)
    {
        var book = BookOf(ListOf("export", ItemPrice.Of(new Money(cents.Get / 100m, Currency.USD)), Currency.USD))
            .WithRates(ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.13m, Day)))
            .WithGenericCurrency(Currency.USD, Rounding.Commercial);

        Tampering.IsNamed(book.Ask(pieces.Get).Explain(), choice.Get);
    }

    [Property]
    public void A_changed_figure_of_a_tax_split_is_named(decimal amount, bool isGross, byte rate, NonNegativeInt choice) =>
        Tampering.IsNamed(
            LineTax.Of(isGross ? TaxBasis.WithTax : TaxBasis.WithoutTax, Cny(amount), Percent(rate), Rounding.Commercial).Explain(),
            choice.Get);

    private static ItemPrice Record(int kind, Money price) =>
        (kind % 4) switch
        {
            0 => ItemPrice.Of(price, Quantity.Pieces(100m)),
            1 => ItemPrice.Of(Breaks((0m, price.Amount), (10m, price.Amount / 2m))),
            2 => ItemPrice.Of(Breaks((0m, price.Amount), (10m, price.Amount / 2m))).Graduated(),
            _ => ItemPrice.ByValue(StepSchedule.From((Cny(0m), price), (Cny(50m), price / 2m)), Quantity.Pieces(10m)),
        };
}
