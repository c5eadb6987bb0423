#:project ../../src/SalesDomain/SalesDomain.csproj

// One idea: a commission is what is earned to date less what was paid to date. Three months of a quarter, a return in the third, and no
// month needs to know what the others did. Run: dotnet run docs/examples/pay-a-commission.cs

using System;
using SalesDomain;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

var quarter = DateSpan.OfQuarter(2026, 1);
var plan = CommissionPlan.Of(
    "Reps 2026", Currency.CNY, Rounding.Commercial,
    CommissionComponent.Cumulative(
            "revenue", CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.CNY, Stage.Invoiced)),
            CommissionRate.Graduated(AttainmentRate.From(
                (Percentage.Zero, Percentage.FromPercent(3)), (Percentage.OneHundred, Percentage.FromPercent(5)))))
        .AgainstQuota(ZeroQuotaPolicy.PayNothing));
CommissionTerms terms = CommissionTerms.None.WithQuota("revenue", Measure.Revenue.Of(new Money(100_000m, Currency.CNY)));

decimal[] soldToDate = [40_000m, 130_000m, 110_000m];  // in March goods of 20,000 come back
var paidToDate = Money.Zero(Currency.CNY);
Console.WriteLine("month        sold to date   earned to date        paid now");
for (var month = 1; month <= 3; month++)
{
    var sold = Measure.Revenue.Of(new Money(soldToDate[month - 1], Currency.CNY));
    CommissionResult earned = plan.Evaluate(quarter, terms, CommissionFigures.None.With("revenue", sold));
    Console.WriteLine($"2026-{month:00}  {sold.Money,16} {earned.Earned,16} {earned.Earned - paidToDate,15}");
    paidToDate = earned.Earned;
}

Console.WriteLine();
Console.Write(plan.Evaluate(quarter, terms, CommissionFigures.None.With("revenue", Measure.Revenue.Of(new Money(110_000m, Currency.CNY))))
    .Explain());
