using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Commissions;

namespace QuarterClose.Rules;

/// <summary>What entries of an account come to.</summary>
public static class Entries
{
    public static Money Total(this IEnumerable<CommissionEntry> entries) =>
        Money.Sum(Currency.USD, entries.Select(entry => entry.Amount));
}
