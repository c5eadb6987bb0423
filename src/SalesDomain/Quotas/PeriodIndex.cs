namespace SalesDomain.Quotas;

/// <summary>Places among periods, for explanations, which compute nothing themselves.</summary>
internal static class PeriodIndex
{
    internal static int Before(int index) => index - 1;

    internal static int Since(int first, int index) => index - first;
}
