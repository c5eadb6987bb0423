using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;

namespace SalesDomain.Customers;

/// <summary>Customers with the class a review put them into, as an ABC analysis gives them.</summary>
internal static class ReviewedCustomers
{
    internal static (CustomerId Customer, CustomerClassId Class)[] Of<TValue>(IEnumerable<ParetoItem<CustomerId, TValue>> items)
        where TValue : struct =>
        [.. items.Select(item => (Guard.Against.Null(item, nameof(items)).Key, new CustomerClassId(item.Class)))];
}
