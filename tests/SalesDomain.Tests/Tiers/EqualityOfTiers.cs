using System.Linq;
using Xunit;

namespace SalesDomain.Tests.Tiers;

public sealed class EqualityOfTiers
{
    [Fact]
    public void Schedules_are_equal_by_side_bounds_ends_and_values()
    {
        TestHelper.TestEqualsClass(
            StepSchedule.From((0m, "C"), (100m, "B")), StepSchedule.From((0.0m, "C"), (100.00m, "B")),
            StepSchedule.From((0m, "C"), (100.01m, "B")), StepSchedule.From((0m, "C"), (100m, "b")), StepSchedule.From((0m, "C")),
            StepSchedule.From((0m, "C"), (100m, "B")).WithCeiling(100m), StepSchedule.UpTo((0m, "C"), (100m, "B")));
        TestHelper.TestEqualsClass(
            StepSchedule.From((0m, 1)).WithCeiling(5m), StepSchedule.From((0m, 1)).WithCeiling(7m).WithCeiling(5.0m),
            StepSchedule.From((0m, 1)).WithCeiling(6m), StepSchedule.From((0m, 1)));
        TestHelper.TestEqualsClass(
            StepSchedule.UpTo((1m, 1)).WithFloor(0m).ThenAbove(2), StepSchedule.UpTo((1m, 1)).ThenAbove(2).WithFloor(0m),
            StepSchedule.UpTo((1m, 1)).ThenAbove(2), StepSchedule.UpTo((1m, 1)).WithFloor(0m),
            StepSchedule.UpTo((1m, 1)).WithFloor(-1m).ThenAbove(2));
    }

    [Fact]
    public void Portions_of_a_rate_are_equal_by_base_and_rate() =>
        TestHelper.TestEqualsStruct(
            Portion("USD 50", 3m), Portion("USD 50.00", 3.0m), Portion("USD 50.01", 3m), Portion("USD 50", 3.01m), Portion("EUR 50", 3m),
            default);

    [Fact]
    public void A_part_without_rate_differs_from_a_part_at_zero() =>
        Assert.NotEqual(
            Portion("USD 50", 0m), TieredRate.From(Currency.USD, (50m, Percentage.Zero)).Portions(Money.Parse("USD 50")).Single());

    [Fact]
    public void Portions_of_a_price_are_equal_by_base_and_price() =>
        TestHelper.TestEqualsStruct(
            Priced("5 PCE", 3m), Priced("5.0 PCE", 3.00m), Priced("5.1 PCE", 3m), Priced("5 PCE", 3.01m), Priced("5 CS", 3m), default);

    private static RatePortion Portion(string amount, decimal percent)
    {
        var money = Money.Parse(amount);
        return TieredRate.From(money.Currency, (0m, Percentage.FromPercent(percent))).Portions(money).Single();
    }

    private static PricePortion Priced(string amount, decimal price)
    {
        var quantity = Quantity.Parse(amount);
        return TieredPrice.From(Currency.USD, quantity.Unit, (0m, price)).Portions(quantity).Single();
    }
}
