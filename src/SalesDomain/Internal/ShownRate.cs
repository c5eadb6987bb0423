namespace SalesDomain.Internal;

/// <summary>A rate as a text shows it, to hundredths of a percent.</summary>
internal static class ShownRate
{
    private const int Digits = 2;
    private const int MostDigits = 26;

    private static readonly Rounding s_nearest = Rounding.ToDigits(Digits, RoundingMode.HalfAwayFromZero);

    internal static string Of(Percentage? rate) => rate is { } known ? known.Round(s_nearest).ToString() : "none";

    /// <summary>
    /// The ends of a range, each rounded into it, so that a rate that is shown is one of it: to as many digits more as a range needs that
    /// is narrower than a hundredth of a percent.
    /// </summary>
    internal static (string Least, string Most) Inside(Percentage least, Percentage most)
    {
        for (var digits = Digits; ; digits++)
        {
            var (from, to) = (
                least.Round(Rounding.ToDigits(digits, RoundingMode.Ceiling)), most.Round(Rounding.ToDigits(digits, RoundingMode.Floor)));
            if (from <= to || least > most || digits == MostDigits)
                return (from.ToString(), to.ToString());
        }
    }
}
