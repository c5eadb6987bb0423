using System;
using System.Collections.Generic;
using SalesDomain.Commissions;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_commissions = new()
    {
        [typeof(CommissionEarning)] = () =>
            [QuarterEarned(), QuarterEarned().With(s_line, s_date), QuarterEarned().Because(new Reason("a"))],
        [typeof(SalesCredit)] = () => [Credited(CreditKind.Direct), Credited(CreditKind.RollUp)],
    };

    private static DateSpan FirstQuarter() => DateSpan.OfQuarter(2026, 1);

    private static CommissionEarning QuarterEarned() => CommissionEarning.Of("USD", "USD", FirstQuarter(), new Money(2.5m, Currency.USD));

    private static SalesCredit Credited(CreditKind kind) => SalesCredit.Of(Line().Build(), Percentage.OneHundred, kind, "USD");
}
