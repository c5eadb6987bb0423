using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>What is asked of the keys and amounts that go into <see cref="PlanRows{TKey}"/>.</summary>
internal static class PlanRows
{
    internal static TKey Given<TKey>(TKey key, string parameterName) =>
        key is null ? throw new ArgumentNullException(parameterName) : key;

    internal static decimal NotNegative(decimal amount, string parameterName) => Guard.Against.Below(0m, amount, parameterName);
}
