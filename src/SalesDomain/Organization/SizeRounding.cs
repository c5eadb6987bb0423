namespace SalesDomain.Organization;

/// <summary>People come whole, and too few cannot do the work.</summary>
internal static class SizeRounding
{
    internal static readonly Rounding Up = Rounding.ToDigits(0, RoundingMode.Ceiling);

    internal static int People(decimal need) => (int)Up.Round(need);
}
