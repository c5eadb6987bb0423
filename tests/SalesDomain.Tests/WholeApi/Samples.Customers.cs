using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Customers;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_customers = new()
    {
        [typeof(CustomerClassChange)] = () => [.. Classed().ChangesBetween(s_date, s_date.PlusYears(1)).Cast<object>()],
        [typeof(CustomerClasses)] = () => [Classed(), CustomerClasses.Empty],
    };

    private static CustomerClasses Classed() =>
        CustomerClasses.Of((new CustomerId("C-1"), new CustomerClassId("A"), DateSpan.OfYear(2025)), (new CustomerId("C-2"), new CustomerClassId("B"), DateSpan.OfYear(2026)));
}
