namespace SalesDomain.Tests.Cases;

/// <summary>Short names, so that a case reads as its source prints it.</summary>
internal static class Notation
{
    internal static Money Usd(decimal amount) => new(amount, Currency.USD);

    internal static Money Cny(decimal amount) => new(amount, Currency.CNY);

    internal static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    internal static Money ToCents(this Money money) => money.Round(Rounding.Commercial);

    /// <summary>As a source prints it, to so many decimals of a percent.</summary>
    internal static Percentage To(this Percentage? percentage, int digits) =>
        percentage!.Value.Round(Rounding.ToDigits(digits, RoundingMode.HalfAwayFromZero));

    internal static decimal To(this decimal number, int digits) => Rounding.ToDigits(digits, RoundingMode.HalfAwayFromZero).Round(number);
}
