using SalesDomain.Tests.WholeApi.SampleHouse.Terms;

namespace SalesDomain.Tests.WholeApi.SampleHouse.Pricing;

internal class PriceThing
{
    internal static string Describe(TermThing term, NodaTime.LocalDate date) =>
        term.Ground + " " + date.Day.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
