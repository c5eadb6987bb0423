using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas.Ranges;

/// <summary>
/// What was sold of a few families, in money, units or a count: nothing, a cent, more returns than sales, and a great deal.
/// </summary>
public sealed record MixSample((string Key, Measured Amount)[] Amounts)
{
    internal static readonly decimal[] Telling = [0m, 0.01m, -0.01m, 1m, 3m, 100m, 250.50m, -40m, 1_000_000m, 79_228_162_514.26m];

    internal SalesMix<string> Mix => SalesMix.Of(Amounts);

    internal decimal Total => Amounts.Sum(each => each.Amount.Amount());

    public static Arbitrary<MixSample> Samples() => Sample().ToArbitrary();

    /// <summary>A sample of which the total is above zero.</summary>
    internal MixSample Positive => Total > 0m ? this : new MixSample([.. Amounts, ("rest", Of(Amounts[0].Amount.Measure, 1m - Total))]);

    internal static Measured Cny(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));

    internal static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    internal static Measured Of(Measure measure, decimal amount) =>
        measure.Kind switch
        {
            FigureKind.Money => measure.Of(new Money(amount, Currency.CNY)),
            FigureKind.Quantity => measure.Of(Quantity.Pieces(amount)),
            _ => measure.Of(amount),
        };

    internal static Gen<MixSample> Sample() =>
        from measure in Gen.Elements(Measure.Revenue, Measure.Units(UnitOfMeasure.Piece), Measure.Count("orders"))
        from amounts in Gen.NonEmptyListOf(Gen.OneOf(Gen.Elements(Telling), Gen.Choose(-2_000, 100_000).Select(cents => cents / 100m)))
        select new MixSample([.. amounts.Take(8).Select((amount, i) => ("F" + (char)('0' + i), Of(measure, amount)))]);
}
