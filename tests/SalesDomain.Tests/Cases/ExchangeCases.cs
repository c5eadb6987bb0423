using NodaTime;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Worked cases from public sources that convert currency, by their ids.</summary>
public sealed class ExchangeCases
{
    private static readonly LocalDate s_on = new(2026, 3, 31);

    // https://github.com/odoo/odoo/issues/56770: convert the base first, then discount, round and surcharge in the list's own currency.
    [Fact]
    public void PL_13_The_base_price_is_converted_first()
    {
        var rates = ExchangeRates.Of(new ExchangeRate(Currency.JPY, Currency.USD, 0.009502m, s_on));
        var basePrice = new Money(1000m, Currency.JPY);
        var toTen = Rounding.ToStep(10m, RoundingMode.HalfAwayFromZero);

        var converted = rates.Convert(basePrice, Currency.USD, s_on).Result * Percent(0).Complement();

        Assert.Equal(Usd(9.502m), converted);
        Assert.Equal(Usd(9.99m), converted.Round(toTen) - Usd(0.01m));

        var convertedLast = rates.Convert(basePrice.Round(toTen) - new Money(0.01m, Currency.JPY), Currency.USD, s_on);
        Assert.Equal(Usd(9.50m), convertedLast.Result.ToCents());
    }

    // OCA credit-control, sale_financial_risk tests: test_manual_currency_risk_*; fix of issue 314. The limit's currency decides.
    [Theory]
    [InlineData("0.5", "50", true)]
    [InlineData("1.5", "150", false)]
    public void CR_08_An_order_is_compared_in_the_currency_of_the_limit(string rate, string exposure, bool passes)
    {
        var ccy = Currency.Custom("CCY", 2, "Currency of the limit");
        var limit = new Money(99m, ccy);
        var perEuro = decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture);

        var rates = ExchangeRates.Of(new ExchangeRate(Currency.EUR, ccy, perEuro, s_on));
        var order = rates.Convert(new Money(100m, Currency.EUR), ccy, s_on).Result;

        Assert.Equal(new Money(decimal.Parse(exposure, System.Globalization.CultureInfo.InvariantCulture), ccy), order);
        Assert.Equal(passes, order <= limit);
    }

    // erpnext, accounts_receivable report tests: exchange_revaluation_for_party.
    [Fact]
    public void AR_05_An_open_item_is_valued_anew_at_the_rate_of_the_day()
    {
        var (booked, valued) = (new LocalDate(2026, 1, 15), s_on);
        var rates = ExchangeRates.Of(
            new ExchangeRate(Currency.USD, Currency.INR, 80m, booked), new ExchangeRate(Currency.USD, Currency.INR, 85m, valued));
        var open = Usd(100m);

        var bookedLocal = rates.Convert(open, Currency.INR, booked).Result;
        var revaluedLocal = rates.Convert(open, Currency.INR, valued).Result;

        Assert.Equal(new Money(8000m, Currency.INR), bookedLocal);
        Assert.Equal(new Money(8500m, Currency.INR), revaluedLocal);
        Assert.Equal(new Money(500m, Currency.INR), revaluedLocal - bookedLocal);
        Assert.Equal(open, rates.Convert(open, Currency.USD, valued).Result);
    }
}
