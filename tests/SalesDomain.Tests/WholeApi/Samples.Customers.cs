using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Customers;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_customers = new()
    {
        [typeof(ClassDecision)] = () => [.. Moved().Decisions],
        [typeof(ClassMovement)] = () => [Ladder(), Ladder().WithDown(2, 1), Ladder().WithUp(1, 1)],
        [typeof(ClassReview)] = () => [Moved()],
        [typeof(CustomerClassChange)] = () => [.. Classed().ChangesBetween(s_date, s_date.PlusYears(1)).Cast<object>()],
        [typeof(CustomerClasses)] = () => [Classed(), CustomerClasses.Empty],
        [typeof(EarnedClasses)] = () => [Earned(), EarnedClasses.Empty],
    };

    private static ClassMovement Ladder() => ClassMovement.Of(new CustomerClassId("A"), new CustomerClassId("B"));

    private static ClassReview Moved() =>
        Ladder().WithDown(2).Review(
            Classed(),
            Earned(), s_date);

    private static EarnedClasses Earned() =>
        EarnedClasses.Empty.With(
            s_date, [(new CustomerId("C-1"), new CustomerClassId("B")), (new CustomerId("C-2"), new CustomerClassId("A"))]);

    private static CustomerClasses Classed() =>
        CustomerClasses.Of(
            (new CustomerId("C-1"), new CustomerClassId("A"), DateSpan.OfYear(2025)),
            (new CustomerId("C-2"), new CustomerClassId("B"), DateSpan.OfYear(2026)));
}
