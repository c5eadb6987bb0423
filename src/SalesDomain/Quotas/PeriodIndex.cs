using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Places among periods, for explanations, which compute nothing themselves.</summary>
internal static class PeriodIndex
{
    internal static int Before(int index) => index - 1;

    /// <summary>Refuses a place at which there is nothing.</summary>
    internal static int Require(int count, int index) => Guard.Against.OutsideRange(0, count - 1, index);

    internal static int Since(int first, int index) => index - first;
}
